import assert from 'node:assert/strict';
import fc from 'fast-check';
import { runs } from '../../random-runs';
import { findings } from '../helpers';
import { RULE, table } from './cases';

describe('A table of numbers', () => {
  /** How a number may be written. */
  const styles = fc.record({
    pound: fc.boolean(),
    commas: fc.boolean(),
    bold: fc.boolean(),
    spaces: fc.constantFrom('', ' ', '   '),
    label: fc.constantFrom('Total', 'TOTAL', 'All', 'Overall', 'Grand total', 'Totals:', 'Total (net)'),
    align: fc.constantFrom('---', '---:', ':---:'),
    empty: fc.constantFrom('-', '–', 'nil', '0'),
  });
  const cells = fc
    .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 3 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 99_999 }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
  type Style = typeof styles extends fc.Arbitrary<infer T> ? T : never;

  function written(
    numbers: readonly (readonly number[])[],
    style: Style,
    totals: readonly number[],
    across: boolean,
  ): string {
    const digits = (value: number): string => {
      const text = style.commas ? value.toLocaleString('en-GB') : String(value);
      return value === 0 ? style.empty : `${style.pound ? '£' : ''}${text}`;
    };
    const row = (label: string, values: readonly number[], bold: boolean): string => {
      const all = across ? [...values, values.reduce((sum, value) => sum + value, 0)] : values;
      const mark = bold && style.bold ? '**' : '';
      return `|${[label, ...all.map(digits)].map((cell) => `${style.spaces}${mark}${cell}${mark}${style.spaces}`).join('|')}|`;
    };
    const names = ['Books', 'Films', 'Games'].slice(0, totals.length);
    const head = ['Site', ...names, ...(across ? ['Total'] : [])];
    return [
      `| ${head.join(' | ')} |`,
      `|${head.map(() => ` ${style.align} `).join('|')}|`,
      ...numbers.map((values, index) => row(`Site ${String.fromCharCode(65 + index)}`, values, false)),
      row(style.label, totals, true),
      '',
    ].join('\n');
  }

  const sums = (numbers: readonly (readonly number[])[]): readonly number[] =>
    numbers[0]!.map((_, column) => numbers.reduce((sum, values) => sum + values[column]!, 0));

  it('that is right has no finding, however it is written', () => {
    fc.assert(
      fc.property(cells, styles, fc.boolean(), (numbers, style, across) => {
        const text = written(numbers, style, sums(numbers), across);
        assert.deepEqual(
          findings(RULE, text).map(({ message }) => message),
          [],
          text,
        );
      }),
      { numRuns: runs(300) },
    );
  });

  it('in which one number is changed by more than rounding has one', () => {
    fc.assert(
      fc.property(
        cells,
        styles,
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 5, max: 90 }),
        (numbers, style, rowAt, columnAt, change) => {
          const [row, column] = [rowAt % numbers.length, columnAt % numbers[0]!.length];
          // Of a column of one number and nothing else there is no sum.
          fc.pre(numbers.every((values) => values.every((value) => value > 100)));
          const totals = sums(numbers);
          const changed = numbers.map((values, at) =>
            at === row ? values.map((value, index) => (index === column ? value + change : value)) : values,
          );
          assert.notDeepEqual(findings(RULE, written(changed, style, totals, false)), []);
        },
      ),
      { numRuns: runs(300) },
    );
  });

  it('has no finding for shares that are rounded or cut off', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 900 })), {
          minLength: 3,
          maxLength: 8,
        }),
        fc.integer({ min: 0, max: 2 }),
        fc.boolean(),
        (pairs, places, cut) => {
          const share = (part: number, whole: number): string => {
            const value = (100 * part) / whole;
            return (cut ? Math.floor(value * 10 ** places) / 10 ** places : value).toFixed(places);
          };
          const rows = pairs.map(([a, b], index) => {
            const [part, whole] = a < b ? [a, b] : [b, a];
            return `Site ${index} | ${whole} | ${part} | ${share(part, whole)}%`;
          });
          assert.deepEqual(findings(RULE, table('Site | Joined | Finished | Rate', ...rows)), []);
          for (const [a, b] of pairs) {
            const [part, whole] = a < b ? [a, b] : [b, a];
            assert.deepEqual(
              findings(RULE, `Of all, ${part} of the ${whole} invited (${share(part, whole)}%) came.\n`),
              [],
            );
          }
        },
      ),
      { numRuns: runs(100) },
    );
  });

  const counts = fc.array(fc.integer({ min: 12, max: 900 }), { minLength: 3, maxLength: 7 });
  const total = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0);

  it('is a list that comes to what its lead says, or to nearly that and is told', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: -40, max: 40 }), fc.boolean(), (parts, off, front) => {
        const whole = total(parts) + off;
        const item = (part: number, at: number): string =>
          front ? `- ${part} came by way ${'abcdefg'[at]}` : `- By way ${'abcdefg'[at]} (${part})`;
        const text = `We heard from ${whole} people:\n\n${parts.map(item).join('\n')}\n`;
        const near = off !== 0 && Math.abs(off) <= 0.06 * whole && !/^(?:1[5-9]|20)\d\d$/.test(String(whole));
        assert.equal(findings(RULE, text).length, near ? 1 : 0, text);
      }),
      { numRuns: runs(200) },
    );
  });

  it('has no finding for a rise in per cent that follows from its row, however it is rounded', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2100, max: 90_000 }),
        fc.integer({ min: 2100, max: 90_000 }),
        fc.integer({ min: 0, max: 2 }),
        (before, after, places) => {
          const change = ((100 * Math.abs(after - before)) / before).toFixed(places);
          const text = `Loans ${after > before ? 'rose' : 'fell'} by ${change}%.\n\n`;
          assert.deepEqual(
            findings(
              RULE,
              text + table('What | 2023 | 2024', `Loans | ${before} | ${after}`, 'Films | 7 | 9'),
            ),
            [],
          );
        },
      ),
      { numRuns: runs(200) },
    );
  });

  it('never makes it stumble, whatever is in it', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(
            fc.constantFrom(
              '1',
              '£2',
              '(3)',
              '4%',
              'n/a',
              '',
              'Total',
              '-',
              '5.5',
              '1,000',
              '9'.repeat(40),
              'x',
              '*6*',
              '7 (8%)',
            ),
            { minLength: 1, maxLength: 6 },
          ),
          { minLength: 1, maxLength: 8 },
        ),
        (rows) => {
          findings(RULE, table(...rows.map((row) => row.join(' | '))));
        },
      ),
      { numRuns: runs(200) },
    );
  });
});
