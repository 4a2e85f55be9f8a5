import assert from 'node:assert/strict';
import fc from 'fast-check';
import { descendants, type XmlElement } from '../../src/docx/xml-tree';
import { importDocument } from '../../src/import';
import { runs } from '../random-runs';
import { paper } from '../reviews/papers';
import { councilTemplate, inTemplate } from './templates';
import { problems } from './validator';
import { says, word } from './word';

const DRAFT = `# {--Old --}paper

## {~~Aims~>Goals~~}{>>Dana Petrie, 3 Oct 2026 09:31<<}

We {~~may~>will~~}{>>Dana Petrie, 3 Oct 2026 09:31<<}{>>Ann Lee, 4 Oct 2026: sure?<<}{>>Dana Petrie, 5 Oct 2026: yes ¶ really<<} open {++a *few*++} {--[links](https://example.org)--}{==here==}{>>Ann Lee, 4 Oct 2026 (resolved): Source?<<}.[^1]{++[^2]++}

{++A new paragraph.++}{>>Lee, undated<<}

{--A deleted one.--}

- one
- {++two++}
- {--three--}

## {++A new part++}

| a | b |
| - | - |
| {++c++} | {++d++} |
| {--e--} | |
| f{>>why?<<} | {~~g~>h~~} |

![Chart](none.png)

Figure 1: visits {++in 2025++}

[^1]: A note {++added++}{>>Lee, 3 Oct 2026<<} {==x==}{>>Ann Lee, 4 Oct 2026: check<<}
[^2]: {++New note++}
`;

const by = ({ attributes }: XmlElement) => [attributes['w:author'], attributes['w:date']];

describe('Word: a draft under review', () => {
  it('has its changes as tracked changes, with who made them and when', async () => {
    const { paragraphs } = await word(DRAFT);
    const heading = paragraphs.find((one) => says(one).includes('Goals'))!;
    const [deletion] = [...descendants(heading, 'w:del')];
    const [insertion] = [...descendants(heading, 'w:ins')];
    assert.deepEqual(by(deletion!), ['Dana Petrie', '2026-10-03T09:31:00Z']);
    assert.deepEqual([...descendants(deletion!, 'w:delText')].length, 1);
    assert.equal(says(insertion!), 'Goals');
  });

  it('has its title as the title while a change in it is open, and the parts below it as they were', async () => {
    const draft = '---\ntitle: Open later\nkind: report\n---\n\n# Open later\n\n## Summary\n\nPlease.\n';
    const styles = async (markdown: string) => {
      const { paragraphs } = await word(markdown);
      return paragraphs.map((one) =>
        [...descendants(one, 'w:pStyle')].map(({ attributes }) => attributes['w:val']),
      );
    };
    const before = await styles(draft);
    const reviewed = draft.replace('# Open later', '# Open {++much ++}later{>>Lee: Why?<<}');
    assert.deepEqual(await styles(reviewed), before);
    const { paragraphs } = await word(reviewed);
    assert.equal(paragraphs.filter((one) => /Open .*later/.test(says(one))).length, 1);
    const other = draft.replace('# Open later', '# {++Quite ++}another');
    assert.notDeepEqual(await styles(other), before);
  });

  it('has one change for words in several looks', async () => {
    const { paragraphs } = await word('We open {++a *few*++} doors.');
    const changes = [...descendants(paragraphs[0]!, 'w:ins')];
    assert.deepEqual(changes.map(says), ['a few']);
  });

  it('marks the ends of new and deleted paragraphs, headings and items, and their rows', async () => {
    const { body, paragraphs } = await word(DRAFT);
    const marked = (name: string) =>
      paragraphs
        .filter((one) =>
          [...descendants(one, 'w:rPr')].some((look) => [...descendants(look, name)].length > 0),
        )
        .map((one) =>
          [...descendants(one, name === 'w:ins' ? 'w:t' : 'w:delText')]
            .map(({ children }) => children.join(''))
            .join(''),
        );
    assert.deepEqual(marked('w:ins').length, 5);
    assert.deepEqual(marked('w:del').length, 3);
    const rows = [...descendants(body, 'w:trPr')];
    assert.deepEqual(
      rows.map((row) => [...descendants(row, 'w:ins'), ...descendants(row, 'w:del')].map(({ name }) => name)),
      [[], ['w:ins'], ['w:del'], []],
    );
  });

  it('says of a row that was added who did it, whatever their name has in it', async () => {
    const { body } = await word(
      '| a | b |\n| - | - |\n| {++c++}{>>$& and $$, 3 Oct 2026<<} | {++d++}{>>$& and $$, 3 Oct 2026<<} |\n',
    );
    const changes = [...descendants(body, 'w:trPr')].flatMap((row) => [...descendants(row, 'w:ins')]);
    assert.deepEqual(
      changes.map(({ attributes }) => attributes['w:author']),
      ['$& and $$'],
    );
  });

  it('has its comments in the margin, with replies, and resolved where they are', async () => {
    const document = await word(DRAFT);
    const comments = [...descendants(document.part('word/comments.xml'), 'w:comment')];
    assert.deepEqual(
      comments
        .slice(0, 4)
        .map((one) => [one.attributes['w:author'], one.attributes['w:initials'], says(one)]),
      [
        ['Ann Lee', 'AL', 'sure?'],
        ['Dana Petrie', 'DP', 'yesreally'],
        ['Ann Lee', 'AL', 'Source?'],
        // On a word of a note, where Word allows none.
        ['Ann Lee', 'AL', 'check'],
      ],
    );
    const threads = [...descendants(document.part('word/commentsExtended.xml'), 'w15:commentEx')];
    assert.deepEqual(
      threads
        .slice(0, 4)
        .map(({ attributes }) => [attributes['w15:paraIdParent'] !== undefined, attributes['w15:done']]),
      [
        [false, '0'],
        [true, '0'],
        [false, '1'],
        [false, '0'],
      ],
    );
  });

  it('names headings in its contents as accepted', async () => {
    const { body } = await word(`---\nword:\n  contents: true\n---\n\n${DRAFT}\n\n## {--Gone--}\n`);
    const entries = [...descendants(body, 'w:hyperlink')]
      .filter(({ attributes }) => attributes['w:anchor']?.startsWith('_Toc'))
      .map(says);
    assert.deepEqual(
      entries.map((text) => text.replace(/[\d.\s]+/g, ' ').trim()),
      ['Goals', 'A new part'],
    );
  });

  it('is valid, in a template, too, and the same for the same draft', async () => {
    const built = await word(DRAFT);
    const template = await councilTemplate();
    const dressed = await inTemplate(DRAFT, template);
    assert.deepEqual(await problems(built.bytes), []);
    assert.deepEqual(await problems(dressed.bytes), []);
    assert.ok(dressed.parts.some((name) => name.endsWith('commentsExtended.xml')));
    assert.equal(
      [...descendants(dressed.body, 'w:ins')].length,
      [...descendants(built.body, 'w:ins')].length,
    );
    assert.deepEqual((await word(DRAFT)).bytes, built.bytes);
  });

  for (const [what, text] of [
    ['changes inside changes', `${'{++'.repeat(1_000)}x${'++}'.repeat(1_000)}`],
    [
      'links, code and pictures in changes',
      '{--[a {++b++}](https://example.org) `c` ![d](e.png)--}{>>A, undated<<}\n\n{++![p](q.png)++}\n',
    ],
    [
      'quotations, tasks and definitions',
      '> - {++*x*++}\n>\n>   {--y--}\n\n1. [ ] {++task++}\n2. [x] {--done--}\n\nTerm\n: {++meaning++}\n',
    ],
    [
      'names and texts that XML cannot hold',
      '{==x==}{>>A<b>&"\', 3 Oct 2026: \u0001 ¶ ¶ y\uD800<<}{>>B, undated: z<<} {++\u0001++}\n',
    ],
    [
      'HTML that begins in a change',
      '<b>{++x++}</b> {--<i>--}y{--</i>--} a{++  \n++}b {====}{>>p<<}{====}{>>q<<}\n',
    ],
    [
      'a new note on a new paragraph, and a new table',
      '| {++a++} |\n| - |\n| {++b++} |\n\n{++c[^1]++}\n\n[^1]: {++n++}{>>why?<<}\n\n    {--second--}\n',
    ],
  ] as const) {
    it(`is valid with ${what}`, async () => {
      assert.deepEqual(await problems((await word(text)).bytes), []);
    });
  }

  it('is as if all changes were accepted or rejected, without comments, where that is asked for', async () => {
    const text = 'We {~~may~>will~~} open.{>>When?<<}\n\n{++New.++}\n\n{--Old.--}\n';
    const accepted = await word(text, {}, { changes: 'accept' });
    const rejected = await word(text, {}, { changes: 'reject' });
    assert.deepEqual(accepted.bytes, (await word('We will open.\n\nNew.\n')).bytes);
    assert.deepEqual(rejected.bytes, (await word('We may open.\n\nOld.\n')).bytes);
  });

  it('says in Word what the old draft said when all is rejected, and what the new one says when all is accepted', async () => {
    await fc.assert(
      fc.asyncProperty(paper, async ({ old, now, both }) => {
        const document = (await word(both)).bytes;
        for (const [changes, text] of [
          ['reject', old],
          ['accept', now],
        ] as const) {
          const settled = importDocument(document, { changes, comments: 'drop' }).markdown;
          // Word numbers items anew; the import gives them the numbers that they had, and parts those that miss one.
          const unnumbered = (markdown: string) =>
            markdown.replace(/^\d+[.)] /gm, '1. ').replace(/\n+/g, '\n');
          assert.equal(unnumbered(settled), unnumbered(importDocument((await word(text)).bytes).markdown));
        }
      }),
      { numRuns: runs(25) },
    );
  });
});
