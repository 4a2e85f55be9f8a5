/** Finds days by which a paper asks for something, on which booking closes or until which nothing may be published, before its own date. */
import { allIn, type Block, BlockFinder, type Draft, perBlockFor, type Span } from '../../../draft';
import { inOwnWords } from '../../lib/blocks/prose';
import { displayDay, MS } from '../../lib/dates/calendar';
import type { PaperDate } from '../../lib/dates/paper-date';
import { type Clash, wrong } from '../clash';
import { A_DAY, daysIn, namesDay, timeBy } from './days';

/** What may stand before a day: “noon on Friday 6 November”. */
const TIME =
  '(?:(?:at\\s)?(?:noon|midday|midnight|\\d{1,2}(?:[.:]\\d\\d)?\\s?(?:am|pm|hrs|hours)?|(?:the\\s)?(?:end|close)\\sof(?:\\s(?:the\\sday|play|business))?(?:\\son)?),?\\s)?(?:on\\s)?';
const ON = `${TIME}${A_DAY}`;
const DAY_AT_END = new RegExp(`\\b${A_DAY}$`, 'i');
/** “by Friday 6 November” */
const BY_DAY = new RegExp(`\\b(?:by|before|until|(?:no|not)\\slater\\sthan)\\s${ON}`, 'gi');
/** What closes or ends for those who want to take part: “Booking closes on 30 October”. */
const CLOSES = new RegExp(
  `\\b(?:bookings?|applications?|nominations?|registrations?|entries|(?:ticket\\s)?sales|poll|voting|consultation|survey)\\s(?:[A-Za-z’'-]+\\s){0,5}?(?:closes?|ends?)\\s${ON}`,
  'gi',
);
/** A line that gives the day after its label: “Reply by: 6 November”. */
const LABELLED = new RegExp(
  `^(?:(?:the\\s|our\\s)?(?:deadline|closing\\sdate)|(?:please\\s)?(?:reply|respond|return|book|apply|register)|replies|responses|applications|bookings|RSVP)(?:\\s(?:for|to|of|from|the|us|your|our|[a-z]+)){0,4}?(?:\\s(?:by|due|close|is))?\\s?[:–—|-]\\s?(?:by\\s)?${ON}`,
  'gi',
);
/** A day until which nothing may be published. */
const EMBARGO = new RegExp(
  `\\b(?:embargo(?:e?d)?|not\\sfor\\s(?:release|publication|use|broadcast))(?::|,)?\\s(?:(?:for|to|until|till|before|from|use|release|publication|not)\\s){0,5}${ON}`,
  'gi',
);

/** Words that ask readers for something. */
const ASKS =
  /\b(?:please|kindly|(?:could|can|would)\syou|(?:glad|grateful)\s(?:of|for|if|to\shave)|if\syou\s(?:could|can|would)|(?:may|might|can)\s(?:I|we)\sask|let\s(?:me|us)\s(?:know|have)|RSVP|you\s(?:can|may|must|should|need\sto|have\sto)|(?:places|tickets|applications|bookings|entries|replies|responses|comments|nominations)\s(?:must|should|need\sto|have\sto|can))\b/i;
/** What they are asked to do. */
const ACTS =
  /\b(?:know|hear|repl(?:y|ies)|respon(?:d|ses?)|send|return(?:ed)?|confirm|book(?:ed)?|appl(?:y|ications?)|registe?r?|sign\sup|tell|answers?|decision|email(?:ed)?|write|complete|submit(?:ted)?|comments?|RSVP|nominat(?:e|ions?)|vote|received|in\stouch|contact|ring|call|order|pay|views|let\s(?:me|us)\shave)\b/i;
/** The same right before its day: “we ask you to decide by 27 February”. */
const DECIDE =
  /\b(?:decide|decision|reply|respond|let\s(?:us|me)\sknow|confirm|approve|agree|answer)\s(?:[A-Za-z]+\s){0,5}?$/i;
/** Words that tell of what was asked before. */
const WAS =
  /\b(?:asked|was|were|had|did|invited|missed|promised|expected|would\s(?!you|be)|ago|extended|not|last|previous(?:ly)?|original(?:ly)?|earlier|sent|wrote|closed|minutes|since|already|unless|said|told|every|each|(?:if\syou|who|that)\s(?:have\s)?[a-z]{2,20}ed)\b/i;
/** Behind the day: that it was changed, or is over. */
const CHANGED = /^[^.;]{0,60}\b(?:extended|moved|passed|met|done|closed|missed|last\syear)\b/i;
/** How long before a meeting its papers are sent out, and may ask for something. */
const AHEAD = 28 * MS;

interface Asked {
  readonly span: Span;
  readonly at: number;
  readonly isEmbargo: boolean;
}

const finder = new BlockFinder(
  perBlockFor((block: Block, time: number): readonly Asked[] => {
    if (!namesDay(block) || !/\d\s*(?:[a-z]{2}\s)?(?:of\s)?[A-Za-z]{3}/.test(block.text)) return [];
    return inOwnWords(block, (text) => askedIn(text, time));
  }),
);

/** What a draft asks for by a day before its own; spans are in the draft. */
export function askedBefore(draft: Draft, paper: PaperDate | undefined): readonly Clash[] {
  if (!paper?.exact) return [];
  // The date of a report is that of its meeting.
  const isReport = draft.frontMatter.data.kind === 'report';
  return allIn(finder, draft, paper.time).flatMap(({ span, at, isEmbargo }) => {
    if (isReport && at > paper.time - AHEAD) return [];
    const is = isEmbargo ? 'This is not to be published until' : 'This is to be done by';
    return [wrong({ span }, `${is} ${displayDay(at)}, and the paper is of ${displayDay(paper.time)}.`)];
  });
}

function askedIn(text: string, time: number): readonly Asked[] {
  const found: Asked[] = [];
  for (const pattern of [EMBARGO, LABELLED, CLOSES, BY_DAY])
    for (const day of daysIn(text, pattern)) {
      const { match } = day;
      const { end } = day.at;
      const at = timeBy(day, time);
      if (at === undefined || at >= time || found.some(({ span }) => span.end === end)) continue;
      const start = sentenceStart(text, match.index);
      const lead = text.slice(start, match.index);
      if (pattern === BY_DAY && !DECIDE.test(lead) && !(ASKS.test(lead) && ACTS.test(lead))) continue;
      if (WAS.test(lead) || CHANGED.test(text.slice(end))) continue;
      const words = DAY_AT_END.exec(match[0])![0];
      found.push({ span: { start: end - words.length, end }, at, isEmbargo: pattern === EMBARGO });
    }
  return found;
}

/** Where the sentence begins that a place of a text is in. */
function sentenceStart(text: string, at: number): number {
  const ends = [...text.slice(0, at).matchAll(/[.?!]\s/g)];
  return ends.length === 0 ? 0 : ends.at(-1)!.index + 2;
}
