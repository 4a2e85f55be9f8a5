import { parseDraft } from './draft';
import { afterLineEnd, lineEnd } from './draft/lines';
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
  const { span, places } = parseDraft(text).frontMatter;
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const firstEnd = lineEnd(text, start);
  const next = afterLineEnd(text, firstEnd);
  const end = text.slice(firstEnd, next) || '\n';
  if (span === undefined) {
    const gap = text.length > start ? end : '';
    return { span: { start, end: start }, text: `---${end}kind: ${kind}${end}---${end}${gap}` };
  }
  const old = places.get('kind');
  if (old === undefined) return { span: { start: next, end: next }, text: `kind: ${kind}${end}` };
  return { span: { start: old.key.start, end: old.value.end }, text: `kind: ${kind}` };
}
