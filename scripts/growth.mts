/**
 * Measures how the command line grows with a draft that is made of one construct, over and over: a table of processor
 * time, growth and memory, and whether they keep within the limits below.
 *
 *     npx tsx scripts/growth.mts [NAME…] [--pairs] [--command check|export] [--small BYTES] [--large BYTES]
 *                                [--seconds N] [--cli FILE] [--json FILE]
 *
 * NAME is a construct, or two as `one+other`; without any, all are measured. `--pairs` takes each two in turn as well,
 * which are many. `--seconds` (60) is the processor time after which a run is given up; no run may have more than
 * 2 GB. `--cli` is another build than `dist/cli.js`, which has to be there. For profiles of what takes long:
 *
 *     npx tsx scripts/growth.mts --write NAME >draft.md && node --cpu-prof dist/cli.js check --threads 1 draft.md
 */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { run } from '../bench/processes';
import { constructs, made } from './lib/constructs';

/** Ten times the text may take so many times the time. */
const MOST_GROWTH = 12;
/** Processor time of a large text beyond plain prose of the same size, in seconds. */
const MOST_SECONDS = 3;
/** Resident at once, in MB. */
const MOST_MEMORY = 700;
/** Below this time, in seconds, growth says nothing. */
const LEAST_SECONDS = 0.1;
const HEAP = 2_000;
/** On the clock, for each second of processor time: other work may slow it down. */
const PATIENCE = 10;
const PROSE = 'prose';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pairs: { type: 'boolean', default: false },
    command: { type: 'string', multiple: true, default: ['check', 'export'] },
    small: { type: 'string', default: '100000' },
    large: { type: 'string', default: '1000000' },
    seconds: { type: 'string', default: '60' },
    cli: { type: 'string', default: fileURLToPath(new URL('../dist/cli.js', import.meta.url)) },
    json: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const sizes = [Number(values.small), Number(values.large)] as const;
const seconds = Number(values.seconds);
const folder = mkdtempSync(join(tmpdir(), 'growth-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

interface Taken {
  /** Processor time in seconds; undefined when it did not end in time. */
  readonly time: number | undefined;
  /** In MB. */
  readonly memory: number;
  readonly problem: string | undefined;
}

async function take(command: string, text: string): Promise<Taken> {
  const path = join(folder, 'draft.md');
  const word = join(folder, 'draft.docx');
  writeFileSync(path, text);
  rmSync(word, { force: true });
  const limits = `ulimit -t ${seconds}; exec "$0" "$@"`;
  const node = [process.execPath, `--max-old-space-size=${HEAP}`, values.cli, command, path];
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
    return { time: undefined, memory: 0, problem: error instanceof Error ? error.message : String(error) };
  }
}

function reasonIn(output: string, status: number): string {
  if (/heap out of memory|Allocation failed/.test(output)) return `over ${HEAP} MB`;
  return status === -1 ? `over ${seconds} s` : `status ${status}`;
}

interface Row {
  readonly name: string;
  readonly command: string;
  readonly small: Taken;
  readonly large: Taken;
}

/** Of a process that has nothing to do, by command: what is left is the work. */
const idle = new Map<string, number>();
/** Of prose of the large size, by command. */
const prose = new Map<string, number>();

function problemsOf({ command, small, large }: Row): string[] {
  const problems: string[] = [];
  const start = idle.get(command)!;
  if (small.problem !== undefined) return [small.problem];
  if (large.problem !== undefined) return [large.problem];
  if (growthOf({ command, small, large }) > MOST_GROWTH) problems.push('growth');
  if (command === 'check' && large.time! - Math.max(start, prose.get(command)!) > MOST_SECONDS)
    problems.push('time');
  if (large.memory > MOST_MEMORY) problems.push('memory');
  return problems;
}

function growthOf({ command, small, large }: Pick<Row, 'command' | 'small' | 'large'>): number {
  const start = idle.get(command)!;
  return (large.time! - start) / Math.max(small.time! - start, LEAST_SECONDS);
}

function namesToMeasure(): string[] {
  if (positionals.length > 0) return positionals;
  const all = Object.keys(constructs);
  if (!values.pairs) return all;
  return [...all, ...all.flatMap((one, at) => all.slice(at + 1).map((other) => `${one}+${other}`))];
}

const shown = (time: number | undefined, digits = 2): string =>
  time === undefined ? '–' : time.toFixed(digits);

function line(row: Row): string {
  const { name, command, small, large } = row;
  const growth = small.time !== undefined && large.time !== undefined ? `×${growthOf(row).toFixed(1)}` : '–';
  return `| ${name} | ${command} | ${shown(small.time)} | ${shown(large.time)} | ${growth} | ${large.memory.toFixed(0)} | ${problemsOf(row).join(', ')} |`;
}

async function measure(): Promise<void> {
  const rows: Row[] = [];
  const names = namesToMeasure();
  console.log(`| construct | command | ${sizes[0]} B, s | ${sizes[1]} B, s | growth | MB | beyond |`);
  console.log('| --- | --- | ---: | ---: | ---: | ---: | --- |');
  for (const command of values.command) {
    idle.set(command, (await take(command, 'A.\n')).time ?? 0);
    prose.set(command, (await take(command, made(PROSE, sizes[1]))).time ?? 0);
  }
  for (const name of names) {
    for (const command of values.command) {
      const small = await take(command, made(name, sizes[0]));
      // What is not done with little will not be with much.
      const large = small.problem === undefined ? await take(command, made(name, sizes[1])) : small;
      const row = { name, command, small, large };
      rows.push(row);
      console.log(line(row));
    }
  }
  const beyond = rows.filter((row) => problemsOf(row).length > 0);
  console.log(`\n${rows.length} measured, ${beyond.length} beyond the limits.`);
  if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(rows, undefined, 1));
  process.exitCode = beyond.length > 0 ? 1 : 0;
}

if (values.write) for (const name of positionals) process.stdout.write(made(name, sizes[0]));
else await measure();
