import assert from 'node:assert/strict';
import { parseDraft } from '../../../../src/draft';
import { ASK_PHRASES, asks } from '../../../../src/rules/lib/parts/asks';

const asksSomething = (text: string): boolean => asks(parseDraft(`${text}\n`).blocks[0]!.block);

describe('A phrase that asks', () => {
  for (const { phrase, asks: sentence, tells } of ASK_PHRASES) {
    it(`${phrase}: ${sentence}`, () => assert.equal(asksSomething(sentence), true));
    if (tells !== undefined) it(`${phrase}, not: ${tells}`, () => assert.equal(asksSomething(tells), false));
  }
});
