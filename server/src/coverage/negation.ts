/**
 * Finds what a text says is not there, or did no good: “the library does not run a homework club”, “we closed the
 * digital hub”, “the sessions did not help anybody”. Cues there make no case. What people lack or cannot do is
 * different: that is need.
 */
import type { Words } from '../words/tokenize';
import data from './vocabulary.json';

/** What a word can be, each in a bit of its own, so that it is looked up once. */
const KINDS = new Map<string, number>();
let next = 1;

/** Makes a kind of these words, and returns its bit. */
function kindOf(words: readonly string[]): number {
  const bit = next;
  next *= 2;
  for (const word of words) KINDS.set(word, (KINDS.get(word) ?? 0) | bit);
  return bit;
}

const SUBJECT = kindOf(data.negation.subject);
const NOT = kindOf(data.negation.not);
const LONGER = kindOf(['longer']);
/** Verbs for providing something, in the forms that follow a negation. */
const PROVIDE = kindOf(data.negation.provide);
/** “Does not have a homework club”, but not “could not have been done”. */
const HAVE = kindOf(['have', 'has']);
const ARTICLE = kindOf(['a', 'an', 'any', 'the']);
/** Verbs for closing something. */
const END = kindOf(data.negation.end);
/** Nouns for services, which a place may no longer have. */
const SERVICE = kindOf(data.negation.services);
/** Words after which a new statement begins. */
const GOES_ON = kindOf(['but', 'only', 'so', 'because', 'where', 'which', 'who']);

/** Verbs for doing good, in the forms that follow a negation. */
const GOOD = kindOf(data.negation.good);
const NO_GOOD_AFTER = kindOf(['not', "don't", "doesn't", "didn't", "haven't", "hasn't", 'never']);
const COULD = kindOf(['could', 'can']);
const NOBODY = kindOf(['none', 'nobody', 'no']);
/** Verbs for gaining something: “no pupil improved”. */
const HAD = kindOf(['improved', 'gained', 'learned', 'learnt', 'benefited', 'helped', 'found']);
/** Participles for what was done for people, after “was”: “no artist was paid”. “Nobody taught them” is need. */
const DONE = kindOf(['paid', 'commissioned', 'taught', 'trained', 'supported', 'lent', 'reached']);
const WAS = kindOf(['is', 'are', 'was', 'were', 'been']);
/** Words that turn a negation to something else: “nobody had helped them before”, “did not only help”. */
const TURNS = kindOf(data.negation.turns);

/** The most words between “no” and the verb. */
const NOBODY_WITHIN = 4;
/** The most words between a subject and its verb, and between the verb and its object. */
const SUBJECT_WITHIN = 4;
const ABOUT_WITHIN = 6;

/** Marks the words that say what a library does not offer, or what did no good. Linear time. */
export function withheld({ lower, breakAfter }: Words): Uint8Array {
  const found = new Uint8Array(lower.length);
  const kinds = new Uint32Array(lower.length);
  for (let i = 0; i < lower.length; i++) kinds[i] = KINDS.get(lower[i]!) ?? 0;
  let subject = -100;
  let not = -100;
  for (let i = 0; i < kinds.length; i++) {
    const kind = kinds[i]!;
    if (kind & SUBJECT) subject = i;
    else if (kind & NOT && i - subject <= SUBJECT_WITHIN) not = i;
    // “Bramley no longer has a job club”. People who no longer have a computer are in need.
    else if (kind & LONGER && hasLost(kinds, breakAfter, i)) not = i;
    else if ((i - not <= 2 && provides(i, kinds)) || (kind & END && i - subject <= 2)) {
      for (let k = i + 1; k < kinds.length && k <= i + ABOUT_WITHIN; k++) {
        if (breakAfter[k - 1] || kinds[k]! & GOES_ON) break;
        found[k] = 1;
      }
    }
    if (breakAfter[i]) {
      subject = -100;
      not = -100;
    }
  }
  let start = 0;
  for (let i = 0; i < kinds.length; i++) {
    if (!breakAfter[i] && i + 1 < kinds.length) continue;
    if (didNoGood(kinds, start, i + 1)) found.fill(1, start, i + 1);
    start = i + 1;
  }
  return found;
}

/** Whether the words from `start` to `end`, a sentence or a part of one, say that something did no good. */
function didNoGood(kinds: Uint32Array, start: number, end: number): boolean {
  const nobody = (kinds[start]! & NOBODY) !== 0;
  let none = false;
  let was = -1;
  for (let i = start; i < end; i++) {
    const kind = kinds[i]!;
    if (kind & TURNS) return false;
    none ||= nobody && (kind & HAD) !== 0;
    if (kind & WAS && was < 0) was = i;
    // Only the first verb counts, close to “no”: not “no appointment is needed and 60 people were trained”.
    none ||= nobody && (kind & DONE) !== 0 && was === i - 1 && was - start <= NOBODY_WITHIN;
    // Those who could not help are in need of help.
    const could = i > 0 && (kinds[i - 1]! & COULD) !== 0;
    none ||= !could && (kind & NO_GOOD_AFTER) !== 0 && i + 1 < end && (kinds[i + 1]! & GOOD) !== 0;
  }
  return none;
}

function provides(i: number, kinds: Uint32Array): boolean {
  const kind = kinds[i]!;
  return (
    (kind & PROVIDE) !== 0 || ((kind & HAVE) !== 0 && i + 1 < kinds.length && (kinds[i + 1]! & ARTICLE) !== 0)
  );
}

/**
 * Whether what is “no longer” there, from word `i` on, is a service (“the town no longer has a job club”) and not a
 * possession.
 */
function hasLost(kinds: Uint32Array, breakAfter: ArrayLike<number | boolean>, i: number): boolean {
  if (((kinds[i + 1] ?? 0) & HAVE) === 0) return false;
  for (let k = i + 2; k < kinds.length && k <= i + 1 + ABOUT_WITHIN && !breakAfter[k - 1]; k++)
    if (kinds[k]! & SERVICE) return true;
  return false;
}
