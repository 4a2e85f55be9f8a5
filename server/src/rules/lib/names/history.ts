/** Finds where an old name is right: in a sentence about the time when it was in use, or about the change. */
import type { Span } from '../../../draft/types';
import { getOrInsert } from '../../../util/memoize';
import { yearOf } from '../dates/months';
import type { Found } from './former-names';

/** How much text before and behind a name is searched, in characters. */
const NEAR = 60;

const BEFORE =
  /\b(?:former(?:ly)?|previous(?:ly)?|then|old|late|erstwhile|defunct|abolished|original(?:ly)?|what\s+was|(?:was|were|been|originally|still)\s+(?:called|known\s+as|named)|known\s+as|successors?\s+(?:to|of)|predecessors?|days\s+of|(?:demise|end|closure|loss|abolition|winding[-\s]up)\s+of|inherited\s+from|(?:previous|former|last|then|Conservative|coalition)\s+(?:government|administration)['’]s|(?:re)?nam\w+\s+from|replac\w+|succeed\w+|supersed\w+|took\s+over\s+from|taken\s+over\s+from|merged\s+with|absorbed|changed\s+(?:its\s+name\s+)?from)\s{0,3}[-–,:]?\s{0,3}(?:the\s+|an?\s+|called\s+|by\s+|of\s+|name\s+)*[("“‘'*]*$/i;
const AFTER =
  /^['’]?s?\s*(?:\([A-Z&]{2,8}s?\)\s*)?(?:[\w-]+\s+){0,2}closed\b|^['’]?s?\s*(?:\([A-Z&]{2,8}s?\)\s*)?(?:[,("“]\s*)?(?:\(?(?:now|since|later|today|as\s+(?:it|they)\s+(?:was|were)|as\s+was)\b|(?:which|who|that)\s+(?:(?:is|are|has|have|had|was|were)\s+)?(?:now|since|then|later|became|been|closed|ended|ceased|replaced|abolished|renamed|merged)\b|(?:(?:was|were|is|are|has|have|had|been|being)\s+)*(?:since\s+|later\s+|then\s+|now\s+)?(?:became|become|renamed|rebranded|replaced|merged|abolished|disbanded|superseded|dissolved|scrapped|wound\s+up|called|known\s+as)\b|(?:closed|ended|ceased|days|era|years|times)\b)/i;
const ANYWHERE =
  /\b(?:formerly|renamed|rebranded|used\s+to\s+be|no\s+longer\s+(?:exists?|called|in\s+use)|until\s+(?:it|they)\s+(?:was|were|closed|ended|ceased)|abolished|predecessors?|successors?\s+to|at\s+(?:the|that)\s+time|in\s+those\s+days|historically|in\s+the\s+(?:early\s+|late\s+|mid-)?(?:(?:19|20)\d0s|\w+ties)|(?:years|decades)\s+ago|last\s+century|chang\w+\s+(?:its|their|the)\s+names?|(?:new|old|former|previous)\s+names?|name\s+chang\w+)\b/i;
const YEAR = /\b(?:19|20)\d\d\b/g;
/** A law before or behind its year, which is not a time that the sentence is about. */
const OF_A_LAW = /\b(?:Acts?|Regulations?|Order|Measure|Code)(?:\s+\([^()]{1,40}\))?,?\s+$/;
const LAW_BEHIND = /^\s+(?:Acts?|Regulations?|Order|Measure|Code)\b/;

/** How many years of a sentence are read at most, so that long lists take no time. */
const MOST_YEARS = 50;

interface Read {
  readonly isHistory: boolean;
  /** The years of a sentence, with their offsets in the text. */
  readonly years: readonly { readonly year: number; readonly at: number }[];
}

/**
 * A test for names in a text: whether the sentence of one is about the time when it was in use, or about its change.
 * Each sentence is read once.
 */
export function historyIn(text: string): (sentence: Span, found: Found) => boolean {
  const known = new Map<Span, Read>();
  return (sentence, { name, start, end }) => {
    if (BEFORE.test(text.slice(Math.max(sentence.start, start - NEAR), start))) return true;
    if (AFTER.test(text.slice(end, Math.min(sentence.end, end + NEAR)))) return true;
    const { isHistory, years } = getOrInsert(known, sentence, () => read(text, sentence));
    const until = name.since && yearOf(name.since);
    return (
      isHistory ||
      (until !== undefined &&
        years.some(({ year, at }) => name.from <= year && year <= until && !(start <= at && at <= end + 1)))
    );
  };
}

function read(text: string, sentence: Span): Read {
  const words = text.slice(sentence.start, sentence.end);
  const years: Read['years'][number][] = [];
  for (const { 0: written, index } of words.matchAll(YEAR)) {
    if (years.length === MOST_YEARS) break;
    if (OF_A_LAW.test(words.slice(Math.max(0, index - NEAR), index))) continue;
    if (LAW_BEHIND.test(words.slice(index + 4, index + 20))) continue;
    years.push({ year: Number(written), at: sentence.start + index });
  }
  return { isHistory: ANYWHERE.test(words), years };
}
