import { type Disposable, type Memento, type Uri, workspace } from 'vscode';
import { localDate } from '../../../server/src/dates';
import { followRenames } from './renames';

const KEY = 'advocacy.homecomings';
/** More are not kept of a draft, nor more drafts: the oldest go first. */
const MOST = 50;
const MOST_DRAFTS = 300;

interface Homecoming {
  /** SHA-256 of the document, in hexadecimal. */
  readonly sum: string;
  /** As in `2026-11-30`. */
  readonly day: string;
}

type Kept = Readonly<Record<string, readonly Homecoming[]>>;

/**
 * Which documents were brought home into each draft, whatever they are called. What was rejected or resolved since is
 * no more in the draft: brought home again, it would come back. Kept with the workspace.
 */
export class Homecomings implements Disposable {
  readonly #listening: Disposable;

  constructor(private readonly memory: Memento) {
    this.#listening = followRenames(memory, KEY);
  }

  dispose(): void {
    this.#listening.dispose();
  }

  /** The day on which these bytes were brought home into a draft last; undefined where they never were. */
  async dayOf(draft: Uri, document: Uri): Promise<string | undefined> {
    const known = this.#all()[draft.toString()];
    const sum = known && (await sumOf(document));
    return known?.find((one) => one.sum === sum)?.day;
  }

  /** Whether these bytes were brought home into any draft. */
  async knows(document: Uri): Promise<boolean> {
    const known = Object.values(this.#all()).flat();
    const sum = known.length === 0 ? undefined : await sumOf(document);
    return known.some((one) => one.sum === sum);
  }

  async remember(draft: Uri, document: Uri, moment = new Date()): Promise<void> {
    // A draft that was never saved has a name that the next one will have.
    if (draft.scheme === 'untitled') return;
    const sum = await sumOf(document);
    if (sum === undefined) return;
    const { [draft.toString()]: before = [], ...others } = this.#all();
    const older = before.filter((one) => one.sum !== sum).slice(1 - MOST);
    const entries = [
      ...Object.entries(others).slice(1 - MOST_DRAFTS),
      [draft.toString(), [...older, { sum, day: localDate(moment) }]],
    ];
    await this.memory.update(KEY, Object.fromEntries(entries));
  }

  #all(): Kept {
    return this.memory.get<Kept>(KEY, {});
  }
}

/** Undefined where it cannot be read: who wants it is told that by the server. */
async function sumOf(document: Uri): Promise<string | undefined> {
  try {
    const bytes = new Uint8Array(await workspace.fs.readFile(document));
    const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return [...sum].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  } catch {
    return undefined;
  }
}
