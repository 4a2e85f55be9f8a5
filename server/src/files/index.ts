import type { History } from './history';

/** Something in a folder. */
export interface Entry {
  readonly name: string;
  /** What it is; of a symbolic link, what that leads to. */
  readonly type: 'file' | 'folder';
  /** It is a symbolic link. */
  readonly link?: true;
}

/** The one door to files. Everything goes by URI, so that an editor's virtual folders work as the disk does. */
export interface Files {
  /**
   * The file's bytes as they are at one moment, or undefined where there is no such file. Throws an Error with a
   * plain message where it cannot be read, is no file (a pipe, a device) or is larger than `most` bytes, or where what
   * was opened does not lie in the folder `inside`: the path may lead elsewhere by then than when it was looked at.
   */
  read(uri: string, most?: number, inside?: string): Promise<Uint8Array | undefined>;
  /** Whether there is something, and what; symbolic links are followed. */
  stat(uri: string): Promise<{ readonly type: 'file' | 'folder'; readonly size: number } | undefined>;
  /** What is in a folder, by name; empty where there is none. */
  list(uri: string): Promise<readonly Entry[]>;
  /**
   * Writes whole or not at all: a temporary file beside the target, then a rename. Links are followed: ask
   * `leadsOut` (project/paths.ts) before, and give the folders asked about as `inside`, out of which nothing is written
   * even where a link has come since.
   */
  write(uri: string, bytes: Uint8Array, inside?: readonly string[]): Promise<void>;
  /** The URI with symbolic links resolved, for checks of containment; the same URI where that has no meaning. */
  real(uri: string): Promise<string>;
  /** Packs bytes for an archive (DEFLATE, without a header), where there is something faster for it than our own. */
  readonly deflate?: (bytes: Uint8Array) => Uint8Array;
  /** Earlier versions of files, where something could keep them. */
  readonly history?: History;
}

const utf8 = new TextDecoder('utf-8');

/** Decodes UTF-8 (bad bytes become U+FFFD) without a byte order mark. */
export function decode(bytes: Uint8Array): string {
  return utf8.decode(bytes);
}

/** One spelling for paths that are one file somewhere: Windows and macOS tell no capitals from small letters. */
export function folded(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
