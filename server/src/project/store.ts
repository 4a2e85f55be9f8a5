import type { Files } from '../files';
import { getOrInsert, memoized } from '../util/memoize';
import { CONFIGURATION_NAME } from './configuration';
import { findConfiguration } from './find-configuration';
import { FolderIndex } from './folder-index';
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
   * To be called when files were made, changed or deleted.
   *
   * @returns whether drafts may have another project now, which the next `get` returns
   */
  async changed(uris: readonly string[]): Promise<boolean> {
    const names = uris.map((uri) => nameOf(normalise(uri)));
    let any = names.includes(CONFIGURATION_NAME);
    // A name without an extension may be a folder with a configuration in it.
    if (any || names.some((name) => !name.includes('.'))) this.nearest.clear();
    const all = [...this.loaded];
    const concerned = concernedBy(uris, await Promise.all(all.map(([, promise]) => promise)));
    for (const [at, [key, promise]] of all.entries()) {
      if (!concerned.has(at)) continue;
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

const patternsOf = memoized(({ patterns }: Loaded) => readPatterns(patterns));

/** Positions of the projects that changed files are part of. Neither is compared with all of the other. */
function concernedBy(uris: readonly string[], all: readonly Loaded[]): ReadonlySet<number> {
  const concerned = new Set<number>();
  // A folder that comes or goes brings or takes its files.
  const changed = new FolderIndex(uris);
  const byFolder = new Map<string, number[]>();
  for (const [at, { project, files, patterns }] of all.entries()) {
    if (files.some((file) => changed.has(file))) concerned.add(at);
    else if (project.folder !== undefined && patterns.length > 0)
      getOrInsert(byFolder, normalise(project.folder), () => []).push(at);
  }
  if (byFolder.size === 0) return concerned;
  const folders = new FolderIndex([...byFolder.keys()]);
  for (const uri of uris)
    for (const folder of folders.around(uri)) {
      const path = relativePath(folder, uri);
      if (!path) continue;
      for (const at of byFolder.get(folder)!) {
        if (concerned.has(at)) continue;
        const one = all[at]!;
        const isNamed = one.patterns.some((source) => source.startsWith(`${path}/`));
        if (isNamed || matchesPatterns(patternsOf(one), path)) concerned.add(at);
      }
    }
  return concerned;
}
