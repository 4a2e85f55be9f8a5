import type { Measure } from './measures';
import type { SizePlan } from './plan';
import { type Panel, plot } from './plot';
import { measured, short } from './statistics';

const GROWING = ['key', 'check', 'word'];

/** The alternative text of the picture. */
export const GROWTH_ALT =
  'How the time for a key, a check and a Word document grows with the length of the draft';

/** A picture of how the time of each program grows with the size of the draft; undefined for a single size. */
export function growth(measures: readonly Measure[], sizes: readonly SizePlan[]): string | undefined {
  if (sizes.length < 2) return undefined;
  const shown = measures.filter(({ id }) => GROWING.includes(id));
  const families = [...new Set(shown.flatMap(({ products }) => products.map(({ id }) => familyOf(id))))];
  const panels: Panel[] = shown.map(({ title, unit, products, rows }) => ({
    title,
    unit,
    series: products.map(({ id, name }) => ({
      name,
      style: families.indexOf(familyOf(id)),
      points: sizes.flatMap(({ label, bytes }) => {
        const result = rows.find((row) => row.label === label)?.results.get(id);
        return measured(result) ? [{ x: bytes, y: result.median }] : [];
      }),
    })),
  }));
  const said = panels.flatMap(({ title, unit, series }) =>
    series
      .filter(({ points }) => points.length > 0)
      .map(({ name, points }) => `${title}, ${name}: ${points.map(({ y }) => short(y)).join(', ')} ${unit}.`),
  );
  const labels = sizes.map(({ label }) => label);
  return plot(
    GROWTH_ALT,
    `Logarithmic line charts for drafts of ${labels.join(', ')}. ${said.join(' ')}`,
    { title: 'Length of the draft', ticks: sizes.map(({ bytes, label }) => ({ at: bytes, label })) },
    panels,
  );
}

/** The name that the server and the command of a program share, so that they look the same: remark and remark-cli. */
function familyOf(id: string): string {
  return id.split('-')[0]!;
}
