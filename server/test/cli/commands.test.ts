import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageFor } from '../../src/cli/commands/rules';
import { styleFor } from '../../src/cli/terminal';
import { rules } from '../../src/rules';
import { LEASE } from '../coverage/support';
import { CLEAN } from './drafts';
import { advocacy, built, temporary, workspace } from './run';

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
      const { stdout, status } = await advocacy([command, '--help']);
      assert.equal(status, 0);
      for (const option of expected) assert.ok(stdout.includes(option), option);
      assert.equal((await advocacy(['help', command])).stdout, stdout);
    });
  }

  it('--version prints the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(join(__dirname, '../../../package.json'), 'utf8'));
    const { stdout, status } = await advocacy(['--version']);
    assert.deepEqual([stdout, status], [`${version}\n`, 0]);
  });

  it('rules lists every rule with its severity', async () => {
    const { stdout, status } = await advocacy(['rules']);
    assert.equal(status, 0);
    for (const { id, severity } of rules) assert.match(stdout, new RegExp(`^  ${id} +${severity} `, 'm'));
  });

  it('explain of an id whose rule does the work of another today is about that one', async () => {
    const { stdout, status } = await advocacy(['explain', 'offer-renamed']);
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
    it('writes a draft of the kind with its title, called after it, which is one at once', async () => {
      const cwd = temporary();
      const { stdout, status } = await advocacy(['new', 'report', '--title', 'Keep our libraries open!'], {
        cwd,
      });
      assert.equal(status, 0);
      assert.match(stdout, /^Wrote keep-our-libraries-open\.md\nNext: /);
      const text = readFileSync(join(cwd, 'keep-our-libraries-open.md'), 'utf8');
      assert.match(text, /^kind: report$/m);
      assert.match(text, /^# Keep our libraries open!$/m);
      const { stdout: found } = await advocacy(['coverage', '--format', 'json'], { cwd });
      assert.deepEqual(
        JSON.parse(found).map(({ file, kind }: { file: string; kind: string }) => [file, kind]),
        [['keep-our-libraries-open.md', 'report']],
      );
    });

    it('fills in who writes, as the configuration says, and the day', async () => {
      const cwd = workspace({ '.advocacy.json': '{ "about": { "organisation": "Ashby Libraries" } }' });
      const { stdout } = await advocacy(['new', 'report', '-o', '-'], { cwd });
      assert.match(stdout, /^organisation: Ashby Libraries$/m);
      assert.match(stdout, /^date: \d{4}-\d{2}-\d{2}$/m);
    });

    it('takes a kind as officers call it, and calls the draft after it where it has no title', async () => {
      const cwd = temporary();
      for (const expected of ['press-release.md', 'press-release-2.md']) {
        const { stdout, status } = await advocacy(['new', 'news', 'release'], { cwd });
        assert.equal(status, 0);
        assert.match(stdout, new RegExp(`^Wrote ${expected}$`, 'm'));
        assert.match(readFileSync(join(cwd, expected), 'utf8'), /^kind: press-release$/m);
      }
    });

    it('-o says where, in folders that it makes, and overwrites nothing', async () => {
      const cwd = workspace({ 'mine.md': 'mine' });
      assert.equal((await advocacy(['new', 'letter', '-o', 'letters/mp.md'], { cwd })).status, 0);
      assert.match(readFileSync(join(cwd, 'letters/mp.md'), 'utf8'), /^kind: letter$/m);
      const { stderr, stdout, status } = await advocacy(['new', 'letter', '-o', 'mine.md'], { cwd });
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
      const { stdout, stderr, status } = await advocacy(['new', 'blog', '-o', '-'], { cwd });
      assert.deepEqual([stderr, status], ['', 0]);
      assert.match(stdout, /^kind: blog$/m);
      assert.match(stdout, /^## The hook$/m);
    });
  });

  describe('init', () => {
    it('writes a configuration that is valid, and a draft that it means', async () => {
      const cwd = temporary();
      const { stdout, status } = await advocacy(['init'], { cwd });
      assert.equal(status, 0);
      assert.match(stdout, /^Wrote \.advocacy\.json\nWrote briefings\/first-briefing\.md\nNext: /);
      const check = await advocacy(['check', '--format', 'json'], { cwd });
      assert.equal(check.stderr, '');
      assert.deepEqual(
        JSON.parse(check.stdout).map(({ file }: { file: string }) => file),
        ['briefings/first-briefing.md'],
      );
    });

    it('explains each setting so that its example is valid when its comment sign is taken away', async () => {
      const cwd = temporary();
      await advocacy(['init'], { cwd });
      const path = join(cwd, '.advocacy.json');
      const text = readFileSync(path, 'utf8');
      writeFileSync(path, text.replace(/\/\/ (?="|\{)/g, ''));
      const { stderr } = await advocacy(['check'], { cwd });
      // Only what the examples name is missing.
      const lines = stderr.trim().split('\n');
      assert.equal(lines.length, 3, stderr);
      for (const line of lines) assert.match(line, /There is no file|No file fits/);
    });

    it('overwrites nothing', async () => {
      const cwd = workspace({ '.advocacy.json': '{}', 'briefings/first-briefing.md': 'mine' });
      const { stdout, status } = await advocacy(['init'], { cwd });
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
      await advocacy(['init', 'new/place'], { cwd });
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

    const [report] = JSON.parse((await advocacy(['coverage', '--format', 'json', 'a.md'], { cwd })).stdout);
    assert.deepEqual(Object.keys(report), ['file', 'kind', 'title', 'areas', 'offers']);
    assert.deepEqual([report.file, report.kind, report.title], ['a.md', 'briefing', 'Getting online']);
    assert.deepEqual(
      report.areas.map(({ id }: { id: string }) => id),
      ['economic', 'education', 'isolation', 'digital', 'cultural'],
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

    const markdown = await advocacy(['coverage', '--format', 'markdown', 'a.md', 'b.md'], { cwd });
    assert.match(markdown.stdout, /^# Coverage\n\n\| Draft \| Economic recovery \|/);
    assert.match(markdown.stdout, /^\| Digital inclusion \| [◐●] (?:argued|evidenced) \| line 10 \|$/m);
    assert.match(markdown.stdout, /^## Opening hours$/m);

    const html = await advocacy(['coverage', '--format', 'html', 'a.md', 'b.md'], { cwd });
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
    const { stdout } = await advocacy(['coverage', 'a.md'], { cwd });
    assert.match(
      stdout,
      /^Y llyfrgell\na\.md · .* · This paper is in Welsh, which is not judged for what it argues\n$/,
    );
    const [report] = JSON.parse((await advocacy(['coverage', '--format', 'json', 'a.md'], { cwd })).stdout);
    assert.equal(report.language, 'cy');
    assert.deepEqual(
      JSON.parse((await advocacy(['check', '--format', 'json', 'a.md'], { cwd })).stdout)[0].findings,
      [],
    );
  });

  it('coverage says what a draft without a kind looks like, or with one that there is not', async () => {
    const release =
      '# Open later\n\nFor immediate release\n\nFour libraries open later.\n\nEnds\n\n## Notes to editors\n\nFree.\n';
    const cwd = workspace({ 'a.md': release });
    const { stdout } = await advocacy(['coverage', 'a.md'], { cwd });
    assert.match(
      stdout.replace(/\s+/g, ' '),
      /It does not say what type of paper it is, so it is held to what a briefing note needs\. It looks like a press release: write “kind: press-release” at its top\./,
    );
    const says = async (kind: string): Promise<string> => {
      writeFileSync(join(cwd, 'b.md'), `---\nkind: ${kind}\n---\n\n${release}`);
      return (await advocacy(['coverage', 'b.md'], { cwd })).stdout;
    };
    assert.doesNotMatch(await says('letter'), /looks like/);
    // Nor one that was misspelt.
    assert.doesNotMatch(await says('pres-release'), /looks like/);
    assert.match(await says('newsletter'), /not a type of paper.*\. It looks like a press release/);
  });

  it('coverage names a kind that there is not, and what was meant', async () => {
    const draft = (kind: string): string => `---\nkind: ${kind}\n---\n\n# Open later\n\nWe open later.\n`;
    const cwd = workspace({ 'a.md': draft('pres-release'), 'b.md': draft('newsletter') });
    const meant = (await advocacy(['coverage', 'a.md'], { cwd })).stdout.replace(/\s+/g, ' ');
    assert.match(
      meant,
      /“pres-release” is not a type of paper\. Did you mean “press-release”\? It is held to what a press release needs\./,
    );
    const unclear = (await advocacy(['coverage', 'b.md'], { cwd })).stdout.replace(/\s+/g, ' ');
    assert.match(unclear, /“newsletter” is not a type of paper, so it is held to nothing\./);
    const byName = await advocacy(['coverage', 'n.md'], {
      cwd: workspace({ 'n.md': '---\nkind: Press release\n---\n\n# News\n' }),
    });
    assert.doesNotMatch(byName.stdout, /not a kind/);
    assert.doesNotMatch(unclear, /briefing needs|does not say what/);
    const officers = await advocacy(['coverage', '--format', 'json', 's.md'], {
      cwd: workspace({ 's.md': '---\nkind: scrutiny report\n---\n\n# Hours\n' }),
    });
    assert.equal(JSON.parse(officers.stdout)[0].kind, 'report');
  });

  it('coverage escapes what drafts say', async () => {
    const evil =
      '---\ntitle: "<script>alert(1)</script> | *x* \\u001b[2J"\n---\n\nDigital inclusion <b>|</b> `x`\n';
    const cwd = workspace({ 'a.md': evil });
    const html = (await advocacy(['coverage', '--format', 'html', 'a.md'], { cwd })).stdout;
    assert.match(html, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/);
    assert.doesNotMatch(html, /<script/);
    const markdown = (await advocacy(['coverage', '--format', 'markdown', 'a.md'], { cwd })).stdout;
    assert.match(markdown, /## \\<script\\>alert\(1\)\\<\/script\\> \\\| \\\*x\\\*/);
    const pretty = (await advocacy(['coverage', 'a.md'], { cwd })).stdout;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what it looks for
    assert.doesNotMatch(pretty, /\u001b/);
  });
});

describe('advocacy explain --passage', () => {
  const text = `# Getting online

<!-- advocacy-covers digital -->
Residents without internet at home learned digital skills with our staff: 430 of them got online in 2025
at all eight branches.[^1]

<!-- advocacy-covers none -->
The car park has forty spaces.

[^1]: Ashcombe Libraries, annual return, 2025.
`;

  for (const line of [4, 5]) {
    it(`says what the passage on line ${line} argues, and why`, async () => {
      const cwd = workspace({ 'a.md': text });
      const { stdout, status } = await advocacy(['explain', '--passage', `a.md:${line}`], { cwd });
      assert.equal(status, 0);
      assert.match(
        stdout,
        /^a\.md, lines 4–5\n“Residents without internet at home learned .*”\n\nIt makes a case on Digital inclusion.*\n\nDigital inclusion: [◐●] (?:argued|evidenced)\n/s,
      );
      assert.match(stdout, /^ {2}[a-z’ ]+ {2,}“.+”/m, 'the words that led there');
      assert.match(stdout, /→ It makes the case/);
      assert.match(stdout, /How it was judged\n {2}By its author, in a comment before it: digital\.\n$/);
    });
  }

  it('says so where a line argues nothing', async () => {
    const { stdout, status } = await advocacy(['explain', '--passage', 'a.md:8'], {
      cwd: workspace({ 'a.md': text }),
    });
    assert.equal(status, 0);
    assert.match(
      stdout,
      /^a\.md, line 8\n“The car park has forty spaces\.”\n\nIt argues no area and no offer\.\n\nHow it was judged\n.*: none\.\n$/,
    );
  });

  it('prints the whole derivation: what each step comes to, what counts for a topic and what against it', async () => {
    const passage =
      'Residents without internet at home learned digital skills with library staff: 430 of them got online last year.';
    const { stdout } = await advocacy(['explain', '--passage', 'b.md:3', '--numbers'], {
      cwd: workspace({ 'b.md': `# Getting online at the library\n\n${passage}\n` }),
    });
    assert.match(stdout, /^ {2}That it makes a case at all, whatever the topic: (?:over )?\d\d%\.$/m);
    const [digital] = /^ {2}Digital inclusion: argued\. .*\n(?: {4}.*\n)+/m.exec(stdout)!;
    assert.match(digital, /argued\. It comes to (?:over )?\d\d%, where \d\d% is enough\.\n/);
    assert.match(digital, /^ {4}1\. by its own words: (?:over )?\d\d% \(\+\d+\.\d\d\)$/m);
    assert.match(digital, /^ {4}2\. in its paper: (?:over )?\d\d% \(\+\d+\.\d\d\)\n {7}for .*step 1 \+\d/m);
    assert.match(digital, /^ {7}meaning +[+−]\d\.\d\d {2}“\w+” [+−]\d/m);
    const number = (text: string): number => Number(text.replace('−', '-'));
    for (const [, whole, plus, minus] of digital.matchAll(
      /\(([+−][\d.]+)\)\n {7}for +(\+[\d.]+) .*\n {7}against +(−[\d.]+) /g,
    ))
      assert.ok(Math.abs(number(plus!) + number(minus!) - number(whole!)) < 0.02, whole);
    for (const [, total, terms] of digital.matchAll(/^ {7}(?:for|against) +([+−][\d.]+) {2}(.*)$/gm)) {
      const sum = [...terms!.matchAll(/ ([+−][\d.]+)(?:,|$)/g)].reduce(
        (all, [, adds]) => all + number(adds!),
        0,
      );
      assert.ok(Math.abs(sum - number(total!)) < 0.06, `${total}: ${terms}`);
    }
  });

  it('says so where the paper as a whole is about other things', async () => {
    const plain = LEASE.map((line) => `${line}\n`);
    const club = 'The library’s job club helps unemployed people to write a CV and to find work.\n';
    const cwd = workspace({
      'a.md': ['---\nkind: report\n---\n', '# The lease\n', club, ...plain].join('\n'),
    });
    const { stdout } = await advocacy(['explain', '--passage', 'a.md:7'], { cwd });
    assert.match(stdout, /Economic recovery: only mentioned, as the paper as a whole only speaks of it\./);
    assert.match(
      stdout,
      /It only mentions Economic recovery \([^)]*\): the paper as a whole is about something else\./,
    );
    assert.match(stdout, /→ The paper as a whole is about something else,.*“areas: \[economic\]”/s);
    assert.doesNotMatch(stdout, /makes no case yet/);
  });

  it('keeps the numbers to itself until they are asked for', async () => {
    const passage =
      'Residents without internet at home learned digital skills with library staff: 430 of them got online last year.';
    const cwd = workspace({ 'b.md': `# Getting online at the library\n\n${passage}\n` });
    const { stdout } = await advocacy(['explain', '--passage', 'b.md:3'], { cwd });
    assert.match(stdout, /^Digital inclusion: [◐●] (?:argued|evidenced)$/m);
    assert.doesNotMatch(stdout, /\d%|log odds|[+−]\d/);
    assert.match(stdout, /--numbers shows what counted for each topic and against it\.\n$/);
    const alone = await advocacy(['explain', 'figure-unsourced', '--numbers'], { cwd });
    assert.deepEqual(
      [alone.status, alone.stderr],
      [2, 'advocacy: --numbers goes with --passage FILE:LINE.\n'],
    );
  });

  it('does not contradict itself on an item of a list that is judged as one', async () => {
    const items = [
      'help job seekers find work and start businesses',
      'teach residents digital skills so they get online',
      '64 residents started a business',
    ];
    const text = `# Our libraries\n\nOur libraries:\n\n${items.map((item) => `- ${item}\n`).join('')}`;
    const cwd = workspace({ 'l.md': text });
    const on = async (...options: string[]) =>
      (await advocacy(['explain', '--passage', 'l.md:6', ...options], { cwd })).stdout;
    const plain = await on();
    assert.match(plain, /^It makes a case on Digital inclusion .* and Information and Digital/m);
    assert.match(
      plain,
      /^How it was judged\n {2}It is judged together with the short items beside it, 3 in all\. Those beside it, and not this one, are on Economic recovery\.$/m,
    );
    const numbers = await on('--numbers');
    assert.match(numbers, /^ {2}It is judged .* The numbers are those of all of them together\./m);
    const judged = [...numbers.matchAll(/^ {2}(\w.*): (argued.*?)\. It comes to/gm)];
    assert.deepEqual(
      judged.map(([, topic, verdict]) => `${topic}: ${verdict}`),
      [
        'Information and Digital: argued',
        'Digital inclusion: argued',
        'Economic recovery: argued by the items beside it',
      ],
    );
  });

  it('says of promises, too, how they were judged', async () => {
    const on = async (text: string) => {
      const cwd = workspace({ 'p.md': `# Our library\n\n${text}\n` });
      return (await advocacy(['explain', '--passage', 'p.md:3', '--numbers'], { cwd })).stdout;
    };
    const argued = await on(
      'Every Monday our rhyme time helps parents to read with their babies, and more of them borrow books.',
    );
    assert.match(
      argued,
      /^ {2}Children's Promise: argued\. It has a strong cue \(“rhyme time”\); that a case is made comes to \d\d%, where 65% is enough\.\n {4}That a case is made, by what is said of people, .*: \d\d% \(\+\d\.\d\d\)\n {7}for +\+\d.*\n {7}against +−\d/m,
    );
    assert.match(
      await on('The rhyme time is on Monday at ten.'),
      /^ {2}Children's Promise: only mentioned\. It has a strong cue/m,
    );
    assert.match(
      await on('Our library helps children who are new to the town to find friends.'),
      /^ {2}Children's Promise: not argued\. It takes a strong cue, and there are only weak ones: “children”\.$/m,
    );
  });

  it('says what keeps a topic from being argued that comes to its threshold', async () => {
    const passage =
      'Job seekers learned with library staff to write a CV, and [insert number] of them found work.';
    const { stdout } = await advocacy(['explain', '--passage', 'b.md:3'], {
      cwd: workspace({ 'b.md': `# A job club at the library\n\n${passage}\n` }),
    });
    assert.match(
      stdout,
      /^ {2}Economic recovery: only mentioned, as something in it is still to be filled in\.$/m,
    );
  });

  it('says what a promise lacks that nobody makes', async () => {
    const passage =
      'The gap between disadvantaged children and other pupils has widened: one in five leaves primary school unable to read well, and parents ask for help.';
    const { stdout } = await advocacy(['explain', '--passage', 'p.md:3'], {
      cwd: workspace({ 'p.md': `# Why our library matters\n\n${passage}\n` }),
    });
    assert.match(
      stdout,
      /^ {2}Children's Promise: only mentioned, as no library, none of its partners and no “we” is in it\.$/m,
    );
  });

  it('says which sentence makes the case that a passage as a whole does not', async () => {
    const jobs =
      'On Mondays a coach helps people at the library who are looking for work to fill in applications and get ready for interviews.';
    const homework =
      'On Wednesdays a retired teacher helps children with their homework and their reading aloud.';
    const on = async (passage: string) =>
      (
        await advocacy(['explain', '--passage', 's.md:7', '--numbers'], {
          cwd: workspace({
            's.md': `---\nkind: briefing\ntitle: Our libraries\n---\n\n# Our libraries\n${passage}\n`,
          }),
        })
      ).stdout;
    const sentence =
      'It comes to \\d+%, where more than 33% is needed\\. One sentence of it, “On Mondays a coach helps people at the library who are …”, comes to \\d+% by itself, where 48% is enough\\.';
    assert.match(
      await on(`${jobs} ${homework}`),
      new RegExp(`^ {2}Economic recovery: argued\\. ${sentence}$`, 'm'),
    );
    assert.match(
      await on(`${jobs} ${homework.replace('their homework', '[insert help]')}`),
      /^ {2}Economic recovery: only mentioned, as something in it is still to be filled in\. It comes to/m,
    );
  });

  it('says what the short items beside one are on, with which it is judged', async () => {
    const items =
      '- Job seekers wrote a CV with staff\n- 64 residents started a business\n- On Tuesdays and Thursdays\n';
    const cwd = workspace({ 'l.md': `# Jobs at the library\n\nWith our help:\n\n${items}` });
    const { stdout } = await advocacy(['explain', '--passage', 'l.md:7'], { cwd });
    assert.match(
      stdout,
      /^l\.md, line 7\n“On Tuesdays and Thursdays”\n\nIt argues no area and no offer\. The short items beside it, with which it is judged together, are on .*Economic recovery/,
    );
    assert.match(stdout, /^ {2}It is judged together with the short items beside it, 3 in all\. /m);
  });

  it('says that a paper which does not speak of libraries claims nothing', async () => {
    const { stdout } = await advocacy(['explain', '--passage', 'c.md:3'], {
      cwd: workspace({
        'c.md': '# Roads\n\nPotholes were filled in eleven streets, so that residents can get to work.\n',
      }),
    });
    assert.match(stdout, /does not speak of libraries: whatever it says, it claims nothing/);
  });

  it('says what a line is that is no passage, and where the next one is', async () => {
    const cwd = workspace({ 'a.md': text });
    const on = async (line: number) =>
      (await advocacy(['explain', '--passage', `a.md:${line}`], { cwd })).stdout.replace(/^a\.md:?/, '');
    assert.match(await on(1), /^1 is no passage of the text .*; the next one begins on line 4\.\n$/);
    assert.match(await on(6), /; the next one begins on line 8\.\n$/);
    assert.match(await on(9), /; there is none after it\.\n$/, 'a footnote is none');
    const beyond = await advocacy(['explain', '--passage', 'a.md:99'], { cwd });
    assert.deepEqual(
      [beyond.status, beyond.stderr],
      [2, 'advocacy: a.md has 11 lines, and none is line 99.\n'],
    );
  });

  it('says how near a line comes to a topic that argues none, and what would help', async () => {
    const text =
      '# Our library\n\nStaff at the library sit with people at the keyboard until they can do it without us.\n';
    const { stdout } = await advocacy(['explain', '--passage', 'n.md:3'], {
      cwd: workspace({ 'n.md': text }),
    });
    assert.match(
      stdout,
      /It argues no area and no offer\. It comes nearest to [A-Z].*, with a probability of \d+%, where more than \d+% is needed\. Show /,
    );
  });

  it('needs a file and a line', async () => {
    const wrong = await advocacy(['explain', '--passage', 'a.md']);
    assert.deepEqual(
      [wrong.status, wrong.stderr],
      [2, 'advocacy: --passage is a file and a line, such as paper.md:12, not “a.md”.\n'],
    );
    const gone = await advocacy(['explain', '--passage', 'a.md:3']);
    assert.deepEqual([gone.status, gone.stderr], [2, 'a.md: there is no such file or folder.\n']);
  });
});
