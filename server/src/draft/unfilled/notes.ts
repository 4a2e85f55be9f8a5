import type { Found, Kind, Verdict } from './types';
import { MARK } from './words';

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

/** Notes of those who write a paper, to each other or themselves. */
export const NOTES: readonly Kind[] = [
  {
    name: 'note between stars',
    lack: 'note',
    looks: /(?<![*\\])\*{2,3} [^*\r\n]{2,120}\*{2,3}(?!\*)/gu,
    judge: ({ words }) =>
      new RegExp(`\\b${WORK}\\b|\\bhere\\b|\\bto (?:come|follow)\\b|\\?`, 'iu').test(words) ? 'sure' : false,
    right: ['The Mayor spoke. «** add quote here **»'],
    wrong: ['** p < 0.01, * p < 0.05 **'],
  },
  {
    name: 'nota bene',
    lack: 'note',
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
    looks: new RegExp(
      `${START}(?<!\\p{L})(?:[A-Z]{2,3}|\\p{Lu}\\p{Ll}{1,12}) ?[-–—:,]+ ?(?:(?:is|are|was|were) (?:this|that|these|those|it|they|we)\\b[^?\\r\\n${MARK}]{0,100}\\?|(?:can|could|would|will) you (?:please |pls )?${WORK}\\b[^.?\\r\\n${MARK}]{0,100}[.?]?|(?:pls|please) ${WORK}\\b[^.?\\r\\n${MARK}]{0,100}|(?:not sure|do we|did we|should we|have we|shall we|don[’']t know|do you (?:know|have|mind))\\b[^.?\\r\\n${MARK}]{0,100}[.?]?|${WORK} (?:this|that|with|if|whether|w/)(?= |[.,;!)]|$)[^.?\\r\\n${MARK}]{0,100})`,
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
      return verdict === 'sure' && !/^[A-Z]{2,3}(?!\p{Ll})/u.test(found.words) ? 'doubtful' : verdict;
    },
    right: [
      'The roof is sound. «JM - is this right?»',
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
    looks: new RegExp(
      `${START}\\p{Lu}\\p{Ll}{1,12} (?:can|could) you ${WORK}\\b[^.?\\r\\n${MARK}]{0,100}`,
      'gu',
    ),
    judge: (found) =>
      /^(?:Please|How|When|Where|What|Why|And|But|So|Then|Perhaps|Maybe)\b/.test(found.words) ||
      judgeNote(found) === false
        ? false
        : 'doubtful',
    right: ['Drop in any day. «Isla can you add the logo and the map»'],
    wrong: ['How could you add to this?', 'Can you add the map?'],
  },
  {
    name: 'order to a colleague',
    lack: 'note',
    looks: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:pls|plz) \\p{Ll}[^.?!\\r\\n${MARK}]{0,80}|(?<![\\p{L}\\p{N}])(?:delete|remove|take out) (?:this )?(?:before|prior to) (?:issue|issuing|sending|publication|publishing|circulat\\p{Ll}+|submission|submitting|it goes)\\b|\\((?:to )?check(?: (?:this|these|date|dates|figure|figures|spelling|with [^()\\r\\n]{1,40}))?[!?]*\\)`,
      'giu',
    ),
    judge: (found) => (ASKED_OF_READERS.test(found.words) ? false : judgeNote(found)),
    right: [
      '«pls check the wording»',
      'For clearance only – «delete before issue»',
      'It opened in 1912 «(check)».',
    ],
    wrong: ['Remove before washing.', 'A till (check with staff) takes cards, and your receipt is printed'],
  },
  {
    name: 'check with',
    lack: 'note',
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
    looks:
      /(?<![\p{L}\p{N}])(?:(?:pie |bar )?chart|diagram|graph|image|logo|map|paragraph|photo|picture|quote|table|text)s? (?:to go|goes|go|needed|required|wanted) (?:in )?here\b|(?<![\p{L}\p{N}])(?:add|insert|put) (?:a |an |the )?(?:[\p{L}]{1,20} ){0,2}(?:chart|figure|graph|image|logo|map|number|photo|picture|quote|table|text)s? here\b/giu,
    judge: ({ quoted }) => (quoted() ? false : 'sure'),
    right: ['«Pie chart to go here»', '«Add quote here»'],
    wrong: ['The map here is of 1840.'],
  },
  {
    name: 'ask somebody',
    lack: 'note',
    looks: new RegExp(
      `(?:(?<=\\? ?|[–—] | - |\\()[Aa]sk|${START}ask) (?!Us\\b|Staff\\b|A\\b|The\\b|For\\b)\\p{Lu}\\p{Ll}{1,12}(?=[.)!]?[${MARK}\\s]*(?:$|[\\r\\n)]|\\.\\s))`,
      'gu',
    ),
    judge: (found) => {
      const verdict = judgeNote(found);
      return verdict === 'sure' && /\?\s?$/.test(found.text.slice(Math.max(0, found.start - 3), found.start))
        ? 'sure'
        : verdict && 'doubtful';
    },
    right: [
      'The lease ends in May? «Ask Priya»',
      'The lease ends in May (« ask Priya»)'.replace('« ask', '«ask'),
    ],
    wrong: ['Come in and ask Priya for a card.', 'Ask a librarian.', 'You can ask Priya.'],
  },
  {
    name: 'is this right',
    lack: 'note',
    looks:
      /(?<![\p{L}\p{N}])(?:is|are) (?:this|that|these|those) (?:still |figures? )?(?:right|correct|up to date)\s?\?/giu,
    judge: (found) => (judgeNote(found) === false ? false : 'doubtful'),
    right: ['Loans rose by 40%. «Is this right?»'],
    wrong: ['Whether this is right is open.', '“Is this right?” he asked.'],
  },
];
