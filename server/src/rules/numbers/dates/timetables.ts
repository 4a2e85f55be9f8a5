/** Finds steps of a timetable that another place of the paper, or the paper’s own date, contradicts. */

import { type Block, BlockFinder, type Draft, headingAbove, headings, moved, perBlock } from '../../../draft';
import { addAll } from '../../../util/lists';
import { getOrInsert } from '../../../util/memoize';
import { ownSentences, type Sentence } from '../../lib/blocks/prose';
import { displayDay } from '../../lib/dates/calendar';
import type { PaperDate } from '../../lib/dates/paper-date';
import { type Clash, oncePerPlace } from '../clash';
import { namesDay, timeOf } from './days';
import { beforeDecision, decidedAlready } from './decisions';
import { datesIn, type Step, stemOf, stepsIn, type When, wordsOf } from './steps';

/** What a sentence says when it happens: “to start on Tuesday 6 April”. */
interface Said {
  readonly does: string;
  /** The text up to the date, and its words. */
  readonly lead: string;
  readonly words: ReadonlySet<string>;
  readonly when: When;
}

interface Dated {
  readonly steps: readonly Step[];
  readonly said: readonly Said[];
  /** The only day that is out of the order of its table. */
  readonly odd: Clash | undefined;
  /** What clashes with another step of its block. */
  readonly clashes: readonly Clash[];
}

const DOES = '(starts?|begins?|ends?|expires?|opens?|reopens?|closes?|decides?|reports?|launch(?:es)?)';
/** What happens, shortly before its day: “to report on the effects by”. */
const HAPPENS = new RegExp(`^.*\\b${DOES}\\s(?:[A-Za-z’'-]+\\s){0,4}?(?:on|from|by|in|until)\\s$`, 'i');
/** Text of a sentence that tells of another day, or of what is not so. */
const OTHERWISE =
  /\b(?:not|never|instead|originally|was\sdue|had|rather|unless|if|would|could|might|first|second|third|next|last|previous\w*|another|other|again|phase|stage|pilot|trial|moved|postponed|delayed|brought\sforward|than|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days)\b/i;
/** Of several of one kind, those whom one is with or for: “the staff consultation”, “the contract for Ash Library”. */
const WHOSE =
  /\b(staff|public|union|school|partner|parent|stakeholder|statutory|formal|informal)s?\b|\b(?:for|at)\s(?:the\s)?([A-Z][a-z]+)/g;
/** Up to a noun that has a name before it: “Ash Library”. */
const NAMED = /\b(?!(?:The|This|That|Our|Its|A|An|New|These|All|Each)\b)[A-Z][a-z]+\s$/;
/** Behind a noun: what it is about, or with whom. */
const ABOUT = /^\s(?:on|with|about|for)\s(?:(?:the|our|its|their|an?|new)\s){0,2}([a-z][a-z-]*)/;
/** Before a noun: of which kind it is, and words that say nothing of that. */
const KIND = /\b(?:the|our|its|their|this|an?)\s([a-z][a-z-]*)\s$/i;
const ANY_KIND = /^(?:current|present|existing|main|full|whole|proposed|planned|agreed|revised|opening)$/;
const NEXT_STEPS = /^\W{0,4}(?:\d[\d.]*\s+)?(?:next\ssteps|what\shappens\snext)\b/i;
/** The longest sentence that is read, in characters. */
const LONGEST_SENTENCE = 600;
/** The most steps of a paper that is checked; a paper with more is a calendar. */
const MOST = 60;

const finder = new BlockFinder(
  perBlock((block: Block): Dated | undefined => {
    if (!namesDay(block) || !/\d\s+(?:of\s+)?[A-Za-z]{3}/.test(block.text)) return undefined;
    const sentences = ownSentences(block).filter(({ text }) => text.length <= LONGEST_SENTENCE);
    const isTable = block.node.type === 'table';
    const steps = stepsIn(sentences, isTable);
    const said = sentences.flatMap((one) => (one.passage.kind === 'table-row' ? [] : saidIn(one)));
    if (steps.length + said.length === 0) return undefined;
    const odd = isTable ? outOfOrder(steps) : undefined;
    return { steps, said, odd, clashes: [...(odd ? [odd] : []), ...beforeDecision(steps)] };
  }),
);

function saidIn(sentence: Sentence): readonly Said[] {
  const { text } = sentence;
  if (OTHERWISE.test(text)) return [];
  return datesIn(sentence).flatMap((when) => {
    const lead = text.slice(0, when.at.start);
    const does = HAPPENS.exec(lead.slice(-80))?.[1];
    return does === undefined ? [] : [{ does: stemOf(does.toLowerCase()), lead, words: wordsOf(lead), when }];
  });
}

/** The dates of a draft that its timetable or its own date contradicts; spans are in the draft. */
export function wrongSteps(draft: Draft, paper: PaperDate | undefined): readonly Clash[] {
  const every: Step[] = [];
  finder.each(draft, undefined, ({ steps }) => addAll(every, steps));
  if (every.length === 0 || every.length > MOST) return [];
  const all = finder.in(draft, undefined);
  const odd = new Set(all.map(({ found }) => found.odd?.span));
  const byWord = new Map<string, readonly Step[]>();
  const stepsOf = (does: string): readonly Step[] =>
    getOrInsert(byWord, does, () =>
      every.filter(({ words, when }) => words.size > 1 && words.has(does) && !odd.has(when.span)),
    );
  const heads = headings(draft);
  return all.flatMap(({ found: { steps, said, clashes: own }, placed: { start }, index }) => {
    const clashes: Clash[] = [];
    for (const one of said) addAll(clashes, againstSteps(one, stepsOf(one.does)));
    addAll(clashes, own);
    if (paper?.exact && steps.length > 0) {
      addAll(clashes, decidedAlready(draft, steps, every, paper.time));
      if (NEXT_STEPS.test(heads[headingAbove(heads, index - 1)]?.text ?? ''))
        addAll(clashes, inThePast(steps, paper.time));
    }
    return oncePerPlace(clashes).map((clash) => moved(clash, start));
  });
}

/** A day that a sentence gives for one of some steps, and the timetable another. */
function againstSteps({ lead, words, when }: Said, steps: readonly Step[]): readonly Clash[] {
  const own = steps.filter(
    (step) => [...step.words].every((word) => words.has(word)) && !isOfOther(lead, step.words),
  );
  const [step, ...more] = own;
  if (!step || more.length > 0 || isSame(step.when, when)) return [];
  return [
    {
      span: when.span,
      message: `“${when.words}” here, and “${step.when.words}” for “${step.label}” elsewhere in the paper. Give the right date in both places.`,
      ...(!when.hasDay && { instead: [{ by: step.when.words }] }),
    },
  ];
}

/** Whether a text tells of another of the kind of a step: “the consultation with schools” for “consultation”. */
function isOfOther(lead: string, step: ReadonlySet<string>): boolean {
  const isNew = (word: string): boolean => [...wordsOf(word)].some((one) => !step.has(one));
  for (const [, whose, name] of lead.matchAll(WHOSE)) if (isNew((whose ?? name)!)) return true;
  for (const { 0: word, index } of lead.matchAll(/[A-Za-z]{3,}/g)) {
    if (![...wordsOf(word)].some((one) => step.has(one))) continue;
    const name = NAMED.exec(lead.slice(0, index))?.[0];
    const about = ABOUT.exec(lead.slice(index + word.length))?.[1];
    const kind = KIND.exec(lead.slice(0, index))?.[1];
    if ([name, about, kind].some((one) => one !== undefined && !ANY_KIND.test(one) && isNew(one)))
      return true;
  }
  return false;
}

const isSame = (a: When, b: When): boolean =>
  a.day === b.day && a.month === b.month && (a.year ?? b.year) === (b.year ?? a.year);

/** The only step of a table that is out of its order, where the next year brings it in. */
function outOfOrder(steps: readonly Step[]): Clash | undefined {
  if (steps.length < 4 || steps.some(({ when }) => when.year === undefined)) return undefined;
  const times = steps.map(({ when }) => timeOf(when));
  const isSorted = (all: readonly number[]): boolean =>
    all.every((time, at) => at === 0 || time >= all[at - 1]!);
  // A table in the order of its names has its dates in none.
  const labels = steps.map(({ label }) => label.toLowerCase());
  if (isSorted(times) || labels.every((label, at) => at === 0 || label >= labels[at - 1]!)) return undefined;
  // In January, the old year is often still written; the other way round, the table may not be in order of time.
  const ways = steps.flatMap(({ when }, at) => {
    const year = when.year! + 1;
    return at > 0 && isSorted(times.with(at, timeOf({ ...when, year }))) ? [{ when, year }] : [];
  });
  const [way, ...more] = ways;
  if (!way || more.length > 0) return undefined;
  const { when, year } = way;
  const message = `“${when.words}” is out of the order of this table, where ${year} would be in it. Put right the year, or the order.`;
  const by = when.words.replace(/\d{4}$/, String(year));
  return { span: when.span, message, instead: [{ by }] };
}

/** Next steps before the paper's own day. */
function inThePast(steps: readonly Step[], time: number): readonly Clash[] {
  return steps.flatMap(({ label, isDone, when }) => {
    if (when.year === undefined || timeOf(when) >= time || isDone) return [];
    return [
      {
        span: when.span,
        message: `The paper is of ${displayDay(time)}, and the next step “${label}” is to be on ${when.words}, before that. Put right the date, or say that it has been done.`,
      },
    ];
  });
}
