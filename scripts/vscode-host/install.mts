// Installs a VS Code that runs in a browser from npm: the one in code-server, without the rest of code-server and without
// running scripts of packages. Takes seconds. It is put into .vscode-test/.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));
/** Where everything of the test hosts lives. VS Code's own test tools use the same name. */
export const hostFolder = join(root, '.vscode-test');

/** The integrity of archives, by version: code-server X.Y.Z contains VS Code 1.(Y).Z. Only these are used. */
const ARCHIVES: Readonly<Record<string, string>> = {
  '1.100.3':
    'sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==',
  '1.110.0':
    'sha512-Sc3ZIUZgaFLOl5nX7aJVt/MWNPJOOysFnheWhawd8JkbHvJKOgHSpxDIm7fFx55k9GjHwqS3oLABNztwiBogSg==',
};

/** The newest version that runs on Node 20. */
export const NEWEST = '1.110.0';
/** The version that `engines.vscode` promises to work with. */
export const OLDEST = '1.100.3';

/** Parts of the server that a test host does not need: native builds, agents, containers, other systems. */
const UNUSED_DEPENDENCIES = [
  '@anthropic-ai/sandbox-runtime',
  '@devcontainers/cli',
  '@github/copilot',
  '@github/copilot-sdk',
  '@microsoft/mxc-sdk',
  '@vscode/copilot-api',
  '@vscode/deviceid',
  '@vscode/fs-copyfile',
  '@vscode/native-watchdog',
  '@vscode/ripgrep-universal',
  '@vscode/sandbox-runtime',
  '@vscode/spdlog',
  '@vscode/sqlite3',
  '@vscode/windows-process-tree',
  '@vscode/windows-registry',
  'kerberos',
  'native-watchdog',
  'node-addon-api',
  'ssh2',
];

/** Built-in extensions that ask for accounts, start processes or fill the screen. */
const UNUSED_EXTENSIONS = [
  'copilot',
  'debug-auto-launch',
  'debug-server-ready',
  'git',
  'github',
  'mermaid-chat-features',
  'mermaid-markdown-features',
  'microsoft-authentication',
  'ms-vscode.js-debug',
  'ms-vscode.js-debug-companion',
  'ms-vscode.vscode-js-profile-table',
  'node_modules',
  'terminal-suggest',
  'tunnel-forwarding',
];

// One assignment for each export, as the ES module loader finds the names of a CommonJS module in its source.
const FILE_LOGGER = `'use strict';
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');
const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];
class Logger {
  constructor(name, file) { this.name = name; this.file = file; this.level = 2; }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() {}
  clearFormatters() {}
  flush() {}
  drop() {}
}
LEVELS.forEach((level, rank) => {
  Logger.prototype[level] = function (message) {
    if (rank < this.level) return;
    try {
      mkdirSync(dirname(this.file), { recursive: true });
      appendFileSync(this.file, new Date().toISOString() + ' [' + level + '] ' + message + '\\n');
    } catch {}
  };
});
exports.version = 0;
exports.Logger = Logger;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.createRotatingLogger = async (name, file) => new Logger(name, file);
exports.createAsyncRotatingLogger = exports.createRotatingLogger;
`;

/** Replacements for native modules that the server imports when it starts. */
const STAND_INS: Readonly<Record<string, string>> = {
  '@vscode/spdlog': FILE_LOGGER,
  '@vscode/deviceid': `exports.getDeviceId = async () => '00000000-0000-0000-0000-000000000000';\n`,
  '@vscode/native-watchdog': 'exports.start = () => {};\n',
  'native-watchdog': 'exports.start = () => {};\n',
};

function npm(args: readonly string[], cwd: string): string {
  return execFileSync('npm', [...args], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Downloads a package's archive, checks its integrity and unpacks `inside` (a path in it) into `folder`. */
function unpack(
  spec: string,
  integrity: string,
  folder: string,
  inside: string,
  except: readonly string[] = [],
) {
  const [packed] = JSON.parse(npm(['pack', '--json', '--silent', spec], folder)) as [
    { filename: string; integrity: string },
  ];
  if (packed.integrity !== integrity)
    throw new Error(`${spec} is not the archive that was expected: ${packed.integrity}`);
  const depth = inside.split('/').length;
  execFileSync(
    'tar',
    [
      'xzf',
      packed.filename,
      `--strip-components=${depth}`,
      ...except.map((path) => `--exclude=${path}`),
      inside,
    ],
    { cwd: folder },
  );
  rmSync(join(folder, packed.filename));
}

interface Manifest {
  dependencies: Record<string, string>;
  allowScripts?: unknown;
  overrides?: unknown;
}

/** Installs the dependencies that the server's own shrinkwrap pins, without those that a test host does not need. */
function installDependencies(folder: string): void {
  const manifestFile = join(folder, 'package.json');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest;
  for (const name of UNUSED_DEPENDENCIES) delete manifest.dependencies[name];
  // Older releases of ripgrep download their program from GitHub; this one has it in platform packages.
  manifest.dependencies['@vscode/ripgrep'] = '1.18.0';
  // Some releases of VS Code use a commit on GitHub for the file watcher.
  if (!/^[\^~]?2\.[5-9]/.test(manifest.dependencies['@parcel/watcher'] ?? '')) {
    manifest.dependencies['@parcel/watcher'] = '2.5.1';
  }
  delete manifest.allowScripts;
  delete manifest.overrides;
  writeFileSync(manifestFile, JSON.stringify(manifest, null, 2));

  const lockFile = join(folder, 'npm-shrinkwrap.json');
  const lock = JSON.parse(readFileSync(lockFile, 'utf8')) as {
    packages: Record<string, { resolved?: string }>;
  };
  for (const [path, { resolved }] of Object.entries(lock.packages)) {
    if (path !== '' && resolved !== undefined && /^git|github\.com/.test(resolved))
      delete lock.packages[path];
  }
  writeFileSync(lockFile, JSON.stringify(lock, null, 2));

  npm(['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], folder);
  for (const [name, source] of Object.entries(STAND_INS)) {
    const at = join(folder, 'node_modules', name);
    rmSync(at, { recursive: true, force: true });
    mkdirSync(at, { recursive: true });
    writeFileSync(join(at, 'package.json'), JSON.stringify({ name, version: '0.0.0', main: 'index.js' }));
    writeFileSync(join(at, 'index.js'), source);
  }
}

/**
 * Installs the VS Code server of a version if it is missing, and returns its folder. It is made under another name and
 * renamed at the end, so that the folder is always complete.
 */
export function installServer(version: string = NEWEST): string {
  const integrity = ARCHIVES[version];
  if (integrity === undefined) {
    throw new Error(
      `VS Code ${version} is not among the versions known here: ${Object.keys(ARCHIVES).join(', ')}.`,
    );
  }
  const folder = join(hostFolder, `vscode-server-${version}`);
  if (existsSync(folder)) return folder;
  console.log(
    `Installing the test host VS Code ${version} from npm into .vscode-test/ (about 150 MB, some seconds) …`,
  );
  const part = `${folder}.${process.pid}.part`;
  mkdirSync(part, { recursive: true });
  try {
    const inside = 'package/lib/vscode';
    unpack(`code-server@${version.replace(/^1\./, '4.')}`, integrity, part, inside, [
      '*.map',
      ...UNUSED_EXTENSIONS.map((name) => `${inside}/extensions/${name}`),
    ]);
    installDependencies(part);
    renameSync(part, folder);
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
  return folder;
}

const FILE_SYSTEM = {
  package: '@vscode/test-web@0.0.81',
  integrity:
    'sha512-qAYNX1mf4hE0L3T/186J8AH+Z7Inm81OHMACkkyKE2J6HJZlXou0OgABkSvd8gt0BiPjI+V+xkduAaQ8Kcjexg==',
};

/** Installs the extension that provides a folder for VS Code without a server, from VS Code's own web test tool. */
export function installFileSystem(): string {
  const folder = join(hostFolder, 'web-file-system');
  if (existsSync(folder)) return folder;
  console.log('Installing the file system of the web test host from npm into .vscode-test/ …');
  const part = `${folder}.${process.pid}.part`;
  mkdirSync(part, { recursive: true });
  try {
    unpack(FILE_SYSTEM.package, FILE_SYSTEM.integrity, part, 'package/fs-provider');
    renameSync(part, folder);
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
  return folder;
}
