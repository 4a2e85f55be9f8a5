import { toUri } from '../../disk/node-files';
import { folderOf, relativePath } from '../../project/paths';
import type { Project } from '../../project/types';
import { repositoryOf } from '../folders';
import { folderFor } from '../pictures';

/**
 * The folders that no link on the way to a target may lead out of: the one that the person at the keyboard works in,
 * and the draft's. What lies in neither by its name was plainly meant; a link in its folder was not.
 */
export function foldersAround(
  target: string,
  draft: string,
  project: Project,
  cwd: string,
): readonly string[] {
  const uri = toUri(target);
  const workspaces = [
    toUri(repositoryOf(cwd) ?? cwd),
    folderFor(draft, project, cwd) ?? folderOf(toUri(draft)),
  ].filter((folder) => relativePath(folder, uri) !== undefined);
  return workspaces.length > 0 ? workspaces : [folderOf(uri)];
}
