import { execFile } from 'node:child_process';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type History, NoCommit, NoVersion } from '../files/history';
import { LARGEST_DRAFT, textOf } from '../project/draft-text';

/** Longer than any name of a commit. */
const LONGEST_REF = 250;
/** Commits of a list. */
const MOST = 100;

/** Git's, of the repository that a file lies in. */
export const gitHistory: History = {
  async commits(uri) {
    const path = fileURLToPath(uri);
    const format = '--format=%H%x1f%an%x1f%aI%x1f%s';
    const log = ['log', '-z', `--max-count=${MOST}`, '--encoding=UTF-8', format, '--', `./${basename(path)}`];
    // No Git, and a folder in no repository: there are no earlier versions.
    const printed = await git(dirname(path), log).catch(() => undefined);
    return (printed?.toString('utf8') ?? '').split('\0').flatMap((line) => {
      const [id, author, date, message] = line.split('\x1f');
      return id && author !== undefined && date && message !== undefined
        ? [{ id, author, date, message }]
        : [];
    });
  },

  async version(uri, ref) {
    if (ref.length > LONGEST_REF || !/^[\w@][\w./@{}~^+-]*$/.test(ref)) throw new NoCommit(ref);
    const path = fileURLToPath(uri);
    const folder = dirname(path);
    const named = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`];
    const commit = await git(folder, named);
    const id = commit?.toString('latin1').trim() ?? '';
    if (!/^[0-9a-f]{40,64}$/.test(id)) throw new NoCommit(ref);
    const name = `./${basename(path)}`;
    const bytes = await git(folder, ['cat-file', 'blob', `${id}:${name}`]);
    if (bytes === undefined) throw new NoVersion(`the draft is not in the commit ${ref}`);
    const read = textOf(bytes);
    if ('problem' in read) throw new NoVersion(`in the commit ${ref}, ${read.problem}`);
    const newest = ['log', '-1', '--format=%an%x00%aI', '--encoding=UTF-8', `${id}..HEAD`, '--', name];
    const last = await git(folder, newest);
    const [author, date] = (last?.toString('utf8') ?? '').trim().split('\0');
    return { text: read.text, by: author ? { author, ...(date && { date: inUtc(date) }) } : undefined };
  },
};

/** `2026-10-03T11:31:00+02:00` → `2026-10-03T09:31:00Z` */
function inUtc(date: string): string {
  const time = Date.parse(date);
  return Number.isNaN(time) ? date : `${new Date(time).toISOString().slice(0, 16)}:00Z`;
}

/**
 * What Git prints; undefined where it fails. It is asked for what it keeps, by arguments and without a shell: no filter,
 * no hook and no program of the repository runs, and nothing is fetched.
 */
function git(folder: string, args: readonly string[]): Promise<Buffer | undefined> {
  const settings = [
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    'core.pager=cat',
    'log.showSignature=false',
    // A folder that only looks like a repository is none.
    'safe.bareRepository=explicit',
  ];
  return new Promise((done, fail) => {
    execFile(
      'git',
      ['-C', folder, '--no-pager', '--literal-pathspecs', ...settings.flatMap((one) => ['-c', one]), ...args],
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
          // Older ones do not know that: they fetch by no way that there is.
          GIT_ALLOW_PROTOCOL: 'none',
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
