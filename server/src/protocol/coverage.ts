/** Requests for what a draft argues, and for its places to fill in. */
import type { Range } from 'vscode-languageserver-types';
import type { CoveredPassage, State, Why } from '../coverage/types';

/** Client → server: `TextDocumentParams` → `CoverageResult | null`; null if the document is not open as Markdown. */
export const coverageRequest = 'advocacy/coverage';

/** Server → client: `CoverageChangedParams`. The coverage of an open document may have changed. */
export const coverageChanged = 'advocacy/coverageChanged';

export interface TextDocumentParams {
  readonly textDocument: { readonly uri: string };
}

export interface CoverageChangedParams {
  readonly uri: string;
  readonly version: number;
}

/** Lines and columns count from 1, columns in UTF-16 code units, ends exclusive (as `coverage --format json`). */
export interface ReportedReason {
  readonly text: string;
  readonly why: Why;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface ReportedPassage {
  readonly line: number;
  readonly endLine: number;
  /** In a Word document: the heading above it. */
  readonly heading?: string;
  readonly state: Exclude<State, 'missing'>;
  /** What keeps it from a higher state, where only one thing does. */
  readonly heldBackBy?: CoveredPassage['heldBackBy'];
  readonly reasons: readonly ReportedReason[];
}

export interface ReportedTopic {
  readonly id: string;
  readonly title: string;
  readonly state: State;
  /** Whether the draft is held to it. */
  readonly asked: boolean;
  /** Whether it is a promise. */
  readonly promise?: true;
  readonly passages: readonly ReportedPassage[];
}

/** One document of `coverage --format json`. */
export interface CoverageReport {
  readonly file: string;
  readonly kind: string;
  readonly title: string;
  /** Tag of its language, if not English. Then nothing is judged: all topics are missing and not asked for. */
  readonly language?: string;
  readonly areas: readonly ReportedTopic[];
  /** The offers, and then the promises. */
  readonly offers: readonly ReportedTopic[];
}

export interface CoverageResult extends CoverageReport {
  /** The version of the document that was read. */
  readonly version: number;
  /** Whether it is a draft: other Markdown gets no diagnostics. */
  readonly draft: boolean;
  /** What a passage must argue, in a plain sentence, by the id of the topic. */
  readonly argue: Readonly<Record<string, string>>;
  /** How many words it has, without the details at its top, footnotes and comments. */
  readonly words: number;
  /** How many places are still to be filled in; those with the same words count once. */
  readonly toFill: number;
  /**
   * Empty if the document has no changes or comments of a review. Otherwise a text that changes when these or their places
   * may have changed, so that a client asks for them again.
   */
  readonly review: string;
  /** The likely kind of a draft that has none, or an unknown one; undefined if that is not clear. */
  readonly likely?: {
    readonly kind: string;
    /** The unknown kind in the front matter. */
    readonly said?: string;
    /** The kind with its article: "a press release". */
    readonly called: string;
    /** Words of the draft that show it. */
    readonly reasons: readonly string[];
  };
}

/** Client → server: `TextDocumentParams` → `PlaceToFill[]`: the places to fill in, in order. */
export const placeholdersRequest = 'advocacy/placeholders';

export interface PlaceToFill {
  readonly range: Range;
  /** The other places for the same words. */
  readonly alike: readonly Range[];
}
