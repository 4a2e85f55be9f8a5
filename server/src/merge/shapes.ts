import type { ListPlace, Paragraph } from '../docx/model';
import { isContinued, isQuotation } from '../import/nesting';
import type { Leaf } from './leaves';
import type { Placed } from './match';

/** What a new paragraph of a document is in the draft: a heading, an item, or neither. */
export interface Shape extends Pick<Paragraph, 'heading' | 'list'> {
  /** Of an item with a box to tick, whether it is ticked. */
  readonly checked?: boolean | undefined;
  /** What its look makes it a part of. */
  readonly within?: 'blockquote' | 'listItem';
}

/**
 * Tells what new paragraphs of a document are, by what those that the draft has stand for: a paragraph that its style
 * numbers is no item, and a template may have its first level of headings for the draft's second.
 */
export class Shapes {
  /** Numbers that styles give to paragraphs of the draft, and those of its items. */
  readonly #numbered = new Set<string>();
  readonly #items = new Set<string>();
  /** How many levels the document's headings stand above those of the draft. */
  readonly #shift: number;
  /** Whether it is sure which level of the draft each level of the document's headings is. */
  readonly knowsHeadings: boolean;

  constructor(placed: readonly Placed[], base: readonly Leaf[]) {
    const shifts = new Map<number, number>();
    let hasTitle = false;
    for (const { group, leaf } of placed) {
      if (leaf === undefined || 'by' in group) continue;
      const { node, parents } = base[leaf]!;
      const { heading, list } = group.paragraphs[0]!;
      hasTitle ||= node.type === 'heading' && node.depth === 1 && heading === undefined;
      if (node.type === 'heading' && heading !== undefined) {
        const shift = node.depth - heading;
        shifts.set(shift, (shifts.get(shift) ?? 0) + 1);
      } else if (list !== undefined && parents.some(({ type }) => type === 'listItem'))
        this.#items.add(keyOf(list));
      else if (list?.styled === true && node.type === 'paragraph') this.#numbered.add(keyOf(list));
    }
    // The title is no heading in Word: those below it count from 1 there.
    const usual = hasTitle ? 1 : 0;
    shifts.set(usual, (shifts.get(usual) ?? 0) + 0.5);
    const [most, next] = [...shifts].sort(([, a], [, b]) => b - a);
    this.#shift = most![0];
    this.knowsHeadings = most![1] > (next?.[1] ?? 0);
  }

  of({ heading, list, styles }: Paragraph): Shape {
    if (heading !== undefined) return { heading: Math.max(1, heading + this.#shift) };
    if (list !== undefined && this.#isItem(list)) return { list };
    if (isQuotation(styles)) return { within: 'blockquote' };
    return isContinued(styles) ? { within: 'listItem' } : {};
  }

  #isItem(list: ListPlace): boolean {
    const key = keyOf(list);
    return this.#items.has(key) || !(list.outline === true || this.#numbered.has(key));
  }
}

function keyOf({ id, level }: ListPlace): string {
  return `${id} ${level}`;
}
