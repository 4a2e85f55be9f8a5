/** What a draft argues, and the places in it that are still to be filled in. */
import type { Range } from 'vscode-languageserver-types';
import type { State, Why } from '../coverage/types';

/** Client → server: `TextDocumentParams` → `CoverageResult | null` (null: the document is not open as Markdown). */
export const coverageRequest = 'advocacy/coverage';

/** Server → client: `CoverageChangedParams`. The coverage of an open document was computed anew: ask for it where it is shown. */
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
  /** Of a Word document: the heading above it. */
  readonly heading?: string;
  readonly state: Exclude<State, 'missing'>;
  readonly reasons: readonly ReportedReason[];
}

export interface ReportedTopic {
  readonly id: string;
  readonly title: string;
  readonly state: State;
  /** Whether the draft is held to it. */
  readonly asked: boolean;
  /** Whether it is one of the promises that stand after the offers. */
  readonly promise?: true;
  readonly passages: readonly ReportedPassage[];
}

/** One document of `coverage --format json`. */
export interface CoverageReport {
  readonly file: string;
  readonly kind: string;
  readonly title: string;
  /** Tag of its language, where that is not English: then nothing is judged, and all topics are missing and not asked for. */
  readonly language?: string;
  readonly areas: readonly ReportedTopic[];
  /** The offers and, after them, the promises. */
  readonly offers: readonly ReportedTopic[];
}

export interface CoverageResult extends CoverageReport {
  /** Of the document that was read. */
  readonly version: number;
  /** Whether it is a draft: other Markdown gets no diagnostics. */
  readonly draft: boolean;
  /** What a passage must argue, in one plain sentence, by the id of the topic. */
  readonly argue: Readonly<Record<string, string>>;
  /** How many places are still to be filled in; those that have the same filling are one. */
  readonly toFill: number;
  /**
   * Empty where the document has no changes and comments of a review. Else another text than before where these, or
   * their places, may be others than before: then ask for them.
   */
  readonly review: string;
  /** What a draft that says no kind, or one that there is not, most likely is, where that is clear. */
  readonly likely?: {
    readonly kind: string;
    /** What the draft says, which is not a kind. */
    readonly said?: string;
    /** "a press release" */
    readonly called: string;
    /** Words in the draft that speak for it. */
    readonly reasons: readonly string[];
  };
}

/** Client → server: `TextDocumentParams` → `PlaceToFill[]`: what is still to be filled in, in the order of the text. */
export const placeholdersRequest = 'advocacy/placeholders';

export interface PlaceToFill {
  readonly range: Range;
  /** The other places that the same words belong in. */
  readonly alike: readonly Range[];
}
