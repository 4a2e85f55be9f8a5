/** Sums of a logistic regression over signs that a text has or not. */
import { type Hashed, hashOf, positionOf } from './hashes';

/**
 * Finds the signs of a regression that a text has, each once.
 *
 * @param eachOf calls back with each sign of the text
 * @returns the positions of the signs
 */
export function foundSigns(
  signs: Hashed,
  eachOf: (visit: (sign: string) => void) => void,
): ReadonlySet<number> {
  const found = new Set<number>();
  eachOf((sign) => {
    const position = positionOf(signs, hashOf(sign));
    if (position >= 0) found.add(position);
  });
  return found;
}

/**
 * Sums the weights of signs.
 *
 * @returns log odds, without the intercept (`start`) of the regression
 */
export function sumAt(positions: ReadonlySet<number>, hundredths: Int16Array): number {
  let sum = 0;
  for (const position of positions) sum += hundredths[position]!;
  return sum / 100;
}

/** The probability, from 0 to 1, of log odds. */
export const logistic = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** The log odds of a probability. */
export const logOdds = (probability: number): number => Math.log(probability / (1 - probability));
