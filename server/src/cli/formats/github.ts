import type { Severity } from '../../project/severity';
import { harmless } from '../../text/plain-output';
import { baseOf, pathBelow } from './relative-path';
import type { CheckFormat } from './report';

const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/**
 * Annotations for GitHub Actions: https://docs.github.com/actions/reference/workflow-commands-for-github-actions. Paths
 * are relative to the root of the repository.
 */
export function githubFormat(cwd: string): CheckFormat {
  const base = baseOf(cwd);
  return {
    own: '::',
    start: () => '',
    file: ({ file, findings }) =>
      findings
        .map(({ severity, message, rule, line, column, endLine, endColumn }) => {
          const properties: [string, string | number][] = [
            ['file', pathBelow(base, cwd, file) ?? file],
            ['line', line],
            ['endLine', endLine],
            ['col', column],
          ];
          // GitHub takes columns at both ends only within one line.
          if (line === endLine) properties.push(['endColumn', endColumn]);
          properties.push(['title', rule]);
          const written = properties.map(([name, value]) => `${name}=${property(`${value}`)}`).join(',');
          return `::${LEVELS[severity]} ${written}::${data(message)}\n`;
        })
        .join(''),
    end: () => '',
  };
}

/** Without control characters, as logs are read in terminals. */
function data(text: string): string {
  return harmless(encoded(text));
}

function property(text: string): string {
  return harmless(encoded(text).replaceAll(':', '%3A').replaceAll(',', '%2C'));
}

function encoded(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
