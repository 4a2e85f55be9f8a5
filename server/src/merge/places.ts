import type { Nodes, PhrasingContent } from 'mdast';
import { firstWhere } from '../draft/binary-search';
import type { Span } from '../draft/types';
import { spanOf } from '../mdast/tree';
import { PLAIN } from './fragments';
import type { Leaf, Piece } from './leaves';
import type { Look } from './types';

/** Where what a leaf shows stands in the source, so that no sign of Markdown is torn from its partner. */
export class Places {
  readonly #parents = new Map<Nodes, Nodes>();

  /** @param text of the draft */
  constructor(
    readonly leaf: Leaf,
    readonly text: string,
  ) {
    const open: Nodes[] = [leaf.node];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (!('children' in node)) continue;
      for (const child of node.children) {
        this.#parents.set(child, node);
        open.push(child);
      }
    }
  }

  piece(at: number): Piece | undefined {
    const { pieces } = this.leaf;
    const piece = pieces[firstWhere(pieces, ({ end }) => end > at)];
    return piece !== undefined && piece.start <= at ? piece : undefined;
  }

  /** Where in the source a character begins. */
  startOf(at: number): number {
    const piece = this.piece(at);
    if (piece === undefined) return this.leaf.content.end;
    return piece.exact ? piece.source.start + at - piece.start : piece.source.start;
  }

  /** Where in the source the character before a place ends. */
  endOf(at: number): number {
    const piece = this.piece(at - 1);
    if (piece === undefined) return this.leaf.content.start;
    if (piece.exact) return piece.source.start + at - piece.start;
    // Behind a line end stands what the next line begins with, in a quotation or an item.
    const next = this.piece(at);
    const isLineEnd =
      piece.node.type === 'text' && next?.node === piece.node && this.text[piece.source.end - 1] === '\n';
    return isLineEnd ? next.source.start : piece.source.end;
  }

  spanOf(node: Nodes): Span {
    return spanOf(node, this.leaf.offset);
  }

  /**
   * The source of a range of shown text, in stretches in which every sign that begins also ends.
   */
  stretches(from: number, to: number): Span[] {
    const out: Span[] = [];
    const add = (span: Span, follows: boolean): void => {
      const last = out.at(-1);
      if (last !== undefined && (last.end === span.start || follows))
        out[out.length - 1] = { start: last.start, end: span.end };
      else out.push(span);
    };
    const visit = (node: Nodes): void => {
      if (!('children' in node)) return;
      /** Whether the stretch that was added last ends in this very node, so that what shows nothing may be in it. */
      let isOpen = false;
      for (const child of node.children as readonly PhrasingContent[]) {
        const shown = this.leaf.shown.get(child);
        if (shown === undefined || shown.end <= from || shown.start >= to) {
          // What shows nothing parts nothing.
          if (shown === undefined || shown.start !== shown.end || child.type.startsWith('critic'))
            isOpen = false;
          continue;
        }
        // Behind a change, it says whose that is.
        if (child.type === 'criticComment' && !isOpen) continue;
        const isWhole = shown.start >= from && shown.end <= to;
        if (child.type === 'text') {
          const start = this.startOf(Math.max(from, shown.start));
          add({ start, end: this.endOf(Math.min(to, shown.end)) }, isOpen);
          isOpen = true;
        } else if (isWhole && !child.type.startsWith('critic') && !hasMarks(child)) {
          add(this.spanOf(child), isOpen);
          isOpen = true;
        } else if ('children' in child) {
          isOpen = false;
          visit(child);
        } else {
          add(this.spanOf(child), isOpen);
          isOpen = true;
        }
      }
    };
    visit(this.leaf.node);
    return out.filter(({ start, end }) => end > start);
  }

  /** What stands around a place in the text, innermost last. */
  path(at: number): Nodes[] {
    const piece = this.piece(at);
    const path: Nodes[] = [];
    for (
      let node: Nodes | undefined = piece?.node;
      node !== undefined && node !== this.leaf.node;
      node = this.#parents.get(node)
    )
      path.unshift(node);
    return path;
  }

  /** The place in the source behind a node and the comments on it. */
  behind(node: Nodes): number {
    const parent = this.#parents.get(node);
    let { end } = this.spanOf(node);
    if (parent === undefined || !('children' in parent)) return end;
    const siblings = parent.children as readonly Nodes[];
    for (let at = siblings.indexOf(node) + 1; siblings[at] !== undefined; at++) {
      const next = siblings[at]!;
      const isHalf =
        next.type === 'criticInsertion' && next.replaces && siblings[at - 1]!.type === 'criticDeletion';
      if (next.type !== 'criticComment' && !isHalf) break;
      end = this.spanOf(next).end;
    }
    return end;
  }

  /** Where text is added that looks in a certain way, and what it looks like there. */
  place(at: number, wanted: Look): { readonly at: number; readonly look: Look } {
    const left = at === 0 ? [] : this.path(at - 1);
    const right = at >= this.leaf.text.length ? [] : this.path(at);
    const common = commonLength(left, right);
    // Inside of one text.
    if (common > 0 && common === left.length && common === right.length)
      return { at: this.endOf(at), look: lookOf(left) };
    const closed = (path: readonly Nodes[]): boolean =>
      path.slice(common).some(({ type }) => type === 'criticInsertion' || type === 'criticDeletion');
    const leftLook = lookOf(left);
    const rightLook = lookOf(right);
    if (at > 0 && alike(leftLook, wanted) && !closed(left)) {
      const last = left.at(-1)!;
      const end = this.endOf(at);
      return {
        at: end === this.spanOf(last).end && left.length - 1 === common ? this.behind(last) : end,
        look: leftLook,
      };
    }
    if (right.length > 0 && alike(rightLook, wanted) && !closed(right))
      return { at: this.startOf(at), look: rightLook };
    // Behind a change, in what that stands in.
    const change = left.findIndex(({ type }) => type === 'criticInsertion' || type === 'criticDeletion');
    const around = lookOf(left.slice(0, Math.max(0, change)));
    if (change > common && alike(around, wanted)) return { at: this.behind(left[change]!), look: around };
    const look = lookOf(left.slice(0, common));
    if (left.length > common) return { at: this.behind(left[common]!), look };
    if (right.length > common)
      return { at: Math.max(this.leaf.content.start, this.spanOf(right[common]!).start), look };
    return { at: this.leaf.content.start, look };
  }

  /** Where a comment on a place alone stands: behind what is highlighted up to there, with the comments on that. */
  pointAt(at: number): number {
    const highlight = this.path(at - 1).find(
      (node) => node.type === 'criticHighlight' && this.leaf.shown.get(node)?.end === at,
    );
    return highlight === undefined ? this.place(at, PLAIN).at : this.behind(highlight);
  }

  /** What tells a place in the text from others with the same word: how it looks, and of what cannot be divided all of it. */
  keyOf(at: number): string {
    const piece = this.piece(at);
    if (piece === undefined) return '';
    const { bold, italic, strike } = lookOf(this.path(at));
    const link = this.path(at).find(({ type }) => type === 'link' || type === 'linkReference');
    const address =
      link === undefined ? '' : 'url' in link ? link.url : 'identifier' in link ? link.identifier : '';
    const whole = piece.node.type === 'text' ? '' : this.text.slice(piece.source.start, piece.source.end);
    return JSON.stringify([bold, italic, strike, address, whole]);
  }

  /** The source of a range of shown text, stretch by stretch, each with what is around it. */
  pieces(
    from: number,
    to: number,
  ): { readonly markdown: string; readonly text: string; readonly look: Look }[] {
    const stretches = this.stretches(from, to);
    return stretches.map(({ start, end }) => {
      const first = this.leaf.pieces.find(({ source }) => source.end > start);
      const path = first === undefined ? [] : this.path(first.start);
      const around = path.filter((node) => this.spanOf(node).start < start || this.spanOf(node).end > end);
      const markdown = this.text.slice(start, end);
      return { markdown, text: markdown, look: lookOf(around) };
    });
  }

  /** The source of a range of shown text as one stretch: it grows to what it begins or ends in. */
  around(from: number, to: number): Span | undefined {
    const stretches = this.stretches(from, to);
    const [first] = stretches;
    const last = stretches.at(-1);
    if (first === undefined || last === undefined) return undefined;
    if (first === last) return first;
    let [start, end] = [first.start, last.end];
    // The innermost node that both ends are in; what of its children they lie in is taken whole.
    const left = this.path(from);
    const right = this.path(to - 1);
    const common = commonLength(left, right);
    const [a, b] = [left[common], right[common]];
    if (a !== undefined && a.type !== 'text') start = Math.min(start, this.spanOf(a).start);
    if (b !== undefined && b.type !== 'text')
      end = Math.max(end, b.type.startsWith('critic') ? this.behind(b) : this.spanOf(b).end);
    return { start, end };
  }
}

/** How many nodes two paths have in common, from the outside in. */
function commonLength(a: readonly Nodes[], b: readonly Nodes[]): number {
  const first = a.findIndex((node, at) => node !== b[at]);
  return first === -1 ? a.length : first;
}

function hasMarks(node: Nodes): boolean {
  return node.type.startsWith('critic') || ('children' in node && node.children.some(hasMarks));
}

/** How text looks by what is around it. */
export function lookOf(path: readonly Nodes[]): Look {
  const has = (...types: readonly string[]): boolean => path.some(({ type }) => types.includes(type));
  return {
    bold: has('strong'),
    italic: has('emphasis'),
    strike: has('delete'),
    link: has('link', 'linkReference'),
  };
}

function alike(a: Look, b: Look): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.strike === b.strike && a.link === b.link;
}
