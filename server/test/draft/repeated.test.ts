import assert from 'node:assert/strict';
import { analyse } from '../../src/analysis';
import { editDraft, parseDraft } from '../../src/draft';
import type { Draft } from '../../src/draft/types';
import { builtInProject } from '../../src/project';
import { coverageReport } from '../../src/report';
import { readSource } from '../../src/word/source';
import { random } from './hostile';

const judged = (draft: Draft): string => {
  const { coverage, findings } = analyse(draft, builtInProject);
  return JSON.stringify([coverageReport(draft, coverage, 'draft.md'), findings]);
};

describe('A draft that says the same again and again', () => {
  it('has one block for a short paragraph, wherever it stands', () => {
    const { blocks } = parseDraft('Read *on*.\n\nText.\n\nRead *on*.\n');
    assert.equal(blocks[0]!.block, blocks[2]!.block);
    assert.deepEqual(
      blocks.map(({ start, line }) => [start, line]),
      [
        [0, 0],
        [12, 2],
        [19, 4],
      ],
    );
  });

  for (const [what, text] of [
    ['headings', '## Part'],
    ['placeholders', '[insert name]'],
    ['references', 'So.[^1]'],
    ['figures', '45% rose.'],
    ['captions', 'Figure 1'],
    ['tags', 'a<br>'],
    ['comments', '<!-- a -->'],
    ['lists', '- a'],
    ['long paragraphs', 'word '.repeat(30).trim()],
  ] as const)
    it(`has a block of its own for each of its ${what}`, () => {
      const { blocks } = parseDraft(`${text}\n\nText.\n\n${text}\n\n[^1]: A\n`);
      assert.notEqual(blocks[0]!.block, blocks[2]!.block);
    });

  it('has a paragraph for each of them in Word, known by its node', () => {
    const { blocks } = readSource(parseDraft('Read on.\n\nText.\n\nRead on.\n'));
    assert.deepEqual(blocks[0]!.node, blocks[2]!.node);
    assert.notEqual(blocks[0]!.node, blocks[2]!.node);
  });

  it('is judged as one whose paragraphs were typed one by one, each with a block of its own', () => {
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
      'We ask for [insert sum].',
      '<!-- advocacy-disable-next-line -->',
      '> “We love it.”',
      'It was the ABC who said so.',
    ];
    const next = random(3);
    for (let count = 0; count < 12; count++) {
      let typed = parseDraft('# Libraries\n\n');
      for (let length = 0; length < 40; length++) {
        const end = typed.text.length;
        const part = parts[Math.floor(next() ** 1.5 * parts.length)]!;
        typed = editDraft(typed, { span: { start: end, end }, text: `${part}\n\n` });
      }
      assert.equal(judged(typed), judged(parseDraft(typed.text)));
    }
  }).timeout(60_000);
});
