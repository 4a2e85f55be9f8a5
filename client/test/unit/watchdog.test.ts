import assert from 'node:assert/strict';
import { watch } from '../../src/server/watchdog';

const SECOND = 1000;

/** A server under watch, and a clock that goes as the test says. */
function watched(patience = () => 60 * SECOND, urges = false) {
  let now = 0;
  let look: (() => void) | undefined;
  const questions: (() => void)[] = [];
  let hung = 0;
  const { heard, end } = watch(
    {
      ask: () => new Promise<void>((resolve) => questions.push(resolve)),
      urges: () => urges,
      patience,
      hangs: () => hung++,
    },
    {
      now: () => now,
      every(_, callback) {
        look = callback;
        return () => {
          look = undefined;
        };
      },
    },
    2 * SECOND,
    10 * SECOND,
  );
  return {
    /** Lets time pass, with a look every two seconds. */
    async passes(seconds: number): Promise<void> {
      for (const end = now + seconds * SECOND; now < end; ) {
        now += 2 * SECOND;
        look?.();
        await Promise.resolve();
      }
    },
    /** Lets time pass in which nothing runs. */
    sleeps(seconds: number): void {
      now += seconds * SECOND;
      look?.();
    },
    async answers(): Promise<void> {
      questions.at(-1)!();
      await new Promise((resolve) => setImmediate(resolve));
    },
    heard,
    end,
    get questions() {
      return questions.length;
    },
    get hung() {
      return hung;
    },
  };
}

describe('A server that is watched', () => {
  it('is left alone as long as it answers, however late', async () => {
    const server = watched();
    for (let time = 1; time <= 20; time++) {
      await server.passes(10);
      assert.equal(server.questions, time);
      await server.passes(58);
      await server.answers();
    }
    assert.equal(server.hung, 0);
  });

  it('is asked at once where it was given something that it may hang on', async () => {
    const server = watched(() => 7 * SECOND, true);
    await server.passes(2);
    assert.equal(server.questions, 1);
    await server.passes(8);
    assert.equal(server.hung, 1);
  });

  it('is left alone as long as it answers anything else, as thousands of keys typed at once keep it busy', async () => {
    const server = watched(() => 7 * SECOND, true);
    await server.passes(2);
    for (let time = 0; time < 20; time++) {
      await server.passes(6);
      server.heard();
    }
    assert.equal(server.hung, 0);
    await server.passes(8);
    assert.equal(server.hung, 1);
  });

  it('hangs when it does not answer for a minute, and that is said once', async () => {
    const server = watched();
    await server.passes(10 + 60);
    assert.equal(server.hung, 0);
    await server.passes(2);
    assert.equal(server.hung, 1);
    await server.passes(600);
    assert.equal(server.hung, 1);
    assert.equal(server.questions, 1);
  });

  it('has longer where it has more to do', async () => {
    let patience = 60 * SECOND;
    const server = watched(() => patience);
    await server.passes(10 + 50);
    patience = 160 * SECOND;
    await server.passes(100);
    assert.equal(server.hung, 0);
    await server.passes(20);
    assert.equal(server.hung, 1);
  });

  it('does not hang because the computer slept', async () => {
    const server = watched();
    await server.passes(10);
    for (let time = 0; time < 5; time++) {
      server.sleeps(8 * 3600);
      await server.passes(2);
    }
    assert.equal(server.hung, 0);
    await server.answers();
    await server.passes(10);
    assert.equal(server.questions, 2);
  });

  it('is no more asked when the watch is over', async () => {
    const server = watched();
    server.end();
    await server.passes(100);
    assert.equal(server.questions, 0);
  });
});
