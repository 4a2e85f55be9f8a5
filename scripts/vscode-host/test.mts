// Packages the extension and tests what was packaged: its suite inside an extension host, and its flows through the
// editor's own user interface.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { unzipSync } from 'fflate';
import { desktop, runInDesktop } from './desktop.mjs';
import { runFlows } from './flows.mjs';
import { installServer, NEWEST, root } from './install.mjs';
import { temporaryFolder } from './server.mjs';
import { runInServer } from './suite.mjs';

export interface Score {
  readonly passed: number;
  readonly failed: number;
}

/** Runs what the arguments ask for, prints the sum, and returns the exit code. */
export async function testInVscode(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string' },
      grep: { type: 'string' },
      vscode: { type: 'string', default: process.env.VSCODE_TEST_VERSION ?? NEWEST },
    },
  });
  // Only this script makes the package: what is tested is what is in it.
  const script = new URL('../package.mjs', import.meta.url).href;
  const { makeVsix } = (await import(script)) as { makeVsix(): { file: string } };
  const vsix = makeVsix().file;
  const scores: Score[] = [];
  if (values.only !== 'ui') scores.push(await suite(vsix, values.vscode, values.grep));
  if (values.only !== 'suite')
    scores.push(await runFlows({ host: installServer(values.vscode), vsix, grep: values.grep }));
  const passed = scores.reduce((sum, score) => sum + score.passed, 0);
  const failed = scores.reduce((sum, score) => sum + score.failed, 0);
  console.log(`In VS Code: ${passed} passed, ${failed} failed`);
  const results = process.env.TEST_RESULTS;
  if (results !== undefined) writeFileSync(results, JSON.stringify({ passed, failed }));
  return failed > 0 || passed === 0 ? 1 : 0;
}

/** The suite in the best VS Code to be had: a desktop one, else the server's. */
async function suite(vsix: string, version: string, grep: string | undefined): Promise<Score> {
  const tests = await buildTests();
  const extension = unpackVsix(vsix);
  const workspace = temporaryFolder('workspace');
  cpSync(join(root, 'client/test/workspace'), workspace, { recursive: true });
  const environment: Record<string, string> = grep === undefined ? {} : { ADVOCACY_TEST_GREP: grep };
  const run = { tests, extension, workspace, environment };
  const executable = await desktop();
  return executable === undefined
    ? runInServer({ ...run, host: installServer(version) })
    : runInDesktop({ ...run, executable });
}

/** Bundles each test file by itself, and returns the module that runs them. */
async function buildTests(): Promise<string> {
  const outdir = join(root, '.build/client-test');
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['client/test/suite/run.ts', 'client/test/suite/**/*.test.ts'],
    outdir,
    outbase: 'client/test/suite',
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return join(outdir, 'run.js');
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
