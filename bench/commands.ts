import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Findings, Measure, Row } from './measures';
import { type Product, patience, type ToolProduct, type WordProduct } from './peers';
import type { Plan } from './plan';
import { type Command, type Run, run } from './processes';
import { inTurn } from './rounds';
import { measured, type Result, sampleOf } from './statistics';
import { draft, type Material } from './texts';

/** The size of each of many files, in bytes. */
const SMALL = 10_000;

/** The programs, the texts and the number of runs. */
export interface CommandsSetup<P extends Product> {
  readonly plan: Plan;
  readonly products: readonly P[];
  readonly material: Material;
  /** The folder that a product works in, prepared for it. */
  folder(product: P): string;
  progress(what: string): void;
}

/** The results of a row: times in seconds, memory in MB. */
interface Taken {
  readonly time: Map<string, Result>;
  readonly processor: Map<string, Result>;
  readonly memory: Map<string, Result>;
}

/** Measures the command line: one draft of each size, many files, and many files again with a cache. */
export async function measureTools(setup: CommandsSetup<ToolProduct>): Promise<Findings> {
  const { plan, products, material, progress } = setup;
  const rows = new Rows();

  for (const { label, bytes, runs, limit } of plan.sizes) {
    progress(`command line, ${label}`);
    const name = `bench-${bytes}.md`;
    const text = draft(material, bytes, 1);
    for (const product of products) writeFileSync(join(setup.folder(product), name), text);
    rows.add(
      label,
      await timed(products, plan, runs, async (product) =>
        looked(product, await run(product.check([name], setup.folder(product)), patience(product, limit))),
      ),
    );
  }

  if (plan.sizes.some(({ bytes }) => bytes === SMALL)) await measureMany(setup, rows);

  const common = { part: 'cli', products } as const;
  const measures: Measure[] = [
    {
      ...common,
      id: 'check',
      title: 'Command line',
      unit: 's',
      explained: 'From starting the process to its end, each time anew.',
      rows: rows.time,
    },
    {
      ...common,
      id: 'check-processor',
      title: 'Processor time of the command line',
      unit: 's',
      explained: 'What all threads worked, together: the same on a busy machine.',
      rows: rows.processor,
    },
    {
      ...common,
      id: 'check-memory',
      title: 'Memory of the command line',
      unit: 'MB',
      explained: 'The most that was resident at once.',
      rows: rows.memory,
    },
  ];
  return { measures, bursts: new Map(), notes: [] };
}

/** Many small files, and the same again with a cache. */
async function measureMany(setup: CommandsSetup<ToolProduct>, rows: Rows): Promise<void> {
  const { plan, products, progress } = setup;
  const label = `${plan.files.toLocaleString('en-GB')} × 10 KB`;
  progress(`command line, ${label}`);
  const names = manyFiles(setup);
  rows.add(
    label,
    await timed(products, plan, plan.fileRuns, async (product) =>
      looked(
        product,
        await run(product.check(names, setup.folder(product)), patience(product, plan.fileLimit)),
      ),
    ),
  );

  progress(`command line, ${label} with a cache`);
  const caching = products.filter(({ cached }) => cached);
  const again = (product: ToolProduct): Command => {
    const store = join(setup.folder(product), 'store');
    mkdirSync(store, { recursive: true });
    return product.cached!(names, setup.folder(product), store);
  };
  for (const product of caching)
    await run(again(product), patience(product, plan.fileLimit)).catch(() => undefined);
  rows.add(
    `${label}, second run with --cache`,
    await timed(caching, plan, plan.fileRuns, async (product) =>
      run(again(product), patience(product, plan.fileLimit)),
    ),
  );
}

/** Measures making Word documents, without and with a table of contents. */
export async function measureWord(setup: CommandsSetup<WordProduct>): Promise<Findings> {
  const { plan, products, material, progress } = setup;
  const plain = new Rows();
  const withContents = new Rows();
  for (const { label, bytes, runs, limit } of plan.sizes) {
    const text = draft(material, bytes, 1);
    for (const contents of [false, true]) {
      // A table of contents of 3,000 pages is not realistic.
      if (contents && bytes > 1_000_000) continue;
      progress(`Word, ${label}${contents ? ' with a table of contents' : ''}`);
      const name = `bench-${bytes}-${contents}.md`;
      const target = `bench-${bytes}-${contents}.docx`;
      const asked = text.replace('\n---\n', `\nword:\n  contents: ${contents}\n---\n`);
      for (const product of products) writeFileSync(join(setup.folder(product), name), asked);
      const taken = await timed(products, plan, contents ? Math.min(runs, 3) : runs, async (product) => {
        const folder = setup.folder(product);
        rmSync(join(folder, target), { force: true });
        return run(product.export(name, target, contents, folder), patience(product, limit));
      });
      (contents ? withContents : plain).add(label, taken);
    }
  }
  const common = { part: 'word', products } as const;
  const measures: Measure[] = [
    {
      ...common,
      id: 'word',
      title: 'Word document',
      unit: 's',
      explained: 'From Markdown to a .docx file, without a table of contents, each time in a new process.',
      rows: plain.time,
    },
    {
      ...common,
      id: 'word-processor',
      title: 'Processor time for a Word document',
      unit: 's',
      explained: 'What all threads worked for that, together: the same on a busy machine.',
      rows: plain.processor,
    },
    {
      ...common,
      id: 'word-contents',
      title: 'Word document with a table of contents',
      unit: 's',
      explained: 'Ours counts the pages for it, which pandoc leaves to Word.',
      rows: withContents.time,
    },
    {
      ...common,
      id: 'word-memory',
      title: 'Memory for a Word document',
      unit: 'MB',
      explained: 'The most that was resident at once, without a table of contents.',
      rows: plain.memory,
    },
  ];
  return { measures, bursts: new Map(), notes: [] };
}

/** The rows of several measures that are taken together. */
class Rows {
  readonly time: Row[] = [];
  readonly processor: Row[] = [];
  readonly memory: Row[] = [];

  add(label: string, taken: Taken): void {
    this.time.push({ label, results: taken.time });
    this.processor.push({ label, results: taken.processor });
    this.memory.push({ label, results: taken.memory });
  }
}

async function timed<P extends Product>(
  products: readonly P[],
  plan: Plan,
  rounds: number,
  once: (product: P) => Promise<Run>,
): Promise<Taken> {
  const runs = new Map<string, Run[]>(products.map(({ id }) => [id, []]));
  const time = await inTurn(
    products.map((product) => ({
      id: product.id,
      once: async () => {
        const taken = await once(product);
        const { status, output } = taken;
        if (status > 1 || status < 0) throw new Error(`ended with exit code ${status}: ${lastLine(output)}`);
        runs.get(product.id)!.push({ ...taken, output: '' });
        return taken.seconds;
      },
    })),
    { rounds, budget: plan.budget },
  );
  const of = (what: (run: Run) => number | undefined): Map<string, Result> => {
    const results = new Map<string, Result>();
    for (const [id, result] of time) {
      const values = runs.get(id)!.flatMap((run) => what(run) ?? []);
      if (!measured(result)) results.set(id, result);
      else if (values.length > 0) results.set(id, sampleOf(values));
    }
    return results;
  };
  return { time, processor: of(({ processor }) => processor), memory: of(({ memory }) => memory) };
}

/** The run, if it found something. @throws Error otherwise, as a program that checks nothing is quick */
function looked(product: ToolProduct, result: Run): Run {
  if (result.status <= 1 && product.findings(result.output) === 0)
    throw new Error(`found nothing in a text with flaws: ${lastLine(result.output)}`);
  return result;
}

function manyFiles({ plan, products, material, folder }: CommandsSetup<ToolProduct>): string[] {
  for (const product of products) mkdirSync(join(folder(product), 'many'), { recursive: true });
  return Array.from({ length: plan.files }, (_, index) => {
    const name = join('many', `draft-${String(index + 1).padStart(4, '0')}.md`);
    const text = draft(material, SMALL, index + 2);
    for (const product of products) writeFileSync(join(folder(product), name), text);
    return name;
  });
}

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1)!.slice(0, 120);
}
