import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageFor } from '../../src/cli/commands/rules';
import { styleFor } from '../../src/cli/terminal';
import { rules } from '../../src/rules';
import { idsOf } from '../framework/ids';
import { CLEAN } from './drafts';
import { advocacy, built, inProcess, temporary, workspace } from './run';

describe('advocacy', () => {
  before(() => built());

  it('--help lists every command, and exits with 0', async () => {
    for (const args of [['--help'], ['-h'], ['help']]) {
      const { stdout, status } = await advocacy(args);
      assert.equal(status, 0);
      for (const command of ['check', 'coverage', 'export', 'new', 'init', 'rules', 'explain', 'lsp']) {
        assert.match(stdout, new RegExp(`^  advocacy ${command} `, 'm'));
      }
    }
  });

  it('without a command shows the help on standard error, and exits with 2', async () => {
    const { stdout, stderr, status } = await advocacy([]);
    assert.deepEqual([stdout, status], ['', 2]);
    assert.match(stderr, /advocacy check/);
  });

  const options: Readonly<Record<string, readonly string[]>> = {
    check: ['--format', '--max-warnings', '--kind', '--stdin-filename'],
    coverage: ['--format'],
    export: ['-o, --output FILE', '--out-dir DIR', '--template FILE', '--strict', '--force'],
    new: ['--title TITLE', '-o, --output FILE'],
    init: ['--help'],
    rules: ['--help'],
    explain: ['--help'],
    lsp: ['--stdio'],
  };
  for (const [command, expected] of Object.entries(options)) {
    it(`${command} --help shows its options`, async () => {
      const { stdout, status } = await inProcess([command, '--help']);
      assert.equal(status, 0);
      for (const option of expected) assert.ok(stdout.includes(option), option);
      assert.equal((await inProcess(['help', command])).stdout, stdout);
    });
  }

  it('--version prints the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(join(__dirname, '../../../package.json'), 'utf8'));
    const { stdout, status } = await advocacy(['--version']);
    assert.deepEqual([stdout, status], [`${version}\n`, 0]);
  });

  it('rules lists every rule with its severity', async () => {
    const { stdout, status } = await inProcess(['rules']);
    assert.equal(status, 0);
    for (const { id, severity } of rules) assert.match(stdout, new RegExp(`^  ${id} +${severity} `, 'm'));
  });

  it('explain of an id whose rule does the work of another today is about that one', async () => {
    const { stdout, status } = await inProcess(['explain', 'offer-renamed']);
    assert.equal(status, 0);
    assert.match(stdout, /^name-changed /);
  });

  it('explain says of a rule what, why, an example, and how to silence it', async () => {
    const style = styleFor({}, {});
    for (const rule of rules) {
      const page = pageFor(rule, style);
      const { id, what, why, example } = rule;
      const bad = example.bad.split('\n')[0]!;
      for (const part of [what, why, bad, `advocacy-disable-next-line ${id}`, `"${id}": "off"`]) {
        assert.ok(page.includes(part), `${id}: ${part}`);
      }
    }
    const { stdout, status } = await advocacy(['explain', 'title-missing']);
    assert.equal(status, 0);
    assert.equal(stdout, pageFor(rules.find(({ id }) => id === 'title-missing')!, style));
  });

  describe('new', () => {
    it('says a command that can be typed as it is, whatever the draft is called', async () => {
      const cwd = temporary();
      for (const [name, word] of [
        ['a paper.md', '"a paper.md"'],
        ['-h.md', './-h.md'],
        ['paper.md', 'paper.md'],
      ] as const) {
        const { stdout } = await inProcess(['new', 'report', `--output=${name}`], { cwd });
        assert.ok(stdout.endsWith(`then run “advocacy check ${word}”.\n`), stdout);
      }
    });

    it('writes a draft of the kind with its title, called after it, which is one at once', async () => {
      const cwd = temporary();
      const { stdout, status } = await inProcess(['new', 'report', '--title', 'Keep our libraries open!'], {
        cwd,
      });
      assert.equal(status, 0);
      assert.match(stdout, /^Wrote keep-our-libraries-open\.md\nNext: /);
      const text = readFileSync(join(cwd, 'keep-our-libraries-open.md'), 'utf8');
      assert.match(text, /^kind: report$/m);
      assert.match(text, /^# Keep our libraries open!$/m);
      const { stdout: found } = await inProcess(['coverage', '--format', 'json'], { cwd });
      assert.deepEqual(
        JSON.parse(found).map(({ file, kind }: { file: string; kind: string }) => [file, kind]),
        [['keep-our-libraries-open.md', 'report']],
      );
    });

    it('fills in who writes, as the configuration says, and the day', async () => {
      const cwd = workspace({ '.advocacy.json': '{ "about": { "organisation": "Ashby Libraries" } }' });
      const { stdout } = await inProcess(['new', 'report', '-o', '-'], { cwd });
      assert.match(stdout, /^organisation: Ashby Libraries$/m);
      assert.match(stdout, /^date: \d{4}-\d{2}-\d{2}$/m);
    });

    it('takes a kind as officers call it, and calls the draft after it where it has no title', async () => {
      const cwd = temporary();
      for (const expected of ['press-release.md', 'press-release-2.md']) {
        const { stdout, status } = await inProcess(['new', 'news', 'release'], { cwd });
        assert.equal(status, 0);
        assert.match(stdout, new RegExp(`^Wrote ${expected}$`, 'm'));
        assert.match(readFileSync(join(cwd, expected), 'utf8'), /^kind: press-release$/m);
      }
    });

    it('-o says where, in folders that it makes, and overwrites nothing', async () => {
      const cwd = workspace({ 'mine.md': 'mine' });
      assert.equal((await inProcess(['new', 'letter', '-o', 'letters/mp.md'], { cwd })).status, 0);
      assert.match(readFileSync(join(cwd, 'letters/mp.md'), 'utf8'), /^kind: letter$/m);
      const { stderr, stdout, status } = await inProcess(['new', 'letter', '-o', 'mine.md'], { cwd });
      assert.deepEqual([stdout, status], ['', 2]);
      assert.equal(
        stderr,
        'mine.md: there is a file of this name already, which was left as it is. Give another name.\n',
      );
      assert.equal(readFileSync(join(cwd, 'mine.md'), 'utf8'), 'mine');
    });

    it('-o - prints it, with kinds of the folder’s own framework', async () => {
      const cwd = workspace({
        '.advocacy.json': '{ "framework": "ours.yaml" }',
        'ours.yaml':
          'kinds:\n  - id: blog\n    title: Blog post\n    description: For the web.\n    parts:\n      - id: hook\n        title: The hook\n        why: Readers leave.\n',
      });
      const { stdout, stderr, status } = await inProcess(['new', 'blog', '-o', '-'], { cwd });
      assert.deepEqual([stderr, status], ['', 0]);
      assert.match(stdout, /^kind: blog$/m);
      assert.match(stdout, /^## The hook$/m);
    });
  });

  for (const args of [
    ['new', 'letter', '-o', 'link/a.md'],
    ['init', 'link'],
  ]) {
    it(`“${args.join(' ')}” writes nothing through a link that leads out of the folder`, async () => {
      const cwd = temporary();
      const outside = temporary();
      symlinkSync(outside, join(cwd, 'link'));
      const { stdout, stderr, status } = await inProcess(args, { cwd });
      assert.deepEqual([stdout, status], ['', 2]);
      assert.match(stderr, /^link\/\S+: this is a link, or lies behind one, that leads out of /);
      assert.deepEqual(readdirSync(outside), []);
    });
  }

  describe('init', () => {
    it('writes a configuration that is valid, and a draft that it means', async () => {
      const cwd = temporary();
      const { stdout, status } = await advocacy(['init'], { cwd });
      assert.equal(status, 0);
      assert.match(stdout, /^Wrote \.advocacy\.json\nWrote briefings\/first-briefing\.md\nNext: /);
      const check = await inProcess(['check', '--format', 'json'], { cwd });
      assert.equal(check.stderr, '');
      assert.deepEqual(
        JSON.parse(check.stdout).map(({ file }: { file: string }) => file),
        ['briefings/first-briefing.md'],
      );
      const written = readFileSync(join(cwd, '.advocacy.json'), 'utf8');
      for (const id of idsOf('area', 'offer')) assert.match(written, new RegExp(`// .*\\b${id}[,.]`), id);
    });

    it('explains each setting so that its example is valid when its comment sign is taken away', async () => {
      const cwd = temporary();
      await inProcess(['init'], { cwd });
      const path = join(cwd, '.advocacy.json');
      const text = readFileSync(path, 'utf8');
      writeFileSync(path, text.replace(/\/\/ (?="|\{)/g, ''));
      const { stderr } = await inProcess(['check'], { cwd });
      // Only what the examples name is missing.
      const lines = stderr.trim().split('\n');
      assert.equal(lines.length, 3, stderr);
      for (const line of lines) assert.match(line, /There is no file|No file fits/);
    });

    it('overwrites nothing', async () => {
      const cwd = workspace({ '.advocacy.json': '{}', 'briefings/first-briefing.md': 'mine' });
      const { stdout, status } = await inProcess(['init'], { cwd });
      assert.equal(status, 0);
      assert.match(
        stdout,
        /^\.advocacy\.json is there already and was left as it is\.\nbriefings\/first-briefing\.md is there already/,
      );
      assert.equal(readFileSync(join(cwd, '.advocacy.json'), 'utf8'), '{}');
      assert.equal(readFileSync(join(cwd, 'briefings/first-briefing.md'), 'utf8'), 'mine');
    });

    it('makes the folder that it is given', async () => {
      const cwd = temporary();
      await inProcess(['init', 'new/place'], { cwd });
      assert.ok(existsSync(join(cwd, 'new/place/.advocacy.json')));
    });
  });

  it('lsp --stdio answers an editor', async () => {
    const child = spawn(process.execPath, [await built(), 'lsp', '--stdio'], { stdio: 'pipe' });
    const send = (message: object): void => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    };
    let output = '';
    const closed = new Promise<number | null>((done) => child.on('close', done));
    const answered = new Promise<void>((done) => {
      child.stdout.on('data', (data) => {
        output += data;
        if (output.includes('"id":1')) done();
      });
    });
    send({
      id: 1,
      method: 'initialize',
      params: { processId: process.pid, rootUri: null, capabilities: {} },
    });
    await answered;
    assert.match(output, /"capabilities":/);
    send({ id: 2, method: 'shutdown' });
    send({ method: 'exit' });
    assert.equal(await closed, 0);
  });

  it('coverage says of a draft what it argues, as a person reads it', async () => {
    const text = `---
title: Getting online
kind: briefing
areas: [digital, cultural]
---

# Getting online

<!-- advocacy-covers digital -->
Residents without internet at home learned digital skills with our staff.
`;
    const cwd = workspace({ 'a.md': text, 'b.md': CLEAN });
    const pretty = await advocacy(['coverage', 'a.md'], { cwd });
    assert.equal(pretty.status, 0);
    assert.match(pretty.stdout, /^Getting online\na\.md · Briefing note · 1 of 2 areas argued, /);
    assert.match(pretty.stdout, /^ {2}[◐●] (?:argued {3}|evidenced) {2}Digital inclusion +line 10$/m);
    assert.match(pretty.stdout, /^ {2}✗ missing {4}Cultural partnership$/m);
    assert.match(pretty.stdout, /^ {2}– missing {4}Economic recovery +\(not asked for\)$/m);
    assert.match(
      pretty.stdout,
      /The passages that earned it\n {2}Digital inclusion, (?:argued|evidenced)\n +10 “Residents without/,
    );
    assert.match(pretty.stdout, /What to do next\n {2}→ Cultural partnership is missing\. .*argue-cultural/);

    const [report] = JSON.parse((await inProcess(['coverage', '--format', 'json', 'a.md'], { cwd })).stdout);
    assert.deepEqual(Object.keys(report), ['file', 'kind', 'title', 'areas', 'offers']);
    assert.deepEqual([report.file, report.kind, report.title], ['a.md', 'briefing', 'Getting online']);
    assert.deepEqual(
      report.areas.map(({ id }: { id: string }) => id),
      idsOf('area'),
    );
    const digital = report.areas[3];
    assert.deepEqual(Object.keys(digital), ['id', 'title', 'state', 'asked', 'passages']);
    assert.match(digital.state, /^(?:argued|evidenced)$/);
    assert.deepEqual([digital.asked, report.areas[0].asked, report.areas[0].state], [true, false, 'missing']);
    const [passage] = digital.passages;
    assert.deepEqual(Object.keys(passage), ['line', 'endLine', 'state', 'reasons']);
    assert.deepEqual([passage.line, passage.endLine, passage.state], [10, 10, digital.state]);
    for (const { text: words, why, line, column, endLine, endColumn } of passage.reasons) {
      assert.ok(why.length > 0);
      const lines = text.split('\n');
      assert.equal(line, endLine);
      assert.ok(lines[line - 1]!.slice(column - 1, endColumn - 1).includes(words.split(' ')[0]), words);
    }

    const markdown = await inProcess(['coverage', '--format', 'markdown', 'a.md', 'b.md'], { cwd });
    assert.match(markdown.stdout, /^# Coverage\n\n\| Draft \| Economic recovery \|/);
    assert.match(markdown.stdout, /^\| Digital inclusion \| [◐●] (?:argued|evidenced) \| line 10 \|$/m);
    assert.match(markdown.stdout, /^## Opening hours$/m);

    const html = await inProcess(['coverage', '--format', 'html', 'a.md', 'b.md'], { cwd });
    assert.match(html.stdout, /^<!doctype html>\n<html lang="en-GB">/);
    assert.match(
      html.stdout,
      /<td class="state (argued|evidenced)"><span><span aria-hidden="true">[◐●]<\/span> \1<\/span><\/td>/,
    );
    assert.doesNotMatch(html.stdout, /<script|<link|<img|https?:/);
  });

  it('coverage says of a paper in Welsh that it is not judged, and asks nothing of it', async () => {
    const cwd = workspace({
      'a.md': `---\nkind: report\nareas: all\nlanguage: cy\n---\n\n# Y llyfrgell\n\nMae 40 o bobl yn dod.\n`,
    });
    const { stdout } = await inProcess(['coverage', 'a.md'], { cwd });
    assert.match(
      stdout,
      /^Y llyfrgell\na\.md · .* · This paper is in Welsh, which is not judged for what it argues\n$/,
    );
    const [report] = JSON.parse((await inProcess(['coverage', '--format', 'json', 'a.md'], { cwd })).stdout);
    assert.equal(report.language, 'cy');
    const [{ findings }] = JSON.parse(
      (await inProcess(['check', '--format', 'json', 'a.md'], { cwd })).stdout,
    );
    assert.deepEqual(
      findings.map(({ rule, severity }: { rule: string; severity: string }) => [rule, severity]),
      [['coverage-summary', 'information']],
    );
  });

  it('coverage says what a draft without a kind looks like, or with one that there is not', async () => {
    const release =
      '# Open later\n\nFor immediate release\n\nFour libraries open later.\n\nEnds\n\n## Notes to editors\n\nFree.\n';
    const cwd = workspace({ 'a.md': release });
    const { stdout } = await inProcess(['coverage', 'a.md'], { cwd });
    assert.match(
      stdout.replace(/\s+/g, ' '),
      /It does not say what type of paper it is, so it is held to what a briefing note needs\. It looks like a press release: write “kind: press-release” at its top\./,
    );
    const says = async (kind: string): Promise<string> => {
      writeFileSync(join(cwd, 'b.md'), `---\nkind: ${kind}\n---\n\n${release}`);
      return (await inProcess(['coverage', 'b.md'], { cwd })).stdout;
    };
    assert.doesNotMatch(await says('letter'), /looks like/);
    // Nor one that was misspelt.
    assert.doesNotMatch(await says('pres-release'), /looks like/);
    assert.match(await says('newsletter'), /not a type of paper.*\. It looks like a press release/);
  });

  it('coverage names a kind that there is not, and what was meant', async () => {
    const draft = (kind: string): string => `---\nkind: ${kind}\n---\n\n# Open later\n\nWe open later.\n`;
    const cwd = workspace({ 'a.md': draft('pres-release'), 'b.md': draft('newsletter') });
    const meant = (await inProcess(['coverage', 'a.md'], { cwd })).stdout.replace(/\s+/g, ' ');
    assert.match(
      meant,
      /“pres-release” is not a type of paper\. Did you mean “press-release”\? It is held to what a press release needs\./,
    );
    const unclear = (await inProcess(['coverage', 'b.md'], { cwd })).stdout.replace(/\s+/g, ' ');
    assert.match(unclear, /“newsletter” is not a type of paper, so it is held to nothing\./);
    const byName = await inProcess(['coverage', 'n.md'], {
      cwd: workspace({ 'n.md': '---\nkind: Press release\n---\n\n# News\n' }),
    });
    assert.doesNotMatch(byName.stdout, /not a kind/);
    assert.doesNotMatch(unclear, /briefing needs|does not say what/);
    const officers = await inProcess(['coverage', '--format', 'json', 's.md'], {
      cwd: workspace({ 's.md': '---\nkind: scrutiny report\n---\n\n# Hours\n' }),
    });
    assert.equal(JSON.parse(officers.stdout)[0].kind, 'report');
  });

  it('coverage escapes what drafts say', async () => {
    const evil =
      '---\ntitle: "<script>alert(1)</script> | *x* \\u001b[2J"\n---\n\nDigital inclusion <b>|</b> `x`\n';
    const cwd = workspace({ 'a.md': evil });
    const html = (await inProcess(['coverage', '--format', 'html', 'a.md'], { cwd })).stdout;
    assert.match(html, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/);
    assert.doesNotMatch(html, /<script/);
    const markdown = (await inProcess(['coverage', '--format', 'markdown', 'a.md'], { cwd })).stdout;
    assert.match(markdown, /## \\<script\\>alert\(1\)\\<\/script\\> \\\| \\\*x\\\*/);
    const pretty = (await inProcess(['coverage', 'a.md'], { cwd })).stdout;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what it looks for
    assert.doesNotMatch(pretty, /\u001b/);
  });
});
