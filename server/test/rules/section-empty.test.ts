import assert from 'node:assert/strict';
import { fixed, marked } from './helpers';

describe('A section with nothing in it', () => {
  const cases: readonly [string, readonly string[]][] = [
    ['# A\n\n## B\n\n## C\n\nText.\n', ['## B']],
    ['# A\n\n## B\n\n### C\n\nText.\n', []],
    ['# A\n\n## B\n\n<!-- to do -->\n\n## C\n\n- One\n', ['## B']],
    ['# A\n\nText.\n\n## B\n', ['## B']],
    ['# A\n', []],
    // A committee above the title, and the end of a press release.
    ['# Scrutiny Committee, 9 October\n\n# A\n\n## B\n\nText.\n', []],
    ['# A\n\nText.\n\n# C\n\n## B\n\nText.\n', []],
    ['# A\n\n# C\n\n# B\n\nText.\n', ['# A', '# C']],
    ['# A\n\nText.\n\n### Ends\n\n### Notes\n\nText.\n', []],
    ['## Scrutiny Committee, 9 October\n\n# A\n\n## B\n\nText.\n', []],
    ['## Embargoed until 9 October\n\n# A\n\nText.\n', []],
    ['# A\n\n## FOR IMMEDIATE RELEASE\n\n## B\n\nText.\n', []],
    ['# A\n\n## Press release plan\n\n## B\n\nText.\n', ['## Press release plan']],
    ['---\nkind: press-release\n---\n\n# A\n\n## Press release 12\n\n## B\n\nText.\n', []],
    ['# A\n\n## Immediate release of £40,000\n\n## B\n\nText.\n', ['## Immediate release of £40,000']],
    // A line that says more of the title.
    ['# A\n\n### For the fund’s panel\n\n## B\n\nText.\n', []],
    ['# A\n\nText.\n\n### C\n\n## B\n\nText.\n', ['### C']],
    ['# A\n\n## B\n\n### C\n\n## D\n\nText.\n', ['### C']],
    ['# A\n\n## B\n\n| x |\n| - |\n| y |\n', []],
  ];
  for (const [text, words] of cases) {
    it(`${JSON.stringify(text)}: ${JSON.stringify(words)}`, () =>
      assert.deepEqual(marked('section-empty', text), words));
  }
});

describe('A section with nothing in it can', () => {
  const empty = '---\nkind: report\n---\n\n# A\n\n## Equality implications\n\n## B\n\nText.\n';

  it('have what belongs there inserted, to be filled in', () => {
    const after = fixed('section-empty', empty);
    assert.match(after, /^## Equality implications\n\n[^#\n]*\[[^\]\n]+\][^#]*\n\n## B$/m);
    assert.deepEqual(marked('section-empty', after), []);
  });

  it('have a place for its text, where its heading names no part of such papers', () => {
    assert.equal(
      fixed('section-empty', '# A\n\nText.\n\n## Our herring\n'),
      '# A\n\nText.\n\n## Our herring\n\n[insert text]\n',
    );
    assert.equal(
      fixed('section-empty', '# A\r\n\r\n## Our herring\r\n\r\n## B\r\n\r\nText.\r\n'),
      '# A\r\n\r\n## Our herring\r\n\r\n[insert text]\r\n\r\n## B\r\n\r\nText.\r\n',
    );
  });

  for (const [where, text, after] of [
    ['before another', '# A\n\nText.\n\n## B\n\n## C\n\nText.\n', '# A\n\nText.\n\n## C\n\nText.\n'],
    ['without a blank line', '# A\n\nText.\n## B\n## C\nText.\n', '# A\n\nText.\n## C\nText.\n'],
    ['at the end', '# A\n\nText.\n\n## B\n', '# A\n\nText.\n'],
    ['at the beginning', '# A\n\n# B\n\n# C\n\nText.\n', '# B\n\n# C\n\nText.\n'],
  ] as const) {
    it(`be taken out ${where}`, () => assert.equal(fixed('section-empty', text, { fix: 1 }), after));
  }
});
