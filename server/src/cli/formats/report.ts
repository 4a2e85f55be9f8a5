import type { FindingReport } from '../../report';
import { harmlessJson } from '../../text/plain-output';

/** One file of `check`. */
interface CheckedFile {
  readonly file: string;
  readonly findings: readonly FindingReport[];
}

/** The result of a check. */
export interface CheckSummary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  /** Information and hints. */
  readonly notes: number;
  /** Findings but for the summary that an editor can mend with nothing left to fill in. */
  readonly fixable: number;
  /** Whether the exit status is 1. */
  readonly failed: boolean;
  /** The messages on standard error about files that could not be read. */
  readonly troubles: readonly string[];
}

/** An output format of a check, which is printed file by file. */
export interface CheckFormat {
  /** The beginning of its lines, if these are commands to a service for continuous integration. */
  readonly own?: '::';
  start(): string;
  file(checked: CheckedFile): string;
  end(summary: CheckSummary): string;
}

/** Prints a JSON array item by item. */
export class JsonList {
  private count = 0;

  item(value: unknown): string {
    const text = harmlessJson(JSON.stringify(value, undefined, 2)).replaceAll('\n', '\n  ');
    return `${this.count++ === 0 ? '[\n  ' : ',\n  '}${text}`;
  }

  end(): string {
    return this.count === 0 ? '[]\n' : '\n]\n';
  }
}

/** "1 error", "2 errors" */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
