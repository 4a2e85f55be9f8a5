// Imports single files, so that an import from the command line starts faster.
import { clearGuess } from '../coverage/kind-guess';
import { parseDraft } from '../draft';
import { languagesOf } from '../draft/language';
import { afterLineEnd, lineEnd } from '../draft/lines';
import type { Change, Draft } from '../draft/types';
import type { DocumentKind } from '../framework/types';
import type { Project } from '../project/types';

/** How many characters from the start are read to guess the kind, which the first pages show. */
const LOOKED_AT = 50_000;
/** The most characters of a text for which a kind is guessed. */
const LONGEST = 1_000_000;

/**
 * The change that makes a Markdown document a draft: it sets `kind` in the front matter, which is added if missing.
 *
 * @param text the whole document
 * @param kind id of a document kind
 * @returns a change with offsets in `text`
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

/** Adds the kind that the Coverage view would suggest to a Markdown text, unless it is unclear or already given. */
export function withLikelyKind(
  text: string,
  project: Project,
): { readonly text: string; readonly kind?: DocumentKind } {
  if (text.length > LONGEST) return { text };
  try {
    const draft = parseDraft(text.slice(0, LOOKED_AT));
    // Kinds are guessed from English words.
    const kind = languagesOf(draft).whole === undefined ? clearGuess(draft, project)?.kind : undefined;
    if (!kind) return { text };
    const { span, text: said } = changeIn(draft, kind.id);
    return { text: text.slice(0, span.start) + said + text.slice(span.end), kind };
  } catch (error) {
    // The document is nested too deeply.
    if (error instanceof RangeError) return { text };
    throw error;
  }
}
