import assert from 'node:assert/strict';
import fc from 'fast-check';
import { printedQuotes, typedQuotes } from '../../src/text/printed-quotes';
import { processorSeconds } from '../processor-time';
import { runs } from '../random-runs';

const PRINTED: readonly (readonly [typed: string, printed: string])[] = [
  [`We're told it's "good".`, 'We’re told it’s “good”.'],
  [`the readers' choice, the 1990's and Ashby's`, 'the readers’ choice, the 1990’s and Ashby’s'],
  [`'Yes,' she said. 'No.'`, '‘Yes,’ she said. ‘No.’'],
  [`"He said 'no' to us," she said.`, '“He said ‘no’ to us,” she said.'],
  [`"'No' is what he said."`, '“‘No’ is what he said.”'],
  [`in the '90s, rock 'n' roll and 'tis`, 'in the ’90s, rock ’n’ roll and ’tis'],
  [`the class of '24`, 'the class of ’24'],
  [`("one") ["two"] —"three"`, '(“one”) [“two”] —“three”'],
  [`"We lent 12" and "We lent 9"`, '“We lent 12” and “We lent 9”'],
  [`a 42" screen, 6' 2" tall`, `a 42" screen, 6' 2" tall`],
  [`all '24 hours' of it`, 'all ‘24 hours’ of it'],
  [`a " on its own ' here`, `a " on its own ' here`],
  [`“as it was” isn't`, '“as it was” isn’t'],
];

describe('Quotation marks and apostrophes that were typed', () => {
  for (const [typed, printed] of PRINTED)
    it(`are printed: ${printed}`, () => assert.equal(printedQuotes(typed), printed));

  it('are as many as they were, and the same where they are typed again', () => {
    const text = fc.string({ unit: fc.constantFrom('"', "'", ' ', 'a', '1', '-', '“', '’', '(', '\n') });
    fc.assert(
      fc.property(text, (typed) => {
        const printed = printedQuotes(typed);
        assert.equal(printed.length, typed.length);
        assert.equal(typedQuotes(printed), typedQuotes(typed));
        assert.equal(printedQuotes(printed), printed);
      }),
      { numRuns: runs(1000) },
    );
  });

  it('are printed in no time, however many there are', async () => {
    const seconds = await processorSeconds(() => {
      for (const typed of [`'a `, `"`, `'`, ` "`, `a' 'b `]) printedQuotes(typed.repeat(300_000));
    });
    assert.ok(seconds < 10, `${seconds} s`);
  });
});
