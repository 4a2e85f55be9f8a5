import type { Span } from '../types';

/** What a place to fill in lacks. Each value has its own message. */
export type Lack =
  | 'blank'
  | 'question'
  | 'unconfirmed'
  | 'to-come'
  | 'note'
  | 'filler'
  | 'review'
  | 'citation'
  | 'broken'
  | 'unknown-figure';

/** The place of a text, as far as it matters for gaps. */
export interface Surroundings {
  /** Whether the text is all of a cell or footnote, in which a lone "?" is a gap. */
  readonly alone?: 'cell' | 'note';
  /** Whether it is an item of a list, where no letter ends. */
  readonly item?: boolean;
  /** Whether it is in a quotation, in which an editor may replace words with others in brackets. */
  readonly quoted?: boolean;
  /** Whether it is in a form, which has lines to write on. */
  readonly form?: boolean;
}

/** A match of a pattern, with its surroundings. */
export interface Found extends Span {
  readonly words: string;
  /** The whole text that was searched. */
  readonly text: string;
  readonly place: Surroundings;
  /** Whether it is in quotation marks, or in a block quotation. */
  readonly quoted: () => boolean;
}

/** Whether a match is still to be filled in. */
export type Verdict = boolean | 'doubtful';

/** One way in which writers leave a gap. */
export interface Kind {
  readonly name: string;
  readonly lack: Lack;
  /** Matches at least every text that `looks` matches, and is faster. Without flags. */
  readonly sign: RegExp;
  /**
   * Returns the pattern, which runs in linear time and matches only visible text. It is made when a text first matches
   * `sign`: patterns with the letters of all scripts take long to compile, and most drafts need few of them.
   */
  readonly looks: () => RegExp;
  /** The only place where it is looked for; anywhere by default. */
  readonly where?: 'cell' | 'note' | 'alone';
  /** Judges a match from its surroundings; it is one by default. */
  judge?(found: Found): Verdict;
  /** Extends a match to all that belongs to it, such as the pound sign before it; the match by default. */
  extent?(text: string, span: Span): Span;
}

/** A place that is still to be filled in. */
export interface Unfilled extends Span {
  readonly kind: Kind;
  readonly sure: boolean;
}
