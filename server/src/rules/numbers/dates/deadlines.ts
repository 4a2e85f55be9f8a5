/** Finds what is to be done too soon or too late: before a consultation closes, after what it is for. */

import { type Block, BlockFinder, type Draft, perBlock, type Span, shifted } from '../../../draft';
import { ownSentences, type Sentence, spanIn } from '../../lib/blocks/prose';
import { displayDay, MS } from '../../lib/dates/calendar';
import type { PaperDate } from '../../lib/dates/paper-date';
import { type Clash, wrong } from '../clash';
import { A_DAY, type Day, daysIn, NO_NUMBER, namesDay, timeBy } from './days';

const WHO = '(?:cabinet|committee|council|board|executive|trustees|assembly)';
/** “The consultation closes on 15 March”, “… is open from 12 January to 15 March”, “the closing date is 15 March” */
const CLOSES =
  /\b(?:consultation\s(?:\([^()]{0,30}\)\s)?(?:[a-z]+\s){0,4}?(?:closes?|ends?|until|till|from\s[^.;]{3,40}?\s(?:to|until))|closing\sdate\sis)\s(?:on\s|is\s|at\s)?$/i;
/** The first day of the same. */
const OPENS = /\bconsultation\s(?:\([^()]{0,30}\)\s)?(?:[a-z]+\s){0,4}?from\s$/i;
/** “A report will go to Cabinet on 10 March”, “Cabinet decides on 10 March” */
const DECIDES = new RegExp(
  `\\b(?:(?:report|paper|findings|results|responses)\\s(?:[a-z]+\\s){0,5}?to\\s(?:the\\s|our\\s)?(?:[A-Za-z]+\\s){0,3}?${WHO}|${WHO}\\s(?:will\\s|is\\sto\\s)?(?:decides?|votes?|meets?\\sto\\sdecide))\\son\\s$`,
  'i',
);
/** Between a day and that of what is to come after it: “… by 20 June, so that I can report to Cabinet on 11 June”. */
const FOR_LATER = /^,?\s(?:so\sthat|in\stime\sfor|ahead\sof|in\sorder\sto)\b[^.;]{0,80}\s(?:on|by)\s$/;
/** Words for what was, or may be, for one of several consultations or reports, and for what else has a closing date. */
const OTHERWISE =
  /\b(?:had|was|were|did|asked|invited|missed|promised|expected|if|would|could|unless|ago|last|previous\w*|originally|extended|staff|union|second|first|informal|budget|interim|draft|funds?|grants?|applications?|bids?|tenders?|posts?|not)\b/i;

interface When extends Day {
  /** In the block. */
  readonly span: Span;
}

const KINDS = ['opens', 'closes', 'decides'] as const;
type Days = Readonly<Record<(typeof KINDS)[number], readonly When[]>> & {
  /** Days by which something is to be done for a later day, with that day. */
  readonly early: readonly (readonly [by: When, then: When])[];
};

const finder = new BlockFinder(
  perBlock((block: Block): Days | undefined => {
    if (!namesDay(block) || !/\d\s(?:of\s)?[A-Z]/.test(block.text)) return undefined;
    const own = ownSentences(block).filter(({ text }) => !OTHERWISE.test(text));
    const dates = own.map((sentence) => datesIn(sentence));
    const by = (pattern: RegExp): readonly When[] =>
      dates.flatMap((all) => all.filter(({ lead }) => pattern.test(lead)).map(({ when }) => when));
    const early = dates.flatMap((all) =>
      all.flatMap(({ lead, when, end }, at) => {
        const then = all[at + 1];
        const isFor = then && /\bby\s$/.test(lead) && FOR_LATER.test(then.bare.slice(end));
        return isFor ? [[when, then.when] as const] : [];
      }),
    );
    const days = { opens: by(OPENS), closes: by(CLOSES), decides: by(DECIDES), early };
    return early.length > 0 || KINDS.some((kind) => days[kind].length > 0) ? days : undefined;
  }),
);

/** “noon on Friday 13 March” */
const ANY = new RegExp(
  `(?:(?:noon|midnight|\\d{1,2}(?:[.:]\\d\\d)?\\s?[ap]m)\\son\\s)?${NO_NUMBER}${A_DAY}`,
  'gi',
);

/** The days of a sentence, each with what stands before it. */
function datesIn(sentence: Sentence) {
  return daysIn(sentence.text, ANY).map(({ match: _, at, ...day }) => {
    const bare = sentence.text.slice(0, at.start);
    const when: When = { ...day, span: spanIn(sentence, at) };
    return { lead: bare.slice(-160), bare, end: at.end, when };
  });
}

/** How long before a consultation of unknown beginning closes what is decided is on it. */
const NEAR = 14 * MS;
/** How far apart two days are on which one consultation closes. */
const FURTHEST = 31 * MS;

/** A day with its time, where its year is known. */
interface Timed {
  readonly time: number;
  readonly span: Span;
}

/** The days of a draft that are too soon or too late; spans are in the draft. */
export function wrongDeadlines(draft: Draft, written: PaperDate | undefined): readonly Clash[] {
  const all = finder.in(draft, undefined);
  const paper = written?.exact ? written.time : undefined;
  const timed = (when: When, start: number): readonly Timed[] => {
    const time = timeBy(when, paper);
    return time === undefined ? [] : [{ time, span: shifted(when.span, start) }];
  };
  const of = (kind: (typeof KINDS)[number]): readonly Timed[] =>
    all.flatMap(({ found, placed: { start } }) => found[kind].flatMap((when) => timed(when, start)));
  const early = all.flatMap(({ found, placed: { start } }) =>
    found.early.flatMap(([by, then]) => {
      const [a, b] = [...timed(by, start), ...timed(then, start)];
      if (!a || !b || a.time <= b.time) return [];
      return [wrong(a, `This is to be done by ${displayDay(a.time)}, for what is on ${displayDay(b.time)}.`)];
    }),
  );
  return [...early, ...onConsultation(of('opens')[0]?.time, of('closes'), of('decides'), paper)];
}

/** Two days on which a consultation closes, or what is decided on it before it does. */
function onConsultation(
  opens: number | undefined,
  closes: readonly Timed[],
  decides: readonly Timed[],
  paper: number | undefined,
): readonly Clash[] {
  const [closing, other, ...more] = [...new Set(closes.map(({ time }) => time))];
  if (closing === undefined || more.length > 0) return [];
  const closesOn = displayDay(closing);
  if (other !== undefined) {
    if (Math.abs(other - closing) > FURTHEST) return [];
    const why = `The consultation closes on ${displayDay(other)} here, and on ${closesOn} elsewhere in the paper.`;
    return closes.filter(({ time }) => time === other).map((one) => wrong(one, why));
  }
  const from = Math.max(opens ?? closing - NEAR, paper ?? 0);
  return decides
    .filter(({ time }) => time > from && time < closing)
    .map((one) =>
      wrong(
        one,
        `This is on ${displayDay(one.time)}, and the consultation closes after that, on ${closesOn}.`,
      ),
    );
}
