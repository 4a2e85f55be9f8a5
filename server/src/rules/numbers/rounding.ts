/** How exact numbers are. */
import type { Amount } from './amounts';
import type { Written } from './types';

/** The power of ten that all numbers are multiples of. */
export function coarsest(numbers: readonly Written[]): number {
  let unit = 1;
  while (unit < 1e9 && numbers.every(({ value }) => Number.isInteger(value) && value % (unit * 10) === 0))
    unit *= 10;
  return unit;
}

/** What an amount may be off for its rounding; whole numbers are counted. */
export function slack({ step, words }: Amount): number {
  return step > 1 || /\./.test(words) ? step / 2 : 0;
}

/** What a stated result may be off: "£46,500" may be £46,480. */
export function roundingOf(amount: Written): number {
  return amount.unit === 'money' ? coarsest([amount]) / 2 : amount.step > 1 ? amount.step / 2 : 0;
}
