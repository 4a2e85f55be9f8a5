import assert from 'node:assert/strict';
import { parseDraft, wordsOf } from '../../src/draft';

describe('The number of words of a draft', () => {
  const cases: readonly [what: string, text: string, words: number][] = [
    ['headings, text and lists', '# Open later\n\nWe ask for *two* posts.\n\n- Open on Sunday.\n', 10],
    ['tables', '| Year | Visits |\n| --- | --- |\n| 2026 | 19,400 |\n', 4],
    ['a word with a hyphen or an apostrophe once, and no dash', 'It’s a well-used library – free.\n', 5],
    ['no details at the top', '---\ntitle: Open later\nkind: pitch\n---\n\nWe open.\n', 2],
    ['no footnotes and no comments', 'We open.[^1]\n\n<!-- not yet -->\n\n[^1]: A survey of May.\n', 2],
    ['what a review adds, and not what it takes out', 'We {++now ++}open{-- late--}.\n', 3],
    ['nothing of an empty draft', '', 0],
  ];
  for (const [what, text, words] of cases)
    it(`counts ${what}`, () => assert.equal(wordsOf(parseDraft(text)), words));
});
