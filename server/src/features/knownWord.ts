import type { CancellationToken } from 'vscode-languageserver';
import { LARGEST_OF_MANY, readDraft } from '../draft-text';
import type { Files } from '../files';
import { nameOf } from '../project/paths';
import type { KnownWord } from '../protocol';
import { WORD_ENDING } from '../word-names';
import { Refusal } from './insert';
import type { WorkspaceDrafts } from './workspaceDrafts';

/** Two drafts of one folder have a third of their words in common, if only for those that every text has. */
const SURELY_ALIKE = 0.5;

/**
 * What a Word document has to do with the drafts here: the one that it was made of is that of its name beside it, where
 * they are alike, and else the most alike of all.
 *
 * @param uri of the document
 * @param folders the workspace's
 * @throws Refusal where it cannot be read
 */
export async function knownWord(
  files: Files,
  uri: string,
  drafts: WorkspaceDrafts,
  folders: readonly string[],
  token: CancellationToken,
): Promise<KnownWord> {
  const bytes = await files.read(uri);
  if (!bytes) throw new Refusal(`There is no file ${nameOf(uri)}.`);
  const { ALIKE, carriedSource, DocxError, likeness, whose } = await import('../documents');
  let source: string | undefined;
  try {
    source = carriedSource(bytes);
  } catch (error) {
    if (!(error instanceof DocxError)) throw error;
    throw new Refusal(`${nameOf(uri)} cannot be read: ${error.message}.`);
  }
  if (source === undefined) return { isAsExported: false };
  const isAsExported = whose(bytes) === 'ours';
  const likenessOf = async (draft: string): Promise<number> => {
    const read = await readDraft(files, draft, LARGEST_OF_MANY).catch(() => undefined);
    return read && 'text' in read ? likeness(source, read.text) : 0;
  };
  const beside = uri.replace(WORD_ENDING, '.md');
  const ofBeside = await likenessOf(beside);
  let draft = ofBeside >= ALIKE ? beside : undefined;
  if (ofBeside >= SURELY_ALIKE) return { draft: beside, isAsExported };
  let best = SURELY_ALIKE;
  for (const one of (await drafts.find(folders, token, () => undefined)).drafts) {
    const alike = await likenessOf(one);
    if (alike > best) [draft, best] = [one, alike];
  }
  return { isAsExported, ...(draft !== undefined && { draft }) };
}
