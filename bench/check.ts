/** The factor by which a ratio may be worse than the committed one. */
const ALLOWED = 1.25;

/** The committed results of a former run. */
export interface Baseline {
  readonly machine: string;
  /** From `ratios`. */
  readonly ratios: Readonly<Record<string, number>>;
}

export interface Worse {
  readonly id: string;
  readonly was: number;
  readonly is: number;
}

export interface Comparison {
  readonly worse: readonly Worse[];
  /** How many ratios were in both. */
  readonly compared: number;
  /** Ratios that the baseline does not have. */
  readonly unknown: readonly string[];
}

/** Compares ratios with the committed ones, without those that were not measured now. */
export function compare(baseline: Baseline, now: ReadonlyMap<string, number>): Comparison {
  const worse: Worse[] = [];
  const unknown: string[] = [];
  for (const [id, is] of now) {
    const was = Object.hasOwn(baseline.ratios, id) ? baseline.ratios[id] : undefined;
    if (was === undefined) unknown.push(id);
    else if (is > was * ALLOWED) worse.push({ id, was, is });
  }
  return { worse, compared: now.size - unknown.length, unknown };
}

/** The better ratios of two runs, as a disturbance makes ratios worse, but seldom the same one twice. */
export function better(
  one: ReadonlyMap<string, number>,
  other: ReadonlyMap<string, number>,
): Map<string, number> {
  const best = new Map(one);
  for (const [id, ratio] of other) best.set(id, Math.min(ratio, best.get(id) ?? ratio));
  return best;
}

/** One line on a ratio that is worse. */
export function said({ id, was, is }: Worse): string {
  const percent = Math.round((is / was - 1) * 100);
  return `${id}: ours is ${is.toPrecision(2)} of the peer’s, and was ${was.toPrecision(2)}: ${percent} % worse`;
}

/** Reads a baseline. @throws Error with a line for the user if it is not one */
export function readBaseline(json: string): Baseline {
  const found: unknown = JSON.parse(json);
  const ratios = typeof found === 'object' && found !== null && 'ratios' in found ? found.ratios : undefined;
  if (typeof ratios !== 'object' || ratios === null || !Object.values(ratios).every(positive))
    throw new Error('bench/baseline.json has no ratios. A whole run of “npm run bench” writes it anew.');
  return found as Baseline;
}

/** The JSON of a baseline, sorted and rounded to three digits. */
export function writtenBaseline(machine: string, ratios: ReadonlyMap<string, number>): string {
  const sorted = [...ratios].sort(([one], [other]) => (one < other ? -1 : 1));
  const rounded = Object.fromEntries(sorted.map(([id, ratio]) => [id, Number(ratio.toPrecision(3))]));
  return `${JSON.stringify({ machine, ratios: rounded } satisfies Baseline, null, 2)}\n`;
}

function positive(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value > 0;
}
