import { toUri } from '../../disk/node-files';
import { folderOf, relativePath } from '../../project/paths';
import { repositoryOf } from '../folders';

/**
 * The folders that no link on the way to a target may lead out of: the one that the person at the keyboard works in,
 * and the draft's. What lies in neither by its name was plainly meant; a link in its folder was not.
 *
 * @param own URI of the draft's, or of a document's that is imported
 */
export function foldersAround(target: string, own: string, cwd: string): readonly string[] {
  const uri = toUri(target);
  const workspaces = [toUri(repositoryOf(cwd) ?? cwd), own].filter(
    (folder) => relativePath(folder, uri) !== undefined,
  );
  return workspaces.length > 0 ? workspaces : [folderOf(uri)];
}
