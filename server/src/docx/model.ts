/**
 * A Word document as plain data: what it says, in order, with what reviewers did. The look is left out but for what
 * Markdown has a sign for.
 */
import type { By, Comment, Thread } from '../criticmarkup/types';

export type { By, Comment, Thread };

export interface WordDocument {
  readonly blocks: readonly Block[];
  /** Content of footnotes and endnotes, by `noteKey`. */
  readonly notes: ReadonlyMap<string, readonly Block[]>;
  /** Comments by the id that `CommentMark` has; of a thread, the id of its first. */
  readonly comments: ReadonlyMap<string, Thread>;
  readonly properties: Properties;
  /** The lines of each header and footer. */
  readonly edges: readonly (readonly string[])[];
  /** The bytes of a part: a picture. */
  part(name: string): Uint8Array | undefined;
  /** The custom XML parts whose root is of a namespace, as XML, in the order in which the document names them. */
  customXml(namespace: string): readonly string[];
}

/** Core and extended properties, as written. */
export interface Properties {
  readonly title?: string;
  readonly subject?: string;
  readonly author?: string;
  readonly organisation?: string;
  readonly keywords?: string;
  readonly description?: string;
  readonly status?: string;
  /** ISO 8601. */
  readonly created?: string;
  readonly modified?: string;
  /** BCP 47 tag of most of the text. */
  readonly language?: string;
}

/** What reviewers did to something: both, where it was deleted after it had been inserted. */
export interface Review {
  readonly inserted?: By;
  readonly deleted?: By;
}

export type Block = Paragraph | Table;

/**
 * What the pages do before a block of the text: a new one begins, or they are turned. In an import, also the list that
 * the draft has there, and that its export makes.
 */
export type PageChange = 'pagebreak' | 'landscape' | 'portrait' | 'contents' | 'sources';

export interface Paragraph {
  readonly type: 'paragraph';
  /** Names of its style and of those that it is based on, in small letters, nearest first. */
  readonly styles: readonly string[];
  /** Level from 1 to 9, by the style or its own outline level. */
  readonly heading?: number;
  /** Its place in a list; headings may have one too. */
  readonly list?: ListPlace;
  readonly inlines: readonly Inline[];
  /** Review of the paragraph mark: of an inserted one, the paragraph behind it was split off. */
  readonly mark: Review;
  /** Who gave it another style or place in a list, if that was tracked. */
  readonly restyled?: By;
  /** Where its lines stand, if not at the left. */
  readonly align?: 'center' | 'right';
  /** Whether it is a line across the page and nothing else. */
  readonly rule?: true;
  /** How far it is set in by itself, and not by its style or list, in twips. */
  readonly indent?: number;
  /** Whether it says that it has no place in a list, as further paragraphs of items do. */
  readonly unnumbered?: true;
  readonly before?: PageChange;
}

export interface ListPlace {
  /** Of paragraphs that count on: the list's number (`w:numId`). */
  readonly id: string;
  /** From 0. */
  readonly level: number;
  /** As in `w:numFmt`: `decimal`, `bullet`, `lowerLetter`. */
  readonly format: string;
  /** What it counts to here. */
  readonly value: number;
  /** Whether it has its number by its style. */
  readonly styled?: true;
  /** Whether it has its number by its style, in a numbering of headings: a numbered paragraph, and no item. */
  readonly outline?: true;
  /** How far the text of its items is set in, in twips. */
  readonly indent?: number;
}

export interface Table {
  readonly type: 'table';
  readonly before?: PageChange;
  /** How far it is set in, in twips. */
  readonly indent?: number;
  readonly rows: readonly Row[];
}

export interface Row {
  readonly cells: readonly Cell[];
  readonly header: boolean;
  readonly review: Review;
}

export interface Cell {
  readonly blocks: readonly Block[];
  /** How many columns of the grid it takes. */
  readonly columns: number;
  /** Whether it begins a merged cell, or goes on with the one above it. */
  readonly merged?: 'first' | 'next';
}

export type Inline = Text | Break | Picture | NoteReference | Other | CommentMark | Bookmark | Box;

/** What all pieces with content have. */
interface Piece extends Review {
  readonly link?: Link;
}

export interface Text extends Piece {
  readonly type: 'text';
  readonly text: string;
  readonly format: Format;
  /** The tag of its language, where it says so itself. */
  readonly language?: string;
  /** What its format was before a tracked change, and who changed it. */
  readonly formerly?: { readonly format: Format; readonly by: By };
}

/** One object for each format that there is, so that they can be compared as such. */
export interface Format {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly strike: boolean;
  readonly code: boolean;
  readonly raised: '' | 'superscript' | 'subscript';
  readonly underlined: boolean;
  readonly highlighted: boolean;
}

export interface Break extends Piece {
  readonly type: 'break';
}

export interface Picture extends Piece {
  readonly type: 'picture';
  /** Name of its part, or the address of one that lies outside. */
  readonly part?: string;
  readonly address?: string;
  /** The description; empty where there is none, or it is marked as decorative. */
  readonly alt: string;
}

export interface NoteReference extends Piece {
  readonly type: 'note';
  /** Key of `WordDocument.notes`. */
  readonly note: string;
}

/** Something that has no text. */
export interface Other extends Piece {
  readonly type: 'other';
  readonly what:
    | 'chart'
    | 'diagram'
    | 'shape'
    | 'object'
    | 'document'
    | 'hidden text'
    | 'contents'
    | 'equation'
    /** Of what is pasted, which has neither. */
    | 'picture'
    | 'comment';
}

export interface CommentMark {
  readonly type: 'comment';
  readonly at: 'start' | 'end' | 'reference';
  readonly id: string;
}

export interface Bookmark {
  readonly type: 'bookmark';
  readonly at: 'start' | 'end';
  readonly id: string;
  /** Of a start. */
  readonly name?: string;
}

/** A text box that is anchored here. */
interface Box extends Review {
  readonly type: 'box';
  readonly blocks: readonly Block[];
}

export interface Link {
  /** As written, or empty for a place in the document. */
  readonly address: string;
  /** A bookmark in the document, or the part of an address behind `#`. */
  readonly anchor?: string;
}

/** The most columns that a table can have in Word. Other programs may write more. */
export const MOST_COLUMNS = 63;
