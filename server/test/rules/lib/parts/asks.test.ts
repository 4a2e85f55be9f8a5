import assert from 'node:assert/strict';
import { parseDraft } from '../../../../src/draft';
import data from '../../../../src/rules/data/asks.json';
import { asks } from '../../../../src/rules/lib/parts/asks';

const asksSomething = (text: string): boolean => asks(parseDraft(`${text}\n`).blocks[0]!.block);

describe('A phrase that asks', () => {
  for (const { phrase, right, wrong = [] } of data.asks) {
    for (const asked of right) it(`${phrase}: ${asked}`, () => assert.equal(asksSomething(asked), true));
    for (const told of wrong) it(`${phrase}, not: ${told}`, () => assert.equal(asksSomething(told), false));
  }
});
