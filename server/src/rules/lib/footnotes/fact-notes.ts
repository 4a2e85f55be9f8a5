/** Footnotes that cite facts of the evidence. */
import { type Draft, lowerCase } from '../../../draft';
import { type Fact, factText, type Quantity, quantitiesIn } from '../../../evidence';
import type { Fix } from '../../types';
import { agrees, hasAll } from '../evidence/facts';
import { appendNotes, cited, footnoteLabels } from './append';
import { sameNote } from './notes';

/** The most characters of a source that a fix quotes. */
const EXCERPT = 70;

/** The beginning of a source, as the title of a fix quotes it. */
export function beginning(text: string): string {
  return text.length > EXCERPT
    ? `${text
        .slice(0, EXCERPT)
        .replace(/\s\S*$/, '')
        .replace(/[,;:]$/, '')}…`
    : text;
}

/** The most facts that are offered for a sentence. */
const MOST = 2;

/** The footnote that cites a fact: one that the draft has already, or a new one, with its text. */
export function noteOfFact(draft: Draft, fact: Fact): { readonly label: string; readonly note?: string } {
  const known = sameNote(draft, factText(fact, fact.id).note);
  if (known !== undefined) return { label: known };
  const taken = new Set(footnoteLabels(draft));
  let label = fact.id.toLowerCase().replace(/[^\p{L}\p{N}-]+/gu, '-');
  for (let count = 2; taken.has(label); count++) label = `${label.replace(/-\d+$/, '')}-${count}`;
  return { label, note: factText(fact, label).note };
}

/** A round number, such as 40% or 1,000, may be the figure of a fact by chance. */
const isRound = (words: string): boolean => words.replace(/[^1-9]/g, '').length < 2;

/** Whether a sentence speaks of what a fact speaks of, and has its figure. */
function tells(saying: string, lower: string, quantities: readonly Quantity[], fact: Fact): boolean {
  if (!hasAll(lower, fact.about)) return false;
  if (/librar/i.test(fact.statement) && !/librar/.test(lower)) return false;
  const isNamed = fact.keywords?.some((word) => lower.includes(lowerCase(word)));
  return quantities.some(
    (quantity) =>
      agrees(quantity, fact, saying) &&
      !isRound(saying.slice(quantity.span.start, quantity.span.end)) &&
      // Shares of anything may be the same.
      (isNamed === true || quantity.measure !== 'percent'),
  );
}

/** The facts that a sentence tells: with their figure, not round, in its unit, and the words that a sentence about them has. */
export function factsTold(facts: readonly Fact[], saying: string): readonly Fact[] {
  const lower = lowerCase(saying);
  const quantities = quantitiesIn(saying);
  return facts.filter((fact) => tells(saying, lower, quantities, fact)).slice(0, MOST);
}

/** The title of a fix that cites a fact. */
export const citing = ({ source }: Fact): string =>
  `Cite the evidence: “${beginning(`${source.publisher}, ${source.title}`)}”`;

/** The fixes that put a footnote at `at` with the source of a fact which a sentence tells. */
export function factFixes(draft: Draft, facts: readonly Fact[], at: number, saying: string): readonly Fix[] {
  return factsTold(facts, saying).map((fact) => {
    const { label, note } = noteOfFact(draft, fact);
    const edits = cited(at, label, note === undefined ? undefined : appendNotes(draft, [note]));
    return { title: citing(fact), edits };
  });
}
