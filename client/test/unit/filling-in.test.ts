import assert from 'node:assert/strict';
import type * as fillingIn from '../../src/filling-in/filling-in';
import { requireWithout } from './without-vscode';

const { spansAfter } = requireWithout<typeof fillingIn>('../../src/filling-in/filling-in', {});

describe('What is being filled in', () => {
  const SPANS = [
    { start: 3, end: 10 },
    { start: 20, end: 27 },
  ];
  for (const [what, change, expected] of [
    ['is what was typed in its place', [3, 7, 'Ashby'], '3-8 18-25'],
    ['is what is typed on behind it', [27, 0, '!'], '3-10 20-28'],
    ['is nothing, where it was deleted', [20, 7, ''], '3-10 20-20'],
    ['moves with what is changed before it', [0, 2, ''], '1-8 18-25'],
    ['stays where something behind it is changed', [30, 4, 'x'], '3-10 20-27'],
    ['is over where a new line is begun', [10, 0, '\n'], 'over'],
    ['is over where a change reaches out of it', [8, 4, ''], 'over'],
  ] as const)
    it(what, () => {
      const [rangeOffset, rangeLength, text] = change;
      const after = spansAfter(SPANS, { rangeOffset, rangeLength, text });
      assert.equal(after?.map(({ start, end }) => `${start}-${end}`).join(' ') ?? 'over', expected);
    });
});
