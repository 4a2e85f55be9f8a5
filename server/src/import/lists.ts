import type { ListPlace } from '../docx/model';

/** Whether the items of a list are counted. */
export function isNumbered({ format }: ListPlace): boolean {
  return format !== 'bullet' && format !== 'none';
}

/** An item of a list to be written. */
export interface Item {
  /** From 0; levels may be left out. */
  readonly level: number;
  readonly ordered: boolean;
  readonly value: number;
  /** Its first paragraph, as Markdown. */
  readonly text: string;
  /** Further blocks. */
  readonly blocks: string[];
}

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
 * Writes items as nested lists. An item whose number does not follow from the one before begins a new list with another
 * sign, so that Markdown does not join the two.
 *
 * @returns a block for each outermost list
 */
export function listLines(items: readonly Item[]): string[] {
  const out: string[] = [];
  let lines: string[] = [];
  const open: Open[] = [];
  for (const item of items) {
    let closed: Open | undefined;
    while (open.length > 0 && open.at(-1)!.level > item.level) closed = open.pop();
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
      // Only a list that begins at 1 may interrupt a paragraph.
      if (around !== undefined && item.ordered && item.value !== 1) lines.push('');
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
    const before = ' '.repeat(list.indent);
    const inside = ' '.repeat(list.indent + list.width);
    lines.push(before + (head + item.text.replaceAll('\n', `\n${inside}`)).trimEnd());
    for (const block of item.blocks) lines.push('', inside + block.replace(/\n(?=[^\n])/g, `\n${inside}`));
  }
  if (lines.length > 0) out.push(lines.join('\n'));
  return out;
}
