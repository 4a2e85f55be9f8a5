import { titleWithArticle } from '../../coverage';
import type { Files } from '../../files';
import type { ImportedDocument } from '../../import';
import { withTitleDetails } from '../../import/title-details';
import type { Project } from '../../project/types';
import type { ImportedWord } from '../../protocol';
import { withLikelyKind } from '../../skeleton/kind-change';
import { legible } from '../../text/plain-output';
import { bytesToBase64 } from '../client/base64';
import { fromWord } from './word-file';

/**
 * A Word document as Markdown and pictures, for the client to write: a draft, where its kind is clear.
 *
 * @param document URI of the .docx
 * @param pictures name of the folder that the pictures will lie in, beside the Markdown
 * @throws Refusal where it cannot be read
 */
export async function importWord(
  files: Files,
  document: string,
  pictures: string,
  project: Project,
): Promise<ImportedWord> {
  const imported = await readWord(files, document, 'imported', encodeURIComponent(pictures));
  const { lossText } = await import('../../import');
  const { text, kind } = withLikelyKind(imported.markdown, project);
  return {
    markdown: text,
    ...(kind && { called: titleWithArticle(kind) }),
    pictures: imported.pictures.map(({ name, bytes }) => ({ name, base64: bytesToBase64(bytes) })),
    losses: imported.losses.map((loss) => legible(lossText(loss))),
  };
}

/**
 * Reads a Word document.
 *
 * @param done what cannot be done where it cannot be read, for the message
 * @throws Refusal where it cannot be read
 */
export function readWord(
  files: Files,
  document: string,
  done: string,
  pictures: string,
): Promise<ImportedDocument> {
  return fromWord(
    files,
    document,
    () => import('../../import'),
    (bytes, { importDocument }) => importDocument(bytes, { pictures, details: withTitleDetails }),
    done,
  );
}
