import assert from 'node:assert/strict';
import { quantitiesIn } from '../../src/evidence/quantities';

const numbers = (text: string): readonly string[] =>
  quantitiesIn(text).map(({ span }) => text.slice(span.start, span.end));

describe('A number that names a thing counts nothing', () => {
  for (const text of [
    'They have stopped the 47 bus.',
    'He comes on the 5 and 6 trams, or on the 31 or the 32 buses.',
    'The last 47 bus leaves at noon.',
    'Buses 47 and 48 pass the door, and so does line 12.',
    'Take bus service 12, or tram 4, from platform 3.',
    'It is off the A47 and the B1234.',
    'Rooms 4 and 5 are on floor 3, past gate 7.',
    'It is on page 12, and the warden is in flat 31.',
    'We rent 12 High Street and 3 Old Mill Lane.',
    'We rent 12 Princess Margaret Street and 14–16 High Street.',
  ])
    it(text, () => assert.deepEqual(numbers(text), []));

  for (const [text, counted] of [
    ['They have cut the 47 bus stops, and 12 buses.', ['47', '12']],
    ['We run 47 buses and 31 trams.', ['47', '31']],
    ['It was signed by 240 Ashby Road residents and 35 Market Place shops.', ['240', '35']],
  ] as const)
    it(`but counts here: ${text}`, () => assert.deepEqual(numbers(text), counted));
});
