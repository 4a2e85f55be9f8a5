import type { Files } from '../../files';
import { builtInProject, type Project, ProjectStore } from '../../project';
import { folderOf } from '../../project/paths';
import { AsyncCache } from './async-cache';

/** The project that each document is judged against, cached until a file changes. */
export class Projects {
  readonly #store: ProjectStore;
  /** By the folder of the document. */
  readonly #known = new AsyncCache<string, Project>();

  /**
   * @param limit the folder that nothing may be read outside of, for a document
   * @param loaded called after each project that was loaded
   * @param failed called with the error where a project cannot be loaded; the built-in project is used instead
   */
  constructor(
    files: Files,
    private readonly limit: (uri: string) => string | undefined,
    private readonly loaded: () => void,
    private readonly failed: (error: unknown) => void,
  ) {
    this.#store = new ProjectStore(files);
  }

  /** The project of a document, where it is loaded. */
  peek(uri: string): Project | undefined {
    return this.#known.peek(folderOf(uri));
  }

  /** The project of a document. Never rejects. */
  get(uri: string): Promise<Project> {
    return this.#known.get(folderOf(uri), () => this.#load(uri), this.loaded);
  }

  /** The project of a folder; without a folder, the built-in one. */
  in(folder: string | undefined): Promise<Project> {
    return folder === undefined
      ? Promise.resolve(builtInProject)
      : this.get(`${folder.replace(/\/$/, '')}/-`);
  }

  /**
   * To be called when files were made, changed or deleted.
   *
   * @returns whether the project of any document may be another one now
   */
  async filesChanged(uris: readonly string[]): Promise<boolean> {
    const any = await this.#store.changed(uris);
    if (any) this.#known.forget();
    return any;
  }

  /** Forgets all projects, as the workspace folders have changed. */
  clear(): void {
    this.#store.clear();
    this.#known.forget();
  }

  /** The loaded projects, each once. */
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
