import assert from 'node:assert/strict';
import type { CoverageResult, InsertResult } from '../../../src/protocol';
import { briefing, readme, tools } from '../drafts';
import { Editor, rulesOf } from '../editor';

describe('The command “insert”', () => {
  let editor: Editor;
  afterEach(() => editor.stop());

  const insert = (uri: string, position: unknown, what: string) =>
    editor.execute<InsertResult>('advocacy.server.insert', uri, position, what);

  it('puts the argument for an area where it belongs, and selects what is to be filled in first', async () => {
    editor = await Editor.start({ ownProcess: true, settings: {} });
    const uri = await editor.open('ashby.md', briefing);
    const { applied, selection } = await insert(uri, null, 'area:cultural');
    assert.equal(applied, true);
    const text = editor.text(uri);
    const inserted = text.indexOf('Local artists and arts organisations');
    assert.ok(inserted > text.indexOf('## The issue') && inserted < text.indexOf('## What we ask'));
    assert.match(editor.wordsIn(uri, selection), /^\[insert [^\]]+\]$/);
    assert.equal(text.indexOf('[insert', inserted), text.indexOf(editor.wordsIn(uri, selection), inserted));
  });

  it('holds the paper to what it is given an argument for: filled in, it counts, whatever the rest is about', async () => {
    editor = await Editor.start({ settings: {} });
    const uri = await editor.open('things.md', tools);
    const { selection, held } = await insert(uri, null, 'area:economic');
    assert.equal(held, 'Economic recovery');
    assert.match(editor.text(uri), /^kind: pitch\nareas: \[economic\]$/m);
    assert.match(editor.wordsIn(uri, selection), /^\[insert [^\]]+\]$/);
    const words = ['a job club', 'Millbrook', 'two volunteers', '2025', '38', '14', '12 miles'];
    for (const word of words) await editor.replace(uri, /\[insert [^\]]+\]/.exec(editor.text(uri))![0], word);
    const { areas } = (await editor.request<CoverageResult>('advocacy/coverage', {
      textDocument: { uri },
    }))!;
    assert.equal(areas.find(({ id }) => id === 'economic')!.state, 'argued');
  });

  it('holds a paper that says no kind to it, too, and leaves a page without details', async () => {
    editor = await Editor.start({ settings: { check: 'all' } });
    const paper = await editor.open(
      'paper.md',
      tools.replace('kind: pitch', 'organisation: Ashby Libraries'),
    );
    await insert(paper, null, 'area:economic');
    assert.match(editor.text(paper), /^organisation: Ashby Libraries\nareas: \[economic\]$/m);
    assert.equal((await insert(paper, null, 'area:economic')).held, undefined, 'It was held to it.');
    const page = await editor.open('page.md', '# Our library\n\nWe lend books.\n');
    await insert(page, null, 'area:economic');
    assert.doesNotMatch(editor.text(page), /^areas:/m);
  });

  for (const [what, expected] of [
    ['offer:reading', /borrow books free of charge/],
    ['offer:childrens-promise', /Children’s Promise/],
    ['argue-digital', /no internet at home/],
    ['section:lines-to-take', /^## Lines to take$/m],
    ['ask', /We ask \[insert/],
    ['quotation', /^> /m],
  ] as const) {
    it(`inserts ${what}, once at the cursor and once where it belongs`, async () => {
      editor = await Editor.start({ settings: {} });
      const uri = await editor.open(
        'ashby.md',
        '---\nkind: briefing\n---\n\n# Title\n\n\n\n## The facts\n\nLast.\n',
      );
      await insert(uri, { line: 6, character: 0 }, what);
      const text = editor.text(uri);
      const found = text.search(expected);
      assert.ok(found > 0 && found < text.indexOf('## The facts'), text);
      assert.ok(!text.includes('\n\n\n\n'), 'too many blank lines');
      await insert(uri, null, what);
      assert.ok(editor.text(uri).length > text.length);
    });
  }

  it('takes a section by its heading, too, and names those that there are', async () => {
    editor = await Editor.start({ settings: {} });
    const uri = await editor.open('ashby.md', '---\nkind: report\n---\n\n# Title\n\nWords.\n');
    await insert(uri, null, 'section:options appraisal');
    assert.match(editor.text(uri), /^## Options considered$/m);
    await assert.rejects(
      insert(uri, null, 'section:ask'),
      /has no part “ask”\. It has summary, purpose, recommendations, /,
    );
  });

  it('asks whoever a letter is written to: neither in its place nor at the cursor is that to be filled in', async () => {
    editor = await Editor.start({ settings: {} });
    for (const position of [null, { line: 6, character: 0 }]) {
      const uri = await editor.open(
        `${position === null ? 'place' : 'cursor'}.md`,
        '---\nkind: letter\n---\n\nDear Ann Moss\n\nWe write on behalf of the Friends.\n\nYours sincerely\n\nAnn\n',
      );
      await insert(uri, position, 'section:ask');
      assert.match(
        editor.text(uri),
        /^We ask you, by \[insert date of the decision\], to \[insert what you want them to do, such/m,
      );
      await insert(uri, position, 'section:reasons');
      assert.match(editor.text(uri), /gains or loses/);
    }
  });

  it('keeps the labels of notes apart', async () => {
    editor = await Editor.start({ settings: {} });
    const uri = await editor.open('ashby.md', briefing);
    await insert(uri, null, 'area:digital');
    await insert(uri, null, 'area:digital');
    assert.equal(new Set(editor.text(uri).match(/^\[\^[^\]]+\]:/gm)).size, 2);
  });

  it('makes any Markdown a draft with kind:…', async () => {
    editor = await Editor.start({ settings: {} });
    const uri = await editor.open('README.md', readme);
    await insert(uri, null, 'kind:letter');
    assert.match(editor.text(uri), /^---\nkind: letter\n---\n/);
    assert.ok(rulesOf(await editor.diagnostics(uri)).includes('placeholder-unfilled'));
  });

  it('holds the paper to a topic with hold:…, beside what it is held to already', async () => {
    editor = await Editor.start({ settings: {} });
    const uri = await editor.open('ashby.md', briefing);
    await insert(uri, null, 'hold:economic');
    assert.match(editor.text(uri), /^areas: \[economic, isolation, digital\]$/m);
    await insert(uri, null, 'hold:childrens-promise');
    assert.match(editor.text(uri), /^offers: \[childrens-promise\]$/m);
    const { areas, offers } = (await editor.request<CoverageResult>('advocacy/coverage', {
      textDocument: { uri },
    }))!;
    assert.deepEqual(
      [...areas, ...offers].filter(({ asked }) => asked).map(({ id }) => id),
      ['economic', 'isolation', 'digital', 'childrens-promise'],
    );
    const bare = await editor.open('bare.md', '---\nkind: letter\n---\n\n# Dear all\n\nOne.\n');
    await insert(bare, null, 'hold:reading');
    assert.equal(editor.text(bare), '---\nkind: letter\noffers: [reading]\n---\n\n# Dear all\n\nOne.\n');
    const welsh = await editor.open('cy.md', '---\nkind: letter\nlanguage: cy\n---\n\n# Annwyl\n');
    await assert.rejects(insert(welsh, null, 'hold:reading'), /in Welsh, which is not judged/);
    const open = await editor.open('open.md', '---\nkind: letter\n\n# Dear all\n\nOne.\n');
    await assert.rejects(insert(open, null, 'hold:reading'), /details at the top must be mended first/);
  });

  it('uses the line ends of the draft', async () => {
    editor = await Editor.start({ settings: {} });
    const uri = await editor.open('ashby.md', briefing.replaceAll('\n', '\r\n'));
    await insert(uri, null, 'area:cultural');
    await insert(uri, editor.positionAfter(uri, 'stays open.'), 'section:lines-to-take');
    assert.doesNotMatch(editor.text(uri), /(?<!\r)\n/);
  });

  it('says so where there is nothing like it, or nowhere to put it', async () => {
    editor = await Editor.start({ settings: {} });
    const uri = await editor.open('ashby.md', briefing);
    const cases: readonly (readonly [unknown[], RegExp])[] = [
      [[uri, null, 'area:weather'], /no area or offer “weather”/],
      [[uri, null, 'hold:weather'], /no area or offer “weather”/],
      [[uri, null, 'hold:digital'], /held to Digital inclusion already/],
      [[uri, null, 'section:weather'], /has no part “weather”/],
      [[uri, null, 'kind:novel'], /no type of paper “novel”/],
      [[uri, null, 'weather'], /no snippet “weather”/],
      [[uri, null, 'front-matter'], /has its details at the top already/],
      [[editor.uri('closed.md'), null, 'ask'], /not open/],
      [[uri, { line: 'one' }, 'ask'], /needs a position/],
      [[uri, null], /needs what to insert/],
      [[], /needs the URI of a document/],
    ];
    for (const [args, message] of cases) {
      await assert.rejects(editor.execute('advocacy.server.insert', ...args), message);
    }
    assert.equal(editor.text(uri), briefing);
  });
});
