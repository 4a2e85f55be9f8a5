import { type CanonicalUri, canonicalUri } from './paths';

/**
 * Finds which of many folders something lies in, as `relativePath` would for each: in the same time however many they
 * are. A client can open thousands, and every one is asked about.
 */
export class FolderIndex {
  /** Origin → path of a folder → the folder, as it was given. */
  readonly #folders = new Map<string, Map<string, string>>();
  /** How long the paths are, each once, the longest first: no other part of a path can be one of the folders. */
  readonly #lengths: readonly number[];

  /** @param uris of the folders; of two spellings of the same, the first is what is found */
  constructor(uris: readonly string[]) {
    const lengths = new Set<number>();
    for (const uri of uris) {
      const place = readable(uri);
      if (!place) continue;
      const path = place.path.replace(/\/$/, '');
      const paths = this.#folders.get(place.origin) ?? new Map<string, string>();
      this.#folders.set(place.origin, paths);
      if (!paths.has(path)) paths.set(path, uri);
      lengths.add(path.length);
    }
    this.#lengths = [...lengths].sort((a, b) => b - a);
  }

  /** The folders around a URI, or that it is itself: the innermost first. */
  *around(uri: string): Generator<string, void> {
    const { origin, path } = canonicalUri(uri);
    const folders = this.#folders.get(origin);
    if (!folders) return;
    for (const length of this.#lengths) {
      if (length > path.length || (length < path.length && path[length] !== '/')) continue;
      const folder = folders.get(path.slice(0, length));
      if (folder !== undefined) yield folder;
    }
  }

  /** Whether a URI lies in one of the folders, or is one. */
  has(uri: string): boolean {
    return this.around(uri).next().done !== true;
  }
}

/** Where a folder is. What is no URI at all is no folder, and nothing is in it. */
function readable(uri: string): CanonicalUri | undefined {
  try {
    return canonicalUri(uri);
  } catch {
    return undefined;
  }
}
