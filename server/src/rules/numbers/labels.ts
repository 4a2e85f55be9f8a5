/** A quantity that a row or a column of a table has, and a sentence that gives another number for it. */
import type { Draft, FoundIn } from '../../draft';
import type { Grid } from './grid';
import { isPart, type Lead, leadBefore, timesOf, timesTold } from './leads';
import { contentOf, type Mention, type Mentions, timesIn } from './mentions';
import { clash, differ, isSaid, LONGEST_SENTENCE, type Placed } from './placed';
import { coarsest } from './rounding';
import { isSlip, isTotal } from './totals';
import type { Clash, Written } from './types';
import { grouped, sumOf } from './written';

/** What makes it a number of something else. */
const OTHER =
  /\b(?:another|further|other|new|more|fewer|extra|additional|first|last|next|target(?:\s+(?:is|of))?|aim|up\s+to|at\s+least|lost|gained|added|from|between|average(?:\s+of)?|each|every|of\s+(?:the|its|their|our|these|those|them)|by|places\s+for|wrote\s+to|than)\s*$/i;
const RATE =
  /^\s+(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]+\s+){0,3}?(?:per|each|every|an?\s+(?:day|week|month|session|head))\b/iu;
const QUALIFIED =
  /^\s+[A-Za-zÀ-ÖØ-ፚḀ-ỹ-]+\s+(?:who|whom|which|that|aged|under|over|more|fewer|from|for|at|on|with|without|by|among|between|because|if)\b/iu;
const OVER = /\b(?:over|more\s+than|above|in\s+excess\s+of|at\s+least)\s+(?:the\s+)?$/i;
/** How far one number may be from another that is meant. */
const NEAR = 0.08;
const LEAST = 20;

/** Numbers of sentences that are others in the one table which has them; spans are in the draft. */
export function againstLabels(all: readonly Placed[], found: readonly FoundIn<Mentions>[]): readonly Clash[] {
  const grids = found.flatMap(({ found: { grids: own } }) => own);
  const sums = grids.flatMap(sumsOf);
  if (sums.length === 0) return [];
  const clashes: Clash[] = [];
  for (const one of all) {
    const { mention } = one;
    if (mention.table || mention.unit === 'percent' || mention.value < LEAST) continue;
    if (mention.sentence.length > LONGEST_SENTENCE) continue;
    if (OTHER.test(mention.lead) || RATE.test(mention.after) || QUALIFIED.test(mention.after)) continue;
    const own = sums.filter((sum) => speaksOf(mention, sum));
    const [sum] = own;
    if (own.length !== 1 || !sum || agrees(mention, sum.value)) continue;
    // It may be a part, or what the paper has of it elsewhere too.
    if (
      all.some(
        (other) =>
          other !== one &&
          (other.mention.value === sum.value
            ? !other.mention.table && other.mention.noun === sum.noun
            : other.mention.table && other.mention.value === mention.value),
      )
    )
      continue;
    const told = Math.abs(sum.value - mention.value);
    if (all.some((other) => other.mention.value === told && told > 1)) continue;
    clashes.push(
      clash(
        one,
        `“${mention.words}” here, and “${sum.label}” in the table comes to ${sum.terms}. Put right whichever is wrong, or say why they differ.`,
      ),
    );
  }
  return clashes;
}

/** What all who answered, came or were counted are called; it may be the total of any table near it. */
const COUNTED =
  /^\s+(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]+\s+){0,2}?(?:responses|replies|respondents|returns|answers|forms|questionnaires|people|visits|visitors|loans|issues|members|children|attendances|customers|enquiries|sessions|hours)\b/iu;
/** "A total of 41 hours", "six grants, £143,500 in all:", right before its table. */
const TOTALLED = /\b(?:a\s+total\s+of|totalling)\s+$/i;
const IN_ALL = /^\s+(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]+\s+){0,2}?(?:in\s+(?:all|total)|altogether)\b/iu;
/** Blocks between a table and the sentence that tells its total. */
const NEARBY = 8;

/** Totals that are told near their table otherwise, or in the words right before it; spans are in the draft. */
export function againstSlips(
  draft: Draft,
  all: readonly Placed[],
  found: readonly FoundIn<Mentions>[],
): readonly Clash[] {
  const totals = found.flatMap(({ found: { grids }, index }) =>
    grids.flatMap((grid) =>
      wholesOf(grid).map((whole) => ({ ...whole, index, lead: leadBefore(draft, index) })),
    ),
  );
  if (totals.length === 0) return [];
  return all.flatMap((one) => {
    const { mention } = one;
    if (mention.unit === 'percent' || !isSaid(mention, mention.unit)) return [];
    if (!totals.some((total) => off(mention, total) <= total.value * NEAR)) return [];
    const whole = slipOf(mention, totals, one.index, all) ?? totalOf(mention, totals, one.index, all);
    if (!whole || differ(timesTold(mention), timesOf(whole.head, whole.times))) return [];
    return [
      clash(
        one,
        `“${mention.words}” here, and the table comes to ${grouped(whole.value, 0)}. Give one number, or say why they differ.`,
      ),
    ];
  });
}

interface Tabled extends Whole {
  readonly index: number;
  readonly lead: Lead;
}

type Wholes = readonly Tabled[];

/** A column of how many there are of what its table is of. */
const OF_NUMBERS = /^(?:number|no\.?|count|total|how\s+many|)$/i;

/** "1,162 responses", and a table near it that comes to 1,152: a slip of the keys. */
function slipOf(mention: Mention, totals: Wholes, at: number, all: readonly Placed[]): Tabled | undefined {
  if (mention.unit !== 'count' || mention.value < 100 || coarsest([mention]) > 1) return undefined;
  if (!COUNTED.test(mention.after) || OTHER.test(mention.lead) || QUALIFIED.test(mention.after))
    return undefined;
  if (RATE.test(mention.after)) return undefined;
  const whole = nearest(
    mention,
    totals.filter(({ index, unit }) => unit === 'count' && Math.abs(index - at) <= NEARBY),
  );
  if (!whole || isPart(whole.lead, mention) || !counts(whole, mention, at)) return undefined;
  if (whole.times.size === 0 && differ(timesTold(mention), whole.lead.times)) return undefined;
  // What makes the difference may be told, or the number may be a cell.
  const isExplained = all.some(({ mention: { value, table } }) =>
    table
      ? value === mention.value || value === off(mention, whole)
      : value === whole.value || value === off(mention, whole),
  );
  return isExplained ? undefined : whole;
}

/** "Six grants, £143,500 in all:", and the table behind it comes to £133,500. */
function totalOf(mention: Mention, totals: Wholes, at: number, all: readonly Placed[]): Tabled | undefined {
  if (mention.value < LEAST || !(TOTALLED.test(mention.lead) || IN_ALL.test(mention.after))) return undefined;
  const whole = nearest(
    mention,
    totals.filter(({ index }) => index === at + 1),
  );
  if (!whole) return undefined;
  const isExplained = all.some(({ mention: { value, table, head, noun } }) =>
    table
      ? value === mention.value && head === whole.head
      : value === off(mention, whole) || (value === whole.value && noun === mention.noun),
  );
  return isExplained ? undefined : whole;
}

/** Whether a table counts what a sentence does: by its column, or by what is beside it. */
function counts({ head, index, lead }: Tabled, { noun }: Mention, at: number): boolean {
  const named = (text: string): boolean => contentOf(text).includes(noun);
  return named(head) || (OF_NUMBERS.test(head) && (Math.abs(index - at) === 1 || named(lead.text)));
}

/** The total that a number is a slip away from, where it is none. */
function nearest({ value }: Mention, totals: Wholes): Tabled | undefined {
  if (totals.some((total) => total.value === value)) return undefined;
  const whole = totals.find((total) => isSlip(total.value, value));
  return whole && Math.abs(whole.value - value) <= whole.value * NEAR ? whole : undefined;
}

function off({ value }: Mention, whole: Whole): number {
  return Math.abs(whole.value - value);
}

interface Whole {
  readonly head: string;
  readonly unit: Written['unit'];
  readonly value: number;
  readonly times: ReadonlySet<string>;
}

/** The totals of a table, and the sums of its columns if it has none. */
function wholesOf({ rows, width }: Grid): readonly Whole[] {
  const total = rows.findLast((row) => isTotal(row[0]!.text));
  const wholes: Whole[] = [];
  for (let column = 1; column < width; column++) {
    const head = rows[0]![column]!.text;
    const times = timesIn(head);
    const numbers = rows.slice(1).map((row) => row[column]!.number);
    if (total) {
      const number = total[column]!.number;
      if (number && number.unit !== 'percent')
        wholes.push({ head, unit: number.unit, value: number.value, times });
    } else if (numbers.length > 2 && numbers.every((number) => number && number.unit !== 'percent')) {
      // What is lost or gained stands with its sign.
      const signs = new Set(numbers.map((number) => number!.value >= 0));
      const sum = numbers.reduce((all, number) => all + number!.value, 0);
      if (signs.size === 1) wholes.push({ head, unit: numbers[0]!.unit, value: Math.abs(sum), times });
    }
  }
  return wholes;
}

/** What a row or a column without a total comes to. */
interface Sum {
  readonly label: string;
  /** All of its words are to stand by the number. */
  readonly words: readonly string[];
  readonly noun: string;
  readonly value: number;
  readonly unit: Written['unit'];
  readonly terms: string;
  readonly times: ReadonlySet<string>;
}

function speaksOf(mention: Mention, { words, unit, value, times, noun }: Sum): boolean {
  if (mention.unit !== unit || Math.abs(mention.value - value) > value * NEAR) return false;
  if (mention.noun !== noun && !(unit === 'money' && words.length > 1)) return false;
  const near = new Set(contentOf(`${mention.lead.slice(-60)} ${mention.after}`));
  return words.every((word) => near.has(word)) && !differ(mention.times, times);
}

/** Whether a number is another one, rounded, or as "over" and the like have it. */
function agrees(mention: Mention, value: number): boolean {
  const unit = mention.unit === 'money' ? coarsest([mention]) : Math.max(mention.step, coarsest([mention]));
  if (Math.abs(mention.value - value) <= Math.max(unit === 1 ? 0 : unit / 2, mention.step / 2)) return true;
  if (!mention.loose) return false;
  return OVER.test(mention.lead)
    ? value > mention.value
    : !/\b(?:nearly|almost|under|just)\b/i.test(mention.lead) || value < mention.value;
}

function sumsOf(grid: Grid): readonly Sum[] {
  const { rows, width } = grid;
  if (rows.some((row) => isTotal(row[0]!.text)) || rows[0]!.some(({ text }) => isTotal(text))) return [];
  const sums: Sum[] = [];
  const add = (
    label: string,
    cells: readonly { readonly number?: Written; readonly kind: string }[],
    heads: string,
  ): void => {
    const words = contentOf(label);
    const numbers = cells.flatMap(({ number }) => number ?? []);
    const [first] = numbers;
    if (words.length === 0 || words.length > 3 || !first || numbers.length < 2) return;
    if (
      cells.some(({ kind }) => kind !== 'number') ||
      numbers.some(({ unit, value }) => unit !== first.unit || value < 0)
    )
      return;
    if (
      first.unit === 'percent' ||
      /%|\b(?:per|average|mean|rate|active|members?|borrowers?|users?|target)\b/i.test(label)
    )
      return;
    const value = numbers.reduce((all, { value: own }) => all + own, 0);
    sums.push({
      label,
      words,
      noun: words[0]!,
      value,
      unit: first.unit,
      terms: numbers.length > 7 ? grouped(value, 0) : sumOf(numbers, value, first),
      times: timesIn(heads),
    });
  };
  const heads = rows[0]!.slice(1).map(({ text }) => text);
  const labels = rows.slice(1).map((row) => row[0]!.text);
  // "2022 | 2023 | 2024" beside one kind of thing in each row.
  const years = (all: readonly string[]): boolean => all.every((text) => timesIn(text).size > 0);
  if (heads.length > 1 && years(heads) && !heads.some((head) => /target|forecast|budget|plan/i.test(head)))
    for (const row of rows.slice(1)) add(row[0]!.text, row.slice(1), '');
  if (!years(labels) && labels.length > 2)
    for (let column = 1; column < width; column++)
      add(
        rows[0]![column]!.text,
        rows.slice(1).map((row) => row[column]!),
        rows[0]![column]!.text,
      );
  return sums;
}
