/** Finds a timetable that has what follows a decision before it, or that has the decision taken which its paper asks for. */
import { type Block, BlockFinder, type Draft, perBlock } from '../../../draft';
import { ownWords } from '../../lib/blocks/prose';
import { displayDay } from '../../lib/dates/calendar';
import type { Clash } from '../clash';
import { timeOf } from './days';
import type { Step } from './steps';

const BODY = '(cabinet|council|board|committee|executive|panel|trustees|governors|assembly|trust|foundation)';
/** A step that is a decision alone: “Cabinet decision”, “Approval by the Capital Board”. */
const DECISION =
  /^(?:[a-z’'&-]+\s){0,4}?(?:decision|approval|decides|approves)(?:\s(?:by|of|from)(?:\s[a-z’'&-]+){1,4})?$/i;
/** One of several decisions, or one on something else. */
const ONE_OF =
  /\b(?:outline|initial|first|second|stage|phase|principle|draft|interim|planning|consult\w*|scope|brief|previous|design|pre-?)/i;
/** What can only follow it: “letters about the decision”. */
const AFTER_IT =
  /\b(?:about|after|following|announce(?:s|ment\sof)?|explain(?:s|ing)?|result\sof|notice\sof|confirm(?:s|ing)?)\s(?:the\s)?(?:[a-z]+\s)?(?:decision|approval)\b/i;
const IS_ASKED = new RegExp(
  `\\b${BODY}\\s(?:is|are)\\s(?:therefore\\s|now\\s)?(?:asked|invited|recommended|requested)\\sto\\s(?:[a-z]+\\sand\\s)?(?:approve|agree|decide)\\b|\\bask\\s(?:the\\s)?(?:[A-Z][a-z]+\\s)?${BODY}\\sto\\s(?:approve|agree|decide)\\b`,
  'gi',
);

/** What follows the only decision of a timetable, and has a day before it. */
export function beforeDecision(steps: readonly Step[]): readonly Clash[] {
  const dated = steps.filter(({ when }) => when.year !== undefined);
  const [decision, ...more] = dated.filter(({ label }) => DECISION.test(label));
  if (!decision || more.length > 0 || ONE_OF.test(decision.label)) return [];
  return dated
    .filter(({ label, when }) => AFTER_IT.test(label) && timeOf(when) < timeOf(decision.when))
    .map(({ label, when }) => ({
      span: when.span,
      message: `“${label}” is to be on ${when.words}, before the “${decision.label}” of ${decision.when.words}. Put right one of the two dates.`,
    }));
}

const asked = new BlockFinder(
  perBlock((block: Block): readonly string[] =>
    ownWords(block).flatMap(({ prose: { text } }) =>
      [...text.matchAll(IS_ASKED)].map(([, one, other]) => (one ?? other)!.toLowerCase()),
    ),
  ),
);

/** The only decision of a body in all timetables of a paper that is before the paper, which asks it for that decision. */
export function decidedAlready(
  draft: Draft,
  own: readonly Step[],
  every: readonly Step[],
  time: number,
): readonly Clash[] {
  const isPast = ({ label, isDone, when }: Step): boolean =>
    !isDone && when.year !== undefined && DECISION.test(label) && !ONE_OF.test(label) && timeOf(when) < time;
  return own.filter(isPast).flatMap(({ label, when }) => {
    const bodies = asked.in(draft, undefined).flatMap(({ found }) => found);
    const body = bodies.find((one) => label.toLowerCase().includes(one));
    const isAgain = every.filter((step) => body && step.label.toLowerCase().includes(body)).length > 1;
    if (!body || isAgain) return [];
    return [
      {
        span: when.span,
        message: `The paper is of ${displayDay(time)} and asks for this decision, but “${label}” is given as ${when.words}, before that. Put right the date.`,
      },
    ];
  });
}
