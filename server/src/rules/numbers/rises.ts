/** A rise or fall in per cent, and the numbers in a table or elsewhere that it is between: "to reach 600, an increase of 65%". */
import type { FoundIn } from '../../draft';
import type { Cell } from './grid';
import { contentOf, type Mention, type Mentions } from './mentions';
import { CHANGE_NOUNS, CHANGE_VERBS } from './parts';
import { clash, isSaid, type Placed } from './placed';
import type { Clash, Written } from './types';
import { grouped } from './written';

const VERB = new RegExp(`\\b${CHANGE_VERBS}(?:\\sby)?\\s$`, 'i');
const NOUN = new RegExp(`\\b${CHANGE_NOUNS}\\sof\\s$`, 'i');
/** What a column tells of a time. */
export const TIME =
  /\b(?:19|20)\d\d|\b\d\d\/\d\d\b|\b(?:q[1-4]|yr|year|before|after|now|start|end|baseline|actual|forecast|target|last|this|pilot)\b/i;
const AUXILIARY = /(?<!\s)\s+(?:(?:has|have|had|is|are|was|were|also|gone|went|now|then)\s+){0,3}$/i;
/** Measured against something that is not in the table. */
const OTHER =
  /\b(?:since|target|average|national|nationally|over\s+(?:the\s+)?(?:\w+)\s+years|in\s+real\s+terms|per|each)\b/i;

interface Row {
  readonly label: string;
  readonly cells: readonly Cell[];
}

/** Changes that are not those between the numbers which they name; spans are in the draft. */
export function againstRises(all: readonly Placed[], found: readonly FoundIn<Mentions>[]): readonly Clash[] {
  const rows = found.flatMap(({ found: { grids } }) => grids.flatMap(rowsIn));
  const clashes: Clash[] = [];
  for (const one of all) {
    const { mention } = one;
    if (!isSaid(mention, 'percent')) continue;
    if (!(VERB.test(mention.lead) || NOUN.test(mention.lead))) continue;
    if (
      /^\s*(?:percentage\s+)?points?\b/i.test(mention.after) ||
      OTHER.test(mention.lead.slice(-40) + mention.after)
    )
      continue;
    const to = beside(all, one);
    const row = rowOf(rows, mention, to);
    const wrong = row ? inRow(row, mention, to?.mention) : to && fromElsewhere(all, mention, to);
    if (wrong) clashes.push(clash(one, wrong));
  }
  return clashes;
}

function rowsIn({ rows, width }: Mentions['grids'][number]): readonly Row[] {
  const times = Array.from({ length: width }, (_, at) => at).filter(
    (at) => at > 0 && TIME.test(rows[0]![at]!.text),
  );
  if (times.length < 2) return [];
  return rows.slice(1).flatMap((row) => {
    const cells = times.map((at) => row[at]!).filter(({ number }) => number && number.unit !== 'percent');
    return cells.length > 1 ? [{ label: row[0]!.text, cells }] : [];
  });
}

/** The number in the sentence that a change leads to: "to 744,210", or right before it. */
function beside(all: readonly Placed[], { mention, start }: Placed): Placed | undefined {
  const same = all.filter(
    (other) =>
      other.start === start &&
      other.mention.sentence === mention.sentence &&
      other.mention.unit !== 'percent' &&
      !other.mention.table &&
      other.mention.value >= 100,
  );
  const [to] = same;
  if (same.length !== 1 || !to || to.mention.loose) return undefined;
  return /\b(?:to|to\s+reach|reached|of|were|was|had)\s+$/i.test(to.mention.lead) ||
    to.mention.span.start < mention.span.start
    ? to
    : undefined;
}

/** The row that a sentence begins with, or that alone has its number. */
function rowOf(rows: readonly Row[], { sentence, lead }: Mention, to: Placed | undefined): Row | undefined {
  const head = sentence.slice(0, sentence.indexOf(lead) + lead.length).replace(VERB, '');
  const subject = head
    .replace(AUXILIARY, '')
    .replace(/^.*\b(?:the|and|while|but)\s+/i, '')
    .trim()
    .toLowerCase();
  const named = rows.filter(({ label }) => label.length > 3 && subject === label.toLowerCase());
  if (named.length === 1) return named[0];
  if (!to) return undefined;
  const holding = rows.filter(({ cells }) => cells.some(({ number }) => number!.value === to.mention.value));
  const [row] = holding;
  if (holding.length !== 1 || !row) return undefined;
  const words = new Set(contentOf(row.label));
  return contentOf(sentence).some((word) => words.has(word)) ? row : undefined;
}

function inRow({ cells, label }: Row, share: Mention, to: Mention | undefined): string | undefined {
  const numbers = cells.map(({ number }) => number!);
  const ends = to && numbers.some(({ value }) => value === to.value) ? to.value : undefined;
  const pairs = numbers.flatMap((b, at) =>
    numbers
      .slice(0, at)
      .flatMap((a) => (a.value > 0 && (ends === undefined || b.value === ends) ? [[a, b] as const] : [])),
  );
  if (pairs.length === 0 || pairs.some(([a, b]) => fits(a, b, share))) return undefined;
  const off = ([a, b]: readonly [Written, Written]): number =>
    Math.abs(Math.abs(changeOf(a, b)) - share.value);
  const [from, end] = pairs.reduce((best, pair) => (off(pair) < off(best) ? pair : best));
  return `“${share.words}” here, and in the table “${label}” goes from ${from.words} to ${end.words}, which is ${said(from, end)}. Put right whichever is wrong.`;
}

/** "Rose by 14% to 1.62 million" where one other number of the same is given, and of when it is. */
function fromElsewhere(all: readonly Placed[], share: Mention, { mention: to }: Placed): string | undefined {
  if (!/\bto\s+$/i.test(to.lead) || to.value < 1000) return undefined;
  const noun = contentOf(/^[^A-Za-zÀ-ÖØ-ፚḀ-ỹ]*[A-Za-zÀ-ÖØ-ፚḀ-ỹ]+/u.exec(share.sentence)?.[0] ?? '')[0];
  if (noun === undefined) return undefined;
  const others = all.filter(
    ({ mention: other }) =>
      other.sentence !== share.sentence &&
      other.unit === to.unit &&
      !other.loose &&
      other.noun === noun &&
      other.value > to.value / 3 &&
      other.value < to.value * 3 &&
      Math.abs(other.value - to.value) > to.step / 2,
  );
  const [from] = others;
  if (others.length !== 1 || !from || ![...from.mention.times].some((time) => /\d|last/.test(time)))
    return undefined;
  if (fits(from.mention, to, share)) return undefined;
  return `“${share.words}” here, and from “${from.mention.words}” elsewhere to “${to.words}” is ${said(from.mention, to)}. Put right whichever is wrong.`;
}

export function changeOf(from: Written, to: Written): number {
  return (100 * (to.value - from.value)) / from.value;
}

/** Whether a change is that from one number to another, as they are rounded. */
export function fits(from: Written, to: Written, { value, step }: Written): boolean {
  const of = ({ step: own, words }: Written): number => (own > 1 || words.includes('.') ? own / 2 : 0);
  const low = (100 * (to.value - of(to))) / (from.value + of(from)) - 100;
  const high = (100 * (to.value + of(to))) / (from.value - of(from)) - 100;
  const within = (share: number): boolean => share > low - step * 1.01 && share < high + step * 1.01;
  return within(value) || within(-value);
}

export function said(from: Written, to: Written): string {
  const change = changeOf(from, to);
  return `${change < 0 ? 'a fall' : 'a rise'} of ${grouped(Math.abs(change), 1)}%`;
}
