import { join, resolve } from 'node:path';
import { nodeFiles, explain as reasonOf, toUri } from '../../disk/node-files';
import { type Draft, parseDraft, positionAt } from '../../draft';
import { folded } from '../../files';
import { MARKDOWN_ENDING } from '../../files/endings';
import type { Redline } from '../../merge/redline';
import { folderOf, normalise } from '../../project/paths';
import { shippedInstead } from '../../project/shipped';
import { unfilledWords } from '../../rules/unfilled-words';
import { harmless } from '../../text/plain-output';
import { type Arguments, UsageError } from '../arguments';
import { type CommandIo, CommandRun } from '../command-run';
import type { OpenedDraft } from '../opened-draft';
import { folderFor } from '../pictures';
import { foldersAround } from './allowed-folders';
import { exportFindings, sumOf } from './export-checks';
import { leadingOut, readNamed } from './write-all';

/** The options of a call, for all its documents. */
interface Wanted {
  readonly template: Uint8Array | undefined;
  /** As it was typed. */
  readonly templateName: string | undefined;
  readonly force: boolean;
  readonly strict: boolean;
  /** Whether the document is to be sent out. */
  readonly final: boolean;
  readonly changes: 'track' | 'accept' | 'reject';
  readonly pictures: 'reduced' | 'full' | undefined;
  /** A file or a commit. What changed since then is written as tracked changes. */
  readonly since: string | undefined;
  /** URIs of all documents of the call, by those of their drafts. */
  readonly documents?: ReadonlyMap<string, string>;
}

/**
 * `advocacy export`: writes each draft as a Word document. Returns 2 if something went wrong, or else 1 if `--strict` or
 * `--final` kept a document back, or else 0.
 */
export async function exportDrafts(given: Arguments, io: CommandIo): Promise<number> {
  const output = given.text('output');
  const folder = given.text('out-dir');
  if (given.paths.length === 0)
    throw new UsageError('Name the draft to export: advocacy export PATH -o FILE.docx.');
  if ((output === undefined) === (folder === undefined)) {
    throw new UsageError('Say where to write: -o FILE for one draft, or --out-dir DIR.');
  }
  if (output !== undefined && !/\.docx$/i.test(output)) {
    throw new UsageError(`The file to write must end in .docx, not “${output}”.`);
  }
  if (given.on('final') && given.text('since') !== undefined)
    throw new UsageError('--since shows changes, and --final is for a document without any.');
  const { cwd } = io;
  const run = new CommandRun(io);
  const template = await readTemplate(given.text('template'), run);
  if (template === 'unreadable') return 2;
  const wanted: Wanted = {
    template,
    templateName: given.text('template'),
    force: given.on('force'),
    strict: given.on('strict'),
    final: given.on('final'),
    changes: (given.text('changes') as Wanted['changes'] | undefined) ?? 'track',
    pictures: given.text('pictures') as Wanted['pictures'],
    since: given.text('since'),
  };
  const drafts: OpenedDraft[] = [];
  for await (const opened of run.drafts(given.paths, output === undefined ? 'Exporting' : 'Reading')) {
    if (drafts.push(opened) > 1 && output !== undefined)
      throw new UsageError('-o is for one draft, and there are more. Use --out-dir DIR.');
  }
  const targetOf = ({ input }: OpenedDraft): string =>
    resolve(cwd, output ?? join(folder!, `${input.below.replace(MARKDOWN_ENDING, '')}.docx`));
  const documents = new Map(drafts.map((opened) => [normalise(opened.uri), toUri(targetOf(opened))]));
  const together = output === undefined ? { documents } : {};
  const written = new Map<string, string>();
  let keptBack = false;
  for (const opened of drafts) {
    const { shown } = opened.input;
    const target = targetOf(opened);
    const other = written.get(folded(target));
    if (other !== undefined) {
      run.complain(shown, `its document would take the place of the one of ${other}. Export it with -o FILE`);
      continue;
    }
    written.set(folded(target), shown);
    if (!(await exportOne(run, opened, target, { ...wanted, ...together }))) keptBack = true;
  }
  if (drafts.length === 0) run.adviseOnDrafts(given.paths);
  return run.troubled ? 2 : keptBack ? 1 : 0;
}

/** @returns false if the document was kept back by `--strict` or `--final` */
async function exportOne(
  run: CommandRun,
  { input, text, uri, project }: OpenedDraft,
  target: string,
  { template, templateName, force, strict, final, changes, pictures, since, documents }: Wanted,
): Promise<boolean> {
  const { exportWord, TemplateError, originOf } = await import('../../word');
  const shown = run.show(toUri(target));
  try {
    const folder = folderFor(input.path, project, run.io.cwd);
    const around = foldersAround(target, folder ?? folderOf(uri), run.io.cwd);
    const out = await leadingOut(run, toUri(target), around);
    if (out !== undefined) {
      run.complain(shown, out);
      return true;
    }
    const isFree = async (): Promise<boolean> => {
      const before = force ? undefined : await nodeFiles.read(toUri(target), undefined, around[0]);
      const state = before === undefined ? 'exported' : originOf(before);
      if (state === 'exported') return true;
      run.complain(
        shown,
        state === 'changed'
          ? `somebody has changed or saved this document since it was exported. Bring that back with “advocacy import ${shown} --into ${input.shown}”, or use --force, if you have brought it back`
          : 'advocacy did not write this file, or somebody has changed it since. Use --force to overwrite it',
      );
      return false;
    };
    if (!(await isFree())) return true;
    const redline = since === undefined ? undefined : await changesSince(since, input, text, run);
    if (redline === 'unreadable') return true;
    const draft = redline?.draft ?? parseDraft(text);
    if (final && (await isOpen(run, draft, input.shown, shown))) return false;
    const { bytes, warnings, accessibility } = await exportWord(draft, project, {
      unfilled: unfilledWords,
      files: nodeFiles,
      uri,
      // With changes since another version, the document is not that of the draft alone.
      carry: !final && since === undefined,
      ...(redline && { since: redline.since }),
      // Nothing is open in a final document, and resolved comments are left out.
      changes: final ? 'accept' : changes,
      ...(folder !== undefined && { folder }),
      ...(pictures && { pictures }),
      ...(template && { template }),
      ...(documents && { together: { own: toUri(target), documents } }),
    });
    const kept = strict && accessibility.length > 0;
    // Somebody may have saved the document in the meantime.
    if (!kept && !(await isFree())) return true;
    if (!kept) await nodeFiles.write(toUri(target), bytes, around);
    const findings = exportFindings(draft, project, accessibility);
    for (const { message, line } of [...warnings, ...findings].sort((a, b) => a.line - b.line))
      run.warn(`${input.shown}:${line + 1}: ${message}`);
    const sum = sumOf(findings, input);
    if (sum !== undefined) run.warn(sum);
    if (kept) {
      const things = accessibility.length === 1 ? 'one thing keeps' : `${accessibility.length} things keep`;
      run.warn(`${shown}: not written, since ${things} people from reading it.`);
      return false;
    }
    await run.print(`Wrote ${harmless(shown)}\n`);
  } catch (error) {
    if (error instanceof TemplateError) {
      // Only one that was typed ends an export.
      run.complain(
        shown,
        error.message.replace('template', (word) => `${word} “${templateName}”`),
      );
      return true;
    }
    // Errors of files have a cause; any other is a bug.
    const foreseen = error instanceof Error && error.cause !== undefined;
    const blame = foreseen
      ? 'it could not be written'
      : 'it could not be made, which is a mistake in advocacy itself';
    run.complain(shown, `${blame}: ${reasonOf(error)}`);
  }
  return true;
}

/** Whether a draft has open changes or comments of a review, which are reported by line. */
async function isOpen(run: CommandRun, draft: Draft, draftShown: string, shown: string): Promise<boolean> {
  const { openReviews } = await import('../../reviews');
  const open = openReviews(draft);
  for (const { span, message } of open)
    run.warn(`${draftShown}:${positionAt(draft, span.start).line + 1}: ${message}`);
  if (open.length === 0) return false;
  const things = open.length === 1 ? `one ${open[0]!.kind} is` : `${open.length} changes and comments are`;
  run.warn(`${shown}: not written, since ${things} still open.`);
  return true;
}

/** What changed in a draft since a commit or a file. Complains if that cannot be read. */
async function changesSince(
  since: string,
  { path, stdin, shown }: OpenedDraft['input'],
  text: string,
  run: CommandRun,
): Promise<Redline | 'unreadable'> {
  const [{ versionOf }, { NoVersion }, { redlineSince }] = await Promise.all([
    import('../versions'),
    import('../../files/history'),
    import('../../word-bundle'),
  ]);
  try {
    const version = await versionOf(since, resolve(run.io.cwd, since), stdin ? undefined : path);
    return redlineSince(version, text);
  } catch (error) {
    if (!(error instanceof NoVersion)) throw error;
    run.complain(shown, error.message);
    return 'unreadable';
  }
}

/** A template, by its path or the name of a built-in one. Complains if it cannot be read. */
async function readTemplate(
  path: string | undefined,
  run: CommandRun,
): Promise<Uint8Array | undefined | 'unreadable'> {
  if (path === undefined) return undefined;
  // For the path of a file, the exporter need not be loaded.
  if (/^[a-z-]+$/i.test(path)) {
    const { shippedTemplate } = await import('../../word');
    const shipped = shippedTemplate(path);
    if (shipped !== undefined) return shipped;
  }
  const missing = `there is no such file.${shippedInstead(path)}`;
  return (await readNamed(run, path, resolve(run.io.cwd, path), undefined, missing)) ?? 'unreadable';
}
