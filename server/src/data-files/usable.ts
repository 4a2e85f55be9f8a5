/** What can be used of a data file that is not quite as its schema says. */
import { type OutputUnit, type Schema, Validator } from '@cfworker/json-schema';
import { explain } from './explain';
import { MOST_PROBLEMS, TOO_MANY } from './limits';
import { pathOf, valueAt } from './paths';
import type { FileProblem } from './problem';
import type { DataFile, Path } from './types';

/** A file whose value fits its schema, as what did not fit was left out. */
export interface Usable<T> {
  /** undefined where nothing can be used. */
  readonly value: T | undefined;
  /** A problem at a path in `value`, at its place in the file. */
  problem(path: Path, message: string, part?: 'key' | 'value'): FileProblem;
  /** What was left out, and why. */
  readonly problems: readonly FileProblem[];
}

/** Nothing that a person writes is nested deeper; references can make a file that holds itself. */
const DEEPEST = 40;
/** What is left out can make something else incomplete, but each time less is left. */
const MOST_ROUNDS = 20;

/** Where in the file the items of a list stood from which some were left out. */
type Origins = WeakMap<readonly unknown[], number[]>;

/**
 * Holds a file against its schema. A mistake costs what it stands in and no more: an unknown key is left out, a
 * wrong value with its key, and what then lacks something that it needs. Each is told once, at its place. Never
 * throws.
 */
export function usable<T>(data: DataFile, schema: Schema): Usable<T> {
  const origins: Origins = new WeakMap();
  const problems: FileProblem[] = [];
  const root = { value: copy(data.value, origins, 0) };
  /** Keys that were left out: that they are missing now is no news. */
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
    // Of a key that is not known, the validator gives no place in the schema.
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
      // One mistake at one place is enough: the branches of a choice all fail at once.
      if (!problems.some((other) => sameStart(other, found))) problems.push(found);
    }
    if (wrong.length === 0) break;
    leaveOut(root, distinct(wrong), origins, left);
  }
  return { value: undefined, problem, problems: problems.sort(byPlace) };
}

/** A copy without halves of characters, in objects that have no keys but the file's own. */
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

/** A path in the value that is left, as a path in the file. */
function original(value: unknown, path: Path, origins: Origins): Path {
  let current = value;
  return path.map((step) => {
    const found = Array.isArray(current) ? (origins.get(current)?.[Number(step)] ?? step) : step;
    current = (current as Record<string, unknown> | undefined)?.[step];
    return found;
  });
}

/** Whether an error only says that something is missing which was left out before. */
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

/** Where none of several choices fits, and something further in is wrong with one of them: that says more. */
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

/** The paths in the order of the value, each once; those inside another one are left out with it. */
function distinct(paths: readonly Path[]): readonly Path[] {
  const kept: Path[] = [];
  for (const path of [...paths].sort(compare)) {
    const last = kept.at(-1);
    // What lies inside something comes right behind it.
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
  // When all are found, as the items behind them move.
  for (const [list, gone] of lists) {
    const stays = (_: unknown, index: number): boolean => !gone.has(index);
    const from = origins.get(list)?.filter(stays);
    const items = list.filter(stays);
    list.length = 0;
    for (const item of items) list.push(item);
    if (from) origins.set(list, from);
  }
}
