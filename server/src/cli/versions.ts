import { execFile } from 'node:child_process';
import { basename, dirname } from 'node:path';
import type { By } from '../criticmarkup/types';
import { nodeFiles, toUri } from '../disk/files';
import { LARGEST_DRAFT, textOf } from '../draft-text';
import { readDraft } from './read';
import { repositoryOf } from './walk';

/** An earlier version of a draft that cannot be read, with the reason in plain words. */
export class NoVersion extends Error {}

export interface Version {
  readonly text: string;
  /** Who changed the draft since, where the repository knows. */
  readonly by: By | undefined;
}

/** Longer than any name of a commit. */
const LONGEST_REF = 250;

/**
 * An earlier version of a draft: a file, or what a commit of its Git repository has of it.
 *
 * @param since what the user named
 * @param file the path that this would be
 * @param draft its path; undefined where it comes from the standard input
 * @throws NoVersion
 */
export async function versionOf(since: string, file: string, draft: string | undefined): Promise<Version> {
  const found = await nodeFiles.stat(toUri(file)).catch(() => undefined);
  if (found?.type === 'file') {
    const read = await readDraft(file);
    if ('problem' in read) throw new NoVersion(`“${since}” cannot be read: ${read.problem}`);
    return { text: read.text, by: undefined };
  }
  if (draft === undefined || repositoryOf(dirname(draft)) === undefined)
    throw new NoVersion(`there is no file “${since}”, and the draft lies in no Git repository`);
  return ofCommit(since, draft);
}

/** What changed from an earlier version to this one, as CriticMarkup; marks that either has count as accepted. */
export async function changesIn({ text, by }: Version, now: string): Promise<string> {
  const [{ redline }, { parseDraft }, { resolveText }] = await Promise.all([
    import('../documents'),
    import('../draft'),
    import('../reviews'),
  ]);
  const [before, after] = [text, now].map((one) =>
    parseDraft(resolveText(one, 'accept', { comments: 'drop' })),
  );
  return redline(before!, after!, by ?? { author: 'Author' });
}

/**
 * Git is asked for what it keeps, by arguments and without a shell: no filter, no hook and no program of the repository
 * runs, and nothing is fetched.
 */
async function ofCommit(ref: string, path: string): Promise<Version> {
  if (ref.length > LONGEST_REF || !/^[\w@][\w./@{}~^+-]*$/.test(ref))
    throw new NoVersion(`there is no file “${ref}”, and that is no commit`);
  const folder = dirname(path);
  const commit = await git(folder, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${ref}^{commit}`,
  ]);
  const id = commit?.toString('latin1').trim() ?? '';
  if (!/^[0-9a-f]{40,64}$/.test(id))
    throw new NoVersion(`there is no file “${ref}”, and no commit of that name in the Git repository`);
  const name = `./${basename(path)}`;
  const bytes = await git(folder, ['cat-file', 'blob', `${id}:${name}`]);
  if (bytes === undefined) throw new NoVersion(`the draft is not in the commit ${ref}`);
  const read = textOf(bytes);
  if ('problem' in read) throw new NoVersion(`in the commit ${ref}, ${read.problem}`);
  const last = await git(folder, ['log', '-1', '--format=%an%x00%aI', `${id}..HEAD`, '--', name]);
  const [author, date] = (last?.toString('utf8') ?? '').trim().split('\0');
  return { text: read.text, by: author ? { author, ...(date && { date: inUtc(date) }) } : undefined };
}

/** `2026-10-03T11:31:00+02:00` → `2026-10-03T09:31:00Z` */
function inUtc(date: string): string {
  const time = Date.parse(date);
  return Number.isNaN(time) ? date : `${new Date(time).toISOString().slice(0, 16)}:00Z`;
}

/** What Git prints; undefined where it fails. */
function git(folder: string, args: readonly string[]): Promise<Buffer | undefined> {
  const settings = [
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    'core.pager=cat',
    'log.showSignature=false',
  ];
  return new Promise((done, fail) => {
    execFile(
      'git',
      ['-C', folder, '--no-pager', ...settings.flatMap((one) => ['-c', one]), ...args],
      {
        // Windows looks for programs in the current folder first, and the draft's is anybody's.
        cwd: dirname(process.execPath),
        encoding: 'buffer',
        maxBuffer: LARGEST_DRAFT,
        timeout: 30_000,
        windowsHide: true,
        env: {
          PATH: process.env.PATH,
          HOME: process.env.HOME,
          SystemRoot: process.env.SystemRoot,
          GIT_OPTIONAL_LOCKS: '0',
          GIT_NO_LAZY_FETCH: '1',
          GIT_TERMINAL_PROMPT: '0',
        },
      },
      (error, stdout) => {
        if (error?.code === 'ENOENT')
          fail(new NoVersion('Git, which keeps earlier versions, is not installed'));
        else done(error === null ? stdout : undefined);
      },
    );
  });
}
