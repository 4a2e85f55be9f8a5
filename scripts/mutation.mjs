/**
 * `npm run mutation [AREA…]`: breaks the sources of some areas in one small place at a time with Stryker, and reports for
 * each area in how many of these places a test fails. The others are listed in `.build/mutation/AREA.txt`.
 *
 * Stryker is downloaded when needed, as it has 250 packages that nothing else needs. 9.6.1 is its last version for Node 20,
 * and runs the tests with mocha 11, the last that it supports.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { root } from './lib/install.mjs';

const packages = ['@stryker-mutator/core@9.6.1', '@stryker-mutator/mocha-runner@9.6.1', 'mocha@11.8.0'];

/** The sources of each area, and the tests that should fail. These must run in the same process. */
const areas = {
  edit: {
    sources: ['server/src/draft/edit.ts', 'server/src/draft/edit-window.ts'],
    tests: ['server/test/draft/edit.test.ts', 'server/test/draft/runs.test.ts'],
  },
  merge: {
    // Finds whether a draft already has what a review did.
    sources: ['server/src/merge/rebase.ts:67-160'],
    tests: ['both-sides', 'rounds', 'pictures'].map((name) => `server/test/merge/${name}.test.ts`),
  },
  suppression: {
    sources: ['server/src/rules/lib/settings/suppression.ts', 'server/src/draft/directives.ts'],
    tests: ['server/test/analysis.test.ts', 'server/test/draft/directives.test.ts'],
  },
  addresses: {
    sources: ['server/src/text/addresses.ts', 'server/src/word/pictures/address.ts'],
    tests: [
      'server/test/text/addresses.test.ts',
      'server/test/word/writing/inlines.test.ts',
      'server/test/word/pictures/images.test.ts',
      'server/test/evidence/own-reports.test.ts',
    ],
    statics: true,
  },
  output: {
    sources: ['server/src/text/plain-output.ts'],
    tests: ['server/test/text/plain-output.test.ts'],
    statics: true,
  },
  svg: {
    sources: ['server/src/word/pictures/svg/index.ts'],
    tests: ['server/test/security/svg.test.ts', 'server/test/word/pictures/svg-uses.test.ts'],
  },
  rules: {
    sources: ['heading-order', 'options-too-few'].map((rule) => `server/src/rules/${rule}.ts`),
    tests: ['options-too-few', 'accessibility'].map((name) => `server/test/rules/${name}.test.ts`),
  },
};

const tsx = fileURLToPath(import.meta.resolve('tsx/cjs'));
const folder = `${root}/.build/mutation`;

function run(name, { sources, tests, statics = false }) {
  mkdirSync(folder, { recursive: true });
  const config = `${folder}/${name}.json`;
  const report = `${folder}/${name}.report.json`;
  writeFileSync(
    config,
    JSON.stringify({
      mutate: sources,
      testRunner: 'mocha',
      mochaOptions: { 'no-config': true, require: [tsx], extension: ['ts'], spec: tests },
      coverageAnalysis: 'perTest',
      // Mutating code that runs when the program is loaded takes a process for each mutant.
      ignoreStatic: !statics,
      concurrency: 1,
      reporters: ['json', 'progress-append-only'],
      jsonReporter: { fileName: report },
      tempDirName: `${folder}/sandbox`,
      ignorePatterns: ['/server/train', '/.vscode-test', '/dist', '/.build'],
      tsconfigFile: 'none',
      allowEmpty: true,
    }),
  );
  const { status } = spawnSync(
    'npx',
    ['--yes', ...packages.flatMap((one) => ['--package', one]), 'stryker', 'run', config],
    { cwd: root, stdio: 'inherit', env: { ...process.env, RUNS: '0.25', SEED: '1' } },
  );
  if (status !== 0) throw new Error(`Stryker ended with ${status} in “${name}”.`);
  return JSON.parse(readFileSync(report, 'utf8'));
}

/** The mutants that no test found: `file:line`, the original and the changed text. */
function unseen({ files }) {
  return Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants
      .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
      .map(({ location: { start, end }, replacement, status }) => {
        const lines = source.split('\n').slice(start.line - 1, end.line);
        lines[lines.length - 1] = lines.at(-1).slice(0, end.column - 1);
        lines[0] = lines[0].slice(start.column - 1);
        const was = lines.join(' ').replace(/\s+/g, ' ');
        return `${file}:${start.line} ${status === 'NoCoverage' ? '(not run) ' : ''}${was} → ${replacement.replace(/\s+/g, ' ')}`;
      }),
  );
}

const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in areas));
if (unknown.length > 0) {
  throw new Error(`No such area: ${unknown.join(', ')}. There are ${Object.keys(areas).join(', ')}.`);
}
const rows = [];
for (const [name, area] of Object.entries(areas)) {
  if (named.length > 0 && !named.includes(name)) continue;
  const started = performance.now();
  const report = run(name, area);
  const states = Object.values(report.files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const count = (...which) => states.filter((state) => which.includes(state)).length;
  const seen = count('Killed', 'Timeout');
  const missed = count('Survived', 'NoCoverage');
  const minutes = ((performance.now() - started) / 60_000).toFixed(1);
  rows.push(
    `| ${name} | ${seen + missed} | ${seen} | ${Math.round((100 * seen) / (seen + missed))} % | ${minutes} |`,
  );
  writeFileSync(`${folder}/${name}.txt`, `${unseen(report).join('\n')}\n`);
}
console.log(
  `\n| Area | Breaks | Seen | Score | Minutes |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}`,
);
