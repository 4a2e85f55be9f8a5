import { greatest } from '../lists';

/** Inline code, between as many backticks as its text needs. */
export function plainCode(text: string): string {
  const line = text.replace(/[\t\n\r]/g, ' ');
  const runs = runsIn(line);
  let length = 1;
  while (runs.has(length)) length++;
  const fence = '`'.repeat(length);
  const space = /^`|`$|^ +[^ ].* $/.test(line) ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}

/** A block of code between fences. */
export function fencedCode(lines: readonly string[]): string {
  const text = lines.join('\n');
  const fence = '`'.repeat(greatest(runsIn(text), 2) + 1);
  return `${fence}\n${text}\n${fence}`;
}

/** The lengths of the runs of backticks in a text. */
function runsIn(text: string): ReadonlySet<number> {
  return new Set(Array.from(text.matchAll(/`+/g), ([run]) => run.length));
}
