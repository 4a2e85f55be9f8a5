import type { List, ListItem } from 'mdast';
import { DEEPEST_LEVEL, type ListLevel, numbered, type PlannedList, unnumbered } from '../lists/numbering';
import { setLastApart, type WordBlock } from '../markup/blocks';
import { TAB, textXml } from '../markup/runs';
import { type Context, type Place, setIn, warn } from './context';

export function listBlocks(node: List, place: Place): WordBlock[] {
  const { context } = place;
  const level = place.level + 1;
  if (level > DEEPEST_LEVEL) {
    warn(context, 'Word has nine levels of lists: what is nested deeper is shown on the ninth', node);
  }
  const loose = isLoose(node);
  const planned = place.list?.lists.has(node) ? place.list : plan(node, level, place);
  const out: WordBlock[] = [];
  for (const item of node.children) {
    const shape = planned.shape(level, kindOf(node, item));
    const inside: Place = {
      ...setIn(place, shape.step),
      level,
      list: planned,
      numbered: place.numbered + (node.ordered === true ? 1 : 0),
      listInQuote: place.quotes > 0,
    };
    const checked = item.checked ?? undefined;
    for (const one of context.writeBlocks(item.children, inside, { shape, checked, loose })) out.push(one);
    // A nested list at the end has no space below its own items, but there is some below the outer item.
    if (loose && item.children.at(-1)?.type !== 'paragraph') setLastApart(out);
  }
  return out;
}

function kindOf(node: List, item: ListItem | undefined): ListLevel['kind'] {
  if (node.ordered === true) return 'numbers';
  return item?.checked == null ? 'bullets' : 'tasks';
}

/**
 * Plans the numbering of a list and its nested lists, as far as those of a level have the same kind: Word's levels have
 * one look, and restart below each item of the level above. Lists in quotations are separate.
 */
function plan(root: List, first: number, place: Place): PlannedList {
  const { context } = place;
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
      // A level restarts below an item of the same numbering; a second list in the same item would continue the first.
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

/** mdast has `spread` on the list (between items) and on items (between their blocks). */
function isLoose(node: List): boolean {
  return node.spread === true || node.children.some((item) => item.spread === true);
}

/** The delimiter `)` or `.`, which mdast does not keep, so it is read from the source. */
function delimiterOf(item: ListItem | undefined, context: Context): string {
  const offset = item?.position?.start.offset;
  if (offset === undefined) return '.';
  return /^\d{1,9}([.)])/.exec(context.block.text.slice(offset, offset + 10))?.[1] ?? '.';
}

/** A checkbox content control, which can be clicked. Its box is text as well, for readers that do not know controls. */
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
