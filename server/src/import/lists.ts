import type { ListPlace } from '../docx/model';

/** Whether the items of a list are counted. */
export function isNumbered({ format }: ListPlace): boolean {
  return format !== 'bullet' && format !== 'none';
}

/** An item of a list to be written. */
interface Item {
  /** From 0; levels may be left out. */
  readonly level: number;
  readonly ordered: boolean;
  readonly value: number;
  /** Its first paragraph, as Markdown; empty where it begins with another block. */
  readonly text: string;
}

/** An item, or a further block of the last item of its level. */
export type Entry = Item | { readonly level: number; readonly block: string };

interface Open {
  readonly level: number;
  readonly ordered: boolean;
  /** The bullet, or the character behind numbers. */
  readonly sign: string;
  value: number;
  /** The indent of its bullets or numbers, in characters. */
  readonly indent: number;
  /** The width of the last bullet or number with its space, in characters. */
  width: number;
}

const SIGNS = { true: ['.', ')'], false: ['-', '*'] } as const;

/**
 * Writes items, with their further blocks, as nested lists. An item whose number does not follow from the one before
 * begins a new list with another sign, so that Markdown does not join the two.
 *
 * @returns a block for each outermost list
 */
export function listLines(entries: readonly Entry[]): string[] {
  const out: string[] = [];
  let lines: string[] = [];
  const open: Open[] = [];
  for (const [at, item] of entries.entries()) {
    const before = entries[at - 1];
    let closed: Open | undefined;
    while (open.length > 0 && open.at(-1)!.level > item.level) closed = open.pop();
    if ('block' in item) {
      const { indent = 0, width = 0 } = open.at(-1) ?? {};
      const inside = ' '.repeat(indent + width);
      const block = item.block.replace(/\n(?=[^\n])/g, `\n${inside}`);
      if (before !== undefined && 'text' in before && before.text === '')
        lines.push(`${lines.pop()} ${block}`);
      else lines.push('', inside + block);
      continue;
    }
    const top = open.at(-1);
    const isSame = top?.level === item.level;
    const goesOn = isSame && top.ordered === item.ordered && (!item.ordered || item.value === top.value + 1);
    if (isSame && !goesOn) closed = open.pop();
    if (!goesOn) {
      const around = open.at(-1);
      const signs = SIGNS[`${item.ordered}`];
      // With the same sign, it would be joined to the list right before it.
      const sign = closed !== undefined && closed.sign === signs[0] ? signs[1] : signs[0];
      const indent = around === undefined ? 0 : around.indent + around.width;
      // Only a list that begins at 1 may interrupt a paragraph, and none another block.
      const isBehindBlock = before !== undefined && 'block' in before;
      if (around !== undefined && (isBehindBlock || (item.ordered && item.value !== 1))) lines.push('');
      if (around === undefined && lines.length > 0) {
        out.push(lines.join('\n'));
        lines = [];
      }
      open.push({ level: item.level, ordered: item.ordered, sign, value: item.value, indent, width: 0 });
    }
    const list = open.at(-1)!;
    list.value = item.value;
    const head = `${item.ordered ? item.value : ''}${list.sign} `;
    list.width = head.length;
    const inside = ' '.repeat(list.indent + list.width);
    lines.push(' '.repeat(list.indent) + (head + item.text.replaceAll('\n', `\n${inside}`)).trimEnd());
  }
  if (lines.length > 0) out.push(lines.join('\n'));
  return out;
}
