import type { Found, Kind, Verdict } from './types';
import { anyCase, CLAUSE_END, exactCase, MARK, MISSING } from './vocabulary';

const DONE =
  '(?:confirmed|added|supplied|provided|inserted|updated|announced|advised|agreed|finali[sz]ed|checked|completed|determined|filled in|verified|sourced|drafted|written|identified|costed|settled|found)';
/** The end of a document's name: its subject or its letter, as in "letters of support", "Annex B". */
const OF = `(?:\\s(?:[\\p{Lu}\\d]{1,3}|(?:of|from|for|on) [A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]{1,30}(?: [A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]{1,30})?))?`;
const IS = '(?:\\s(?:is|are))?(?:\\s(?:still|yet))?';
/** Words before a document that the text only mentions, so that it is not promised. */
const TOLD =
  /(?:^|[^A-Za-zÀ-ÖØ-ፚḀ-ỹ])(?:an?|no|any|every|each|there (?:is|are|was|were)|some|more|other|which|in|over|through|of|if|whether|for|until|before|expects?|wants?|needs?|ask(?:s|ed)?|require[sd]?|allow(?:s|ed)?|likely|have|has|had|were|was|will be|back with)[ \t]+(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ]+[ \t]+)?$/iu;
const WITH_ARTICLE =
  /(?:^|[^A-Za-zÀ-ÖØ-ፚḀ-ỹ])(?:the|this|these|its|their|our|your)[ \t]+(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ-]+[ \t]+){0,2}$/iu;
const VERB = /[ \t](?:is|are)[ \t]/;

function judge({ text, start, words, quoted }: Found): Verdict {
  const before = text.slice(Math.max(0, start - 60), start);
  if (TOLD.test(before)) return false;
  if (quoted() && !/["“[]\s*$/.test(before)) return false;
  return VERB.test(words) || WITH_ARTICLE.test(before) ? 'doubtful' : true;
}

/** Documents and facts that a paper promises instead of giving them. */
export const TO_COME: readonly Kind[] = [
  {
    name: 'document to follow',
    lack: 'to-come',
    sign: /(?:to|TO|To)\s(?:follow|come|FOLLOW|COME)|i ddilyn/,
    looks: anyCase`(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ\d])(?:${MISSING})(?:${OF}${IS}\s(?:to (?:follow|come)|\(to (?:follow|come)\))|(?:\s[A-Za-zÀ-ÖØ-ፚḀ-ỹ]{1,12})?\si ddilyn)${CLAUSE_END}`,
    judge,
  },
  {
    name: 'fact to be added',
    lack: 'to-come',
    sign: /(?:to|TO|To)\s(?:be|BE)/,
    looks: anyCase`(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ\d])(?:${MISSING})(?:\s(?:of|for|from) [A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]{1,30}(?: [A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]{1,30})?)?\s(?:still\s)?to be ${DONE}${CLAUSE_END}`,
    judge: (found) =>
      WITH_ARTICLE.test(found.text.slice(Math.max(0, found.start - 60), found.start)) ? false : judge(found),
  },
  {
    name: 'open bracket',
    lack: 'to-come',
    sign: /\([*_\u2060]?(?:[Tt]o|TO|i|[Nn]ot) |(?:needed|required|missing)\)|(?:to|To|TO) (?:be|BE) /,
    looks: anyCase`\([^()\r\n]{0,60}\bto be ${DONE}(?: (?:by|with|w/|in|at|on|when|once|after|next|before|from) ?[^()\r\n]{0,60})?\)|\((?:to|i) (?:follow|come|confirm|check|add|supply|ddilyn)(?:(?:[,;–-]| [-–]| (?:by|from|in|on|with|when|once|after|next))[^()\r\n]{0,40})?\)|\((?:citation|evidence|figures?|ref|reference|sources?) (?:needed|required|missing)\)|\(${MARK}?not (?:yet )?(?:attached|enclosed)\b[^()\r\n]{0,60}\)`,
    judge: ({ words, quoted }) =>
      !quoted() &&
      !/\b(?:is|are|was|were|will|has|have|had|needs?|subject|expect|propos|which|that|who)\b/iu.test(words),
  },
  {
    name: 'label with something to come',
    lack: 'to-come',
    sign: /[Tt]o (?:be|follow|come|confirm)|[Aa]wait/,
    looks: anyCase`(?<=^${MARK}{0,2}|[:–—]${MARK}{0,2}\s|\s-\s)${MARK}{0,2}(?:(?:still )?to (?:be ${DONE}|follow|come|confirm)|awaited|awaiting (?:confirmation|comments?|figures?|data))(?=[.;,)${MARK} \t]{0,4}(?:$|[\r\n])|[.;,)] )`,
    judge: ({ quoted }) => !quoted(),
  },
  {
    name: 'cell to come',
    lack: 'to-come',
    sign: /[Tt]o (?:be|follow|come|confirm)|[Aa]wait/,
    where: 'alone',
    looks: anyCase`^[ \t${MARK}]*(?:still |date |date and time |cost |name )?(?:to (?:be ${DONE}|follow|come|confirm)|awaited|awaiting (?:figures?|data|confirmation|quote))(?: (?:by|with|w/|in|from) [^\r\n]{1,60})?[.\s${MARK}]*$`,
    judge: ({ words }) => (/^[\s\u2060]*await/i.test(words) ? 'doubtful' : true),
  },
  {
    name: 'source to come',
    lack: 'to-come',
    sign: /[Tt]o\s|needed|required|missing|\[/,
    where: 'note',
    looks: () =>
      /\b(?:(?:sources?|citations?|references?|figures?|details?)\s+)(?:(?:is|are|still)\s+){0,2}(?:to\s+(?:be\s+(?:confirmed|added|found|checked|supplied|provided)|follow|come)|needed|required|missing)\b|\bto\s+be\s+(?:confirmed|added|supplied|provided)\b|\[(?:source|citation|reference|ref)s?\]/giu,
  },
  {
    name: 'thing to come from somebody',
    lack: 'to-come',
    sign: /[Tt]o (?:follow|come) from |[Tt]o be [a-z]{4,9}(?: in)? by [A-Z]/,
    looks: exactCase`(?:^|(?<=[.!?:–—] |^[\d.]{1,6}[ \t]))${MARK}{0,3}(?:Still )?[Tt]o (?:(?:follow|come) from|be (?:added|completed|drafted|filled in|inserted|provided|supplied|updated|written) by) \p{Lu}[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'&-]*(?: [A-Za-zÀ-ÖØ-ፚḀ-ỹ&’'-]+){0,2}(?=\.?${MARK}*\s*$|\.?[\r\n])`,
    judge: ({ quoted }) => !quoted(),
  },
];
