import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LanguageServer, pause } from './lsp/server';
import type { BurstShape, Findings, Measure, Row } from './measures';
import { OURS, patience, type ServerProduct } from './peers';
import type { Plan, SizePlan } from './plan';
import { Hopeless, inTurn } from './rounds';
import { type Failure, measured, type Result, sampleOf, short } from './statistics';
import { draft, type Material, type Spot, spots } from './texts';

/** The servers, the texts and the number of keys. */
export interface KeysSetup {
  readonly plan: Plan;
  readonly products: readonly ServerProduct[];
  readonly material: Material;
  /** The folder that a product works in, prepared for it. */
  folder(product: ServerProduct): string;
  progress(what: string): void;
}

/** The pause between an answer and the next key, in milliseconds, as of a quick typist. */
const REST = 150;
/** After how many milliseconds without a message a server is taken to be idle. */
const SETTLED = 400;
const BURST = 10;
const BURST_EVERY = 20;
const LETTERS = 'and the readers who came late may stay until the bell rings ';

/** A server with a text open. */
interface Opened {
  readonly product: ServerProduct;
  readonly server: LanguageServer;
  readonly typist: Typist;
}

const KINDS = ['key', 'processor', 'burst', 'start', 'memory'] as const;

/** Measures starts, keys, bursts and memory. */
export async function measureKeys(setup: KeysSetup): Promise<Findings> {
  const rows: Record<(typeof KINDS)[number], Row[]> = {
    key: [],
    processor: [],
    burst: [],
    start: [],
    memory: [],
  };
  const bursts = new Map<string, ReadonlyMap<string, BurstShape>>();
  const notes: string[] = [];
  for (const size of setup.plan.sizes) {
    const found = await measureSize(setup, size);
    const { label } = size;
    for (const kind of KINDS) rows[kind].push({ label, results: found[kind] });
    bursts.set(label, found.shapes);
    notes.push(...found.notes);
  }
  const common = { part: 'keys', products: setup.products } as const;
  const measures: Measure[] = [
    {
      ...common,
      id: 'key',
      title: 'A key after a rest',
      unit: 'ms',
      explained: `From one inserted letter to its diagnostics. ${Math.max(...setup.plan.sizes.map(({ keys }) => keys))} keys at places all over the text, each ${REST} ms after the diagnostics of the one before.`,
      rows: rows.key,
    },
    {
      ...common,
      id: 'key-processor',
      title: 'Processor time of a key',
      unit: 'ms',
      explained:
        'What the server’s threads worked in all for one of these keys, on the average: the same on a busy machine. Work that the client does for it is not in it.',
      rows: rows.processor,
    },
    {
      ...common,
      id: 'burst',
      title: 'After a burst',
      unit: 'ms',
      explained: `${BURST} keys, ${BURST_EVERY} ms apart: from the last of them to the last diagnostics.`,
      rows: rows.burst,
    },
    {
      ...common,
      id: 'start',
      title: 'From start to diagnostics',
      unit: 'ms',
      explained:
        'From starting the server’s process to the first diagnostics of a text that is opened at once.',
      rows: rows.start,
    },
    {
      ...common,
      id: 'memory',
      title: 'Memory of the server',
      unit: 'MB',
      explained: 'Resident, with the one text open, after the keys and a second of rest.',
      rows: rows.memory,
    },
  ];
  return { measures, bursts, notes };
}

interface SizeFindings extends Record<(typeof KINDS)[number], Map<string, Result>> {
  readonly shapes: Map<string, BurstShape>;
  readonly notes: string[];
}

async function measureSize(setup: KeysSetup, size: SizePlan): Promise<SizeFindings> {
  const { plan, products, material, progress } = setup;
  const text = draft(material, size.bytes, 1);
  const opened = new Map<string, Opened>();
  const notes: string[] = [];
  const { budget } = plan;
  try {
    progress(`keys, ${size.label}: starting`);
    const start = await inTurn(
      products.map((product) => ({
        id: product.id,
        once: async () => {
          await opened.get(product.id)?.server.stop();
          opened.delete(product.id);
          const { ms, ...one } = await open(product, setup.folder(product), text, size);
          opened.set(product.id, one);
          return ms;
        },
      })),
      { budget, rounds: size.starts },
    );

    progress(`keys, ${size.label}: typing`);
    for (const { server } of opened.values()) await server.quiet(SETTLED).catch(() => undefined);
    const before = new Map(
      [...opened].map(([id, { server }]) => [
        id,
        { answering: server.answering, work: server.processorTime() },
      ]),
    );
    const key = await inTurn(
      contestants(opened, (one) => pressOne(one, patience(one.product, size.limit))),
      { budget, rounds: size.keys },
    );
    const processor = new Map<string, Result>();
    for (const [id, { product, server }] of opened) {
      const sample = key.get(id);
      if (!measured(sample)) continue;
      const { answering, work } = before.get(id)!;
      const worked = server.processorTime();
      if (work !== undefined && worked !== undefined)
        processor.set(id, sampleOf([(worked - work) / sample.count]));
      const parsing = (server.answering - answering) / sample.count;
      if (parsing >= 0.5)
        notes.push(
          `${product.name}, ${size.label}: ${short(parsing)} ms of each key are the client’s parsing.`,
        );
    }

    const memory = new Map<string, Result>();
    await pause(1_000);
    for (const [id, { server }] of opened) {
      const resident = server.memory();
      if (resident !== undefined && measured(key.get(id))) memory.set(id, sampleOf([resident]));
    }

    progress(`keys, ${size.label}: bursts`);
    const shapes = new Map<string, BurstShape>();
    const burst = await inTurn(
      contestants(opened, async (one) => {
        const { late, shape } = await pressMany(
          one,
          key.get(one.product.id),
          patience(one.product, size.limit),
        );
        shapes.set(one.product.id, joined(shapes.get(one.product.id), shape));
        return late;
      }),
      { budget, rounds: size.bursts },
    );
    for (const { product, server } of opened.values())
      for (const note of server.notes) notes.push(`${product.name}, ${size.label}: ${note}`);
    return { ...carried({ start, key, processor, memory, burst }), shapes, notes };
  } finally {
    await Promise.all([...opened.values()].map(({ server }) => server.stop()));
  }
}

/** Copies a failure of a server to all later results of it. */
function carried(
  found: Record<(typeof KINDS)[number], Map<string, Result>>,
): Record<(typeof KINDS)[number], Map<string, Result>> {
  const failures = new Map<string, Failure>();
  const whole = { ...found };
  for (const kind of ['start', 'key', 'processor', 'memory', 'burst'] as const) {
    whole[kind] = new Map<string, Result>([...found[kind], ...failures]);
    for (const [id, result] of whole[kind]) if (!measured(result)) failures.set(id, result);
  }
  return whole;
}

/** The servers that are still running. One that fails is ended, so that it takes no processor time from the others. */
function contestants(
  opened: Map<string, Opened>,
  once: (one: Opened) => Promise<number>,
): { id: string; once(): Promise<number> }[] {
  return [...opened.values()].map((one) => ({
    id: one.product.id,
    once: async () => {
      try {
        return await once(one);
      } catch (error) {
        one.server.kill();
        throw error;
      }
    },
  }));
}

async function open(
  product: ServerProduct,
  folder: string,
  text: string,
  size: SizePlan,
): Promise<Opened & { ms: number }> {
  const limit = patience(product, size.limit);
  const file = join(folder, `bench-${size.bytes}.md`);
  writeFileSync(file, text);
  const started = performance.now();
  const server = await LanguageServer.start(product.setup(folder), limit);
  try {
    server.open(pathToFileURL(file).href, text);
    const first = await server.next(() => true, limit);
    if (first.count === 0 && product.id === OURS) throw new Error('no diagnostics for a text with flaws');
    return { product, server, typist: new Typist(text, size.keys + size.bursts), ms: first.at - started };
  } catch (error) {
    server.kill();
    throw error;
  }
}

async function pressOne({ server, typist }: Opened, limit: number): Promise<number> {
  typist.elsewhere();
  const key = typist.press(server);
  const answer = await server.answerTo(key, limit);
  await pause(REST);
  return answer.at - key.at;
}

async function pressMany(
  { server, typist }: Opened,
  usual: Result | undefined,
  limit: number,
): Promise<{ late: number; shape: BurstShape }> {
  if (measured(usual) && usual.median * BURST > limit)
    throw new Hopeless(`a burst was not tried, since one key takes ${short(usual.median / 1000)} s`);
  typist.elsewhere();
  const before = server.published.length;
  const began = performance.now();
  const keys = [];
  for (let index = 0; index < BURST; index++) {
    await pause(Math.max(0, began + index * BURST_EVERY - performance.now()));
    keys.push(typist.press(server));
  }
  const last = keys.at(-1)!;
  await server.answerTo(last, limit);
  // Waits for further answers, as some servers answer each key.
  await server.quiet(Math.max(SETTLED, measured(usual) ? 3 * usual.median : 0));
  const published = server.published.slice(before);
  const versions = published.map(({ version }) => version);
  const known = versions.every((version) => version !== undefined) ? (versions as number[]) : undefined;
  return {
    late: published.at(-1)!.at - last.at,
    shape: {
      publishes: published.length,
      inOrder: known?.every((version, index) => index === 0 || version >= known[index - 1]!),
      lastIsLast: known && known.at(-1) === last.version,
    },
  };
}

function joined(one: BurstShape | undefined, other: BurstShape): BurstShape {
  if (!one) return other;
  const both = (a: boolean | undefined, b: boolean | undefined) => (a === undefined ? b : a && b !== false);
  return {
    publishes: Math.max(one.publishes, other.publishes),
    inOrder: both(one.inOrder, other.inOrder),
    lastIsLast: both(one.lastIsLast, other.lastIsLast),
  };
}

/** Types letters at several places of a text in turn, and follows how these move. */
export class Typist {
  readonly #spots: readonly Spot[];
  readonly #typed: number[];
  #letters = 0;
  #at = -1;

  constructor(text: string, places: number) {
    this.#spots = spots(text, places);
    if (this.#spots.length === 0) throw new RangeError('The text has no prose to type in.');
    this.#typed = this.#spots.map(() => 0);
  }

  /** Goes to the next place. */
  elsewhere(): void {
    this.#at = (this.#at + 1) % this.#spots.length;
  }

  /** Types the next letter. */
  press(server: Pick<LanguageServer, 'press'>): { version: number; at: number } {
    const spot = this.#spots[this.#at]!;
    const here = this.#typed[this.#at]!;
    const before = this.#typed.reduce(
      (sum, count, index) => (this.#spots[index]!.offset < spot.offset ? sum + count : sum),
      0,
    );
    const letter = LETTERS[this.#letters++ % LETTERS.length]!;
    this.#typed[this.#at] = here + 1;
    return server.press(letter, spot.offset + before + here, {
      line: spot.line,
      character: spot.character + here,
    });
  }
}
