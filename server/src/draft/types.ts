import type { RootContent } from 'mdast';
import type { Source } from './source';
import type { Change, Span } from './span';

export type { Change, Span } from './span';

/**
 * A top-level Markdown block: the unit of re-parsing and caching.
 *
 * Immutable. Positions count from its start, which is the start of its first line, so that columns are those of the
 * draft. An edit elsewhere keeps the same object, so results that depend only on the block and the framework can be
 * cached with it (`perBlock`).
 */
export interface Block {
  /**
   * Its source, from the start of its first line to the end of its last, without the line end. In a block with
   * CriticMarkup, spaces replace all characters that disappear when all changes are accepted.
   */
  readonly text: string;
  /**
   * Its mdast tree. Positions count from the block: offset 0, line 1, column 1. For a block with CriticMarkup, the tree
   * is that of the text with all changes accepted.
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
  /** Offsets in the draft. */
  readonly span: Span;
  readonly message: string;
  /** Whether the value is used in spite of the problem. */
  readonly isValueKept?: boolean;
  /** The fix and its title, if there is an obvious one. */
  readonly fix?: { readonly title: string; readonly change: Change };
}

/** The values of Library Advocacy's own keys. A value is present only if it is written and has the right type. */
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
  /** From the opening fence to the end of the closing one, in the draft; undefined without front matter. */
  readonly span: Span | undefined;
  readonly data: FrontMatterData;
  /** All keys as written, including those of other tools, as plain values. */
  readonly raw: Readonly<Record<string, unknown>>;
  /** The spans of each top-level key and its value, in the draft. */
  readonly places: ReadonlyMap<string, { readonly key: Span; readonly value: Span }>;
  /** Syntax errors and wrong types. A rule checks whether ids exist in the framework. */
  readonly problems: readonly FrontMatterProblem[];
}

/** A Markdown document. Immutable: an edit makes another draft that shares its blocks. */
export interface Draft {
  /**
   * The whole text. After an edit it is joined at its first use, so code that runs on each key press uses `source`.
   */
  readonly text: string;
  readonly source: Source;
  readonly frontMatter: FrontMatter;
  readonly blocks: readonly PlacedBlock[];
  /** Number of lines, at least 1. */
  readonly lineCount: number;
}

export type PassageKind = 'paragraph' | 'list-item' | 'table-row' | 'quotation';

/** Text without markup, link targets, HTML, code and images, with a map back to the block's source. */
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
  /** Empty for a reference link (`[text][label]`), since its address may be in another block. */
  readonly url: string;
}

/** The smallest text that can make a case: a paragraph, list item, table row or quotation; no heading, code or HTML. */
export interface Passage {
  readonly kind: PassageKind;
  /** Offsets in the block's source. */
  readonly span: Span;
  readonly prose: Prose;
  readonly links: readonly Link[];
  /** Labels of the footnotes that it cites, normalised as by micromark. */
  readonly footnotes: readonly string[];
  /** Whether it is in the definition of a footnote. Such passages make no case. */
  readonly inFootnote: boolean;
  /** Whether the passage is so long that `prose` holds only its beginning. */
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
