import type { Files } from '../files';
import { builtInProject, ProjectStore } from '../project';
import { folderOf } from '../project/paths';
import type { Project } from '../project/types';
import { AsyncCache } from './asyncCache';

/** What each document is judged against: at hand without waiting once it is loaded, until something changes. */
export class Projects {
  readonly #store: ProjectStore;
  /** By the document's folder. */
  readonly #known = new AsyncCache<string, Project>();

  /**
   * @param limit The folder that nothing may be read outside of, for a document.
   * @param loaded Called after each project that was loaded.
   * @param failed Called with what went wrong; the built-in project takes the place of one that cannot be loaded.
   */
  constructor(
    files: Files,
    private readonly limit: (uri: string) => string | undefined,
    private readonly loaded: () => void,
    private readonly failed: (error: unknown) => void,
  ) {
    this.#store = new ProjectStore(files);
  }

  /** The project of a document, where it is at hand. */
  peek(uri: string): Project | undefined {
    return this.#known.peek(folderOf(uri));
  }

  /** The project of a document. Never fails. */
  get(uri: string): Promise<Project> {
    return this.#known.get(folderOf(uri), () => this.#load(uri), this.loaded);
  }

  /** The project of a folder, or the built-in one. */
  in(folder: string | undefined): Promise<Project> {
    return folder === undefined
      ? Promise.resolve(builtInProject)
      : this.get(`${folder.replace(/\/$/, '')}/-`);
  }

  /** Says that files were made, changed or deleted. Returns whether documents may have another project now. */
  async filesChanged(uris: readonly string[]): Promise<boolean> {
    let any = false;
    for (const uri of uris) any = (await this.#store.changed(uri)) || any;
    if (any) this.#known.forget();
    return any;
  }

  /** Reads everything again: the folders of the workspace changed. */
  clear(): void {
    this.#store.clear();
    this.#known.forget();
  }

  /** The projects at hand, each once. */
  all(): readonly Project[] {
    return [...new Set(this.#known.all())];
  }

  async #load(uri: string): Promise<Project> {
    try {
      return await this.#store.get(uri, this.limit(uri));
    } catch (error) {
      this.failed(error);
      return builtInProject;
    }
  }
}
