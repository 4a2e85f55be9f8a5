import type { CancellationToken } from 'vscode-languageserver';
import { ALIKE, SURELY_ALIKE } from '../align/same-draft';
import { LARGEST_OF_MANY, readDraft } from '../draft-text';
import type { Files } from '../files';
import { WORD_ENDING } from '../files/endings';
import type { KnownWord } from '../protocol';
import { stopIf } from './progress';
import { fromWord } from './wordFile';
import type { WorkspaceDrafts } from './workspaceDrafts';

/**
 * A draft that has more bytes than the document's text has characters, times this, cannot have half of its words in
 * common with it.
 */
const LONGER = 16;
/** The most characters of drafts that are compared with a document. */
const MOST_COMPARED = 32 * 1024 * 1024;

/**
 * Finds the draft that a Word document was made of: that of the same name beside it, where the two are similar, or else
 * the most similar of all.
 *
 * @param uri of the document
 * @param folders those of the workspace
 * @throws Refusal where it cannot be read; the error RequestCancelled where it was cancelled
 */
export async function knownWord(
  files: Files,
  uri: string,
  drafts: WorkspaceDrafts,
  folders: readonly string[],
  token: CancellationToken,
): Promise<KnownWord> {
  const load = () => import('../word-bundle');
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
 * The draft that is most similar to a text; undefined where none is similar enough.
 *
 * @param drafts their URIs
 * @param likeness of two texts, from 0 to 1
 * @throws the error RequestCancelled where it was cancelled meanwhile
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
