/**
 * Tells what somebody sets out to reach from what has come about. A target has no source to give; what is to come
 * for others ("one in five residents will be over 75") is a forecast, which somebody must have made.
 *
 * All texts here are in lower case.
 */
import { anyOf, WIDE } from './vocabulary';

/** What somebody sets out to do: "our aim is to double the number". */
const AIMED_AT =
  /\b(?:aim|aims|aiming|want|wants|hope|hopes|hoping|plan|plans|pledged?|promised?|committed|intends?|ambition|target|goal|objective)\s+(?:is\s+)?$|\bmeans?\s+to\s+(?:have\s+)?$|\b(?:aim|ambition|goal|vision|target|objective)\s+is\s+that\b[^.;]*$|\b(?:aim|aims|aiming|want|wants|hope|hopes|hoping|plan|plans|pledged?|promised?|committed|intends?|ambition|target|goal|objective)\s+(?:is\s+)?to\s+(?:\w+\s+)?(?:cut|reduce|increase|raise|grow|lower|bring|get|reach|achieve|double|save|lift|improve)\b[^.;]*$/;

/** @param before What stands before the figure. */
export function isAimedAt(before: string): boolean {
  return AIMED_AT.test(before) && !/\bfrom\b/.test(before);
}

/** "Target: 10% more visits." */
const LABELLED =
  /(?:^|[.;\n]\s*)\W*(?:our\s+|the\s+)?(?:targets?|aims?|goals?|objectives?|ambition|milestones?|kpis?|measures?\s+of\s+success)\b[^.:;\n]{0,30}:\s*[^.;\n]*$/;

/** Those who speak of what they themselves will do, and what they do it with. */
const OWN = `(?:we|(?:the|our|this|its|an?|each|new|every)\\s+(?:[\\w’'-]+\\s+){0,3}(?:${anyOf(`project service librar(?:y|ies) scheme programme grant fund funding money award investment strategy
  review hub club course pilot bid partnership team branch campaign trust council offer refurbishment
  building`)}))`;
/** "We will increase visits by", "the grant would let us lend": what is undertaken, up to the figure. */
const UNDERTAKEN = new RegExp(
  `\\b(?:${OWN}\\s+(?:[\\w’'-]+\\s+){0,3}?(?:will|would|shall)|we['’]ll)\\s+(?:[^\\s.;:()]+\\s+){0,9}$`,
);

/** "We expect 120 adults to have started the course". */
const EXPECTED =
  /\bwe\s+(?:also\s+|would\s+)?(?:expect|anticipate)\s+(?:(?:about|around|some|at|least|over|more|than|up|to|another)\s+)*$/;
const TO_DO = new RegExp(
  `^\\s+(?:[\\w’'-]+\\s+){0,5}?to\\s+(?:${anyOf(`
  have_(?:started|begun|finished|completed|joined|learn(?:ed|t)|found|gained|moved_into|got|gone|taken|used|borrowed|been_helped)
  be_(?:in_work|coming|able|more|online|using|reading|attending) come take attend join use start begin
  finish complete learn gain find move_into borrow read visit get register sign return benefit improve
  go_(?:on|online|into)`)})\\b`,
);

/** "The council will reduce our hours by": what is done to a service is no aim of its own. */
const TAKES_AWAY =
  /\b(?:reduc(?:e|ing)|shrink|withdraw|remove|halve)\s+(?:[\w’'-]+\s+){0,3}?(?:hours|staff|staffing|budgets?|opening|services?|funding|grants?|branches|libraries|stock)\b/;

/** What any of these has somewhere near its figure; most figures have none of it. */
const MAY_BE =
  /\b(?:will|would|shall|should|expect|anticipate|targets?|aims?|goals?|objectives?|ambition|milestones?|kpis?|success|hours|fees|charges|fines|prices|emissions|is\s+to|are\s+to)\b|['’]ll\b/;

/**
 * Whether a figure is of what the writers set out to reach, or decide.
 * @param text The sentence; the figure's `start` and `end` count in it.
 */
export function isToBeReached(text: string, start: number, end: number): boolean {
  const from = Math.max(0, start - 140);
  if (!MAY_BE.test(text.slice(from, end + 100))) return false;
  const before = text.slice(from, start);
  const after = text.slice(end, end + 100);
  if (LABELLED.test(before)) return true;
  const clause = before.slice(Math.max(0, before.search(/[^.;]*$/)));
  if (EXPECTED.test(clause) && TO_DO.test(after)) return !WIDE.test(clause);
  return UNDERTAKEN.test(clause) && !TAKES_AWAY.test(clause);
}

/** Headings over what is to be reached, and how that will be known. */
export const TARGETS_HEADING =
  /^\W*(?:\d[\d.]*\W+)?(?:(?:the|our|key|main)\s+)*(?:targets?\b|milestones\b|kpis?\b|(?:key\s+)?performance\s+indicators\b|measures\b|measuring\s+(?:success|progress|impact|our)|outcomes\s+and\s+(?:measures|targets|indicators)|(?:delivery|success|outputs?|objectives?|aims?|goals?)\s+(?:and|&)\s+(?:measures|targets|indicators|outcomes|outputs)|(?:expected|intended|planned|proposed|anticipated|target)\s+(?:outcomes?|outputs?|results|benefits|impacts?|reach)|how\s+(?:will\s+we|we\s+will|we['’]ll|we\s+shall)\s+(?:know|measure|tell)|what\s+(?:success|good)\s+(?:will\s+look|looks)\s+like|what\s+(?:next\s+year|20\d\d(?:[/–-]\d+)?)\s+(?:will\s+look|looks|will\s+be)\s+like|(?:our\s+)?plans?\s+for\s+(?:next\s+year|the\s+(?:coming|next)\s+year|20\d\d)|(?:the\s+)?year\s+ahead|what\s+(?:we|the\s+(?:project|programme|scheme|grant|money|funding))\s+(?:will|would)\s+(?:do|deliver|achieve|fund|pay\s+for|make\s+possible)|what\s+will\s+(?:change|be\s+different|have\s+changed)|success\s+(?:measures|criteria|indicators)|measures\s+of\s+success)/;
/** Headings over those whom a project is for. */
export const REACH_HEADING =
  /^\W*(?:\d[\d.]*\W+)?(?:who\s+(?:(?:it|this|the\s+\w+|we)\s+)?(?:will|would|is\s+to)\s+(?:be\s+(?:helped|reached)|benefit|gain|help|reach|serve|use\s+it)|who\s+benefits|who\s+(?:it|this|the\s+project)\s+is\s+for|(?:our\s+|the\s+)?(?:beneficiaries|target\s+(?:group|audience)s?))\b/;
/** How things are for those whom a project is for: their need, and not how many are to be reached. */
export const IS_SO =
  /\b(?:are|is|have|has|live|lives|cannot|can['’]t|do\s+not|don['’]t|does\s+not|feel|struggle|lack|need|report)\b/;
/** Heads of columns, and first cells of rows, in which targets stand. */
export const TARGETS_CELL =
  /^\W*(?:our\s+|the\s+)?(?:targets?|goals?|aims?|ambition|milestones?|planned|by\s+20\d\d)\b/;
/** What leads in a list of them: "By March 2029:", "Our targets for 2030 are:", "Over two years we will reach:". */
export const ANNOUNCES_TARGETS =
  /(?:^|[.!?]\s+)\W*by\s+(?:the\s+(?:end|spring|summer|autumn|winter|close)\s+(?:of\s+)?)?(?:[\w’']+\s+){0,3}?(?:20\d\d(?:[/–-]\d\d(?:\d\d)?)?|then|the\s+end|year\s+\w+)\W*:\s*$|\b(?:targets?|aims?|goals?|ambitions?|objectives?|milestones?)\b[^.:;]{0,40}:\s*$|\b(?:will|aim\s+to|plan\s+to|want\s+to|intend\s+to|hope\s+to|would)\s[^.:;]{0,60}:\s*$|\bwe\s+expect\b[^.:;]{0,60}:\s*$/;

/** What has come about, even where targets stand: "last year loans rose", "had found work". */
const CAME_ABOUT =
  /\b(?:was|were|had|has|have\s+(?:\w+\s+)?\w+(?:ed|en|wn|ne|un)|rose|fell|grew|went|came|took|told|said|found|reached|increased|decreased|doubled|helped|last\s+(?:year|month|autumn|spring|summer|winter)|since|so\s+far|already|currently|now|today|at\s+present)\b/;

/**
 * Whether a sentence among targets tells what is already so.
 * @param text The sentence.
 */
export function tellsWhatIs(text: string): boolean {
  return CAME_ABOUT.test(text.replace(/\b(?:will|would|shall|to)\s+have\s+(?:been\s+)?\w+/g, ' '));
}
