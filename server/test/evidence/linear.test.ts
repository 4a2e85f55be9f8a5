import assert from 'node:assert/strict';
import { parseDraft } from '../../src/draft';
import { figuresInDraft } from '../../src/evidence';

const PLACES: readonly (readonly [where: string, around: (text: string) => string])[] = [
  ['a paragraph', (text) => `# X\n\n${text}\n`],
  ['a heading', (text) => `# X\n\n## ${text}\n`],
  ['an item', (text) => `# X\n\n- ${text}\n`],
  ['a row', (text) => `# X\n\n| A | B |\n| --- | --- |\n| ${text} | 5% |\n`],
];

describe('Figures in a sentence as long as a file', () => {
  for (const unit of [
    'option £5 a ',
    'homes £5 measure ',
    'of 5% said ',
    'by 300 visits from ',
    'we will lend 20% ',
    'visits will rise 5% of ',
    'Ashby Trust told the 5% ',
    '5% (see Ofcom ',
    '5% (Ofcom, May 2025) ',
    'scores of 940 people ',
    'all data are ',
    'It is 5% so. ',
    '1978',
    'survey ',
    'the report of ',
    'the council for the ',
    'according to a ',
    'by the 300 ',
    'A.',
    'A’A ',
  ])
    for (const [where, around] of PLACES)
      it(`are found in a time that grows with its length: “${unit.trim()}” in ${where}`, () => {
        const taken = (count: number) => {
          const draft = parseDraft(around(`${unit.repeat(count)}(ONS, 2023) 40%.`));
          const started = process.cpuUsage().user;
          figuresInDraft(draft);
          return process.cpuUsage().user - started;
        };
        const growth = () => {
          const short = Math.min(taken(1500), taken(1500));
          return Math.min(taken(12_000), taken(12_000)) / Math.max(short, 2000);
        };
        taken(500);
        // Eight times the length: eight times the work where it is linear, and 64 times where it is not. What works
        // beside it can spoil one measurement, and hardly two.
        const times = growth();
        assert.ok(times < 30 || growth() < 30, `${times} times the time for eight times the length`);
      }).timeout(60_000);
});
