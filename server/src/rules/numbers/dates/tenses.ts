/** Finds what a paper says happened after its own date, or will happen before it. */
import { displayDay } from '../../lib/dates/calendar';
import type { PaperDate } from '../../lib/dates/paper-date';
import type { Clash } from '../clash';
import { A_DAY, daysIn, timeOf } from './days';

const MEETING = '(?:committee|cabinet|council|board|executive|panel|meeting|trustees|full council|scrutiny)';
const ON = `(?:\\s(?:at|in|by)\\s(?:[A-Za-z’'-]+\\s){0,4}?[A-Za-z’'-]+)?\\son\\s${A_DAY}`;
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
export function wrongTenses(text: string, { time, exact }: PaperDate): readonly Clash[] {
  if (!exact) return [];
  return [...found(HAPPENED, text, (at) => at > time), ...found(TO_COME, text, (at) => at < time)].map(
    ({ span, at }) => ({
      span,
      message:
        at > time
          ? `The paper is of ${displayDay(time)}, so this has not happened yet: “${displayDay(at)}”. Put right the date, or say that it will.`
          : `The paper is of ${displayDay(time)}, and “${displayDay(at)}” was before that. Put right the date, or say what happened.`,
    }),
  );
}

interface Told {
  readonly span: Clash['span'];
  readonly at: number;
}

/** What a pattern finds with a full date, whose last groups are its day, month and year. */
function found(pattern: RegExp, text: string, isWrong: (at: number) => boolean): readonly Told[] {
  return daysIn(text, pattern).flatMap((day): Told[] => {
    const { at: span } = day;
    const at = timeOf(day);
    const start = Math.max(text.lastIndexOf('. ', span.start), 0);
    return day.year === undefined || !isWrong(at) || SUPPOSED.test(text.slice(start, span.start))
      ? []
      : [{ span, at }];
  });
}
