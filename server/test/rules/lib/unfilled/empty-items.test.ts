import assert from 'node:assert/strict';
import { marked } from '../../helpers';

const paper = (text: string): string =>
  `# Ashby library\n\nThe library is open six days a week, and 312 people came in on Saturday.\n\n${text}\n\nIt is a start.\n`;

describe('An item of a list with nothing in it', () => {
  const cases: readonly (readonly [what: string, text: string, words: readonly string[]])[] = [
    ['at the end', '1. Keep the hall.\n2. Open it.\n3.', ['3.']],
    ['with a space behind it', '1. Keep the hall.\n2. Open it.\n3. ', ['3.']],
    ['in the middle', '- Keep the hall.\n-\n- Open it.', ['-']],
    ['with Windows line ends', '1. Keep the hall.\r\n2. Open it.\r\n3.\r\n', ['3.']],
    ['in a quotation', '- We say:\n  1) Keep it.\n  2) Open it.\n  3)', ['3)']],
    ['among as many', '1. Keep the hall.\n2.\n3.', []],
    ['in a list to write on', '1.\n2.\n3.', []],
    ['with a list in it', '1. Keep it.\n2. Open it.\n3.\n   - on Mondays', []],
    ['with a box alone', '- [ ] Keep it.\n- [ ] Open it.\n- [ ]', []],
    ['of which all have something', '1. Keep the hall.\n2. Open it.\n\n3 May', []],
  ];
  for (const [what, text, words] of cases)
    it(`${words.length > 0 ? 'is told of' : 'is none'}, ${what}: ${JSON.stringify(text)}`, () =>
      assert.deepEqual(marked('placeholder-unfilled', paper(text)), words));
});
