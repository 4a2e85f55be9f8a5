import { URI } from 'vscode-uri';
import type { Files, Entry as Listed } from '../../src/files';
import { ProjectStore } from '../../src/project';
import type { Project } from '../../src/project/types';

/** The project of a draft. */
export function projectOf(files: Files, uri: string, workspaceFolder?: string): Promise<Project> {
  return new ProjectStore(files).get(uri, workspaceFolder);
}

/** A file's text or bytes; `{ link }` is a symbolic link to a path; `{ error }` cannot be read. */
export type Entry = string | Uint8Array | { readonly link: string } | { readonly error: string };

/** Files in memory, by absolute path, with symbolic links. Counts what is read. */
export class MemoryFiles implements Files {
  readonly reads: string[] = [];

  constructor(readonly entries: Record<string, Entry>) {}

  async read(uri: string): Promise<Uint8Array | undefined> {
    const path = this.#real(pathOf(uri));
    this.reads.push(path);
    const entry = this.entries[path];
    if (entry === undefined) return undefined;
    if (typeof entry === 'string') return new TextEncoder().encode(entry);
    if (entry instanceof Uint8Array) return entry;
    throw new Error('error' in entry ? entry.error : 'not resolved');
  }

  async stat(uri: string): Promise<{ type: 'file' | 'folder'; size: number } | undefined> {
    const path = this.#real(pathOf(uri));
    const entry = this.entries[path];
    if (typeof entry === 'string') return { type: 'file', size: new TextEncoder().encode(entry).length };
    if (entry instanceof Uint8Array) return { type: 'file', size: entry.length };
    if (entry !== undefined) return { type: 'file', size: 1 };
    return this.#names(path).length > 0 ? { type: 'folder', size: 0 } : undefined;
  }

  async list(uri: string): Promise<readonly Listed[]> {
    const path = this.#real(pathOf(uri));
    const found = await Promise.all(
      this.#names(path).map(async (name) => {
        const stat = await this.stat(URI.file(`${path}/${name}`).toString());
        const entry = this.entries[`${path}/${name}`];
        const link = typeof entry === 'object' && 'link' in entry;
        return stat ? [{ name, type: stat.type, ...(link && { link: true as const }) }] : [];
      }),
    );
    return found.flat();
  }

  async write(uri: string, bytes: Uint8Array): Promise<void> {
    this.entries[pathOf(uri)] = bytes;
  }

  async real(uri: string): Promise<string> {
    return URI.file(this.#real(pathOf(uri))).toString();
  }

  #names(path: string): string[] {
    const folder = path === '/' ? '/' : `${path}/`;
    const names = Object.keys(this.entries)
      .filter((key) => key.startsWith(folder))
      .map((key) => key.slice(folder.length).split('/')[0]!);
    return [...new Set(names)].sort();
  }

  /** The path with each link on the way followed. */
  #real(path: string, hops = 0): string {
    const names = path.split('/').filter(Boolean);
    for (let i = 1; i <= names.length; i++) {
      const entry = this.entries[`/${names.slice(0, i).join('/')}`];
      if (entry && typeof entry === 'object' && 'link' in entry && hops < 20) {
        return this.#real([entry.link, ...names.slice(i)].join('/'), hops + 1);
      }
    }
    return `/${names.join('/')}`;
  }
}

export const uri = (path: string): string => URI.file(path).toString();
const pathOf = (of: string): string => URI.parse(of).path;
