import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLEAN, ERROR, withNotes } from './drafts';
import { inProcess as advocacy, built, type Run, advocacy as shipped, workspace } from './run';

const checked = (run: Run): string[] =>
  (JSON.parse(run.stdout) as { file: string }[]).map(({ file }) => file);

describe('bad input', () => {
  describe('gets one clear line on standard error, exit status 2, and the rest is done', () => {
    const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);
    const text = (of: string): Uint8Array => new TextEncoder().encode(of);
    const join2 = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
    it('a file whose name is not UTF-8', async function () {
      // Other systems have no such names.
      if (process.platform !== 'linux') this.skip();
      const cwd = workspace(withNotes({ 'a.md': CLEAN }));
      writeFileSync(Buffer.concat([text(`${cwd}/`), bytes(0x63, 0xe9), text('.md')]), CLEAN);
      const run = await advocacy(['check'], { cwd });
      assert.equal(
        run.stderr.split('\n')[0],
        'c\uFFFD.md: its name is not in UTF-8, so it cannot be opened. Rename it.',
      );
      assert.equal(run.status, 2);
      assert.match(run.stdout, /1 draft checked/);
    });

    const cases: readonly [name: string, content: Uint8Array, expected: string][] = [
      [
        'binary',
        Uint8Array.from({ length: 4096 }, (_, i) => (i * 7) % 256),
        'this is a binary file, and no text. What another program can open can be read once it is saved as .docx',
      ],
      [
        'UTF-16, little end first',
        join2(bytes(0xff, 0xfe), Buffer.from(CLEAN, 'utf16le')),
        'this is UTF-16. Save it as UTF-8 and try again',
      ],
      [
        'UTF-16, big end first',
        join2(bytes(0xfe, 0xff), Buffer.from(CLEAN, 'utf16le').swap16()),
        'this is UTF-16. Save it as UTF-8 and try again',
      ],
      [
        'Windows-1252',
        join2(text('# X\n\nAt '), bytes(0xa3), text('4 a head.\n')),
        'line 3 is not UTF-8. Save the file as UTF-8 and try again',
      ],
      [
        'half a character at the end',
        join2(text('# X\n'), bytes(0xc3)),
        'line 2 is not UTF-8. Save the file as UTF-8 and try again',
      ],
      [
        'half a surrogate pair',
        join2(text('# X\n'), bytes(0xed, 0xa0, 0x80)),
        'line 2 is not UTF-8. Save the file as UTF-8 and try again',
      ],
    ];
    for (const [name, content, expected] of cases) {
      it(name, async () => {
        const cwd = workspace(withNotes({ 'a.md': content, 'b.md': CLEAN }));
        for (const command of ['check', 'coverage']) {
          const run = await advocacy([command, '--format', 'json', '.'], { cwd });
          assert.equal(run.stderr, `a.md: ${expected}.\n`);
          assert.equal(run.status, 2);
          assert.deepEqual(checked(run), ['b.md']);
        }
        const stdin = await advocacy(['check', '-'], { cwd, input: content });
        assert.equal(stdin.stderr, `<stdin>: ${expected}.\n`);
        assert.equal(stdin.status, 2);
      });
    }

    it('a file that does not exist', async () => {
      const cwd = workspace(withNotes({ 'b.md': CLEAN }));
      const run = await advocacy(['check', '--format', 'json', 'a.md', 'x/y.md', 'b.md', 'b.md/c.md'], {
        cwd,
      });
      assert.equal(
        run.stderr,
        'a.md: there is no such file or folder.\nx/y.md: there is no such file or folder.\nb.md/c.md: a part of its path is not a folder.\n',
      );
      assert.deepEqual([run.status, checked(run)], [2, ['b.md']]);
    });

    it('what is too large', async () => {
      const cwd = workspace(withNotes({ 'b.md': CLEAN }));
      const run = await advocacy(['check', '-'], { cwd, input: new Uint8Array(65 * 1024 * 1024).fill(97) });
      assert.equal(run.stderr, '<stdin>: this is larger than 64 MB, the most that is read.\n');
      assert.equal(run.status, 2);
    });

    it('a device, which could be read for ever', async function () {
      if (process.platform === 'win32') this.skip();
      const run = await advocacy(['check', '/dev/zero'], { cwd: workspace({}) });
      assert.equal(run.stderr, '/dev/zero: this is neither a file nor a folder.\n');
      assert.equal(run.status, 2);
    });

    it('a folder and a file without rights', async function () {
      if (process.platform === 'win32') this.skip();
      const cwd = workspace(withNotes({ 'locked/a.md': CLEAN, 'b.md': CLEAN, 'c.md': CLEAN }));
      chmodSync(join(cwd, 'locked'), 0);
      chmodSync(join(cwd, 'c.md'), 0);
      const run = await shipped(['check', '--format', 'json', '.'], { cwd, unprivileged: true });
      chmodSync(join(cwd, 'locked'), 0o755);
      assert.equal(run.stderr, 'locked: permission denied.\nc.md: permission denied.\n');
      assert.deepEqual([run.status, checked(run)], [2, ['b.md']]);
    });
  });

  describe('is judged where it is text at all', () => {
    const cases: readonly [name: string, text: string][] = [
      ['nothing', ''],
      ['only a byte order mark', '\uFEFF'],
      ['front matter that is not closed', '---\ntitle: X\n\n# X\n'],
      ['broken YAML', '---\ntitle: [a\n\tb: }\n---\n\n# X\n'],
      ['YAML that grows', `---\na: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n---\n\n# X\n`],
      ['a NUL in a long text', `# X\n\n${'word '.repeat(500)}\0`],
      ['1,000 quotations in each other', `${'> '.repeat(1000)}deep\n`],
      [
        '100 list items in each other',
        Array.from({ length: 100 }, (_, i) => `${'  '.repeat(i)}- x`).join('\n'),
      ],
      ['unbalanced brackets', '['.repeat(20_000)],
      ['lone backticks, stars and brackets', `${'*_`[<'.repeat(2000)}\n`],
      ['one long line', `${'word '.repeat(100_000)}\n`],
      ['old Macintosh line ends', '---\rkind: note\r---\r\r# X\r\r[insert date]\r'],
    ];
    for (const [name, text] of cases) {
      it(name, async () => {
        const cwd = workspace(withNotes({ 'a.md': text, 'b.md': CLEAN }));
        for (const command of ['check', 'coverage']) {
          const run = await advocacy([command, '--format', 'json', 'a.md', 'b.md'], { cwd });
          assert.equal(run.signal, null);
          assert.ok(run.status === 0 || run.status === 1, `${run.status}: ${run.stderr}`);
          assert.deepEqual(checked(run), ['a.md', 'b.md']);
        }
      }).timeout(60_000);
    }
  });

  describe('in folders', () => {
    it('links that go round in circles, lead out or lead nowhere are passed over', async function () {
      if (process.platform === 'win32') this.skip();
      const outside = workspace({ 'secret.md': ERROR });
      const cwd = workspace(withNotes({ 'a.md': CLEAN, 'sub/b.md': CLEAN }));
      symlinkSync('..', join(cwd, 'sub/up'));
      symlinkSync(join(outside, 'secret.md'), join(cwd, 'out.md'));
      symlinkSync('nowhere.md', join(cwd, 'gone.md'));
      symlinkSync('loop.md', join(cwd, 'loop.md'));
      symlinkSync('a.md', join(cwd, 'inside.md'));
      mkdirSync(join(cwd, 'folder.md'));
      const run = await advocacy(['check', '--format', 'json', '.'], { cwd });
      assert.deepEqual(checked(run), ['a.md', 'inside.md', 'sub/b.md']);
      assert.equal(run.stderr, '');
    });

    it('pipes are never waited for, whatever they are called', async function () {
      const cwd = workspace(withNotes({ 'a.md': CLEAN, 'sub/c.md': CLEAN }));
      for (const name of ['.gitignore', 'b.md', 'sub/.advocacy.json']) {
        if (spawnSync('mkfifo', [join(cwd, name)]).status !== 0) this.skip();
      }
      const run = await advocacy(['check', '--format', 'json', '.', 'b.md'], { cwd });
      assert.deepEqual(checked(run), ['a.md', 'sub/c.md', 'sub/.advocacy.json']);
      assert.deepEqual(run.stderr.split('\n').sort().slice(1), [
        'b.md: this is neither a file nor a folder.',
        'sub/.advocacy.json:1:1: “.advocacy.json” cannot be read: this is neither a file nor a folder.',
      ]);
    });

    it('.gitignore is respected: nested, negated, and from the repository’s root', async () => {
      const cwd = workspace(
        withNotes({
          '.git/HEAD': '',
          '.gitignore': '/papers/drafts-old\n*.tmp.md\nsecret?.md\n',
          'papers/.gitignore': '!keep.tmp.md\n/local.md\n',
          'papers/a.md': CLEAN,
          'papers/b.tmp.md': CLEAN,
          'papers/keep.tmp.md': CLEAN,
          'papers/local.md': CLEAN,
          'papers/sub/local.md': CLEAN,
          'papers/drafts-old/c.md': CLEAN,
          'papers/secret1.md': CLEAN,
        }),
      );
      const expected = ['a.md', 'keep.tmp.md', 'sub/local.md'];
      const below = (folder: string) => expected.map((file) => join(folder, file));
      assert.deepEqual(checked(await advocacy(['check', '--format', 'json', '.'], { cwd })), below('papers'));
      assert.deepEqual(
        checked(await advocacy(['check', '--format', 'json', 'papers'], { cwd })),
        below('papers'),
      );
      const inside = await advocacy(['check', '--format', 'json'], { cwd: join(cwd, 'papers') });
      assert.deepEqual(checked(inside), expected);
    });
  });

  describe('in configurations', () => {
    const cases: readonly [name: string, files: Record<string, string | Uint8Array>, expected: RegExp][] = [
      ['broken JSON', { '.advocacy.json': '{ "drafts": [' }, /^\.advocacy\.json:1:14: .*\n$/],
      [
        'a wrong value',
        { '.advocacy.json': '{\n "rules": { "ask-missing": "warn" } }' },
        /^\.advocacy\.json:2:28: “rules\.ask-missing” must be one of .*\n$/,
      ],
      [
        'binary',
        { '.advocacy.json': new Uint8Array(64) },
        /^\.advocacy\.json:1:1: .* is not a text file\.\n$/,
      ],
      [
        'a framework that is gone',
        { '.advocacy.json': '{ "framework": "gone.yaml" }' },
        /^\.advocacy\.json:1:16: There is no file “gone\.yaml”.*\n$/,
      ],
      ['a framework with a mistake', { 'framework.yaml': 'kinds: 3\n' }, /^framework\.yaml:1:8: .*\n$/],
      [
        'a framework that leads out',
        { '.advocacy.json': '{ "framework": "../x.yaml" }' },
        /^\.advocacy\.json:1:16: “\.\.\/x\.yaml” leads out .*\n$/,
      ],
      ['nesting without end', { '.advocacy.json': '['.repeat(100_000) }, /^\.advocacy\.json:1:51: .*\n$/],
    ];
    for (const [name, files, expected] of cases) {
      it(`one line, and drafts are judged by the rest: ${name}`, async () => {
        const cwd = workspace(withNotes({ 'a.md': '# X\n\n[insert date]\n', 'b.md': CLEAN, ...files }));
        const run = await advocacy(['check', '--format', 'json', 'a.md', 'b.md'], { cwd });
        assert.match(run.stderr, expected);
        assert.equal(run.status, 2);
        assert.ok(checked(run).includes('a.md') && checked(run).includes('b.md'));
        assert.match(run.stdout, /placeholder-unfilled/);
        const coverage = await advocacy(['coverage', '--format', 'json', 'a.md'], { cwd });
        assert.match(coverage.stderr, expected);
        assert.equal(coverage.status, 2);
      });
    }

    for (const [level, status, said] of [
      ['error', 2, /^\.advocacy\.json:1:\d+: There is no setting “framwork”\..*\n$/],
      ['warning', 0, /^\.advocacy\.json:1:\d+: warning: There is no setting “framwork”\..*\n$/],
      ['hint', 0, /^\.advocacy\.json:1:\d+: hint: There is no setting “framwork”\..*\n$/],
      ['off', 0, /^$/],
    ] as const) {
      it(`a mistake is as serious as the configuration has it: ${level}`, async () => {
        const rules = `{ "rules": { "configuration-invalid": "${level}" }, "framwork": "x.yaml" }`;
        const cwd = workspace({ '.advocacy.json': rules, 'a.md': '# X\n', 'b.md': '# Y\n' });
        const run = await advocacy(['check', '--format', 'json', 'a.md', 'b.md'], { cwd });
        assert.match(run.stderr, said);
        assert.equal(run.status, status);
        const found = (JSON.parse(run.stdout) as { file: string; findings: { severity: string }[] }[]).filter(
          ({ file }) => file === '.advocacy.json',
        );
        assert.deepEqual(
          found.flatMap(({ findings }) => findings.map(({ severity }) => severity)),
          level === 'off' ? [] : [level],
        );
      });
    }
  });

  describe('of a folder that is gone', () => {
    const inDeleted = async (...args: string[]) => {
      const script = 'mkdir gone; cd gone; rmdir ../gone; node=$1; shift; exec "$node" "$@"';
      const { status, stdout, stderr } = spawnSync(
        'sh',
        ['-c', script, 'sh', process.execPath, await built(), ...args],
        { cwd: workspace({}), encoding: 'utf8' },
      );
      return { status, stdout, stderr };
    };
    before(function () {
      // There, a folder in which somebody works cannot be deleted.
      if (process.platform === 'win32') this.skip();
    });

    for (const args of [['check', 'x.md'], ['coverage'], ['export', 'x.md', '-o', 'x.docx'], ['init']]) {
      it(`${args.join(' ')} says so in one line, with exit status 2`, async () => {
        assert.deepEqual(await inDeleted(...args), {
          status: 2,
          stdout: '',
          stderr: 'advocacy: The folder that you are in is not there any more. Change to another one.\n',
        });
      });
    }
    it('what needs no folder is done all the same', async () => {
      const { status, stdout } = await inDeleted('explain', 'figure-unsourced');
      assert.deepEqual([status, stdout.slice(0, 16)], [0, 'figure-unsourced']);
    });
  });

  describe('on the command line gets one line, the nearest option, and exit status 2', () => {
    const cases: readonly [args: string[], expected: string][] = [
      [['chek'], 'There is no command “chek”. Did you mean “check”?'],
      [['--verison'], 'There is no option “--verison”. See “advocacy --help”.'],
      [['check', '--fromat', 'json'], '“advocacy check” has no option --fromat. Did you mean “--format”?'],
      [['check', '--xyz'], '“advocacy check” has no option --xyz. See “advocacy check --help”.'],
      [['check', '-x'], '“advocacy check” has no option -x. See “advocacy check --help”.'],
      [['check', '--format'], '--format needs a value: --format FORMAT.'],
      [['check', '--format', '--kind'], '--format needs a value: --format FORMAT.'],
      [['check', '--format='], '--format needs a value: --format FORMAT.'],
      [
        ['check', '--format', 'jsno'],
        '--format is one of pretty, json, sarif, github, junit, not “jsno”. Did you mean “json”?',
      ],
      [['check', '--format', 'json', '--format', 'json'], '--format is given twice.'],
      [['check', '--max-warnings', 'few'], '--max-warnings is a number from 0 up, not “few”.'],
      [['check', '--max-warnings', '-1'], '--max-warnings is a number from 0 up, not “-1”.'],
      [
        ['check', '--__proto__', 'x'],
        '“advocacy check” has no option --__proto__. See “advocacy check --help”.',
      ],
      [['export', '--force=yes', 'a.md'], '--force takes no value.'],
      [['export', '-o', 'a.docx'], 'Name the draft to export: advocacy export PATH -o FILE.docx.'],
      [['export', 'a.md'], 'Say where to write: -o FILE for one draft, or --out-dir DIR.'],
      [
        ['export', 'a.md', '-o', 'a.docx', '--out-dir', 'x'],
        'Say where to write: -o FILE for one draft, or --out-dir DIR.',
      ],
      [['export', 'a.md', '-o', 'a.md'], 'The file to write must end in .docx, not “a.md”.'],
      [['explain'], 'Name one rule: advocacy explain RULE. “advocacy rules” lists them.'],
      [['explain', 'title-mising'], 'There is no rule “title-mising”. Did you mean “title-missing”?'],
      [['rules', 'x'], '“advocacy rules” takes no paths.'],
      [
        ['new'],
        'Name the type of paper: advocacy new KIND. There are report, briefing, press-release, pitch, case-study, letter, strategy.',
      ],
      [['new', 'lettr'], 'There is no type of paper “lettr”. Did you mean “letter”?'],
      [['new', 'letter', '-o', 'mp.docx'], 'The file to write must end in .md, not “mp.docx”.'],
      [['init', 'a', 'b'], 'Name one folder at most: advocacy init [FOLDER].'],
      [['lsp'], 'The server talks over standard input and output: advocacy lsp --stdio.'],
    ];
    for (const [args, expected] of cases) {
      it(args.join(' '), async () => {
        const run = await advocacy(args);
        assert.equal(run.stderr, `advocacy: ${expected}\n`);
        assert.deepEqual([run.status, run.stdout], [2, '']);
      });
    }
  });
});
