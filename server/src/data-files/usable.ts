/** Uses what is valid of a data file that does not fit its schema. */
import { type OutputUnit, type Schema, Validator } from '@cfworker/json-schema';
import { explain } from './explain';
import { MOST_PROBLEMS, TOO_MANY } from './limits';
import { pathOf, valueAt } from './paths';
import type { FileProblem } from './problem';
import type { DataFile, Path } from './types';

/** A file whose value fits its schema, as what does not fit was removed. */
export interface Usable<T> {
  /** Undefined where nothing can be used. */
  readonly value: T | undefined;
  /** Makes a problem at a path in `value`, with its position in the file. */
  problem(path: Path, message: string, part?: 'key' | 'value'): FileProblem;
  /** What was removed, and why. */
  readonly problems: readonly FileProblem[];
}

/** The deepest nesting that is read: YAML references can make a value contain itself. */
const DEEPEST = 40;
/** Removing a value can make its parent incomplete, but each round removes less. */
const MOST_ROUNDS = 20;

/** The original positions of the items of lists from which some were removed. */
type Origins = WeakMap<readonly unknown[], number[]>;

/**
 * Validates a file against its schema, and removes what does not fit: unknown keys, and wrong values with their keys.
 * Where something required is then missing, its parent is removed. Each mistake is reported once, at its position.
 * Never throws.
 */
export function usable<T>(data: DataFile, schema: Schema): Usable<T> {
  const origins: Origins = new WeakMap();
  const problems: FileProblem[] = [];
  const root = { value: copy(data.value, origins, 0) };
  /** Removed keys, whose absence is not reported again. */
  const left = new WeakMap<object, Set<string>>();
  const problem: Usable<T>['problem'] = (path, message, part) =>
    data.problem(original(root.value, path, origins), message, part);
  const validator = new Validator(schema, '2020-12', false);

  for (let round = 0; round < MOST_ROUNDS && root.value !== undefined; round++) {
    let errors: readonly OutputUnit[];
    try {
      const result = validator.validate(root.value);
      if (result.valid) return { value: root.value as T, problem, problems: problems.sort(byPlace) };
      errors = result.errors;
    } catch {
      // The validator hands its errors on as arguments, of which there cannot be a hundred thousand.
      return { value: undefined, problem, problems: [problem([], TOO_MANY)] };
    }
    const wrong: Path[] = [];
    // For unknown keys the validator gives no schema location.
    const forbidding = new Map(
      errors
        .filter(({ keyword }) => keyword === 'additionalProperties')
        .map(({ instanceLocation, keywordLocation }) => [instanceLocation, keywordLocation]),
    );
    const deeper = choicesWithReasons(errors);
    for (const error of errors) {
      if (deeper.has(error.instanceLocation) && error.keywordLocation.includes('/anyOf')) continue;
      const path = pathOf(error.instanceLocation, root.value);
      const message = explain(
        error,
        path,
        schema,
        forbidding.get(error.instanceLocation.replace(/\/[^/]*$/, '')) ?? '',
      );
      if (message === undefined) continue;
      wrong.push(path);
      if (problems.length >= MOST_PROBLEMS || isNoNews(error, path, root.value, left)) continue;
      const found = problem(path, message, error.keyword === 'false' ? 'key' : 'value');
      // One problem at each place: the branches of a choice all fail at once.
      if (!problems.some((other) => sameStart(other, found))) problems.push(found);
    }
    if (wrong.length === 0) break;
    leaveOut(root, distinct(wrong), origins, left);
  }
  return { value: undefined, problem, problems: problems.sort(byPlace) };
}

/** A copy without lone surrogates, in objects that have only the file's own keys. */
function copy(value: unknown, origins: Origins, depth: number): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value !== 'object' || value === null) return value;
  if (depth > DEEPEST) return null;
  if (Array.isArray(value)) {
    const items = value.map((item) => copy(item, origins, depth + 1));
    origins.set(
      items,
      items.map((_, index) => index),
    );
    return items;
  }
  const made: Record<string, unknown> = Object.create(null);
  for (const [key, inner] of Object.entries(value))
    made[key.toWellFormed()] = copy(inner, origins, depth + 1);
  return made;
}

/** The path in the file for a path in the remaining value. */
function original(value: unknown, path: Path, origins: Origins): Path {
  let current = value;
  return path.map((step) => {
    const found = Array.isArray(current) ? (origins.get(current)?.[Number(step)] ?? step) : step;
    current = (current as Record<string, unknown> | undefined)?.[step];
    return found;
  });
}

/** Whether an error only says that something is missing that was removed before. */
function isNoNews(
  error: OutputUnit,
  path: Path,
  value: unknown,
  left: WeakMap<object, Set<string>>,
): boolean {
  const missing = error.keyword === 'required' ? /"([^"]*)"/.exec(error.error)?.[1] : undefined;
  const owner = valueAt(value, path);
  if (typeof owner !== 'object' || owner === null) return false;
  const gone = left.get(owner);
  if (missing !== undefined) return gone?.has(missing) ?? false;
  return error.keyword === 'minItems' && Array.isArray(owner) && gone !== undefined;
}

/** Choices of which none fits, where an error further inside one of them says more. */
function choicesWithReasons(errors: readonly OutputUnit[]): ReadonlySet<string> {
  const choices = new Set(
    errors.filter(({ keyword }) => keyword === 'anyOf').map(({ instanceLocation }) => instanceLocation),
  );
  const found = new Set<string>();
  for (const { instanceLocation } of errors) {
    for (let at = instanceLocation.lastIndexOf('/'); at > 0; at = instanceLocation.lastIndexOf('/', at - 1)) {
      const around = instanceLocation.slice(0, at);
      if (choices.has(around)) found.add(around);
    }
  }
  return found;
}

function byPlace(a: FileProblem, b: FileProblem): number {
  return a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character;
}

function sameStart(a: FileProblem, b: FileProblem): boolean {
  return a.range.start.line === b.range.start.line && a.range.start.character === b.range.start.character;
}

/** The paths in the order of the value, each once, without those inside another one. */
function distinct(paths: readonly Path[]): readonly Path[] {
  const kept: Path[] = [];
  for (const path of [...paths].sort(compare)) {
    const last = kept.at(-1);
    // A path inside another one follows it directly.
    if (last === undefined || !isStart(last, path)) kept.push(path);
  }
  return kept;
}

const isStart = (start: Path, path: Path): boolean => start.every((step, i) => step === path[i]);

function compare(a: Path, b: Path): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [one, other] = [a[i]!, b[i]!];
    if (one === other) continue;
    if (typeof one === 'number' && typeof other === 'number') return one - other;
    return String(one) < String(other) ? -1 : 1;
  }
  return a.length - b.length;
}

function leaveOut(
  root: { value: unknown },
  paths: readonly Path[],
  origins: Origins,
  left: WeakMap<object, Set<string>>,
): void {
  const lists = new Map<unknown[], Set<number>>();
  for (const path of paths) {
    const last = path.at(-1);
    if (last === undefined) {
      root.value = undefined;
      return;
    }
    const owner = valueAt(root.value, path.slice(0, -1));
    if (typeof owner !== 'object' || owner === null) continue;
    const gone = left.get(owner) ?? new Set<string>();
    left.set(owner, gone.add(String(last)));
    if (!Array.isArray(owner)) delete (owner as Record<string, unknown>)[last];
    else lists.set(owner, (lists.get(owner) ?? new Set<number>()).add(Number(last)));
  }
  // Only when all are found, as removing an item moves those after it.
  for (const [list, gone] of lists) {
    const stays = (_: unknown, index: number): boolean => !gone.has(index);
    const from = origins.get(list)?.filter(stays);
    const items = list.filter(stays);
    list.length = 0;
    for (const item of items) list.push(item);
    if (from) origins.set(list, from);
  }
}
