// Installs what a fresh clone lacks, and says so. Uses only Node's own modules, as nothing is installed yet.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs a command in the project. Its output is shown unless `quiet`. @throws Error that names it if it fails */
export function run(command, args, { quiet = false, cwd = root, env = process.env } = {}) {
  const result = spawnSync(command, args, { cwd, env, stdio: quiet ? 'pipe' : 'inherit', encoding: 'utf8' });
  if (result.error) throw new Error(`${command} could not be started: ${result.error.message}`);
  if (result.status !== 0) {
    const output = quiet ? `\n${result.stdout}${result.stderr}` : '';
    throw new Error(
      `${command} ${args.join(' ')} ended with exit code ${result.status ?? result.signal}.${output}`,
    );
  }
  return result.stdout ?? '';
}

/** Whether a program is on the PATH. */
export function has(program) {
  return spawnSync('sh', ['-c', `command -v "$1"`, 'sh', program], { stdio: 'ignore' }).status === 0;
}

/** Installs the npm packages of the lock file, if they are not installed yet. Runs no scripts of packages. */
export function installPackages() {
  const lock = readFileSync(`${root}/package-lock.json`, 'utf8');
  // A link leads to the packages of another checkout, which npm would delete.
  if (lstatSync(`${root}/node_modules`, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  const mark = `${root}/node_modules/.installed-lock.json`;
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return;
  console.log('Installing the npm packages of package-lock.json …');
  run('npm', ['ci', '--ignore-scripts', '--loglevel=error'], { quiet: true });
  writeFileSync(mark, lock);
}

/**
 * Installs Debian packages for programs that are missing.
 * @param {Record<string, string>} programs program → package
 * @returns {string[]} the programs that are still missing, as there is no apt-get or no permission to use it
 */
export function installPrograms(programs) {
  const missing = Object.keys(programs).filter((program) => !has(program));
  if (missing.length === 0) return [];
  const packages = [...new Set(missing.map((program) => programs[program]))];
  const root = process.getuid?.() === 0;
  if (!has('apt-get') || (!root && !has('sudo'))) return missing;
  console.log(`Installing with apt-get: ${packages.join(', ')} …`);
  const [command, prefix] = root ? ['apt-get', []] : ['sudo', ['-n', 'apt-get']];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    run(command, [...prefix, 'update', '-qq'], { quiet: true, env });
    run(command, [...prefix, 'install', '-y', '-qq', '--no-install-recommends', ...packages], {
      quiet: true,
      env,
    });
  } catch (error) {
    console.log(`That failed: ${error.message}`);
  }
  return missing.filter((program) => !has(program));
}

/** Runs `body`. If it throws, ends the process with one line in place of a stack trace. */
export async function main(body) {
  try {
    await body();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
