import type { TableRow } from 'mdast';
import { likeness } from '../align';
import { alignAlike, eachPaired } from '../align/pair-similar';
import { deleted, inserted } from '../criticmarkup/serialize';
import type { By } from '../criticmarkup/types';
import type { Draft } from '../draft/types';
import { addAll, addTo } from '../util/lists';
import type { Leaf } from './leaves';
import { NewBlocks } from './paragraphs';
import { redlineWords, sourceOf } from './redline-words';

/** Shows what changed inside of blocks, as changes of the old version's text. */
export class RedlineInside {
  /** What is new, and all else that changes in the old version. */
  readonly blocks: NewBlocks;

  constructor(
    private readonly old: Draft,
    private readonly now: Draft,
    private readonly by: By,
  ) {
    this.blocks = new NewBlocks(old);
  }

  /** Marks all that a leaf says. */
  wrap(leaf: Leaf, draft: Draft, mark: typeof inserted, splices = this.blocks.splices): void {
    const { start, end } = leaf.content;
    const text = draft.text.slice(start, end);
    if (text.trim() !== '') splices.push({ start, end, text: mark(text, this.by), order: 0 });
  }

  /** Items, paragraphs of quotations and notes. */
  leaves(old: readonly Leaf[], now: readonly Leaf[]): void {
    const keyIn =
      (draft: Draft) =>
      (leaf: Leaf): string =>
        `${leaf.node.type} ${depthOf(leaf)} ${boxOf(leaf)}${sourceOf(leaf, draft)}`;
    const isAlone = old.length === 1 && now.length === 1;
    const pairs = alignAlike(old.map(keyIn(this.old)), now.map(keyIn(this.now)), (i, j) => {
      const [one, two] = [old[i]!, now[j]!];
      // A box that was ticked is another one, and so is an item at another level: there is no mark for that.
      if (one.node.type !== two.node.type || boxOf(one) !== boxOf(two)) return 0;
      if (depthOf(one) !== depthOf(two)) return 0;
      // A note begins where it began.
      const isBegun = one.note !== undefined && i === 0 && j === 0;
      return isBegun || isAlone ? 1 : likeness(one.text, two.text);
    });
    eachPaired(pairs, now.length, {
      stayed: (at, pair) => this.#words(old[at]!, now[pair]!),
      gone: (at) => this.wrap(old[at]!, this.old, deleted),
      added: (at, last) => this.#addLeaf(now[at]!, old[last], old[last + 1] ?? old[last]),
    });
  }

  #addLeaf(leaf: Leaf, after: Leaf | undefined, before: Leaf | undefined): void {
    const lists = leaf.parents.filter((node) => node.type === 'list');
    const item = leaf.parents.findLast((node) => node.type === 'listItem');
    const list = lists.at(-1);
    const isFirst = item?.children[0] === leaf.node;
    const place =
      list === undefined || !isFirst
        ? {}
        : {
            list: {
              id: '',
              level: lists.length - 1,
              format: list.ordered === true ? 'decimal' : 'bullet',
              value: list.start ?? 1,
            },
          };
    const heading = leaf.node.type === 'heading' ? { heading: leaf.node.depth } : {};
    const content = boxOf(leaf) + inserted(sourceOf(leaf, this.now), this.by);
    // A paragraph of an item or a quotation stays in it, also behind its last one.
    const gap = { after, before };
    this.blocks.paragraph(gap, { ...place, ...heading }, content);
  }

  #words(old: Leaf, now: Leaf): void {
    const [before, after] = [
      { leaf: old, draft: this.old },
      { leaf: now, draft: this.now },
    ];
    addAll(this.blocks.splices, redlineWords(before, after, this.by));
  }

  /** The rows of a table; false where it has other columns now, or what changed has no words. */
  rows(old: readonly Leaf[], now: readonly Leaf[]): boolean {
    const [one, two] = [rowsOf(old), rowsOf(now)];
    const width = one[0]?.length;
    if (width === undefined || [...one, ...two].some((row) => row.length !== width)) return false;
    const text = (row: readonly Leaf[], draft: Draft): string =>
      row.map((leaf) => sourceOf(leaf, draft)).join(' | ');
    const [before, after] = [one.map((row) => text(row, this.old)), two.map((row) => text(row, this.now))];
    const pairs = alignAlike(before, after, (i, j) => (i + j === 0 ? 1 : likeness(before[i]!, after[j]!)));
    if (pairs[0] !== 0) return false;
    // A row without words has none to mark.
    const kept = new Set(pairs);
    const isBlank = (row: readonly Leaf[]): boolean => row.every((leaf) => leaf.text.trim() === '');
    if (one.some((row, at) => pairs[at] === -1 && isBlank(row))) return false;
    if (two.some((row, at) => !kept.has(at) && isBlank(row))) return false;
    eachPaired(pairs, two.length, {
      stayed: (at, pair) => {
        for (const [column, leaf] of one[at]!.entries()) this.#words(leaf, two[pair]![column]!);
      },
      gone: (at) => {
        for (const leaf of one[at]!) this.wrap(leaf, this.old, deleted);
      },
      added: (at, last) => {
        const cells = two[at]!.map((leaf) => inserted(sourceOf(leaf, this.now), this.by));
        this.blocks.row(one[last]![0]!, cells);
      },
    });
    return true;
  }
}

/** The box of an item that is to be ticked, as Markdown has it before the item's text. */
function boxOf({ parents, node }: Leaf): string {
  const item = parents.at(-1);
  if (item?.type !== 'listItem' || item.children[0] !== node || item.checked == null) return '';
  return item.checked ? '[x] ' : '[ ] ';
}

function depthOf({ parents }: Leaf): number {
  return parents.filter(({ type }) => type === 'list' || type === 'blockquote').length;
}

function rowsOf(leaves: readonly Leaf[]): Leaf[][] {
  const rows = new Map<TableRow, Leaf[]>();
  for (const leaf of leaves) {
    const row = leaf.parents.find((node): node is TableRow => node.type === 'tableRow');
    if (row !== undefined) addTo(rows, row, leaf);
  }
  return [...rows.values()];
}
