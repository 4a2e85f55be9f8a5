/** The small parts of the sentences that tell sums, which all kinds share: how exact, when, and how a change is called. */
import { lowerCase } from '../../draft';
import { MONTH_NAMES } from './calendar';

/** "About", "just over". */
export const HEDGES =
  '(?:(?:just|well|only|about|around|over|under|nearly|almost|roughly|some|a|an|more\\sthan|less\\sthan|fewer\\sthan|at\\sleast)\\s)*';

/** "2023", "2023/24" */
const YEAR = '(?:19|20)\\d\\d(?:[/–-](?:20)?\\d\\d)?';
const LENGTH = '(?:year|quarter|half|term|month|week|season|spring|summer|autumn|winter)';
const WHICH = '(?:first|second|third|fourth|final|opening|same|previous|following|last|this|next|past|full)';
const OF_YEAR = `(?:\\s(?:of\\s)?(?:the\\s)?(?:${WHICH}\\s)?(?:${YEAR}|(?:${WHICH}\\s)${LENGTH}))?`;
/** One time that an amount is of: "in September 2023", "last year", "the year before", "in the first quarter", "at the start". */
const TIME = `(?:(?:${[
  `(?:between\\s${YEAR}\\sand\\s)?${YEAR}(?!\\d)`,
  `(?:\\d{1,2}\\s)?${MONTH_NAMES}${OF_YEAR}`,
  `(?:${WHICH}\\s){1,2}(?:financial\\s)?${LENGTH}${OF_YEAR}`,
  `q[1-4]${OF_YEAR}`,
  `(?:year|phase)\\s(?:one|two|three|[1-5])`,
  `(?:start|beginning|outset|end|close)(?:\\sof\\s(?:the\\s)?(?:${WHICH}\\s)?(?:${YEAR}|${MONTH_NAMES}${OF_YEAR}|${LENGTH}|project|pilot|programme|scheme))?`,
  `${LENGTH}s?\\s(?:before|earlier|ago|later|on)`,
].join('|')})|now|today|then|before|earlier|previously|currently|afterwards|since)`;
const WHEN = `(?:(?:in|for|during|at|by|since|over|until|on|of)\\s)?(?:(?:the|a|one|two|three|four|five|\\d)\\s)?${TIME}(?![A-Za-zÀ-ÖØ-ፚḀ-ỹ\\d])`;
/** In words in lower case: to look for capitals as well, it took seven times as long to compile, which was a twentieth of a check. */
const TIMES = new RegExp(`(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ\\d])${WHEN}`, 'gu');

/** The words between two amounts without what says when each of them was. */
export function bare(words: string): string {
  let without = '';
  let from = 0;
  for (const { 0: time, index } of lowerCase(words).matchAll(TIMES)) {
    without += words.slice(from, index);
    from = index + time.length;
  }
  return (without + words.slice(from)).replace(/\s+/g, ' ').replace(/\s(?=[,)])/g, '');
}

/** How many times the words speak of. */
export function countTimes(words: string): number {
  return new Set(words.toLowerCase().match(TIMES)).size;
}

/** The word that says what an amount counts, right behind it; empty where there is none before its time. */
export function nounAt(text: string, end: number): string {
  const word = /^\s([A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]+)/u.exec(bare(text.slice(end, end + 60)))?.[1] ?? '';
  return SMALL.test(word) ? '' : word;
}

const SMALL =
  /^(?:a|an|and|as|at|but|by|for|from|in|is|it|of|on|or|so|the|to|up|down|was|were|which|with|per|each)$/i;

const UP_VERBS =
  'ris(?:es?|ing|en)|rose|gr(?:ow(?:s|n|ing)?|ew)|increas(?:es?|ed|ing)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|soar(?:s|ed|ing)?|rocketed|g(?:one|oes|oing)\\sup|went\\sup|up';
const DOWN_VERBS =
  'fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|decreas(?:es?|ed|ing)|declin(?:es?|ed|ing)|shr(?:ank|unk|inks?)|reduc(?:es?|ed|ing)|cut|g(?:one|oes|oing)\\sdown|went\\sdown|down';
const UP_NOUNS = 'rise|increase|growth|jump|gain';
const DOWN_NOUNS = 'fall|drop|decrease|decline|reduction|cut|loss';
const UP_MORE = 'more|higher|greater|up';
const DOWN_MORE = 'fewer|less|lower|down';

export const CHANGE_NOUNS = `(?:${UP_NOUNS}|${DOWN_NOUNS})`;
export const CHANGE_VERBS = `(?:${UP_VERBS}|${DOWN_VERBS})`;
export const MORE_OR_LESS = `(?:${UP_MORE}|${DOWN_MORE})`;
export const DOWN = new RegExp(`\\b(?:${DOWN_VERBS}|${DOWN_NOUNS}|${DOWN_MORE})\\b`, 'i');
