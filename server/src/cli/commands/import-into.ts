import { resolve } from 'node:path';
import { nodeFiles, explain as reasonOf, toUri } from '../../disk/node-files';
import { MARKDOWN_ENDING } from '../../files/endings';
import { LARGEST_DRAFT, textOf } from '../../project/draft-text';
import { folderOf } from '../../project/paths';
import { harmless } from '../../text/plain-output';
import { type Arguments, UsageError } from '../arguments';
import { type CommandIo, CommandRun } from '../command-run';
import { folderFor } from '../pictures';
import { foldersAround } from './allowed-folders';
import {
  inTheWay,
  type NewFile,
  pictureFiles,
  picturesFolder,
  picturesWritten,
  readNamed,
  writeAll,
} from './write-all';

/**
 * `advocacy import FILE.docx --into DRAFT.md`: merges the review of an exported document into its draft, in place or, with
 * `-o`, into another file. Writes all files or none.
 */
export async function importInto(given: Arguments, io: CommandIo): Promise<number> {
  const into = given.text('into')!;
  const [path, ...more] = given.paths;
  if (path === undefined || more.length > 0)
    throw new UsageError(
      'Name one document whose review to bring back: advocacy import FILE.docx --into DRAFT.md.',
    );
  if (given.text('out-dir') !== undefined)
    throw new UsageError('With --into there is one draft: use -o FILE.md in place of --out-dir.');
  const output = given.text('output') ?? into;
  for (const name of [into, output])
    if (!MARKDOWN_ENDING.test(name)) throw new UsageError(`A draft ends in .md, not “${name}”.`);
  const run = new CommandRun(io);
  const { cwd } = io;
  const draft = resolve(cwd, into);
  const target = resolve(cwd, output);
  const document = await readNamed(run, path, resolve(cwd, path));
  const bytes = await readNamed(run, into, draft, LARGEST_DRAFT);
  if (document === undefined || bytes === undefined) return 2;
  const before = textOf(bytes);
  if ('problem' in before) {
    run.complain(into, before.problem);
    return 2;
  }
  const project = await run.projectOf(draft);
  const { mergeDocument, DocxError, OtherDraftError } = await import('../../word-bundle');
  const folder = folderFor(draft, project, cwd);
  const around = foldersAround(target, folder ?? folderOf(toUri(draft)), cwd);
  try {
    const [changes, comments] = [given.text('changes') ?? 'show', given.text('comments') ?? 'keep'];
    const home = await mergeDocument(document, before.text, {
      changes: changes as 'show',
      comments: comments as 'keep',
      force: given.on('force'),
      pictures: encodeURIComponent(picturesFolder(target)),
      export: async () => {
        const [{ exportWord }, { parseDraft }, { unfilledWords }] = await Promise.all([
          import('../../word'),
          import('../../draft'),
          import('../../rules/unfilled-words'),
        ]);
        const options = {
          unfilled: unfilledWords,
          files: nodeFiles,
          uri: toUri(draft),
          carry: 'always' as const,
          ...(folder !== undefined && { folder }),
        };
        return (await exportWord(parseDraft(before.text), project, options)).bytes;
      },
    });
    // Keeps a byte order mark.
    const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? '\uFEFF' : '';
    const own: NewFile = [target, new TextEncoder().encode(mark + home.text)];
    const pictures = await notThereYet(pictureFiles(target, home.pictures));
    const force = given.on('force');
    const problem =
      (await inTheWay(run, [own], around, force || target === draft)) ??
      (await inTheWay(run, pictures, around, force));
    const orders = [...pictures, own].map(
      ([path, bytes]): NewFile => [path, bytes, !force && path !== draft],
    );
    if (problem !== undefined) run.complain(...problem);
    else if (target === draft && !(await isStill(draft, bytes)))
      run.complain(into, 'somebody has changed this draft just now, and it was left as it is. Try again');
    else if (await writeAll(run, orders, around)) {
      if (home.remark !== undefined) run.warn(`${path}: ${home.remark}`);
      const also = picturesWritten(pictures, picturesFolder(target));
      await run.print(
        `Wrote ${harmless(run.show(toUri(target)))} with ${counted(home, changes !== 'reject' && comments !== 'drop')}${also}\n`,
      );
    }
    return run.troubled ? 2 : 0;
  } catch (error) {
    const problem =
      error instanceof OtherDraftError
        ? error.message
        : error instanceof DocxError
          ? `this cannot be imported: ${error.message}`
          : `this could not be brought back, which is a mistake in advocacy itself: ${reasonOf(error)}`;
    run.complain(path, problem);
    return 2;
  }
}

/** Whether a draft is unchanged since it was read, as an editor may have saved it. */
async function isStill(path: string, bytes: Uint8Array): Promise<boolean> {
  const now = await nodeFiles.read(toUri(path), LARGEST_DRAFT).catch(() => undefined);
  return now !== undefined && Buffer.compare(now, bytes) === 0;
}

/** The pictures that are not in their folder yet. Their names depend on their contents. */
async function notThereYet(files: readonly NewFile[]): Promise<NewFile[]> {
  const old = await Promise.all(files.map(([path]) => nodeFiles.read(toUri(path)).catch(() => undefined)));
  return files.filter(([, bytes], at) => old[at] === undefined || Buffer.compare(old[at], bytes) !== 0);
}

/** @param all whether no part of the review was excluded by an option */
function counted(
  { changes, comments }: { readonly changes: number; readonly comments: number },
  all: boolean,
): string {
  const count = (number: number, what: string): string =>
    number === 0 ? `no ${what}` : number === 1 ? `one ${what}` : `${number} ${what}s`;
  return all && changes + comments === 0
    ? 'no change: the review has none that is not there'
    : `${count(changes, 'change')} and ${count(comments, 'comment')}`;
}
