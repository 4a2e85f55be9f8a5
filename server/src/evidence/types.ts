import type { PlacedRun } from '../draft';
import type { Span } from '../draft/types';

/** How a quantity is expressed. */
export type Measure =
  /** "38%", "ten per cent". */
  | 'percent'
  /** "one in four", "a third of", "nine out of ten". */
  | 'share'
  /** "doubled", "three times as many", and time that is a result: "six months of progress". */
  | 'multiple'
  /** "top 10", "second fastest growing", "one of only six". */
  | 'rank'
  /** "£3.4bn". */
  | 'money'
  /** "8,200 children", "hundreds of families". */
  | 'count';

/** A number, in digits or words, that counts or measures something; never a date, a time or numbering. */
export interface Quantity {
  /** Counts in the text that was read. */
  readonly span: Span;
  readonly measure: Measure;
  /** Its value; of a share, a fraction; NaN where words do not say ("doubled"). "Hundreds" is 200. */
  readonly value: number;
  /** The sort of thing that is counted; undefined where that is not clear. */
  readonly unit: Unit | undefined;
}

/** The sorts of things that are counted. */
export type Unit =
  | 'people'
  /** What people do with a service: visits, loans, calls. */
  | 'use'
  /** What a service puts on or hands out: events, sessions, packs. */
  | 'output'
  /** What happens in the economy: jobs, businesses, homes. */
  | 'economy'
  /** What an organisation has: branches, staff, computers, titles. */
  | 'assets'
  /** Nothing that matters: reasons, steps, parts. */
  | 'trivial';

/**
 * What a quantity is to a sceptical reader. `claim`: somebody must have measured it, and it supports the case; `own`:
 * the organisation's own bookkeeping; `plain`: neither.
 */
export type FigureKind = 'claim' | 'own' | 'plain';

/** A quantity and its worth as evidence. */
export interface Figure {
  /** In the prose of its passage. */
  readonly span: Span;
  readonly kind: FigureKind;
  /** The words, link or footnote that name its source; undefined where nothing does. */
  readonly source: Source | undefined;
  /** It has none, and a note further on in its paragraph stands for other figures: it may stand for this one, too. */
  readonly noteBehind?: true;
}

export type SourceKind =
  /** A footnote, or a bracketed number that stands for one. */
  | 'note'
  /** A link to where it can be looked up. */
  | 'link'
  /** "(ONS, 2023)", "Source: CIPFA". */
  | 'citation'
  /** "According to …", "the ONS estimates …". */
  | 'attribution'
  /** A named study or data set, "in a survey of users". */
  | 'study'
  /** A named speaker on their own organisation. */
  | 'speaker';

/** Where a figure comes from, according to the text. */
export interface Source {
  readonly kind: SourceKind;
  /** In the prose of the passage that it stands in. */
  readonly span: Span;
  /** The label of a footnote, normalised as by micromark. */
  readonly label?: string;
}

/** The figures of a passage, in order. */
export interface PassageFigures {
  /** Position of the passage in `passagesOf(block)`. */
  readonly passage: number;
  readonly figures: readonly Figure[];
}

/** A run of blocks with its figures. The list stays the same object while the figures are the same. */
export interface RunFigures extends PlacedRun {
  readonly found: readonly {
    /** Position of the block in the run. */
    readonly at: number;
    readonly passages: readonly PassageFigures[];
  }[];
}

/** Where a fact was published. */
export interface Publication {
  readonly publisher: string;
  readonly title: string;
  /** As a reader would write it: "2025", "March 2025", "2024/25". */
  readonly date: string;
  /** A safe address, or words on where to get a copy. */
  readonly url?: string;
  /** Names by which drafts refer to it. */
  readonly names: readonly string[];
}

/** A fact with a figure and a source. */
export interface Fact {
  readonly id: string;
  /** The fact as a sentence for a paper. */
  readonly statement: string;
  readonly figure?: { readonly value: number; readonly unit: string };
  /** Words that a sentence on this fact has: all of them, each as a choice of beginnings of words. */
  readonly about: readonly (readonly string[])[];
  readonly source: Publication;
  readonly holds?: string;
  readonly period?: string;
  /** The year from which it is too old to describe the present; undefined for history. */
  readonly stale?: number;
  /** Id of the fact that replaces it. */
  readonly newer?: string;
  /** Ids of topics. */
  readonly topics: readonly string[];
  /** Other words by which authors search for it. */
  readonly keywords?: readonly string[];
  readonly trust?: string;
  readonly confusions: readonly Confusion[];
}

/** What a fact is often mistaken for. */
export interface Confusion {
  /** Names that do not belong next to the name of its source. */
  readonly with?: readonly string[];
  /** Words of which one stands near its figure where it is used correctly. */
  readonly without?: readonly string[];
  readonly say: string;
}

/** A title that is often cited and that nobody has found. */
export interface NotFound {
  readonly names: readonly string[];
  readonly say: string;
}

export interface EvidenceLibrary {
  readonly facts: readonly Fact[];
  readonly notFound: readonly NotFound[];
}
