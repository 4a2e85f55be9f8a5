/** Deterministic logistic regression for several tasks, with weights that they share and weights of each. */

/** The label of a row for a task. */
export interface Lesson {
  readonly task: number;
  readonly shared: ArrayLike<number>;
  readonly yes: boolean;
}

export interface Row {
  /** Signals for which each task has its own weights. They are the same for all lessons of the row. */
  readonly own: ArrayLike<number>;
  readonly weight: number;
  readonly lessons: readonly Lesson[];
}

export interface Fit {
  readonly shared: Float64Array;
  /** By task. */
  readonly own: readonly Float64Array[];
  readonly start: Float64Array;
}

export interface Penalty {
  readonly shared: number;
  readonly own: number;
}

/** Fits by full gradients (Adam) on standardised signals. The weights are for unscaled signals. */
export function fitLogistic(rows: readonly Row[], tasks: number, penalty: Penalty, rounds = 150): Fit {
  const lessons = rows.flatMap((row, r) => row.lessons.map((lesson) => ({ ...lesson, row: r })));
  const ds = lessons[0]!.shared.length;
  const dp = rows[0]!.own.length;
  const shared = standardised(
    lessons.map((l) => l.shared),
    ds,
    0.1,
  );
  const own = standardised(
    rows.map((r) => r.own),
    dp,
    0.2,
  );
  const size = ds + tasks * (dp + 1);
  const w = new Float64Array(size);
  const m = new Float64Array(size);
  const v = new Float64Array(size);
  const g = new Float64Array(size);
  for (let t = 0; t < tasks; t++) w[ds + t * (dp + 1) + dp] = -2;
  for (let round = 1; round <= rounds; round++) {
    g.fill(0);
    for (const [k, lesson] of lessons.entries()) {
      const s = k * ds;
      const o = lesson.row * dp;
      const at = ds + lesson.task * (dp + 1);
      let z = w[at + dp]!;
      for (let i = 0; i < ds; i++) z += w[i]! * shared.values[s + i]!;
      for (let i = 0; i < dp; i++) z += w[at + i]! * own.values[o + i]!;
      const error = rows[lesson.row]!.weight * (1 / (1 + Math.exp(-z)) - (lesson.yes ? 1 : 0));
      for (let i = 0; i < ds; i++) g[i]! += error * shared.values[s + i]!;
      for (let i = 0; i < dp; i++) g[at + i]! += error * own.values[o + i]!;
      g[at + dp]! += error;
    }
    for (let i = 0; i < ds; i++) g[i]! += penalty.shared * w[i]!;
    for (let t = 0; t < tasks; t++) {
      const at = ds + t * (dp + 1);
      for (let i = 0; i < dp; i++) g[at + i]! += penalty.own * w[at + i]!;
    }
    const rate = round < rounds * 0.7 ? 0.05 : 0.015;
    for (let i = 0; i < size; i++) {
      m[i] = 0.9 * m[i]! + 0.1 * g[i]!;
      v[i] = 0.99 * v[i]! + 0.01 * g[i]! * g[i]!;
      w[i]! -= (rate * (m[i]! / (1 - 0.9 ** round))) / (Math.sqrt(v[i]! / (1 - 0.99 ** round)) + 1e-6);
    }
  }
  const start = Float64Array.from({ length: tasks }, (_, t) => w[ds + t * (dp + 1) + dp]!);
  const sharedOut = Float64Array.from({ length: ds }, (_, i) => w[i]! / shared.deviation[i]!);
  const ownOut = Array.from({ length: tasks }, (_, t) =>
    Float64Array.from({ length: dp }, (_, i) => w[ds + t * (dp + 1) + i]! / own.deviation[i]!),
  );
  for (let t = 0; t < tasks; t++) {
    for (let i = 0; i < ds; i++) start[t]! -= sharedOut[i]! * shared.mean[i]!;
    for (let i = 0; i < dp; i++) start[t]! -= ownOut[t]![i]! * own.mean[i]!;
  }
  return { shared: sharedOut, own: ownOut, start };
}

/** All rows in one array. Each signal has mean 0 and, if it varies enough, standard deviation 1. */
function standardised(rows: readonly ArrayLike<number>[], size: number, least: number) {
  const mean = new Float64Array(size);
  const deviation = new Float64Array(size);
  for (const row of rows) for (let i = 0; i < size; i++) mean[i]! += row[i]! / rows.length;
  for (const row of rows)
    for (let i = 0; i < size; i++) deviation[i]! += (row[i]! - mean[i]!) ** 2 / rows.length;
  for (let i = 0; i < size; i++) deviation[i] = Math.max(Math.sqrt(deviation[i]!), least);
  const values = new Float64Array(rows.length * size);
  for (const [k, row] of rows.entries())
    for (let i = 0; i < size; i++) values[k * size + i] = (row[i]! - mean[i]!) / deviation[i]!;
  return { values, mean, deviation };
}
