/**
 * Tells what came of something: the grammar that makes even a small number a proof. "Eleven people come on Mondays" is
 * bookkeeping; "eleven of them have since found work" is what somebody must have looked into.
 *
 * All texts here are in lower case.
 */
import { anyOf } from './vocabulary';

/** What people gain by help: work, a course, a contract. */
const GAIN = anyOf(`work jobs? posts? positions? roles? employment self-employment placements? business(?:es)?
  trad(?:e|ing) company firms? courses? college university school apprenticeships? commissions?
  contracts? qualifications? certificates? awards? degrees? diplomas? training education enterprises?
  premises volunteering`);

/** What became of those who are counted, told after the number. */
const AFTER = new RegExp(
  `\\b(?:${anyOf(`(?:have|has|had)_(?:(?:all|both|each|also)_)?(?:since|now|already)
  (?:since|later|then)_(?:then_)?(?:found|become|became|got|gone|went|moved|bought|taken|took|set|started|begun|opened|signed)
  (?:have|has|had)_(?:gone_(?:on|back|from|into|up)|moved_(?:on|into|up)|come_out_of|taken_(?:on|up)|set_up|become|given_up|got)
  (?:went|gone|go|going|moved|progressed)_(?:on_to|straight|back_to|into)
  (?:are|were|is|was)_(?:now|training|studying|volunteering)
  now_(?:have|has|run|runs|works?|holds?|own|owns|employ|employs|earns?|uses?|teach|volunteer|leads?|sells?|trades?|reads?)
  (?:have|has)_(?:a|found)_(?:post|job|place|contract) can_now able_to_\\w+_(?:by|for)_themselves
  cut_down stopped(?!_(?:me|us|him|her|by)\\b) gave_up gone_down up_and_running graduated
  passed(?!_(?:on|by|to|from)\\b) succeeded finished dropped_out made_(?:a|their)_first
  (?:made|reached|met)_(?:the_)?(?:expected|standard) signed_up_(?:for|to)
  (?:have|has)_used_(?:it|them|this|these)_to for_the_first_time
  (?:was|were|been)_(?:picked_up|taken_on|snapped_up)_by (?:was|were|been)_offered_an?
  (?:asked|begged)_to_be would_otherwise
  (?:have|has|had)_been_(?:set_up|started|launched|founded|formed)_(?:by|as|since|through|with)
  straight_(?:on|over|to|into) into_(?:(?:paid|full-time|part-time|a|further|better)_)*(?:${GAIN})
  in_(?:paid_|full-time_|part-time_)?(?:work|jobs|employment) on_the_strength_of
  as_a_(?:direct_)?result thanks_to because_of_(?:it|this|us|the)`)}|(?:found|finds?|got|gets?|gained|secured|won|landed|started|starts?|began|begun|set\\s+up|launched|opened|took\\s+up|taken\\s+up|obtained|achieved|earned|entered)\\s+(?:[\\w'’-]+\\s+){0,3}(?:${GAIN}))\\b`,
);
/** "Helped forty people into work": what was done is told before the number. */
const BEFORE =
  /\b(?:sent|got|gets?|getting|help(?:s|ed|ing)?|moved|placed|referred|brought|put|led|enabled|allowed|led\s+to)\s+(?:[\w'’-]+\s+){0,2}$/;
const BEFORE_AFTER =
  /^(?:\s+[\w'’-]+){0,7}?\s+(?:into|onto|on\s+to|over\s+to|back\s+to|straight|online|trading|working|reading|becoming|getting|finding|starting|writing)\b/;
const FOUND_FOR = /\bfound\s+(?:\w+\s+)?(?:work|jobs?|posts?|places?|homes?)\s+for\s+(?:[\w'’-]+\s+){0,2}$/;
/** What stands after it tells of something else. */
const ELSEWHERE = /[;.!?](?:\s|$)|,\s+and\s+(?:an?|the|one|two|three|\d)|\s[–—]\s/;
/** What people have and what they plan is no outcome. */
/** "Has led to 19 new businesses and 25 additional jobs". */
const BROUGHT_ABOUT =
  /\b(?:led\s+to|resulted\s+in|creat(?:ed|ing)|generated|safeguarded)\s+(?:[\w'’,-]+\s+){0,6}$/;
const PLANNED = /\b(?:will|would|shall|could|might|may|should|to\s+be|hopes?\s+to|want(?:s|ed)?\s+to)\b/;

/** "Two of them have been offered a show", "five of the mothers now meet in town". */
const SOME_OF =
  /^\s+of\s+(?:the|them|those|these|our|us|his|her|its|their|whom)\b(?:\s+[\w'’-]+){0,4}?\s+(?:(?:have|has)\s+(?:since\s+|also\s+|already\s+)?(?:been\s+)?[a-z]+(?:ed|en|wn|ne|un|ght|und|ome|eft|ept|ost|old|et|ut)\b|now\s+[a-z]+)/;

/** "Two of the women have lost their husbands": what no service brought about. */
const OF_LIFE =
  /^[^.;]*?\b(?:have|has|had|now)\s+(?:since\s+|both\s+|all\s+)?(?:lost|died|retired|moved\s+away|travel|married|grown\s+up)\b/;

/** Whether businesses or jobs that are counted at `start` are told to have come about through somebody's help. */
export function isBroughtAbout(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 90), start);
  const told = BROUGHT_ABOUT.exec(before);
  return told !== null && !PLANNED.test(before.slice(0, told.index));
}

/** Whether the sentence tells what became of those who are counted from `start` to `end`. */
export function isOutcome(text: string, start: number, end: number): boolean {
  const ahead = text.slice(end, end + 140);
  const stop = ELSEWHERE.exec(ahead);
  const after = stop ? ahead.slice(0, stop.index) : ahead;
  const told = AFTER.exec(after);
  if (told && !PLANNED.test(after.slice(0, told.index))) return true;
  const before = text.slice(Math.max(0, start - 50), start);
  if (SOME_OF.test(after) && !/\bthe\s+$/.test(before) && !OF_LIFE.test(after)) return true;
  if (FOUND_FOR.test(before)) return true;
  return BEFORE.test(before) && BEFORE_AFTER.test(after);
}

/** "By the autumn it was more like": how a count had grown. */
const BY_THEN =
  /\bby\s+(?:the\s+)?(?:end\s+of\s+(?:the\s+)?)?(?!(?:end|time|way|side)\b)[\w'’]+,?\s+(?:there|it|we|they|numbers?|membership)\s+(?:was|were|had)\s+(?:[\w'’-]+\s+){0,3}$/;
/** "Last summer it was 81". */
const LAST_TIME =
  /\b(?:last|the\s+previous)\s+(?:year|summer|time|term|autumn|spring|winter|month|season)(?:['’]s)?,?\s+(?:it|there|we|they|that|this|figure)\s+(?:was|were|had)\s+(?:\w+\s+)?$/;
/** "As bad for you as smoking 15 cigarettes." */
const LIKENED =
  /\b(?:equivalent\s+(?:to|of)|as\s+(?:bad|harmful|damaging|good|dangerous)\b[^.;]{0,20}\sas)\s+(?:[\w'’-]+\s+){0,3}$/;
const BEGAN = /\b(?:began|begun)\s+(?:in\s+\w+\s+)?(?:with|as|at)\s+(?:only\s+|just\s+)?$/;
const GREW = /\b(?:now|since|has|have|today|grown|grew)\b/;
const AGAINST =
  /\b(?:against\s+(?:an?|the|our)\s+(?:target|average|total|plan)|as\s+against|compared\s+(?:with|to)|down\s+from|up\s+from|instead\s+of\s+the)\b/;

/** Whether a number is one end of a change ("from seven to two") or one side of a comparison ("8 as against 20"). */
export function isCompared(text: string, start: number, end: number): boolean {
  const near = text.slice(Math.max(0, start - 40), end + 50);
  const versus = AGAINST.exec(near);
  if (versus) return true;
  const before = text.slice(Math.max(0, start - 70), start);
  return (
    BY_THEN.test(before) ||
    LAST_TIME.test(before) ||
    LIKENED.test(before) ||
    (BEGAN.test(before) && GREW.test(text.slice(end, end + 90)))
  );
}

/** What has gone, in a stretch of time: "four galleries have shut since 2021". */
const GONE =
  /\b(?:has|have|had|were|was|been)\s+(?:been\s+|all\s+|now\s+)?(?:shut|closed|gone|lost|cut|axed|disappeared|vanished|withdrawn|scrapped)\b/;
const LOST = /\b(?:lost|closed|shut|axed|scrapped|clos(?:ure|ing)\s+of|loss\s+of)\s+(?:[\w'’-]+\s+){0,2}$/;
const SINCE =
  /\b(?:since|in\s+the\s+(?:last|past)|in\s+(?:\w+\s+)?(?:years?|decade)|this\s+(?:year|decade))\b/;

/** Whether what is counted is told to have been lost over time. */
export function isLoss(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 80).split(/[;.!?]\s/)[0] ?? '';
  const stretch =
    SINCE.test(after) ||
    /(?:^|[.;]\s+)\W*(?:since|in\s+(?:the\s+(?:last|past)\s+)?\w+\s+years?)\b[^.;]{0,40}$/.test(
      text.slice(Math.max(0, start - 60), start),
    );
  return stretch && (LOST.test(text.slice(Math.max(0, start - 40), start)) || GONE.test(after));
}

const UNDERTAKES = /\b(?:will|would|shall|we['’]ll)\s+(?:(?!and\s|but\s)[^\s.,;]+\s+){0,7}$/;
const FORECASTS =
  /\b(?:expect\w*|estimat\w*|forecast\w*|project(?:ed|ions?)|predict\w*|reckon\w*|could|sav(?:e|es|ing)|los(?:e|es|ing)|clos\w+|cuts?|suffer|cost|need|affected|worse|without|miss(?:ed)?)\b/;

/** "By March some 3,000 people should have had help": a target. */
const SHOULD_HAVE = /^(?:\s+[\w'’-]+){1,3}?\s+should\s+(?:have|be|by)\b/;

/** Whether a count is of what somebody has set out to reach. */
export function isTarget(text: string, end: number): boolean {
  return SHOULD_HAVE.test(text.slice(end, end + 50));
}

/** Whether a count is of what somebody undertakes to do: "we will run forty sessions". */
export function isUndertaking(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 80), start);
  return (
    UNDERTAKES.test(before) &&
    !FORECASTS.test(before) &&
    !/^(?:\s+[\w'’-]+){0,2}\s+(?:affected|worse\s+off|without)\b/.test(text.slice(end, end + 40))
  );
}
