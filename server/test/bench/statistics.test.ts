import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { better, compare, readBaseline, said, writtenBaseline } from '../../../bench/check';
import { type Measure, ratios } from '../../../bench/measures';
import { HELP, isWhole, planFor, readArguments } from '../../../bench/plan';
import { Hopeless, inTurn } from '../../../bench/rounds';
import { median, type Result, sampleOf, short } from '../../../bench/statistics';

const baselineOf = (ratios: Record<string, number>) => ({ machine: 'a machine', ratios });

describe('What the bench works out', () => {
  it('takes the middle one of several values, and the mean of two in the middle', () => {
    assert.equal(median([30, 1, 2]), 2);
    assert.equal(median([4, 1, 100, 2]), 3);
    assert.throws(() => median([]), RangeError);
    assert.deepEqual(sampleOf([5, 1, 9]), { median: 5, least: 1, most: 9, count: 3 });
  });

  it('prints no more digits than say something', () => {
    assert.deepEqual([0.0421, 0.996, 4.25, 9.96, 42.4, 1234567].map(short), [
      '0.04',
      '1.0',
      '4.3',
      '10',
      '42',
      '1,234,567',
    ]);
  });

  it('holds ours against each peer, and leaves out what was not measured', () => {
    const product = (id: string) => ({ id, name: id, version: '1' });
    const measure: Measure = {
      id: 'key',
      part: 'keys',
      title: 'A key',
      unit: 'ms',
      explained: '',
      products: [product('ours'), product('quick'), product('broken')],
      rows: [
        {
          label: '10 KB',
          results: new Map<string, Result>([
            ['ours', sampleOf([3])],
            ['quick', sampleOf([2])],
            ['broken', { failed: 'ended' }],
          ]),
        },
        { label: '1 MB', results: new Map([['quick', sampleOf([2])]]) },
      ],
    };
    assert.deepEqual([...ratios([measure])], [['key / 10 KB / quick', 1.5]]);
  });
});

describe('Measuring in turn', () => {
  it('has each go first once, all as often, and ends with the rounds', async () => {
    const order: string[] = [];
    const one = (id: string) => ({
      id,
      once: async () => {
        order.push(id);
        return 1;
      },
    });
    const results = await inTurn([one('a'), one('b'), one('c')], { rounds: 3, budget: 1e9 });
    assert.equal(order.join(''), 'abcbcacab');
    assert.deepEqual(results.get('b'), { median: 1, least: 1, most: 1, count: 3 });
  });

  it('goes on without one that fails, and says why', async () => {
    const results = await inTurn(
      [
        { id: 'well', once: async () => 2 },
        { id: 'ill', once: async (round) => (round === 1 ? Promise.reject(new Error('no more')) : 7) },
      ],
      { rounds: 4, budget: 1e9 },
    );
    assert.deepEqual(results.get('well'), { median: 2, least: 2, most: 2, count: 4 });
    assert.deepEqual(results.get('ill'), { failed: 'no more' });
  });

  it('tells what failed from what was not tried', async () => {
    const once = async () => Promise.reject(new Hopeless('too slow'));
    const results = await inTurn([{ id: 'slow', once }], { rounds: 2, budget: 1e9 });
    assert.deepEqual(results.get('slow'), { failed: 'too slow', hopeless: true });
  });

  it('lets one leave whose time is spent, but not before it was measured', async () => {
    const results = await inTurn([{ id: 'slow', once: async () => 2 }], { rounds: 9, budget: -1 });
    assert.deepEqual(results.get('slow'), { median: 2, least: 2, most: 2, count: 1 });
  });
});

describe('npm run bench -- --check', () => {
  it('names each ratio that is worse by more than a quarter, and no other', () => {
    const baseline = baselineOf({ 'key / 10 KB / x': 0.4, 'key / 1 MB / x': 0.4, 'word / 1 MB / x': 2 });
    const now = new Map([
      ['key / 10 KB / x', 0.5],
      ['key / 1 MB / x', 0.501],
      ['word / 1 MB / x', 0.1],
      ['start / 1 MB / x', 9],
    ]);
    const found = compare(baseline, now);
    assert.deepEqual(found.worse, [{ id: 'key / 1 MB / x', was: 0.4, is: 0.501 }]);
    assert.equal(found.compared, 3);
    assert.deepEqual(found.unknown, ['start / 1 MB / x']);
    assert.match(
      said(found.worse[0]!),
      /^key \/ 1 MB \/ x: ours is 0\.50 of the peer’s, and was 0\.40: 25 % worse$/,
    );
  });

  it('takes the better of two runs of each', () => {
    const both = better(
      new Map([
        ['a', 2],
        ['b', 1],
      ]),
      new Map([
        ['a', 1],
        ['b', 3],
      ]),
    );
    assert.deepEqual(
      [...both],
      [
        ['a', 1],
        ['b', 1],
      ],
    );
  });

  it('reads what it has written', () => {
    const json = writtenBaseline(
      'a machine',
      new Map([
        ['b', 0.123456],
        ['a', 12],
      ]),
    );
    assert.deepEqual(readBaseline(json), baselineOf({ a: 12, b: 0.123 }));
    assert.deepEqual(Object.keys(readBaseline(json).ratios), ['a', 'b']);
  });

  it('says so when the baseline is none', () => {
    for (const json of ['{}', '[]', 'null', '{ "ratios": { "a": 0 } }', '{ "ratios": { "a": "1" } }'])
      assert.throws(() => readBaseline(json), /baseline\.json has no ratios/);
  });
});

describe('The arguments of npm run bench', () => {
  it('choose parts, in the usual order', () => {
    assert.deepEqual(readArguments(['--only', 'word,keys']).parts, ['keys', 'word']);
    assert.deepEqual(readArguments(['--only=cli']).parts, ['cli']);
    assert.deepEqual(readArguments([]).parts, ['keys', 'cli', 'word']);
  });

  it('choose sizes, and then nothing is kept', () => {
    assert.deepEqual(readArguments(['--sizes', '1M,10k']).sizes, [10_000, 1_000_000]);
    assert.deepEqual(
      planFor(readArguments(['--sizes=1m'])).sizes.map(({ label }) => label),
      ['1 MB'],
    );
    assert.equal(isWhole(readArguments([])), true);
    assert.equal(isWhole(readArguments(['--full'])), true);
    for (const args of [['--sizes', '1m'], ['--only', 'keys'], ['--quick'], ['--check']])
      assert.equal(isWhole(readArguments(args)), false, args.join(' '));
  });

  it('choose the pace', () => {
    assert.equal(readArguments([]).pace, 'usual');
    assert.equal(readArguments(['--quick', '--check']).check, true);
    assert.equal(planFor(readArguments(['--full'])).files, 1_000);
    assert.equal(planFor(readArguments([])).sizes.at(-1)!.bytes, 10_000_000);
  });

  it('are refused with a line that says what is wrong', () => {
    const refused: [string[], RegExp][] = [
      [['--fast'], /no “--fast”/],
      [['keys'], /no “keys”/],
      [['--only'], /which after --only: keys, cli, word/],
      [['--only', '--quick'], /which after --only/],
      [['--sizes', ''], /which after --sizes: 10k, 100k, 1m, 10m/],
      [['--sizes', '1g'], /--sizes does not know “1g”/],
      [['--sizes', '1m', '--quick'], /only the sizes 10k and 100k/],
      [['--only', 'keys,typing'], /--only does not know “typing”/],
      [['--quick', '--full'], /one of/],
      [['--quick=1'], /takes no value/],
    ];
    for (const [args, says] of refused) assert.throws(() => readArguments(args), says, args.join(' '));
  });

  it('that are wrong end it with 2, before anything is installed or measured', () => {
    const root = join(__dirname, '../../..');
    const main = ['--import', 'tsx', join(root, 'bench/main.ts'), '--only', 'typing'];
    const { status, stdout, stderr } = spawnSync(process.execPath, main, { cwd: root, encoding: 'utf8' });
    assert.deepEqual(
      [status, stdout, stderr],
      [2, '', '--only does not know “typing”, only keys, cli, word.\n'],
    );
  });

  it('are all in the help', () => {
    for (const name of ['--only', '--sizes', '--quick', '--full', '--check', '--help'])
      assert.ok(HELP.includes(name), name);
  });
});
