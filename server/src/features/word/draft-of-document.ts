import type { CancellationToken } from 'vscode-languageserver';
import { ALIKE, SURELY_ALIKE } from '../../align/draft-similarity';
import type { Files } from '../../files';
import { WORD_ENDING } from '../../files/endings';
import { LARGEST_OF_MANY, readDraft } from '../../project/draft-text';
import type { KnownWord } from '../../protocol';
import { stopIf } from '../client/progress';
import type { WorkspaceDrafts } from '../workspace/workspace-drafts';
import { fromWord } from './word-file';

/**
 * A draft with more bytes than this times the characters of the document's text is not compared: fewer than half of
 * its words can be in the document.
 */
const LONGER = 16;
/** The most characters of all drafts together that are compared with a document. */
const MOST_COMPARED = 32 * 1024 * 1024;

/**
 * Finds the draft that a Word document was made from: the draft with the same name beside it, if the two are similar,
 * or else the most similar draft.
 *
 * @param uri of the document
 * @param folders of the workspace
 * @throws Refusal if the document cannot be read; the error RequestCancelled if the request is cancelled
 */
export async function draftOfDocument(
  files: Files,
  uri: string,
  drafts: WorkspaceDrafts,
  folders: readonly string[],
  token: CancellationToken,
): Promise<KnownWord> {
  const load = () => import('../../word-bundle');
  const { source, isAsExported } = await fromWord(
    files,
    uri,
    load,
    (bytes, { embeddedSource, originOf, importDocument }) => {
      const origin = originOf(bytes);
      // A final document has no draft embedded, but its words identify the draft.
      const words = () => importDocument(bytes).markdown;
      return {
        source: embeddedSource(bytes) ?? (origin === 'other' ? undefined : words()),
        isAsExported: origin === 'exported',
      };
    },
  );
  if (source === undefined) return { isAsExported: false };
  const { likeness } = await load();
  const beside = uri.replace(WORD_ENDING, '.md');
  const read = await readDraft(files, beside, LARGEST_OF_MANY).catch(() => undefined);
  const ofBeside = read && 'text' in read ? likeness(source, read.text) : 0;
  if (ofBeside >= SURELY_ALIKE) return { draft: beside, isAsExported };
  const found = await drafts.find(folders, token, () => undefined);
  const draft =
    (await mostAlike(files, source, found.drafts, likeness, token)) ??
    (ofBeside >= ALIKE ? beside : undefined);
  return { isAsExported, ...(draft !== undefined && { draft }) };
}

/**
 * Returns the draft that is most similar to a text; undefined if none is similar enough.
 *
 * @param drafts URIs of the drafts
 * @param likeness returns the similarity of two texts, from 0 to 1
 * @throws the error RequestCancelled if the request is cancelled
 */
export async function mostAlike(
  files: Files,
  source: string,
  drafts: readonly string[],
  likeness: (a: string, b: string) => number,
  token: CancellationToken,
): Promise<string | undefined> {
  const most = Math.min(LARGEST_OF_MANY, LONGER * source.length);
  let draft: string | undefined;
  let best = SURELY_ALIKE;
  let compared = 0;
  for (const one of drafts) {
    stopIf(token);
    const read = await readDraft(files, one, most).catch(() => undefined);
    if (!read || !('text' in read)) continue;
    compared += read.text.length;
    if (compared > MOST_COMPARED) break;
    const alike = likeness(source, read.text);
    if (alike > best) [draft, best] = [one, alike];
  }
  return draft;
}
