import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SaxesParser } from 'saxes';
import { CLEAN, ERROR, README, WARNING, withNotes } from './drafts';
import { advocacy, built, workspace } from './run';

interface JsonFinding {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly url?: string;
  readonly fixes?: readonly { readonly title: string }[];
}
type Json = readonly { readonly file: string; readonly findings: readonly JsonFinding[] }[];

const checkJson = async (files: Record<string, string | Uint8Array>, args: readonly string[]) => {
  const { stdout, ...rest } = await advocacy(['check', '--format', 'json', ...args], {
    cwd: workspace(withNotes(files)),
  });
  return { ...rest, json: JSON.parse(stdout) as Json };
};
const rulesOf = (json: Json) => json.map(({ file, findings }) => [file, findings.map(({ rule }) => rule)]);

describe('advocacy check', () => {
  before(() => built());

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

  describe('as JSON', () => {
    it('has every finding at its place, in lines and columns from 1', async () => {
      const { json, status, stderr } = await checkJson({ 'notes/a.md': ERROR }, ['notes/a.md']);
      assert.equal(status, 1);
      assert.equal(stderr, '');
      const [{ message, url, fixes, ...finding }] = json[0]!.findings as [JsonFinding];
      assert.deepEqual([json.length, json[0]!.file, json[0]!.findings.length], [1, 'notes/a.md', 1]);
      assert.deepEqual(finding, {
        rule: 'placeholder-unfilled',
        severity: 'error',
        line: 7,
        column: 22,
        endLine: 7,
        endColumn: 35,
      });
      assert.match(message, /\[insert date\]/);
      assert.match(url!, /^https:.*placeholder-unfilled/);
      assert.ok(fixes === undefined || fixes.every((fix) => Object.keys(fix).join() === 'title'));
    });

    it('counts columns in UTF-16 code units, after a byte order mark and with Windows line ends', async () => {
      const text = `\uFEFF${ERROR.replace('The doors', 'The 😀 doors').replaceAll('\n', '\r\n')}`;
      const { json } = await checkJson({ 'a.md': text }, ['a.md']);
      const { line, column, endColumn } = json[0]!.findings[0]!;
      assert.deepEqual([line, column, endColumn], [7, 25, 38]);
    });

    it('lists files without findings, and is a list when there is none', async () => {
      assert.deepEqual((await checkJson({ 'a.md': CLEAN }, ['a.md'])).json, [{ file: 'a.md', findings: [] }]);
      assert.deepEqual((await checkJson({}, [])).json, []);
    });

    it('has mistakes in the configuration, in that file', async () => {
      const { json, status, stderr } = await checkJson(
        {
          'a.md': CLEAN,
          'b.md': CLEAN,
          '.advocacy.json': '{\n  "framework": "framework.yaml", "drfts": [] }',
        },
        ['a.md', 'b.md'],
      );
      assert.equal(status, 2);
      assert.deepEqual(rulesOf(json), [
        ['a.md', []],
        ['b.md', []],
        ['.advocacy.json', ['configuration-invalid']],
      ]);
      const { message, line, column, endColumn } = json[2]!.findings[0]!;
      assert.deepEqual([line, column, endColumn], [2, 34, 41]);
      assert.equal(stderr, `.advocacy.json:2:34: ${message}\n`);
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

    it('200 drafts, in the order of their names', async () => {
      const names = Array.from({ length: 200 }, (_, i) => `n${String(i).padStart(3, '0')}.md`);
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
      assert.doesNotMatch(await summary('The club works: 78% of the children read better.'), /can mend/);
      const stdout = await summary('The club works: 78% of the elderly read better.');
      assert.match(stdout, /figure-unsourced[\s\S]*An editor can mend 1 of them for you\./);
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

  describe('for GitHub', () => {
    it('annotates, with everything escaped', async () => {
      const { stdout, status } = await advocacy(['check', '--format', 'github', 'a,b: 100%.md'], {
        cwd: workspace(withNotes({ 'a,b: 100%.md': ERROR })),
      });
      assert.equal(status, 1);
      assert.match(
        stdout,
        /^::error file=a%2Cb%3A 100%25\.md,line=7,endLine=7,col=22,endColumn=35,title=placeholder-unfilled::“\[insert date\]”[^\n]*\n$/,
      );
    });
  });

  describe('as JUnit', () => {
    it('has a suite for each file and a failure for each error, escaped', async () => {
      const { stdout } = await advocacy(['check', '--format', 'junit', '.'], {
        cwd: workspace(
          withNotes({
            'a&<"b.md': ERROR.replace('insert date', 'insert <a> & "b" \u0001'),
            'c.md': CLEAN,
            'd.md': WARNING,
          }),
        ),
      });
      assert.match(stdout, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites/);
      assert.match(stdout, /<testsuite name="a&amp;&lt;&quot;b\.md" .* tests="1" failures="1"/);
      assert.match(stdout, /<failure type="error" message="“\[insert &lt;a&gt; &amp; &quot;b&quot; /);
      assert.match(stdout, /<testcase name="no findings" classname="c\.md" time="0"\/>/);
      assert.match(
        stdout,
        /<testsuite name="d\.md".* failures="0".*(?:\n.*){3}<system-out>warning: d\.md:7:1: /,
      );
      // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what it looks for
      assert.doesNotMatch(stdout, /[\u0000-\u0008]/);
      assert.equal(stdout.match(/<testsuite /g)?.length, stdout.match(/<\/testsuite>/g)?.length);
    });

    it('fails where --max-warnings does, and errs where a file cannot be read', async () => {
      const { stdout } = await advocacy(
        ['check', '--format', 'junit', '--max-warnings', '0', 'a.md', 'b.md'],
        {
          cwd: workspace(withNotes({ 'a.md': WARNING })),
        },
      );
      assert.match(
        stdout,
        /<testcase name="max-warnings".*<failure type="warning" message="1 warning is more/,
      );
      assert.match(stdout, /<error type="unreadable" message="b\.md: there is no such file or folder\."/);
    });
  });

  /** What Ant's schema of JUnit reports has of each element: its attributes, all of them needed, and what is in it, in order. */
  const SCHEMA: Readonly<Record<string, { readonly attributes: string; readonly content: RegExp }>> = {
    testsuites: { attributes: '', content: /^(?:testsuite )*$/ },
    testsuite: {
      attributes: 'errors failures hostname id name package skipped tests time timestamp',
      content: /^properties (?:testcase )*system-out system-err $/,
    },
    properties: { attributes: '', content: /^$/ },
    testcase: { attributes: 'classname name time', content: /^(?:failure |error )?$/ },
    failure: { attributes: 'message type', content: /^$/ },
    error: { attributes: 'message type', content: /^$/ },
    'system-out': { attributes: '', content: /^$/ },
    'system-err': { attributes: '', content: /^$/ },
  };

  it('as JUnit is valid by the schema that its readers hold it to', async () => {
    const { stdout } = await advocacy(['check', '--format', 'junit', '--max-warnings', '0', '.', 'gone.md'], {
      cwd: workspace(withNotes({ 'a.md': ERROR, 'b.md': WARNING, 'c.md': CLEAN })),
    });
    const parser = new SaxesParser();
    const open: { readonly name: string; content: string }[] = [{ name: '', content: '' }];
    const ids: string[] = [];
    parser.on('error', (error) => assert.fail(error));
    parser.on('opentag', ({ name, attributes }) => {
      assert.equal(Object.keys(attributes).sort().join(' '), SCHEMA[name]?.attributes, name);
      if (name === 'testsuite') {
        ids.push(attributes.id!);
        assert.match(attributes.timestamp!, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
      }
      open.at(-1)!.content += `${name} `;
      open.push({ name, content: '' });
    });
    parser.on('closetag', () => {
      const { name, content } = open.pop()!;
      assert.match(content, SCHEMA[name]!.content, name);
    });
    parser.write(stdout).close();
    assert.deepEqual(ids, ['0', '1', '2', '3']);
    assert.match(stdout, /<failure [\s\S]*<error /);
  });

  it('for GitHub and as SARIF names files from the folder of the repository, wherever in it we are', async () => {
    const repository = workspace({
      '.git/HEAD': '',
      ...withNotes({ 'papers/sub/a.md': ERROR, 'b.md': ERROR }),
    });
    const cwd = join(repository, 'papers/sub');
    const args = ['a.md', '../../b.md', join(cwd, 'a.md')];
    const github = await advocacy(['check', '--format', 'github', ...args], { cwd });
    assert.deepEqual(
      [...github.stdout.matchAll(/file=([^,]*)/g)].map(([, file]) => file),
      ['papers/sub/a.md', 'b.md'],
    );
    const sarif = await advocacy(['check', '--format', 'sarif', ...args], { cwd });
    const [run] = JSON.parse(sarif.stdout).runs;
    assert.deepEqual(
      run.results.map(
        (result: { locations: [{ physicalLocation: { artifactLocation: object } }] }) =>
          result.locations[0].physicalLocation.artifactLocation,
      ),
      [
        { uri: 'papers/sub/a.md', uriBaseId: 'SRCROOT' },
        { uri: 'b.md', uriBaseId: 'SRCROOT' },
      ],
    );
    assert.equal(run.originalUriBaseIds.SRCROOT.uri, `${pathToFileURL(repository).href}/`);
  });

  describe('as SARIF', () => {
    it('is a log of version 2.1.0 with the rules and their results', async () => {
      const { stdout } = await advocacy(['check', '--format', 'sarif', '.', 'gone.md'], {
        cwd: workspace(withNotes({ 'my notes/ä#.md': ERROR, 'b.md': WARNING })),
      });
      const log = JSON.parse(stdout);
      assert.equal(log.version, '2.1.0');
      assert.equal(log.runs.length, 1);
      const [run] = log.runs;
      assert.equal(run.columnKind, 'utf16CodeUnits');
      assert.equal(run.tool.driver.name, 'advocacy');
      assert.match(run.tool.driver.fullName, /^Library Advocacy \d+\.\d+\.\d+$/);
      assert.equal(run.automationDetails.id, 'advocacy/');
      const named = run.tool.driver.rules.find((rule: { id: string }) => rule.id === 'figure-unsourced');
      assert.equal(named.name, 'FigureUnsourced');
      for (const rule of run.tool.driver.rules) {
        assert.ok(rule.id && rule.shortDescription.text && rule.helpUri.startsWith('https://'), rule.id);
        assert.match(rule.defaultConfiguration.level, /^(?:error|warning|note|none)$/);
      }
      assert.equal(run.results.length, 2);
      const [warning, error] = run.results;
      assert.equal(warning.level, 'warning');
      assert.equal(error.level, 'error');
      assert.equal(run.tool.driver.rules[error.ruleIndex].id, error.ruleId);
      assert.deepEqual(error.locations[0].physicalLocation, {
        artifactLocation: { uri: 'my%20notes/%C3%A4%23.md', uriBaseId: 'SRCROOT' },
        region: { startLine: 7, startColumn: 22, endLine: 7, endColumn: 35 },
      });
      assert.match(run.originalUriBaseIds.SRCROOT.uri, /^file:\/\/\/.*\/$/);
      assert.equal(run.invocations[0].executionSuccessful, false);
      assert.match(run.invocations[0].toolExecutionNotifications[0].message.text, /^gone\.md: /);
    });

    it('is a log also when there is nothing to say', async () => {
      const { stdout } = await advocacy(['check', '--format', 'sarif'], { cwd: workspace({}) });
      assert.deepEqual(JSON.parse(stdout).runs[0].results, []);
    });
  });

  it('is quiet when its reader has seen enough', async () => {
    const cwd = workspace(
      withNotes(Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`n${i}.md`, ERROR.repeat(50)]))),
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
