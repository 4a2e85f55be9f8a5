import { URI, Utils } from 'vscode-uri';
import type { Files } from '../files';
import { reasonOf } from '../text/error-message';

/** One spelling for each URI, so that they can be compared: drive letters in lower case, the same escapes. */
export function normalise(uri: string): string {
  return URI.parse(uri).toString();
}

/** URI of the folder that something lies in; of a root, the root itself. */
export function folderOf(uri: string): string {
  return Utils.dirname(URI.parse(uri)).toString();
}

/** URI of a relative path with slashes, below a folder. */
export function join(folder: string, path: string): string {
  return Utils.joinPath(URI.parse(folder), path).toString();
}

/** The last name of a URI's path, as people write it. */
export function nameOf(uri: string): string {
  return Utils.basename(URI.parse(uri));
}

/** The path from a folder to something in it, with slashes ("" for the folder itself), or undefined where it is not in it. */
export function relativePath(folder: string, uri: string): string | undefined {
  const base = canonicalUri(folder);
  const { origin, path } = canonicalUri(uri);
  if (base.origin !== origin) return undefined;
  const root = base.path.replace(/\/$/, '');
  if (path === root || path === `${root}/`) return '';
  return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : undefined;
}

/** A URI in one spelling, in two parts: two with the same origin can be one in the other. */
export interface CanonicalUri {
  readonly origin: string;
  readonly path: string;
}

/** Where a URI leads to. */
export function canonicalUri(uri: string): CanonicalUri {
  const { scheme, authority, path } = URI.parse(uri);
  return { origin: `${scheme}://${authority.toLowerCase()}`, path: withoutDriveCase(path) };
}

function withoutDriveCase(path: string): string {
  return /^\/[A-Z]:/.test(path) ? `/${path[1]!.toLowerCase()}${path.slice(2)}` : path;
}

type Located =
  | { readonly uri: string }
  | { readonly problem: string /** There is nothing of that name. */; readonly isMissing?: true };

/**
 * Reads a path that a workspace's file names, relative to that file's folder.
 *
 * @returns its URI, or why it is refused: nothing outside the boundary is ever read. Links are not followed here;
 * `locate` does that.
 */
export function resolve(folder: string, boundary: string, path: string): Located {
  const shown = `“${path.length > 100 ? `${path.slice(0, 100)}…` : path}”`;
  if (path.trim() === '') return { problem: 'The path is empty. Write the name of a file.' };
  if (!path.isWellFormed()) return { problem: 'The path contains half a character.' };
  if (path.includes('\0')) return { problem: `${shown} contains a NUL character, which no file name can.` };
  if (/^(?:[\\/]|[A-Za-z]:)/.test(path)) {
    return { problem: `${shown} is an absolute path. Write it relative to the folder of this file.` };
  }
  if (/^[A-Za-z][A-Za-z0-9+.-]+:/.test(path)) {
    return { problem: `${shown} is an address. Only files in the workspace folder are read: write a path.` };
  }
  const uri = join(folder, path.replaceAll('\\', '/'));
  if (relativePath(boundary, uri) === undefined) {
    return {
      problem: `${shown} leads out of the workspace folder. Only files in it are read: move or copy the file there.`,
    };
  }
  return { uri };
}

/** Whether something lies in the boundary when links are followed. */
export async function isInside(files: Files, boundary: string, uri: string): Promise<boolean> {
  const [root, target] = await Promise.all([files.real(boundary), files.real(uri)]);
  return relativePath(root, target) !== undefined;
}

/**
 * Whether something that seems to lie in the boundary does not, as a link on the way leads out: nothing may be
 * written there. What lies outside by its very name was named by a person, and is theirs to name.
 */
export async function leadsOut(files: Files, boundary: string, uri: string): Promise<boolean> {
  return relativePath(boundary, uri) !== undefined && !(await isInside(files, boundary, uri));
}

/**
 * As `resolve`, and the file exists, is a file, is not larger than `limit` bytes, and lies in the boundary when
 * links are followed.
 *
 * @param boundary URI of the folder that nothing may lead out of
 */
export async function locate(
  files: Files,
  folder: string,
  boundary: string,
  path: string,
  limit: number,
): Promise<Located> {
  const resolved = resolve(folder, boundary, path);
  if ('problem' in resolved) return resolved;
  try {
    const stat = await files.stat(resolved.uri);
    if (!stat) {
      const problem = `There is no file “${path}”. Check the name, or remove this line.`;
      return { problem, isMissing: true };
    }
    if (!(await isInside(files, boundary, resolved.uri))) {
      return {
        problem: `“${path}” is a link that leads out of the workspace folder. Put the file itself there.`,
      };
    }
    if (stat.type !== 'file') return { problem: `“${path}” is a folder. Name a file in it.` };
    if (stat.size > limit) {
      return { problem: `“${path}” is larger than ${size(limit)}, the most that is read.` };
    }
    return resolved;
  } catch (error) {
    return { problem: `“${path}” cannot be read: ${reasonOf(error)}` };
  }
}

/** "256 KB", "20 MB". */
export function size(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${bytes / 1024 / 1024} MB` : `${bytes / 1024} KB`;
}
