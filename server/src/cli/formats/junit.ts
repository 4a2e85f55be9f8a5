import type { FindingReport } from '../../report';
import { asText } from '../../report/html-page';
import type { CheckFormat } from './report';

/**
 * JUnit XML with a suite for each file and a case for each finding, valid by the schemas of Ant's JUnit task
 * (https://github.com/windyroad/JUnit-Schema) and of Jenkins (junit-10.xsd of its xUnit plugin). Errors are failures;
 * other findings pass, and their messages are in the output of the suite.
 */
export function junitFormat(): CheckFormat {
  // Without a time zone, as the schema requires.
  const timestamp = new Date().toISOString().slice(0, 'YYYY-MM-DDTHH:MM:SS'.length);
  let id = 0;
  const suite = (name: string, cases: readonly Case[], output: readonly string[]): string => {
    const count = (kind: Bad['element']): number => cases.filter(({ bad }) => bad?.element === kind).length;
    const head = [
      `name="${xml(name)}" package="advocacy" id="${id++}" hostname="localhost" timestamp="${timestamp}"`,
      `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="0" time="0"`,
    ].join(' ');
    const out = `    <system-out>${output.map(xml).join('\n')}</system-out>\n    <system-err/>\n`;
    return `  <testsuite ${head}>\n    <properties/>\n${cases.map(written).join('')}${out}  </testsuite>\n`;
  };
  return {
    start: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n',
    file({ file, findings }) {
      const cases = findings.map((finding) => caseOf(file, finding));
      const passing = findings.filter(({ severity }) => severity !== 'error');
      return suite(
        file,
        cases.length > 0 ? cases : [{ name: 'no findings', file }],
        passing.map((finding) => `${finding.severity}: ${placed(file, finding)}`),
      );
    },
    end({ failed, warnings, errors, troubles }) {
      const cases = troubles.map(
        (line): Case => ({
          name: line,
          file: 'advocacy',
          bad: { element: 'error', type: 'unreadable', message: line },
        }),
      );
      if (failed && errors === 0) {
        const are = warnings === 1 ? 'warning is' : 'warnings are';
        const message = `${warnings} ${are} more than --max-warnings allows`;
        cases.push({
          name: 'max-warnings',
          file: 'advocacy',
          bad: { element: 'failure', type: 'warning', message },
        });
      }
      return `${cases.length > 0 ? suite('advocacy', cases, []) : ''}</testsuites>\n`;
    },
  };
}

interface Bad {
  readonly element: 'failure' | 'error';
  readonly type: string;
  readonly message: string;
  readonly text?: string;
}

interface Case {
  readonly name: string;
  readonly file: string;
  readonly bad?: Bad;
}

function caseOf(file: string, finding: FindingReport): Case {
  const { rule, severity, message, line, column } = finding;
  const name = `${rule} (${line}:${column})`;
  if (severity !== 'error') return { name, file };
  return { name, file, bad: { element: 'failure', type: severity, message, text: placed(file, finding) } };
}

const placed = (file: string, { line, column, message }: FindingReport): string =>
  `${file}:${line}:${column}: ${message}`;

function written({ name, file, bad }: Case): string {
  const head = `    <testcase name="${xml(name)}" classname="${xml(file)}" time="0"`;
  if (!bad) return `${head}/>\n`;
  const { element, type, message, text = message } = bad;
  return `${head}><${element} type="${type}" message="${xml(message)}">${xml(text)}</${element}></testcase>\n`;
}

const xml = (text: string): string => asText(text);
