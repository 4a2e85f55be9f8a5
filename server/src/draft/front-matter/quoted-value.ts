import { parseDocument } from 'yaml';
import { lineEnd, lineStart } from '../lines';
import type { Change } from '../types';

/**
 * The change that puts a value in quotation marks: `title: Libraries: a case` → `title: "Libraries: a case"`.
 * Undefined where the line is not a key with its value, or can still not be read then.
 *
 * @param source of front matter
 * @param at an offset in the line
 * @param offset of `source` in the draft
 */
export function quotedValue(source: string, at: number, offset: number): Change | undefined {
  const start = lineStart(source, at);
  const line = source.slice(start, lineEnd(source, at));
  const key = /^[A-Za-z][\w-]*[ \t]*:[ \t]+/.exec(line)?.[0];
  if (key === undefined) return undefined;
  const comment = line.indexOf(' #', key.length);
  const value = line.slice(key.length, comment < 0 ? undefined : comment).trimEnd();
  if (value === '' || /^[|>]/.test(value)) return undefined;
  const meant = withoutQuotes(value);
  const text = /["\\]/.test(meant) ? `'${meant.replaceAll("'", "''")}'` : `"${meant}"`;
  const read = parseDocument(key + text, { prettyErrors: false, logLevel: 'silent' });
  if (read.errors.length > 0) return undefined;
  const from = offset + start + key.length;
  return { span: { start: from, end: from + value.length }, text };
}

/**
 * A value without the quotation marks around it: “a "b" c” of `"a "b" c"`. They belong to its first and its last words
 * where the next one in it does not open anything, as in `"a" and "b"`.
 */
export function withoutQuotes(value: string): string {
  const inner = /^(["'])(.*)\1$/.exec(value);
  if (!inner) return value;
  const [, mark, text] = inner as unknown as [string, string, string];
  // An apostrophe between two letters is none.
  const next = text.replace(/(?<=\p{L})'(?=\p{L})/gu, '’').indexOf(mark);
  return next < 0 || next === 0 || /[\s([]/.test(text[next - 1]!) ? text : value;
}
