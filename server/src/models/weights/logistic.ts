/** Sums of a logistic regression over features that a text has or not. */
import { type Hashed, hashOf, positionOf } from './hashes';

/**
 * Finds the features of a regression that a text has, each once.
 *
 * @param eachOf calls back with each feature of the text
 * @returns the positions of the features
 */
export function foundFeatures(
  features: Hashed,
  eachOf: (visit: (feature: string) => void) => void,
): ReadonlySet<number> {
  const found = new Set<number>();
  eachOf((feature) => {
    const position = positionOf(features, hashOf(feature));
    if (position >= 0) found.add(position);
  });
  return found;
}

/**
 * Sums the weights of features.
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
