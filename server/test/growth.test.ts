import assert from 'node:assert/strict';
import { analyse } from '../src/analysis';
import { parseDraft } from '../src/draft';
import { builtInProject } from '../src/project';
import { readLayout } from '../src/word/layout';

/** What a draft may have any number of in one paragraph, where each rule that looks around each one shows. */
const UNITS: readonly (readonly [name: string, unit: string])[] = [
  ['section numbers', '1.1.'],
  ['straight quotation marks', '"'],
  ['quoted words', '"a" '],
  ['quotations in sentences', 'He said “we love it” here. '],
  ['figures with sources', 'Visits rose by 45% (ONS, 2023). '],
  ['notes', 'It rose by 45%.[^1] '],
  ['notes without a space', '[^1]'],
  ['claims that are too strong', 'The club will end loneliness. '],
  ['names', 'Ann Smith of Ashby Trust '],
  ['placeholders', '[insert name] '],
  ['unknown years', 'In 20XX it is TBC. '],
  ['letters in capitals', 'ABC '],
];

describe('What is judged', () => {
  for (const [name, unit] of UNITS)
    it(`takes a time that grows with its length: ${name}`, () => {
      const taken = (length: number): number => {
        const draft = parseDraft(
          `---\nkind: briefing\ntitle: A\n---\n\n# A\n\n${unit.repeat(length / unit.length)}\n`,
        );
        const started = process.cpuUsage().user;
        analyse(draft, builtInProject);
        return process.cpuUsage().user - started;
      };
      const growth = (): number => taken(160_000) / Math.max(Math.min(taken(20_000), taken(20_000)), 20_000);
      taken(5_000);
      // Eight times the length: 64 times the time where it grows with the square.
      const times = growth();
      assert.ok(times < 24 || growth() < 24, `${times} times the time for eight times the length`);
    }).timeout(120_000);
});

describe('A document', () => {
  it('has as many headings as its draft, be they more than a function takes arguments', () => {
    const draft = parseDraft('### A\n\n'.repeat(150_000));
    assert.equal(readLayout(draft, undefined, {}, false).sectionDepth, 3);
  }).timeout(60_000);
});
