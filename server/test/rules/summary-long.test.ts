import assert from 'node:assert/strict';
import { findings, marked } from './helpers';

describe('A summary', () => {
  const report = (words: number): string =>
    `---\nkind: report\n---\n\n# A\n\n## Executive summary\n\n${'word '.repeat(words)}\n\n## Purpose\n\n${'word '.repeat(900)}\n`;
  it('of a page is left alone, a longer one is told so', () => {
    assert.deepEqual(findings('summary-long', report(350)), []);
    assert.deepEqual(marked('summary-long', report(351)), ['## Executive summary']);
  });
});
