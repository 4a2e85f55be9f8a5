import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { exported, home, Reviewer } from '../merge/reviewer';

const UNSEEN = /[\u00AD\u200B\u2060\uFEFF\uFFFC]/;

describe('Characters that nobody sees and that were pasted along', () => {
  const drafts: Readonly<Record<string, string>> = {
    'the start of a text': '\uFEFFText that was pasted.\n',
    'a title': '---\ntitle: "\uFEFFOur\u200B plan"\n---\n\n# \uFEFFOur\u200B plan\n',
    'the middle of words': 'A\uFEFF b\u200Bc\u2060 d\u00ADe \uFFFC.\n',
    'an HTML cell': '<table><tr><td>\uFEFFCell\u200B x</td><td><p>\uFEFFp</p></td></tr></table>\n',
    'a cell, and a list in one': '| A | B |\n|---|---|\n| \uFEFFx | <ul><li>\uFEFFone</li></ul> |\n',
    'a quotation, an item, a note and code': '> \uFEFFa\n\n- \uFEFFb[^1]\n\n`a\uFEFFb`\n\n[^1]: \uFEFFnote\n',
    'references to them': 'Here&#xFEFF; and&ZeroWidthSpace; there.\n',
  };
  for (const [where, draft] of Object.entries(drafts)) {
    it(`do not appear in the exported document: in ${where}`, async () => {
      for (const [name, bytes] of Object.entries(unzipSync(await exported(draft, false))))
        if (name.endsWith('.xml')) assert.doesNotMatch(strFromU8(bytes), UNSEEN, name);
    });
  }

  it('leave emoji and other alphabets whole', async () => {
    const { 'word/document.xml': main } = unzipSync(await exported('A 👩‍💻 and می‌خواهم.\n', false));
    assert.match(strFromU8(main!), /👩‍💻 and می‌خواهم/);
  });

  it('are no change where the review is brought back', async () => {
    const draft = 'We\u200B lend\u00AD books.\n\nMore\u2060 of it.\n';
    const reviewer = (await Reviewer.of(draft)).retype('books', 'games');
    const back = '{~~books~>games~~}{>>Word, undated<<}';
    assert.equal(await home(reviewer, draft), draft.replace('books', back));
  });
});
