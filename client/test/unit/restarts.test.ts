import assert from 'node:assert/strict';
import { Restarts } from '../../src/server/restarts';

const MINUTE = 60_000;

describe('A server that ends', () => {
  const endsAt = (restarts: Restarts, ...times: number[]) =>
    times.map((time) => restarts.ended(time).restart);

  it('is started again four times, and not after the fifth end in three minutes', () => {
    assert.deepEqual(endsAt(new Restarts(), 0, 1000, 2000, 3000, 4000), [true, true, true, true, false]);
  });

  it('is always started again when it ends now and then', () => {
    const now = [0, 1, 2, 3, 4, 5, 6, 7].map((count) => count * MINUTE);
    assert.ok(endsAt(new Restarts(), ...now).every((restart) => restart));
  });

  it('says so at the first end, and again when it has been quiet for three minutes', () => {
    const restarts = new Restarts();
    const said = [0, 1000, 2000, 10 * MINUTE].map((time) => restarts.ended(time).firstInWindow);
    assert.deepEqual(said, [true, false, false, true]);
  });

  it('is given up after five ends as well where each of them took minutes to notice', () => {
    const restarts = new Restarts();
    const ends = [1, 2, 3, 4, 5].map((count) => restarts.ended(count * 2.5 * MINUTE, 2 * MINUTE).restart);
    assert.deepEqual(ends, [true, true, true, true, false]);
  });

  it('is counted anew when it was started by hand', () => {
    const restarts = new Restarts();
    endsAt(restarts, 0, 1, 2, 3, 4);
    restarts.forget();
    assert.deepEqual(endsAt(restarts, 5, 6), [true, true]);
  });
});
