import assert from 'node:assert/strict';
import { analyse } from '../../src/analysis';
import { editDraft, parseDraft } from '../../src/draft';
import { unreadIn as restOf, weightOfAll } from '../../src/draft/size-limit';
import type { Draft } from '../../src/draft/types';
import { builtInProject } from '../../src/project';
import { random, written } from './hostile';

const ITEMS = '- a\n\nb\n\n'.repeat(12_000);

const unreadIn = ({ blocks }: Draft) => restOf(blocks);

describe('A draft of more items, rows and marks than ten long papers have', () => {
  it('is read up to a block, and what follows stands there as it is typed', () => {
    const draft = parseDraft(ITEMS);
    const rest = unreadIn(draft);
    assert.equal(draft.blocks.at(-1), rest);
    assert.equal(rest!.block.text, ITEMS.slice(rest!.start).trimEnd());
    assert.equal(rest!.line, ITEMS.slice(0, rest!.start).split('\n').length - 1);
  });

  it('has as much to be judged and exported, however long it is', () => {
    for (const unit of ['- a\n\nb\n\n', '| a | b |\n| - | - |\n| 1 | 2 |\n\n']) {
      const [small, large] = [10_000, 11_000].map((count) =>
        weightOfAll(parseDraft(unit.repeat(count)).blocks),
      );
      assert.equal(small, large, unit);
    }
  }).timeout(180_000);

  it('is said to be so where the reading ends, and nothing else of what follows', () => {
    const draft = parseDraft(`${ITEMS}Visits rose by 45%.\n`);
    const { start } = unreadIn(draft)!;
    const { findings } = analyse(draft, builtInProject);
    const behind = findings.filter(({ span }) => span.start >= start);
    assert.deepEqual(
      behind.map(({ rule, span }) => [rule, span.start]),
      [['paragraphs-run-together', start]],
    );
  }).timeout(180_000);

  it('lacks no footnote that stands in what is not read', () => {
    const { findings } = analyse(parseDraft(`A.[^1] B.[^2]\n\n${ITEMS}\n[^1]: One.\n`), builtInProject);
    assert.deepEqual(
      findings.filter(({ rule }) => rule === 'footnote-missing').map(({ message }) => message.slice(0, 29)),
      ['There is no footnote “2” in t'],
    );
  }).timeout(180_000);

  it('is read after an edit as it is from the beginning, and otherwise the blocks stay as they are', () => {
    const next = random(16);
    let draft = parseDraft(ITEMS);
    const cut = unreadIn(draft)!.start;
    let kept = 0;
    for (let count = 0; count < 8; count++) {
      const at = [0, next() * cut, cut - next() * 200, cut + next() * 200, next() * ITEMS.length][count % 5]!;
      const start = Math.floor(Math.max(0, at));
      const before = new Set(draft.blocks.map(({ block }) => block));
      draft = editDraft(draft, {
        span: { start, end: start + Math.floor(next() * 4) * (count % 2) },
        text: ['x', '- y\n\n', '', '[a]: b\n\n', '`'][Math.floor(next() * 5)]!,
      });
      if (count % 5 === 1 && draft.blocks.filter(({ block }) => before.has(block)).length > 100) kept++;
      assert.ok(written(draft) === written(parseDraft(draft.text)), `after edit ${count}`);
    }
    assert.ok(kept > 0);
  }).timeout(180_000);

  it('is read again after an edit around the place alone, be it where the reading ends', () => {
    for (const unit of ['- a\n\nb\n\n', '```\na\n```\n\n> a\nb\n']) {
      const draft = parseDraft(unit.repeat(1180_000 / unit.length));
      const cut = unreadIn(draft)!.start;
      const before = new Set(draft.blocks.map(({ block }) => block));
      for (const [start, text] of [
        [cut - 1, 'x'],
        [draft.text.indexOf('b\n', cut / 2), '## Heading of a part\n\n'],
        [cut + 100, 'x'],
      ] as const) {
        const edited = editDraft(draft, { span: { start, end: start }, text });
        const read = edited.blocks.filter(({ block }) => !before.has(block));
        assert.ok(read.length < 30, `${read.length} blocks after “${text}” at ${start} of ${cut}`);
      }
    }
  }).timeout(180_000);

  it('keeps the long lists and code behind a key, be they the last that are read', () => {
    for (const unit of ['- a b\n', '1. a\n', '    a\n']) {
      const draft = parseDraft(unit.repeat(16_000));
      const third = draft.blocks.at(-4)!;
      const change = { span: { start: third.start + 1_204, end: third.start + 1_204 }, text: 'x' };
      const edited = editDraft(draft, change);
      assert.ok(unreadIn(edited), unit);
      const before = new Set(draft.blocks.map(({ block }) => block));
      assert.equal(edited.blocks.filter(({ block }) => !before.has(block)).length, 1, unit);
      assert.ok(written(edited) === written(parseDraft(edited.text)), unit);
    }
  }).timeout(180_000);

  it('is not what a megabyte of prose is', () => {
    const text = `${'The library in Ashby lends books to people of all ages. '.repeat(8)}\n\n`.repeat(2_300);
    assert.equal(unreadIn(parseDraft(text)), undefined);
  });
});
