/** Logistic regression over signs that are there or not, by stochastic gradients (AdaGrad): the same every time. */

export interface SparseLesson {
  readonly signs: readonly string[];
  /** From 0 to 1. */
  readonly yes: number;
}

export interface SparseFit {
  readonly start: number;
  readonly weights: ReadonlyMap<string, number>;
}

/** Signs that fewer lessons have are left out. */
const FEWEST = 3;
const ROUNDS = 8;
const RATE = 0.1;
const PENALTY = 0.03;
const SEED = 12345;

export function fitSparse(lessons: readonly SparseLesson[]): SparseFit {
  const counts = new Map<string, number>();
  for (const { signs } of lessons) for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  const places = new Map<string, number>();
  for (const [sign, count] of counts) if (count >= FEWEST) places.set(sign, places.size);
  const start = places.size;
  const weights = new Float64Array(start + 1);
  const squares = new Float64Array(start + 1).fill(1e-4);
  const rows = lessons.map(({ signs, yes }) => ({
    at: [...signs.map((sign) => places.get(sign)).filter((place) => place !== undefined), start],
    yes,
  }));
  let seed = SEED;
  const random = () => {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff;
    return seed / 0x7fffffff;
  };
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = rows.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [rows[i], rows[j]] = [rows[j]!, rows[i]!];
    }
    for (const { at, yes } of rows) {
      let sum = 0;
      for (const place of at) sum += weights[place]!;
      const error = 1 / (1 + Math.exp(-sum)) - yes;
      for (const place of at) {
        const gradient = error + (place < start ? PENALTY * weights[place]! : 0);
        squares[place]! += gradient * gradient;
        weights[place]! -= (RATE * gradient) / Math.sqrt(squares[place]!);
      }
    }
  }
  return {
    start: weights[start]!,
    weights: new Map([...places].map(([sign, place]) => [sign, weights[place]!])),
  };
}

export function probabilityBy({ start, weights }: SparseFit, signs: readonly string[]): number {
  let sum = start;
  for (const sign of signs) sum += weights.get(sign) ?? 0;
  return 1 / (1 + Math.exp(-sum));
}

/** A fit to the signs alone that weigh at least so much in a first one: smaller, and as sure. */
export function fitSmall(lessons: readonly SparseLesson[], least: number): SparseFit {
  const { weights } = fitSparse(lessons);
  const weighs = (sign: string): boolean => Math.abs(weights.get(sign) ?? 0) >= least;
  return fitSparse(lessons.map(({ signs, yes }) => ({ signs: signs.filter(weighs), yes })));
}

/**
 * What is written of a fit: weights in hundredths, in the order of their signs.
 *
 * @param least weights below it are left out
 */
export function writtenWeights(
  { start, weights }: SparseFit,
  least: number,
): { readonly source: object; readonly count: number } {
  const kept = [...weights]
    .filter(([, weight]) => Math.abs(weight) >= least)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const source = {
    start: Number(start.toFixed(3)),
    weights: Object.fromEntries(kept.map(([sign, weight]) => [sign, Math.round(weight * 100)])),
  };
  return { source, count: kept.length };
}
