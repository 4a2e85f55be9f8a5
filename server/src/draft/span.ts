/** A half-open stretch of text, in UTF-16 code units. What it counts from is said where it is used. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A replacement of `span` (in the text before it) by `text`. */
export interface Change {
  readonly span: Span;
  readonly text: string;
}

/** A span that counts from elsewhere: from the start of the draft, say, instead of that of its block. */
export function shifted({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** The same with a span that counts from elsewhere. */
export function moved<T extends { readonly span: Span }>(one: T, by: number): T {
  // Several times as fast as a literal that has the span twice, and called for all that a draft has, at each key.
  const copy: T & { span: Span } = { ...one };
  copy.span = shifted(one.span, by);
  return copy;
}
