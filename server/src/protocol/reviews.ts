/** Changes and comments of a review in an open document. */
import type { Range } from 'vscode-languageserver-types';
import type { By } from '../criticmarkup/types';

/** Client → server: `TextDocumentParams` → `Reviews`: the changes and comments (CriticMarkup) of an open document. */
export const reviewsRequest = 'advocacy/reviews';

export type { By as ReviewBy } from '../criticmarkup/types';

/** All in the order of the text. Whatever the document is, `CoverageResult.review` says when to ask for it again. */
export interface Reviews {
  readonly changes: readonly ReviewChange[];
  readonly threads: readonly ReviewThread[];
}

export interface ReviewChange {
  readonly kind: 'insertion' | 'deletion' | 'substitution';
  /** From its first sign to its last, with what says whose it is. */
  readonly range: Range;
  readonly by?: By;
  /** Markdown that was there; undefined for an insertion. */
  readonly old?: string;
  readonly oldRange?: Range;
  /** Markdown that is there now; undefined for a deletion. */
  readonly now?: string;
  readonly nowRange?: Range;
}

export interface ReviewThread {
  /** With all signs, from what it is on to its last reply. */
  readonly range: Range;
  /** The words or the change that it is on; undefined for a place. */
  readonly on?: Range;
  /** The comment and its replies. Paragraphs in a text are divided by a line end. */
  readonly comments: readonly (By & {
    readonly text: string;
    readonly resolved?: boolean;
    readonly range: Range;
  })[];
  readonly resolved: boolean;
}

/**
 * What the command `review` does: accepts or rejects changes (those that touch a range, those of an author, or all);
 * replies to, resolves, opens again or takes out the comment that a range touches; takes out all that are resolved;
 * puts a comment on a range.
 */
export type ReviewAction =
  | { readonly do: 'accept' | 'reject'; readonly range?: Range; readonly author?: string }
  | { readonly do: 'resolve' | 'reopen' | 'delete'; readonly range: Range }
  | { readonly do: 'clear'; readonly range?: undefined }
  | ({ readonly do: 'reply' | 'comment'; readonly range: Range; readonly text: string } & Partial<By>);
