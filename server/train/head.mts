/**
 * Fits the head: a hidden layer over the encoder's meanings and a direct connection beside it, by Adam on small batches
 * with dropout. The lexicon's log odds are an offset, so that the head learns only the rest. Two networks with different
 * seeds are averaged, as one network of twice the width.
 */
import type { Layers } from '../src/models/weights/bytes';
import type { Matrix, PackedMatrix } from '../src/models/weights/matrix';
import { Adam } from './adam.mts';
import { chance, normal, shuffled } from './chance.mts';
import { packed } from './pack.mts';

export interface HeadLesson {
  readonly meaning: Float64Array;
  /** Log odds by column, before the head. */
  readonly offset: ArrayLike<number>;
  /** By column; undefined if it is not used for fitting. */
  readonly yes: readonly (boolean | undefined)[];
  readonly weight: number;
}

export interface HeadOptions {
  readonly hidden: number;
  readonly networks: number;
  readonly rounds: number;
  readonly batch: number;
  readonly rate: number;
  readonly decay: number;
  readonly dropped: number;
}

export const HEAD_OPTIONS: HeadOptions = {
  hidden: 64,
  networks: 2,
  rounds: 15,
  batch: 128,
  rate: 2e-3,
  decay: 1.5e-2,
  dropped: 0.4,
};

/** Matrices by row, each row with its bias at the end. */
export interface FittedHead {
  readonly hidden: readonly Float64Array[];
  readonly out: readonly Float64Array[];
  readonly direct: readonly Float64Array[];
}

/** The standard deviation to which meanings are scaled. */
const SPREAD = 0.5;

export function fitHead(lessons: readonly HeadLesson[], o: HeadOptions = HEAD_OPTIONS): FittedHead {
  const size = lessons[0]!.meaning.length;
  const columns = lessons[0]!.yes.length;
  const { middle, scale } = standards(lessons, size);
  const inputs = lessons.map(({ meaning }) =>
    Float32Array.from(meaning, (x, i) => (x - middle[i]!) * scale[i]!),
  );
  const hidden: Float64Array[] = [];
  const out = Array.from({ length: columns }, () => [] as number[]);
  const direct = Array.from({ length: columns }, () => new Float64Array(size + 1));
  const biases = new Float64Array(columns);
  for (let network = 0; network < o.networks; network++) {
    const fitted = fitNetwork(lessons, inputs, o, network + 1);
    for (let h = 0; h < o.hidden; h++) hidden.push(back(fitted.hidden, h, size, middle, scale, 1));
    for (let c = 0; c < columns; c++) {
      for (let h = 0; h < o.hidden; h++) out[c]!.push(fitted.out[c * (o.hidden + 1) + h]! / o.networks);
      biases[c]! += fitted.out[c * (o.hidden + 1) + o.hidden]! / o.networks;
      const row = back(fitted.direct, c, size, middle, scale, 1 / o.networks);
      for (let i = 0; i <= size; i++) direct[c]![i]! += row[i]!;
    }
  }
  return { hidden, out: out.map((row, c) => Float64Array.from([...row, biases[c]!])), direct };
}

/** Eleven bits for a number change hardly any verdict, and save a third of the room in the bundle. */
const STEPS = 1023;

export function packedHead({ hidden, out, direct }: FittedHead): Record<keyof Layers, PackedMatrix> {
  const pack = (rows: readonly Float64Array[]) => packed(rows, STEPS);
  return { hidden: pack(hidden), out: pack(out), direct: pack(direct) };
}

/** The fitted head in the form that the product uses. */
export function layersOf({ hidden, out, direct }: FittedHead): Layers {
  return { hidden: matrixOf(hidden), out: matrixOf(out), direct: matrixOf(direct) };
}

function matrixOf(rows: readonly Float64Array[]): Matrix {
  const width = rows[0]!.length;
  const values = new Float64Array(rows.length * width);
  for (const [r, row] of rows.entries())
    for (let c = 0; c < width; c++) values[c * rows.length + r] = row[c]!;
  return { rows: rows.length, columns: width - 1, values };
}

function standards(lessons: readonly HeadLesson[], size: number) {
  const middle = new Float64Array(size);
  const scale = new Float64Array(size);
  for (const { meaning } of lessons)
    for (let i = 0; i < size; i++) middle[i]! += meaning[i]! / lessons.length;
  for (const { meaning } of lessons)
    for (let i = 0; i < size; i++) scale[i]! += (meaning[i]! - middle[i]!) ** 2 / lessons.length;
  for (let i = 0; i < size; i++) scale[i] = SPREAD / (Math.sqrt(scale[i]!) + 0.01);
  return { middle, scale };
}

/** Converts a row of weights for standardised meanings to one for unscaled meanings. */
function back(
  matrix: Float32Array,
  row: number,
  size: number,
  middle: Float64Array,
  scale: Float64Array,
  share: number,
): Float64Array {
  const out = new Float64Array(size + 1);
  const at = row * (size + 1);
  out[size] = matrix[at + size]! * share;
  for (let i = 0; i < size; i++) {
    out[i] = matrix[at + i]! * scale[i]! * share;
    out[size]! -= out[i]! * middle[i]!;
  }
  return out;
}

function fitNetwork(
  lessons: readonly HeadLesson[],
  inputs: readonly Float32Array[],
  o: HeadOptions,
  seed: number,
): { hidden: Float32Array; out: Float32Array; direct: Float32Array } {
  const size = inputs[0]!.length;
  const columns = lessons[0]!.yes.length;
  const random = chance(seed);
  const spread = (n: number, from: number) =>
    Float32Array.from({ length: n * (from + 1) }, (_, i) =>
      i % (from + 1) === from ? 0 : normal(random) / Math.sqrt(3 * from),
    );
  const hidden = new Adam(spread(o.hidden, size), o.decay);
  const out = new Adam(spread(columns, o.hidden), o.decay);
  const direct = new Adam(new Float32Array(columns * (size + 1)), o.decay);
  const x = new Float32Array(size);
  const units = new Float32Array(o.hidden);
  const handed = new Float32Array(o.hidden);
  const keptInputs = 1 - o.dropped / 2;
  const keptUnits = 1 - o.dropped;
  const learn = (lesson: HeadLesson, input: Float32Array) => {
    for (let i = 0; i < size; i++) x[i] = random() < keptInputs ? input[i]! / keptInputs : 0;
    for (let h = 0; h < o.hidden; h++) {
      units[h] = 0;
      if (random() >= keptUnits) continue;
      const at = h * (size + 1);
      let sum = hidden.weights[at + size]!;
      for (let i = 0; i < size; i++) sum += hidden.weights[at + i]! * x[i]!;
      if (sum > 0) units[h] = sum / keptUnits;
    }
    handed.fill(0);
    for (let c = 0; c < columns; c++) {
      const yes = lesson.yes[c];
      if (yes === undefined) continue;
      const at = c * (o.hidden + 1);
      const straight = c * (size + 1);
      let z = lesson.offset[c]! + out.weights[at + o.hidden]! + direct.weights[straight + size]!;
      for (let h = 0; h < o.hidden; h++) z += out.weights[at + h]! * units[h]!;
      // The direct connection has no dropout.
      for (let i = 0; i < size; i++) z += direct.weights[straight + i]! * input[i]!;
      const error = (lesson.weight * (1 / (1 + Math.exp(-z)) - (yes ? 1 : 0))) / o.batch;
      for (let h = 0; h < o.hidden; h++) {
        if (units[h] === 0) continue;
        out.gradient[at + h]! += error * units[h]!;
        handed[h]! += error * out.weights[at + h]!;
      }
      out.gradient[at + o.hidden]! += error;
      for (let i = 0; i < size; i++) direct.gradient[straight + i]! += error * input[i]!;
      direct.gradient[straight + size]! += error;
    }
    for (let h = 0; h < o.hidden; h++) {
      if (units[h] === 0) continue;
      const g = handed[h]! / keptUnits;
      const at = h * (size + 1);
      for (let i = 0; i < size; i++) hidden.gradient[at + i]! += g * x[i]!;
      hidden.gradient[at + size]! += g;
    }
  };
  const all = lessons.map((_, i) => i);
  for (let round = 0; round < o.rounds; round++) {
    const rate = o.rate * (round >= o.rounds - 5 ? 0.3 : 1);
    const order = shuffled(all, random);
    for (let k = 0; k < order.length; k += o.batch) {
      for (const i of order.slice(k, k + o.batch)) learn(lessons[i]!, inputs[i]!);
      hidden.step(rate);
      out.step(rate);
      direct.step(rate);
    }
  }
  return { hidden: hidden.weights, out: out.weights, direct: direct.weights };
}
