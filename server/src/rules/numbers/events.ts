/** When something of which there is one begins and ends: "the consultation closes on 30 May", and on 31 May elsewhere. */
import type { Block, Draft, Span } from '../../draft';
import { BlockFinder } from '../../draft';
import { perBlock } from '../../draft/block-map';
import { DATE, monthOf } from './calendar';
import { countedIn } from './sentences';
import type { Clash } from './types';

interface Event {
  /** "consultation", and whether it begins or ends. */
  readonly subject: string;
  readonly end: boolean;
  readonly day: number;
  readonly month: number;
  readonly year: number | undefined;
  readonly words: string;
  /** In the block. */
  readonly span: Span;
}

const SUBJECT =
  '(?:the|our|this|public|formal)\\s+(?:public\\s+|formal\\s+|present\\s+|current\\s+)?(consultation|survey|contract|lease|grant|funding|agreement|programme|project|pilot|scheme|festival|exhibition|campaign)';
const WEEKDAY = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\\s+)?';
/** "The consultation closes on Friday 30 May 2025". */
const ONE = new RegExp(
  `\\b${SUBJECT}\\s+(?:(?:will|is|was|has|to|due|now|be|that)\\s+){0,3}(clos(?:es|e|ed)|ends?|ended|expires?|expired|finish(?:es|ed)?|runs?\\s+(?:until|to)|ran\\s+(?:until|to)|opens?|opened|starts?|started|begins?|began|launch(?:es|ed)?)\\s+(?:at\\s+(?:noon|midnight|\\d{1,2}\\s?[ap]m)\\s+)?(?:on\\s+)?${WEEKDAY}${DATE}`,
  'gi',
);
/** "The consultation ran for ten weeks from 7 April to 15 June 2025". */
const BOTH = new RegExp(
  `\\b${SUBJECT}\\s+(?:(?:will|is|was|held|open|took|place|ran|runs?|run)\\s+){0,3}(?:for\\s+[\\w-]+\\s+\\w+\\s+)?(?:from|between)\\s+${WEEKDAY}${DATE}\\s+(?:to|until|and|–|-)\\s+${WEEKDAY}${DATE}`,
  'gi',
);

const events = new BlockFinder(
  perBlock((block): readonly Event[] | undefined => {
    const found = read(block);
    return found.length > 0 ? found : undefined;
  }),
);

const SOME =
  /\b(?:consultation|survey|contract|lease|grant|funding|agreement|programme|project|pilot|scheme|festival|exhibition|campaign)\b/i;

function read(block: Block): readonly Event[] {
  if (!/\d/.test(block.text) || !SOME.test(block.text)) return [];
  const found: Event[] = [];
  for (const { passage, span, text } of countedIn(block)) {
    if (!SOME.test(text)) continue;
    // What was to be, and is no more.
    if (
      /\b(?:originally|previous(?:ly)?|first|second|last|earlier|extended|postponed|instead|if)\b/i.test(text)
    )
      continue;
    const add = (
      match: RegExpMatchArray,
      end: boolean,
      [day, month, year]: readonly (string | undefined)[],
      subject: string,
    ): void => {
      const start = span.start + match.index!;
      found.push({
        subject: subject.toLowerCase(),
        end,
        day: Number(day),
        month: monthOf(month!),
        year: year === undefined ? undefined : Number(year),
        words: `${day} ${month}${year ? ` ${year}` : ''}`,
        span: passage.prose.toSource(start, start + match[0].length),
      });
    };
    for (const match of text.matchAll(ONE))
      add(match, !/^(?:open|start|beg|launch)/i.test(match[2]!), match.slice(3, 6), match[1]!);
    for (const match of text.matchAll(BOTH)) {
      const [, subject, day, month, year, lastDay, lastMonth, lastYear] = match;
      add(match, false, [day, month, year ?? lastYear], subject!);
      add(match, true, [lastDay, lastMonth, lastYear], subject!);
    }
  }
  return found;
}

/** Beginnings and ends that have two dates; spans are in the draft. */
export function wrongEvents(draft: Draft): readonly Clash[] {
  const first = new Map<string, Event>();
  const clashes: Clash[] = [];
  for (const { found, placed } of events.in(draft, undefined)) {
    for (const event of found) {
      const key = `${event.subject} ${event.end}`;
      const other = first.get(key);
      if (!other) {
        first.set(key, event);
        continue;
      }
      if (!differ(event, other)) continue;
      clashes.push({
        span: { start: placed.start + event.span.start, end: placed.start + event.span.end },
        message: `The ${event.subject} ${event.end ? 'ends' : 'begins'} on ${event.words} here, and on ${other.words} before. Give one date, or say which ${event.subject} is meant.`,
      });
    }
  }
  return clashes;
}

/** Whether two dates are of one year, or of one day in two years, and not the same: else they are of two things. */
function differ(a: Event, b: Event): boolean {
  const day = a.day === b.day && a.month === b.month;
  const year = a.year === undefined || b.year === undefined || a.year === b.year;
  if (day) return !year;
  // Of two things there is more between them.
  return year && Math.abs(a.month - b.month) <= 1;
}
