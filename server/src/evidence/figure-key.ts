import type { Quantity } from './types';

/** From how many on a count is told of one thing, more likely than not. */
const LEAST = 20;

/**
 * What a quantity comes to, by which the same figure is known elsewhere in a draft; undefined where it may be told of
 * many things: small and round numbers, quarters, and what words do not say.
 */
export function keyOf({ measure, value, unit }: Quantity): string | undefined {
  if ((measure !== 'percent' && measure !== 'money' && measure !== 'count') || !Number.isFinite(value))
    return undefined;
  const digits = String(value)
    .replace('.', '')
    .replace(/^0+|(?<!0)0+$/g, '');
  if (digits.length < 2 || (measure === 'count' && value < LEAST)) return undefined;
  if (measure === 'percent' && (value === 25 || value === 75)) return undefined;
  return `${measure} ${value} ${unit ?? ''}`;
}
