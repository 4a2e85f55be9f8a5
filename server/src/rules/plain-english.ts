import type { Block, Span } from '../draft';
import { Matcher } from '../words/matcher';
import { type Words, wordsOf } from '../words/tokenize';
import data from './data/wording.json';
import { sentencesOf, spanIn } from './lib/blocks/prose';
import { fixesOf } from './lib/fix';
import { rule } from './lib/rule';
import { finderOf, type Phrase } from './lib/wording/phrases';
import type { Problem } from './types';

const LONG = 'A shorter word says the same.';
const VAGUE = 'It sounds grand and says little.';

type Fitting = NonNullable<Phrase['fitting']>;

/** Beginnings of what needs “of” after “most”: “most of those who came”, but “most loans”. */
const DETERMINED =
  /^\s+(?:the|th[eo]se|this|that|our|their|its|his|her|my|your|them|us|you|it|whom|which|what|all)\b|^\s+[A-Z]\w*[’']s\b/;
/** A number, before which “most” does not fit: “most 40 respondents”, “most of 40”. */
const NUMBER =
  /^\s+(?:(?:about|around|nearly|almost|over|some|only|just|under|roughly)\s+)?(?:[£€$]?\d|(?:an?\s+)?(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|dozens?|few)\b)/i;
const of =
  (words: string): Fitting =>
  (_before, after) => {
    if (NUMBER.test(after)) return [];
    return DETERMINED.test(after) ? [words] : undefined;
  };
/** Offers no replacement after the pattern `ahead` or before the pattern `behind`. */
const notBy =
  (behind: RegExp | undefined, ahead?: RegExp): Fitting =>
  (before, after) =>
    behind?.test(after) || ahead?.test(before) ? [] : undefined;

/** Leaves movement alone: “going forward to the panel”, “is moving forward with it”. */
const GOES = notBy(
  /^\s+(?:to|with|in|on|as|under|into|at|for|by|from)\b/i,
  /\b(?:is|are|was|were|be|been|not|keeps?|of|for|by|now|when|before|after|in)\s+$/i,
);
const FITTING: Readonly<Record<string, Fitting>> = {
  'the majority of': of('most of'),
  'a large number of': of('many of'),
  'going forward': GOES,
  'moving forward': GOES,
  'prior to': notBy(/^\s+(?:\S+\s+){1,6}(?:being|going|having|coming|becoming|getting|taking|leaving)\b/i),
  'endeavour to': notBy(undefined, /\b(?:an?|the|this|every|any|our|their)\s+$/i),
  notwithstanding: notBy(/^(?:\s+that\b|\s*[.,;])/i),
};
/** Before “in” no replacement fits: “it leverages in £4,000”. */
const BRINGS_IN = notBy(/^\s+in\b/i);

/** Words that sound grand, and what is to be said in their place. */
const EMPTY: Readonly<Record<string, string>> = {
  holistic: 'Say what is done together.',
  synergies: 'Say what is saved or gained by working together.',
  'best-in-class': 'Say what it is better than.',
  'step change': 'Say what changes.',
  'low-hanging fruit': 'Say what is easy to do.',
};

const PHRASES: readonly Phrase[] = [
  ...Object.entries(data.plain).map(([text, instead]): Phrase => {
    const fitting = FITTING[text];
    return { text, instead: [instead], why: LONG, ...(fitting && { fitting }) };
  }),
  ...Object.entries(EMPTY).map(([text, say]) => ({ text, instead: [], why: `${VAGUE} ${say}` })),
  // The author must choose by context: “a charge about a roof” is wrong for “a charge in respect of a roof”.
  ...['in relation to', 'in respect of'].map((text) => ({
    text,
    instead: ['about', 'for', 'on'],
    why: LONG,
  })),
  { text: 'leveraging', instead: ['using'], why: VAGUE, fitting: BRINGS_IN },
  {
    text: 'leverage',
    instead: ['use'],
    why: VAGUE,
    unlessBefore: /\b(?:financial|the|of)\s+$/i,
    fitting: BRINGS_IN,
  },
  {
    text: 'stakeholders',
    instead: [],
    why: 'It leaves open who is meant. Say who: users, staff, schools, partners.',
    unlessAfter: /^\s*[,:(]|^\s+(?:including|such)/i,
  },
  {
    text: 'cutting-edge',
    instead: ['new'],
    why: VAGUE,
    fitting: notBy(undefined, /\b(?:latest|newest|new)(?:\s*,)?\s+$/i),
  },
];

const find = finderOf(PHRASES);

const isIn = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

const SHOWN = 4;

const listed = (words: readonly string[]): string =>
  words
    .slice(0, SHOWN)
    .map((word) => `“${word.replace(/\s+/g, ' ')}”`)
    .join(', ');

export const plainEnglish = rule('plain-english', {
  inBlock({ block }) {
    const single = find(block);
    const piles = pilesOf(block, single);
    // A sentence that is to be rewritten gets one finding, without those on its words.
    return [...piles, ...single.filter((one) => !piles.some((pile) => isIn(one.span, pile.span)))];
  },
});

/** The number of different grand words that makes a pile of a sentence. */
const PILE = 2;
const LETTERS_OF_AN_IDEA = 6;

const matcher = new Matcher<string>();
// Each phrase matches in any inflection.
for (const phrase of data.grand) matcher.add(phrase, phrase);

/** Whether a word has a capital within a sentence, as in the name of a fund, a department or an award. */
const isName = ({ form }: Words, at: number): boolean => at > 0 && /^\p{Lu}/u.test(form[at]!);

/** Problems for sentences with several grand words; they offer the fixes of these words. Runs in linear time. */
function pilesOf(block: Block, single: readonly Problem[]): readonly Problem[] {
  const piles: Problem[] = [];
  for (const sentence of sentencesOf(block)) {
    const { passage, text } = sentence;
    if (passage.inFootnote || passage.kind === 'table-row') continue;
    const words = wordsOf(text);
    /** By the first letters, so that “sustainable” and “sustainability” count once. */
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
    const span = spanIn(sentence, { start: places[0]!.start, end: places.at(-1)!.end });
    const grand = places.map(({ start, end }) => text.slice(start, end));
    piles.push({
      span,
      fixes: () => single.filter((one) => isIn(one.span, span)).flatMap(fixesOf),
      severity: 'information',
      message: `${listed(grand)}: grand words, and nothing that a reader can see or check. Say what the library does, for whom, and what changes.`,
    });
  }
  return piles;
}
