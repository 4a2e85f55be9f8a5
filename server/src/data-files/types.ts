import type { FileProblem } from './problem';

/** The steps to a value in a data file. */
export type Path = readonly (string | number)[];

/** A file that a person writes, in JSON or YAML: its value, what is wrong with it, and where each piece of it stands. */
export interface DataFile {
  /** Undefined where the file is empty or nothing of it can be used. */
  readonly value: unknown;
  readonly problems: readonly FileProblem[];
  /** A mistake at a value, or at the key of one; at the nearest thing around where the path leads nowhere. */
  problem(path: Path, message: string, at?: 'key' | 'value'): FileProblem;
}

/** Whether a value of unknown origin is an object with keys, and no list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
