import { type Disposable, type Memento, type Uri, workspace } from 'vscode';
import { localDate } from '../../../server/src/text/dates';
import { ValuesByFile } from './values-by-file';

/** The most documents that are kept for a draft; the oldest are dropped first. */
const MOST = 50;

interface MergedReview {
  /** SHA-256 of the document, in hexadecimal. */
  readonly sum: string;
  /** `2026-11-30` */
  readonly day: string;
}

/**
 * The documents that were brought home into each draft, by their contents. If one were brought home again, what was
 * rejected or resolved since would come back.
 */
export class MergedReviews implements Disposable {
  readonly #kept: ValuesByFile<readonly MergedReview[]>;

  constructor(memory: Memento) {
    this.#kept = new ValuesByFile(memory, 'advocacy.homecomings');
  }

  dispose(): void {
    this.#kept.dispose();
  }

  /** The day on which a document with these contents was last brought home into a draft; undefined for never. */
  async dayOf(draft: Uri, document: Uri): Promise<string | undefined> {
    const known = this.#kept.of(draft);
    const sum = known && (await sumOf(document));
    return known?.find((one) => one.sum === sum)?.day;
  }

  /** Whether a document with these contents was brought home into any draft. */
  async knows(document: Uri): Promise<boolean> {
    const known = this.#kept.all().flat();
    const sum = known.length === 0 ? undefined : await sumOf(document);
    return known.some((one) => one.sum === sum);
  }

  /** @returns a function that undoes it */
  async remember(draft: Uri, document: Uri, moment = new Date()): Promise<() => Promise<void>> {
    const sum = await sumOf(document);
    if (sum === undefined) return async () => undefined;
    const others = (): readonly MergedReview[] =>
      this.#kept.of(draft)?.filter((one) => one.sum !== sum) ?? [];
    const before = this.#kept.of(draft)?.filter((one) => one.sum === sum) ?? [];
    await this.#kept.keep(draft, [...others().slice(1 - MOST), { sum, day: localDate(moment) }]);
    return () => {
      const left = [...before, ...others()];
      return this.#kept.keep(draft, left.length === 0 ? undefined : left);
    };
  }
}

/** The check sum of a file; undefined if it cannot be read, which the server reports. */
async function sumOf(document: Uri): Promise<string | undefined> {
  try {
    const bytes = new Uint8Array(await workspace.fs.readFile(document));
    const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return [...sum].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  } catch {
    return undefined;
  }
}
