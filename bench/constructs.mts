/**
 * Measures how the product grows with a draft that is made of one construct, over and over: a table of processor time of
 * `check`, `export` and a key, growth and memory, and whether they keep within the limits below. GROWTH.md beside this
 * file is the last one of all constructs.
 *
 *     npm run bench:growth -- [NAME…] [--pairs] [--only check,export,key] [--seconds N] [--built FOLDER] [--report]
 *
 * NAME is a construct, or two as `one+other`; without any, all are measured. `--pairs` takes each two in turn as well,
 * which are many. `--seconds` (60) is the processor time after which a run is given up; no run may have more than
 * 2 GB. `--built` is another folder than `dist`, which has to be there. `--report` writes GROWTH.md. For a profile:
 *
 *     npx tsx bench/constructs.mts --draft NAME >draft.md && node --cpu-prof dist/cli.js check --threads 1 draft.md
 */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { LanguageServer } from './lsp/server';
import { run } from './processes';
import { constructs, made } from './repeated';

const SMALL = 100_000;
const LARGE = 1_000_000;
/** The factor by which the time may grow for ten times the text. */
const MOST_GROWTH = 12;
/** The processor time of a large text beyond that of prose of the same size, in seconds. */
const MOST_SECONDS = 3;
/** The resident memory, in MB. */
const MOST_MEMORY = 700;
/** The processor time of a key in a small text, in milliseconds. */
const MOST_KEY = 60;
/** The least time for which growth is computed, in seconds. */
const LEAST_SECONDS = 0.1;
const HEAP = 2_000;
/** How many seconds to wait for each second of processor time, as other work may slow it down. */
const PATIENCE = 10;
const KEYS = 8;
const PROSE = 'prose';
const COMMANDS = ['check', 'export'] as const;
type Command = (typeof COMMANDS)[number];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pairs: { type: 'boolean', default: false },
    only: { type: 'string', default: 'check,export,key' },
    seconds: { type: 'string', default: '60' },
    built: { type: 'string', default: fileURLToPath(new URL('../dist', import.meta.url)) },
    report: { type: 'boolean', default: false },
    draft: { type: 'boolean', default: false },
  },
});
const seconds = Number(values.seconds);
const only = values.only.split(',');
const folder = mkdtempSync(join(tmpdir(), 'growth-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

interface Taken {
  /** Processor time in seconds; undefined if it did not end in time. */
  readonly time: number | undefined;
  /** In MB. */
  readonly memory: number;
  readonly problem: string | undefined;
}

async function take(command: Command, text: string): Promise<Taken> {
  const path = join(folder, 'draft.md');
  const word = join(folder, 'draft.docx');
  writeFileSync(path, text);
  rmSync(word, { force: true });
  const limits = `ulimit -t ${seconds}; exec "$0" "$@"`;
  const cli = join(values.built, 'cli.js');
  const node = [process.execPath, `--max-old-space-size=${HEAP}`, cli, command, path];
  const more = command === 'export' ? ['-o', word] : ['--threads', '1', '--format', 'json'];
  try {
    const { processor, memory, status, output } = await run(
      { command: '/bin/sh', args: ['-c', limits, ...node, ...more], cwd: folder },
      seconds * PATIENCE * 1000,
    );
    const isDone =
      command === 'export' ? statSync(word, { throwIfNoEntry: false }) : status === 0 || status === 1;
    return {
      time: isDone ? processor : undefined,
      memory: memory ?? 0,
      problem: isDone ? undefined : reasonIn(output, status),
    };
  } catch (error) {
    return { time: undefined, memory: 0, problem: messageOf(error) };
  }
}

function reasonIn(output: string, status: number): string {
  if (/heap out of memory|Allocation failed/.test(output)) return `over ${HEAP} MB`;
  return status === -1 ? `over ${seconds} s` : `status ${status}`;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The processor time in milliseconds of a key in the middle of a text, after some others; or why there is none. */
async function key(text: string): Promise<number | string> {
  const limit = seconds * PATIENCE * 1000;
  const args = [join(values.built, 'server.js'), '--stdio'];
  let server: LanguageServer | undefined;
  try {
    server = await LanguageServer.start({ command: { command: process.execPath, args, cwd: folder } }, limit);
    server.open(pathToFileURL(join(folder, 'draft.md')).href, text);
    await server.next(() => true, limit);
    const offset = middle(text);
    const line = text.slice(0, offset).split('\n').length - 1;
    const start = text.lastIndexOf('\n', offset - 1) + 1;
    let before = 0;
    for (let count = 0; count < 2 * KEYS; count++) {
      if (count === KEYS) before = server.processorTime() ?? 0;
      const at = offset + count;
      await server.answerTo(server.press('a', at, { line, character: at - start }), limit);
    }
    return ((server.processorTime() ?? 0) - before) / KEYS;
  } catch (error) {
    return messageOf(error);
  } finally {
    await server?.stop();
  }
}

/** The offset of a line end near the middle of a text, or else of the middle. */
function middle(text: string): number {
  const half = text.length >> 1;
  const end = text.indexOf('\n', half);
  return end === -1 || end - half > 1_000 ? half : end;
}

interface Measured {
  readonly small: Taken;
  readonly large: Taken;
}

interface Row {
  readonly name: string;
  readonly of: Partial<Record<Command, Measured>>;
  readonly key: number | string | undefined;
}

/** The processor time of a process with nothing to do, which is subtracted. */
const idle: Partial<Record<Command, number>> = {};
/** The processor time of prose of the large size. */
let prose = 0;

function problemsOf({ of, key }: Row): string[] {
  const problems: string[] = [];
  for (const command of COMMANDS) {
    const measured = of[command];
    if (!measured) continue;
    const { small, large } = measured;
    const failure = small.problem ?? large.problem;
    if (failure !== undefined) problems.push(`${command}: ${failure}`);
    else {
      if (growthOf(command, measured)! > MOST_GROWTH) problems.push(`${command}: growth`);
      if (command === 'check' && large.time! - Math.max(idle.check!, prose) > MOST_SECONDS)
        problems.push('check: time');
    }
    if (large.memory > MOST_MEMORY) problems.push(`${command}: memory`);
  }
  if (typeof key === 'string') problems.push(`key: ${key}`);
  else if (key !== undefined && key > MOST_KEY) problems.push('key');
  return problems;
}

function growthOf(command: Command, { small, large }: Measured): number | undefined {
  const start = idle[command]!;
  if (small.time === undefined || large.time === undefined) return undefined;
  return Math.max(large.time - start, 0) / Math.max(small.time - start, LEAST_SECONDS);
}

function namesToMeasure(): string[] {
  if (positionals.length > 0) return positionals;
  const all = Object.keys(constructs);
  if (!values.pairs) return all;
  return [...all, ...all.flatMap((one, at) => all.slice(at + 1).map((other) => `${one}+${other}`))];
}

async function measure(name: string): Promise<Row> {
  const of: Partial<Record<Command, Measured>> = {};
  for (const command of COMMANDS) {
    if (!only.includes(command)) continue;
    const small = await take(command, made(name, SMALL));
    // A construct that fails at the small size will fail at the large one.
    of[command] = {
      small,
      large: small.problem === undefined ? await take(command, made(name, LARGE)) : small,
    };
  }
  return { name, of, key: only.includes('key') ? await key(made(name, SMALL)) : undefined };
}

const HEAD = `| Construct | check, 100 KB (s) | 1 MB (s) | growth | MB | export, 100 KB (s) | 1 MB (s) | growth | MB | key (ms) | beyond |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |`;

function lineOf(row: Row): string {
  const shown = (time: number | undefined): string => time?.toFixed(2) ?? '–';
  const cells = COMMANDS.flatMap((command) => {
    const measured = row.of[command];
    if (!measured) return ['', '', '', ''];
    const { small, large } = measured;
    const growth = growthOf(command, measured);
    return [
      shown(small.time),
      shown(large.time),
      growth === undefined ? '–' : `×${growth.toFixed(1)}`,
      large.memory.toFixed(0),
    ];
  });
  const key = typeof row.key === 'number' ? row.key.toFixed(0) : '';
  return `| ${[row.name, ...cells, key, problemsOf(row).join(', ')].join(' | ')} |`;
}

async function main(): Promise<void> {
  for (const command of COMMANDS) idle[command] = (await take(command, 'A.\n')).time ?? 0;
  prose = (await take('check', made(PROSE, LARGE))).time ?? 0;
  console.log(HEAD);
  const lines: string[] = [];
  let beyond = 0;
  for (const name of namesToMeasure()) {
    const row = await measure(name);
    if (problemsOf(row).length > 0) beyond++;
    lines.push(lineOf(row));
    console.log(lines.at(-1));
  }
  const sum = `${lines.length} measured, ${beyond} beyond the limits.`;
  console.log(`\n${sum}`);
  process.exitCode = beyond > 0 ? 1 : 0;
  if (!values.report) return;
  const words = `# How it grows

Written by \`npm run bench:growth -- --report\`. Each draft is one construct over and over, 100 KB and 1 MB of it (\`repeated.ts\` has them). Processor time of all threads, with the start of the process; growth is without it. A key is typed in the middle of 100 KB, and its time is the server's processor time from the change to the diagnostics.

The limits: \`check\` and \`export\` grow at most ×${MOST_GROWTH}; \`check\` takes at most ${MOST_SECONDS} s more than plain prose of the same size; ${MOST_MEMORY} MB; a key ${MOST_KEY} ms. What is beyond one is named in the last column. ${sum}
`;
  writeFileSync(new URL('GROWTH.md', import.meta.url), `${words}\n${HEAD}\n${lines.join('\n')}\n`);
}

if (values.draft) for (const name of positionals) process.stdout.write(made(name, SMALL));
else await main();
