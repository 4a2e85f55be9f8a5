import type { Passage, PlacedBlock, Span } from '../draft/types';
import type { DocumentKind, Topic } from '../framework/types';

/** The states, the lowest first. */
export const STATES = ['missing', 'mentioned', 'argued', 'evidenced'] as const;
export type State = (typeof STATES)[number];

/** What a word did for a verdict. `docs/ci.md` says what each one means. */
export const WHYS = [
  'cue',
  'beneficiary',
  'action',
  'outcome',
  'need',
  'figure',
  'quotation',
  'source',
  'author',
  'context',
] as const;
export type Why = (typeof WHYS)[number];

export interface Reason {
  readonly why: Why;
  /** The words without markup. */
  readonly text: string;
  /** Counts in the draft. */
  readonly span: Span;
}

/** A passage that argues or mentions a topic. */
export interface CoveredPassage {
  readonly placed: PlacedBlock;
  readonly passage: Passage;
  readonly state: Exclude<State, 'missing'>;
  /**
   * What keeps the passage from a higher state, where only one thing does: placeholders in it or in its footnote, a
   * source that nobody could look up, or that its paper as a whole is about something else.
   */
  readonly heldBackBy?: 'placeholders' | 'footnote' | 'source' | 'paper' | undefined;
  readonly reasons: readonly Reason[];
}

export interface TopicCoverage {
  readonly topic: Topic;
  /** The highest state of its passages. */
  readonly state: State;
  /** Whether the draft is held to it. */
  readonly asked: boolean;
  readonly passages: readonly CoveredPassage[];
}

/** The readings of a whole draft, by topic. */
export interface Coverage {
  /** BCP 47 tag of the draft's language, where it is not English: then nothing is judged, and no topic is asked for. */
  readonly language?: string;
  readonly kind: DocumentKind;
  readonly areas: readonly TopicCoverage[];
  readonly offers: readonly TopicCoverage[];
  readonly promises: readonly TopicCoverage[];
}
