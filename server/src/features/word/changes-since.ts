import type { Draft } from '../../draft/types';
import type { Files } from '../../files';
import { NoVersion, type Version } from '../../files/history';
import type { Redline } from '../../merge/redline';
import { LARGEST_DRAFT, readDraft } from '../../project/draft-text';
import { nameOf } from '../../project/paths';
import { decodedAddress } from '../../text/addresses';
import { Refusal } from '../client/refusal';
import { fromWord } from './word-file';

const COMMIT = /^commit:/i;

/**
 * What changed in a draft since an earlier version; marks that either has count as accepted.
 *
 * @param uri of the draft
 * @param since URI of the earlier version: a Markdown file, a document of ours that carries its draft, or
 *   `commit:` with the name of a commit
 * @throws Refusal where it cannot be read
 */
export async function changesSince(draft: Draft, uri: string, since: string, files: Files): Promise<Redline> {
  const version = COMMIT.test(since)
    ? await versionIn(decodedAddress(since.replace(COMMIT, '')), uri, files)
    : { text: await textOf(since, files), by: undefined };
  return (await import('../../word-bundle')).redlineSince(version, draft.text);
}

/** A name as Git has it: in a URI, `HEAD^` is `HEAD%5E`. */
async function versionIn(commit: string, uri: string, { history }: Files): Promise<Version> {
  try {
    if (history && /^file:/i.test(uri)) return await history.version(uri, commit);
  } catch (error) {
    if (error instanceof NoVersion) throw new Refusal(`${nameOf(uri)} is not compared: ${error.message}.`);
    throw error;
  }
  throw new Refusal(`There are no earlier versions of ${nameOf(uri)} here.`);
}

async function textOf(uri: string, files: Files): Promise<string> {
  if (!/\.docx$/i.test(uri)) {
    const read = await readDraft(files, uri, LARGEST_DRAFT);
    if (!read) throw new Refusal(`There is no file ${nameOf(uri)}.`);
    if ('problem' in read) throw new Refusal(`${nameOf(uri)} cannot be read: ${read.problem}.`);
    return read.text;
  }
  const load = () => import('../../word-bundle');
  const source = await fromWord(files, uri, load, (bytes, { embeddedSource }) => embeddedSource(bytes));
  if (source !== undefined) return source;
  throw new Refusal(`${nameOf(uri)} does not carry the draft that it was made of.`);
}
