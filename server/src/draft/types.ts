import type { RootContent } from 'mdast';
import type { Source } from './source';
import type { Change, Span } from './span';

export type { Change, Span } from './span';

/**
 * A top-level Markdown block: the unit of re-parsing and of caching.
 *
 * It never changes, and everything in it counts from its own start, which is the start of its first line
 * (so that columns in it are columns of the draft). An edit elsewhere leaves it the same object: whatever
 * depends on a block and the framework alone may be kept in a WeakMap keyed by the block.
 */
export interface Block {
  /**
   * Its source, from the start of its first line to the end of its last, without the line end. Where it has
   * CriticMarkup: with spaces for what is not read when all changes are accepted.
   */
  readonly text: string;
  /**
   * Its syntax tree; positions count from the block: offset 0, line 1, column 1. Where it has CriticMarkup: what is left
   * when all changes are accepted.
   */
  readonly node: RootContent;
  /** Of a block with CriticMarkup. */
  readonly review?: Reviewed | undefined;
}

/** A block with its changes and comments. */
export interface Reviewed {
  /** Its source as it is. */
  readonly text: string;
  /** Its syntax tree with nodes for changes and comments; positions count from the block. */
  readonly node: RootContent;
}

/** A block and where it stands in the draft now. */
export interface PlacedBlock {
  readonly block: Block;
  /** Offset of the block's first character in the draft. */
  readonly start: number;
  /** Line of the block's first character in the draft, counted from 0. */
  readonly line: number;
}

export interface FrontMatterProblem {
  /** In the draft. */
  readonly span: Span;
  readonly message: string;
  /** Whether the value was read as it was meant, in spite of it. */
  readonly isValueKept?: boolean;
  /** What mends it, where that is plain, and what it is called. */
  readonly fix?: { readonly title: string; readonly change: Change };
}

/** The values that are ours, each present only when it is written and has the right type. */
export interface FrontMatterData {
  readonly title?: string;
  readonly kind?: string;
  readonly audience?: string;
  readonly author?: string;
  readonly organisation?: string;
  readonly date?: string;
  readonly status?: string;
  readonly language?: string;
  readonly areas?: readonly string[] | 'all' | 'none';
  readonly offers?: readonly string[] | 'all' | 'none';
  readonly template?: string;
  readonly rules?: Readonly<Record<string, string>>;
}

export interface FrontMatter {
  /** From the opening fence to the end of the closing one, in the draft; undefined where there is none. */
  readonly span: Span | undefined;
  readonly data: FrontMatterData;
  /** Every key as written, other tools' too, as plain values. */
  readonly raw: Readonly<Record<string, unknown>>;
  /** Where each top-level key and its value stand, in the draft. */
  readonly places: ReadonlyMap<string, { readonly key: Span; readonly value: Span }>;
  /** Syntax errors and wrong types; ids are checked against the framework by the rule. */
  readonly problems: readonly FrontMatterProblem[];
}

/** One Markdown document being written. Never changes; an edit makes another one that shares its blocks. */
export interface Draft {
  /** The whole text: after an edit joined when it is first asked for. What a key asks for is in `source`. */
  readonly text: string;
  readonly source: Source;
  readonly frontMatter: FrontMatter;
  readonly blocks: readonly PlacedBlock[];
  /** Number of lines, at least 1. */
  readonly lineCount: number;
}

export type PassageKind = 'paragraph' | 'list-item' | 'table-row' | 'quotation';

/** Text without markup (link targets, HTML, code and images left out), with a map back to the block's source. */
export interface Prose {
  readonly text: string;
  /** The stretch of the block's source that shows `start` to `end` of `text`. */
  toSource(start: number, end: number): Span;
}

export interface Link {
  /** Of the whole link, in the block's source. */
  readonly span: Span;
  /** Of its text, in the passage's prose. */
  readonly prose: Span;
  /** Empty where the link is by reference (`[text][label]`) and so its address stands in another block. */
  readonly url: string;
  /** The label of its definition, as `Definition.identifier` has it, where the link is by reference. */
  readonly reference?: string;
}

/** The smallest piece that can make a case. Headings, code and HTML are none. */
export interface Passage {
  readonly kind: PassageKind;
  /** In the block's source. */
  readonly span: Span;
  readonly prose: Prose;
  readonly links: readonly Link[];
  /** Labels of the footnotes that it refers to, normalised as micromark does. */
  readonly footnotes: readonly string[];
  /** Whether it stands in a footnote's definition, and so argues nothing of its own. */
  readonly inFootnote: boolean;
  /** Its prose ends before it does, as it is longer than any that a person writes. */
  readonly isCut?: boolean;
}

export interface Heading {
  readonly depth: 1 | 2 | 3 | 4 | 5 | 6;
  /** Without markup. */
  readonly text: string;
  /** In the draft. */
  readonly span: Span;
  /** Counted from 0, in the draft. */
  readonly line: number;
  /** Position in `draft.blocks`. */
  readonly index: number;
}
