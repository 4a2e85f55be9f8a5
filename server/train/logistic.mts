/** Logistic regression with weights shared by several tasks and weights of each: small, and the same every time. */

export interface Sample {
  readonly shared: ArrayLike<number>;
  readonly own: ArrayLike<number>;
  readonly task: number;
  readonly yes: boolean;
  readonly weight: number;
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

/** Fits by full gradients (Adam) on standardised signals; the weights come back on the signals' own scale. */
export function fitLogistic(samples: readonly Sample[], tasks: number, penalty: Penalty, rounds = 150): Fit {
  const ds = samples[0]!.shared.length;
  const dp = samples[0]!.own.length;
  const shared = scaleOf(
    samples.map((s) => s.shared),
    ds,
    0.1,
  );
  const own = scaleOf(
    samples.map((s) => s.own),
    dp,
    0.2,
  );
  const scaled = samples.map((s) => ({
    s: Float64Array.from({ length: ds }, (_, i) => (s.shared[i]! - shared.mean[i]!) / shared.deviation[i]!),
    p: Float64Array.from({ length: dp }, (_, i) => (s.own[i]! - own.mean[i]!) / own.deviation[i]!),
    at: ds + s.task * (dp + 1),
    y: s.yes ? 1 : 0,
    w: s.weight,
  }));
  const size = ds + tasks * (dp + 1);
  const w = new Float64Array(size);
  const m = new Float64Array(size);
  const v = new Float64Array(size);
  const g = new Float64Array(size);
  for (let t = 0; t < tasks; t++) w[ds + t * (dp + 1) + dp] = -2;
  for (let round = 1; round <= rounds; round++) {
    g.fill(0);
    for (const x of scaled) {
      let z = w[x.at + dp]!;
      for (let i = 0; i < ds; i++) z += w[i]! * x.s[i]!;
      for (let i = 0; i < dp; i++) z += w[x.at + i]! * x.p[i]!;
      const error = x.w * (1 / (1 + Math.exp(-z)) - x.y);
      for (let i = 0; i < ds; i++) g[i]! += error * x.s[i]!;
      for (let i = 0; i < dp; i++) g[x.at + i]! += error * x.p[i]!;
      g[x.at + dp]! += error;
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

function scaleOf(rows: readonly ArrayLike<number>[], size: number, least: number) {
  const mean = new Float64Array(size);
  const deviation = new Float64Array(size);
  for (const row of rows) for (let i = 0; i < size; i++) mean[i]! += row[i]! / rows.length;
  for (const row of rows)
    for (let i = 0; i < size; i++) deviation[i]! += (row[i]! - mean[i]!) ** 2 / rows.length;
  for (let i = 0; i < size; i++) deviation[i] = Math.max(Math.sqrt(deviation[i]!), least);
  return { mean, deviation };
}
