import type { BurstShape, Findings, Measure } from './measures';
import type { Product } from './peers';
import { PARTS, type Part } from './plan';
import { measured, type Result, type Sample, short } from './statistics';

/** The machine, and its load by other work. */
export interface Machine {
  readonly system: string;
  readonly processor: string;
  readonly cores: number;
  /** In GB. */
  readonly memory: number;
  readonly node: string;
  /** As YYYY-MM-DD. */
  readonly date: string;
  /** The load average of a minute before and after; undefined if unknown. */
  readonly load: readonly [number, number] | undefined;
}

const HEADINGS: Record<Part, string> = {
  keys: 'Keys in an editor',
  cli: 'Command line',
  word: 'Word documents',
};

/** The report in Markdown. `plot` is the address of the picture, if there is one. */
export function report(
  machine: Machine,
  findings: Findings,
  plot?: { readonly src: string; readonly alt: string },
): string {
  const { measures, bursts, notes } = findings;
  const lines = [
    '# Beside its peers',
    '',
    'Written by `npm run bench`. [How it is measured, and what is fair](README.md).',
    '',
    `${machine.date}, Node ${machine.node} on ${machine.system}, ${machine.processor}, ${machine.cores} ${machine.cores === 1 ? 'core' : 'cores'}, ${Math.round(machine.memory)} GB. ${loadOf(machine)}`,
    '',
    'Medians of several measurements, taken in turn. Beside each figure of a peer stands how many times ours it is: above 1, ours is ahead.',
  ];
  if (plot) lines.push('', `![${plot.alt}](${plot.src})`);
  for (const part of PARTS) {
    const mine = measures.filter((measure) => measure.part === part);
    if (mine.length === 0) continue;
    lines.push('', `## ${HEADINGS[part]}`);
    for (const measure of mine) {
      lines.push('', `### ${measure.title} (${measure.unit})`, '', measure.explained, '', ...table(measure));
      if (measure.id === 'burst') lines.push('', ...burstTable(measure, bursts));
    }
    lines.push('', ...versions(mine[0]!.products));
  }
  const failures = failuresIn(measures);
  if (failures.length + notes.length > 0) {
    lines.push('', '## Notes', '', ...[...failures, ...new Set(notes)].map((note) => `- ${note}`));
  }
  return `${lines.join('\n')}\n`;
}

/** A short name of a machine, for the baseline. */
export function named({ processor, cores, node }: Machine): string {
  return `${processor}, ${cores} ${cores === 1 ? 'core' : 'cores'}, Node ${node}`;
}

function loadOf({ load, cores }: Machine): string {
  if (!load) return '';
  const figures = `Load ${load[0].toFixed(1)} before and ${load[1].toFixed(1)} after.`;
  return load[0] > cores / 2
    ? `${figures} **Others were at work on the machine: read the ratios, not the times.**`
    : figures;
}

function table({ products, rows, id }: Measure): string[] {
  const [ours, ...peers] = products;
  const ahead = (mine: Result | undefined, theirs: Result | undefined): string =>
    measured(mine) && measured(theirs) && mine.median > 0 ? ` (${short(theirs.median / mine.median)} ×)` : '';
  const body = rows.map(({ label, results }) => {
    const mine = results.get(ours!.id);
    const cells = peers.map((peer) => `${cell(results.get(peer.id))}${ahead(mine, results.get(peer.id))}`);
    return row([label, mine && measured(mine) ? `**${cell(mine)}**` : cell(mine), ...cells]);
  });
  const head = [id.startsWith('check') ? 'Drafts' : 'Draft', ...products.map(({ name }) => name)];
  return [row(head), row(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...body];
}

/** The median and the range, or why there is none. */
function cell(result: Result | undefined): string {
  if (result === undefined) return '–';
  if (!measured(result)) return result.hopeless ? 'not tried' : 'failed';
  return result.count > 1 ? `${short(result.median)} [${range(result)}]` : short(result.median);
}

function range({ least, most }: Sample): string {
  return `${short(least)}–${short(most)}`;
}

function burstTable(
  { products, rows }: Measure,
  bursts: ReadonlyMap<string, ReadonlyMap<string, BurstShape>>,
): string[] {
  const head = ['Diagnostics for a burst', ...products.map(({ name }) => name)];
  const shape = (found: BurstShape | undefined): string => {
    if (!found) return '–';
    const { publishes, inOrder, lastIsLast } = found;
    const order = inOrder === undefined ? 'no versions' : inOrder ? 'in order' : '**out of order**';
    return `${publishes}, ${order}${lastIsLast === false ? ', **the last for an old text**' : ''}`;
  };
  const body = rows.map(({ label }) =>
    row([label, ...products.map(({ id }) => shape(bursts.get(label)?.get(id)))]),
  );
  return [row(head), row(head.map(() => '---')), ...body];
}

function versions(products: readonly Product[]): string[] {
  return products.map(({ name, version, note }) => `- **${name}**: ${version}${note ? `; ${note}` : ''}`);
}

function failuresIn(measures: readonly Measure[]): string[] {
  const found = new Set<string>();
  for (const { products, rows } of measures)
    for (const { label, results } of rows)
      for (const { id, name } of products) {
        const result = results.get(id);
        if (result && !measured(result))
          found.add(`${name}, ${label}: ${result.failed}.`.replace(/\.\.$/, '.'));
      }
  return [...found];
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
