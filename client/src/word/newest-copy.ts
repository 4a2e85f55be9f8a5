import { FileType, Uri, workspace } from 'vscode';
import { MARKDOWN_ENDING } from '../../../server/src/files/endings';

/** Most documents in one folder whose dates are looked at. */
const MOST = 50;

/**
 * The document that was saved last of an exported one and the copies beside it, as colleagues send them back under the
 * same name with their initials, and not the document of another draft there; undefined where there is none, or the
 * folder cannot be read.
 *
 * @param exported where a draft was exported to
 */
export async function newestCopy(exported: Uri): Promise<Uri | undefined> {
  const folder = Uri.joinPath(exported, '..');
  const stem = stemOf(exported.path.split('/').at(-1)!);
  const entries = await workspace.fs.readDirectory(folder).then(undefined, () => []);
  const others = new Set(entries.flatMap(([name]) => (MARKDOWN_ENDING.test(name) ? [stemOf(name)] : [])));
  others.delete(stem);
  const copies = entries.filter(
    ([name, type]) =>
      (type & FileType.File) !== 0 &&
      isCopy(name) &&
      stemOf(name).startsWith(stem) &&
      !others.has(stemOf(name)),
  );
  const dated = await Promise.all(
    copies.slice(0, MOST).map(async ([name]) => {
      const uri = Uri.joinPath(folder, name);
      return {
        uri,
        saved: await workspace.fs.stat(uri).then(
          ({ mtime }) => mtime,
          () => 0,
        ),
      };
    }),
  );
  return dated.sort((one, other) => other.saved - one.saved)[0]?.uri;
}

/** A document that is no lock file, and none that was sent out, which holds no draft. */
const isCopy = (name: string): boolean => /^(?!~\$).*(?<!-final)\.doc[xm]$/i.test(name);

const stemOf = (name: string): string => name.replace(/\.[^.]*$/, '').toLowerCase();
