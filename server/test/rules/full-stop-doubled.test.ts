import assert from 'node:assert/strict';
import { fixed, marked } from './helpers';

describe('Two full stops', () => {
  const cases: readonly [text: string, marks: readonly string[]][] = [
    ['The van reaches 206 people..', ['..']],
    ['He said: “We have none.”.', ['.”.']],
    ['It opens at 10 a.m.. Come early.', ['..']],
    ['Visits rose by 4%.. Loans fell.', ['..']],
    ['- One (in May)..\n- Two.', ['..']],
    ['Loans rose.[^1]\n\n[^1]: Ashby Libraries, 2026..', ['..']],
    ['Loans rose.[^1]\n\n[^1]: Ashby Libraries, 2026....', ['....']],
    ['Loans rose.[^1]\n\n[^1]: Ashby Libraries, 2026.…', ['.…']],
    ['Loans rose.[^1]\n\n[^1]: Ashby Libraries, 2026 and later…', []],
    ['And so on... Come early.', []],
    ['And so on…. Come early.', []],
    ['It is in ../images, or in a/../b, and at v1..2.', []],
    ['Name ........ Date ........', []],
    ['`a..` is code.', []],
    ['It closes at 5 p.m.', []],
  ];
  for (const [text, marks] of cases)
    it(`${JSON.stringify(text)}: ${JSON.stringify(marks)}`, () =>
      assert.deepEqual(marked('full-stop-doubled', `${text}\n`), marks));

  it('become one', () => {
    assert.equal(
      fixed('full-stop-doubled', 'The van reaches *206* people..\n'),
      'The van reaches *206* people.\n',
    );
    const noted = (stops: string) => `Loans rose.[^1]\n\n[^1]: Ashby Libraries, 2026${stops}\n`;
    assert.equal(fixed('full-stop-doubled', noted('....')), noted('.'));
    assert.equal(fixed('full-stop-doubled', noted('.…')), noted('.'));
    assert.equal(fixed('full-stop-doubled', 'She said “yes.”. So do we.\n'), 'She said “yes.” So do we.\n');
  });
});
