/** A text between backticks, of which there are as many as it takes. */
export function plainCode(text: string): string {
  const line = text.replace(/[\t\n\r]/g, ' ');
  const fence = '`'.repeat(longestRun(line) === 0 ? 1 : freeRun(line));
  const space = /^`|`$|^ +[^ ].* $/.test(line) ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}

/** A block of code between fences. */
export function fencedCode(lines: readonly string[]): string {
  const text = lines.join('\n');
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}\n${text}\n${fence}`;
}

function longestRun(text: string): number {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}

/** The shortest run of backticks that is not in a text. */
function freeRun(text: string): number {
  const lengths = new Set(Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  let length = 1;
  while (lengths.has(length)) length++;
  return length;
}
