import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Debouncer } from '../../../src/features/diagnostics/debouncer';
import { ManualClock } from '../clock';

/** `work`: how many ms an answer takes, in which nothing else happens. */
function typist(work = 0) {
  const clock = new ManualClock();
  const answers: { at: number; key: string }[] = [];
  const debouncer = new Debouncer((key) => {
    clock.pass(work);
    answers.push({ at: clock.now(), key });
  }, clock);
  return { clock, debouncer, answers };
}

describe('The pace of answers', () => {
  it('answers the first key after a rest at once', () => {
    const { clock, debouncer, answers } = typist();
    debouncer.changed('a');
    clock.advance(1);
    assert.equal(answers.length, 1);
    clock.advance(500);
    debouncer.changed('a');
    clock.advance(1);
    assert.equal(answers.length, 2);
  });

  for (const gap of [16, 20, 30, 35]) {
    for (const work of [0, 2, 5, 8, 11.9, 15, 18, 30, 60]) {
      it(`answers ten keys ${gap} ms apart twice, at once and after the last, if an answer takes ${work} ms`, () => {
        const { clock, debouncer, answers } = typist(work);
        let last = 0;
        for (let i = 0; i < 10; i++) {
          clock.advance(i * gap - clock.now());
          last = clock.now();
          debouncer.changed('a');
        }
        clock.advance(1000);
        assert.equal(answers.length, 2);
        assert.ok(answers[0]!.at <= work + 1);
        assert.ok(answers[1]!.at > last && answers[1]!.at - last < 45 + work);
      });
    }
  }

  it('answers a fast burst sooner than one as slow as a key that is held down', () => {
    const waited = (gap: number): number => {
      const { clock, debouncer, answers } = typist();
      for (let i = 0; i < 10; i++) {
        clock.advance(i * gap - clock.now());
        debouncer.changed('a');
      }
      const last = clock.now();
      clock.advance(1000);
      assert.equal(answers.length, 2);
      return answers[1]!.at - last;
    };
    assert.ok(waited(20) < 28, `${waited(20)} ms`);
    assert.ok(waited(33) >= 40, `${waited(33)} ms`);
  });

  it('answers keys twice that were typed while a long answer was worked out', () => {
    const { clock, debouncer, answers } = typist(110);
    debouncer.changed('a');
    clock.advance(1);
    // Five keys waited for the answer and are handled right after it, four come later.
    for (let i = 0; i < 5; i++) {
      clock.advance(1);
      debouncer.changed('a');
    }
    for (let i = 0; i < 4; i++) {
      clock.advance(20);
      debouncer.changed('a');
    }
    clock.advance(1000);
    assert.equal(answers.length, 2);
  });

  it('answers each key of somebody who types slowly at once', () => {
    const { clock, debouncer, answers } = typist();
    for (let i = 1; i <= 20; i++) {
      debouncer.changed('a');
      clock.advance(1);
      assert.equal(answers.length, i);
      clock.advance(80);
    }
  });

  for (const work of [0, 3, 9, 20, 100]) {
    it(`soon answers a program at once that waits for each answer, if an answer takes ${work} ms`, () => {
      const { clock, debouncer, answers } = typist(work);
      const times: number[] = [];
      for (let i = 1; i <= 20; i++) {
        const start = clock.now();
        debouncer.changed('a');
        while (answers.length < i) clock.advance(0.5);
        times.push(answers[i - 1]!.at - start - work);
        clock.advance(2);
      }
      assert.ok(times[0]! < 1);
      assert.ok(
        times.slice(5).every((time) => time < 1),
        times.join(' '),
      );
    });
  }

  it('takes the next for a typist again after such a program', () => {
    for (const rest of [15, 100]) {
      const { clock, debouncer, answers } = typist(3);
      for (let i = 1; i <= 20; i++) {
        debouncer.changed('a');
        while (answers.length < i) clock.advance(0.5);
        clock.advance(2);
      }
      clock.advance(rest);
      for (let i = 0; i < 10; i++) {
        debouncer.changed('a');
        clock.advance(20);
      }
      clock.advance(1000);
      assert.ok(answers.length <= 22, `${answers.length - 20} answers after ${rest} ms`);
    }
  });

  it('waits as long as ever for somebody who types on whenever the answer is there', () => {
    const { clock, debouncer, answers } = typist(5);
    for (let burst = 0; burst < 20; burst++) {
      for (let i = 0; i < 6; i++) {
        debouncer.changed('a');
        clock.advance(30);
      }
      clock.advance(60);
    }
    assert.equal(answers.length, 40);
  });

  it('answers changes that arrive together once', () => {
    const { clock, debouncer, answers } = typist();
    for (let i = 0; i < 50; i++) debouncer.changed('a');
    clock.advance(1000);
    assert.equal(answers.length, 1);
  });

  it('lets one document not wait for another', () => {
    const { clock, debouncer, answers } = typist();
    debouncer.changed('a');
    clock.advance(20);
    debouncer.changed('a');
    debouncer.changed('b');
    clock.advance(1);
    assert.deepEqual(
      answers.map(({ key }) => key),
      ['a', 'b'],
    );
  });

  it('answers at once when a document is saved in the middle of a burst, and then no more', () => {
    const { clock, debouncer, answers } = typist();
    debouncer.changed('a');
    clock.advance(20);
    debouncer.changed('a');
    debouncer.flush('a');
    assert.equal(answers.length, 2);
    clock.advance(1000);
    debouncer.flush('a');
    assert.equal(answers.length, 2);
  });

  it('answers no more after a document was closed, and lets those go who wait', async () => {
    const { clock, debouncer, answers } = typist();
    debouncer.changed('a');
    clock.advance(20);
    debouncer.changed('a');
    const waiting = debouncer.settled('a');
    debouncer.forget('a');
    clock.advance(1000);
    await waiting;
    assert.equal(answers.length, 1);
  });

  it('lets a request wait for the end of the burst, and not at all after a rest', async () => {
    const { clock, debouncer, answers } = typist();
    await debouncer.settled('a');
    debouncer.changed('a');
    clock.advance(20);
    debouncer.changed('a');
    let settled = false;
    const waiting = debouncer.settled('a').then(() => {
      settled = true;
    });
    await Promise.resolve();
    assert.equal(settled, false);
    clock.advance(1000);
    await waiting;
    assert.equal(answers.length, 2);
    await debouncer.settled('a');
  });

  it('lets waiting requests go even when the answer fails', async () => {
    const clock = new ManualClock();
    const debouncer = new Debouncer(() => {
      throw new Error('no');
    }, clock);
    debouncer.changed('a');
    const waiting = debouncer.settled('a');
    assert.throws(() => clock.advance(1));
    await waiting;
  });

  it('whatever is typed, answers the last key within 60 ms, and never more often than there are keys', () => {
    const gaps = fc.array(fc.double({ min: 0, max: 120, noNaN: true }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(gaps, (given) => {
        const { clock, debouncer, answers } = typist();
        for (const gap of given) {
          clock.advance(gap);
          debouncer.changed('a');
        }
        const last = clock.now();
        clock.advance(1000);
        const end = answers.at(-1)!.at;
        assert.ok(end >= last && end - last < 60);
        assert.ok(answers.length <= given.length);
      }),
    );
  });
});
