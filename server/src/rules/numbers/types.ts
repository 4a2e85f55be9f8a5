import type { Span } from '../../draft';
import type { Severity } from '../../severity';

/** Numbers that cannot all be true. */
export interface Clash {
  /** The span of the number that is most likely wrong; counts in its block. */
  readonly span: Span;
  readonly message: string;
  readonly severity?: Severity;
  readonly instead?: Instead;
}

/** The number that the others imply, to replace the words of the wrong one. */
export interface Instead {
  /** As the author wrote it. */
  readonly words: string;
  readonly by: string;
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
}
