/** Deterministic logistic regression over binary features, by stochastic gradients (AdaGrad). */

export interface SparseLesson {
  readonly features: readonly string[];
  /** Its meaning, of the same length in all lessons. */
  readonly meaning?: ArrayLike<number>;
  /** From 0 to 1. */
  readonly yes: number;
}

export interface SparseFit {
  readonly start: number;
  readonly weights: ReadonlyMap<string, number>;
  readonly meaning: readonly number[];
}

/** In how many lessons a feature must occur. */
const FEWEST = 3;
const ROUNDS = 8;
const RATE = 0.1;
const PENALTY = 0.03;
const SEED = 12345;
/** The standard deviation to which numbers of the meaning are scaled; a feature is 1. */
const MEANING = 0.3;

export function fitSparse(lessons: readonly SparseLesson[]): SparseFit {
  const counts = new Map<string, number>();
  for (const { features } of lessons)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const places = new Map<string, number>();
  for (const [feature, count] of counts) if (count >= FEWEST) places.set(feature, places.size);
  const start = places.size;
  const { dimensions, scaled, raw } = scaling(lessons);
  const weights = new Float64Array(start + 1 + dimensions);
  const squares = new Float64Array(start + 1 + dimensions).fill(1e-4);
  const rows = lessons.map(({ features, meaning, yes }) => {
    const at = [
      ...features.map((feature) => places.get(feature)).filter((place) => place !== undefined),
      start,
    ];
    const values = at.map(() => 1);
    for (let d = 0; d < dimensions; d++) {
      at.push(start + 1 + d);
      values.push(scaled(meaning!, d));
    }
    return { at, values, yes };
  });
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
    for (const { at, values, yes } of rows) {
      let sum = 0;
      for (const [k, place] of at.entries()) sum += weights[place]! * values[k]!;
      const error = 1 / (1 + Math.exp(-sum)) - yes;
      for (const [k, place] of at.entries()) {
        const gradient = error * values[k]! + (place < start ? PENALTY * weights[place]! : 0);
        squares[place]! += gradient * gradient;
        weights[place]! -= (RATE * gradient) / Math.sqrt(squares[place]!);
      }
    }
  }
  const meaning = raw(weights.subarray(start + 1));
  return {
    start: weights[start]! + meaning.start,
    weights: new Map([...places].map(([feature, place]) => [feature, weights[place]!])),
    meaning: meaning.weights,
  };
}

/** Functions that scale meanings for fitting, and the weights back. */
function scaling(lessons: readonly SparseLesson[]) {
  const dimensions = lessons[0]?.meaning?.length ?? 0;
  const mean = new Float64Array(dimensions);
  const deviation = new Float64Array(dimensions);
  for (let d = 0; d < dimensions; d++) {
    for (const { meaning } of lessons) mean[d]! += meaning![d]! / lessons.length;
    for (const { meaning } of lessons) deviation[d]! += (meaning![d]! - mean[d]!) ** 2 / lessons.length;
    deviation[d] = Math.sqrt(deviation[d]!) / MEANING || 1;
  }
  return {
    dimensions,
    scaled: (meaning: ArrayLike<number>, d: number) => (meaning[d]! - mean[d]!) / deviation[d]!,
    raw: (fitted: Float64Array) => {
      const weights = Array.from(fitted, (weight, d) => weight / deviation[d]!);
      return { weights, start: -weights.reduce((sum, weight, d) => sum + weight * mean[d]!, 0) };
    },
  };
}

/** The log odds of features and a meaning. */
export function oddsBy(
  { start, weights, meaning }: SparseFit,
  { features, meaning: numbers }: Omit<SparseLesson, 'yes'>,
): number {
  let sum = meaning.reduce((all, weight, d) => all + weight * numbers![d]!, start);
  for (const feature of features) sum += weights.get(feature) ?? 0;
  return sum;
}

export function probabilityBy(fit: SparseFit, lesson: Omit<SparseLesson, 'yes'>): number {
  return 1 / (1 + Math.exp(-oddsBy(fit, lesson)));
}

/** A fit with only the features that weigh at least `least` in a first one, which is smaller and no worse. */
export function fitSmall(lessons: readonly SparseLesson[], least: number): SparseFit {
  const { weights } = fitSparse(lessons);
  const weighs = (feature: string): boolean => Math.abs(weights.get(feature) ?? 0) >= least;
  return fitSparse(lessons.map((lesson) => ({ ...lesson, features: lesson.features.filter(weighs) })));
}

/**
 * The weights of a fit in hundredths, in the order of their features, to be written.
 *
 * @param least the least weight that is written
 */
export function writtenWeights(
  { start, weights, meaning }: SparseFit,
  least: number,
): { readonly source: object; readonly count: number } {
  const kept = [...weights]
    .filter(([, weight]) => Math.abs(weight) >= least)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const source = {
    start: Number(start.toFixed(3)),
    ...(meaning.length > 0 && { meaning: meaning.map((weight) => Number(weight.toPrecision(3))) }),
    weights: Object.fromEntries(kept.map(([feature, weight]) => [feature, Math.round(weight * 100)])),
  };
  return { source, count: kept.length };
}
