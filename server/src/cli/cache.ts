import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cacheFolder } from '../disk/cache-folder';
import { nodeFiles, toUri } from '../disk/node-files';
import { getOrInsert } from '../memoize';
import { sourcesOf } from '../project/load';
import type { Project } from '../project/types';
import type { CoverageDescription } from '../report';
import type { Pictures } from '../rules/types';
import { reasonOf } from '../text/reason';
import { VERSION } from '../version';
import type { OpenedDraft } from './opened-draft';
import type { Asked } from './pictures';
import type { Question, Verdict } from './verdict';

/** As written to the disk. */
interface Stored<Q extends Question> {
  readonly tool: string;
  readonly verdicts: readonly (readonly [key: string, known: Known<Q>])[];
}

/** A verdict, and what it was told of the pictures in the draft. */
interface Known<Q extends Question> {
  readonly verdict: Verdict<Q>;
  readonly asked: Asked;
}

/**
 * Verdicts of former runs on one question. A verdict is found again only for the same text, held against the same
 * files, by the same build of the program, in the same year (whether a source is old depends on it,
 * and nothing depends on the day).
 */
export class VerdictCache<Q extends Question> {
  private readonly projects = new WeakMap<Project, string>();
  private changed = false;

  private constructor(
    /** Undefined where there is no place for it. */
    private readonly uri: string | undefined,
    private readonly tool: string,
    private readonly known: Map<string, Known<Q>>,
  ) {}

  /**
   * Opens the cache of a folder and a question. One that cannot be read is empty.
   *
   * @param program path of the program's bundle, which stands for its build together with the encoder beside it
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
    const tool = hash(VERSION, await readFile(program), encoder, String(new Date().getFullYear()));
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

  /** The verdict of a former run, or undefined; also where a picture came or went since. */
  get(opened: OpenedDraft, pictures: Pictures | undefined): Verdict<Q> | undefined {
    const known = this.known.get(this.keyOf(opened, pictures !== undefined));
    if (!known?.asked.every(([address, missing]) => pictures?.isMissing(address) === missing))
      return undefined;
    const { verdict } = known;
    // The same text may lie under another name now.
    if (!('file' in verdict)) return verdict;
    return { ...(verdict as CoverageDescription), file: opened.input.shown } as Verdict<Q>;
  }

  /**
   * Remembers a new verdict; not that something went wrong.
   *
   * @param withPictures whether its pictures could be looked for
   */
  put(opened: OpenedDraft, verdict: Verdict<Q>, asked: Asked, withPictures: boolean): void {
    if ('problem' in verdict) return;
    this.known.set(this.keyOf(opened, withPictures), { verdict, asked });
    this.changed = true;
  }

  /** Writes what was learned. Returns why it could not, or undefined. */
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

/** Of several parts: where one ends and the next begins counts, too. */
function hash(...parts: readonly (string | Uint8Array)[]): string {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(`${part.length}:`).update(part);
  return sum.digest('hex');
}
