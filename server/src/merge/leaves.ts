import type { Code, Nodes, Parents, PhrasingContent } from 'mdast';
import type { Draft, Span } from '../draft/types';
import { plainText } from '../mdast/plain-text';
import { eachPiece, spanOf } from '../mdast/tree';
import { withoutNoBreakSpaces } from '../text/no-break-spaces';
import { PICTURE } from '../word/embedded-draft/read';
import { cellLines } from '../word/tables/cell-lines';
import { labelIn } from './labels';
import { type Change, type PlacedThread, readMarks } from './marks';

export { PICTURE };

/** Stands for a reference to a note in the text of a leaf. */
export const NOTE = '\uFFFB';

/** A piece of the text of a leaf and its source. Source offsets count in the draft. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly source: Span;
  /** Whether each character of it is one character of the source. Otherwise the source cannot be divided. */
  readonly exact: boolean;
  readonly node: PhrasingContent;
}

/** The smallest part of a draft that is a paragraph in Word: a paragraph, heading, cell or code block. */
export interface Leaf {
  /** Position of its block in the draft. */
  readonly block: number;
  /** Offset of the block in the draft, from which positions in nodes count. */
  readonly offset: number;
  readonly node: Nodes;
  /** The nodes that it stands in, from the block to its parent. */
  readonly parents: readonly Parents[];
  /** Whether CriticMarkup can stand in it. */
  readonly takesMarks: boolean;
  /** Label of the footnote that it belongs to. */
  readonly note?: string;
  /** What makes it the beginning of an alert (`[!NOTE]`), and is no part of its content. */
  readonly label?: string;
  /** Its text as shown, including what is marked as inserted and as deleted. */
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** The place of each inline node in `text`. */
  readonly shown: ReadonlyMap<Nodes, Span>;
  /** The source of its content; where it is empty, the place where content could stand. */
  readonly content: Span;
  readonly changes: readonly Change[];
  readonly threads: readonly PlacedThread[];
}

type Where = Pick<Leaf, 'block' | 'offset' | 'parents' | 'note'>;

/** One of the smallest parts of a draft that are blocks of their own, and what it stands in. */
export type Place = Where & { readonly node: Nodes };

/** The leaves of a draft, in the order of the source. */
export function leavesOf(draft: Draft): readonly Leaf[] {
  const leaves: Leaf[] = [];
  for (const { node, ...where } of placesOf(draft)) {
    if (node.type === 'code') leaves.push(plainLeaf(node, where));
    else if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
      leaves.push(proseLeaf(draft, node, where));
  }
  return leaves;
}

/** The smallest parts of a draft that are blocks, in the order of the source: leaves, HTML and lines across the page. */
export function placesOf(draft: Draft): readonly Place[] {
  const places: Place[] = [];
  const open: Place[] = [];
  for (const [index, { block, start }] of draft.blocks.entries()) {
    open.push({ node: (block.review ?? block).node, block: index, offset: start, parents: [] });
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      const { node, ...where } = place;
      if (PROSE.has(node.type) || !('children' in node)) places.push(place);
      else {
        const note = node.type === 'footnoteDefinition' && { note: node.identifier };
        const inside = { ...where, ...note, parents: [...where.parents, node] };
        for (const child of node.children.toReversed()) open.push({ node: child, ...inside });
      }
    }
  }
  return places;
}

const PROSE: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell']);

function plainLeaf(node: Code, where: Where): Leaf {
  return {
    ...where,
    node,
    takesMarks: false,
    text: node.value,
    pieces: [],
    shown: new Map(),
    content: spanOf(node, where.offset),
    changes: [],
    threads: [],
  };
}

function proseLeaf(
  draft: Draft,
  node: Extract<Nodes, { type: 'paragraph' | 'heading' | 'tableCell' }>,
  where: Where,
): Leaf {
  const { offset } = where;
  const label = node.type === 'paragraph' ? labelIn(node, where.parents) : '';
  const reader = new Reader(offset, draft.source, label);
  if (node.type === 'tableCell') reader.addCell(node.children);
  else reader.add(node.children);
  const [first, last] = [node.children[0], node.children.at(-1)];
  const whole =
    first === undefined || last === undefined
      ? emptyPlace(draft, spanOf(node, offset), node.type)
      : { start: spanOf(first, offset).start, end: spanOf(last, offset).end };
  const content =
    label === '' ? whole : { start: behindLabel(node, reader.pieces[0], offset), end: whole.end };
  const shown = (inline: Nodes): Span => reader.shown.get(inline)!;
  return {
    ...where,
    ...(label !== '' && { label }),
    node,
    takesMarks: true,
    text: withoutNoBreakSpaces(reader.text),
    pieces: reader.pieces,
    shown: reader.shown,
    content,
    ...readMarks(node, offset, shown),
  };
}

/** Where the content of the first paragraph of an alert begins: its first piece, or a mark around that. */
function behindLabel({ children }: Parents, first: Piece | undefined, offset: number): number {
  const [label, next, last] = children;
  if (first !== undefined && first.node === label) return first.source.start;
  return spanOf((next?.type === 'break' ? last : next) ?? label!, offset)[
    next === undefined ? 'end' : 'start'
  ];
}

/** Where text could stand in an empty heading or cell. */
function emptyPlace({ source }: Draft, { start, end }: Span, type: string): Span {
  if (type !== 'tableCell') return { start: end, end };
  const bar = source.slice(start, end).startsWith('|') ? start + 1 : start;
  const at = Math.min(bar + 1, source.slice(start, end).endsWith('|') ? Math.max(bar, end - 1) : end);
  return { start: at, end: at };
}

/** Collects the text of inline nodes, with the source of each piece. */
class Reader {
  text = '';
  readonly pieces: Piece[] = [];
  readonly shown = new Map<Nodes, Span>();
  #skipped: number;

  /** @param label what stands before the content, and is no part of it */
  constructor(
    private readonly offset: number,
    private readonly source: Draft['source'],
    private readonly label: string,
  ) {
    this.#skipped = label.length;
  }

  add(nodes: readonly PhrasingContent[]): void {
    for (const node of nodes) {
      const start = this.text.length;
      this.#node(node);
      this.shown.set(node, { start, end: this.text.length });
    }
  }

  /** The content of a cell, in which lists of HTML are shown as lines. */
  addCell(nodes: readonly PhrasingContent[]): void {
    for (const { node, of } of cellLines(nodes)) {
      const start = this.text.length;
      if (node === of || of.type === 'text') this.add([of]);
      else this.#whole(node.type === 'text' ? node.value : '\n', of);
      this.shown.set(of, { start: this.shown.get(of)?.start ?? start, end: this.text.length });
    }
    for (const [at, node] of nodes.entries()) {
      const end = at === 0 ? 0 : this.shown.get(nodes[at - 1]!)!.end;
      if (!this.shown.has(node)) this.shown.set(node, { start: end, end });
    }
  }

  #node(node: PhrasingContent): void {
    switch (node.type) {
      case 'text':
        eachPiece(node, (text, from, to) => {
          // A label stands in a piece of which each character is one of the source.
          const left = this.#skipped;
          this.#skipped = 0;
          this.#stretch(text.slice(left), { start: this.offset + from + left, end: this.offset + to }, node);
        });
        break;
      case 'inlineCode':
        this.#whole(node.value.replace(/\s+/g, ' '), node);
        break;
      case 'break':
        // Behind the label of an alert, none is shown.
        if (this.label === '' || this.text !== '') this.#whole('\n', node);
        break;
      case 'html':
        if (/^<br\s*\/?>$/i.test(node.value)) this.#whole('\n', node);
        break;
      case 'image':
      case 'imageReference':
        this.#whole(PICTURE, node);
        break;
      case 'footnoteReference':
        this.#whole(NOTE, node);
        break;
      case 'link':
        // A bare address cannot be divided.
        if (this.source.slice(this.#span(node).start, this.#span(node).start + 1) === '[')
          this.add(node.children);
        else this.#whole(plainText(node), node);
        break;
      default:
        if ('children' in node) this.add(node.children as PhrasingContent[]);
    }
  }

  #span(node: Nodes): Span {
    return spanOf(node, this.offset);
  }

  #whole(text: string, node: PhrasingContent): void {
    this.#piece(text, this.#span(node), false, node);
  }

  #piece(text: string, source: Span, exact: boolean, node: PhrasingContent): void {
    if (text === '') return;
    const start = this.text.length;
    this.text += text;
    this.pieces.push({ start, end: this.text.length, source, exact, node });
  }

  /** A line end and the white space around it count as one space, as in the export. */
  #stretch(text: string, source: Span, node: PhrasingContent): void {
    if (text.length !== source.end - source.start) {
      this.#piece(text.replace(/(?:(?<![ \t])[ \t]+)?[\r\n]+[ \t]*/g, ' '), source, false, node);
      return;
    }
    let done = 0;
    for (const match of text.matchAll(/(?:(?<![ \t])[ \t]+)?(?:\r\n|\n|\r)[ \t]*|\t/g)) {
      this.#exact(text.slice(done, match.index), source.start + done, node);
      done = match.index + match[0].length;
      this.#piece(' ', { start: source.start + match.index, end: source.start + done }, false, node);
    }
    this.#exact(text.slice(done), source.start + done, node);
  }

  #exact(text: string, start: number, node: PhrasingContent): void {
    this.#piece(text, { start, end: start + text.length }, true, node);
  }
}
