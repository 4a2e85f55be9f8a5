/** What a merge works on: what a document has, and what was done to the draft's leaves. */
import type { By, Thread } from '../criticmarkup/types';
import type { Format, Inline, Paragraph, Row, Table } from '../docx/model';
import type { Change, PlacedThread } from './marks';

type Content = Exclude<Inline, { type: 'comment' | 'bookmark' | 'box' }>;

/** Text or an object of a paragraph. */
export interface Item {
  readonly type: 'item';
  /** As in shown text: pictures, notes and line breaks are one character each. */
  readonly text: string;
  readonly content: Content;
  readonly inserted?: By;
  readonly deleted?: By;
  /** Whether it is inserted, and was so in the draft already. */
  known: boolean;
}

export type Part =
  | Item
  | { readonly type: 'comment'; readonly at: 'start' | 'end' | 'reference'; readonly id: string }
  /** A paragraph mark that somebody inserted: what follows was in the same paragraph before. */
  | { readonly type: 'split'; readonly by: By };

export interface CellPlace {
  readonly table: Table;
  readonly row: Row;
  /** From 0. */
  readonly column: number;
}

/** A paragraph as it was before the review: several now where somebody divided it. */
export interface Group {
  readonly paragraphs: readonly Paragraph[];
  readonly parts: readonly Part[];
  readonly cell?: CellPlace;
  /** Position of the block of the draft whose bookmark is round it. */
  readonly block?: number;
}

/** Paragraphs that were inserted whole, in front of the group that follows. */
export interface Added {
  readonly paragraph: Paragraph;
  readonly parts: readonly Part[];
  readonly by: By;
  readonly cell?: CellPlace;
}

/** What a paragraph holds, and the position of the block of the draft whose bookmark is round it. */
export interface Read {
  readonly parts: readonly Part[];
  readonly block: number | undefined;
}

/** How the text around a place looks already. */
export interface Look {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly strike: boolean;
  readonly link: boolean;
}

/** Text that is to be added: a stretch as a document has it, or Markdown as it is. */
export type Fragment =
  | { readonly item: Item }
  | { readonly text: string }
  /** What it looks like, with what is around it where it came from. */
  | { readonly markdown: string; readonly text: string; readonly look?: Look }
  /** Where a comment in added text begins or ends. */
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
/** A thread that stood in the draft already has more comments, or is resolved or open again. */
export interface Answer {
  readonly kind: 'thread';
  readonly placed: PlacedThread;
  readonly replies: Thread;
  readonly resolved: boolean;
}

/**
 * What a reviewer did to a leaf. `from`, `to` and `at` are offsets in its shown text; `seq` and `endSeq` say in which
 * order things stand that begin or end at the same place.
 */
export type Edit =
  | Delete
  | Insert
  | Reformat
  | Remark
  | Answer
  /** A change that stood in the draft already was accepted or rejected. */
  | { readonly kind: 'settle'; readonly change: Change; readonly accept: boolean };
