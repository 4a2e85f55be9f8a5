import type { Draft } from './types';

/** So much is looked at before the whole text is, in UTF-16 code units. */
const FIRST = 2_000;

/** The line end that a draft uses: that of its first line. */
export function lineEndOf({ source }: Draft): '\r\n' | '\n' {
  let text = source.slice(0, FIRST);
  if (!text.includes('\n') && source.length > FIRST) text = source.text;
  const first = text.indexOf('\n');
  return first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n';
}
