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
    [
      'reading',
      'Older people who fall often lose their confidence and do not go out any more. Our weekly strength and balance class helps them to stay steady. The card reader at the door counts those who come.',
    ],
    [
      'reading',
      'We want adult social care to refer people to our balance class. The reader of this paper sees fewer falls for it.',
    ],
    ['education', 'Registrars at the library hand over the card with the birth certificate.'],
  ] as const)
    it(`argue nothing on ${topic}: “${text}”`, () => assert.notEqual(stateOf(on(text), topic), 'argued'));

  for (const text of [
    'The card reader at the door counts those who come to the falls class.',
    'Readers of this report will see that falls have become fewer.',
    'Any reader will ask what a fall costs adult social care.',
  ])
    it(`do not mention reading: “${text}”`, () => assert.equal(stateOf(on(text), 'reading'), 'missing'));

  it('but who reads books is a reader', () =>
    assert.notEqual(
      stateOf(on('Each year the library wins new readers among people who live alone.'), 'reading'),
      'missing',
    ));
});
