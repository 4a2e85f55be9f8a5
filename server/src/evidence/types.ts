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
  /** Offsets in the text that was read. */
  readonly span: Span;
  readonly measure: Measure;
  /** For a share, a fraction, and for a percentage 62 of “62%”; NaN if the words give no number ("doubled"). "Hundreds" is 200. */
  readonly value: number;
  /** The sort of thing that is counted; undefined if unclear. */
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
  /** Things that are no evidence: reasons, steps, parts. */
  | 'trivial';

/**
 * What a quantity is to a sceptical reader. `claim`: somebody must have measured it, and it supports the case; `own`:
 * the organisation's own bookkeeping; `plain`: neither.
 */
export type FigureKind = 'claim' | 'own' | 'plain';

/**
 * Of a figure that proves nothing, however well its source can be looked up. `none`: for no topic, as what is planned;
 * `use`: how busy a library is, which bears on a topic only where its sentence speaks of it.
 */
export type Bearing = 'none' | 'use';

/** A quantity and its worth as evidence; its span counts in the prose of its passage. */
export interface Figure extends Quantity {
  readonly kind: FigureKind;
  readonly bearing?: Bearing;
  /** The words, link or footnote that name its source; undefined if there is none. */
  readonly source: Source | undefined;
  /** Set if it has no source, but a later footnote of the paragraph, which belongs to other figures, may cover it. */
  readonly noteBehind?: true;
}

export type SourceKind =
  /** A footnote, or a bracketed number used as one. */
  | 'note'
  /** A link to the source. */
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
  /** Offsets in the prose of its passage. */
  readonly span: Span;
  /** The label of a footnote, normalised as by micromark. */
  readonly label?: string;
  /** Whether the paper names it once for all its figures: “The figures in this release come from …”. */
  readonly isOfAll?: true;
}

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
  /** As written in a paper: "2025", "March 2025", "2024/25". */
  readonly date: string;
  /** A safe web address, or words on where to get a copy. */
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
  /** A sentence on this fact has a word from each list. The lists hold beginnings of words. */
  readonly about: readonly (readonly string[])[];
  readonly source: Publication;
  readonly holds?: string;
  readonly period?: string;
  /** The year from which it is too old to describe the present; undefined for history. */
  readonly stale?: number;
  /** Id of the fact that replaces it. */
  readonly newer?: string;
  readonly topics: readonly string[];
  /** Other words by which authors search for it. */
  readonly keywords?: readonly string[];
  readonly trust?: string;
  readonly confusions: readonly Confusion[];
}

/** A common misuse of a fact. */
export interface Confusion {
  /** Names that are wrong next to the name of its source. */
  readonly with?: readonly string[];
  /** Words of which one is near its figure in every correct use. */
  readonly without?: readonly string[];
  readonly say: string;
}

/** A title that is often cited and does not seem to exist. */
export interface NotFound {
  readonly names: readonly string[];
  readonly say: string;
}

export interface EvidenceLibrary {
  readonly facts: readonly Fact[];
  readonly notFound: readonly NotFound[];
}
