/**
 * What a text says is not there, or did no good: “the library does not run a homework club”, “we closed the digital
 * hub”, “the sessions did not help anybody”. Words on it make no case. What people lack or cannot do is another matter:
 * that is need.
 */
import type { Words } from './words';

const SUBJECT = new Set([
  'we',
  'they',
  'it',
  'library',
  'libraries',
  'council',
  'service',
  'branch',
  'authority',
]);
const NOT = new Set(['not', "don't", "doesn't", "didn't", "won't", 'cannot', "can't", 'never', 'longer']);
/** In the forms that follow a negation. */
const PROVIDE = new Set([
  'run',
  'runs',
  'offer',
  'offers',
  'provide',
  'provides',
  'host',
  'hosts',
  'hold',
  'holds',
  'lend',
  'lends',
  'teach',
]);
/** “Does not have a homework club”, but not “could not have been done”. */
const HAVE = new Set(['have', 'has']);
const ARTICLES = new Set(['a', 'an', 'any', 'the']);
const END = new Set(['closed', 'scrapped', 'axed', 'withdrew', 'cancelled', 'ended', 'shut', 'dropped']);

/** Good that is not done, after a negation. */
const GOOD = new Set([
  'help',
  'helped',
  'improve',
  'improved',
  'benefit',
  'benefited',
  'gain',
  'gained',
  'change',
]);
const NO_GOOD_AFTER = new Set(['not', "don't", "doesn't", "didn't", "haven't", "hasn't"]);
/** Good that nobody had: “no pupil improved”. */
const HAD = new Set(['improved', 'gained', 'learned', 'learnt', 'benefited', 'helped', 'found']);
const NOBODY = new Set(['none', 'nobody', 'no']);
/** With one of these a negation is about something else: “nobody had helped them before”, “did not only help”. */
const TURNS = new Set(['before', 'until', 'only', 'but', 'else', 'longer', 'without', 'previously']);
/** What follows on these is said for itself. */
const ENDS_SERVICE = new Set(['but', 'only', 'so', 'because', 'where', 'which', 'who']);

/** Words between a subject and its verb, and between the verb and what it is about. */
const SUBJECT_WITHIN = 4;
const ABOUT_WITHIN = 6;

/** For each word whether it stands in what a library is said not to offer, or what did no good. In linear time. */
export function withheld({ lower, breakAfter }: Words): Uint8Array {
  const found = new Uint8Array(lower.length);
  let subject = -100;
  let not = -100;
  for (let i = 0; i < lower.length; i++) {
    const word = lower[i]!;
    if (SUBJECT.has(word)) subject = i;
    else if (NOT.has(word) && i - subject <= SUBJECT_WITHIN) not = i;
    else if ((provides(i, lower) && i - not <= 2) || (END.has(word) && i - subject <= 2)) {
      for (let k = i + 1; k < lower.length && k <= i + ABOUT_WITHIN; k++) {
        if (breakAfter[k - 1] || ENDS_SERVICE.has(lower[k]!)) break;
        found[k] = 1;
      }
    }
    if (breakAfter[i]) {
      subject = -100;
      not = -100;
    }
  }
  let start = 0;
  for (let i = 0; i < lower.length; i++) {
    if (!breakAfter[i] && i + 1 < lower.length) continue;
    if (didNoGood(lower, start, i + 1)) found.fill(1, start, i + 1);
    start = i + 1;
  }
  return found;
}

/** Whether the words from `start` to `end`, a sentence or a part of one, say that something did no good. */
function didNoGood(lower: readonly string[], start: number, end: number): boolean {
  const nobody = NOBODY.has(lower[start]!);
  let none = false;
  for (let i = start; i < end; i++) {
    const word = lower[i]!;
    if (TURNS.has(word)) return false;
    none ||= nobody && HAD.has(word);
    // Who could not help needs help.
    const could = lower[i - 1] === 'could' || lower[i - 1] === 'can';
    none ||= !could && NO_GOOD_AFTER.has(word) && i + 1 < end && GOOD.has(lower[i + 1]!);
  }
  return none;
}

function provides(i: number, lower: readonly string[]): boolean {
  return PROVIDE.has(lower[i]!) || (HAVE.has(lower[i]!) && ARTICLES.has(lower[i + 1] ?? ''));
}
