import { type Block, BlockFinder, type Change, type Draft, lineEndOf, moved } from '../draft';
import { emptyLine } from './lib/lines/lined-paragraphs';
import { bulletOf, type Line } from './lib/lines/separate-lines';
import { type TypedStructure, typedStructuresIn } from './lib/lines/typed-structures';
import { rule } from './lib/rule';

const finder = new BlockFinder((block) => typedStructuresIn(block).filter(({ as }) => as === 'list'));

export const listTyped = rule('list-typed', {
  inDraft({ draft }) {
    return lists(draft).map((list) => {
      const first = list[0]!;
      const last = list.at(-1)!;
      return {
        span: { start: first.at + first.lines[0]!.start, end: last.at + last.lines.at(-1)!.end },
        message:
          'This list has bullets that are characters of the text: in Word it is a paragraph with dots in it, which a screen reader does not read as a list. Begin each item with a hyphen and a space.',
        fixes: () => [
          {
            title: 'Make this a list',
            edits: listed(list, lineEndOf(draft)),
            preferred: true,
            automatic: true,
          },
        ],
      };
    });
  },
});

/** A paragraph with bullets, and where its block stands. */
interface Placed extends TypedStructure {
  readonly block: Block;
  /** In the draft, as for `index` its position in `draft.blocks`. */
  readonly at: number;
  readonly index: number;
}

/** The lists of a draft; paragraphs that follow each other, of one item each, are one. */
function lists(draft: Draft): readonly (readonly Placed[])[] {
  const all: Placed[][] = [];
  for (const { found, placed, index } of finder.in(draft, undefined)) {
    for (const one of found) {
      const list = { ...one, block: placed.block, at: placed.start, index };
      const before = all.at(-1);
      const goesOn =
        before && isNothingElse(list) && before.every(isNothingElse) && before.at(-1)!.index === index - 1;
      if (goesOn) before.push(list);
      else all.push([list]);
    }
  }
  return all;
}

function isNothingElse({ block, lines }: Placed): boolean {
  return block.node.type === 'paragraph' && bulletOf(lines[0]!.text, lines) !== undefined;
}

/** Hyphens for the bullets; a bullet of another sort than the first is of an item below. */
function listed(list: readonly Placed[], eol: string): readonly Change[] {
  const signs: string[] = [];
  return list.flatMap(({ lines, at, block, mayBeParted }, part) => {
    const edits: Change[] = [];
    const before = list[part - 1];
    if (before) edits.push({ span: { start: before.at + before.block.text.length, end: at }, text: eol });
    let item: string | undefined;
    for (const [index, line] of lines.entries()) {
      const bullet = bulletOf(line.text, lines);
      const above = lines[index - 1];
      const isApart = bullet === undefined ? item !== undefined && isNew(line, above!) : item === undefined;
      if (above && isApart && mayBeParted) edits.push(moved(emptyLine(block, above, line), at));
      item = bullet;
      if (bullet === undefined) continue;
      const sign = bullet.trim();
      if (!signs.includes(sign)) signs.push(sign);
      edits.push({
        span: { start: at + line.start, end: at + line.start + bullet.length },
        text: isItem(block, line) ? '' : `${'  '.repeat(signs.indexOf(sign))}- `,
      });
    }
    return edits;
  });
}

/** Whether a line begins an item already. */
function isItem({ text }: Block, { start }: Line): boolean {
  return /(?:[-*+]|\d[.)])[ \t]+$/.test(text.slice(Math.max(0, start - 8), start));
}

/** Whether a line below an item is no part of it. */
function isNew({ text }: Line, { text: above }: Line): boolean {
  return /^\p{Lu}/u.test(text) && (above.length < 60 || /[.;:!?]$/.test(above));
}
