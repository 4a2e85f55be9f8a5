import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Columns } from '../../src/coverage/columns';
import { TOPIC_COUNT } from '../../src/coverage/lexicon';
import type { Unit } from '../../src/coverage/units';
import { runs } from '../random-runs';

const unit = (seed: number): Unit => ({
  passages: [],
  numbers: Array.from({ length: 3 * TOPIC_COUNT + 2 }, (_, c) => seed + c / 100),
  strong: [],
  words: [seed % 3, 5 + (seed % 7)],
  named: 0,
  few: false,
  unwritten: false,
  makesCase: false,
  makesPromise: false,
  readings: [],
  library: false,
  partner: false,
  software: false,
  publicLibrary: false,
});

describe('The numbers of units in columns', () => {
  it('are those of the units after any change to them', () => {
    const change = fc.record({ at: fc.nat(60), remove: fc.nat(40), add: fc.nat(40) });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const columns = new Columns();
        let units: Unit[] = [];
        let made = 0;
        for (const { at, remove, add } of changes) {
          units = [...units];
          units.splice(at, remove, ...Array.from({ length: add }, () => unit(++made)));
          const { count, p, base, draft, top, making, words } = columns.of(units);
          assert.equal(count, units.length);
          for (const [i, { numbers }] of units.entries()) {
            const read = [...p, ...base, ...draft, top, making].map((column) => column[i]);
            assert.deepEqual(read, numbers);
          }
          const said = units.flatMap((one) => one.words);
          const counted = [...words].flatMap((times, word) => Array<number>(times).fill(word));
          assert.deepEqual(
            counted,
            said.toSorted((a, b) => a - b),
          );
        }
      }),
      { numRuns: runs(60) },
    );
  });

  it('are filled in anew when another draft was read in between', () => {
    const columns = new Columns();
    const [one, other] = [[unit(1), unit(2)], [unit(3)]];
    assert.equal(columns.of(one).top[1], columns.of(one).top[1]);
    const before = columns.of(one).top[1];
    assert.equal(columns.of(other).top[0], unit(3).numbers[3 * TOPIC_COUNT]);
    assert.equal(columns.of(one).top[1], before);
  });
});
