/**
 * Services that a text says are not there: “the library does not run a homework club”, “we closed the digital hub”.
 * Words on them make no case. What people lack or cannot do is another matter: that is need.
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

/** Words between a subject and its verb, and between the verb and what it is about. */
const SUBJECT_WITHIN = 4;
const ABOUT_WITHIN = 6;

/** For each word whether it stands in what a library is said not to offer. One pass, in linear time. */
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
        if (breakAfter[k - 1] || lower[k] === 'but' || lower[k] === 'only') break;
        found[k] = 1;
      }
    }
    if (breakAfter[i]) {
      subject = -100;
      not = -100;
    }
  }
  return found;
}

function provides(i: number, lower: readonly string[]): boolean {
  return PROVIDE.has(lower[i]!) || (HAVE.has(lower[i]!) && ARTICLES.has(lower[i + 1] ?? ''));
}
