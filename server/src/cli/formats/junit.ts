import { harmless } from '../../plain-output';
import type { FindingReport } from '../../report';
import type { CheckFormat } from './report';

/**
 * JUnit's XML, one suite for each file and one case for each finding. What makes the check fail on its own, an
 * error, is a failure; the rest passes and says what it has to say in its output.
 */
export function junitFormat(): CheckFormat {
  return {
    start: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="advocacy check">\n',
    file({ file, findings }) {
      const failures = findings.filter(({ severity }) => severity === 'error').length;
      const cases = findings.map((finding) => caseOf(file, finding));
      if (cases.length === 0) cases.push(`    <testcase name="no findings" classname="${xml(file)}"/>\n`);
      const head = `name="${xml(file)}" tests="${cases.length}" failures="${failures}" errors="0" skipped="0"`;
      return `  <testsuite ${head}>\n${cases.join('')}  </testsuite>\n`;
    },
    end({ failed, warnings, errors, troubles }) {
      const cases: string[] = troubles.map(
        (line) =>
          `    <testcase name="${xml(line)}" classname="advocacy"><error message="${xml(line)}"/></testcase>\n`,
      );
      if (failed && errors === 0) {
        const line = `${warnings} warnings are more than --max-warnings allows`;
        cases.push(
          `    <testcase name="max-warnings" classname="advocacy"><failure message="${line}"/></testcase>\n`,
        );
      }
      if (cases.length === 0) return '</testsuites>\n';
      const failures = cases.length - troubles.length;
      const head = `name="advocacy" tests="${cases.length}" failures="${failures}" errors="${troubles.length}" skipped="0"`;
      return `  <testsuite ${head}>\n${cases.join('')}  </testsuite>\n</testsuites>\n`;
    },
  };
}

function caseOf(file: string, { rule, severity, message, line, column }: FindingReport): string {
  const head = `    <testcase name="${xml(`${rule} (${line}:${column})`)}" classname="${xml(file)}" file="${xml(file)}" line="${line}">`;
  const text = xml(`${file}:${line}:${column}: ${message}`);
  if (severity === 'error') {
    return `${head}<failure type="${severity}" message="${xml(message)}">${text}</failure></testcase>\n`;
  }
  return `${head}<system-out>${severity}: ${text}</system-out></testcase>\n`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text for content and attributes: what reads them shows it to people, and may print it in a log. */
function xml(text: string): string {
  return harmless(text).replace(/[&<>"]/g, (character) => ENTITIES[character]!);
}
