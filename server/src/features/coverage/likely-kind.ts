import { likelyKind, titleWithArticle } from '../../coverage';
import { type Change, headings } from '../../draft';
import type { CoverageResult } from '../../protocol';
import { kindChange } from '../../skeleton/kind-change';
import { shortened } from '../../text/shorten';
import type { AnalysedDocument } from '../workspace/analyses';

/** How many of the words that speak for a kind are shown. */
const SHOWN = 3;
const LONGEST = 60;

/** The most likely kind of a draft that names no kind, or an unknown one; undefined if it is unclear. */
export function likelyIn(judged: AnalysedDocument): CoverageResult['likely'] {
  const { isDraft, document, project, analysis } = judged;
  const said = document.draft.frontMatter.data.kind || undefined;
  const heldTo = analysis?.coverage.kind;
  if (isDraft && heldTo && said !== undefined && !heldTo.unknown) {
    return project.framework.kindNamed(said)
      ? undefined
      : { kind: heldTo.id, said, called: titleWithArticle(heldTo), reasons: [] };
  }
  const guess = isDraft && analysis ? likelyKind(document.draft, project, analysis.coverage.kind) : undefined;
  if (!guess) return undefined;
  const words = guess.reasons.map(({ text }) => shortened(text, LONGEST));
  const reasons = [...new Set(words)].slice(0, SHOWN);
  return {
    kind: guess.kind.id,
    ...(said !== undefined && { said }),
    called: titleWithArticle(guess.kind),
    reasons,
  };
}

/** The change that says so in the front matter, offered from the start of the draft to its title. */
export function likelyChange(
  judged: AnalysedDocument,
  offset: number,
): { readonly title: string; readonly change: Change } | undefined {
  const { draft } = judged.document;
  const first = headings(draft)[0];
  if (offset > (first?.span.end ?? draft.frontMatter.span?.end ?? 0)) return undefined;
  const likely = likelyIn(judged);
  // A misspelt kind has a finding that mends it.
  if (!likely || (likely.said !== undefined && likely.reasons.length === 0)) return undefined;
  return { title: `Say that this is ${likely.called}`, change: kindChange(draft.text, likely.kind) };
}
