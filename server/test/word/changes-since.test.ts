import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { plainText, readDocument } from '../../src/docx';
import type { Block } from '../../src/docx/model';
import { reviewedBlocks } from '../../src/docx/review';
import { parseDraft } from '../../src/draft';
import { redline } from '../../src/merge/redline';
import { builtInProject } from '../../src/project';
import { unfilledWords } from '../../src/rules/unfilled-words';
import { exportWord, shippedTemplate } from '../../src/word';
import type { ExportOptions } from '../../src/word/export-options';
import { problems } from './validator';

const by = { author: 'Sam Okafor', date: '2026-11-02T10:15:00Z' };

async function exported(markdown: string, options: Partial<ExportOptions> = {}): Promise<Uint8Array> {
  return (await exportWord(parseDraft(markdown), builtInProject, { unfilled: unfilledWords, ...options }))
    .bytes;
}

async function compared(old: string, now: string, options: Partial<ExportOptions> = {}): Promise<Uint8Array> {
  const { draft, since } = redline(parseDraft(old), parseDraft(now), by);
  return (await exportWord(draft, builtInProject, { unfilled: unfilledWords, ...options, since })).bytes;
}

/** The rows of the tables of a document, and the levels of its items, when all changes are settled. */
function structure(bytes: Uint8Array, how: 'accept' | 'reject'): unknown {
  const list: unknown[] = [];
  const add = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (block.type === 'table') for (const { cells } of block.rows) list.push(cells.length);
      else if (block.list && plainText([block]).trim() !== '') list.push(block.list.level);
    }
  };
  add(reviewedBlocks(readDocument(bytes).blocks, how));
  return list;
}

/** The text of a document, and what its headers and footers say, each once, when all changes are settled. */
function said(bytes: Uint8Array, how: 'accept' | 'reject'): string {
  const [gone, kept] = how === 'accept' ? ['del', 'ins'] : ['ins', 'del'];
  const edges = Object.entries(unzipSync(bytes)).flatMap(([name, part]) => {
    if (!/^word\/(?:header|footer)\d+\.xml$/.test(name)) return [];
    const xml = strFromU8(part)
      .replace(new RegExp(`<w:${gone} [^>]*>.*?</w:${gone}>`, 'gs'), '')
      .replace(new RegExp(`</?w:${kept}[ >]`, 'g'), '');
    return [[...xml.matchAll(/<w:(?:t|delText)(?: [^>]*)?>([^<]*)/g)].map(([, text]) => text).join('')];
  });
  const text = plainText(reviewedBlocks(readDocument(bytes).blocks, how));
  return [text, ...new Set(edges.filter((edge) => edge !== '').sort())].join('\n');
}

const front = (lines: string, text = '# A plan\n\nWe ask for books.\n'): string =>
  `---\nkind: briefing\n${lines}\n---\n\n${text}`;

const LETTER = (lines: string): string =>
  front(lines, 'Dear Councillor\n\nWe ask.\n\nYours sincerely\n').replace('briefing', 'letter');

const DETAILS =
  'title: A plan\nauthor: Ann Bell\norganisation: Ashby Council\ndate: 2026-10-01\nstatus: Draft';

const CHANGES: Readonly<Record<string, readonly [old: string, now: string]>> = {
  'a detail at the top': [front(DETAILS), front(DETAILS.replace('2026-10-01', '2026-11-05'))],
  'some words of a detail': [
    front(DETAILS),
    front(DETAILS.replace('Ann Bell', 'Ann Bell, Head of Libraries')),
  ],
  'a detail that is new': [front('title: A plan'), front('title: A plan\nsubtitle: For all\nstatus: Final')],
  'a detail that is gone': [front(DETAILS), front('title: A plan\nauthor: Ann Bell')],
  'all details gone': [front(DETAILS), '# A plan\n\nWe ask for books.\n'],
  'another label of a detail': [
    front('title: A plan\naudience: Cabinet'),
    front('title: A plan\naudience: Cabinet').replace('briefing', 'report'),
  ],
  'a title that the details give': [
    front('title: A plan\ndate: 2026-10-01', 'We ask for books.\n'),
    front('title: Quite another matter\ndate: 2026-10-01', 'We ask for books.\n'),
  ],
  'a heading that is the title': [
    front(DETAILS),
    front(DETAILS, '# Quite another matter\n\nWe ask for books.\n'),
  ],
  both: [front(DETAILS), front(DETAILS.replace('A plan', 'Other'), '# Other\n\nWe ask for books.\n')],
  'a title that is gone from the text': [front(DETAILS), front(DETAILS, 'We ask for books.\n')],
  'a title that has come into the text': [front(DETAILS, 'We ask for books.\n'), front(DETAILS)],
  'a title that stands below a line now': [
    front(DETAILS),
    front(DETAILS, 'Paper 7\n\n# A plan\n\nWe ask for books.\n'),
  ],
  'a title that stood below a paragraph': [
    front(DETAILS, 'We ask for books.\n\n# A plan\n\nAnd more.\n'),
    front(DETAILS, '# A plan\n\nWe ask for books.\n\nAnd more.\n'),
  ],
  'lines of code': [
    'Text.\n\n```\none\ntwo\n  three\nfour\n```\n',
    'Text.\n\n```\nzero\none\n  three\nthree and a half\nfour\n```\n',
  ],
  'the first line of code gone': ['```\none\ntwo\n```\n\nText.\n', '```\ntwo\n```\n\nText.\n'],
  'the last line of code gone': ['```\none\ntwo\n```\n\nText.\n', '```\none\n```\n\nText.\n'],
  'code that is quite another': [
    '```\none\ntwo one\n```\n\nText.\n',
    '```\ntwo two\ntwo one three\n```\n\nText.\n',
  ],
  'code that is new': ['Text.\n\nEnd.\n', 'Text.\n\n```\none\ntwo\n```\n\nEnd.\n'],
  'code that is gone': ['Text.\n\n    one\n\nEnd.\n', 'Text.\n\nEnd.\n'],
  'code that has come in the place of other code': [
    'Text.\n\n    one\n\nEnd.\n',
    'Text.\n\n    two\n\n    three\n\nEnd.\n',
  ],
  'code in an item': [
    '- one\n- two:\n\n  ```\n  code\n  ```\n',
    '- one\n- two:\n\n  ```\n  other code\n  ```\n\n- three\n',
  ],
  'an item with code that is new beside a list': [
    'Text.\n\n- one\n\nEnd.\n',
    'Text.\n\n- one\n\nMore.\n\n- two:\n\n      code\n\nEnd.\n',
  ],
  HTML: [
    'Text.\n\n<p>Some <b>words</b></p>\n\nEnd.\n',
    'Text.\n\n<p>Other <b>words</b></p>\n\n<table><tr><td>A</td><td></td></tr></table>\n\nEnd.\n',
  ],
  'HTML that is gone': ['Text.\n\n<ul><li>one</li><li>two</li></ul>\n\nEnd.\n', 'Text.\n\nEnd.\n'],
  'a table with an empty head that is new': [
    'Text.\n\nEnd.\n',
    'Text.\n\n|   |   |\n| - | - |\n| a | b |\n\nEnd.\n',
  ],
  'a table with an empty head that is gone': [
    'Text.\n\n|   |   |\n| - | - |\n| a | b |\n\nEnd.\n',
    'Text.\n\nEnd.\n',
  ],
  'an empty row that is new': [
    '| A | B |\n| - | - |\n| a | b |\n',
    '| A | B |\n| - | - |\n| a | b |\n|   |   |\n',
  ],
  'an item that stands under another now': ['- one\n- two\n- three\n', '- one\n  - two\n- three\n'],
  'an item that stands under another no more': ['- one\n  - two\n- three\n', '- one\n- two\n- three\n'],
  'a line across the page': ['Text.\n\nEnd.\n', 'Text.\n\n***\n\nEnd.\n'],
  'a box that is ticked now': ['- [ ] one\n- [ ] two\n', '- [x] one\n- [ ] two\n'],
  'items to be ticked that are new and gone': ['- [ ] one\n- [ ] two three\n', '- [ ] one\n- [x] four\n'],
  'another alert': ['> [!NOTE]\n> Old words.\n', '> [!WARNING]\n> Old words.\n'],
  'an alert that is new': ['Text.\n', 'Text.\n\n> [!NOTE]\n> Old words.\n'],
  'a note with other paragraphs': [
    'A.[^a]\n\n[^a]: Text.\n\n    More.\n',
    'A.[^a] B.\n\n[^a]: Other words.\n\n    Quite another.\n\n    And more.\n',
  ],
  'what stands last': ['Text.\n\n```\none\n```\n', 'Text.\n'],
  'a letter’s detail that is new': [
    LETTER('title: Books\nauthor: Ann Bell'),
    LETTER('title: Books\nauthor: Ann Bell\norganisation: Ashby Council\ndate: 2026-11-05'),
  ],
  'a letter’s detail that is gone': [
    LETTER('title: Books\nauthor: Ann Bell\nstatus: Draft\ndate: 2026-11-05'),
    LETTER('title: Books\nauthor: Ann Bell'),
  ],
  'a letter’s details': [
    LETTER('title: Books\ndate: 2026-10-01\nauthor: Ann Bell, Head\naudience: Cllr Lee, Town Hall'),
    LETTER('title: Games\ndate: 2026-11-05\nauthor: Ann Bell, Director\naudience: Cllr Moss, Town Hall'),
  ],
  'the offices of a letter': [
    LETTER('title: the offer\nauthor: the Head of Libraries\naudience: the Cabinet Member for Culture'),
    LETTER('title: the plan\nauthor: the Head of Culture\naudience: the Leader of the Council'),
  ],
};

describe('A document that shows what changed since an earlier version', () => {
  for (const [what, [old, now]] of Object.entries(CHANGES)) {
    it(`shows ${what}: accepted it says what the new one says, rejected what the old one says`, async () => {
      const bytes = await compared(old, now);
      assert.equal(said(bytes, 'accept'), said(await exported(now), 'accept'));
      assert.equal(said(bytes, 'reject'), said(await exported(old), 'accept'));
      assert.deepEqual(structure(bytes, 'accept'), structure(await exported(now), 'accept'));
      assert.deepEqual(structure(bytes, 'reject'), structure(await exported(old), 'accept'));
      assert.match(strFromU8(unzipSync(bytes)['word/document.xml']!), /<w:(?:ins|del) /);
      assert.deepEqual(await problems(bytes), []);
    });
  }

  for (const [what, old, now] of [
    ['details', front(DETAILS), front(DETAILS.replace('2026-10-01', '2026-11-05').replace('Draft', 'Final'))],
    ['a title', front(DETAILS), front(DETAILS.replace('A plan', 'Other'), '# Other\n\nWe ask.\n')],
    [
      'a detail that is new or gone',
      front('title: A plan\nauthor: Ann Bell'),
      front('title: A plan\ndate: 1 May 2026'),
    ],
    ['a heading that is the title no more', front(DETAILS), front(DETAILS.replace('A plan', 'Other'))],
    ['a heading that is the title now', front('title: Other'), front('title: A plan')],
  ] as const) {
    it(`shows ${what} where a template prints it`, async () => {
      const options = { template: (await shippedTemplate('committee-paper'))! };
      const bytes = await compared(old, now, options);
      assert.equal(said(bytes, 'accept'), said(await exported(now, options), 'accept'));
      assert.equal(said(bytes, 'reject'), said(await exported(old, options), 'accept'));
      assert.deepEqual(await problems(bytes), []);
    });
  }

  it('marks the words of a detail alone, and the lines of code alone', async () => {
    const bytes = await compared(
      front('title: A plan\nauthor: Ann Bell', 'Text.\n\n```\none\ntwo\n```\n'),
      front('title: A plan\nauthor: Ann Hill', 'Text.\n\n```\none\n2\n```\n'),
    );
    const xml = strFromU8(unzipSync(bytes)['word/document.xml']!);
    const texts = (kind: 'ins' | 'del'): string[] =>
      [...xml.matchAll(new RegExp(`<w:${kind} [^>]*>(?:(?!</w:${kind}>).)*</w:${kind}>`, 'gs'))].map(
        ([change]) =>
          [...change.matchAll(/<w:(?:t|delText)(?: [^>]*)?>([^<]*)/g)].map(([, text]) => text).join(''),
      );
    assert.deepEqual(texts('del'), ['Bell', 'two']);
    assert.deepEqual(texts('ins'), ['Hill', '2']);
    assert.match(xml, /<w:ins w:id="\d+" w:author="Sam Okafor" w:date="2026-11-02T10:15:00Z">/);
  });

  for (const [what, old, now] of [
    ['deleted', 'One.[^a]\n\nTwo two two.[^a]\n', 'Two two two.[^a]\n'],
    ['added', 'Two two two.[^a]\n', 'One.[^a]\n\nTwo two two.[^a]\n'],
    ['deleted with code', '- One.[^a]\n\n      code\n\nTwo two two.[^a]\n', 'Two two two.[^a]\n'],
  ] as const) {
    it(`keeps a note whose first reference is ${what}`, async () => {
      const note = '\n[^a]: Ashby Council, 2025.\n';
      const xml = strFromU8(unzipSync(await compared(old + note, now + note))['word/document.xml']!);
      for (const kind of ['ins', 'del']) {
        const left = xml.replace(new RegExp(`<w:${kind} [^>]*>(?:(?!</w:${kind}>).)*</w:${kind}>`, 'gs'), '');
        const led = left.match(/NOTEREF (\w+)/)?.[1];
        assert.match(left, /<w:footnoteReference /);
        if (led !== undefined) assert.ok(left.includes(`w:name="${led}"`), `without ${kind}: ${led}`);
      }
    });
  }

  describe('has the number of a note that is cited again as each version has it', () => {
    const NOTES = '\n[^a]: A.\n\n[^b]: B.\n\n[^c]: C.\n';
    /** The text with “*” for each note, and the numbers of those that are shown again. */
    const read = (bytes: Uint8Array, gone: 'ins' | 'del'): string =>
      [
        ...strFromU8(unzipSync(bytes)['word/document.xml']!)
          .replace(new RegExp(`<w:${gone} [^>]*[^/]>.*?</w:${gone}>`, 'gs'), '')
          .matchAll(/<w:(footnoteReference) |<w:(?:t|delText)(?: [^>]*)?>([^<]*)|<\/w:p>/g),
      ]
        .map(([, note, text]) => (note ? '*' : (text ?? '\n')))
        .join('')
        .replace(/^\n+|(?<=\n)\n+/g, '');
    const CITED: Readonly<Record<string, readonly [old: string, now: string]>> = {
      'a note before it is new': ['One.[^b]\n\nTwo.[^b]\n', 'New.[^a]\n\nOne.[^b]\n\nTwo.[^b]\n'],
      'a note before it is gone': ['New.[^a]\n\nOne.[^b]\n\nTwo.[^b]\n', 'One.[^b]\n\nTwo.[^b]\n'],
      'another takes the place of one before it': [
        'Ay.[^a]\n\nOne.[^b]\n\nTwo.[^b]\n',
        'Quite another.[^c]\n\nOne.[^b]\n\nTwo.[^b]\n',
      ],
      'its first citation is new': ['One.[^a]\n\nTwo.[^b]\n', 'New.[^b]\n\nOne.[^a]\n\nTwo.[^b]\n'],
      'its first citation is gone': ['New.[^b]\n\nOne.[^a]\n\nTwo.[^b]\n', 'One.[^a]\n\nTwo.[^b]\n'],
      'its first citation stands elsewhere now': [
        'Quite so.[^b]\n\nOne.[^a]\n\nTwo.[^b]\n',
        'One.[^a]\n\nAnother thing.[^b]\n\nTwo.[^b]\n',
      ],
      'it is cited once more': ['New.[^a]\n\nOne.[^b]\n', 'One.[^b]\n\nTwo.[^b] Three.[^b]\n'],
    };
    for (const [what, [old, now]] of Object.entries(CITED)) {
      for (const name of ['', 'committee-paper'] as const) {
        it(`where ${what}${name && ', in a template'}`, async () => {
          const options = name === '' ? {} : { template: (await shippedTemplate(name))! };
          const bytes = await compared(old + NOTES, now + NOTES, options);
          assert.equal(read(bytes, 'del'), read(await exported(now + NOTES, options), 'del'));
          assert.equal(read(bytes, 'ins'), read(await exported(old + NOTES, options), 'del'));
          assert.deepEqual(await problems(bytes), []);
        });
      }
    }
  });

  it('is the new or the old version where changes are accepted or rejected as it is written', async () => {
    const [old, now] = [front(DETAILS), front('title: Other', 'We ask.\n')];
    assert.deepEqual(
      await compared(old, now, { changes: 'accept' }),
      await exported(now, { changes: 'accept' }),
    );
    assert.deepEqual(await compared(old, now, { changes: 'reject' }), await exported(old));
  });
});
