/**
 * Tells a figure that anybody can work out from what stands beside it: a rise, a fall, a difference or a multiple of two
 * values of one table, or of the sentences before. Where it comes from is asked of those.
 */
import type { Draft, Span } from '../../draft';
import { sentences } from '../../draft';
import { wordsOf } from '../../words/words';
import { amountsIn } from '../numbers/amounts';
import { type Grid, gridOf, turned } from '../numbers/grid';
import { roundingOf } from '../numbers/rounding';
import type { Written } from '../numbers/types';

const CHANGES =
  /\b(?:up|down|rise|rises|rose|risen|grow|grows|grew|grown|growth|increas\w+|more|higher|gain\w*|fall|falls|fell|fallen|drop\w*|decreas\w+|declin\w+|cut|reduc\w+|lower|fewer|less|loss|lost|net|difference|halv\w+|doubl\w+|trebl\w+|tripl\w+)\b/gi;
const MULTIPLES: readonly (readonly [words: RegExp, factor: number])[] = [
  [/\b(?:halv\w+|by\s+half)\b/i, 0.5],
  [/\bdoubl\w+/i, 2],
  [/\b(?:trebl|tripl)\w+/i, 3],
];
/** What “halved” may be off, of the multiple. */
const ROUGHLY = 0.06;
/** How many blocks away a table may stand, and how many sentences before count. */
const BESIDE = 3;
const SENTENCES = 2;
/** Of a longer text before, only its end is looked at, in characters. */
const BEFORE = 1500;
/** More numbers are data, in which any figure can be found. */
const MOST = 12;

type Pair = readonly [Written, Written];

/**
 * Whether all figures of a sentence stand beside it, or follow from two that do, and one at least follows.
 *
 * @param index of its block
 * @param sentence in the draft
 */
export function isWorkedOut(draft: Draft, index: number, sentence: Span): boolean {
  const text = draft.text.slice(sentence.start, sentence.end);
  const changes = text.match(CHANGES)?.length ?? 0;
  const stated = amountsIn(text);
  const multiple = MULTIPLES.find(([words]) => words.test(text))?.[1];
  // Of more changes than figures, one is told without.
  if (changes === 0 || changes > stated.length + (multiple === undefined ? 0 : 1)) return false;
  const before = amountsIn(sentencesBefore(draft, index, sentence.start));
  if (before.length > MOST) return false;
  const grids = tablesBeside(draft, index);
  const known = [...before, ...grids.flatMap(({ rows }) => rows.flatMap(numbersOf))];
  const stems = new Set(wordsOf(text).stem.filter((stem) => stem.length > 3));
  const pairs = [...pairsOf(before), ...grids.flatMap((grid) => pairsIn(grid, stems))];
  const follows = (one: Written) => pairs.some((pair) => isBetween(one, pair));
  const isTold = (one: Written) => known.some(({ unit, value }) => unit === one.unit && value === one.value);
  const multiplies =
    multiple !== undefined &&
    pairs.some(([a, b]) => isNear(b.value / a.value, multiple) || isNear(a.value / b.value, multiple));
  if (multiple !== undefined && !multiplies) return false;
  return stated.every((one) => isTold(one) || follows(one)) && (multiplies || stated.some(follows));
}

const isNear = (ratio: number, multiple: number): boolean => Math.abs(ratio / multiple - 1) < ROUGHLY;

/** Whether a number is the difference of two others, or the change from the one to the other in hundredths. */
function isBetween(one: Written, [a, b]: Pair): boolean {
  const difference = Math.abs(a.value - b.value);
  if (difference === 0) return false;
  if (one.unit === a.unit && Math.abs(difference - one.value) <= roundingOf(one) + 1e-6) return true;
  return (
    one.unit === 'percent' &&
    a.unit !== 'percent' &&
    [a, b].some((from) => Math.abs((100 * difference) / from.value - one.value) <= one.step * 0.5 + 1e-6)
  );
}

function pairsOf(numbers: readonly Written[]): readonly Pair[] {
  return numbers.flatMap((a, i) =>
    numbers
      .slice(i + 1)
      .filter((b) => a.unit === b.unit && a.value > 0 && b.value > 0)
      .map((b): Pair => [a, b]),
  );
}

/** The numbers of each row and column whose label says a word of the sentence. */
function pairsIn(grid: Grid, stems: ReadonlySet<string>): readonly Pair[] {
  return [grid, turned(grid)].flatMap(({ rows }) =>
    rows.slice(1).flatMap((row) => {
      const numbers = numbersOf(row);
      const isMeant = numbers.length <= MOST && wordsOf(row[0]!.text).stem.some((stem) => stems.has(stem));
      return isMeant ? pairsOf(numbers) : [];
    }),
  );
}

const numbersOf = (row: Grid['rows'][number]): readonly Written[] =>
  row.flatMap(({ number }) => (number ? [number] : []));

function sentencesBefore({ blocks }: Draft, index: number, at: number): string {
  const { block, start } = blocks[index]!;
  const above = blocks[index - 1]?.block;
  const text = `${above?.node.type === 'paragraph' ? above.text.slice(-BEFORE) : ''}\n\n${block.text.slice(0, at - start)}`;
  const end = text.slice(-BEFORE);
  return sentences(end)
    .slice(-SENTENCES)
    .map((span) => end.slice(span.start, span.end))
    .join(' ');
}

/** The tables of its section that stand next to a block. */
function tablesBeside({ blocks }: Draft, index: number): readonly Grid[] {
  return [-1, 1].flatMap((step) => {
    const found: Grid[] = [];
    for (let k = index + step; Math.abs(k - index) <= BESIDE; k += step) {
      const node = blocks[k]?.block.node;
      if (!node || node.type === 'heading') break;
      const grid = node.type === 'table' ? gridOf(node) : undefined;
      if (grid) found.push(grid);
    }
    return found;
  });
}
