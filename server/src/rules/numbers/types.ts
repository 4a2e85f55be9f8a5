import type { Span } from '../../draft';
import type { Severity } from '../../severity';

/** Numbers that cannot all be true. */
export interface Clash {
  /** Of the number that is most likely wrong; in its block. */
  readonly span: Span;
  readonly message: string;
  readonly severity?: Severity;
  readonly instead?: Instead;
}

/** What the other numbers give, for the words of one that may be wrong. */
export interface Instead {
  /** As the author wrote the number. */
  readonly words: string;
  readonly by: string;
}

export type AmountUnit = 'money' | 'percent' | 'count';

/** A number as it is written. */
export interface Written {
  readonly value: number;
  /** The last place that is written: 1 for "1,206", 0.1 for "53.4%", 100,000 for "£1.3m". */
  readonly step: number;
  readonly unit: AmountUnit;
  /** As the author wrote it. */
  readonly words: string;
}

/** A date that cannot be. */
export interface WrongDate {
  /** In the text. */
  readonly span: Span;
  readonly message: string;
}
