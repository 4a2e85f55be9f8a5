import { dirname } from 'node:path';
import { gitHistory } from '../disk/history';
import { nodeFiles, toUri } from '../disk/node-files';
import { NoCommit, NoVersion, type Version } from '../files/history';
import { repositoryOf } from './folders';
import { readDraft } from './read-draft';

/**
 * An earlier version of a draft: a file, or the draft in a commit of its Git repository.
 *
 * @param since the path or commit that the user gave
 * @param file `since` as an absolute path
 * @param draft path of the draft; undefined for standard input
 * @throws NoVersion if there is neither, or it cannot be read
 */
export async function versionOf(since: string, file: string, draft: string | undefined): Promise<Version> {
  const found = await nodeFiles.stat(toUri(file)).catch(() => undefined);
  if (found?.type === 'file') {
    const read = await readDraft(file);
    if ('problem' in read) throw new NoVersion(`“${since}” cannot be read: ${read.problem}`);
    return { text: read.text, by: undefined };
  }
  if (draft === undefined || repositoryOf(dirname(draft)) === undefined)
    throw new NoVersion(`there is no file “${since}”, and the draft lies in no Git repository`);
  try {
    return await gitHistory.version(toUri(draft), since);
  } catch (error) {
    if (!(error instanceof NoCommit)) throw error;
    throw new NoVersion(`there is no file “${since}”, and no commit of that name in the Git repository`);
  }
}
