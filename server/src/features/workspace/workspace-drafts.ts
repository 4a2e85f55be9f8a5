import type { CancellationToken } from 'vscode-languageserver';
import { type Analysis, analyse } from '../../analysis';
import { type Draft, parseDraft } from '../../draft';
import { isDraft, type Project } from '../../project';
import { LARGEST_OF_MANY, readDraft } from '../../project/draft-text';
import { join } from '../../project/paths';
import { markdownBelow } from '../../project/walk';
import type { FoundDrafts } from '../../protocol';
import { picturesIn } from '../../rules/image-missing';
import { localMonth } from '../../text/dates';
import { reasonOf } from '../../text/error-message';
import { stopIf } from '../client/progress';
import type { Services } from './services';
import type { Settings } from './settings';

export interface WorkspaceDraft {
  readonly uri: string;
  readonly draft: Draft;
  readonly analysis: Analysis;
  /** Whether the text is from the editor, saved or not. */
  readonly open: boolean;
}

export interface Unreadable {
  readonly uri: string;
  readonly message: string;
}

/** The drafts of the workspace, open or not. */
export class WorkspaceDrafts {
  constructor(private readonly services: Services) {}

  /** Yields each draft below the folders, until the token is cancelled. Calls `reading` with the URI before each. */
  below(
    folders: readonly string[],
    token: CancellationToken,
    reading: (uri: string) => void,
  ): AsyncGenerator<WorkspaceDraft | Unreadable> {
    return this.#each(folders, token, reading, (uri) => this.read(uri));
  }

  async *#each<T>(
    folders: readonly string[],
    token: CancellationToken,
    reading: (uri: string) => void,
    read: (uri: string) => Promise<T | undefined>,
  ): AsyncGenerator<T | Unreadable> {
    // One of the folders may be inside another one, so files are visited only once.
    const visited = new Set<string>();
    for (const folder of folders) {
      for await (const { names, ...rest } of markdownBelow(
        this.services.files,
        folder,
        this.services.folders.outermostAround(folder) ?? folder,
      )) {
        if (token.isCancellationRequested) return;
        const uri = join(folder, names.join('/'));
        if (visited.has(uri)) continue;
        visited.add(uri);
        if ('problem' in rest) {
          yield { uri, message: rest.problem };
          continue;
        }
        reading(uri);
        try {
          const draft = await read(uri);
          if (draft !== undefined) yield draft;
        } catch (error) {
          yield { uri, message: reasonOf(error) };
        }
      }
    }
  }

  /**
   * The URIs of the drafts below the folders, and the files that cannot be read.
   *
   * @throws the error RequestCancelled if the request is cancelled
   */
  async find(
    folders: readonly string[],
    token: CancellationToken,
    reading: (uri: string) => void,
  ): Promise<FoundDrafts> {
    const found = { drafts: [] as string[], unreadable: [] as Unreadable[] };
    for await (const one of this.#each(folders, token, reading, (uri) => this.#isDraft(uri))) {
      if (typeof one === 'string') found.drafts.push(one);
      else found.unreadable.push(one);
    }
    stopIf(token);
    return found;
  }

  /**
   * Returns the current version of a draft; undefined if there is none.
   *
   * @throws Error with a message for users if the file cannot be read
   */
  async read(uri: string): Promise<WorkspaceDraft | undefined> {
    if (this.services.documents.get(uri)) {
      const judged = await this.services.analyses.get(uri);
      if (!judged?.isDraft || !judged.analysis) return undefined;
      return { uri, draft: judged.document.draft, analysis: judged.analysis, open: true };
    }
    const closed = await this.#closed(uri);
    if (!closed) return undefined;
    const draft = parseDraft(closed.text);
    const addresses = picturesIn(draft).map(({ address }) => address);
    const pictures = await this.services.pictures.lookedFor(uri, addresses);
    const analysis = analyse(draft, closed.project, {
      settings: closed.settings.rules,
      pictures,
      now: localMonth(new Date()),
    });
    return { uri, draft, analysis, open: this.services.documents.get(uri) !== undefined };
  }

  async #isDraft(uri: string): Promise<string | undefined> {
    const open = this.services.documents.get(uri) !== undefined;
    const is = open
      ? (await this.services.analyses.get(uri))?.isDraft === true
      : (await this.#closed(uri)) !== undefined;
    return is ? uri : undefined;
  }

  /** Reads a draft that is not open; undefined if there is none. */
  async #closed(uri: string): Promise<{ text: string; project: Project; settings: Settings } | undefined> {
    const [project, settings] = await Promise.all([
      this.services.projects.get(uri),
      this.services.settingsOf(uri),
    ]);
    const mode = this.services.analyses.mode(settings);
    if (mode === 'off') return undefined;
    const read = await readDraft(this.services.files, uri, LARGEST_OF_MANY);
    if (!read) return undefined;
    if ('problem' in read) throw new Error(`${read.problem}.`);
    const { text } = read;
    return isDraft(text, uri, project, mode) ? { text, project, settings } : undefined;
  }
}

/** The services for features that work on all drafts. */
export interface ServicesWithDrafts extends Services {
  readonly drafts: WorkspaceDrafts;
}
