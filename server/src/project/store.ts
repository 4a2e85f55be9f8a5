import type { Files } from '../files';
import { CONFIGURATION_NAME } from './configuration';
import { findConfiguration } from './find';
import { matchesPatterns, patterns as readPatterns } from './glob';
import { builtInProject, type Loaded, loadFolder } from './load';
import type { ReadFrameworks } from './loading';
import { folderOf, nameOf, normalise, relativePath } from './paths';
import type { Project } from './types';

/**
 * Caches projects until one of their files changes. Drafts with the same configuration get the same object, so that
 * results can be cached by project.
 */
export class ProjectStore {
  /** Folder of a draft and its workspace folder → folder of its configuration. */
  private readonly nearest = new Map<string, Promise<string | undefined>>();
  /** Folder of a configuration and its workspace folder → the loaded project. */
  private readonly loaded = new Map<string, Promise<Loaded>>();
  private readonly frameworks: ReadFrameworks = new Map();

  constructor(private readonly files: Files) {}

  /** The project of a draft; arguments as for `findConfiguration`. Never rejects. */
  async get(uri: string, workspaceFolder?: string): Promise<Project> {
    const key = `${folderOf(uri)}\n${workspaceFolder ?? ''}`;
    const folder = await this.keep(this.nearest, key, () =>
      findConfiguration(this.files, uri, workspaceFolder),
    );
    if (folder === undefined) return builtInProject;
    const load = (): Promise<Loaded> => loadFolder(this.files, folder, workspaceFolder, this.frameworks);
    return (await this.keep(this.loaded, `${folder}\n${workspaceFolder ?? ''}`, load)).project;
  }

  /**
   * To be called when a file was made, changed or deleted.
   *
   * @returns whether drafts may have another project now, which the next `get` returns
   */
  async changed(uri: string): Promise<boolean> {
    const changed = normalise(uri);
    const name = nameOf(changed);
    let any = name === CONFIGURATION_NAME;
    // A name without an extension may be a folder with a configuration in it.
    if (any || !name.includes('.')) this.nearest.clear();
    for (const [key, promise] of [...this.loaded]) {
      if (!concerns(await promise, changed)) continue;
      any = true;
      this.nearest.clear();
      if (this.loaded.get(key) === promise) this.loaded.delete(key);
    }
    return any;
  }

  /** Forgets everything. */
  clear(): void {
    this.nearest.clear();
    this.loaded.clear();
    this.frameworks.clear();
  }

  private keep<T>(map: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
    let promise = map.get(key);
    if (!promise) {
      promise = make();
      map.set(key, promise);
      promise.catch(() => map.delete(key));
    }
    return promise;
  }
}

function concerns({ project, files, patterns }: Loaded, uri: string): boolean {
  // A folder that comes or goes brings or takes its files.
  if (files.some((file) => file === uri || relativePath(uri, file) !== undefined)) return true;
  if (project.folder === undefined || patterns.length === 0) return false;
  const path = relativePath(project.folder, uri);
  if (!path) return false;
  return (
    matchesPatterns(readPatterns(patterns), path) || patterns.some((source) => source.startsWith(`${path}/`))
  );
}
