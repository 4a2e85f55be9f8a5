/** The data of a merge: the contents of the document, and the edits of the draft's leaves. */
import type { By, Thread } from '../criticmarkup/types';
import type { Format, Inline, Paragraph, Row, Table } from '../docx/model';
import type { Change, PlacedThread } from './marks';

type Content = Exclude<Inline, { type: 'comment' | 'bookmark' | 'box' }>;

/** Text or an object of a paragraph. */
export interface Item {
  readonly type: 'item';
  /** As in the text of a leaf: a picture, note or line break is one character. */
  readonly text: string;
  readonly content: Content;
  readonly inserted?: By;
  readonly deleted?: By;
  /** Whether it is an insertion that the draft already had. */
  known: boolean;
}

export type Part =
  | Item
  | { readonly type: 'comment'; readonly at: 'start' | 'end' | 'reference'; readonly id: string }
  /** An inserted paragraph mark: what follows was in the same paragraph before. */
  | {
      readonly type: 'split';
      readonly by: By;
      /** The paragraph behind the mark. */
      readonly paragraph: Paragraph;
    };

export interface CellPlace {
  readonly table: Table;
  readonly row: Row;
  /** From 0. */
  readonly column: number;
}

/** A paragraph as it was before the review. Where somebody divided it, it has several parts. */
export interface Group {
  readonly paragraphs: readonly Paragraph[];
  readonly parts: readonly Part[];
  readonly cell?: CellPlace;
  /** Position of the draft's block whose bookmark encloses it. */
  readonly block?: number;
}

/** Paragraphs that were inserted whole, before the group that follows. */
export interface Added {
  readonly paragraph: Paragraph;
  readonly parts: readonly Part[];
  readonly by: By;
  readonly cell?: CellPlace;
}

/** The contents of a paragraph, and the position of the draft's block whose bookmark encloses it. */
export interface Read {
  readonly parts: readonly Part[];
  readonly block: number | undefined;
}

/** The formatting at a place. */
export interface Look {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly strike: boolean;
  readonly link: boolean;
}

/** Inserted text: a piece of a document, or Markdown. */
export type Fragment =
  | { readonly item: Item }
  | { readonly text: string }
  /** Its formatting, including that of its original place. */
  | { readonly markdown: string; readonly text: string; readonly look?: Look }
  /** Where a comment in inserted text begins or ends. */
  | { readonly comment: string; readonly at: 'start' | 'end' };

interface Ranged {
  from: number;
  to: number;
  seq: number;
  endSeq: number;
}

interface Changed {
  readonly by: By;
  remark?: string;
}

export type Delete = { readonly kind: 'delete' } & Ranged & Changed;
export type Insert = {
  readonly kind: 'insert';
  at: number;
  readonly content: readonly Fragment[];
  seq: number;
} & Changed;
export type Reformat = { readonly kind: 'format'; readonly format: Format } & Ranged & Changed;
export type Remark = { readonly kind: 'comment'; readonly thread: Thread } & Ranged;
/** Changes of a thread that the draft already had: more replies, or resolved or reopened. */
export interface Answer {
  readonly kind: 'thread';
  readonly placed: PlacedThread;
  readonly replies: Thread;
  readonly resolved: boolean;
}

/**
 * An edit of a leaf by a reviewer. `from`, `to` and `at` are offsets in the text of the leaf; `seq` and `endSeq` order
 * edits at the same offset.
 */
export type Edit =
  | Delete
  | Insert
  | Reformat
  | Remark
  | Answer
  /** A change that the draft already had was accepted or rejected. */
  | { readonly kind: 'settle'; readonly change: Change; readonly accept: boolean };
