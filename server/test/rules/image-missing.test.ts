import assert from 'node:assert/strict';
import { parseDraft } from '../../src/draft';
import { picturesIn } from '../../src/rules/image-missing';
import { findings, marked } from './helpers';

/** In these tests a file is missing whose name has “lost” in it. */
describe('A picture that is not there', () => {
  const cases: readonly [name: string, text: string, marked: readonly string[]][] = [
    ['in the text', 'See ![A chart](lost.png "Title") here.\n', ['![A chart](lost.png "Title")']],
    ['by a label', '![A chart][c]\n\nText.\n\n[c]: <a/lost.png>\n', ['![A chart][c]']],
    ['by a label that is given twice', '![A][c]\n\n[c]: a.png\n\n[c]: lost.png\n', []],
    ['by a label that is not given', '![A chart][lost]\n', []],
    ['in HTML', '> <img alt="A chart"\n> src="lost.png">\n', ['<img alt="A chart"\n> src="lost.png">']],
    [
      'in HTML without quotation marks',
      '<p><img src=lost.png alt="x"> and <img src=\'lost2.png\' alt="y"></p>\n',
      ['<img src=lost.png alt="x">', '<img src=\'lost2.png\' alt="y">'],
    ],
    ['in a list, twice', '- ![A](lost.png)\n- ![A](lost.png)\n', ['![A](lost.png)', '![A](lost.png)']],
    [
      'on the disk of whoever wrote it',
      '![A](C:\\Users\\jo\\a.png) ![B](file:///home/jo/b.png)\n',
      ['![A](C:\\Users\\jo\\a.png)', '![B](file:///home/jo/b.png)'],
    ],
    ['that is there', '![A chart](found.png) <img src="found.png" alt="x"> <img alt="no address">\n', []],
    ['that is only a link', '[A chart](lost.png) `![A](lost.png)`\n', []],
  ];
  for (const [name, text, words] of cases) {
    it(`${name}: ${words.length} found`, () => assert.deepEqual(marked('image-missing', text), words));
  }

  it('is named as the draft has it', () => {
    const [finding] = findings('image-missing', '![A chart](a/lost%20one.png)\n');
    assert.match(finding!.message, /“a\/lost%20one\.png”/);
  });

  it('is looked for in linear time', () => {
    assert.equal(picturesIn(parseDraft('<img '.repeat(50_000))).length, 0);
    assert.ok(picturesIn(parseDraft('![a](b)\n\n'.repeat(5_000))).length === 5_000);
  });
});
