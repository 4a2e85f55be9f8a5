import assert from 'node:assert/strict';
import { analyse } from '../../src/analysis';
import { parseDraft } from '../../src/draft';
import { builtInProject } from '../../src/project';

/** All that is found in a text, hints as well, with a number in it called N. */
function told(text: string, number: string): readonly string[] {
  const { findings } = analyse(parseDraft(text), builtInProject);
  return findings.map(({ rule, severity, message }) =>
    `${rule} ${severity} ${message}`.replaceAll(number, 'N'),
  );
}

const row = (head: string, number: string): string =>
  `# Reading\n\n| Claim | ${head} |\n| --- | --- |\n| Reading for pleasure rose by ${number} children in England | Ofcom, 2024, table 7 |\n`;
const claim = (number: string): string =>
  `Reading for pleasure rose by ${number} children in England, research shows`;

/** Where the same words stand; what each comes to must not depend on which was read before. */
const PLACES: Readonly<Record<string, (number: string) => string>> = {
  'in a column for sources': (number) => row('Source', number),
  'in a column for remarks': (number) => row('Remarks', number),
  'as an item': (number) => `# Reading\n\n- ${claim(number)}\n- We lend.\n`,
  'as an item with a footnote': (number) =>
    `# Reading\n\n- ${claim(number)}[^1]\n- We lend.\n\n[^1]: Ofcom, *Adults’ media use*, 2024.\n`,
  'as an item with a link': (number) =>
    `# Reading\n\n- ${claim(number)} ([Ofcom, 2024](https://ofcom.example/a))\n- We lend.\n`,
  'as a paragraph': (number) => `# Reading\n\n${claim(number)}\n`,
  'as somebody’s words': (number) => `# Reading\n\n> ${claim(number)}\n`,
  'as a row': (number) => `# Reading\n\n| Claim | Year |\n| --- | --- |\n| ${claim(number)} | 2024 |\n`,
  'to be filled in': (number) => `# Reading\n\n- ${claim(number)} [date]\n- We lend.\n`,
};

describe('What is known of an item or a row from before', () => {
  let count = 4000;
  const fresh = (): string => `${(count++).toLocaleString('en-GB')}`;
  for (const [where, text] of Object.entries(PLACES))
    it(`is what the words come to where they stand now: ${where}`, () => {
      const number = fresh();
      const expected = told(text(number), number);
      for (const [other, before] of Object.entries(PLACES)) {
        const next = fresh();
        told(before(next), next);
        assert.deepEqual(told(text(next), next), expected, `after ${other}`);
      }
    });
});
