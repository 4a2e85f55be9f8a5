import type { Change, Span } from './span';

/** Length of a piece in UTF-16 code units, which is what a key copies. A megabyte has 64 of them. */
const PIECE = 16_384;

/**
 * The text of a draft in pieces. It never changes: an edit makes another one, for which it copies the pieces that the
 * edit touches and not the text, as joining strings would. The other pieces the two have in common.
 */
export class Source {
  #whole: string | undefined;

  private constructor(
    /** Joined they are the text. None is longer than twice `size`. */
    private readonly pieces: readonly string[],
    /** In UTF-16 code units. */
    readonly length: number,
    private readonly size: number,
  ) {}

  /** @param size how long pieces are made, in UTF-16 code units; another one than the usual for tests */
  static of(text: string, size = PIECE): Source {
    const source = new Source(cut(text, size), text.length, size);
    source.#whole = text;
    return source;
  }

  /** The whole text, joined when it is first asked for: a key in a long draft does not ask. */
  get text(): string {
    this.#whole ??= this.pieces.join('');
    return this.#whole;
  }

  /** As `String.prototype.slice` of the whole text, for `0 <= start <= end`; an end behind the text is its end. */
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

  /** The text after a change, whose span is taken as `within` says. */
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

  /** A span with what lies outside the text moved to its end. */
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
