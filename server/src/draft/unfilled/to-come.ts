import type { Found, Kind, Verdict } from './types';
import { CLAUSE_END, MARK, MISSING } from './words';

const DONE =
  '(?:confirmed|added|supplied|provided|inserted|updated|announced|advised|agreed|finali[sz]ed|checked|completed|determined|filled in|verified|sourced|drafted|written|identified|costed|settled|found)';
/** What a document or a number is of, and its letter: "letters of support", "Annex B". */
const OF = `(?:\\s(?:[\\p{Lu}\\d]{1,3}|(?:of|from|for|on) [\\p{L}’'-]{1,30}(?: [\\p{L}’'-]{1,30})?))?`;
const IS = '(?:\\s(?:is|are))?(?:\\s(?:still|yet))?';
/** Before a thing that is spoken of, and does not stand for itself. */
const TOLD =
  /(?:^|[^\p{L}])(?:an?|no|any|every|each|there (?:is|are|was|were)|some|more|other|which|in|over|through|of|if|whether|for|until|before|expects?|wants?|needs?|ask(?:s|ed)?|require[sd]?|allow(?:s|ed)?|likely|have|has|had|were|was|will be|back with)[ \t]+(?:\p{L}+[ \t]+)?$/iu;
const WITH_ARTICLE = /(?:^|[^\p{L}])(?:the|this|these|its|their|our|your)[ \t]+(?:[\p{L}-]+[ \t]+){0,2}$/iu;
const VERB = /[ \t](?:is|are)[ \t]/;

function judge({ text, start, words, quoted }: Found): Verdict {
  const before = text.slice(Math.max(0, start - 60), start);
  if (TOLD.test(before)) return false;
  if (quoted() && !/["“[]\s*$/.test(before)) return false;
  return VERB.test(words) || WITH_ARTICLE.test(before) ? 'doubtful' : 'sure';
}

/** Documents and facts that a paper promises instead of having them. */
export const TO_COME: readonly Kind[] = [
  {
    name: 'document to follow',
    lack: 'to-come',
    sign: /(?:to|TO|To)\s(?:follow|come|FOLLOW|COME)|i ddilyn/,
    looks: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${MISSING})(?:${OF}${IS}\\s(?:to (?:follow|come)|\\(to (?:follow|come)\\))|(?:\\s\\p{L}{1,12})?\\si ddilyn)${CLAUSE_END}`,
      'giu',
    ),
    judge,
    right: [
      'Annex A is the plan. («Annex B to follow»)',
      '«EqIA (to follow)»',
      'Cost for year two: «figures to follow».',
      'Said the Leader: “«[quote to come]»”',
      'The full «report is to follow» in June.',
      '«Letters of support to follow» - three so far',
      '*«Fersiwn Gymraeg i ddilyn»*',
    ],
    wrong: [
      'There is a plan to follow.',
      'The rules to follow are short.',
      'We ask the council to follow.',
      'We mean to follow the trail.',
      'In the chapters to come we say more.',
      'Use the map to follow the old railway.',
    ],
  },
  {
    name: 'fact to be added',
    lack: 'to-come',
    sign: /(?:to|TO|To)\s(?:be|BE)/,
    looks: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${MISSING})(?:\\s(?:of|for|from) [\\p{L}’'-]{1,30}(?: [\\p{L}’'-]{1,30})?)?\\s(?:still\\s)?to be ${DONE}${CLAUSE_END}`,
      'giu',
    ),
    judge: (found) =>
      WITH_ARTICLE.test(found.text.slice(Math.max(0, found.start - 60), found.start)) ? false : judge(found),
    right: [
      'Speaker: Dr Okafor, «venue to be confirmed».',
      'The chair «(name to be confirmed)» opens it.',
      'Visits: «number to be added»',
      'Table 2: «figures to be updated».',
    ],
    wrong: [
      'The date of the opening is to be confirmed.',
      'The council wants the date to be confirmed by June.',
      'We expect costs to be agreed in May.',
      'The choice of architect is to be confirmed by Cabinet.',
    ],
  },
  {
    name: 'open bracket',
    lack: 'to-come',
    sign: /\([*_\u2060]?(?:[Tt]o|TO|i|[Nn]ot) |(?:needed|required|missing)\)|(?:to|To|TO) (?:be|BE) /,
    looks: new RegExp(
      `\\([^()\\r\\n]{0,60}\\bto be ${DONE}(?: (?:by|with|w/|in|at|on|when|once|after|next|before|from) ?[^()\\r\\n]{0,60})?\\)|\\((?:to|i) (?:follow|come|confirm|check|add|supply|ddilyn)(?:(?:[,;–-]| [-–]| (?:by|from|in|on|with|when|once|after|next))[^()\\r\\n]{0,40})?\\)|\\((?:citation|evidence|figures?|ref|reference|sources?) (?:needed|required|missing)\\)|\\(${MARK}?not (?:yet )?(?:attached|enclosed)\\b[^()\\r\\n]{0,60}\\)`,
      'giu',
    ),
    judge: ({ words, quoted }) =>
      quoted() ||
      /\b(?:is|are|was|were|will|has|have|had|needs?|subject|expect|propos|which|that|who)\b/iu.test(words)
        ? false
        : 'sure',
    right: [
      'The grant is £4,000 «(to be confirmed by the bank)».',
      'Exeter, Truro «(to follow)» and Bude.',
      'Rent: £900 «(to be agreed)»',
      'Most people agree «(source needed)».',
      'The survey is Annex 2 «(*not attached – too large to send*)».',
    ],
    wrong: [
      'A lease (which has to be agreed) is drawn up.',
      'The work (this is to be checked by the auditor) goes on.',
      '(to follow the trail, take the bus)',
    ],
  },
  {
    name: 'label with something to come',
    lack: 'to-come',
    sign: /[Tt]o (?:be|follow|come|confirm)|[Aa]wait/,
    looks: new RegExp(
      `(?<=^${MARK}{0,2}|[:–—]${MARK}{0,2}\\s|\\s-\\s)${MARK}{0,2}(?:(?:still )?to (?:be ${DONE}|follow|come|confirm)|awaited|awaiting (?:confirmation|comments?|figures?|data))(?=[.;,)${MARK} \\t]{0,4}(?:$|[\\r\\n])|[.;,)] )`,
      'giu',
    ),
    judge: ({ quoted }) => (quoted() ? false : 'sure'),
    right: [
      'Venue: «to be confirmed»',
      'Comments of Finance: *«awaited»*',
      '**Costs:** «to follow».',
      'Wednesday 4 June – «to be agreed»',
    ],
    wrong: [
      'The aim is simple: to follow the money.',
      'Minute 4: to be confirmed as a true record at the next.',
    ],
  },
  {
    name: 'cell to come',
    lack: 'to-come',
    sign: /[Tt]o (?:be|follow|come|confirm)|[Aa]wait/,
    where: 'alone',
    looks: new RegExp(
      `^[ \\t${MARK}]*(?:still |date |date and time |cost |name )?(?:to (?:be ${DONE}|follow|come|confirm)|awaited|awaiting (?:figures?|data|confirmation|quote))(?: (?:by|with|w/|in|from) [^\\r\\n]{1,60})?[.\\s${MARK}]*$`,
      'giu',
    ),
    judge: ({ words }) => (/^[\s\u2060]*await/i.test(words) ? 'doubtful' : 'sure'),
    right: ['«To be confirmed»', '«to follow»', '«To be agreed with Finance»'],
    wrong: ['To be open on Sundays', 'Follow up'],
  },
  {
    name: 'source to come',
    lack: 'to-come',
    sign: /[Tt]o\s|needed|required|missing|\[/,
    where: 'note',
    looks:
      /\b(?:(?:sources?|citations?|references?|figures?|details?)\s+)(?:(?:is|are|still)\s+){0,2}(?:to\s+(?:be\s+(?:confirmed|added|found|checked|supplied|provided)|follow|come)|needed|required|missing)\b|\bto\s+be\s+(?:confirmed|added|supplied|provided)\b|\[(?:source|citation|reference|ref)s?\]/giu,
    right: ['«Source to be confirmed».', '«Citation needed»', '«[source]»'],
    wrong: ['ONS, Census 2021: the date of the next is to be announced.'],
  },
  {
    name: 'thing to come from somebody',
    lack: 'to-come',
    sign: /[Tt]o (?:follow|come) from /,
    looks: new RegExp(
      `(?:^|(?<=[.!?:–—] |^[\\d.]{1,6}[ \\t]))${MARK}{0,3}(?:Still )?[Tt]o (?:follow|come) from \\p{Lu}[\\p{L}’'&-]*(?: [\\p{L}&’'-]+){0,2}(?=\\.?${MARK}*\\s*$|\\.?[\\r\\n])`,
      'gu',
    ),
    judge: ({ quoted }) => (quoted() ? false : 'sure'),
    right: ['«To follow from Finance».', 'Legal: «to come from Ann»'],
    wrong: ['To come from Wales is to sing, they say.', 'The aim: to come from nowhere and win the cup.'],
  },
];
