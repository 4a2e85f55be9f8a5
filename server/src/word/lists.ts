import { BuilderElement, type ParagraphChild, Tab, TextRun } from 'docx';
import type { List, ListItem } from 'mdast';
import { blocks, type WordBlock } from './blocks';
import { type Context, type Place, warn } from './context';
import { setLastApart } from './markup';
import { DEEPEST_LEVEL, type ListShape } from './numbering';

/** What the first paragraph of a list item carries. */
export interface Marker {
  readonly shape: ListShape;
  /** Whether there is a checkbox, and its state. */
  readonly checked: boolean | undefined;
  /** Whether the list's items are set apart from each other. */
  readonly loose: boolean;
  /** The paragraph's style, where it is not that of list items. */
  readonly style?: string;
  /** Where its text begins, in twips from the margin, where that is not where the paragraph's place says. */
  readonly left?: number;
}

/** A list is set in no further when less than this is left of the line, in twips. */
const NARROWEST = 2800;

export function listBlocks(node: List, place: Place, context: Context): WordBlock[] {
  const level = place.level + 1;
  if (level > DEEPEST_LEVEL) {
    warn(context, 'Word has nine levels of lists: what is nested deeper is shown on the ninth', node);
  }
  const loose = isLoose(node);
  const numbers = node.ordered === true ? numbersOf(node, level, place, context) : undefined;
  const out: WordBlock[] = [];
  for (const item of node.children) {
    const checked = item.checked ?? undefined;
    const shape =
      numbers ?? (checked === undefined ? context.numbering.bullets(level) : context.numbering.tasks(level));
    const step = place.width - shape.step < NARROWEST ? 0 : shape.step;
    const inside: Place = {
      ...place,
      left: place.left + step,
      width: place.width - step,
      level,
      numbered: place.numbered + (numbers === undefined ? 0 : 1),
      listInQuote: place.quotes > 0,
      depth: place.depth + 1,
    };
    for (const one of blocks(item.children, inside, context, { shape, checked, loose })) out.push(one);
    // A list that ends the item has no space below its own items, but there is one below the item.
    if (loose && item.children.at(-1)?.type !== 'paragraph') setLastApart(out);
  }
  return out;
}

/** mdast keeps looseness in two places: between the items, and between the blocks of one item. */
function isLoose(node: List): boolean {
  return node.spread === true || node.children.some((item) => item.spread === true);
}

function numbersOf(node: List, level: number, place: Place, context: Context): ListShape {
  return context.numbering.numbers({
    level,
    depth: place.numbered,
    start: node.start ?? 1,
    delimiter: delimiterOf(node.children[0], context),
    count: node.children.length,
    inNote: place.part === 'note',
  });
}

/** `1)` or `1.`: the tree does not keep it, so that it is looked up in the source. */
function delimiterOf(item: ListItem | undefined, context: Context): string {
  const offset = item?.position?.start.offset;
  if (offset === undefined) return '.';
  return /^\d{1,9}([.)])/.exec(context.block.text.slice(offset, offset + 10))?.[1] ?? '.';
}

/** Word's own checkbox, to be ticked with a click. Its box is text as well, for readers that know no controls. */
export function checkbox(checked: boolean): ParagraphChild[] {
  const font = 'MS Gothic';
  const state = (name: string, value: string): BuilderElement =>
    new BuilderElement<{ value: string; font: string }>({
      name,
      attributes: { value: { key: 'w14:val', value }, font: { key: 'w14:font', value: font } },
    });
  const properties = new BuilderElement({
    name: 'w:sdtPr',
    children: [
      new BuilderElement<{ value: string }>({
        name: 'w:alias',
        attributes: { value: { key: 'w:val', value: 'Done' } },
      }),
      new BuilderElement({
        name: 'w14:checkbox',
        children: [
          new BuilderElement<{ value: string }>({
            name: 'w14:checked',
            attributes: { value: { key: 'w14:val', value: checked ? '1' : '0' } },
          }),
          state('w14:checkedState', '2612'),
          state('w14:uncheckedState', '2610'),
        ],
      }),
    ],
  });
  const content = new BuilderElement({
    name: 'w:sdtContent',
    children: [new TextRun({ text: checked ? '☒' : '☐', font })],
  });
  const control = new BuilderElement({ name: 'w:sdt', children: [properties, content] });
  return [control as unknown as ParagraphChild, new TextRun({ children: [new Tab()] })];
}
