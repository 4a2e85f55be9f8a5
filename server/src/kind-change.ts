import type { Change } from './draft/types';

/**
 * The change that makes a Markdown document a draft: `kind` in its front matter, which is made where there is none.
 * A `kind` that is there already is replaced; everything else is left as it is.
 *
 * @param text The whole document.
 * @param kind Id of a document kind.
 * @returns A change with offsets in `text`.
 */
export function kindChange(text: string, kind: string): Change {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const front = /^---[ \t]*\r?\n((?:[^\n]*\n)*?)(?:---|\.\.\.)[ \t]*(?=\r|\n|$)/.exec(text.slice(start));
  if (front === null) {
    const gap = text.length > start ? end : '';
    return { span: { start, end: start }, text: `---${end}kind: ${kind}${end}---${end}${gap}` };
  }
  const content = start + front[0].indexOf(end) + end.length;
  const old = /^kind:.*$/m.exec(front[1]!);
  if (old === null) return { span: { start: content, end: content }, text: `kind: ${kind}${end}` };
  const at = content + old.index;
  return { span: { start: at, end: at + old[0].replace(/\r$/, '').length }, text: `kind: ${kind}` };
}
