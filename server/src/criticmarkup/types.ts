/** Who changed something or wrote a comment, and when. */
export interface By {
  /** As the writing program names them; empty where nobody is named. */
  readonly author: string;
  /** ISO 8601 in UTC: a day (`2026-10-03`), or a minute (`2026-10-03T09:31:00Z`). */
  readonly date?: string;
}

export interface Comment extends By {
  /** Plain text; paragraphs are divided by a line end. */
  readonly text: string;
  readonly resolved?: boolean;
}

/** A comment and its replies. */
export type Thread = readonly Comment[];
