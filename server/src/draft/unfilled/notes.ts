import type { Found, Kind, Verdict } from './types';
import { anyCase, exactCase, MARK } from './vocabulary';

const WORK =
  '(?:add|amend|ask|chase|check|confirm|find|get|insert|look up|put|replace|reword|send|sort|take out|update|verify)';
/** Words that address the readers of a leaflet. */
const TO_READERS =
  /\b(?<!(?:can|could|would|will|do) )you(?:r|rs)?\b|\bbefore (?:you|travelling|visiting|setting)\b/i;
/** People whom the readers of a leaflet are told to ask. */
const ASKED_OF_READERS = /\b(?:staff|us|reception|the library|doctor|GP)\b/i;
const START = `(?:^|(?<=[\\r\\n([:;–—.!?]|[.!?:;–—-] |\\* )|(?<=${MARK}))`;

function judgeNote({ words, quoted, place }: Found): Verdict {
  return !quoted() && !place.quoted && !TO_READERS.test(words);
}

const DONT =
  "(?:do not|don[’']?t) (?:name (?:him|her|them|it|yet|until|till|the)|(?:use|quote|send|publish|share|print|circulate|release|issue)(?: [A-Za-zÀ-ÖØ-ፚḀ-ỹ]{1,12}){0,3}? (?:yet|until|till|before|without (?:asking|checking|permission|consent)|(?:the|this) (?:one|photo|picture|quote|quotation|name|figure))s?)\\b";

/** Notes between the writers of a paper, or to themselves, in common wordings. Other notes are asides. */
export const NOTES: readonly Kind[] = [
  {
    name: 'nota bene',
    lack: 'note',
    sign: /N\.?B/,
    looks: exactCase`(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ\d])N\.?B\.?[:,]?\s(?:to )?${WORK}\b(?!ed)[^.?!\r\n${MARK}]{0,100}[?!]?`,
    judge: judgeNote,
  },
  {
    name: 'request to a colleague',
    lack: 'note',
    sign: / (?:can|could) you |[-–—,:] (?:please|pls) /,
    looks: exactCase`${START}\p{Lu}\p{Ll}{1,12}(?:,? (?:can|could) you|(?: [-–—]|[,:]) (?:please|pls)) ${WORK}\b[^.?\r\n${MARK}]{0,100}`,
    judge: (found) =>
      !/^(?:Please|How|When|Where|What|Why|And|But|So|Then|Perhaps|Maybe)\b/.test(found.words) &&
      judgeNote(found),
  },
  {
    name: 'order to a colleague',
    lack: 'note',
    sign: /\b[Pp]l[sz] |(?:elete|emove|ake out) (?:this )?(?:before|prior)|\((?:to )?(?:check|confirm|look)/,
    looks: anyCase`(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ\d])(?:pls|plz) \p{Ll}[^.?!\r\n${MARK}]{0,80}|(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ\d])(?:delete|remove|take out) (?:this )?(?:before|prior to) (?:issue|issuing|sending|publication|publishing|circulat\p{Ll}+|submission|submitting|it goes)\b|\((?:to )?(?:check|confirm|look up)(?: (?:this|these|which|who|when|where|whether|if|date|dates|figures?|numbers?|names?|spelling|with)(?: [^()\r\n]{1,40})?)?[!?]*\)`,
    judge: (found) => !ASKED_OF_READERS.test(found.words) && judgeNote(found),
  },
  {
    name: 'what is not to be used yet',
    lack: 'note',
    sign: /(?:[Dd]o not|[Dd]on[’']?t|DO NOT|DON[’']?T) (?:use|name|quote|send|publish|share|print|circulate|release|issue|USE|NAME|QUOTE|SEND|PUBLISH|SHARE|PRINT|CIRCULATE|RELEASE|ISSUE) /,
    looks: anyCase`(?:^|(?<=[,;:.!?(–—\[] ?${MARK}{0,3}| - |\band |\bbut ))${DONT}[^.!?\r\n${MARK}()\[\]]{0,80}`,
    judge: ({ quoted, place, words }) =>
      !place.quoted && !quoted() && !/\b(?:you|your|libraries|staff|passwords?)\b/iu.test(words),
  },
];
