import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { checkJson, type Json, rulesOf } from './check-json';
import { CLEAN, ERROR, README, WARNING, withNotes } from './drafts';
import { inProcess as advocacy, built, workspace } from './run';

describe('advocacy check', () => {
  describe('the exit status', () => {
    const cases: readonly [name: string, files: Record<string, string>, args: string[], status: number][] = [
      ['nothing to find', { 'a.md': CLEAN }, ['a.md'], 0],
      ['an error', { 'a.md': ERROR }, ['a.md'], 1],
      ['a warning', { 'a.md': WARNING }, ['a.md'], 0],
      ['as many warnings as allowed', { 'a.md': WARNING }, ['a.md', '--max-warnings', '1'], 0],
      ['more warnings than allowed', { 'a.md': WARNING }, ['a.md', '--max-warnings', '0'], 1],
      [
        'more warnings in all than allowed',
        { 'a.md': WARNING, 'b.md': WARNING },
        ['.', '--max-warnings=1'],
        1,
      ],
      ['an error in the last of two', { 'a.md': CLEAN, 'b.md': ERROR }, ['a.md', 'b.md'], 1],
      ['a missing file', { 'a.md': CLEAN }, ['b.md', 'a.md'], 2],
      ['a missing file and an error', { 'a.md': ERROR }, ['a.md', 'b.md'], 2],
      ['a broken configuration', { 'a.md': CLEAN, '.advocacy.json': '{' }, ['a.md'], 2],
      ['no drafts', { 'README.md': README }, [], 0],
    ];
    for (const [name, files, args, status] of cases) {
      it(`is ${status}: ${name}`, async () => {
        const run = await advocacy(['check', ...args], { cwd: workspace(withNotes(files)) });
        assert.equal(run.status, status, run.stdout + run.stderr);
      });
    }
  });

  describe('more warnings of one rule than are listed', () => {
    const links = Array.from({ length: 1_200 }, (_, i) => `See [click here](https://example.org/${i}).\n`);
    const checked = (...args: readonly string[]) =>
      advocacy(['check', 'a.md', ...args], { cwd: workspace({ 'a.md': `# A\n\n${links.join('\n')}` }) });

    it('are all counted', async () => {
      const { stdout } = await checked();
      assert.match(stdout, / 200 more findings of this rule from here on/);
      assert.match(stdout, / 1200 warnings, 1 more to consider\./);
    });

    it('count against --max-warnings', async () => {
      assert.equal((await checked('--max-warnings', '1200')).status, 0);
      assert.equal((await checked('--max-warnings', '1199')).status, 1);
    });

    it('leave nothing in JSON that is only there to be counted', async () => {
      assert.doesNotMatch((await checked('--format', 'json')).stdout, /unlisted/);
    });
  });

  describe('many hints of one rule', () => {
    const placeholders = (count: number): string =>
      `${CLEAN}\n${Array.from({ length: count }, (_, i) => `A line with [insert thing ${i}].`).join('\n\n')}\n`;
    const shown = async (count: number, ...args: readonly string[]) => {
      const cwd = workspace(withNotes({ 'a.md': placeholders(count), '.advocacy.json': HINTS }));
      const { stdout } = await advocacy(['check', 'a.md', ...args], { cwd });
      return { stdout, hints: stdout.match(/ hint .*placeholder-unfilled$/gm) ?? [] };
    };
    const HINTS = '{ "framework": "framework.yaml", "rules": { "placeholder-unfilled": "hint" } }';

    it('are three, and how many more there are like them', async () => {
      const { stdout, hints } = await shown(9);
      assert.equal(hints.length, 4);
      assert.match(hints[2]!, /insert thing 2/);
      assert.match(
        hints[3]!,
        / hint {8}and 6 more of this rule \(--all shows them\) {2}placeholder-unfilled$/,
      );
      assert.match(stdout, / 9 more to consider\./, 'the sum counts all');
    });

    it('are all there with --all, and in every other format', async () => {
      const { stdout, hints } = await shown(9, '--all');
      assert.equal(hints.length, 9);
      assert.doesNotMatch(stdout, /more of this rule/);
      for (const format of ['json', 'sarif', 'github', 'junit'])
        assert.match((await shown(9, '--format', format)).stdout, /insert thing 8/, format);
    });

    it('are all there where only one would be left out', async () => {
      assert.equal((await shown(4)).hints.length, 4);
      assert.match((await shown(4)).stdout, /insert thing 3/);
    });

    it('are no warnings: these are all there', async () => {
      const vague = Array.from({ length: 9 }, (_, i) => `[click here](https://example.org/${i})`);
      const cwd = workspace(withNotes({ 'a.md': `${CLEAN}\n${vague.join('\n\n')}\n` }));
      const { stdout } = await advocacy(['check', 'a.md'], { cwd });
      assert.equal(stdout.match(/ warning .*link-text-vague$/gm)?.length, 9);
    });
  });

  describe('what is checked', () => {
    const files = {
      'a.md': CLEAN,
      'README.md': README,
      'notes/b.md': ERROR,
      'notes/c.markdown': CLEAN,
      'notes/d.txt': ERROR,
      'build/e.md': ERROR,
      'node_modules/x/f.md': ERROR,
      '.hidden/g.md': ERROR,
      '.gitignore': 'build/\n',
    };
    const cases: readonly [name: string, args: string[], expected: string[]][] = [
      ['the drafts of the current folder', [], ['a.md', 'notes/b.md', 'notes/c.markdown']],
      ['every Markdown file of a folder', ['.'], ['README.md', 'a.md', 'notes/b.md', 'notes/c.markdown']],
      ['a folder by its name', ['notes'], ['notes/b.md', 'notes/c.markdown']],
      ['a folder with a slash', ['./notes/'], ['notes/b.md', 'notes/c.markdown']],
      ['a file whatever it is', ['README.md', 'notes/d.txt'], ['README.md', 'notes/d.txt']],
      ['a file that is ignored, when it is named', ['build/e.md'], ['build/e.md']],
      ['a folder that is ignored, when it is named', ['build'], ['build/e.md']],
      [
        'each file once, where it came first',
        ['notes/b.md', 'notes', './notes/b.md'],
        ['notes/b.md', 'notes/c.markdown'],
      ],
      ['files after --', ['--', 'a.md'], ['a.md']],
    ];
    for (const [name, args, expected] of cases) {
      it(name, async () => {
        assert.deepEqual(
          (await checkJson(files, args)).json.map(({ file }) => file),
          expected,
        );
      });
    }

    it('standard input, under the name that it is given', async () => {
      const cwd = workspace(
        withNotes({ 'x/.advocacy.json': '{ "rules": { "placeholder-unfilled": "off" } }' }),
      );
      const read = async (...args: string[]) => {
        const run = await advocacy(['check', '--format', 'json', '-', ...args], { cwd, input: ERROR });
        return rulesOf(JSON.parse(run.stdout) as Json);
      };
      assert.deepEqual(await read(), [['<stdin>', ['placeholder-unfilled']]]);
      const [[file, rules]] = (await read('--stdin-filename', 'x/a.md')) as [[string, string[]]];
      assert.equal(file, 'x/a.md');
      assert.ok(!rules.includes('placeholder-unfilled'), 'the configuration of its folder holds');
    });

    it('drafts by the patterns of the configuration', async () => {
      const { json } = await checkJson(
        {
          '.advocacy.json': '{ "framework": "framework.yaml", "drafts": ["Papers (2026)/**/*.md"] }',
          'Papers (2026)/[x]/a.md': README,
          'other/b.md': README,
        },
        [],
      );
      assert.deepEqual(
        json.map(({ file }) => file),
        ['Papers (2026)/[x]/a.md'],
      );
    });

    it('drafts that do not name their kind as --kind says', async () => {
      const files = { 'a.md': '# X\n\nWords.\n', '.advocacy.json': '{}' };
      const sections = async (...args: string[]) =>
        (await checkJson(files, ['a.md', ...args])).json[0]!.findings.filter(
          (f) => f.rule === 'section-missing',
        ).length;
      assert.notEqual(await sections('--kind', 'report'), await sections('--kind', 'letter'));
      assert.equal(await sections('--kind', 'cabinet report'), await sections('--kind', 'report'));
      const run = await advocacy(['check', 'a.md', '--kind', 'raport'], { cwd: workspace(files) });
      assert.equal(run.status, 2);
      assert.equal(run.stderr, 'advocacy: There is no type of paper “raport”. Did you mean “report”?\n');
    });

    it('the others where one is held against a framework without the kind of --kind', async () => {
      const files = {
        'a.md': '# X\n\nFrom [insert date].\n',
        'c.md': '# X\n\nFrom [insert date].\n',
        'b/.advocacy.json': '{}',
        'b/b.md': '# Y\n\nFrom [insert date].\n',
      };
      const { json, status, stderr } = await checkJson(files, ['a.md', 'b/b.md', 'c.md', '--kind', 'note']);
      assert.deepEqual(
        json.map(({ file }) => file),
        ['a.md', 'c.md'],
      );
      assert.equal(status, 2);
      assert.match(stderr, /^b\/b\.md: There is no type of paper “note”\..*\n$/);
    });

    it('60 drafts, in the order of their names', async () => {
      const names = Array.from({ length: 60 }, (_, i) => `n${String(i).padStart(3, '0')}.md`);
      const { json, status } = await checkJson(Object.fromEntries(names.map((name) => [name, ERROR])), []);
      assert.equal(status, 1);
      assert.deepEqual(
        json.map(({ file }) => file),
        names,
      );
      assert.ok(json.every(({ findings }) => findings.length === 1));
    });
  });

  describe('for people', () => {
    it('names file, place, severity, message and rule, and what to do next', async () => {
      const { stdout } = await advocacy(['check', 'a.md', 'b.md', 'c.md'], {
        cwd: workspace(withNotes({ 'a.md': ERROR, 'b.md': WARNING, 'c.md': CLEAN })),
      });
      assert.match(
        stdout,
        /^a\.md\n {2}7:22 {2}✗ error {7}“\[insert date\]”.* {2}placeholder-unfilled\n\nb\.md\n {2}7:1 {2}! warning {5}.*heading-order\n\n/,
      );
      assert.match(stdout, /3 drafts checked: 1 error, 1 warning\./);
      assert.match(stdout, /advocacy explain RULE/);
      assert.doesNotMatch(stdout, /c\.md/);
    });

    it('is content with a clean draft', async () => {
      const { stdout } = await advocacy(['check', 'a.md'], { cwd: workspace(withNotes({ 'a.md': CLEAN })) });
      assert.equal(stdout, '✓ 1 draft checked: nothing to mend.\n');
    });

    it('counts as mended by an editor only what needs no more work', async () => {
      const summary = async (text: string): Promise<string> => {
        const draft = `---\nkind: letter\nareas: none\n---\n\n# Ashby\n\n${text}\n`;
        return (await advocacy(['check', 'a.md'], { cwd: workspace({ 'a.md': draft }) })).stdout;
      };
      const lonely = 'Nationally, 78% of children are lonely.';
      assert.doesNotMatch(await summary(lonely), /can be mended/);
      // Whether a source of the paper is that of the figure, its author alone knows.
      const noted = await summary(
        `Forty came in May.[^1]\n\n${lonely}\n\n[^1]: Ashby Council, *Visits*, 2026.`,
      );
      assert.match(noted, /figure-unsourced/);
      assert.doesNotMatch(noted, /can be mended/);
      const toFill = await summary('Forty people came in May. It costs TBC.');
      assert.match(toFill, /placeholder-unfilled/);
      assert.doesNotMatch(toFill, /can be mended/);
      const stdout = await summary('Nationally, 78% of the elderly are lonely.');
      assert.match(stdout, /figure-unsourced[\s\S]*In an editor, 1 of them can be mended with a click\./);
    });
    it('says what a draft is where there is none', async () => {
      const { stdout, stderr } = await advocacy(['check'], { cwd: workspace({ 'README.md': README }) });
      assert.equal(stdout, '0 drafts checked.\n');
      assert.match(stderr, /^There are no drafts in this folder\. A draft is .*kind.*\n$/);
    });

    it('cannot be made to steer the terminal by a draft', async () => {
      const evil = ERROR.replace('[insert date]', '[insert \u001b[2J\u202e date]');
      const { stdout } = await advocacy(['check', 'a.md'], { cwd: workspace(withNotes({ 'a.md': evil })) });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what it looks for
      assert.doesNotMatch(stdout, /[\u001b\u202e]/);
    });

    it('has colour and wrapped lines on a terminal alone, and not with NO_COLOR', async function () {
      const probe = spawnSync('script', ['-qec', 'true', '/dev/null']);
      if (probe.status !== 0) this.skip();
      const cwd = workspace(withNotes({ 'a.md': ERROR }));
      const cli = await built();
      const onTerminal = (env: Record<string, string>): string =>
        spawnSync('script', ['-qec', `"${process.execPath}" "${cli}" check a.md`, '/dev/null'], {
          cwd,
          env: { PATH: process.env.PATH ?? '', TERM: 'xterm', ...env },
          encoding: 'utf8',
        }).stdout;
      assert.ok(onTerminal({}).includes('\u001b[31m✗ error'));
      assert.ok(!onTerminal({ NO_COLOR: '1' }).includes('\u001b['));
      const piped = await advocacy(['check', 'a.md'], { cwd, env: { TERM: 'xterm' } });
      assert.ok(!(piped.stdout + piped.stderr).includes('\u001b'));
    });
  });

  it('is quiet when its reader has seen enough', async () => {
    const cwd = workspace(
      withNotes(Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`n${i}.md`, ERROR.repeat(50)]))),
    );
    const cli = await built();
    const child = spawn(process.execPath, [cli, 'check', '--format', 'json', '.'], { cwd, stdio: 'pipe' });
    let stderr = '';
    child.stderr.on('data', (text) => {
      stderr += text;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    await new Promise((done) => child.on('close', done));
    assert.equal(stderr, '');
    assert.equal(child.signalCode, null);
  });
});
it('says so where a folder that is named holds no Markdown file', async () => {
  const cwd = workspace({ 'empty/notes.txt': 'x' });
  for (const words of [['check'], ['coverage'], ['export', '--out-dir', 'out'], ['export', '-o', 'a.docx']]) {
    const { status, stderr } = await advocacy([...words, 'empty'], { cwd });
    assert.deepEqual([status, stderr], [0, 'There is no Markdown file there.\n'], words.join(' '));
  }
});
