import assert from 'node:assert/strict';
import { until } from '../../../scripts/vscode-host/until.mjs';

describe('What a test of the window waits for', () => {
  const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

  it('is looked for again where the machine stood still until the time was over', async () => {
    let looks = 0;
    const found = await until(
      'the second look',
      async () => {
        if (looks++ === 0) await pause(30);
        return looks > 1 && looks;
      },
      10,
    );
    assert.equal(found, 2);
  });

  it('is given up in the end, with what was in the way', async () => {
    const look = () => Promise.reject(new Error('it is hidden'));
    await assert.rejects(until('the box', look, 10), /^Error: Waited in vain for the box: it is hidden$/);
  });
});
