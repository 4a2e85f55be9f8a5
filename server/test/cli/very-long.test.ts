import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addAll, greatest, least } from '../../src/util/lists';
import { advocacy, built, outcomeOf, workspace } from './run';

/** More than the engine takes as arguments of one call. */
const VERY_MANY = 130_000;
const HEAD = '---\nkind: briefing\n---\n\n';
/** Headings that are read of a draft: see `draft/size-limit.ts`. */
const HEADINGS = 25_000;
const names = Array.from({ length: VERY_MANY }, (_, i) => `r${i}`);

describe('what is very long', () => {
  before(() => built());

  const drafts: readonly [name: string, text: string, found: RegExp, more: number][] = [
    ['many headings', HEAD + '# A\n\n'.repeat(VERY_MANY), /heading/, HEADINGS - 1_000],
    [
      'a comment that names many rules',
      `${HEAD}# T\n\n<!-- advocacy-disable ${names.join(' ')} -->\n\nText.\n`,
      /“r0”|“r1”/,
      VERY_MANY - 1_000,
    ],
  ];
  for (const [name, text, found, more] of drafts) {
    it(`is checked to its end by another thread: ${name}`, async () => {
      const { status, stdout, stderr } = await advocacy(['check', '--threads', '2', '--all', 'a.md'], {
        cwd: workspace({ 'a.md': text }),
      });
      assert.equal(stderr, '');
      assert.ok(status === 0 || status === 1);
      assert.ok(stdout.split('\n').length > 1_000);
      const left = [...stdout.matchAll(/ (\d+) more findings of this rule from here on/g)];
      assert.ok(
        left.some(([, count]) => Number(count) === more),
        left.join(),
      );
      assert.match(stdout, found);
    });
  }

  it('has its coverage told, and becomes a document', async () => {
    const cwd = workspace({ 'a.md': drafts[0]![1] });
    const { status, stderr } = await advocacy(['coverage', 'a.md'], { cwd });
    assert.deepEqual([status, stderr], [0, '']);
    const { stdout } = await advocacy(['export', 'a.md', '-o', 'a.docx'], { cwd });
    assert.equal(stdout, 'Wrote a.docx\n');
  });

  it('is added to a list, and has a greatest and a least', () => {
    const numbers = Array.from({ length: 300_000 }, (_, i) => i);
    const list = [-1];
    addAll(list, numbers);
    assert.equal(list.length, 300_001);
    assert.deepEqual([greatest(numbers), least(numbers)], [299_999, 0]);
    assert.deepEqual([greatest([1], 2), least([1], 0)], [2, 0]);
    assert.deepEqual([greatest([]), least([])], [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
  });
});

/** Calls that spread a list into arguments, and why it is short; by file, with what stands after the dots. */
const SHORT: Readonly<Record<string, readonly string[]>> = {
  // Our own commands, rules, patterns and loaders.
  'server/src/cli/help.ts': ['Object.values(COMMANDS)', 'names.map('],
  'server/src/cli/commands/rules.ts': ['allRules.map('],
  // A name and what is wrong with it.
  'server/src/cli/commands/import-into.ts': ['problem'],
  'server/src/draft/parser/markdown.ts': ['own.flatMap('],
  'server/src/evidence/sources.ts': ['(forWord.get('],
  'server/src/startup/start-cached.ts': ['loader'],
  'client/src/commands/index.ts': ['Object.entries(COMMANDS)'],
  // The buttons of a message.
  'client/src/commands/check-workspace.ts': ['buttons'],
  'client/src/commands/export-all.ts': ['buttons'],
  'client/src/commands/more-actions.ts': ['(command.arguments'],
  'client/src/server/server.ts': ['more'],
  'client/src/server/client-options.ts': ['asked'],
  'client/src/views/coverage-labels.ts': ['(argue ?', 'own.map(saysOf)'],
  'client/src/word/exporting.ts': ['ways'],
  'client/src/word/on-save.ts': ['ways'],
  'client/src/word/messages.ts': ['buttons', 'ways.map('],
  // At most 200 evidence libraries and what else a configuration names; the folders of a path.
  // What a write is called with.
  'server/src/cli/main.ts': ['given'],
  'server/src/cli/cache.ts': ['sourcesOf(project)'],
  'server/src/cli/folders.ts': ['names'],
  'client/src/word/export-all-targets.ts': ['apart'],
  // The parts of one text of at most 10,000 characters.
  'server/src/draft/parser/texts.ts': ['parts'],
  // The steps from a style to what it is based on, which are counted; the file and its problem; one or two actions.
  'server/src/docx/styles.ts': ['chain.map('],
  'server/src/cli/commands/import-word.ts': ['problem'],
  'server/src/features/reviews/reviews.ts': ['settle('],
  'server/src/features/commands/user-commands.ts': ['actions'],
  'client/src/word/paste.ts': ['buttons'],
  'client/src/commands/import-word.ts': ['(called ===', '(losses.length <'],
  // Kinds of references, and names of elements, that the code gives.
  'server/src/docx/story.ts': ['REFERENCES.keys()'],
  'server/src/word/template/accessibility.ts': ['path'],
  'server/src/word/template/read.ts': ['CHANGES'],
  // A message and its buttons; what a function of the protocol is called with; two or three ways.
  'client/src/word/offer-on-open.ts': ['Object.keys(ways)'],
  'client/src/word/merge-review.ts': ['buttons'],
  'client/src/commands/review.ts': ['(resolved > 0'],
  // So many bytes as are asked for, and an orientation in bytes; names of elements.
  'server/src/word/pictures/raster/jpeg.ts': ['segment.subarray(4, 4 + name.length)', 'tiff'],
  'server/src/word/pictures/raster/png.ts': ['bytes.subarray(at + 4, at + 8)'],
  'server/src/word/template/cited-notes.ts': ['TOKENS'],
  'server/src/import/pictures.ts': ['bytes.subarray(40, 44)'],
  'server/src/features/client/base64.ts': ['bytes.subarray(i, i + CHUNK)'],
  'server/src/features/word/owner-files.ts': ['bytes.subarray(1, 1 + Math.min(length, 54))'],
  'server/src/word/template/relations.ts': ['bytes.subarray(start, start + 4)'],
  'server/src/word/pictures/read.ts': ['bytes.subarray(start, end)', 'part.subarray(0, 4)'],
  // Kinds of pictures, and names of elements, that the code gives.
  'server/src/word/template/part-kinds.ts': ["'png x-png"],
  'server/src/docx/xml-tree.ts': ['names', 'path'],
  // Lists of words, and signs that end a sentence, in the code.
  'server/src/draft/unfilled/vocabulary.ts': ['lists)'],
  'server/src/rules/lib/footnotes/notes.ts': ["['. ', "],
};

it('spreads no list into arguments that a draft, a folder or a configuration can make long', () => {
  const found: string[] = [];
  for (const file of sourcesBelow('server/src').concat(sourcesBelow('client/src'))) {
    for (const spread of spreadArguments(readFileSync(join(ROOT, file), 'utf8'))) {
      // `notice` gives a message and what is chosen from.
      if (spread.startsWith('notice(')) continue;
      if (!SHORT[file]?.some((start) => spread.startsWith(start))) found.push(`${file}: ...${spread}`);
    }
  }
  assert.deepEqual(found, [], 'use lists.ts, or say here why it is short');
});

const ROOT = join(__dirname, '../../..');

function sourcesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
}

/** What stands after the dots of every spread that is an argument of a call, not of a list or an object. */
function spreadArguments(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '');
  return [...code.matchAll(/\.\.\./g)].flatMap(({ index }) => {
    let depth = 0;
    for (let at = index - 1; at >= 0; at--) {
      if (')]}'.includes(code[at]!)) depth++;
      else if ('([{'.includes(code[at]!) && depth-- === 0) {
        const after = code.slice(index + 3, index + 80);
        // "...names: T[]" is a parameter.
        const isParameter = /^\w+\??:/.test(after);
        return code[at] === '(' && !isParameter ? [after] : [];
      }
    }
    return [];
  });
}

describe('an error that nobody foresaw', () => {
  const errors: readonly [where: string, code: string][] = [
    ['in a command', 'process.stdout.write = () => { throw error; };'],
    ['where nobody waits for it', 'setTimeout(() => { throw error; });'],
    ['in a promise that nobody looks at', 'setTimeout(() => Promise.reject(error));'],
    ['that is none', 'setTimeout(() => { throw "a\\nb"; });'],
  ];
  for (const [where, code] of errors) {
    it(`ends with status 2 and one line that says whose mistake it is: ${where}`, async () => {
      const cwd = workspace({
        'a.md': `${HEAD}# A\n`,
        'hook.cjs': `const error = new RangeError('Much\\ntoo \u001b[31m much'); ${code}`,
      });
      const child = spawn(
        process.execPath,
        ['--require', join(cwd, 'hook.cjs'), await built(), 'check', 'a.md'],
        { cwd, stdio: 'pipe', env: { PATH: process.env.PATH ?? '', NODE_DISABLE_COMPILE_CACHE: '1' } },
      );
      const { status, stderr } = await outcomeOf(child);
      assert.equal(status, 2);
      assert.match(stderr, /^advocacy: This is a mistake in advocacy itself; please report it\. [^\n]+\n$/);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what it looks for
      assert.doesNotMatch(stderr, /\u001b/);
    });
  }
});
