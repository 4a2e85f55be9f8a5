import type { Found, Kind, Verdict } from './types';
import { MARK, MISSING } from './words';

const WORK =
  '(?:add|amend|ask|chase|check|confirm|find|get|insert|look up|put|replace|reword|send|sort|take out|update|verify)';
/** What is said to the readers of a leaflet. */
const TO_READERS =
  /\b(?<!(?:can|could|would|will|do) )you(?:r|rs)?\b|\bbefore (?:you|travelling|visiting|setting)\b/i;
/** Whom the readers of a leaflet ask. */
const ASKED_OF_READERS = /\b(?:staff|us|reception|the library|doctor|GP)\b/i;
const START = `(?:^|(?<=[\\r\\n([:;–—.!?]|[.!?:;–—-] |\\* )|(?<=${MARK}))`;

function judgeNote({ words, quoted, place }: Found): Verdict {
  return quoted() || place.quoted === true || TO_READERS.test(words) ? false : 'sure';
}

const TO_DO = new RegExp(`\\b${WORK}\\b|\\bhere\\b|\\bto (?:come|follow)\\b|\\?`, 'iu');

/** Notes of those who write a paper, to each other or themselves. */
export const NOTES: readonly Kind[] = [
  {
    name: 'note between stars',
    lack: 'note',
    sign: /(?:^|\s)\*{2,3} /,
    looks: /(?<![*\\])\*{2,3} [^*\r\n]{2,120}\*{2,3}(?!\*)/gu,
    judge: ({ words }) => (TO_DO.test(words) ? 'sure' : false),
    right: ['The Mayor spoke. «** add quote here **»'],
    wrong: ['** p < 0.01, * p < 0.05 **'],
  },
  {
    name: 'nota bene',
    lack: 'note',
    sign: /N\.?B/,
    looks: new RegExp(
      `(?<![\\p{L}\\p{N}])N\\.?B\\.?[:,]?\\s(?:to )?${WORK}\\b(?!ed)[^.?!\\r\\n${MARK}]{0,100}[?!]?`,
      'gu',
    ),
    judge: judgeNote,
    right: ['It closed in 2019. «NB check this».', '**«NB get the figures from Finance – Helen?»**'],
    wrong: [
      'NB The lift is out of use.',
      'NB check your ticket before you travel.',
      'NB Council (North Bank)',
    ],
  },
  {
    name: 'need to check',
    lack: 'note',
    sign: /eeds? to /,
    looks: new RegExp(
      `${START}(?:[A-Z]{2,3} ?[-–—:]? ?)?(?:still )?[Nn]eeds? to (?:check|confirm|find out|ask|add|get|update|verify|chase)\\b[^.?!\\r\\n${MARK}]{0,100}`,
      'gu',
    ),
    judge: judgeNote,
    right: [
      'Loans rose by 4%. «Need to check with Finance».',
      '*«HB – need to check the number on their website»*',
    ],
    wrong: [
      'Officers need to check the boilers each year.',
      'You need to check the date.',
      'Need to check your balance? Ask us.',
      'We need to confirm the lease.',
    ],
  },
  {
    name: 'initials and a question',
    lack: 'note',
    sign: /[A-Za-z] ?[-–—:,]+ ?(?:is|are|was|were|can|could|would|will|pls|please|not|do|did|should|have|shall|don|add|amend|ask|chase|check|confirm|find|get|insert|look|put|replace|reword|send|sort|take|update|verify)\b/,
    looks: new RegExp(
      `${START}(?<!\\p{L})(?:[A-Z]{2,3}|\\p{Lu}\\p{Ll}{1,12}) ?[-–—:,]+ ?(?:(?:is|are|was|were) (?:this|that|these|those|it|they|we)\\b[^?\\r\\n${MARK}]{0,100}\\?|(?:can|could|would|will) you (?:please |pls )?${WORK}\\b[^.?\\r\\n${MARK}]{0,100}[.?]?|(?:pls|please) (?:${WORK}|look at|read)\\b[^.?\\r\\n${MARK}]{0,100}|(?:not sure|do we|did we|should we|have we|shall we|don[’']t know|do you (?:know|have|mind))\\b[^.?\\r\\n${MARK}]{0,100}[.?]?|${WORK} (?:this|that|with|if|whether|w/)(?= |[.,;!)]|$)[^.?\\r\\n${MARK}]{0,100})`,
      'gu',
    ),
    judge: (found) => {
      if (
        /^(?:Please|Dear|How|When|Where|What|Why|If|And|But|So|Then|Yes|No|Note|Question|Answer|QA)\b/.test(
          found.words,
        )
      )
        return false;
      const verdict = judgeNote(found);
      // The first line of a draft says that it is one, and whom it is for.
      if (/^[\s\u2060]*(?:DRAFT|Draft \d)/.test(found.text.slice(0, 20))) return verdict;
      return verdict === 'sure' && !/^[A-Z]{2,3}(?!\p{Ll})/u.test(found.words) ? 'doubtful' : verdict;
    },
    right: [
      'The roof is sound. «JM - is this right?»',
      'DRAFT 2. «Anwen – please look at the costs»',
      '*«Bev: pls check the wording with Amir before sending»*',
    ],
    wrong: [
      'Parking: there is none.',
      'EIA: a full one was done.',
      'Please, can you confirm the lease?',
      'LMS – what happens next?',
    ],
  },
  {
    name: 'request to a colleague',
    lack: 'note',
    sign: / (?:can|could) you /,
    looks: new RegExp(
      `${START}\\p{Lu}\\p{Ll}{1,12} (?:can|could) you ${WORK}\\b[^.?\\r\\n${MARK}]{0,100}`,
      'gu',
    ),
    judge: (found) =>
      /^(?:Please|How|When|Where|What|Why|And|But|So|Then|Perhaps|Maybe)\b/.test(found.words) ||
      judgeNote(found) === false
        ? false
        : 'sure',
    right: ['Drop in any day. «Isla can you add the logo and the map»'],
    wrong: ['How could you add to this?', 'Can you add the map?'],
  },
  {
    name: 'order to a colleague',
    lack: 'note',
    sign: /\b[Pp]l[sz] |(?:elete|emove|ake out) (?:this )?(?:before|prior)|\((?:to )?(?:check|confirm|look)/,
    looks: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:pls|plz) \\p{Ll}[^.?!\\r\\n${MARK}]{0,80}|(?<![\\p{L}\\p{N}])(?:delete|remove|take out) (?:this )?(?:before|prior to) (?:issue|issuing|sending|publication|publishing|circulat\\p{Ll}+|submission|submitting|it goes)\\b|\\((?:to )?(?:check|confirm|look up)(?: (?:this|these|which|who|when|where|whether|if|date|dates|figures?|numbers?|names?|spelling|with)(?: [^()\\r\\n]{1,40})?)?[!?]*\\)`,
      'giu',
    ),
    judge: (found) => (ASKED_OF_READERS.test(found.words) ? false : judgeNote(found)),
    right: [
      '«pls check the wording»',
      'For clearance only – «delete before issue»',
      'It opened in 1912 «(check)».',
      'It was paid for by the bank or the Trust «(confirm which)».',
    ],
    wrong: ['Remove before washing.', 'A till (check with staff) takes cards, and your receipt is printed'],
  },
  {
    name: 'thing to add',
    lack: 'note',
    sign: /[-–] (?:add|find|get|insert|need)/,
    looks: new RegExp(
      `(?<=\\s[-–] ${MARK}?)(?:add|find|get|insert|need) (?:the |a |an )?(?:${MISSING})(?=[.)]?${MARK}*\\s*(?:$|[\\r\\n]))`,
      'gu',
    ),
    judge: judgeNote,
    right: ['Ring the county office - «add number»'],
    wrong: ['Three steps – add the figures, and send them.', 'To help - get in touch.'],
  },
  {
    name: 'question to a colleague',
    lack: 'note',
    sign: / you [^()?]{1,100}\?\)/,
    looks: /\(\p{Lu}\p{Ll}{1,12},? (?:do|did|can|could|are|have|would|will) you [^()?\r\n]{1,100}\?\)/gu,
    judge: (found) =>
      /^\((?:How|When|Where|What|Why|And|But|So|Then)\b/.test(found.words) ? false : judgeNote(found),
    right: ['Dear Sir, *«(Ann do you have a name for him?)»*'],
    wrong: ['Bring a friend. (How do you do?)', 'A bag (can you carry one?) is lent.'],
  },
  {
    name: 'what is needed',
    lack: 'note',
    sign: /[Nn]eed /,
    looks: new RegExp(
      `${START}(?:Still )?[Nn]eed (?:a |an |the |some |more |better )?(?:${MISSING}|example|permission)\\b[^.?!\\r\\n${MARK}]{0,100}`,
      'gu',
    ),
    judge: (found) => (/^\?/.test(found.text.slice(found.end, found.end + 1)) ? false : judgeNote(found)),
    right: [
      'They say so. «Need an example, will ask».',
      'Photo 2: the choir. «Need names from left to right»',
    ],
    wrong: [
      'Need information? Ask us.',
      'We need figures for each branch.',
      'People in need of information come here.',
    ],
  },
  {
    name: 'note that is signed',
    lack: 'note',
    sign: /[.!?] [A-Z]{2,3}/,
    looks: new RegExp(
      `(?:(?<=${MARK})|(?<=[,;.!?] ))[^,;.!?\\r\\n${MARK}]{0,60}\\b(?:take (?:this |it )?out|leave (?:this |it )?out|cut (?:this|it)|reword|(?:about|change|check|move|rewrite) this (?:bit|para|paragraph|section))\\b[^\\r\\n${MARK}]{0,60}?[.!?]{1,3} \\p{Lu}{2,3}(?=${MARK}*\\s*(?:$|[\\r\\n]))`,
      'gu',
    ),
    judge: judgeNote,
    right: [
      'It became a charity **«no it did not take out. AB»**',
      'It may end in May, «so think about this para!! AB»',
    ],
    wrong: ['Members take out books. OK', 'Take out a card at any library.'],
  },
  {
    name: 'check with',
    lack: 'note',
    sign: /check w/,
    looks: new RegExp(
      `(?:${MARK}|[–—(] ?| - )(?:to )?check (?:with|w/|w) \\p{L}[^.?!\\r\\n${MARK})]{0,100}`,
      'gu',
    ),
    judge: (found) => (ASKED_OF_READERS.test(found.words) ? false : judgeNote(found)),
    right: ['keep them in the archive« – check with Archives about the forms»'],
    wrong: ['Check with Reception first.', 'Times vary – check with staff.'],
  },
  {
    name: 'picture or quotation to go here',
    lack: 'blank',
    sign: / here/,
    looks:
      /(?<![\p{L}\p{N}])(?:(?:pie |bar )?chart|diagram|graph|image|logo|map|paragraph|photo|picture|quote|table|text)s? (?:to go|goes|go|needed|required|wanted) (?:in )?here\b|(?<![\p{L}\p{N}])(?:add|insert|put) (?:a |an |the )?(?:[\p{L}]{1,20} ){0,2}(?:chart|figure|graph|image|logo|map|number|photo|picture|quote|table|text)s? here\b/giu,
    judge: ({ quoted }) => (quoted() ? false : 'sure'),
    right: ['«Pie chart to go here»', '«Add quote here»'],
    wrong: ['The map here is of 1840.'],
  },
  {
    name: 'ask somebody',
    lack: 'note',
    sign: /[Aa]sk [A-Z]/,
    looks: new RegExp(
      `(?:(?<=\\? ?|[–—] | - |\\()[Aa]sk|${START}ask) (?!Us\\b|Staff\\b|A\\b|The\\b|For\\b)\\p{Lu}\\p{Ll}{1,12}(?: \\p{Lu}\\p{Ll}{1,12})?(?=[.)!?]?[${MARK}\\s]*(?:$|[\\r\\n)]|\\.\\s))`,
      'gu',
    ),
    judge: (found) => {
      const verdict = judgeNote(found);
      const { text, start, end } = found;
      return verdict === 'sure' &&
        /\?\s?$|^\?/.test(text.slice(Math.max(0, start - 3), start) + text.slice(end, end + 1))
        ? 'sure'
        : verdict && 'doubtful';
    },
    right: [
      'Said by some drivers. «ask Age Centre»?',
      'The lease ends in May? «Ask Priya»',
      'The lease ends in May (« ask Priya»)'.replace('« ask', '«ask'),
    ],
    wrong: ['Come in and ask Priya for a card.', 'Ask a librarian.', 'You can ask Priya.'],
  },
  {
    name: 'is this right',
    lack: 'note',
    sign: /(?:right|correct|date)\s?\?/,
    looks:
      /(?<![\p{L}\p{N}])(?:is|are) (?:this|that|these|those) (?:still |figures? )?(?:right|correct|up to date)\s?\?/giu,
    judge: (found) => (judgeNote(found) === false ? false : 'doubtful'),
    right: ['Loans rose by 40%. «Is this right?»'],
    wrong: ['Whether this is right is open.', '“Is this right?” he asked.'],
  },
];
