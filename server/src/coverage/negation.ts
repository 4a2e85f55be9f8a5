/**
 * Finds what a text says is not there, or did no good: “the library does not run a homework club”, “we closed the
 * digital hub”, “the sessions did not help anybody”. Cues there make no case. What people lack or cannot do is
 * different: that is need.
 */
import type { Words } from '../words/tokenize';
import data from './vocabulary.json';

const SUBJECT = new Set(data.negation.subject);
const NOT = new Set(data.negation.not);
/** Verbs for providing something, in the forms that follow a negation. */
const PROVIDE = new Set(data.negation.provide);
/** “Does not have a homework club”, but not “could not have been done”. */
const HAVE = new Set(['have', 'has']);
const ARTICLES = new Set(['a', 'an', 'any', 'the']);
const END = new Set(data.negation.end);

/** Verbs for doing good, in the forms that follow a negation. */
const GOOD = new Set(data.negation.good);
const NO_GOOD_AFTER = new Set(['not', "don't", "doesn't", "didn't", "haven't", "hasn't", 'never']);
/** Verbs for gaining something: “no pupil improved”. */
const HAD = new Set(['improved', 'gained', 'learned', 'learnt', 'benefited', 'helped', 'found']);
const NOBODY = new Set(['none', 'nobody', 'no']);
/** Participles for what was done for people, after “was”: “no artist was paid”. “Nobody taught them” is need. */
const DONE = new Set(['paid', 'commissioned', 'taught', 'trained', 'supported', 'lent', 'reached']);
const WAS = new Set(['is', 'are', 'was', 'were', 'been']);
/** The most words between “no” and the verb. */
const NOBODY_WITHIN = 4;
/** Nouns for services, which a place may no longer have. */
const SERVICES = new Set(data.negation.services);
/** Words that turn a negation to something else: “nobody had helped them before”, “did not only help”. */
const TURNS = new Set(data.negation.turns);
const COULD = new Set(['could', 'can']);
/** Words after which a new statement begins. */
const ENDS_SERVICE = new Set(['but', 'only', 'so', 'because', 'where', 'which', 'who']);

/** The most words between a subject and its verb, and between the verb and its object. */
const SUBJECT_WITHIN = 4;
const ABOUT_WITHIN = 6;

/** Bit masks of what a word can be, so that each is looked up once. */
const IS_SUBJECT = 1;
const IS_NOT = 2;
const PROVIDES = 4;
const HAS = 8;
const IS_ARTICLE = 16;
const ENDS = 32;
const IS_GOOD = 64;
const NO_GOOD_FOLLOWS = 128;
const IS_HAD = 256;
const IS_NOBODY = 512;
const TURNS_IT = 1024;
const ENDS_IT = 2048;
const IS_COULD = 4096;
const IS_LONGER = 8192;
const IS_SERVICE = 16_384;
const IS_DONE = 32_768;
const IS_WAS = 65_536;
const KINDS = new Map<string, number>();
for (const [words, bit] of [
  [SUBJECT, IS_SUBJECT],
  [NOT, IS_NOT],
  [PROVIDE, PROVIDES],
  [HAVE, HAS],
  [ARTICLES, IS_ARTICLE],
  [END, ENDS],
  [GOOD, IS_GOOD],
  [NO_GOOD_AFTER, NO_GOOD_FOLLOWS],
  [HAD, IS_HAD],
  [NOBODY, IS_NOBODY],
  [TURNS, TURNS_IT],
  [ENDS_SERVICE, ENDS_IT],
  [COULD, IS_COULD],
  [['longer'], IS_LONGER],
  [SERVICES, IS_SERVICE],
  [DONE, IS_DONE],
  [WAS, IS_WAS],
] as const) {
  for (const word of words) KINDS.set(word, (KINDS.get(word) ?? 0) | bit);
}

/** Marks the words that say what a library does not offer, or what did no good. Linear time. */
export function withheld({ lower, breakAfter }: Words): Uint8Array {
  const found = new Uint8Array(lower.length);
  const kinds = new Uint32Array(lower.length);
  for (let i = 0; i < lower.length; i++) kinds[i] = KINDS.get(lower[i]!) ?? 0;
  let subject = -100;
  let not = -100;
  for (let i = 0; i < kinds.length; i++) {
    const kind = kinds[i]!;
    if (kind & IS_SUBJECT) subject = i;
    else if (kind & IS_NOT && i - subject <= SUBJECT_WITHIN) not = i;
    // “Bramley no longer has a job club”. People who no longer have a computer are in need.
    else if (kind & IS_LONGER && hasLost(kinds, breakAfter, i)) not = i;
    else if ((i - not <= 2 && provides(i, kinds)) || (kind & ENDS && i - subject <= 2)) {
      for (let k = i + 1; k < kinds.length && k <= i + ABOUT_WITHIN; k++) {
        if (breakAfter[k - 1] || kinds[k]! & ENDS_IT) break;
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
  const nobody = (kinds[start]! & IS_NOBODY) !== 0;
  let none = false;
  let was = -1;
  for (let i = start; i < end; i++) {
    const kind = kinds[i]!;
    if (kind & TURNS_IT) return false;
    none ||= nobody && (kind & IS_HAD) !== 0;
    if (kind & IS_WAS && was < 0) was = i;
    // Only the first verb counts, close to “no”: not “no appointment is needed and 60 people were trained”.
    none ||= nobody && (kind & IS_DONE) !== 0 && was === i - 1 && was - start <= NOBODY_WITHIN;
    // Those who could not help are in need of help.
    const could = i > 0 && (kinds[i - 1]! & IS_COULD) !== 0;
    none ||= !could && (kind & NO_GOOD_FOLLOWS) !== 0 && i + 1 < end && (kinds[i + 1]! & IS_GOOD) !== 0;
  }
  return none;
}

function provides(i: number, kinds: Uint32Array): boolean {
  const kind = kinds[i]!;
  return (
    (kind & PROVIDES) !== 0 ||
    ((kind & HAS) !== 0 && i + 1 < kinds.length && (kinds[i + 1]! & IS_ARTICLE) !== 0)
  );
}

/**
 * Whether what is “no longer” there, from word `i` on, is a service (“the town no longer has a job club”) and not a
 * possession.
 */
function hasLost(kinds: Uint32Array, breakAfter: ArrayLike<number | boolean>, i: number): boolean {
  if (((kinds[i + 1] ?? 0) & HAS) === 0) return false;
  for (let k = i + 2; k < kinds.length && k <= i + 1 + ABOUT_WITHIN && !breakAfter[k - 1]; k++)
    if (kinds[k]! & IS_SERVICE) return true;
  return false;
}
