/** Of which time, and of how many, a table is by what stands before it: "The figures of last summer", "Schools visited". */
import type { Draft } from '../../draft';
import { leadOf } from './budgets';
import { type Mention, timesIn } from './mentions';

/** What a sentence, or a table, tells of now. */
const NOW = /\b(?:now|today|current(?:ly)?|at\s+present|at\s+the\s+moment)\b/i;
/** The table may have some of them alone: "Schools visited", "those who answered". */
const SOME =
  /\b(?:some|those|who|whom|which|that|largest|main|only|selected|sample|surveys?|surveyed)\b|(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ])[A-Za-zÀ-ÖØ-ፚḀ-ỹ]{2,20}s\s[A-Za-zÀ-ÖØ-ፚḀ-ỹ]{2,20}ed\b/iu;

/** What is before a table. */
export interface Lead {
  readonly text: string;
  /** Of its last sentence. */
  readonly times: ReadonlySet<string>;
}

/** What is before a table that is in the block of an index. */
export function leadBefore(draft: Draft, index: number): Lead {
  const text = leadOf(draft, index);
  return { text, times: timesIn(text.split(/(?<=[.?!])\s/).at(-1)!) };
}

/** Whether a table may have some alone of what a sentence counts. */
export function isPart({ text }: Lead, { sentence }: Mention): boolean {
  return SOME.test(text.replace(sentence, ''));
}

/** The times of a text, with that of now. */
export function timesOf(text: string, times: ReadonlySet<string>): ReadonlySet<string> {
  return NOW.test(text) ? new Set([...times, 'now']) : times;
}

/** The times of what a sentence tells. */
export function timesTold({ sentence, times }: Mention): ReadonlySet<string> {
  return timesOf(sentence, times);
}

/** Whether a sentence and a table are of one time: both tell it, or neither tells another than that of now. */
export function isOneTime(told: ReadonlySet<string>, times: ReadonlySet<string>): boolean {
  return told.size > 0
    ? [...told].some((time) => times.has(time))
    : [...times].every((time) => time === 'now');
}
