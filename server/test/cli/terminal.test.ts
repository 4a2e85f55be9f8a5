import assert from 'node:assert/strict';
import { Progress, styleFor, wrap } from '../../src/cli/terminal';

describe('the terminal', () => {
  const colours: readonly [
    name: string,
    isTTY: boolean,
    environment: Record<string, string>,
    expected: boolean,
  ][] = [
    ['a terminal', true, {}, true],
    ['a pipe', false, {}, false],
    ['NO_COLOR', true, { NO_COLOR: '1' }, false],
    ['NO_COLOR that is empty', true, { NO_COLOR: '' }, true],
    ['a terminal that knows nothing', true, { TERM: 'dumb' }, false],
  ];
  for (const [name, isTTY, environment, expected] of colours) {
    it(`has ${expected ? 'colour' : 'no colour'} with ${name}`, () => {
      const style = styleFor({ isTTY }, environment);
      assert.equal(style.red('x'), expected ? '\u001b[31mx\u001b[39m' : 'x');
      assert.equal(style.width, isTTY ? 80 : undefined);
    });
  }

  it('has lines that are neither too long nor too short to read', () => {
    const widthAt = (columns: number) => styleFor({ isTTY: true, columns }, {}).width;
    assert.deepEqual([0, 20, 100, 300].map(widthAt), [80, 40, 100, 110]);
    assert.equal(wrap('one two three', 9, 2), 'one two\n  three');
    assert.equal(wrap('one averylongword two', 9, 2), 'one\n  averylongword\n  two');
    assert.equal(wrap('one two three', undefined, 2), 'one two three');
  });

  describe('shows progress', () => {
    const run = (isTTY: boolean) => {
      let now = 1000;
      const output: string[] = [];
      const write = (text: string) => output.push(text);
      const progress = new Progress({ isTTY, columns: 40, write }, 'Checking', () => now);
      const at = (ms: number): void => {
        now = 1000 + ms;
      };
      return { output, at, progress };
    };

    it('on a terminal from half a second on, not so often that it flickers, and wipes it', () => {
      const { output, at, progress } = run(true);
      at(499);
      progress.step(4, 200, 'a.md');
      progress.clear();
      assert.deepEqual(output, [], 'there is nothing to wipe');
      at(500);
      progress.step(11, 200, 'a.md');
      at(599);
      progress.step(12, 200, 'b.md');
      at(600);
      progress.step(13, undefined, 'a very long name that does not fit in the line.md');
      progress.clear();
      assert.deepEqual(output, [
        '\r\u001b[KChecking 12 of 200: a.md',
        '\r\u001b[KChecking 14: a very long name that does',
        '\r\u001b[K',
      ]);
    });

    it('never to a pipe', () => {
      const { output, at, progress } = run(false);
      at(5000);
      progress.step(1, 2, 'a.md');
      progress.clear();
      assert.deepEqual(output, []);
    });
  });
});
