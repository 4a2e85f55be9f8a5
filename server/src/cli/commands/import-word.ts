import { basename, join, resolve } from 'node:path';
import { titleWithArticle } from '../../coverage/kind-guess';
import { nodeFiles, explain as reasonOf, toUri } from '../../disk/node-files';
import { folded } from '../../files';
import { MARKDOWN_ENDING, WORD_ENDING } from '../../files/endings';
import type { ImportedDocument, ImportOptions } from '../../import';
import { lossText } from '../../import/losses';
import { withTitleDetails } from '../../import/title-details';
import { ProjectStore } from '../../project';
import { folderOf } from '../../project/paths';
import { withLikelyKind } from '../../skeleton/kind-change';
import { harmless } from '../../text/plain-output';
import { type Arguments, UsageError } from '../arguments';
import { type CommandIo, CommandRun, projectOf } from '../command-run';
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

/** `advocacy import`: writes each Word document as Markdown with its pictures. Returns 2 if something went wrong. */
export async function importDocuments(given: Arguments, io: CommandIo): Promise<number> {
  if (given.text('into') !== undefined) return (await import('./import-into')).importInto(given, io);
  const output = given.text('output');
  const folder = given.text('out-dir');
  if (given.paths.length === 0)
    throw new UsageError('Name the document to import: advocacy import FILE.docx -o FILE.md.');
  if ((output === undefined) === (folder === undefined))
    throw new UsageError('Say where to write: -o FILE.md for one document, or --out-dir DIR.');
  if (output !== undefined && given.paths.length > 1)
    throw new UsageError('-o is for one document, and there are more. Use --out-dir DIR.');
  if (output !== undefined && !MARKDOWN_ENDING.test(output))
    throw new UsageError(`The file to write must end in .md, not “${output}”.`);
  const { cwd } = io;
  const run = new CommandRun(io);
  const changes = given.text('changes') as ImportOptions['changes'];
  const comments = given.text('comments') as ImportOptions['comments'];
  const options = { ...(changes && { changes }), ...(comments && { comments }) };
  const projects = new ProjectStore(nodeFiles);
  const written = new Map<string, string>();
  for (const path of given.paths) {
    const source = resolve(cwd, path);
    const target = resolve(cwd, output ?? join(folder!, `${basename(path).replace(WORD_ENDING, '')}.md`));
    const other = written.get(folded(target));
    if (other === path) continue;
    if (other !== undefined) {
      run.complain(path, `its Markdown would take the place of that of ${other}. Import it with -o FILE.md`);
      continue;
    }
    written.set(folded(target), path);
    await importOne(run, projects, { source, shown: path, target, options, force: given.on('force') });
  }
  return run.troubled ? 2 : 0;
}

interface Order {
  readonly source: string;
  /** The path of the document in the output. */
  readonly shown: string;
  readonly target: string;
  readonly options: ImportOptions;
  readonly force: boolean;
}

async function importOne(run: CommandRun, projects: ProjectStore, order: Order): Promise<void> {
  const { source, shown, target, force } = order;
  const name = picturesFolder(target);
  const options = { ...order.options, pictures: encodeURIComponent(name) };
  const imported = await readOne(run, source, shown, options);
  if (imported === undefined) return;
  // Mistakes in the configuration do not matter here.
  const { text, kind } = withLikelyKind(imported.markdown, await projectOf(projects, target));
  const files: NewFile[] = [
    ...pictureFiles(target, imported.pictures),
    [target, new TextEncoder().encode(text)],
  ];
  const around = foldersAround(target, folderOf(toUri(source)), run.io.cwd);
  const problem = await inTheWay(run, files, around, force);
  if (problem !== undefined) {
    run.complain(...problem);
    return;
  }
  const orders = files.map(([path, bytes]): NewFile => [path, bytes, !force]);
  if (!(await writeAll(run, orders, around))) return;
  for (const loss of imported.losses) run.warn(`${shown}: ${lossText(loss)}`);
  await run.print(
    `Wrote ${harmless(run.show(toUri(target)))}${picturesWritten(imported.pictures, name)}${kind ? `, as ${titleWithArticle(kind)}` : ''}\n`,
  );
}

/** The document as Markdown. Complains and returns undefined if it cannot be read. */
async function readOne(
  run: CommandRun,
  source: string,
  shown: string,
  options: ImportOptions,
): Promise<ImportedDocument | undefined> {
  const bytes = await readNamed(run, shown, source);
  if (bytes === undefined) return undefined;
  const { DocxError, importDocument } = await import('../../import');
  try {
    return importDocument(bytes, { ...options, details: withTitleDetails });
  } catch (error) {
    if (error instanceof DocxError) run.complain(shown, `this cannot be imported: ${error.message}`);
    else
      run.complain(
        shown,
        `this could not be read, which is a mistake in advocacy itself: ${reasonOf(error)}`,
      );
    return undefined;
  }
}
