/** Finds counts that what is listed has not: “The four mitigations are:”, “Four options were considered”, and three. */
import {
  type Block,
  BlockFinder,
  type Draft,
  type Heading,
  headingAbove,
  headings,
  moved,
  passagesOf,
  perBlock,
} from '../../../draft';
import { addAll, addTo } from '../../../util/lists';
import type { Family } from '../../lib/references/labels';
import { isFromStart, labelledIn } from '../../lib/references/missing';
import { countLike, SMALL_COUNT } from '../amounts/amounts';
import type { Clash } from '../clash';
import { gridsIn } from '../tables/grid';
import { isTotal } from '../tables/totals';
import { clashOf, type Said, type SaidCounts, saidIn } from './said-counts';

/** The heading of an option that has no number. */
const NOTHING = /^\W*(?:do(?:ing)?\snothing|(?:the\s)?status\squo|no\schange)\b/i;
/** What a whole paper has; each chapter may have its own actions, steps and questions, and of options some are chosen. */
const OF_PAPER =
  /^(?:mitigations|conditions|aims|objectives|priorities|outcomes|themes|principles|proposals|strands|pillars|commitments|promises|goals)$/;
/** Parts that speak of the whole paper. */
const SUMMARY =
  /summary|purpose|introduction|overview|conclusion|recommend|at\sa\sglance|in\s(?:brief|short)|decision/i;

/** In an item that is of all above it, and not one of them: “and, running through all three, open buildings”. */
const OF_OTHERS = new RegExp(
  `\\b(?:all|both|each|any)\\s(?:of\\s)?(?:them|these|those|${SMALL_COUNT})(?=\\s?[.,;:)]|\\s*$)`,
  'i',
);

/** Whether what stands right below a heading speaks of the whole paper, as what is above all or below its title does. */
export function isOfAll(heads: readonly Heading[], at: number): boolean {
  return at < 0 || (at === 0 && heads[0]!.depth === 1) || SUMMARY.test(heads[at]!.text);
}

/** One whose span counts in the draft. */
interface Placed extends Said {
  /** The position of its heading among those of the draft; -1 above the first. */
  readonly part: number;
}

const saying = new BlockFinder(
  perBlock((block: Block): SaidCounts | undefined => {
    const said = saidIn(block);
    return said.all.length + said.wrong.length > 0 || said.above ? said : undefined;
  }),
);

/** A list, or a table that has one thing in each row. */
interface Listing {
  /** How many items or rows it has, and the first number of a numbered list. */
  readonly length: number;
  readonly first?: number | undefined;
  readonly kind: 'list' | 'table';
  /** Whether the last item of the list is of all the others. */
  readonly isLastOfOthers?: boolean;
  /** The heads of a table. */
  readonly heads?: readonly string[];
}

const listingOf = perBlock((block: Block): Listing | undefined => {
  const { node } = block;
  if (node.type === 'list')
    return {
      length: node.children.length,
      kind: 'list',
      first: node.ordered ? (node.start ?? 1) : undefined,
      isLastOfOthers: OF_OTHERS.test(passagesOf(block).at(-1)?.prose.text ?? ''),
    };
  if (node.type !== 'table') return undefined;
  const [heads, ...rows] = gridsIn(block)[0]?.rows ?? [];
  const items = rows.filter(([label]) => !isTotal(label!.text));
  // Where cells are left empty, several rows are of one.
  const isOneEach = items.every(([label]) => /\S/.test(label!.text));
  return heads && isOneEach
    ? { length: items.length, kind: 'table', heads: heads.map(({ text }) => text) }
    : undefined;
});

/** The counts of a draft that what it lists has not; spans are in the draft. */
export function wrongCounts(draft: Draft): readonly Clash[] {
  const clashes: Clash[] = [];
  const byNoun = new Map<string, Placed[]>();
  const heads = headings(draft);
  saying.each(draft, undefined, ({ above, all, wrong }, { start }, index) => {
    const part = headingAbove(heads, index);
    for (const clash of wrong) clashes.push(moved(clash, start));
    for (const said of all) addTo(byNoun, said.noun, { ...moved(said, start), part });
    const next = above && draft.blocks[index + 1];
    const found = next && listingOf(next.block);
    if (!found) return;
    const length =
      found.kind === 'list'
        ? lengthFrom(draft, index + 1, heads[part + 1]?.index, above.count)
        : found.heads!.some((head) => isOf(head, above.noun))
          ? found.length
          : undefined;
    if (found.isLastOfOthers && length === above.count + 1) return;
    if (length !== undefined && length !== above.count)
      clashes.push(moved(clashOf(above, length, found.kind), start));
  });
  for (const [noun, all] of byNoun) {
    const family = LABELLED[noun];
    if (family) {
      const labels = [...(labelledIn(draft).given.get(family) ?? [])];
      const found = labels.length > 1 && isFromStart(labels) ? beyond(all, labels) : [];
      if (found.length > 0 && !heads.some(({ text }) => NOTHING.test(text))) addAll(clashes, found);
    } else if (OF_PAPER.test(noun))
      addAll(
        clashes,
        apart(all, (at) => isOfAll(heads, at)),
      );
  }
  return clashes;
}

/** What a paper gives labels to. */
const LABELLED: Readonly<Record<string, Family>> = {
  options: 'option',
  recommendations: 'recommendation',
};

/** Whether a column with a head such as “Risk” has risks. */
function isOf(head: string, noun: string): boolean {
  const [stem, ...more] = head.trim().toLowerCase().split(/\s+/);
  return more.length === 0 && stem!.length > 2 && noun.startsWith(stem!.replace(/(?:y|on)$/, ''));
}

/** More options or recommendations than have a label; fewer may leave out “do nothing”. */
function beyond(all: readonly Placed[], labels: readonly string[]): readonly Clash[] {
  const last = labels.length;
  return all
    .filter(({ count }) => count > last)
    .map(({ words, number, noun, span }) => ({
      span,
      message: `“${words}” here, and the paper numbers ${last} ${noun}. Put right the number, or add what is missing.`,
      instead: [{ words: number, by: countLike(number, last) }],
    }));
}

/**
 * How long the list at a position is, with the numbered lists of its part that go on from it. Undefined where it is shorter
 * than `count` and another list without numbers may go on with it.
 *
 * @param end the block of the next heading
 */
function lengthFrom({ blocks }: Draft, at: number, end = blocks.length, count: number): number | undefined {
  const { first, length: own } = listingOf(blocks[at]!.block)!;
  let length = own;
  for (let next = at + 1; next < end; next++) {
    const more = listingOf(blocks[next]!.block);
    if (more?.kind !== 'list') continue;
    if (first === undefined) return more.first === undefined && length < count ? undefined : length;
    if (more.first === undefined) continue;
    if (more.first !== first + length) break;
    length += more.length;
  }
  return length;
}

/**
 * Two counts of one kind in one paper, in one part of it or where `isOfAll` says of the part of one that it is of the whole:
 * the one that is told less often, or else the first, as a summary copies.
 */
function apart(all: readonly Placed[], isOfAll: (part: number) => boolean): readonly Clash[] {
  const [first] = all;
  const other = all.find(({ count }) => count !== first!.count);
  if (!first || !other || all.some(({ count }) => count !== first.count && count !== other.count)) return [];
  if (first.part !== other.part && !isOfAll(first.part) && !isOfAll(other.part)) return [];
  const often = (count: number): number => all.filter((one) => one.count === count).length;
  const right = often(first.count) > often(other.count) ? first : other;
  return all
    .filter(({ count }) => count !== right.count)
    .map(({ words, number, span }) => ({
      span,
      message: `“${words}” here, and “${right.words}” elsewhere in the paper. Give one number, or say which of them are meant.`,
      instead: [{ words: number, by: countLike(number, right.count) }],
    }));
}
