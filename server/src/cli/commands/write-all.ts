import { basename, dirname, join } from 'node:path';
import { nodeFiles, pathOf, explain as reasonOf, toUri } from '../../disk/node-files';
import { NotWritten, type Written, writeTogether } from '../../disk/writes';
import { MARKDOWN_ENDING } from '../../files/endings';
import type { PictureFile } from '../../import';
import { leadsOut } from '../../project/paths';
import { harmless } from '../../text/plain-output';
import type { CommandRun } from '../command-run';

export type NewFile = Written;

/** The name of the folder for pictures beside a draft. */
export function picturesFolder(target: string): string {
  return `${basename(target).replace(MARKDOWN_ENDING, '')}-images`;
}

/** Pictures as files in their folder. */
export function pictureFiles(target: string, pictures: readonly PictureFile[]): NewFile[] {
  return pictures.map(({ name, bytes }) => [join(dirname(target), picturesFolder(target), name), bytes]);
}

/** How many pictures were written, as the end of a message: “ and 2 pictures in a-images”. */
export function picturesWritten({ length }: readonly unknown[], folder: string): string {
  if (length === 0) return '';
  return ` and ${length === 1 ? 'one picture' : `${length} pictures`} in ${harmless(folder)}`;
}

/**
 * Reads a file. Complains and returns undefined if it cannot be read.
 *
 * @param most the most bytes that are read
 * @param missing the complaint if there is no such file
 */
export async function readNamed(
  run: CommandRun,
  shown: string,
  path: string,
  most?: number,
  missing = 'there is no such file',
): Promise<Uint8Array | undefined> {
  try {
    const bytes = await nodeFiles.read(toUri(path), most);
    if (bytes === undefined) run.complain(shown, missing);
    return bytes;
  } catch (error) {
    run.complain(shown, reasonOf(error));
    return undefined;
  }
}

/** Why a file must not be written: it leads out of the folders that it must lie in. Undefined if it does not. */
export async function leadingOut(
  run: CommandRun,
  uri: string,
  around: readonly string[],
): Promise<string | undefined> {
  for (const folder of around) {
    if (await leadsOut(nodeFiles, folder, uri))
      return `this is a link, or lies behind one, that leads out of ${run.show(folder)}. Name the place that you mean`;
  }
  return undefined;
}

/** The first file that must not be written, with the reason; undefined for none. */
export async function inTheWay(
  run: CommandRun,
  files: readonly NewFile[],
  around: readonly string[],
  force: boolean,
): Promise<readonly [shown: string, problem: string] | undefined> {
  for (const [path] of files) {
    const uri = toUri(path);
    const shown = run.show(uri);
    try {
      const out = await leadingOut(run, uri, around);
      if (out !== undefined) return [shown, out];
      if (!force && (await nodeFiles.stat(uri)) !== undefined)
        return [shown, 'there is such a file already. Use --force to overwrite it'];
    } catch (error) {
      return [shown, reasonOf(error)];
    }
  }
  return undefined;
}

/** Writes all files in order. If one cannot be written, complains, writes none and returns false. */
export async function writeAll(
  run: CommandRun,
  files: readonly NewFile[],
  around: readonly string[],
): Promise<boolean> {
  try {
    await writeTogether(files, around.map(pathOf));
    return true;
  } catch (error) {
    if (!(error instanceof NotWritten)) throw error;
    run.complain(run.show(toUri(error.path)), `it could not be written: ${error.message}`);
    return false;
  }
}
