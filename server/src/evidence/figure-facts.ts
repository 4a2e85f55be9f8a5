/** What a sentence says on each of its figures, and whom its clause is about. */
import { shifted } from '../draft/span';
import type { Link, Passage, Span } from '../draft/types';
import { bearingOf } from './bearing';
import { CUES, GENERAL, OUR_PLACE } from './cues';
import { dependsOnPlace, kindOf } from './kinds';
import { quantitiesIn } from './quantities';
import type { Quote } from './quotations';
import { touches } from './sources';
import type { Bearing, FigureKind, Quantity, Source } from './types';

/** Its span counts in the passage's prose. */
export interface FigureFacts extends Quantity {
  readonly kind: FigureKind;
  /** Its kind in a section that sets out what the paper asks for and what that costs. */
  readonly kindInProposal: FigureKind;
  readonly bearing: Bearing | undefined;
  readonly quoted: boolean;
  /** Whether its clause has "we" or "our". */
  readonly ownClause: boolean;
  /** Whether its clause is about people or libraries in general: "children who use libraries". */
  readonly ofPeople: boolean;
  /** Whether its clause is about the whole country. */
  readonly ofNation: boolean;
  /** Whether its clause is about the use of a single service. */
  readonly ofUse: boolean;
  /** A link on the words of the figure. */
  readonly link: Source | undefined;
}

/**
 * The figures of a sentence, in order.
 *
 * @param span of the sentence, in the passage's prose
 * @param text of the sentence; `lower`: the same in lower case
 * @param quotes those of the passage
 * @param links those of the sentence
 * @param lead what a table says about its numbers, where the passage is a row
 */
export function figuresOf(
  passage: Passage,
  span: Span,
  text: string,
  lower: string,
  quotes: readonly Quote[],
  links: readonly Link[],
  lead: string,
): readonly FigureFacts[] {
  if (passage.inFootnote) return [];
  const whole = lead + lower;
  const figures: FigureFacts[] = [];
  for (const quantity of quantitiesIn(text)) {
    const { start, end } = quantity.span;
    const at = shifted(quantity.span, span.start);
    const placed = lead === '' ? quantity : { ...quantity, span: shifted(quantity.span, lead.length) };
    const kind = kindOf(placed, whole);
    const clause = clauseOf(text, lower, start, end);
    const ofNation = CUES.nationwide.test(clause);
    const link = links.find((candidate) => touches(candidate, at));
    figures.push({
      span: at,
      measure: quantity.measure,
      value: quantity.value,
      unit: quantity.unit,
      kind,
      kindInProposal: dependsOnPlace(quantity) ? kindOf(placed, whole, true) : kind,
      bearing: bearingOf(placed, kind, whole),
      quoted:
        passage.kind === 'quotation' ||
        quotes.some((quote) => quote.start <= at.start && at.end <= quote.end),
      ownClause: CUES.own.test(clause.replace(GENERAL, ' ').replace(OUR_PLACE, ' ')),
      ofUse: !ofNation && CUES.ofUse.test(clause),
      ofNation,
      ofPeople: CUES.atLarge.test(clause) || CUES.atLarge.test(subjectBefore(lower, start)),
      link: link && !/^(?:tel|mailto):/i.test(link.url) ? { kind: 'link', span: link.prose } : undefined,
    });
  }
  return figures;
}

const CLAUSE_BORDER = /[,;:–—(]|\b(?:and|but|so|while|because|which|who|that)\b/g;

/** The clause of a figure, in lower case. "WHO" is no border. */
function clauseOf(text: string, lower: string, start: number, end: number): string {
  const from = Math.max(0, start - 300);
  const before = text.slice(from, start);
  let border = 0;
  CLAUSE_BORDER.lastIndex = 0;
  for (let match = CLAUSE_BORDER.exec(before); match; match = CLAUSE_BORDER.exec(before))
    border = match.index;
  const after = /^[^,;:–—()]*/.exec(lower.slice(end, end + 300))?.[0] ?? '';
  return lower.slice(from + border, end) + after;
}

/** The subject of a figure that stands alone after a comma: "the share of children who …, from 48 per cent". */
function subjectBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - 200), start);
  return /[,–—]\s+(?:up\s+|down\s+)?(?:from|to|at|by)\s+(?:[a-z]+\s+){0,2}$/.test(before) ? before : '';
}
