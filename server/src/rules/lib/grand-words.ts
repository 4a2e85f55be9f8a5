/**
 * Words that sound grand and that nobody can check. One of them is a matter of taste: editors mark a third. Two in a
 * sentence leave no room for what somebody does, and are struck out.
 */
import type { Block, Span } from '../../draft';
import { Matcher } from '../../words/matcher';
import { type Words, wordsOf } from '../../words/words';
import data from '../data/words.json';
import { sentencesOf } from './prose';

/** So many different ones in a sentence are a pile. */
const PILE = 2;
const LETTERS_OF_AN_IDEA = 6;

const matcher = new Matcher<string>();
// Each in any inflection.
for (const phrase of data.grand) matcher.add(phrase, phrase);

interface Pile {
  /** From the first of them to the last, in the block. */
  readonly span: Span;
  /** As written, each once. */
  readonly words: readonly string[];
}

/** A capital within a sentence is that of a fund, a department or an award. */
const isName = ({ form }: Words, at: number): boolean => at > 0 && /^\p{Lu}/u.test(form[at]!);

/** The sentences of a block that are piled up of such words. In linear time. */
export function pilesIn(block: Block): readonly Pile[] {
  const piles: Pile[] = [];
  for (const { passage, text, span } of sentencesOf(block)) {
    if (passage.inFootnote || passage.kind === 'table-row') continue;
    const words = wordsOf(text);
    /** By how it begins, so that “sustainable” and “sustainability” count once. */
    const found = new Map<string, Span>();
    let last = -1;
    for (const match of matcher.match(words)) {
      const idea = match.values[0]!.slice(0, LETTERS_OF_AN_IDEA);
      if (match.first <= last || found.has(idea) || isName(words, match.first)) continue;
      last = match.last;
      found.set(idea, { start: words.start[match.first]!, end: words.end[match.last]! });
    }
    if (found.size < PILE) continue;
    const places = [...found.values()];
    piles.push({
      span: passage.prose.toSource(span.start + places[0]!.start, span.start + places.at(-1)!.end),
      words: places.map(({ start, end }) => text.slice(start, end)),
    });
  }
  return piles;
}
