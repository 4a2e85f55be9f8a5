/** Finds what a paper says happened after its own date, or will happen before it. */
import { MONTHS } from '../../../text/dates';
import { DATE, DAY, displayDay, exists, monthOf } from '../../lib/dates/calendar';
import type { PaperDate } from '../../lib/dates/paper-date';
import type { WrongDate } from '../types';

const MEETING = '(?:committee|cabinet|council|board|executive|panel|meeting|trustees|full council|scrutiny)';
const ON = `(?:\\s(?:at|in|by)\\s(?:[A-Za-z’'-]+\\s){0,4}?[A-Za-z’'-]+)?\\son\\s(?:${DAY}\\.?,?\\s)?(?:the\\s)?${DATE}`;
/** What was done, with its day: “went to committee on 14 January 2027”, “was approved by Cabinet on 3 May 2027”. */
const HAPPENED = new RegExp(
  `\\b(?:went\\sto\\s(?:the\\s|our\\s|its\\s)?(?:[A-Za-z’'-]+\\s){0,4}?${MEETING}|(?:was|were)\\s(?:approved|adopted|held|published|launched|opened|closed|signed|passed|considered|debated|rejected)|took\\splace|(?<!\\b(?:be|is|are|was|were|been|will|to)\\s)(?:opened|closed|began|met))${ON}`,
  'gi',
);
/** What is to come, with its day: “will go to committee on 14 January 2025”. */
const TO_COME = new RegExp(
  `\\b(?:will|shall|is\\sto|are\\sto)\\s(?:go\\sto\\s(?:the\\s|our\\s|its\\s)?(?:[A-Za-z’'-]+\\s){0,4}?${MEETING}|be\\s(?:approved|adopted|held|published|launched|opened|closed|signed|considered|debated)|take\\splace|open|close|begin|start|meet|decide|vote)${ON}`,
  'gi',
);
/** Words that tell of what somebody expected, or of another time. */
const SUPPOSED =
  /\b(?:if|would|until|unless|had|once|when|assum\w+|as\s+though|imagin\w+|suppose\w*|said|says|promised|planned|due|scheduled|expected)\b/i;

/** Dates of a text that its tense and the date of its paper contradict. */
export function wrongTenses(text: string, { time, exact }: PaperDate): readonly WrongDate[] {
  if (!exact) return [];
  return [...found(HAPPENED, text, (at) => at > time), ...found(TO_COME, text, (at) => at < time)].map(
    ({ span, date, at }) => ({
      span,
      message:
        at > time
          ? `The paper is of ${displayDay(time)}, so this has not happened yet: “${date}”. Put right the date, or say that it will.`
          : `The paper is of ${displayDay(time)}, and “${date}” was before that. Put right the date, or say what happened.`,
    }),
  );
}

interface Told {
  readonly span: WrongDate['span'];
  readonly date: string;
  readonly at: number;
}

/** What a pattern finds with a full date, whose last groups are its day, month and year. */
function found(pattern: RegExp, text: string, isWrong: (at: number) => boolean): readonly Told[] {
  return [...text.matchAll(pattern)].flatMap((match): Told[] => {
    const [words, , day, month, year] = match;
    if (year === undefined || !exists(Number(year), monthOf(month!), Number(day))) return [];
    const at = Date.UTC(Number(year), monthOf(month!), Number(day));
    const start = Math.max(text.lastIndexOf('. ', match.index), 0);
    if (!isWrong(at) || SUPPOSED.test(text.slice(start, match.index))) return [];
    const date = `${day} ${MONTHS[monthOf(month!)]!} ${year}`;
    const span = { start: match.index, end: match.index + words.length };
    return [{ span, date, at }];
  });
}
