import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SaxesParser } from 'saxes';
import { checkJson, type JsonFinding, rulesOf } from './check-json';
import { CLEAN, ERROR, WARNING, withNotes } from './drafts';
import { inProcess as advocacy, workspace } from './run';

describe('advocacy check writes', () => {
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
});
