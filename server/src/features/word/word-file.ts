import type { Files } from '../../files';
import { nameOf } from '../../project/paths';
import { Refusal } from '../client/refusal';

/**
 * Reads something out of a Word document.
 *
 * @param uri of the .docx
 * @param load gets what reads it, at its first use
 * @param done what cannot be done where it cannot be read, for the message
 * @throws Refusal where it cannot be read
 */
export async function fromWord<
  M extends { readonly DocxError: abstract new (...given: never[]) => Error },
  T,
>(
  files: Files,
  uri: string,
  load: () => Promise<M>,
  read: (bytes: Uint8Array, reader: M) => T | Promise<T>,
  done = 'read',
): Promise<T> {
  const bytes = await files.read(uri);
  if (!bytes) throw new Refusal(`There is no file ${nameOf(uri)}.`);
  const reader = await load();
  try {
    return await read(bytes, reader);
  } catch (error) {
    if (!(error instanceof reader.DocxError)) throw error;
    throw new Refusal(`${nameOf(uri)} cannot be ${done}: ${error.message}.`);
  }
}
