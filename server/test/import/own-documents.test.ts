import assert from 'node:assert/strict';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { parseDraft } from '../../src/draft';
import { importDocument } from '../../src/import';
import { withTitleDetails } from '../../src/import/title-details';
import { builtInProject } from '../../src/project';
import { unfilledWords } from '../../src/rules/unfilled-words';
import { exportWord, shippedTemplate } from '../../src/word';
import { exported, Reviewer } from '../merge/reviewer';

const FRONT = `---
# Checked by Ann
kind: report
title: "Books: more"
author: Ann Bell
organisation: 'Ashby Council'
audience: Cabinet # on 5 May
date: 2026-10-01
areas:
  - health
word:
  numbering: none
---
`;
const DRAFT = `${FRONT}
# Books: more

We lend books.
`;

const imported = (bytes: Uint8Array): string => importDocument(bytes, { details: withTitleDetails }).markdown;
const changed = async (draft: string, ...changes: readonly (readonly [string, string])[]): Promise<string> =>
  imported(
    changes.reduce((reviewer, [from, to]) => reviewer.change(from, to), await Reviewer.of(draft)).bytes,
  );

describe('A document of ours that is imported by itself', () => {
  it('has the kind and all else that its draft says at the top, as it is written there', async () => {
    assert.equal(imported(await exported(DRAFT, 'always')), DRAFT);
  });

  it('loses nothing that the next export writes again: numbers, letters, contents, headers and footers', async () => {
    const draft =
      '---\ntitle: A\nkind: report\nword: { contents: true }\n---\n\n# A\n\n## Purpose\n\nWe ask.\n\n1. One\n   1. Two\n';
    const { losses } = importDocument(await exported(draft, 'always'));
    assert.deepEqual(losses, []);
    const ours = importDocument(await exported(draft, false)).losses.map(({ message }) => message);
    assert.equal(ours.filter((message) => /automatic number/.test(message)).length, 2, ours.join('; '));
  });

  it('loses the letters of a list that somebody has made in Word, but not those of our lists in lists', async () => {
    const parts = unzipSync(await exported('# A\n\n1. One\n   1. Two\n      1. Three\n', 'always'));
    const lettersOf = (change: (numbering: string) => string): readonly string[] => {
      const numbering = strToU8(change(strFromU8(parts['word/numbering.xml']!)));
      return importDocument(zipSync({ ...parts, 'word/numbering.xml': numbering })).losses.map(
        ({ message }) => message,
      );
    };
    assert.deepEqual(
      lettersOf((xml) => xml),
      [],
    );
    assert.deepEqual(
      lettersOf((xml) => xml.replace('w:numFmt w:val="decimal"', 'w:numFmt w:val="lowerLetter"')),
      ['A list that counts in letters or Roman numbers counts in figures'],
    );
  });

  /** What an import loses of a document that Word has saved, with other words in its headers and footers. */
  const lostOf = async (
    draft: string,
    from = '',
    to = '',
    template?: Uint8Array,
  ): Promise<readonly string[]> => {
    const { bytes } = await exportWord(parseDraft(draft), builtInProject, {
      unfilled: unfilledWords,
      carry: 'always',
      ...(template && { template }),
    });
    const parts = unzipSync(bytes);
    let count = 0;
    for (const name of Object.keys(parts).filter((one) => /(?:header|footer)\d*\.xml$/.test(one))) {
      const xml = strFromU8(parts[name]!);
      const changed = from === '' ? xml : xml.replace(`>${from}<`, `>${to}<`);
      if (changed !== xml) count++;
      // Page numbers as they were last counted, in runs as Word divides them.
      parts[name] = strToU8(changed.replace(/(<w:t(?: [^>]*)?>)(\p{L})/gu, '$1$2</w:t></w:r><w:r>$1'));
    }
    assert.equal(count > 0, from !== '', from);
    const app = strFromU8(parts['docProps/app.xml']!);
    parts['docProps/app.xml'] = strToU8(app.replace(/<Application>[^<]*/, '<Application>Microsoft Word'));
    return importDocument(zipSync(parts)).losses.map(({ message }) => message);
  };
  const lost = (text: string): string => `What stands in a header or footer is left out: “${text}”`;

  it('loses what a colleague has written into a header or footer since, and says so', async () => {
    assert.deepEqual(await lostOf(DRAFT), []);
    assert.deepEqual(await lostOf(DRAFT, 'Ashby Council', 'Confidential until 5 May'), [
      lost('Confidential until 5 May'),
    ]);
  });

  it('loses no header or footer, however the draft writes what stands there', async () => {
    for (const status of ['>\n  First\n  draft', '"First \\u0064raft"', "'Ann''s draft'", '|\n  First draft'])
      assert.deepEqual(await lostOf(DRAFT.replace('author:', `status: ${status}\nauthor:`)), [], status);
  });

  it('loses a header in the words of a detail that no header had', async () => {
    const draft = DRAFT.replace('author:', 'subject: Report\nauthor:');
    assert.deepEqual(await lostOf(draft, 'Ashby Council', 'Report'), [lost('Report')]);
  });

  it('loses none of what a template has in its headers and footers', async () => {
    assert.deepEqual(await lostOf(DRAFT, '', '', await shippedTemplate('committee-paper')), []);
  });

  it('has what the title block says now', async () => {
    const markdown = await changed(
      DRAFT,
      ['>1 October 2026<', '>5 November 2026<'],
      ['>Cabinet<', '>Council<'],
      ['>Ann Bell, Ashby Council<', '>Jo Hill, Ashby Council<'],
    );
    assert.equal(
      markdown.slice(0, markdown.indexOf('# Books')),
      `${FRONT.replace('2026-10-01', '2026-11-05').replace('Cabinet #', 'Council #').replace('Ann Bell', 'Jo Hill')}\n`,
    );
  });

  const CHANGES: Readonly<
    Record<string, readonly [front: string, was: string, now: string, becomes: string]>
  > = {
    'a key in quotation marks': ['"author": Ann Bell', 'Ann Bell', 'Jo Hill', '"author": Jo Hill'],
    'a key with a space behind it': ['author : Ann Bell', 'Ann Bell', 'Jo Hill', 'author : Jo Hill'],
    'a value below its key': ['author:\n  Ann Bell', 'Ann Bell', 'Jo Hill', 'author: Jo Hill'],
    'a value that is folded': [
      'status: >\n  First\n  draft\naudience: Cabinet',
      'First draft',
      'Final',
      'status: Final\naudience: Cabinet',
    ],
    'a value that says nothing yet': [
      'author:\norganisation: Ashby Libraries',
      'Ashby Libraries',
      'Ann Bell, Ashby Libraries',
      'author: Ann Bell\norganisation: Ashby Libraries',
    ],
    'the organisation beside the author': [
      'author: Ann Bell\norganisation: Ashby Libraries',
      'Ann Bell, Ashby Libraries',
      'Ann Bell, Weir Libraries',
      'author: Ann Bell\norganisation: Weir Libraries',
    ],
    'the organisation without an author': [
      'organisation: Ashby Libraries',
      'Ashby Libraries',
      'Weir Libraries',
      'organisation: Weir Libraries',
    ],
    'the author and the organisation': [
      'author: Ann Bell\norganisation: Ashby Libraries',
      'Ann Bell, Ashby Libraries',
      'Jo Hill, Weir Libraries, Weir',
      'author: Jo Hill\norganisation: Weir Libraries, Weir',
    ],
    'an author who names the organisation': [
      'author: Ann Bell, Ashby Libraries\norganisation: Ashby Libraries',
      'Ann Bell, Ashby Libraries',
      'Jo Hill, Ashby Libraries',
      'author: Jo Hill, Ashby Libraries\norganisation: Ashby Libraries',
    ],
    'one of several authors with commas': [
      'author: Ann Bell, chair; Lee Day, Weir College\norganisation: Ashby Libraries',
      'Ann Bell, chair; Lee Day, Weir College; Ashby Libraries',
      'Ann Bell, chair; Ashby Libraries',
      'author: Ann Bell, chair\norganisation: Ashby Libraries',
    ],
    'no list of authors, which a line cannot tell apart': [
      'author: [Ann Bell, Jo Hill]',
      'Ann Bell, Jo Hill',
      'Ann Bell',
      'author: [Ann Bell, Jo Hill]',
    ],
    'a day in Welsh, which stays in figures': [
      'language: cy\ndate: 2026-03-02',
      '2 Mawrth 2026',
      '9 Mawrth 2026',
      'language: cy\ndate: 2026-03-09',
    ],
    'a day that stands in words': [
      'date: 2 March 2026',
      '2 March 2026',
      '9 March 2026',
      'date: "9 March 2026"',
    ],
    'a day that becomes none': ['date: 2026-03-02', '2 March 2026', 'Spring 2026', 'date: Spring 2026'],
    'a day in quotation marks, with a remark behind it': [
      'date: "2026-03-02" # of the meeting',
      '2 March 2026',
      '9 March 2026',
      'date: 2026-03-09 # of the meeting',
    ],
  };
  for (const [what, [front, was, now, becomes]] of Object.entries(CHANGES)) {
    it(`has what was changed in Word once, where it stood: ${what}`, async () => {
      const draft = (details: string): string =>
        `---\nkind: report\n${details}\n---\n\n# Books\n\nWe lend books.\n`;
      const markdown = await changed(draft(front), [`>${was}<`, `>${now}<`]);
      assert.equal(markdown, draft(becomes));
      assert.deepEqual(parseDraft(markdown).frontMatter.problems, []);
    });
  }

  it('has its own author where that names the organisation, too', async () => {
    const draft =
      '---\nkind: report\nauthor: Ann Bell, Ashby Libraries\norganisation: Ashby Libraries\n---\n\n# Books\n\nWe lend books.\n';
    assert.equal(imported(await exported(draft, 'always')), draft);
  });

  it('has a title that was changed', async () => {
    const markdown = await changed(DRAFT, ['Books: more</w:t>', 'Books, more of them</w:t>']);
    assert.ok(markdown.includes('\ntitle: Books, more of them\n'), markdown);
    assert.ok(markdown.includes('\n# Books, more of them\n'), markdown);
  });

  it('has what its draft says where a change is still open', async () => {
    const reviewer = (await Reviewer.of(DRAFT)).replace('Books: more', 'Games');
    assert.ok(imported(reviewer.bytes).startsWith(FRONT));
  });

  it('has what its draft says where its own labels are Welsh', async () => {
    const draft =
      '---\nkind: report\nlanguage: cy\naudience: Y Cabinet\nauthor: Ann Bell\ndate: 2026-03-02\nstatus: Drafft\n---\n\n# Llyfrau\n\nRydym yn benthyg llyfrau.\n';
    assert.equal(imported(await exported(draft, 'always')), draft);
  });

  it('has no details that its draft has not', async () => {
    const draft = '---\nkind: briefing\norganisation: Ashby Council\n---\n\n# Books\n\nWe lend books.\n';
    assert.equal(imported(await exported(draft, 'always')), draft);
  });

  it('has a line that somebody added to the title block', async () => {
    const markdown = await changed(DRAFT, [
      '>Ann Bell, Ashby Council</w:t></w:r></w:p>',
      `>Ann Bell, Ashby Council</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Author"/></w:pPr><w:r><w:t>Status: Final</w:t></w:r></w:p>`,
    ]);
    assert.ok(markdown.startsWith(FRONT.replace(/---\n$/, 'status: Final\n---\n')), markdown);
  });

  it('is read like any other where it carries no draft', async () => {
    assert.match(imported(await exported(DRAFT, false)), /^---\ntitle: "Books: more"\naudience: Cabinet\n/);
  });
});
