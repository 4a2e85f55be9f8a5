import assert from 'node:assert/strict';
import { marked } from './helpers';

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
