/** The values of a program. */
interface Series {
  readonly name: string;
  /** The number of its colour, dash and shape. 0 is drawn stronger than the others. */
  readonly style: number;
  /** Positive, and in the order of x. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

export interface Panel {
  readonly title: string;
  readonly unit: string;
  readonly series: readonly Series[];
}

/** The axis below all panels. */
export interface Axis {
  readonly title: string;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
}

const WIDTH = 760;
const HEIGHT = 290;
const LEFT = 70;
const RIGHT = 190;
const TOP = 44;
const BOTTOM = 34;
const LINE = 16;
/** The colours of Okabe and Ito, which colour-blind readers can distinguish, without the light yellow. */
const COLOURS = ['#000000', '#d55e00', '#0072b2', '#009e73', '#cc79a7', '#56b4e9', '#e69f00'];
const DASHES = ['', '7 4', '2 3', '10 3 2 3', '5 2', '4 3', '12 4'];

/** Draws panels below each other as an SVG with logarithmic axes. `description` is its text for screen readers. */
export function plot(title: string, description: string, axis: Axis, panels: readonly Panel[]): string {
  const height = panels.length * HEIGHT + 30;
  const parts = panels.map((panel, index) => drawn(panel, axis, index * HEIGHT));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title description" font-family="system-ui, sans-serif" font-size="13" fill="#222222">
<title id="title">${escaped(title)}</title>
<desc id="description">${escaped(description)}</desc>
<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>
${parts.join('\n')}
<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${height - 10}" text-anchor="middle">${escaped(axis.title)}</text>
</svg>
`;
}

function drawn({ title, unit, series }: Panel, { ticks }: Axis, top: number): string {
  const shown = series.filter(({ points }) => points.length > 0);
  const values = shown.flatMap(({ points }) => points.map(({ y }) => y));
  const lines = decades(values);
  const x = scale(
    ticks.map(({ at }) => at),
    LEFT + 14,
    WIDTH - RIGHT - 14,
  );
  const y = scale(lines, top + HEIGHT - BOTTOM, top + TOP);
  const out = [
    `<text x="12" y="${top + 24}" font-size="15" font-weight="600">${escaped(title)} (${escaped(unit)})</text>`,
  ];
  for (const value of lines) {
    const at = fixed(y(value));
    out.push(
      `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${at}" y2="${at}" stroke="#dddddd"/>`,
      `<text x="${LEFT - 8}" y="${fixed(y(value) + 4)}" text-anchor="end">${written(value)}</text>`,
    );
  }
  const bottom = top + HEIGHT - BOTTOM;
  for (const { at, label } of ticks) {
    out.push(
      `<line x1="${fixed(x(at))}" x2="${fixed(x(at))}" y1="${bottom}" y2="${bottom + 5}" stroke="#666666"/>`,
      `<text x="${fixed(x(at))}" y="${bottom + 20}" text-anchor="middle">${escaped(label)}</text>`,
    );
  }
  const names = apart(
    shown.map(({ points }) => y(points.at(-1)!.y)),
    top + TOP,
    bottom,
  );
  // This product is drawn last, on top of the others.
  for (const [place, { name, points, style }] of [...shown.entries()].reverse()) {
    const colour = COLOURS[style % COLOURS.length]!;
    const dash = DASHES[style % DASHES.length];
    const width = style === 0 ? 3 : 1.8;
    const path = points.map((point) => `${fixed(x(point.x))},${fixed(y(point.y))}`).join(' ');
    const end = points.at(-1)!;
    const label = WIDTH - RIGHT + 22;
    out.push(
      `<g><title>${escaped(`${name}: ${points.map((point) => written(point.y)).join(', ')} ${unit}`)}</title>`,
      `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="${width}"${dash ? ` stroke-dasharray="${dash}"` : ''}/>`,
      ...points.map((point) => marker(style, x(point.x), y(point.y), colour)),
      `<line x1="${fixed(x(end.x) + 6)}" y1="${fixed(y(end.y))}" x2="${label - 4}" y2="${fixed(names[place]!)}" stroke="${colour}" stroke-width="0.6"/>`,
      `<text x="${label}" y="${fixed(names[place]! + 4)}" fill="${style === 0 ? '#000000' : '#222222'}"${style === 0 ? ' font-weight="600"' : ''}>${escaped(name)}</text>`,
      '</g>',
    );
  }
  return out.join('\n');
}

/** The powers of ten around some values, at least two. */
export function decades(values: readonly number[]): number[] {
  const low = Math.floor(Math.log10(Math.min(...values)) + 1e-9);
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values)) - 1e-9));
  return Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index));
}

/** Positions for labels near the wanted ones, in the same order, that do not overlap. */
export function apart(wanted: readonly number[], least: number, most: number): number[] {
  const order = wanted.map((_, index) => index).sort((one, other) => wanted[one]! - wanted[other]!);
  const places = [...wanted];
  let free = least;
  for (const index of order) {
    places[index] = Math.max(wanted[index]!, free);
    free = places[index]! + LINE;
  }
  // Labels that were pushed out at the bottom move up again.
  let limit = most;
  for (const index of order.reverse()) {
    places[index] = Math.min(places[index]!, limit);
    limit = places[index]! - LINE;
  }
  return places;
}

/** A logarithmic scale from values to coordinates. */
function scale(values: readonly number[], from: number, to: number): (value: number) => number {
  const low = Math.log10(Math.min(...values));
  const high = Math.log10(Math.max(...values));
  return (value) => from + ((Math.log10(value) - low) / (high - low || 1)) * (to - from);
}

/** A marker with a shape for each style, so that colour is not the only difference. */
function marker(style: number, x: number, y: number, colour: string): string {
  const full = `fill="${colour}"`;
  const hollow = `fill="#ffffff" stroke="${colour}" stroke-width="2"`;
  const circle = (radius: number, paint: string): string =>
    `<circle cx="${fixed(x)}" cy="${fixed(y)}" r="${radius}" ${paint}/>`;
  const square = (half: number, paint: string): string =>
    `<rect x="${fixed(x - half)}" y="${fixed(y - half)}" width="${2 * half}" height="${2 * half}" ${paint}/>`;
  const polygon = (...corners: readonly (readonly [number, number])[]): string =>
    `<polygon points="${corners.map(([dx, dy]) => `${fixed(x + dx)},${fixed(y + dy)}`).join(' ')}" ${full}/>`;
  const shapes = [
    () => circle(4.5, full),
    () => square(4, full),
    () => polygon([0, -5], [5, 4], [-5, 4]),
    () => polygon([0, -5], [5, 0], [0, 5], [-5, 0]),
    () => circle(4, hollow),
    () => square(3.5, hollow),
    () => polygon([0, 5], [5, -4], [-5, -4]),
  ];
  return shapes[style % shapes.length]!();
}

/** A value for an axis: 0.01, 10, 10,000. */
function written(value: number): string {
  return Number(value.toPrecision(2)).toLocaleString('en-GB', { maximumFractionDigits: 4 });
}

function fixed(value: number): string {
  return Number(value.toFixed(1)).toString();
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
