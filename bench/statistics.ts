/** Several measurements of one thing, in the unit of their measure. */
export interface Sample {
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly count: number;
}

/** Why there is no measurement. */
export interface Failure {
  readonly failed: string;
  /** Whether it was not tried, as it could not have ended in time. */
  readonly hopeless?: true;
}

export type Result = Sample | Failure;

/** The sample of these values. @throws RangeError for none */
export function sampleOf(values: readonly number[]): Sample {
  const sorted = [...values].sort((one, other) => one - other);
  return { median: median(sorted), least: sorted[0]!, most: sorted.at(-1)!, count: sorted.length };
}

/** The middle value, or the mean of the two in the middle. @throws RangeError for none */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('There is no median of nothing.');
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export function measured(result: Result | undefined): result is Sample {
  return result !== undefined && 'median' in result;
}

/** A number with about two significant digits: 0.42, 4.2, 42, 420. */
export function short(value: number): string {
  const size = Math.abs(value);
  // A value that rounds up to the next power of ten has a decimal less.
  const digits = size < 0.995 ? 2 : size < 9.95 ? 1 : 0;
  return value.toFixed(digits).replace(/\B(?=(\d{3})+$)/g, digits === 0 ? ',' : '');
}
