import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cacheFolder } from '../disk/cache-folder';
import { nodeFiles, toUri } from '../disk/node-files';
import { sourcesOf } from '../project/load';
import type { Project } from '../project/types';
import type { CoverageDescription } from '../report';
import type { Pictures } from '../rules/types';
import { localMonth } from '../text/dates';
import { reasonOf } from '../text/error-message';
import { getOrInsert } from '../util/memoize';
import { VERSION } from '../util/version';
import type { OpenedDraft } from './opened-draft';
import type { Asked } from './pictures';
import type { Question, Verdict } from './verdict';

/** The content of a cache file. */
interface Stored<Q extends Question> {
  readonly tool: string;
  readonly verdicts: readonly (readonly [key: string, known: Known<Q>])[];
}

/** A verdict, and the pictures that it depends on. */
interface Known<Q extends Question> {
  readonly verdict: Verdict<Q>;
  readonly asked: Asked;
}

/**
 * A cache of verdicts of earlier runs on one question. A verdict is found again only for the same text and project
 * files, the same build of the program, and the same month (how old a source or a name is depends on it, and nothing
 * depends on the day).
 */
export class VerdictCache<Q extends Question> {
  private readonly projects = new WeakMap<Project, string>();
  private changed = false;

  private constructor(
    /** Undefined where nothing can be cached. */
    private readonly uri: string | undefined,
    private readonly tool: string,
    private readonly known: Map<string, Known<Q>>,
  ) {}

  /**
   * Opens the cache for a folder and a question. One that cannot be read counts as empty.
   *
   * @param program path of the program's bundle, which identifies its build together with the encoder beside it
   */
  static async open<Q extends Question>(
    cwd: string,
    question: Q,
    environment: NodeJS.ProcessEnv,
    program: string,
  ): Promise<VerdictCache<Q>> {
    const name = `${hash(JSON.stringify([cwd, question])).slice(0, 32)}.json`;
    const folder = cacheFolder(environment);
    const uri = folder && toUri(join(folder, name));
    const encoder = await readFile(join(dirname(program), 'encoder.bin'));
    const tool = hash(VERSION, await readFile(program), encoder, JSON.stringify(localMonth(new Date())));
    const known = new Map<string, Known<Q>>();
    try {
      const bytes = uri === undefined ? undefined : await nodeFiles.read(uri);
      const stored = bytes && (JSON.parse(new TextDecoder().decode(bytes)) as Stored<Q>);
      if (stored?.tool === tool) for (const [key, value] of stored.verdicts) known.set(key, value);
    } catch {
      known.clear();
    }
    return new VerdictCache(uri, tool, known);
  }

  /** The verdict of an earlier run; undefined where there is none, or a picture that it depends on has come or gone. */
  get(opened: OpenedDraft, pictures: Pictures | undefined): Verdict<Q> | undefined {
    const known = this.known.get(this.keyOf(opened, pictures !== undefined));
    if (!known?.asked.every(([address, missing]) => pictures?.isMissing(address) === missing))
      return undefined;
    const { verdict } = known;
    // The same text may now have another name.
    if (!('file' in verdict)) return verdict;
    return { ...(verdict as CoverageDescription), file: opened.input.shown } as Verdict<Q>;
  }

  /**
   * Caches a new verdict, unless it is a problem.
   *
   * @param withPictures whether its pictures could be looked for
   */
  put(opened: OpenedDraft, verdict: Verdict<Q>, asked: Asked, withPictures: boolean): void {
    if ('problem' in verdict) return;
    this.known.set(this.keyOf(opened, withPictures), { verdict, asked });
    this.changed = true;
  }

  /**
   * Writes the cache.
   *
   * @returns why it could not be written, or undefined
   */
  async close(): Promise<string | undefined> {
    if (!this.changed) return undefined;
    if (!this.uri) return 'this user has no home folder. Name a folder in XDG_CACHE_HOME';
    const stored: Stored<Q> = { tool: this.tool, verdicts: [...this.known] };
    try {
      await nodeFiles.write(this.uri, new TextEncoder().encode(JSON.stringify(stored)));
      return undefined;
    } catch (error) {
      return reasonOf(error);
    }
  }

  private keyOf({ text, project }: OpenedDraft, withPictures: boolean): string {
    const files = getOrInsert(this.projects, project, () => hash(...sourcesOf(project)));
    return hash(files, text, String(withPictures));
  }
}

/** A hash of several parts, which depends on where one ends and the next begins. */
function hash(...parts: readonly (string | Uint8Array)[]): string {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(`${part.length}:`).update(part);
  return sum.digest('hex');
}
