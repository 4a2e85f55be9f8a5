import assert from 'node:assert/strict';
import { descendants, elementIn } from '../../src/docx/xml-tree';
import { parseDraft } from '../../src/draft';
import { builtInProject } from '../../src/project';
import { rules } from '../../src/rules';
import { unfilledWords } from '../../src/rules/unfilled-words';
import { exportWord } from '../../src/word';
import { ACCESSIBILITY_RULES } from '../../src/word/accessibility';
import { STYLES } from '../../src/word/styles';
import { contrastOnWhite } from '../../src/word/template/accessibility';
import { MemoryFiles } from '../project/memory';
import { blankPng } from './pictures/png';
import { paragraph, template } from './templates';
import { DRAFT, FOLDER, says, styleOf, word } from './word';

async function issues(markdown: string, bytes?: Uint8Array): Promise<string[]> {
  const { accessibility } = await exportWord(parseDraft(markdown), builtInProject, {
    unfilled: unfilledWords,
    uri: DRAFT,
    folder: FOLDER,
    files: new MemoryFiles({ '/office/drafts/a.png': blankPng({ width: 2, height: 2 }) }),
    ...(bytes === undefined ? {} : { template: bytes }),
  });
  return accessibility.map(({ rule, line, message }) => `${line} ${rule ?? message}`);
}

const GOOD = `---
title: Our offer
---
## One

See [the library plan](https://example.org).

![Visits rose](a.png) <img src="a.png" alt="">

| Year | Visits |
|------|--------|
| 2024 | 128 |
`;

describe('Word: what keeps people from reading the document', () => {
  it('is nothing in a good draft', async () => {
    assert.deepEqual(await issues(GOOD), []);
  });

  for (const [what, change, found] of [
    ['no title', (text: string) => text.replace('title: Our offer', 'kind: briefing'), /title-missing/],
    ['a level left out', (text: string) => text.replace('See', '#### Deep\n\nSee'), /^5 heading-order/],
    ['a picture without a text', (text: string) => text.replace('Visits rose', ''), /^7 alt-text-missing/],
    ['a vague link', (text: string) => text.replace('the library plan', 'click here'), /^5 link-text-vague/],
    [
      'a table without heads',
      (text: string) => text.replace('| Year | Visits |', '| | |'),
      /^9 table-header-missing/,
    ],
    ['typed bullets', (text: string) => text.replace('See', '• See'), /^5 list-typed/],
    [
      'an address that becomes one line',
      (text: string) => `${text}\nAnn Moss\nHead of Libraries\n`,
      /^13 lines-run-together/,
    ],
  ] as const) {
    it(`names ${what}, with its line`, async () => {
      const all = await issues(change(GOOD));
      assert.equal(all.length, 1, String(all));
      assert.match(all[0]!, found);
    });
  }

  for (const [what, text, found] of [
    [
      'a link to a file of one’s own',
      'See [the plan](plans/plan.md#costs).',
      /“plans\/plan\.md#costs” leads to a file of yours/,
    ],
    [
      'a reference to a footnote that there is not',
      'Said.[^none]',
      /“\[\^none\]” refers to a footnote that there is not/,
    ],
    ['an inline footnote', 'Said.^[By whom.]', /“\^\[By whom\.\]” is no footnote here/],
    ['a formula', 'So $x^2 = 4$ holds.', /“\$x\^2 = 4\$” is no formula/],
  ] as const) {
    it(`is ${what}`, async () => {
      const all = await issues(`${GOOD}\n${text}\n`);
      const own = all.filter((issue) => found.test(issue));
      assert.deepEqual(
        own.map((issue) => issue.split(' ')[0]),
        ['13'],
        all.join(),
      );
    });
  }

  it('is neither money, nor code, nor a link within or to the web', async () => {
    const text =
      'From $5 to $10_000, `$x^2$ ^[a] [^b]`, [one](#one), [web](https://example.org), [mail](mailto:a@example.org), <https://example.org/a.md>.';
    assert.deepEqual(await issues(`${GOOD}\n${text}\n`), []);
  });

  it('is what all rules of the group say', () => {
    const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id).sort();
    assert.deepEqual(
      ids(ACCESSIBILITY_RULES),
      ids(
        rules.filter(
          // A picture that is not there is told by the export itself, which looks for it.
          ({ id, group, inBlock, inDraft }) =>
            group === 'accessibility' && id !== 'image-missing' && (inBlock ?? inDraft) !== undefined,
        ),
      ),
    );
  });

  it('leaves out what the author has silenced or switched off', async () => {
    const vague = GOOD.replace('the library plan', 'click here');
    assert.deepEqual(
      await issues(vague.replace('See', '<!-- advocacy-disable-next-line link-text-vague -->\nSee')),
      [],
    );
    assert.deepEqual(await issues(vague.replace('title:', 'rules: { link-text-vague: off }\ntitle:')), []);
  });

  it('names what is wrong with the template', async () => {
    const pale = await template({
      styles: {
        default: { heading1: { run: { color: 'BBBBBB' } }, heading2: { run: { color: 'AAAAAA' } } },
        paragraphStyles: [
          { id: 'Grey', name: 'Grey', basedOn: 'Normal', run: { color: 'CCCCCC' } },
          { id: 'Said', name: 'Quote', basedOn: 'Grey', run: { italics: true } },
          { id: 'Small', name: 'Table Text', basedOn: 'Grey', run: { color: '444444' } },
        ],
      },
      sections: [{ children: [paragraph('{{body}}')] }],
    });
    const all = await issues(GOOD, pale);
    assert.equal(all.length, 1, 'only the style that is in use');
    assert.match(all[0]!, /“heading 2” is too pale.*2\.3 to 1/i);
    assert.match((await issues(`${GOOD}\n> Said.\n`, pale)).join(), /“Quote” is too pale.*1\.6 to 1/);
  });
});

describe('Word: an accessible document', () => {
  it('has no colour of type that is too pale for white paper', () => {
    for (const style of STYLES) {
      for (const colour of style.run?.matchAll(/<w:color w:val="([0-9A-F]{6})"/g) ?? []) {
        assert.ok(contrastOnWhite(colour[1]!) >= 4.5, `${style.name}: ${colour[1]}`);
      }
    }
  });

  it('sets nothing apart with empty paragraphs', async () => {
    const document = await word('# A\n\nb\n\n- c\n\n> d\n\n| e |\n|---|\n\nf\n\n1. g\n\n```\nh\n```\n\ni\n');
    assert.deepEqual(document.paragraphs.filter((one) => says(one) === '').map(styleOf), []);
  });

  it('says the language of words in another one', async () => {
    const document = await word('In Welsh <span lang="cy">llyfrgell</span>.');
    const run = [...descendants(document.body, 'w:r')].find((one) => says(one) === 'llyfrgell');
    assert.equal(elementIn(run, 'w:rPr', 'w:lang')?.attributes['w:val'], 'cy-GB');
  });
});
