import type { List, ListItem } from 'mdast';
import { blocks } from '../blocks';
import { type Context, type Place, warn } from '../context';
import { setLastApart, type WordBlock } from '../markup';
import { TAB, textXml } from '../runs';
import {
  DEEPEST_LEVEL,
  type ListLevel,
  type ListShape,
  numbered,
  type PlannedList,
  unnumbered,
} from './numbering';

/** What the first paragraph of a list item carries. */
export interface Marker {
  readonly shape: ListShape;
  /** Whether there is a checkbox, and its state. */
  readonly checked?: boolean | undefined;
  /** Whether the list's items are set apart from each other. */
  readonly loose?: boolean;
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
  const planned = place.list?.lists.has(node) ? place.list : plan(node, level, place, context);
  const out: WordBlock[] = [];
  for (const item of node.children) {
    const shape = planned.shape(level, kindOf(node, item));
    const step = place.width - shape.step < NARROWEST ? 0 : shape.step;
    const inside: Place = {
      ...place,
      left: place.left + step,
      width: place.width - step,
      level,
      list: planned,
      numbered: place.numbered + (node.ordered === true ? 1 : 0),
      listInQuote: place.quotes > 0,
      depth: place.depth + 1,
    };
    const checked = item.checked ?? undefined;
    for (const one of blocks(item.children, inside, context, { shape, checked, loose })) out.push(one);
    // A list that ends the item has no space below its own items, but there is one below the item.
    if (loose && item.children.at(-1)?.type !== 'paragraph') setLastApart(out);
  }
  return out;
}

function kindOf(node: List, item: ListItem | undefined): ListLevel['kind'] {
  if (node.ordered === true) return 'numbers';
  return item?.checked == null ? 'bullets' : 'tasks';
}

/**
 * Numbers a list with all lists in it, as far as those of a level are alike: Word's levels have one look, and begin
 * afresh below each item of the level above. A list in a quotation is one by itself.
 */
function plan(root: List, first: number, place: Place, context: Context): PlannedList {
  const lists = new Set<List>();
  const levels: ListLevel[] = [];
  const visit = (node: List, level: number, depth: number): boolean => {
    const own = levelOf(node, level, depth, context);
    const known = levels[level - first];
    if (known !== undefined && !isAlike(known, own)) return false;
    levels[level - first] = known === undefined || own.step > known.step ? own : known;
    lists.add(node);
    if (level >= DEEPEST_LEVEL) return true;
    for (const item of node.children) {
      // A level begins afresh below an item of the same numbering; a second list in an item would go on with the first.
      let isTaken = kindOf(node, item) !== own.kind;
      for (const child of item.children)
        if (child.type === 'list' && !isTaken)
          isTaken = visit(child, level + 1, depth + (node.ordered === true ? 1 : 0));
    }
    return true;
  };
  const start = Math.min(first, DEEPEST_LEVEL);
  visit(root, first, place.numbered);
  return context.numbering.list(lists, levels, start, place.left, place.part === 'note');
}

function levelOf(node: List, level: number, depth: number, context: Context): ListLevel {
  const kind = kindOf(node, node.children[0]);
  if (kind !== 'numbers') return unnumbered(kind);
  const delimiter = delimiterOf(node.children[0], context);
  return numbered(level, depth, node.start ?? 1, delimiter, node.children.length);
}

function isAlike(a: ListLevel, b: ListLevel): boolean {
  return a.kind === b.kind && a.start === b.start && a.delimiter === b.delimiter && a.counted === b.counted;
}

/** mdast keeps looseness in two places: between the items, and between the blocks of one item. */
function isLoose(node: List): boolean {
  return node.spread === true || node.children.some((item) => item.spread === true);
}

/** `1)` or `1.`: the tree does not keep it, so that it is looked up in the source. */
function delimiterOf(item: ListItem | undefined, context: Context): string {
  const offset = item?.position?.start.offset;
  if (offset === undefined) return '.';
  return /^\d{1,9}([.)])/.exec(context.block.text.slice(offset, offset + 10))?.[1] ?? '.';
}

/** Word's own checkbox, to be ticked with a click. Its box is text as well, for readers that know no controls. */
export function checkbox(checked: boolean): string {
  const font = 'MS Gothic';
  const state = (name: string, value: string): string =>
    `<w14:${name} w14:val="${value}" w14:font="${font}"/>`;
  const states = state('checkedState', '2612') + state('uncheckedState', '2610');
  const box = `<w14:checkbox><w14:checked w14:val="${checked ? 1 : 0}"/>${states}</w14:checkbox>`;
  const fonts = ['ascii', 'cs', 'eastAsia', 'hAnsi'].map((name) => ` w:${name}="${font}"`).join('');
  const run = `<w:r><w:rPr><w:rFonts${fonts}/></w:rPr>${textXml(checked ? '☒' : '☐')}</w:r>`;
  return `<w:sdt><w:sdtPr><w:alias w:val="Done"/>${box}</w:sdtPr><w:sdtContent>${run}</w:sdtContent></w:sdt>${TAB}`;
}
