import type { Files } from '../files';
import { CONFIGURATION_NAME } from './configuration';
import { folderOf, join, normalise, relativePath } from './paths';

/**
 * The folder of the nearest configuration: a draft's own folder or one above it.
 *
 * @param uri of a draft. Where it lies outside the workspace folder (a document that was never saved), the search
 * begins at the workspace folder.
 * @param workspaceFolder where the search ends; without it, at the root
 */
export async function findConfiguration(
  files: Files,
  uri: string,
  workspaceFolder?: string,
): Promise<string | undefined> {
  for (const folder of searched(uri, workspaceFolder)) {
    if (await exists(files, join(folder, CONFIGURATION_NAME))) return folder;
  }
  return undefined;
}

/** Folders in which a draft's configuration can be, the nearest first. */
function searched(uri: string, workspaceFolder?: string): readonly string[] {
  const inside = workspaceFolder !== undefined && relativePath(workspaceFolder, uri) !== undefined;
  if (workspaceFolder !== undefined && !inside && !uri.startsWith('file:'))
    return [normalise(workspaceFolder)];
  if (workspaceFolder === undefined && uri.startsWith('untitled:')) return [];
  const last = inside ? normalise(workspaceFolder).replace(/\/$/, '') : undefined;
  const folders: string[] = [];
  for (
    let folder = folderOf(uri), before = '';
    folder !== before;
    before = folder, folder = folderOf(folder)
  ) {
    folders.push(folder);
    if (folder.replace(/\/$/, '') === last) break;
  }
  return folders;
}

async function exists(files: Files, uri: string): Promise<boolean> {
  try {
    return (await files.stat(uri))?.type === 'file';
  } catch {
    // What is there and cannot be read is reported when it is loaded.
    return true;
  }
}
