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
