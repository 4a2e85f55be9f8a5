import type { Range } from 'vscode-languageserver-types';
import type { By } from '../criticmarkup/types';

/** Client → server: `TextDocumentParams` → `Reviews`: the changes and comments (CriticMarkup) of an open document. */
export const reviewsRequest = 'advocacy/reviews';

export type { By as ReviewBy } from '../criticmarkup/types';

/** Changes and comments in the order of the text. `CoverageResult.review` changes when they may have changed. */
export interface Reviews {
  readonly changes: readonly ReviewChange[];
  readonly threads: readonly ReviewThread[];
}

export interface ReviewChange {
  readonly kind: 'insertion' | 'deletion' | 'substitution';
  /** With its delimiters and its attribution. */
  readonly range: Range;
  readonly by?: By;
  /** The old Markdown; undefined for an insertion. */
  readonly old?: string;
  readonly oldRange?: Range;
  /** The new Markdown; undefined for a deletion. */
  readonly now?: string;
  readonly nowRange?: Range;
}

export interface ReviewThread {
  /** From what it is on to its last reply, with all delimiters. */
  readonly range: Range;
  /** The words or the change that it is on; undefined for a comment at a point. */
  readonly on?: Range;
  /** The comment and its replies, with a line end between paragraphs. */
  readonly comments: readonly (By & {
    readonly text: string;
    readonly resolved?: boolean;
    readonly range: Range;
  })[];
  readonly resolved: boolean;
}

/**
 * What the command `review` does: accepts or rejects changes (those that touch a range, those of an author, or all);
 * replies to, resolves, reopens or deletes the comment that a range touches; clears all resolved comments; or comments on
 * a range.
 */
export type ReviewAction =
  | { readonly do: 'accept' | 'reject'; readonly range?: Range; readonly author?: string }
  | { readonly do: 'resolve' | 'reopen' | 'delete'; readonly range: Range }
  | { readonly do: 'clear'; readonly range?: undefined }
  | ({ readonly do: 'reply' | 'comment'; readonly range: Range; readonly text: string } & Partial<By>);
