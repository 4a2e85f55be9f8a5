import assert from 'node:assert/strict';
import { briefing, coverageOf, stateOf } from './support';

const on = (text: string) => coverageOf(briefing(`# Our libraries\n\n${text}`));

describe('Words in another sense', () => {
  for (const [topic, text] of [
    [
      'health-wellbeing',
      'Health visitors tell families of the free bag of books, and babies and parents sing together at the library.',
    ],
    [
      'isolation',
      'Every baby gets a bag of books from the library, and families who join in read with their babies at home more than they did.',
    ],
    ['education', 'Registrars at the library hand over the card with the birth certificate.'],
  ] as const)
    it(`argue nothing on ${topic}: “${text}”`, () => assert.notEqual(stateOf(on(text), topic), 'argued'));
});
