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
  return { ...one, span: shifted(one.span, by) };
}
