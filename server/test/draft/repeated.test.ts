import assert from 'node:assert/strict';
import { analyse } from '../../src/analysis';
import { editDraft, parseDraft } from '../../src/draft';
import type { Draft } from '../../src/draft/types';
import { builtInProject } from '../../src/project';
import { coverageReport } from '../../src/report';
import { unfilledWords } from '../../src/rules/unfilled-words';
import { exportWord } from '../../src/word';
import { readSource } from '../../src/word/source';
import { MemoryFiles, uri } from '../project/memory';
import { random } from './hostile';

const judged = (draft: Draft): string => {
  const { coverage, findings } = analyse(draft, builtInProject);
  return JSON.stringify([coverageReport(draft, coverage, 'draft.md'), findings]);
};

const wordOf = (draft: Draft) =>
  exportWord(draft, builtInProject, {
    unfilled: unfilledWords,
    uri: uri('/w/draft.md'),
    folder: uri('/w'),
    files: new MemoryFiles({}),
    carry: 'always',
  });

describe('A draft that says the same again and again', () => {
  for (const [what, text] of [
    ['paragraphs', 'Read *on*.'],
    ['headings', '## Part'],
    ['placeholders', '[insert name]'],
    ['references', 'So.[^1]'],
    ['lists', '- a\n  - b'],
    ['quotations', '> a'],
    ['tables', '| a |\n| - |\n| 1 |'],
  ] as const)
    it(`has one block for short ${what}, wherever they stand`, () => {
      const { blocks } = parseDraft(`${text}\n\nText.\n\n${text}\n\n[^1]: A\n`);
      const [first, , second] = blocks;
      assert.equal(first!.block, second!.block);
      assert.equal(second!.start, text.length + 9);
      assert.equal(second!.line, text.split('\n').length + 3);
    });

  for (const [what, text] of [
    ['comments', '<!-- a -->'],
    ['long paragraphs', 'word '.repeat(30).trim()],
  ] as const)
    it(`has a block of its own for each of its ${what}`, () => {
      const { blocks } = parseDraft(`${text}\n\nText.\n\n${text}\n`);
      assert.notEqual(blocks[0]!.block, blocks[2]!.block);
    });

  it('has a paragraph for each of them in Word, known by its node', () => {
    const { blocks } = readSource(parseDraft('Read on.\n\nText.\n\nRead on.\n'));
    assert.deepEqual(blocks[0]!.node, blocks[2]!.node);
    assert.notEqual(blocks[0]!.node, blocks[2]!.node);
  });

  it('is judged as one whose paragraphs were typed one by one, each with a block of its own', async () => {
    const parts = [
      'Half of all visitors feel less lonely.',
      'One in three found work, according to the council’s own survey.',
      'Source: Library survey.',
      'The research found that',
      'He said: “It has changed my life, and my children’s.”',
      'Libraries help children to read and so to do better at school.',
      'Tens of thousands visit.',
      '## What it does',
      '- Half of them come back.\n- More do.',
      '- Visits rose by 45%.\n- Loans fell by 12%, says the survey.',
      'Visits rose by 45% (ONS, 2012).',
      'Visits rose by 47%.[^1]',
      '[insert name]',
      '[^1]: Library survey 2016.',
      '| Visits |\n| --- |\n| 45% |',
      '1. One\n2. Two',
      'Figure 1: Visits',
      'See [the survey](survey.md).',
      'The Library Service Standards Board (LSSB) met.',
      'We ask for [insert sum].',
      '<!-- advocacy-disable-next-line -->',
      '> “We love it.”',
      'It was the ABC who said so.',
    ];
    const next = random(3);
    const times = Number(process.env.REPEATED_TEXTS ?? 12);
    for (let count = 0; count < times; count++) {
      let typed = parseDraft('# Libraries\n\n');
      for (let length = 0; length < 40; length++) {
        const end = typed.text.length;
        const part = parts[Math.floor(next() ** 1.5 * parts.length)]!;
        typed = editDraft(typed, { span: { start: end, end }, text: `${part}\n\n` });
      }
      const read = parseDraft(typed.text);
      assert.equal(judged(typed), judged(read));
      if (count % 4 === 0) assert.deepEqual(await wordOf(typed), await wordOf(read));
    }
  }).timeout(60_000);
});
