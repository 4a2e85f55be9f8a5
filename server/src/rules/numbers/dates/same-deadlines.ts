/** Finds a deadline that a paper gives twice with two days: “choose your dates by Friday 11 July”, and “by Friday 18 July”. */
import {
  type Block,
  BlockFinder,
  type Draft,
  headingAbove,
  headings,
  perBlock,
  type Span,
  shifted,
} from '../../../draft';
import { ownSentences, spanIn } from '../../lib/blocks/prose';
import { MS } from '../../lib/dates/calendar';
import type { Clash } from '../clash';
import { contentOf } from '../told-twice/mentions';
import { A_DAY, daysIn, namesDay, timeOf } from './days';

const BY = new RegExp(
  `(?<=^|[\\s(])((?:[A-Za-z’'-]+\\s){0,4}[A-Za-z’'-]+),?\\s(?:by|no\\slater\\sthan)\\s(${A_DAY})`,
  'gi',
);
/** What is to be done by readers, which has one last day. */
const ASKED =
  /\b(?:comments?|repl(?:y|ies)|responses?|respond|choose|book(?:ings?)?|apply|applications?|bids?|sign|return|send|register|nominat\w+|tell\sus|let\s(?:us|me)\sknow)\b/i;
/** Words for one of several, or for another time. */
const OTHERWISE =
  /\b(?:first|second|third|stage|round|phase|term|schools?|staff|draft|final|early|late|had|was|were|did|last|originally|extended|instead|or|if|each|every|not)\b/i;
const FURTHEST = 31 * MS;

interface Asked {
  readonly words: ReadonlySet<string>;
  /** As it is written. */
  readonly date: string;
  /** In milliseconds; of one year where it names none. */
  readonly time: number;
  readonly span: Span;
}

const finder = new BlockFinder(
  perBlock((block: Block): readonly Asked[] => {
    if (block.node.type === 'table' || !namesDay(block) || !/\bby\b|later than/i.test(block.text)) return [];
    return ownSentences(block).flatMap((sentence): readonly Asked[] => {
      const { text } = sentence;
      if (OTHERWISE.test(text)) return [];
      return daysIn(text, BY).flatMap((found): readonly Asked[] => {
        const { 1: lead, 2: date } = found.match;
        const { end } = found.at;
        if (!ASKED.test(lead!)) return [];
        return [
          {
            words: new Set(contentOf(lead!).filter((word) => word !== 'please')),
            date: date!,
            time: timeOf(found),
            span: spanIn(sentence, { start: end - date!.length, end }),
          },
        ];
      });
    });
  }),
);

/** The second day of deadlines that have two; spans are in the draft. */
export function twoDeadlines(draft: Draft): readonly Clash[] {
  const heads = headings(draft);
  const all = finder.in(draft, undefined).flatMap(({ found, placed: { start }, index }) => {
    const part = headingAbove(heads, index);
    return found.map((one) => ({ ...one, part, span: shifted(one.span, start) }));
  });
  return all.flatMap((one, at) => {
    const same = all.filter((other) => other !== one && isSame(other, one));
    const [first, ...more] = same;
    // Of three or more, each may be of its own.
    if (!first || more.length > 0 || all.indexOf(first) > at) return [];
    const off = Math.abs(first.time - one.time);
    if (off === 0 || off > FURTHEST) return [];
    return [
      {
        span: one.span,
        message: `“${one.date}” here, and “${first.date}” elsewhere in the paper, as it seems for the same thing. Give one day.`,
      },
    ];
  });
}

interface InPart extends Asked {
  /** The position of its heading among those of the draft; -1 above the first. */
  readonly part: number;
}

/** One word tells what is asked only within a section: “Please book” may be for another event in the next. */
function isSame(a: InPart, b: InPart): boolean {
  const [fewer, more] = a.words.size < b.words.size ? [a.words, b.words] : [b.words, a.words];
  return fewer.size >= (a.part === b.part ? 1 : 2) && [...fewer].every((word) => more.has(word));
}
