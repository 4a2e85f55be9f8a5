import { type Block, blockIndexAt, type Draft, type Passage, type Span, shifted } from '../draft';
import { hasInsert } from '../draft/unfilled';
import { ownSentences, sentencesOf } from './lib/blocks/prose';
import { writing } from './lib/fix';
import { typedStructuresIn } from './lib/lines/typed-structures';
import { rule } from './lib/rule';
import type { Fix, Problem } from './types';

/** Government style splits sentences above 25 words, but four in ten of real library papers are longer. */
const MOST = 35;
/** With so many words outside brackets, a sentence that is no list is more than a hint. */
const HARD = 55;
const WORDS = /[A-Za-zÀ-ÖØ-öø-ፚḀ-ỹ\d£][A-Za-zÀ-ÖØ-öø-ፚḀ-ỹ\d’'.,%-]*/gu;
/** A list within a sentence (“(a) notes …; (b) agrees …”), which readers take item by item. */
const LIST = /;[^;]*;|\(b\)|[:][^:]*;/;

/** Where a new sentence may begin: after a semicolon, or at “and”, “but” or “so” after a comma. */
const JOINT = /;\s+(?:(and|but|so)\s+)?|,\s+(and|but|so)\s+/gi;
/** A pronoun as the subject at the start of a clause. */
const PRONOUN =
  /^(?:(?:we|they|he|she|it|this|these|there|you|I|everyone|everybody|nobody)|(?:all|both|each|many|most|some|none|few|half) of (?:us|you|them|these|those))\s/i;
/** Verbs that make a full clause together with a subject before them. */
const FINITE =
  /^(?:is|are|was|were|has|have|had|do|does|did|will|would|can|cannot|could|may|might|must|should|shall)$/i;
/** Words that make a clause dependent. */
const BOUND = /^(?:that|which|who|whom|whose|where|when|while|if|because|as|than|to|by|with|without)$/i;
/** Beginnings that continue the clause before: “whether it may be let”, “not as it was done before”. */
const GOES_ON =
  /^(?:whether|not|nor|only|in particular|particularly|especially|notably|including|such as|for (?:example|instance))\b/i;
/** The most words of a subject before its verb. */
const MOST_SUBJECT = 6;
/** The fewest words of a clause before the joint: fewer after a comma may be an item of a list. */
const LEAST_CLAUSE = 5;

/** The fewest words that can be a sentence of their own. */
const LEAST = 6;

/** The fix that splits a sentence in two, as near to its middle as possible; none if no part can stand alone. */
function splits(block: Block, { prose }: Passage, span: Span, text: string): readonly Fix[] {
  if (LIST.test(text)) return [];
  const places = [...text.matchAll(JOINT)].filter(({ 0: joint, index }) => {
    const before = text.slice(0, index);
    const rest = text.slice(index + joint.length);
    if (GOES_ON.test(rest) || isOpen(before)) return false;
    return wordsIn(before) >= LEAST && wordsIn(rest) >= LEAST && (PRONOUN.test(rest) || isFull(before, rest));
  });
  const off = ({ index }: RegExpMatchArray): number => Math.abs(index! - text.length / 2);
  const [best] = places.sort((a, b) => off(a) - off(b));
  if (!best) return [];
  const [joint] = best;
  const start = span.start + best.index;
  const end = start + joint.length + 1;
  const source = prose.toSource(start, end);
  // Marks between the words would be lost.
  if (block.text.slice(source.start, source.end) !== prose.text.slice(start, end)) return [];
  const word = (best[1] ?? best[2] ?? '').toLowerCase();
  const begin = word === 'but' || word === 'so' ? `${word[0]!.toUpperCase()}${word.slice(1)} ` : '';
  const first = prose.text[end - 1]!;
  const rest = text
    .slice(best.index + joint.length)
    .split(/\s+/, 3)
    .join(' ');
  const written = `. ${begin}${begin ? first : first.toUpperCase()}`;
  return [writing(`Begin a new sentence at “${begin}${rest} …”`, source, written)];
}

/** Whether the words after a joint have a subject and a verb, and are not the last item of a list. */
function isFull(before: string, rest: string): boolean {
  const clause = before.slice(before.lastIndexOf(',') + 1);
  if (wordsIn(clause) < LEAST_CLAUSE) return false;
  const words = rest.split(/\s+/, MOST_SUBJECT + 1);
  const verb = words.findIndex((word) => FINITE.test(word) && word !== 'May');
  const subject = words.slice(0, verb);
  return verb > 0 && subject.every((word) => /^[\w£’'-]+$/.test(word) && !BOUND.test(word));
}

/** Whether words end within brackets. */
const isOpen = (text: string): boolean => text.lastIndexOf('(') > text.lastIndexOf(')');

const wordsIn = (text: string): number => text.match(WORDS)?.length ?? 0;

function isHard(text: string): boolean {
  return !LIST.test(text) && wordsIn(text.replace(/\([^()]*\)/g, ' ')) >= HARD;
}

/** The span of the whole sentence at an offset of a draft: the finding marks only its first words. */
export function sentenceAt(draft: Draft, offset: number): Span | undefined {
  const placed = draft.blocks[blockIndexAt(draft, offset)];
  if (!placed) return undefined;
  return sentencesOf(placed.block)
    .map(({ passage, span }) => passage.prose.toSource(span.start, span.end))
    .map((span) => shifted(span, placed.start))
    .find(({ start, end }) => start <= offset && offset < end);
}

export const sentenceLong = rule('sentence-long', {
  inBlock({ block }) {
    const problems: Problem[] = [];
    // Lines that Markdown runs together are no sentence that anybody wrote, and have a finding of their own.
    if (typedStructuresIn(block).length > 0) return problems;
    for (const { passage, span, text } of ownSentences(block)) {
      if (passage.kind === 'table-row') continue;
      // What is to be filled in will have other words.
      if (/["“”]/.test(text) || hasInsert(text)) continue;
      const words = wordsIn(text);
      if (words <= MOST) continue;
      const first = /^\W*\S+(?:\s+\S+){0,4}/.exec(text)?.[0].length ?? text.length;
      problems.push({
        span: passage.prose.toSource(span.start, span.start + first),
        ...(isHard(text) && { severity: 'information' as const }),
        fixes: splits(block, passage, span, text),
        message: `This sentence has ${words} words, and readers in a hurry lose the thread after about 25. Split it.`,
      });
    }
    return problems;
  },
});
