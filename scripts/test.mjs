// `npm test [STAGE…]`: installs what is missing and runs every test, or only the stages named.
// The last line is "N passed, N failed"; the exit code is 0 when nothing failed.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { installPackages, installPrograms, main, root } from './lib/install.mjs';

const results = `${root}/.build/test-results`;

/** A check that passes or fails as a whole. */
const check = (name, command, ...args) => ({ name, command, args });
/** A mocha run over TypeScript sources, two files at a time: its tests are counted one by one. */
const mocha = (name, ...specs) => ({
  name,
  command: 'npx',
  args: [
    'mocha',
    '--parallel',
    '--jobs',
    '2',
    // Tests that depend on how busy the machine is may fail once, and are named by the reporter. Real failures fail twice.
    '--retries',
    '1',
    '--reporter',
    'scripts/lib/reporter.cjs',
    '--reporter-option',
    `output=${results}/${name}.json`,
    ...specs.flatMap((s) => ['--spec', s]),
  ],
  counted: true,
});
/** A script that writes { passed, failed } to the file named in TEST_RESULTS. */
const counted = (name, ...args) => ({ name, command: process.execPath, args, counted: true });

/** Groups of stages. Those of a group run at the same time; groups run in turn. */
const groups = [
  [
    check('lint', 'npx', 'biome', 'check', '--error-on-warnings', '.'),
    check('types', 'npx', 'tsc', '-p', '.'),
    check('build', process.execPath, 'scripts/build.mjs'),
  ],
  [
    mocha('unit', 'server/test/**/*.test.ts', 'client/test/unit/**/*.test.ts'),
    check('patterns', 'npx', 'tsx', 'scripts/patterns.mts'),
    check('package', process.execPath, 'scripts/package.mjs'),
  ],
  // By itself: beside the others, two processors would have to do for five processes, and a window waits for each of them.
  [counted('vscode', 'scripts/test-vscode.mjs')],
];
const stages = groups.flat();

/**
 * Runs a stage to its end, and resolves to its score.
 * @param shown whether its output is shown at once, and not at its end
 */
async function run({ name, command, args, counted }, shown) {
  const started = performance.now();
  const file = `${results}/${name}.json`;
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['inherit', shown ? 'inherit' : 'pipe', shown ? 'inherit' : 'pipe'],
    env: { ...process.env, TEST_RESULTS: file },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      printed += text;
    });
  }
  const status = await new Promise((done) => child.on('error', () => done(1)).on('close', done));
  let score = { passed: 0, failed: 0, skipped: 0 };
  if (counted) {
    try {
      score = JSON.parse(readFileSync(file, 'utf8'));
    } catch {
      // A run that ended before it could report counts as a failure below.
    }
  } else if (status === 0) score.passed = 1;
  // A run in which nothing ran tests nothing.
  if (score.failed === 0 && (status !== 0 || score.passed === 0)) score.failed = 1;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `${shown ? '' : `\n── ${name} ──\n${printed}`}${name}: ${score.passed} passed, ${score.failed} failed in ${seconds} s`,
  );
  const failures = score.failed === 0 ? [] : (score.failures ?? ['see above']);
  return { ...score, failures: failures.map((failure) => `${name}: ${failure}`) };
}

await main(async () => {
  installPackages();
  const missing = installPrograms({
    chromium: 'chromium',
    pandoc: 'pandoc',
    soffice: 'libreoffice-writer-nogui',
    pdftotext: 'poppler-utils',
  });
  if (missing.length > 0) {
    const which = `Not to be had here: ${missing.join(', ')}.`;
    // In CI, everything must be tested.
    if (process.env.CI) throw new Error(`${which} Install them: with CI set, no test may be left out.`);
    console.log(`${which} Tests that need them say so and are left out.`);
  }

  const named = process.argv.slice(2);
  const unknown = named.filter((name) => !stages.some((stage) => stage.name === name));
  if (unknown.length > 0) {
    throw new Error(
      `No such stage: ${unknown.join(', ')}. There are ${stages.map((s) => s.name).join(', ')}.`,
    );
  }
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const scores = [];
  for (const group of groups) {
    const wanted = group.filter(({ name }) => named.length === 0 || named.includes(name));
    if (wanted.length === 0) continue;
    console.log(`\n── ${wanted.map(({ name }) => name).join(', ')} ──`);
    const outcomes = await Promise.all(wanted.map((stage, at) => run(stage, at === 0)));
    scores.push(...outcomes);
    // The tests start a copy of the built files, as one of them packages the extension, which builds them again.
    if (outcomes[wanted.findIndex(({ name }) => name === 'build')]?.failed === 0) {
      process.env.ADVOCACY_BUILT = `${root}/.build/built`;
      rmSync(process.env.ADVOCACY_BUILT, { recursive: true, force: true });
      cpSync(`${root}/dist`, process.env.ADVOCACY_BUILT, { recursive: true });
    }
    // And the windows get the extension that was packaged.
    if (outcomes[wanted.findIndex(({ name }) => name === 'package')]?.failed === 0) {
      const { name, version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
      process.env.ADVOCACY_VSIX = `${root}/${name}-${version}.vsix`;
    }
  }
  const sum = (of) => scores.reduce((total, score) => total + (score[of] ?? 0), 0);
  const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
  if (skipped > 0) console.log(`\nLeft out for want of what they need: ${skipped}.`);
  // Once more at the end, where it is found behind thousands of lines.
  const failures = scores.flatMap((score) => score.failures);
  if (failures.length > 0) console.log(`\nFailed:\n  ${failures.join('\n  ')}`);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
});
