import type { PhrasingContent } from 'mdast';
import { eachPiece } from '../mdast/tree';
import { afterMost, MOST_IN_LINE } from './parser/long-lines';
import type { Link, Prose, Span } from './types';

/**
 * Builds prose with its map, piece by piece. The map has three numbers for each piece: its start in the prose, and the
 * start and end of its source. Pieces that follow each other in both are merged.
 */
export class ProseBuilder {
  readonly #source: string;
  readonly #parts: string[] = [];
  readonly #map: number[] = [];
  #length = 0;
  /** How many more spaces, signs and punctuation marks are taken: an upper bound for what is judged of one passage. */
  #left = MOST_IN_LINE;
  readonly links: Link[] = [];
  readonly footnotes: string[] = [];

  /** @param source the block's source */
  constructor(source: string) {
    this.#source = source;
  }

  /** Whether text was left out at the end. */
  get isCut(): boolean {
    return this.#left < 0;
  }

  /**
   * Adds `text`, which shows the source from `from` to `to`. Where both have the same length, they are the same text.
   */
  add(text: string, from: number, to: number): void {
    if (text === '' || this.isCut) return;
    const own = this.#source.length > MOST_IN_LINE ? this.#take(text) : text;
    const linear = text.length === to - from;
    if (own !== text) {
      // Text that differs from its source is only a few characters long.
      if (!linear || own === '') return;
      to = from + own.length;
    }
    const map = this.#map;
    const last = map.length - 3;
    if (last >= 0 && linear && map[last + 2] === from && this.#length - map[last]! === from - map[last + 1]!)
      map[last + 2] = to;
    else map.push(this.#length, from, to);
    this.#parts.push(own);
    this.#length += own.length;
  }

  /** The part of a text that is within the limit. */
  #take(text: string): string {
    const { end, left } = afterMost(text, 0, text.length, this.#left);
    this.#left = left;
    return left < 0 ? text.slice(0, end) : text;
  }

  /** Adds inline content without its markup. */
  addInlines(nodes: readonly PhrasingContent[]): void {
    for (const node of nodes) {
      const from = node.position!.start.offset!;
      const to = node.position!.end.offset!;
      switch (node.type) {
        case 'text':
          eachPiece(node, (text, from, to) => this.#addPiece(text, from, to));
          break;
        case 'break':
          this.add('\n', from, to);
          break;
        case 'html':
          if (/^<br\s*\/?>$/i.test(node.value)) this.add('\n', from, to);
          break;
        case 'emphasis':
        case 'strong':
        case 'delete':
          this.addInlines(node.children);
          break;
        case 'linkReference':
        case 'link': {
          const start = this.#length;
          const [child] = node.children;
          const url = node.type === 'link' ? node.url : '';
          // An address without a link text (<https://…>, or bare) is no prose.
          const bare = this.#source[from] !== '[' || (child?.type === 'text' && child.value === url);
          if (!bare) this.addInlines(node.children);
          if (this.isCut) break;
          this.links.push({ span: { start: from, end: to }, prose: { start, end: this.#length }, url });
          break;
        }
        case 'footnoteReference':
          this.footnotes.push(node.identifier);
          break;
        default:
          // Images and code are left out.
          break;
      }
    }
  }

  /** Adds text, with a space for each line end. */
  #addPiece(text: string, from: number, to: number): void {
    const lineEnd = /\r\n|\n|\r/g;
    if (text.length !== to - from) {
      this.add(text.replace(lineEnd, ' '), from, to);
      return;
    }
    let done = 0;
    for (let match = lineEnd.exec(text); match !== null; match = lineEnd.exec(text)) {
      this.add(text.slice(done, match.index), from + done, from + match.index);
      done = match.index + match[0].length;
      this.add(' ', from + match.index, from + done);
    }
    this.add(text.slice(done), from + done, to);
  }

  finish(): Prose {
    const map = this.#map;
    return new MappedProse(this.#parts.join(''), map.length < FEW * 3 ? map : Uint32Array.from(map));
  }
}

/** A map of fewer pieces takes less memory as an array: most passages have one piece. */
const FEW = 4;

class MappedProse implements Prose {
  readonly #map: Uint32Array | readonly number[];

  constructor(
    readonly text: string,
    map: Uint32Array | readonly number[],
  ) {
    this.#map = map;
  }

  toSource(start: number, end: number): Span {
    const first = this.#pieceAt(start);
    if (end <= start) {
      const at = this.#startIn(first, start);
      return { start: at, end: at };
    }
    return { start: this.#startIn(first, start), end: this.#endIn(this.#pieceAt(end - 1), end) };
  }

  /** Position in the map of the last piece that starts at or before `offset`. */
  #pieceAt(offset: number): number {
    let low = 0;
    let high = this.#map.length / 3;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#map[middle * 3]! <= offset) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1) * 3;
  }

  #startIn(piece: number, offset: number): number {
    const [start, from, to] = [this.#map[piece] ?? 0, this.#map[piece + 1] ?? 0, this.#map[piece + 2] ?? 0];
    return this.#isLinear(piece) || offset >= this.#endOf(piece) ? Math.min(from + offset - start, to) : from;
  }

  #endIn(piece: number, offset: number): number {
    const [start, from, to] = [this.#map[piece] ?? 0, this.#map[piece + 1] ?? 0, this.#map[piece + 2] ?? 0];
    return this.#isLinear(piece) ? Math.min(from + offset - start, to) : to;
  }

  #endOf(piece: number): number {
    return this.#map[piece + 3] ?? this.text.length;
  }

  #isLinear(piece: number): boolean {
    return this.#endOf(piece) - this.#map[piece]! === this.#map[piece + 2]! - this.#map[piece + 1]!;
  }
}
