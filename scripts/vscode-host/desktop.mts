// Runs the suite in a desktop VS Code, if there is one or it can be downloaded.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests, SilentReporter } from '@vscode/test-electron';
import { hostFolder } from './install.mjs';
import type { Score } from './test.mjs';

/** Errors of a machine that cannot reach the download. */
const OUT_OF_REACH = [
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'ETIMEDOUT',
];

/**
 * The program for the tests: the one that VSCODE_EXECUTABLE names, or else a download; undefined if that fails, or with
 * VSCODE_TEST_HOST=server.
 */
export async function desktop(): Promise<string | undefined> {
  const named = process.env.VSCODE_EXECUTABLE;
  if (named !== undefined && !existsSync(named)) throw new Error(`VSCODE_EXECUTABLE names no file: ${named}`);
  if (named !== undefined) return named;
  if (process.env.VSCODE_TEST_HOST === 'server') return undefined;
  const shown = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!shown) {
    console.log('There is no display for a desktop VS Code: testing in the one that runs in a browser.');
    return undefined;
  }
  try {
    return await downloadAndUnzipVSCode({
      cachePath: join(hostFolder, 'desktop'),
      reporter: new SilentReporter(),
    });
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!OUT_OF_REACH.includes(code)) throw error;
    console.log(
      `The download of VS Code is out of reach (${code}): testing in the one that runs in a browser.`,
    );
    return undefined;
  }
}

export interface SuiteRun {
  /** A module with a function `run` that runs the tests. */
  readonly tests: string;
  readonly extension: string;
  readonly workspace: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Runs the suite in a desktop VS Code, which prints to the terminal. Resolves to the score. */
export async function runInDesktop(run: SuiteRun & { readonly executable: string }): Promise<Score> {
  try {
    await runTests({
      vscodeExecutablePath: run.executable,
      extensionDevelopmentPath: run.extension,
      extensionTestsPath: run.tests,
      extensionTestsEnv: run.environment,
      launchArgs: [run.workspace, '--disable-extensions', '--disable-workspace-trust', '--skip-welcome'],
    });
    return { passed: 1, failed: 0, failures: [] };
  } catch (error) {
    console.error(String(error));
    return { passed: 0, failed: 1, failures: [`The suite, in the desktop: ${error}`] };
  }
}
