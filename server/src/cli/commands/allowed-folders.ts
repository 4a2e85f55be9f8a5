import { toUri } from '../../disk/node-files';
import { folderOf, relativePath } from '../../project/paths';
import { repositoryOf } from '../folders';

/**
 * The folders that no symbolic link on the way to a target may lead out of: the user's repository or current folder, and
 * the draft's folder, if the target lies in them; or else the target's own folder.
 *
 * @param own URI of the folder of the draft, or of the document that is imported
 */
export function foldersAround(target: string, own: string, cwd: string): readonly string[] {
  const uri = toUri(target);
  const workspaces = [toUri(repositoryOf(cwd) ?? cwd), own].filter(
    (folder) => relativePath(folder, uri) !== undefined,
  );
  return workspaces.length > 0 ? workspaces : [folderOf(uri)];
}
