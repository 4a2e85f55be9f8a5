// Packages the extension and tests the package: its suite in an extension host, the tests for a browser without a server,
// and those of the user interface.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { unzipSync } from 'fflate';
import { desktop, runInDesktop } from './desktop.mjs';
import { runFlowFiles, runFlows } from './flows.mjs';
import { hostFolder, installFileSystem, installServer, NEWEST, OLDEST, root } from './install.mjs';
import { temporaryFolder } from './server.mjs';
import { runInServer, runInWorker } from './suite.mjs';

export interface Score {
  readonly passed: number;
  readonly failed: number;
  /** What failed, each with why: in one line or more. */
  readonly failures: readonly string[];
}

/**
 * What is run where nothing is named: each test once. The suite holds what extensions are given against the oldest VS Code
 * that the manifest allows, and the windows are those of the newest.
 */
const USUAL = ['oldest', 'web', 'ui'];

/** Runs the tests that the arguments name, prints the sum, and returns the exit code. */
export async function testInVscode(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string' },
      grep: { type: 'string' },
      vscode: { type: 'string', default: NEWEST },
      // Given by `runFlows` to a process of its own: files of client/test/ui, the server's folder and the package.
      flows: { type: 'string' },
      host: { type: 'string' },
      vsix: { type: 'string' },
    },
  });
  if (values.flows !== undefined) {
    const score = await runFlowFiles(values.flows.split(','), {
      host: values.host!,
      vsix: values.vsix!,
      grep: values.grep,
    });
    report(score);
    return score.failed > 0 ? 1 : 0;
  }
  // `npm test` has just packaged the extension.
  const vsix = process.env.ADVOCACY_VSIX ?? (await packaged());
  rmSync(join(hostFolder, 'failures'), { recursive: true, force: true });
  const extension = unpackVsix(vsix);
  const host = installServer(values.vscode);
  const { grep } = values;
  const stages: Readonly<Record<string, () => Promise<Score>>> = {
    suite: () => suite(extension, host, grep),
    oldest: () => suite(extension, installServer(OLDEST), grep, 'server'),
    web: () => web(extension, host),
    ui: () => runFlows({ host, vsix, grep }),
  };
  const wanted = values.only?.split(',') ?? USUAL;
  const unknown = wanted.find((name) => stages[name] === undefined);
  if (unknown !== undefined)
    throw new Error(`There is no ${unknown}: only ${Object.keys(stages).join(', ')}.`);
  if (values.only === undefined)
    console.log(
      `The suite in ${basename(host)} is run by --only suite: the windows drive the same code there.`,
    );
  const scores: Score[] = [];
  const inTurn = async (names: readonly string[]): Promise<void> => {
    for (const name of names) scores.push(await stages[name]!());
  };
  // The tests of the user interface mostly wait for a browser, so the others run at the same time.
  const flows = wanted.filter((name) => name === 'ui');
  await Promise.all([inTurn(wanted.filter((name) => name !== 'ui')), inTurn(flows)]);
  const passed = scores.reduce((sum, score) => sum + score.passed, 0);
  const failed = scores.reduce((sum, score) => sum + score.failed, 0);
  console.log(`In VS Code: ${passed} passed, ${failed} failed`);
  report({ passed, failed, failures: scores.flatMap(({ failures }) => failures) });
  return failed > 0 || passed === 0 ? 1 : 0;
}

/** Packages the extension anew, so that its current content is tested, and returns the .vsix file's path. */
async function packaged(): Promise<string> {
  const script = new URL('../package.mjs', import.meta.url).href;
  const { makeVsix } = (await import(script)) as { makeVsix(): Promise<{ file: string }> };
  return (await makeVsix()).file;
}

/** Writes a score where the process that started this one wants it. */
function report(score: Score): void {
  if (process.env.TEST_RESULTS !== undefined) writeFileSync(process.env.TEST_RESULTS, JSON.stringify(score));
}

/** Runs the suite in a desktop VS Code if possible, unless `only` says otherwise, or else in the server's. */
async function suite(
  extension: string,
  host: string,
  grep: string | undefined,
  only?: 'server',
): Promise<Score> {
  const outdir = join(root, '.build/client-test');
  // Each file is bundled by itself, as mocha loads them separately.
  await bundleTests({
    entryPoints: ['client/test/suite/run.ts', 'client/test/suite/**/*.test.ts'],
    outdir,
    outbase: 'client/test/suite',
    platform: 'node',
    external: ['vscode', 'mocha'],
  });
  const environment: Record<string, string> = grep === undefined ? {} : { ADVOCACY_TEST_GREP: grep };
  const run = { tests: join(outdir, 'run.js'), extension, workspace: workspaceCopy(), environment };
  const executable = only === 'server' ? undefined : await desktop();
  console.log(`\nThe suite, in ${executable ?? basename(host)}:`);
  return executable === undefined ? runInServer({ ...run, host }) : runInDesktop({ ...run, executable });
}

/** Runs the tests for a browser without a server, in the web worker that runs extensions there. */
async function web(extension: string, host: string): Promise<Score> {
  const outdir = join(root, '.build/web-test');
  await bundleTests({
    entryPoints: ['client/test/web/run.ts'],
    outdir,
    platform: 'browser',
    external: ['vscode'],
    // Mocha's browser build would take the bundle's own exports for its own.
    define: { module: 'undefined' },
  });
  const tests = join(outdir, 'run.js');
  console.log('\nIn a browser without a server:');
  return runInWorker({ host, extension, tests, fileSystem: installFileSystem(), folder: workspaceCopy() });
}

/** A copy of the tests' workspace, which they may write to. */
function workspaceCopy(): string {
  const folder = temporaryFolder('workspace');
  cpSync(join(root, 'client/test/workspace'), folder, { recursive: true });
  return folder;
}

async function bundleTests(options: esbuild.BuildOptions & { readonly outdir: string }): Promise<void> {
  // Otherwise, deleted tests would still be run.
  rmSync(options.outdir, { recursive: true, force: true });
  await esbuild.build({
    absWorkingDir: root,
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    sourcemap: 'inline',
    logLevel: 'warning',
    ...options,
  });
}

/** Unpacks a .vsix, so that an extension host runs the packaged files and nothing else. */
function unpackVsix(vsix: string): string {
  const folder = temporaryFolder('vsix');
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(vsix)))) {
    if (!path.startsWith('extension/') || path.endsWith('/')) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return join(folder, 'extension');
}
