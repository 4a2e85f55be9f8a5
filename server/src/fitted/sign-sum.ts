/** Sums of a logistic regression over signs that are there or not. */
import type { SignWeights } from './bytes';

/**
 * What some signs weigh together, each once, however often it is called back with.
 *
 * @param eachOf calls back with each sign
 * @returns log odds, without the start of the regression
 */
export function sumOfSigns(
  { weights }: SignWeights,
  eachOf: (visit: (sign: string) => void) => void,
): number {
  const found = new Map<string, number>();
  eachOf((sign) => {
    // Every object has some by another name: “constructor”.
    const hundredths: unknown = weights[sign];
    if (typeof hundredths === 'number') found.set(sign, hundredths);
  });
  let sum = 0;
  for (const hundredths of found.values()) sum += hundredths / 100;
  return sum;
}

/** The probability, from 0 to 1, of log odds. */
export const logistic = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
