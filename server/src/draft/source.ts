import type { Change, Span } from './span';

/** Length of a piece, in UTF-16 code units. An edit copies one or two pieces. */
const PIECE = 16_384;

/**
 * The text of a draft in pieces (a flat rope). Immutable: an edit copies only the pieces that it touches, and shares
 * the others.
 */
export class Source {
  #whole: string | undefined;

  private constructor(
    /** The pieces of the text, in order. None is longer than twice `size`. */
    private readonly pieces: readonly string[],
    /** In UTF-16 code units. */
    readonly length: number,
    private readonly size: number,
  ) {}

  /** @param size length of the pieces, in UTF-16 code units; set only by tests */
  static of(text: string, size = PIECE): Source {
    const source = new Source(cut(text, size), text.length, size);
    source.#whole = text;
    return source;
  }

  /** The whole text, joined when first read. Code that runs at each key does not read it. */
  get text(): string {
    this.#whole ??= this.pieces.join('');
    return this.#whole;
  }

  /**
   * Like `String.prototype.slice` on the whole text, for `0 <= start <= end`; an end after the text counts as its end.
   */
  slice(start: number, end: number): string {
    let text = '';
    let from = 0;
    for (const piece of this.pieces) {
      if (from >= end) break;
      if (from + piece.length > start) text += piece.slice(Math.max(0, start - from), end - from);
      from += piece.length;
    }
    return text;
  }

  /** The text after a change. The span of the change is limited as by `within`. */
  edited(change: Change): Source {
    const { start, end } = this.within(change.span);
    const { pieces, size } = this;
    let first = 0;
    let from = 0;
    while (from + pieces[first]!.length < start) from += pieces[first++]!.length;
    let last = first;
    let lastFrom = from;
    while (lastFrom + pieces[last]!.length < end) lastFrom += pieces[last++]!.length;
    const made = pieces[first]!.slice(0, start - from) + change.text + pieces[last]!.slice(end - lastFrom);
    return new Source(
      [...pieces.slice(0, first), ...cut(made, size), ...pieces.slice(last + 1)],
      this.length + change.text.length - (end - start),
      size,
    );
  }

  /** The span limited to the text. */
  within({ start, end }: Span): Span {
    const from = clamp(start, 0, this.length);
    return { start: from, end: clamp(end, from, this.length) };
  }
}

function cut(text: string, size: number): readonly string[] {
  if (text.length <= 2 * size) return [text];
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += size) pieces.push(text.slice(at, at + size));
  return pieces;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
