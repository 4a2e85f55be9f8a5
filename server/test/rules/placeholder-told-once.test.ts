import assert from 'node:assert/strict';
import { analyse } from '../../src/analysis';
import { parseDraft } from '../../src/draft';
import { builtInProject } from '../../src/project';

const WRITTEN = '# Our library\n\nThe library opened in 1968, and many people came to it last year.\n\n';
const told = (text: string): readonly string[] =>
  analyse(parseDraft(`${WRITTEN}${text}\n`), builtInProject, { now: 202612 })
    .findings.map(({ rule }) => rule)
    .filter((rule) => !/^(?:coverage-summary|section-missing|sentence-long)$/.test(rule));

describe('Where one place is still to be filled in, which mends all, it alone is told', () => {
  for (const text of [
    'Research carried out in Denmark [find] shows that people who read are less lonely.',
    'The Thornley Trust found in its report [check year] that half of the adults in England live alone.',
    'In Thornley 17.1% of households live in cold homes [year? – check the table].',
    'The chair will speak on the day [Ann to ask the RNIB for a name].',
    '## Background\n\nIt opened in 1968.\n\n## Annex B: list of contents (to follow from Ann)',
  ])
    it(text, () => assert.deepEqual(told(text), ['placeholder-unfilled']));
});

describe('What filling in a place does not mend is told as well', () => {
  for (const [text, rules] of [
    [
      'The Thornley Trust found in its report that half of the adults in England live alone. It opens on [date].',
      ['source-vague', 'placeholder-unfilled'],
    ],
    [
      'In Thornley 17.1% of households live in cold homes. It opens at [time].',
      ['figure-unsourced', 'placeholder-unfilled'],
    ],
    ['The club will end loneliness by [date].', ['claim-too-strong', 'placeholder-unfilled']],
  ] as const)
    it(text, () => assert.deepEqual(told(text), rules));
});
