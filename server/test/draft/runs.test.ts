import assert from 'node:assert/strict';
import { BlockFinder, type Draft, editDraft, parseDraft, type Run, RunMap, runsOf } from '../../src/draft';
import { random } from './hostile';

const paragraphs = (count: number): string =>
  Array.from({ length: count }, (_, at) => `Paragraph ${at} of the paper.`).join('\n\n');

/** Whether the runs of a draft have all of its blocks, in order. */
function assertWhole(draft: Draft): void {
  let next = 0;
  for (const { run, index } of runsOf(draft)) {
    assert.equal(index, next);
    for (const block of run.blocks) assert.equal(block, draft.blocks[next++]!.block);
  }
  assert.equal(next, draft.blocks.length);
}

const insert = (draft: Draft, at: number, text: string): Draft =>
  editDraft(draft, { span: { start: at, end: at }, text });

describe('runs of blocks', () => {
  it('have all blocks of a draft in order, after any sequence of edits', () => {
    const next = random(5);
    let draft = parseDraft(paragraphs(300));
    assertWhole(draft);
    for (let edit = 0; edit < 300; edit++) {
      const start = Math.floor(next() * draft.text.length);
      const end = next() < 0.4 ? Math.min(draft.text.length, start + Math.floor(next() ** 4 * 4_000)) : start;
      const text =
        next() < 0.2 ? `\n\n${paragraphs(Math.floor(next() * 80))}\n\n` : next() < 0.4 ? '\n\n' : 'x';
      draft = editDraft(draft, { span: { start, end }, text });
      // Not after each edit: some are answered together.
      if (next() < 0.7) assertWhole(draft);
      const sizes = runsOf(draft).map(({ run }) => run.blocks.length);
      assert.ok(Math.max(...sizes) <= 100, `${sizes}`);
      assert.ok(sizes.length <= 2 + draft.blocks.length / 8, `${sizes}`);
    }
  });

  it('stay the same objects but for the one around an edit', () => {
    const draft = parseDraft(paragraphs(500));
    const before = runsOf(draft).map(({ run }) => run);
    const after = runsOf(insert(draft, draft.text.length >> 1, 'a word ')).map(({ run }) => run);
    assert.equal(after.filter((run) => !before.includes(run)).length, 1);
    assert.equal(after.length, before.length);
  });

  it('are looked through again only where they changed', () => {
    const looked: Run['blocks'][] = [];
    const map = new RunMap((blocks) => {
      looked.push(blocks);
      return blocks.length;
    });
    const count = (draft: Draft) => runsOf(draft).reduce((sum, { run }) => sum + map.of(run, undefined), 0);
    const draft = parseDraft(paragraphs(500));
    assert.equal(count(draft), 500);
    const edited = insert(draft, 0, 'First of all.\n\n');
    looked.length = 0;
    assert.equal(count(edited), 501);
    assert.equal(looked.length, 1);
  });

  it('tell where the blocks stand that have something', () => {
    const finder = new BlockFinder(({ text }) => /\d*7\b/.exec(text)?.[0]);
    const draft = insert(parseDraft(paragraphs(100)), 0, '# Heading\n\n');
    assert.deepEqual(
      finder
        .in(draft, undefined)
        .map(({ found, index, placed }) => [found, index, placed === draft.blocks[index]]),
      [7, 17, 27, 37, 47, 57, 67, 77, 87, 97].map((number) => [String(number), number + 1, true]),
    );
  });
});
