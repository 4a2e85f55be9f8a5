/** Finds where an old name is right: in a sentence about the time when it was in use, or about the change. */
import type { Span } from '../../draft/types';
import type { Found } from './names';

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

interface Year {
  readonly year: number;
  /** Its offset in the text. */
  readonly at: number;
}

/** Reads the sentences of a text. The last one read is cached, as the names in a sentence are asked for in turn. */
export class History {
  #sentence: Span | undefined;
  #isHistory = false;
  #years: readonly Year[] = [];

  constructor(private readonly text: string) {}

  /** Whether a sentence is about the time when a name in it was in use, or about its change. */
  has(sentence: Span, { name, start, end }: Found): boolean {
    const { text } = this;
    if (BEFORE.test(text.slice(Math.max(sentence.start, start - NEAR), start))) return true;
    if (AFTER.test(text.slice(end, Math.min(sentence.end, end + NEAR)))) return true;
    if (this.#sentence !== sentence) this.#read(sentence);
    if (this.#isHistory) return true;
    const until = name.since?.year;
    return (
      until !== undefined &&
      this.#years.some(
        ({ year, at }) => name.from <= year && year <= until && !(start <= at && at <= end + 1),
      )
    );
  }

  #read(sentence: Span): void {
    const words = this.text.slice(sentence.start, sentence.end);
    this.#sentence = sentence;
    this.#isHistory = ANYWHERE.test(words);
    const years: Year[] = [];
    for (const { 0: written, index } of words.matchAll(YEAR)) {
      if (years.length === MOST_YEARS) break;
      if (OF_A_LAW.test(words.slice(Math.max(0, index - NEAR), index))) continue;
      if (LAW_BEHIND.test(words.slice(index + 4, index + 20))) continue;
      years.push({ year: Number(written), at: sentence.start + index });
    }
    this.#years = years;
  }
}
