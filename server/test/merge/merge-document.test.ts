import assert from 'node:assert/strict';
import { parseDraft } from '../../src/draft';
import { mergeDocument } from '../../src/merge/merge-document';
import { resolveText, reviewMarks } from '../../src/reviews';
import { DANA, SHOWN } from './merge-examples';
import { BY, exported, home, Reviewer, who } from './reviewer';
import { restyled } from './style-examples';

describe('A review that comes home', () => {
  it('tells of what was changed in a table in HTML, tracked or not', async () => {
    const draft =
      'Before.\n\n<table>\n<tr><th>Branch</th><th>Hours</th></tr>\n<tr><td>Central</td><td><i>x</i>\n\nLonger.[^a]\n\n</td></tr>\n</table>\n\nAfter.\n\n[^a]: N.\n';
    const tracked = await home((await Reviewer.of(draft)).replace('Longer.', 'Shorter.'), draft);
    assert.ok(tracked.includes('“x Longer.” is now “x Shorter.”'), tracked);
    const untracked = await home((await Reviewer.of(draft)).retype('Longer.', 'Shorter.'), draft);
    assert.ok(untracked.includes('“…” is now “x Shorter.”'), untracked);
    assert.equal(await home(await Reviewer.of(draft), draft), draft);
  });

  for (const [what, [draft, act, expected]] of Object.entries(SHOWN)) {
    it(`shows ${what}`, async () => {
      assert.equal(await home(act(await Reviewer.of(draft)), draft), expected);
    });
  }

  for (const [what, [draft, act]] of Object.entries(SHOWN)) {
    it(`gives the draft back byte for byte where it is rejected: ${what}`, async () => {
      const rejected = await home(act(await Reviewer.of(draft)), draft, {
        changes: 'reject',
        comments: 'drop',
      });
      assert.equal(rejected, draft);
    });
  }

  for (const [what, [draft, , shown, rejected = draft]] of Object.entries(SHOWN)) {
    // The empty line that parts a new paragraph from what stood right below a heading stays.
    if (what === 'a new paragraph below a heading without an empty line') continue;
    it(`is the draft again where all of it is rejected in the draft: ${what}`, () => {
      assert.equal(resolveText(shown, 'reject', { comments: 'drop' }), rejected);
    });
  }

  describe('from a document that carries no draft', () => {
    const draft =
      '# A\n\nWe lend to 312.{++ 47 wait.++}{>>Tom, 3 Oct 2026<<}\n\nIt stays{-- as ever--}{>>Tom, 3 Oct 2026<<}.\n\n{++New.++}{>>Ann, 4 Oct 2026<<}\n\n{==This==}{>>Ann, 4 Oct 2026: Why?<<} too.\n';
    for (const how of ['accept', 'reject'] as const)
      it(`leaves open what is open in the draft, where the document has it ${how}ed`, async () => {
        const sent = await exported(resolveText(draft, how, { comments: 'drop' }), false);
        assert.equal(await home(sent, draft), draft);
      });

    it('shows what was changed beside it', async () => {
      const sent = await exported(
        resolveText(draft, 'reject', { comments: 'drop' }).replace('too', 'as well'),
        false,
      );
      assert.equal(
        await home(sent, draft),
        draft.replace(' too.', ' {~~too~>as well~~}{>>Word, undated<<}.'),
      );
    });
  });

  it('tells of what was changed in HTML once, however often the same review comes home', async () => {
    const [draft, act] = SHOWN['words of a table of HTML, in a comment below it']!;
    const reviewer = act(await Reviewer.of(draft));
    const once = await home(reviewer, draft);
    assert.equal(await home(reviewer, once), once);
    assert.equal(resolveText(once, 'accept', { comments: 'drop' }), draft);
  });

  it('shows words that are upright among italic ones once, however often the same review comes home', async () => {
    const [draft, act] = SHOWN['words that begin upright and end italic among italic ones']!;
    const reviewer = act(await Reviewer.of(draft));
    const once = await home(reviewer, draft);
    assert.equal(await home(reviewer, once), once);
  });

  const AGAIN: readonly (readonly [what: string, draft: string, act: (reviewer: Reviewer) => Reviewer])[] = [
    [
      'in code',
      'We lend all of these to all who ask.\n\n```\nbooks\n```\n',
      (r) => r.replace('books', 'maps'),
    ],
    ['of all the words of code', 'One.\n\n```\nbooks\n```\n', (r) => r.delete('books')],
    [
      'by a paragraph in a cell',
      '| A | B |\n| --- | --- |\n| one | 2 |\n',
      (r) => r.paragraphAfter('one', 'x'),
    ],
  ];
  for (const [what, draft, act] of AGAIN)
    it(`shows what was changed ${what} once, however often the same review comes home`, async () => {
      const reviewer = act(await Reviewer.of(draft));
      const once = await home(reviewer, draft);
      assert.notEqual(once, draft);
      assert.equal(await home(reviewer, once), once);
    });

  it('touches nothing where nothing was done', async () => {
    const draft =
      '---\ntitle: T\nauthor: A\n---\n\nText[^a]\twith `code`, \\* and &amp;.\\\nNext  \nline.\n\n```js\nx\n```\n\n![A](gone.png)\n\n<div>html</div>\n\n[^a]: Note.\n';
    assert.equal(await home(await exported(draft), draft), draft);
  });

  for (const [what, kind, above] of [
    ['a letter whose subject', 'letter', 'Dear Ann,\n\n'],
    ['a paper whose title', 'pitch', ''],
  ] as const)
    it(`touches nothing of ${what} is a line in bold`, async () => {
      const draft = `---\nkind: ${kind}\ntitle: The van\n---\n\n${above}**The van**\n\nWe ask.\n`;
      assert.equal(await home(await exported(draft), draft), draft);
    });

  it('is accepted as a whole', async () => {
    const draft = 'We lend old books.\n\nMore.\n';
    const reviewer = (await Reviewer.of(draft))
      .replace('old', 'new')
      .paragraphAfter('More.', 'Added.')
      .comment('lend', 'Why?');
    assert.equal(
      await home(reviewer, draft, { changes: 'accept', comments: 'drop' }),
      'We lend new books.\n\nMore.\n\nAdded.\n',
    );
  });

  it('has what was changed in a note once, however often the text refers to the note', async () => {
    const draft = 'One.[^a] Two.[^a]\n\n- Three[^a]\n\n[^a]: The old source.\n';
    const options = {
      changes: 'show',
      comments: 'keep',
      pictures: 'i',
      export: () => exported(draft),
    } as const;
    for (const [reviewer, by] of [
      [(await Reviewer.of(draft)).replace('old', 'new', 'word/footnotes.xml'), BY],
      [(await Reviewer.of(draft)).retype('old', 'new', 'word/footnotes.xml'), '{>>Word, undated<<}'],
    ] as const) {
      const { text, changes } = await mergeDocument(reviewer.bytes, draft, options);
      assert.equal(text, draft.replace('old', `{~~old~>new~~}${by}`));
      assert.equal(changes, 1);
    }
  });

  it('brings comments alone where changes are rejected and comments kept', async () => {
    const draft = 'We lend old books.\n';
    const reviewer = (await Reviewer.of(draft)).delete('old ').comment('lend', 'Why?');
    assert.equal(
      await home(reviewer, draft, { changes: 'reject' }),
      'We {==lend==}{>>Dana Petrie, 3 Oct 2026 10:00: Why?<<} old books.\n',
    );
  });

  it('says that cells that were merged stay apart', async () => {
    const draft = '| A | B |\n| --- | --- |\n| xx | 11 |\n';
    const reviewer = await Reviewer.of(draft);
    const cells = /<w:tr>(?:(?!<w:tr>).)*xx.*?<\/w:tr>/s.exec(reviewer.xml)![0];
    reviewer.change(cells, cells.replace('<w:tcPr>', '<w:tcPr><w:gridSpan w:val="2"/>'));
    const merged = await mergeDocument(reviewer.bytes, draft, {
      changes: 'show',
      comments: 'keep',
      pictures: 'p',
      export: () => exported(draft),
    });
    assert.equal(merged.remark, 'Cells of a table were merged in Word: the draft keeps them apart.');
  });

  it('says that a paragraph has another style in Word, where comments are left out that would say it there', async () => {
    const draft = '# Plan\n\nOne two.\n';
    const reviewer = (await Reviewer.of(draft)).replace('two', '2');
    const merged = await mergeDocument(
      restyled(reviewer, 'One', '<w:pStyle w:val="Heading2"/>').bytes,
      draft,
      { changes: 'show', comments: 'drop', pictures: 'p', export: () => exported(draft) },
    );
    assert.match(merged.remark ?? '', /^A paragraph has another style in Word/);
  });

  it('keeps Windows line ends', async () => {
    const draft = 'First.\r\n\r\nSecond.\r\n';
    const reviewer = (await Reviewer.of(draft)).paragraphAfter('First.', 'Between.');
    assert.equal(await home(reviewer, draft), `First.\r\n\r\n{++Between.++}${BY}\r\n\r\nSecond.\r\n`);
  });

  describe('of a document without its draft', () => {
    const without = '---\nword: { source: false }\n---\n\n# A\n\nWe lend books.\n';

    it('is compared with the draft as it is', async () => {
      const reviewer = (await Reviewer.of(without)).replace('books', 'games');
      assert.equal(await home(reviewer, without), without.replace('books', `{~~books~>games~~}${BY}`));
    });
  });

  describe('into a draft that it was not made of', () => {
    it('is refused', async () => {
      const reviewer = await Reviewer.of('We lend books to everybody in the town.\n');
      await assert.rejects(
        home(reviewer, 'The budget of the council is quite another matter.\n'),
        /made of another draft/,
      );
    });

    // Two papers of one service have the words in common that every paper of it has.
    const about = (title: string, own: string): string =>
      `# ${title}\n\nThe library asks the council to pay for ${own} next year.\n`;

    it('is refused where the other says much of it in the same words, under another title', async () => {
      const reviewer = await Reviewer.of(
        about(
          'Study rooms',
          'later hours, for pupils who revise at a kitchen table with brothers and sisters, and sit exams in June',
        ),
      );
      const now = about(
        'Garden club',
        'spades, seeds and a shed, so that lonely neighbours meet, grow what they eat, and keep well all summer',
      );
      await assert.rejects(home(reviewer, now), /made of another draft/);
    });

    it('is brought home where the draft has another title since, and is much the same', async () => {
      const reviewer = (await Reviewer.of(about('Study rooms', 'later hours'))).replace('later', 'longer');
      assert.equal(
        await home(reviewer, about('A desk for all', 'later hours')),
        about('A desk for all', `{~~later~>longer~~}${BY} hours`),
      );
    });
  });

  describe('says how much came of it', () => {
    for (const [what, deleted, added, changes] of [
      [
        'words in the place of others',
        DANA,
        [
          ['', DANA],
          ['e-books', DANA],
        ],
        1,
      ],
      ['words in front of those whose place they take', DANA, [['e-books', DANA]], 1],
      [
        'words in front of and behind others that go',
        DANA,
        [
          ['new ', DANA],
          ['e-books', DANA],
        ],
        2,
      ],
      ['words of two people', DANA, [['e-books', who('Ed Moss', '32')]], 2],
    ] as const) {
      it(`of ${what}, counting what stands in the draft`, async () => {
        const draft = 'We lend books.\n';
        const reviewer = (await Reviewer.of(draft)).replaceBy('books', deleted, added);
        const home = await mergeDocument(reviewer.bytes, draft, {
          changes: 'show',
          comments: 'keep',
          pictures: 'p',
          export: () => exported(draft, 'always'),
        });
        assert.deepEqual(
          [home.changes, reviewMarks(parseDraft(home.text)).changes.length],
          [changes, changes],
          home.text,
        );
      });
    }
    for (const [what, [draft, act]] of Object.entries(SHOWN)) {
      it(`of ${what}: as many changes and comments as stand in the draft`, async () => {
        const home = await mergeDocument(act(await Reviewer.of(draft)).bytes, draft, {
          changes: 'show',
          comments: 'keep',
          pictures: 'p',
          export: () => exported(draft, 'always'),
        });
        const { changes, threads } = reviewMarks(parseDraft(home.text));
        assert.deepEqual([home.changes, home.comments], [changes.length, threads.length]);
      });
    }

    it('of a new row, whose cells stand in the draft as changes', async () => {
      const draft = '| A | B | C |\n|---|---|---|\n| 1 | 2 | 3 |\n';
      const reviewer = (await Reviewer.of(draft)).rowAfter('1', 'x', 'y', 'z');
      const home = await mergeDocument(reviewer.bytes, draft, {
        changes: 'show',
        comments: 'keep',
        pictures: 'p',
        export: () => exported(draft, 'always'),
      });
      assert.equal(reviewMarks(parseDraft(home.text)).changes.length, 3, home.text);
      assert.equal(home.changes, 3);
    });
  });
});
