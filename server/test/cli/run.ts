import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loaded } from '../load-bundled';

export interface Run {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** Without the rights of an administrator, also where the tests have them. */
  readonly unprivileged?: boolean;
  /** Number of the user that it runs as; needs the rights of an administrator. */
  readonly user?: number;
}

let building: Promise<string> | undefined;
const made: string[] = [];

/** Builds the command line once for all tests, as it is shipped. Returns the path of the bundle. */
export function built(): Promise<string> {
  const { ADVOCACY_BUILT } = process.env;
  building ??= (ADVOCACY_BUILT ? copied(ADVOCACY_BUILT) : builtInto({ only: 'cli' })).then((folder) =>
    join(folder, 'cli.js'),
  );
  return building;
}

/** The same of what `npm test` has built, into a folder of its own: tests change what is in it. */
async function copied(from: string): Promise<string> {
  const folder = temporary();
  for (const entry of readdirSync(from, { withFileTypes: true }))
    if (entry.isFile()) copyFileSync(join(from, entry.name), join(folder, entry.name));
  return folder;
}

/** Builds what is shipped under some name, by the build script, into a folder of its own, and returns that. */
export async function builtInto(options: {
  readonly only: string;
  readonly minify?: boolean;
}): Promise<string> {
  const outdir = temporary();
  const script = pathToFileURL(join(__dirname, '../../../scripts/build.mjs')).href;
  const { build } = (await import(script)) as {
    build(options: { only: string; outdir: string; minify?: boolean }): Promise<unknown>;
  };
  await build({ ...options, outdir });
  return outdir;
}

const NOBODY = 65534;

/** Runs the real command line in a process of its own. */
export async function advocacy(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const child = spawn(process.execPath, [await built(), ...args], {
    cwd: options.cwd ?? temporary(),
    env: { PATH: process.env.PATH ?? '', XDG_CACHE_HOME: caches(), ...options.env },
    stdio: 'pipe',
    ...(options.unprivileged && process.getuid?.() === 0 && { uid: NOBODY, gid: NOBODY }),
    ...(options.user !== undefined && { uid: options.user, gid: options.user }),
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  return outcomeOf(child);
}

/** Runs the command line in this process, which costs no start: where it does not matter that it is one of its own. */
export async function inProcess(
  args: readonly string[],
  { cwd = temporary(), input = '', env }: Pick<RunOptions, 'cwd' | 'input' | 'env'> = {},
): Promise<Run> {
  const { runInProcess } = (await loaded(join(__dirname, 'in-process.ts'))) as typeof import('./in-process');
  return runInProcess(args, {
    cwd,
    input,
    environment: { PATH: process.env.PATH, XDG_CACHE_HOME: caches(), ...env },
  });
}

let shared: string | undefined;

/** The folder for what programs can do without, of all tests that have none of their own. */
function caches(): string {
  shared ??= temporary();
  return shared;
}

/** What a process wrote, and how it ended; one that takes longer than `patience` ms is killed. */
export function outcomeOf(child: ChildProcess, patience?: number): Promise<Run> {
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const timer = patience === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), patience);
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (status, signal) => {
      clearTimeout(timer);
      done({ status, signal, stdout, stderr });
    });
  });
}

/** An empty folder, which is removed when the tests end. */
export function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'advocacy-test-'));
  chmodSync(folder, 0o755);
  made.push(folder);
  return folder;
}

/** A folder with files, by their paths in it; a path that ends in / is an empty folder. */
export function workspace(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporary();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(path.endsWith('/') ? join(folder, path) : dirname(join(folder, path)), { recursive: true });
    if (!path.endsWith('/')) writeFileSync(join(folder, path), content);
  }
  return folder;
}

process.on('exit', () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});
