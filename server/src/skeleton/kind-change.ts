// Not the whole room: an import from the command line starts without the rest.
import { clearGuess } from '../coverage/kind-guess';
import { parseDraft } from '../draft';
import { languagesOf } from '../draft/language';
import { afterLineEnd, lineEnd } from '../draft/lines';
import type { Change, Draft } from '../draft/types';
import type { DocumentKind } from '../framework/types';
import type { Project } from '../project/types';

/** Characters from the start that are looked at for a kind: a paper shows it on its first pages. */
const LOOKED_AT = 50_000;
/** Characters of the longest text that is a paper. */
const LONGEST = 1_000_000;

/**
 * The change that makes a Markdown document a draft: `kind` in its front matter, which is made where there is none.
 * A `kind` that is there already is replaced; everything else is left as it is.
 *
 * @param text The whole document.
 * @param kind Id of a document kind.
 * @returns A change with offsets in `text`.
 */
export function kindChange(text: string, kind: string): Change {
  return changeIn(parseDraft(text), kind);
}

function changeIn({ text, frontMatter: { span, places } }: Draft, kind: string): Change {
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

/**
 * A Markdown text with what it most likely is as its kind, as the Coverage view would suggest it: the text itself where
 * that is not clear, or where it says its kind.
 */
export function withLikelyKind(
  text: string,
  project: Project,
): { readonly text: string; readonly kind?: DocumentKind } {
  if (text.length > LONGEST) return { text };
  try {
    const draft = parseDraft(text.slice(0, LOOKED_AT));
    // What tells a kind are English words.
    const kind = languagesOf(draft).whole === undefined ? clearGuess(draft, project)?.kind : undefined;
    if (!kind) return { text };
    const { span, text: said } = changeIn(draft, kind.id);
    return { text: text.slice(0, span.start) + said + text.slice(span.end), kind };
  } catch (error) {
    // Nested too deeply to be read.
    if (error instanceof RangeError) return { text };
    throw error;
  }
}
