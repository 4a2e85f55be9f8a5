import assert from 'node:assert/strict';
import { SaxesParser } from 'saxes';
import { growth } from '../../../bench/growth';
import type { Findings, Measure } from '../../../bench/measures';
import { apart, decades } from '../../../bench/plot';
import { report } from '../../../bench/report';
import { type Result, sampleOf } from '../../../bench/statistics';

const products = [
  { id: 'ours', name: 'Ours', version: '1' },
  { id: 'peer', name: 'A & <Peer>', version: '2', note: 'checks less.' },
];
const results = (ours: Result, peer?: Result) =>
  new Map<string, Result>([['ours', ours], ...(peer ? [['peer', peer] as const] : [])]);
const measure: Measure = {
  id: 'key',
  part: 'keys',
  title: 'A key',
  unit: 'ms',
  explained: 'From a key to its diagnostics.',
  products,
  rows: [
    { label: '10 KB', results: results(sampleOf([2, 2.2, 2.1]), sampleOf([8.4])) },
    { label: '100 KB', results: results(sampleOf([3]), { failed: 'no diagnostics in 90 s' }) },
    { label: '1 MB', results: results(sampleOf([1234])) },
  ],
};
const findings: Findings = { measures: [measure], bursts: new Map(), notes: ['A note.'] };
const machine = {
  system: 'Linux 6',
  processor: 'A processor',
  cores: 2,
  memory: 23.6,
  node: '20.1.0',
  date: '2026-11-25',
  load: [0.2, 1.4] as const,
};
const sizes = [10_000, 100_000, 1_000_000].map((bytes, index) => ({
  label: ['10 KB', '100 KB', '1 MB'][index]!,
  bytes,
  starts: 1,
  keys: 1,
  bursts: 1,
  runs: 1,
  limit: 1_000,
}));

describe('The report of the bench', () => {
  const text = report(machine, findings);

  it('has a row for each size with the ratio to each peer', () => {
    assert.ok(text.includes('| Draft | Ours | A & <Peer> |\n| --- | ---: | ---: |\n'));
    assert.ok(text.includes('| 10 KB | **2.1 [2.0–2.2]** | 8.4 (4.0 ×) |\n'));
  });

  it('says where something failed or was not measured, and why', () => {
    assert.ok(text.includes('| 100 KB | **3.0** | failed |\n| 1 MB | **1,234** | – |\n'));
    const hopeless = {
      ...measure,
      rows: [{ label: '1 MB', results: results(sampleOf([1]), { failed: 'x', hopeless: true }) }],
    };
    assert.ok(
      report(machine, { ...findings, measures: [hopeless] }).includes('| 1 MB | **1.0** | not tried |'),
    );
    assert.ok(text.includes('- A & <Peer>, 100 KB: no diagnostics in 90 s.\n- A note.\n'));
  });

  it('names the machine and the versions', () => {
    assert.ok(
      text.includes('2026-11-25, Node 20.1.0 on Linux 6, A processor, 2 cores, 24 GB. Load 0.2 before'),
    );
    assert.ok(text.includes('- **A & <Peer>**: 2; checks less.\n'));
  });

  it('says when others were at work on the machine', () => {
    assert.ok(!text.includes('Others were at work'));
    assert.ok(report({ ...machine, load: [3.1, 4] }, findings).includes('Others were at work'));
  });

  it('tells how diagnostics came in a burst', () => {
    const burst = { ...measure, id: 'burst' };
    const shape = { publishes: 2, inOrder: true, lastIsLast: true };
    const wrong = { publishes: 10, inOrder: false, lastIsLast: false };
    const bursts = new Map([
      [
        '10 KB',
        new Map([
          ['ours', shape],
          ['peer', wrong],
        ]),
      ],
    ]);
    const told = report(machine, { measures: [burst], bursts, notes: [] });
    assert.ok(told.includes('| 10 KB | 2, in order | 10, **out of order**, **the last for an old text** |'));
  });
});

describe('The plot of the bench', () => {
  const svg = growth([measure], sizes)!;

  it('is well-formed, and says in words what it shows', () => {
    const elements: string[] = [];
    const parser = new SaxesParser();
    parser.on('error', (error) => assert.fail(error));
    parser.on('opentag', ({ name }) => elements.push(name));
    parser.write(svg).close();
    assert.equal(elements[0], 'svg');
    assert.match(svg, /^<svg [^>]*role="img" aria-labelledby="title description"/);
    assert.match(svg, /<title id="title">How the time/);
    assert.match(svg, /<desc id="description">[^<]*A key, A &amp; &lt;Peer&gt;: 8\.4 ms\./);
    assert.match(svg, /<desc id="description">[^<]*A key, Ours: 2\.1, 3\.0, 1,234 ms\./);
  });

  it('places what is ten times as much one step higher, and what was not measured nowhere', () => {
    const [ours, ...others] = [...svg.matchAll(/<polyline points="([^"]*)"/g)]
      .map(([, points]) => points!.split(' ').map((point) => point.split(',').map(Number)))
      .reverse() as [number[][], ...number[][][]];
    const line = new Map(
      [...svg.matchAll(/y="([\d.]+)" text-anchor="end">([\d,.]+)</g)].map(([, y, value]) => [
        Number(value!.replaceAll(',', '')),
        Number(y) - 4,
      ]),
    );
    const step = line.get(1)! - line.get(10)!;
    const expected = (value: number): number => line.get(1)! - Math.log10(value) * step;
    for (const [index, value] of [2.1, 3, 1234].entries())
      assert.ok(Math.abs(ours[index]![1]! - expected(value)) < 0.3, `${value}`);
    assert.ok(Math.abs(ours[1]![0]! - ours[0]![0]! - (ours[2]![0]! - ours[1]![0]!)) < 0.3);
    assert.deepEqual(
      others.map((points) => points.length),
      [1],
    );
  });

  it('has powers of ten around the values, and labels that do not lie on each other', () => {
    assert.deepEqual(decades([2, 80]), [1, 10, 100]);
    assert.deepEqual(decades([10]), [10, 100]);
    assert.deepEqual(apart([50, 52, 10], 0, 100), [50, 66, 10]);
    assert.deepEqual(apart([98, 99], 0, 100), [84, 100]);
  });

  it('is not drawn of one size', () => {
    assert.equal(growth([measure], sizes.slice(0, 1)), undefined);
  });
});
