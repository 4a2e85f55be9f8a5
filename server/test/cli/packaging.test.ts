import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import manifest from '../../../package.json';
import { COMMANDS } from '../../src/cli/help';
import { built, outcomeOf, type Run, temporary, workspace } from './run';

const root = join(__dirname, '../../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const run = (
  command: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): Promise<Run> => outcomeOf(spawn(command, args, { cwd, env: { ...process.env, ...env } }));
const drafts = {
  'good.md': '---\nkind: letter\n---\n\n# A letter\n\nWords.\n',
  'weak.md': '---\nkind: report\nareas: [digitel]\n---\n\n# Weak\n\nWords.\n',
};

describe('The package for npm', () => {
  const folder = temporary();
  let packed: {
    readonly filename: string;
    readonly unpackedSize: number;
    readonly files: readonly { readonly path: string }[];
  };
  const env = { npm_config_cache: join(folder, 'cache'), npm_config_update_notifier: 'false' };

  before(async () => {
    const source = join(folder, 'source');
    for (const name of [
      '.npmignore',
      '.npmrc',
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'SECURITY.md',
      'package.json',
    ])
      cpSync(join(root, name), join(source, name));
    for (const name of ['client', 'docs', 'schemas', 'server', 'snippets'])
      cpSync(join(root, name), join(source, name), { recursive: true });
    cpSync(dirname(await built()), join(source, 'dist'), { recursive: true });
    const { stdout, stderr } = await run(
      'npm',
      ['pack', '--json', '--ignore-scripts', '--pack-destination', '..'],
      source,
      env,
    );
    assert.notEqual(stdout, '', stderr);
    [packed] = JSON.parse(stdout);
  });

  it('has what the command line needs and what tells about it, in less than 6 MB, and no texts for the fitting', () => {
    const names = packed.files.map(({ path }) => path);
    for (const name of [
      'dist/cli.js',
      'dist/encoder.bin',
      'dist/import.js',
      'dist/word.js',
      'docs/ci.md',
      'docs/rules/README.md',
      'LICENSE',
      'README.md',
      'schemas/configuration.schema.json',
    ])
      assert.ok(names.includes(name), name);
    assert.deepEqual(
      names.filter((name) => /^(?:server|client|bench|scripts)\/|\.tsx?$/.test(name)),
      [],
    );
    assert.ok(packed.unpackedSize < 6_000_000, `${packed.unpackedSize}`);
  });

  it('is built before it is packed, and says nothing but its name, which other programs read', () => {
    assert.match(manifest.scripts.prepack, /build\.mjs/);
    assert.match(read('.npmrc'), /^foreground-scripts=false$/m);
  });

  it('runs with npx from the file alone: check, and a Word document there and back', async () => {
    const cwd = workspace(drafts);
    cpSync(join(folder, packed.filename), join(cwd, packed.filename));
    const npx = (...args: string[]): Promise<Run> =>
      run('npx', ['--yes', '--offline', `./${packed.filename}`, ...args], cwd, env);
    const version = await npx('--version');
    assert.equal(version.stdout, `${manifest.version}\n`, version.stderr);
    const { stdout, status } = await npx('check', 'good.md');
    assert.deepEqual([stdout.includes('0 errors'), status], [true, 0]);
    assert.equal((await npx('export', 'good.md', '-o', 'good.docx')).status, 0);
    assert.ok(existsSync(join(cwd, 'good.docx')));
    assert.equal((await npx('import', 'good.docx', '-o', 'back.md')).status, 0);
  });
});

it('The hook for pre-commit runs a command that the package brings', () => {
  const [{ entry, language, ...hook }] = parse(read('.pre-commit-hooks.yaml'));
  const [program, command, ...rest] = entry.split(' ');
  assert.ok(Object.hasOwn(manifest.bin, program) && Object.hasOwn(COMMANDS, command));
  assert.deepEqual([language, hook.pass_filenames, rest], ['node', false, []]);
  assert.match(read('docs/ci.md'), new RegExp(`id: ${hook.id}$`, 'm'));
});

describe('The action for GitHub', () => {
  interface Step {
    readonly name?: string;
    readonly run?: string;
    readonly env?: Readonly<Record<string, string>>;
  }
  const { inputs, runs } = parse(read('action.yml')) as {
    readonly inputs: Readonly<Record<string, { readonly default: string }>>;
    readonly runs: { readonly steps: readonly Step[] };
  };
  /** Runs the step that checks as GitHub does, with some inputs. */
  async function check(
    given: Readonly<Record<string, string>>,
    files = drafts,
  ): Promise<Run & { readonly cwd: string }> {
    const step = runs.steps.find(({ name }) => name === 'Check')!;
    const place = temporary();
    cpSync(dirname(await built()), join(place, 'dist'), { recursive: true });
    const value = (expression: string): string =>
      expression === 'github.action_path'
        ? place
        : (given[expression.replace('inputs.', '')] ?? inputs[expression.replace('inputs.', '')]!.default);
    const filled = Object.entries(step.env!).map(([name, text]) => [
      name,
      text.replace(/\$\{\{ ([\w.-]+) \}\}/g, (_, expression: string) => value(expression)),
    ]);
    // What an input says must not become a part of the script.
    assert.doesNotMatch(step.run!, /\$\{\{/);
    const cwd = workspace(files);
    return {
      ...(await run('bash', ['-eo', 'pipefail', '-c', step.run!], cwd, Object.fromEntries(filled))),
      cwd,
    };
  }

  it('marks what is wrong with the drafts, and fails on errors', async () => {
    const { stdout, status } = await check({});
    assert.match(stdout, /^::error file=weak\.md,line=3,/m);
    assert.equal(status, 1);
  });

  it('takes files line by line, a limit of warnings, and a file to write to', async () => {
    const { status, cwd, stdout } = await check({
      paths: 'good.md\n\n$(touch broken).md\n',
      'max-warnings': '0',
      format: 'sarif',
      output: 'found.sarif',
    });
    assert.deepEqual([stdout, status], ['', 2]);
    assert.ok(!existsSync(join(cwd, 'broken')));
    assert.equal(JSON.parse(readFileSync(join(cwd, 'found.sarif'), 'utf8')).version, '2.1.0');
  });

  it('has all its inputs in the documentation', () => {
    for (const name of Object.keys(inputs)) assert.match(read('docs/ci.md'), new RegExp(`\`${name}\``), name);
  });
});

it('The container has the files that the command line needs, and begins with it', async () => {
  const file = read('Dockerfile');
  const place = temporary();
  mkdirSync(place, { recursive: true });
  const copied = /^COPY --from=build (.*) \.\/$/m
    .exec(file)![1]!
    .split(' ')
    .map((path) => basename(path));
  for (const name of copied) cpSync(join(dirname(await built()), name), join(place, name));
  const [program, path] = JSON.parse(/^ENTRYPOINT (.*)$/m.exec(file)![1]!);
  assert.equal(program, 'node');
  const cwd = workspace(drafts);
  for (const args of [
    ['check', 'good.md'],
    ['export', 'good.md', '-o', 'good.docx'],
    ['import', 'good.docx', '-o', 'back.md'],
  ]) {
    const { status, stderr } = await run(process.execPath, [join(place, basename(path)), ...args], cwd);
    assert.equal(status, 0, stderr);
  }
  assert.ok(existsSync(join(cwd, 'back.md')));
});
