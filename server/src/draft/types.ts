import type { RootContent } from 'mdast';
import type { Source } from './source';
import type { Change, Span } from './span';

export type { Change, Span } from './span';

/**
 * A top-level Markdown block: the unit of re-parsing and caching.
 *
 * Immutable. Positions in it count from its own start, which is the start of its first line, so that columns in it are
 * columns of the draft. An edit elsewhere leaves it the same object: what depends only on the block and the framework
 * can be cached with it (`perBlock`).
 */
export interface Block {
  /**
   * Its source, from the start of its first line to the end of its last, without the line end. Where it has
   * CriticMarkup, spaces replace what disappears when all changes are accepted.
   */
  readonly text: string;
  /**
   * Its mdast tree. Positions count from the block: offset 0, line 1, column 1. Where it has CriticMarkup, the tree is
   * that of the text with all changes accepted.
   */
  readonly node: RootContent;
  /** The source and tree with changes and comments; only for blocks with CriticMarkup. */
  readonly review?: Reviewed | undefined;
}

/** A block with its CriticMarkup. */
export interface Reviewed {
  /** Its source. */
  readonly text: string;
  /** Its mdast tree, with nodes for changes and comments. Positions count from the block. */
  readonly node: RootContent;
}

/** A block and its current place in the draft. */
export interface PlacedBlock {
  readonly block: Block;
  /** Offset of the block's first character in the draft. */
  readonly start: number;
  /** Line of the block's first character in the draft, counted from 0. */
  readonly line: number;
}

export interface FrontMatterProblem {
  /** Counts in the draft. */
  readonly span: Span;
  readonly message: string;
  /** Whether the value could be used in spite of the problem. */
  readonly isValueKept?: boolean;
  /** The fix, where it is obvious, and its title. */
  readonly fix?: { readonly title: string; readonly change: Change };
}

/** The values of Library Advocacy's own keys. Each is present only where it is written and has the right type. */
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
  /** All keys as written, including those of other tools, as plain values. */
  readonly raw: Readonly<Record<string, unknown>>;
  /** The spans of each top-level key and its value, in the draft. */
  readonly places: ReadonlyMap<string, { readonly key: Span; readonly value: Span }>;
  /** Syntax errors and wrong types. Whether ids exist in the framework is checked by a rule. */
  readonly problems: readonly FrontMatterProblem[];
}

/** A Markdown document. Immutable: an edit makes another draft that shares its blocks. */
export interface Draft {
  /**
   * The whole text. After an edit it is joined when first read, so code that runs at each key reads `source` instead.
   */
  readonly text: string;
  readonly source: Source;
  readonly frontMatter: FrontMatter;
  readonly blocks: readonly PlacedBlock[];
  /** Number of lines, at least 1. */
  readonly lineCount: number;
}

export type PassageKind = 'paragraph' | 'list-item' | 'table-row' | 'quotation';

/** Text without markup: without link targets, HTML, code and images, and with a map back to the block's source. */
export interface Prose {
  readonly text: string;
  /** The span of the block's source that shows `start` to `end` of `text`. */
  toSource(start: number, end: number): Span;
}

export interface Link {
  /** The whole link, in the block's source. */
  readonly span: Span;
  /** The link text, in the passage's prose. */
  readonly prose: Span;
  /** Empty for a reference link (`[text][label]`), whose address may stand in another block. */
  readonly url: string;
}

/**
 * The smallest piece of text that can make a case: a paragraph, list item, table row or quotation. Headings, code and
 * HTML are no passages.
 */
export interface Passage {
  readonly kind: PassageKind;
  /** Counts in the block's source. */
  readonly span: Span;
  readonly prose: Prose;
  readonly links: readonly Link[];
  /** Labels of the footnotes that it refers to, normalised as by micromark. */
  readonly footnotes: readonly string[];
  /** Whether it stands in the definition of a footnote. Such passages make no case. */
  readonly inFootnote: boolean;
  /** Whether it is longer than the prose that is read of it. */
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
