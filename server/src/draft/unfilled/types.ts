import type { Span } from '../types';

/** What is to be done about a place that is still to be filled in: each has words of its own. */
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

/** Where a text stands, as far as it matters. */
export interface Place {
  /** All of a cell or of a footnote: a lone "?" says more there. */
  readonly alone?: 'cell' | 'note';
  /** An item of a list, where no letter ends. */
  readonly item?: boolean;
  /** In a quotation, where an editor puts words in brackets for the speaker's. */
  readonly quoted?: boolean;
  /** In a form, which has lines to write on. */
  readonly form?: boolean;
}

/** What a pattern found, with what is around it. */
export interface Found extends Span {
  readonly words: string;
  /** The whole text that it was found in. */
  readonly text: string;
  readonly place: Place;
  /** Whether it stands in quotation marks, or in a quotation. */
  readonly quoted: () => boolean;
}

/** How sure it is that something is still to be filled in; false where it is something else. */
export type Verdict = 'sure' | 'doubtful' | false;

/** One way in which people leave something open. */
export interface Kind {
  readonly name: string;
  readonly lack: Lack;
  /** What there is at least: most texts have none of it, and are looked through fast. Without flags. */
  readonly sign: RegExp;
  /**
   * What it looks like. Runs in linear time, and marks what a reader sees of it. Made when a text first has its sign: the
   * engine takes long for patterns with the letters of all scripts, and most drafts need few of them.
   */
  readonly looks: () => RegExp;
  /** Where it may stand: anywhere, unless it says something else. */
  readonly where?: 'cell' | 'note' | 'alone';
  /** Whether it is one, from what is around it: sure, unless it says something else. */
  judge?(found: Found): Verdict;
  /** Its place with what belongs to it, such as the pound sign before it: what was found, unless it says something else. */
  extent?(text: string, span: Span): Span;
}

/** A place that is still to be filled in. */
export interface Unfilled extends Span {
  readonly kind: Kind;
  readonly sure: boolean;
}
