/** Who made a change or wrote a comment, and when. */
export interface By {
  /** The name, as the word processor gives it; empty for none. */
  readonly author: string;
  /** ISO 8601 in UTC: a day (`2026-10-03`), or a minute (`2026-10-03T09:31:00Z`). */
  readonly date?: string;
}

export interface Comment extends By {
  /** Plain text, with a line end between paragraphs. */
  readonly text: string;
  readonly resolved?: boolean;
}

/** A comment and its replies. */
export type Thread = readonly Comment[];
