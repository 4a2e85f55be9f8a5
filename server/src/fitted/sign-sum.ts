/** Sums of a logistic regression over signs that are there or not. */
import type { SignWeights } from './bytes';
import { hashOf, positionOf } from './hashes';

/**
 * What some signs weigh together, each once, however often it is called back with.
 *
 * @param eachOf calls back with each sign
 * @returns log odds, without the start of the regression
 */
export function sumOfSigns(
  { signs, hundredths }: SignWeights,
  eachOf: (visit: (sign: string) => void) => void,
): number {
  const found = new Set<number>();
  eachOf((sign) => {
    const position = positionOf(signs, hashOf(sign));
    if (position >= 0) found.add(position);
  });
  let sum = 0;
  for (const position of found) sum += hundredths[position]! / 100;
  return sum;
}

/** The probability, from 0 to 1, of log odds. */
export const logistic = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
