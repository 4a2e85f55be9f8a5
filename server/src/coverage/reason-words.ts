/** Decides which words of the model are shown as reasons: some would only puzzle a reader. */
import { sentences } from '../draft/sentences';
import type { Span } from '../draft/types';
import { wordsOf } from '../words/words';
import type { Features } from './features';
import type { Cue } from './lexicon';
import data from './words.json';

/** Words that help the model and tell a reader nothing: “people who”, “increase”, “have no”. */
const PLAIN: ReadonlySet<string> = new Set(data.plain);

/** Stems of words in the class for people who benefit that are no people: places, lessons and hardships. */
const NOBODY: ReadonlySet<string> = new Set(data.nobody.map((phrase) => wordsOf(phrase).stem.join(' ')));

/** Stems of words for offices: a “Cabinet Member for Culture” gains nothing. */
const OF_MEMBERS: ReadonlySet<string> = new Set([
  'cabinet',
  'committe',
  'council',
  'board',
  'portfolio',
  'ward',
]);

/** Stems of verbs whose object gains nothing: “to speak to grandchildren abroad”. */
const SPEAKS: ReadonlySet<string> = new Set([
  'speak',
  'talk',
  'call',
  'writ',
  'write',
  'wrote',
  'written',
  'chat',
]);

/** Whether a cue is worth showing as a reason. */
export function isTelling(text: string): boolean {
  const words = text.toLowerCase().replaceAll('’', "'");
  return !PLAIN.has(words) && !PLAIN.has(words.replace(/'s$/, ''));
}

/** Whether the people of a cue are those who gain. */
export function gains({ words }: Features, { first, last }: Cue): boolean {
  const stems = words.stem.slice(first, last + 1).join(' ');
  if (NOBODY.has(stems)) return false;
  if (stems === 'member' && OF_MEMBERS.has(words.stem[first - 1] ?? '')) return false;
  return !(words.stem[first - 1] === 'to' && SPEAKS.has(words.stem[first - 2] ?? ''));
}

/** Returns whether a span of a text shares a sentence with any of `others`; always true where there are none. */
export function besideAny(text: string, others: readonly Span[]): (place: Span) => boolean {
  if (others.length === 0) return () => true;
  const speaking = sentences(text).filter((one) =>
    others.some(({ start, end }) => start < one.end && one.start < end),
  );
  return ({ start, end }) => speaking.some((one) => start < one.end && one.start < end);
}
