import type { Span } from '../../draft';
import type { Severity } from '../../project/severity';
import type { Fix } from '../types';

/** Numbers that cannot all be true. */
export interface Clash {
  /** The span of the number that is most likely wrong; counts in its block. */
  readonly span: Span;
  readonly message: string;
  readonly severity?: Severity;
  readonly instead?: Instead;
  /** The right total, where it is that of a table. */
  readonly total?: number;
  /** What else would make the numbers agree. */
  readonly orElse?: Elsewhere;
  /** Whole words in place of those in the span, each of which would make them agree. */
  readonly ways?: readonly string[];
  /** Both ways to make two places of a paper agree. */
  readonly fixes?: () => readonly Fix[];
}

/** A clash in a text. Offsets count from its start. */
export interface Found {
  readonly at: { readonly span: Span };
  readonly message: string;
  readonly instead?: Instead;
}

/** The number that the others imply, to replace the words of the wrong one. */
export interface Instead {
  /** As the author wrote it. */
  readonly words: string;
  readonly by: string;
  /** How “Write “£2,192”” goes on, to say where that is from; undefined where the numbers beside it give it. */
  readonly as?: string;
}

/** A number that another place would have to have. */
export interface Elsewhere extends Required<Instead> {
  /** The span of what stands there; counts as that of the clash does. */
  readonly span: Span;
}

export type AmountUnit = 'money' | 'percent' | 'count';

/** A number as written. */
export interface Written {
  readonly value: number;
  /** The value of its last digit: 1 for "1,206", 0.1 for "53.4%", 100,000 for "£1.3m". */
  readonly step: number;
  readonly unit: AmountUnit;
  /** As the author wrote it. */
  readonly words: string;
}

/** An impossible date. */
export interface WrongDate {
  /** Counts in the text. */
  readonly span: Span;
  readonly message: string;
  /** What could be written instead. */
  readonly ways?: readonly string[];
}
