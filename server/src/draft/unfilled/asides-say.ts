/** What a note says that is no part of the paper: who has still to do what, and what nobody knows yet. */
import type { Verdict } from './types';
import { MISSING } from './words';

/** Where a note stands: a bracket is all of it, and what stands behind a dash is the end of a text. */
export type Where = 'bracket' | 'italics' | 'bold' | 'tail';

/** Things of a paper that somebody adds to it. */
export const NAMED = `(?:alt text|credits?|captions?|examples?|${MISSING})`;
/** Initials, a first name with or without another, and who has an office. */
const WHO =
  '(?:\\p{Lu}\\p{Ll}?\\p{Lu}{1,2}\\p{Ll}?|\\p{Lu}\\p{Ll}{1,12}(?: \\p{Lu}\\p{Ll}{0,12})?|(?:Head|Director) of \\p{L}{2,20})';
/** They begin a sentence, and are no names. */
export const NOBODY =
  /^(?:Need|Still|How|Yet|Just|Also|As|Are|Is|Up|Due|Only|Or|And|Not|More|Action|Able|Ready|Open|Free|Back|Close|Next|Members|Cabinet|Council|Trustees|Residents|Parents|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|\p{L}+ber|\p{L}+ary|They|We|You|It|He|She|I)\b/u;
/** Work on a paper, which is done before it goes out. */
const WORK =
  '(?:add|advise|amend|ask|chase|check|clarify|clear|confirm|crop|dig out|draft|fill in|find|find out|finish|fix|get|insert|look (?:at|for|up|into)|paste|phone|redo|replace|rewrite|reword|ring|see|sort|speak to|supply|take a view|tidy|type|update|verify|write up|work (?:up|out))';
/** Of facts alone, as a plan has the rest. */
const SETTLES = '(?:check|confirm|find out|supply|verify|look up|dig out)';
/** What else somebody has still to do, where nothing is said of what it is for. */
const TASKS = '(?:advise|bring|complete|do|email|print|provide|scan|send|sign|update|write)';
const DOING =
  '(?:checking|chasing|confirming|ringing|asking(?= about|$|[.,;!])|looking (?:into|(?:at|for) (?:it|the|this))|drafting|finding out|phoning|emailing|sorting)';
const DONE =
  '(?:added|agreed|asked|calculated|checked|chased|clarified|cleared|completed|costed|confirmed|decided|done|drafted|drawn up|filled in|finali[sz]ed|found|identified|inserted|obtained|put in|redone|rewritten|settled|signed off|sorted|sourced|supplied|updated|verified|worked (?:up|out)|written(?: up)?|dropped in)';
const UNSETTLED =
  "(?:written|approved|agreed|costed|drafted|cleared|proofread|received|sourced|signed off|ok[’']?d|checked|confirmed|finished|attached|enclosed)";

export const DONT =
  "(?:do not|don[’']?t) (?:name (?:him|her|them|it|yet|until|till|the)|(?:use|quote|send|publish|share|print|circulate|release|issue)(?: \\p{L}{1,12}){0,3}? (?:yet|until|till|before|without (?:asking|checking|permission|consent)|(?:the|this) (?:one|photo|picture|quote|quotation|name|figure))s?)\\b";

const at = (words: string): RegExp => new RegExp(`^(?:${words})`, 'u');

const TASK = at(`(?:Draft \\d{1,2}[.:,;]? )?${WHO}(?: still)? to ${WORK}\\b`);
const SHORT_TASK = new RegExp(
  `(?:^|[,;.?!–—-] )(${WHO}) to (?:${WORK}|${TASKS})(?: \\p{L}{1,15}){0,3}[.!?]?$`,
  'u',
);
const TASK_TO_SETTLE = at(`${WHO}(?: still)? to ${SETTLES}\\b`);
const BUSY = new RegExp(
  `(?:^|[,;.–—-] )(${WHO})(?:[’']s| is)? (?:still )?(?:${DOING}\\b|has (?:it|this|that|these|them)\\b(?! [a-z])|(?:would|will|might|may) know$)`,
  'u',
);
const TO_BE = new RegExp(
  `^(?:\\p{L}{1,15} ){0,2}?(?:still )?to be ${DONE}(?: (?:by|with|w/|in|at|on|when|once|after|next|before|from|here|pls|please)\\b[^.]{0,60})?[.!]?$`,
  'iu',
);
/** A clause of the paper, which says what happens. */
const TELLS = /\b(?:is|are|was|were|has|have|had|which|that|who|needs?|expected|likely|able)\b/iu;
const TO_BE_WHOLE = new RegExp(
  `^(?:still )?to be ${DONE}(?: (?:by|with|w/|in|when|once|after|here|pls|please)\\b[^.]{0,60})?[.!]?$`,
  'iu',
);
const WILL_BE = /^(?:will|’ll) be (?:written up|added|drafted|filled in|worked up)[.!]?$/iu;
const BEING =
  /^(?:\p{L}+(?: for \p{L}+)? )?being (?:chased|drafted|checked|found|written(?: up)?|redone|updated|worked up)(?: by [^.]{1,30})?[.!]?$/iu;
/** Behind the first of two. */
const CHASED =
  /(?:[,;] )(?:\p{L}+ ){0,4}being (?:chased|drafted|checked)\b|\b(?:letter|email|form|quote|reply|invoice)s? chased\b/iu;
const COME = new RegExp(
  `(?:^|[,;] |\\b(?:others?|rest|more|${NAMED}) )to (?:come|follow)(?: from [^.,;]{1,40})?[.!]?$`,
  'iu',
);
const NOT_YET = new RegExp(
  `^(?:not (?:yet )?${UNSETTLED}(?: yet)?|not yet ${UNSETTLED})(?=$|[.,;!]|(?: by| with| [-–—]) )`,
  'iu',
);
const NOT = new RegExp(`\\bNOT (?:YET )?(?:${UNSETTLED}|${UNSETTLED.toUpperCase()})(?![\\p{L}])`, 'u');
const UNDECIDED = /, (?:still )?not (?:yet )?decided(?: yet)?[.!]?$/iu;
const ORDER = new RegExp(
  `(?:^|[.!?;–—-] )(?:check (?:w/|with|this|that|is|if|whether|who|again|before|the)|update (?:when|once|before|this)|${DONT})(?![\\p{L}])`,
  'iu',
);
const ORDER_TO_READERS = /\b(?:you|your|staff|us|reception|the library|doctor|GP)\b/iu;
const STILL =
  /\b(?:is|are) (?:this|that|it|these|they) still (?:right|correct|true|the (?:case|wording|plan))\b|^keep\?|^(?:is )?still (?:right|correct|true|the (?:case|wording))\?|^if still (?:there|right|true|open)$/iu;
/** What is said to a colleague about a partner. */
const HEARSAY = /\bnothing in writing\b|\bv\.? (?:keen|likely)\b/u;
const COMMENTS =
  /(?:^|[.!;:] )Comments? (?:please )?to (?!the\b|us\b)\p{Lu}\p{L}{1,14}(?: \p{Lu}\p{L}*)? (?:by|before|asap|please|pls)\b/u;
const BEFORE_IT_GOES =
  /\bbefore (?:this|it) goes (?:out|anywhere|to (?:print|press|the printer)|on (?:the )?web)\b/iu;

/** Whether a stretch that is set off from its text is a note between those who write it. */
export function says(words: string, where: Where): Verdict {
  const inBracket = where === 'bracket';
  const isMarked = where === 'italics' || inBracket;
  if (isMarked || where === 'tail') {
    const task = where === 'tail' ? TASK_TO_SETTLE : TASK;
    if (task.test(words) && !NOBODY.test(words)) return 'sure';
    const busy = BUSY.exec(words)?.[1];
    if (busy !== undefined && !NOBODY.test(busy)) return 'sure';
    const short = inBracket ? SHORT_TASK.exec(words)?.[1] : undefined;
    if (short !== undefined && !NOBODY.test(short)) return 'sure';
    if (CHASED.test(words) || BEING.test(words)) return 'sure';
  }
  if (where !== 'tail' && (STILL.test(words) || COMMENTS.test(words))) return 'sure';
  if (where !== 'tail' && BEFORE_IT_GOES.test(words)) return 'sure';
  if ((inBracket && !TELLS.test(words) ? TO_BE : TO_BE_WHOLE).test(words) || WILL_BE.test(words))
    return 'sure';
  if (inBracket && HEARSAY.test(words)) return 'sure';
  if (inBracket && (COME.test(words) || UNDECIDED.test(words))) return 'sure';
  if (NOT_YET.test(words) || NOT.test(words)) return 'sure';
  if (ORDER.test(words) && !ORDER_TO_READERS.test(words)) return 'sure';
  // In bold, it might be an action of the minutes.
  return where === 'bold' && TASK.test(words) && !NOBODY.test(words) ? 'doubtful' : false;
}
