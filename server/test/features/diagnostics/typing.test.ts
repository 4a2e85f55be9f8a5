import assert from 'node:assert/strict';
import { briefing, readme } from '../drafts';
import { Editor, rulesOf } from '../editor';

describe('A draft while it is written', () => {
  let editor: Editor;
  beforeEach(async () => {
    editor = await Editor.start({ settings: {} });
  });
  afterEach(() => editor.stop());

  it('is judged when it is opened: each finding with rule, page, source, severity and the exact words', async () => {
    const uri = await editor.open('ashby.md', briefing);
    const diagnostics = await editor.diagnostics(uri);
    const placeholder = diagnostics.find(({ code }) => code === 'placeholder-unfilled');
    assert.ok(placeholder, `no placeholder in ${rulesOf(diagnostics).join(', ')}`);
    assert.equal(editor.wordsIn(uri, placeholder.range), '[insert year]');
    assert.equal(placeholder.source, 'advocacy');
    assert.equal(placeholder.severity, 2);
    assert.match(placeholder.codeDescription?.href ?? '', /^https:\/\/.*\/placeholder-unfilled/);
    const link = diagnostics.find(({ code }) => code === 'link-text-vague');
    assert.equal(link && editor.wordsIn(uri, link.range), '[here](https://example.org/ashby)');
  });

  it('shows the way to the other of two numbers that disagree', async () => {
    const text =
      '---\nkind: pitch\n---\n\n# A desk\n\nWe ask for £38,000.\n\n| Item | Cost |\n| --- | --- |\n| Staff | £29,400 |\n| Data | £7,100 |\n| Total | £36,500 |\n';
    const uri = await editor.open('desk.md', text);
    const [clash] = (await editor.diagnostics(uri)).filter(({ code }) => code === 'numbers-disagree');
    assert.ok(clash);
    assert.equal(editor.wordsIn(uri, clash.range), '£38,000');
    const [other, ...more] = clash.relatedInformation ?? [];
    assert.equal(other && editor.wordsIn(other.location.uri, other.location.range), '£36,500');
    assert.deepEqual([other?.message, more], ['“£36,500” stands here.', []]);
  });

  it('has its diagnostics published once, with its version', async () => {
    const uri = await editor.open('ashby.md', briefing);
    await editor.diagnostics(uri);
    await editor.settle();
    assert.deepEqual(
      editor.publishedFor(uri).map(({ version }) => version),
      [1],
    );
  });

  it('shows a thousand diagnostics at most, the most serious, and says how many there are', async () => {
    const vague = 'Please [click here](https://example.org/ashby).\n\n';
    const wordy = 'We utilise the library in order to commence.\n\n';
    const uri = await editor.open('many.md', `${briefing}\n\n${wordy.repeat(600)}${vague.repeat(600)}`);
    const diagnostics = await editor.diagnostics(uri);
    assert.equal(diagnostics.length, 1001);
    assert.match(
      String(diagnostics[0]?.message),
      /has \d{4} findings, of which the 1000 most serious are shown/,
    );
    assert.ok(diagnostics.filter(({ code }) => code === 'link-text-vague').length >= 600);
  });

  it('loses a diagnostic when its reason is typed away, and gets it back', async () => {
    const uri = await editor.open('ashby.md', briefing);
    assert.ok(rulesOf(await editor.diagnostics(uri)).includes('placeholder-unfilled'));
    await editor.replace(uri, '[insert year]', 'in 1962');
    assert.ok(!rulesOf(await editor.diagnostics(uri)).includes('placeholder-unfilled'));
    await editor.replace(uri, 'in 1962', '[insert year]');
    assert.ok(rulesOf(await editor.diagnostics(uri)).includes('placeholder-unfilled'));
  });

  it('is followed through edits above a finding, in every way that lines can end', async () => {
    const uri = await editor.open('ashby.md', briefing.replaceAll('\n', '\r\n'));
    await editor.diagnostics(uri);
    for (const text of ['\r\n\r\nMore.\r\n\r\n', 'a\n', 'b\r', '😀', 'é̀']) {
      await editor.typeAfter(uri, '## Key messages', text);
      const found = (await editor.diagnostics(uri)).find(({ code }) => code === 'placeholder-unfilled');
      assert.equal(found && editor.wordsIn(uri, found.range), '[insert year]');
    }
  });

  it('gets its diagnostics in the order of its versions, the last one for the last version', async () => {
    const uri = await editor.open('ashby.md', briefing);
    for (let i = 0; i < 30; i++) {
      await editor.typeAfter(uri, 'The county', 'x');
      if (i % 7 === 0) await editor.diagnostics(uri);
    }
    await editor.diagnostics(uri);
    await editor.settle();
    const versions = editor.publishedFor(uri).map(({ version }) => version ?? 0);
    assert.deepEqual(
      versions,
      [...versions].sort((a, b) => a - b),
    );
    assert.equal(versions.at(-1), 31);
    assert.equal(new Set(versions).size, versions.length, 'a version was published twice');
  });

  it('has at most two answers to a burst of keys', async () => {
    const uri = await editor.open('ashby.md', briefing);
    await editor.diagnostics(uri);
    await editor.settle();
    const before = editor.publishedFor(uri).length;
    const keys = Array.from({ length: 10 }, () => editor.typeAfter(uri, 'The county', 'x'));
    await Promise.all(keys);
    await editor.diagnostics(uri);
    await editor.settle();
    const answers = editor.publishedFor(uri).slice(before);
    assert.ok(answers.length <= 2, `${answers.length} answers`);
    assert.equal(answers.at(-1)?.version, 11);
  });

  it('takes several changes in one message, each counted in the text after the one before', async () => {
    const uri = await editor.open('ashby.md', '---\nkind: letter\n---\n\n# A letter\n\nDear all\n');
    const at = (line: number, character: number) => ({ line, character });
    await editor.change(
      uri,
      { range: { start: at(6, 0), end: at(6, 8) }, text: 'To [insert name]\n\nMore' },
      { range: { start: at(8, 4), end: at(8, 4) }, text: ' and [insert more]' },
    );
    const words = (await editor.diagnostics(uri))
      .filter(({ code }) => code === 'placeholder-unfilled')
      .map(({ range }) => editor.wordsIn(uri, range));
    assert.deepEqual(words, ['[insert name]', '[insert more]']);
  });

  it('takes the whole text anew from a client that sends it', async () => {
    const uri = await editor.open('ashby.md', briefing);
    await editor.change(uri, { text: briefing.replace('[insert year]', 'in 1962') });
    assert.ok(!rulesOf(await editor.diagnostics(uri)).includes('placeholder-unfilled'));
  });

  it('leaves nothing behind when it is closed, even in the middle of a burst', async () => {
    const uri = await editor.open('ashby.md', briefing);
    await editor.diagnostics(uri);
    for (let i = 0; i < 3; i++) void editor.typeAfter(uri, 'The county', 'x');
    await editor.close(uri);
    await editor.untilPublished(uri, (diagnostics) => diagnostics.length === 0, 'the end of diagnostics');
    await editor.settle();
    assert.deepEqual(editor.publishedFor(uri).at(-1)?.diagnostics, []);
  });

  it('is judged afresh when it is opened again', async () => {
    const uri = await editor.open('ashby.md', briefing);
    await editor.diagnostics(uri);
    await editor.close(uri);
    await editor.untilPublished(uri, (diagnostics) => diagnostics.length === 0);
    await editor.open('ashby.md', '---\nkind: letter\n---\n\nDear [insert name]\n');
    const found = await editor.untilPublished(uri, (diagnostics) => diagnostics.length > 0);
    const placeholders = found.filter(({ code }) => code === 'placeholder-unfilled');
    assert.deepEqual(
      placeholders.map(({ range }) => editor.wordsIn(uri, range)),
      ['[insert name]'],
    );
  });

  it('becomes a draft when its front matter gets a kind, and stops being one without', async () => {
    const uri = await editor.open('plan.md', '# A plan\n\n[insert the plan]\n');
    assert.deepEqual(await editor.diagnostics(uri), []);
    await editor.change(uri, { range: { start: zero, end: zero }, text: '---\nkind: letter\n---\n\n' });
    assert.ok(rulesOf(await editor.diagnostics(uri)).includes('placeholder-unfilled'));
    await editor.replace(uri, 'kind: letter\n', '');
    assert.deepEqual(await editor.diagnostics(uri), []);
  });
});

const zero = { line: 0, character: 0 };

describe('Which documents are judged', () => {
  let editor: Editor;
  afterEach(() => editor.stop());

  const cases: readonly {
    readonly what: string;
    readonly settings?: Record<string, unknown>;
    readonly args?: readonly string[];
    readonly text: string;
    readonly path?: string;
    readonly language?: string;
    readonly files?: Record<string, string>;
    readonly judged: boolean;
  }[] = [
    { what: 'a README is left alone', text: readme, judged: false },
    { what: 'a draft is judged', text: briefing, judged: true },
    { what: 'everything with advocacy.check: all', settings: { check: 'all' }, text: readme, judged: true },
    { what: 'nothing with advocacy.check: off', settings: { check: 'off' }, text: briefing, judged: false },
    { what: 'everything with --check-all', args: ['--check-all'], text: readme, judged: true },
    {
      what: 'nothing with --check-all where the user switched it off',
      args: ['--check-all'],
      settings: { check: 'off' },
      text: readme,
      judged: false,
    },
    {
      what: 'what the configuration names',
      text: readme,
      path: 'briefings/ashby.md',
      files: { '.advocacy.json': '{ "drafts": ["briefings/*.md"] }' },
      judged: true,
    },
    {
      what: 'not what the configuration does not name',
      text: readme,
      files: { '.advocacy.json': '{ "drafts": ["briefings/*.md"] }' },
      judged: false,
    },
    { what: 'an unsaved document', text: briefing, path: 'untitled:Untitled-1', judged: true },
    {
      what: 'no other language, whatever it looks like',
      text: briefing,
      path: 'notes.txt',
      language: 'plaintext',
      judged: false,
    },
  ];
  for (const {
    what,
    settings = {},
    args = [],
    text,
    path = 'ashby.md',
    language,
    files = {},
    judged,
  } of cases) {
    it(what, async () => {
      editor = await Editor.start({ settings, args, files });
      const uri = await editor.open(path, text, language);
      if (judged) {
        assert.ok(rulesOf(await editor.diagnostics(uri)).includes('placeholder-unfilled'));
        return;
      }
      await editor.settle();
      assert.deepEqual(
        editor.publishedFor(uri).flatMap(({ diagnostics }) => diagnostics),
        [],
      );
    });
  }
});

describe('A draft with advocacy.checkOn: save', () => {
  it('is judged when it is opened and saved, not while it is typed', async () => {
    const editor = await Editor.start({ settings: { checkOn: 'save' } });
    const uri = await editor.open('ashby.md', briefing);
    assert.ok(rulesOf(await editor.diagnostics(uri)).includes('placeholder-unfilled'));
    await editor.replace(uri, '[insert year]', 'in 1962');
    await editor.settle();
    assert.deepEqual(
      editor.publishedFor(uri).map(({ version }) => version),
      [1],
    );
    await editor.save(uri);
    assert.ok(!rulesOf(await editor.diagnostics(uri)).includes('placeholder-unfilled'));
    await editor.stop();
  });
});
