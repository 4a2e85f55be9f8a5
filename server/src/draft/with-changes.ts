import type { Change } from './types';

/** A text with changes made to it, none of which touches what another one changes. */
export function withChanges(text: string, changes: readonly Change[]): string {
  let out = '';
  let done = 0;
  for (const { span, text: by } of [...changes].sort((a, b) => a.span.start - b.span.start)) {
    out += text.slice(done, span.start) + by;
    done = span.end;
  }
  return out + text.slice(done);
}

/** The change from one text to another: what is in between of what they begin and end with. */
export function changeBetween(before: string, after: string): Change {
  let start = 0;
  const shorter = Math.min(before.length, after.length);
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  // Not between the halves of a character, or of a line end.
  if (/[\ud800-\udbff\r]/.test(before[start - 1] ?? '')) start--;
  if (end > 0 && /[\udc00-\udfff\n]/.test(before[before.length - end] ?? '')) end--;
  return { span: { start, end: before.length - end }, text: after.slice(start, after.length - end) };
}
