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
  if (value === '' || /^["'|>]/.test(value)) return undefined;
  const text = /["\\]/.test(value) ? `'${value.replaceAll("'", "''")}'` : `"${value}"`;
  const read = parseDocument(key + text, { prettyErrors: false, logLevel: 'silent' });
  if (read.errors.length > 0) return undefined;
  const from = offset + start + key.length;
  return { span: { start: from, end: from + value.length }, text };
}
