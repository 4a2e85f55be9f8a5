import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, tmpdir, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { type Baseline, better, compare, readBaseline, said, writtenBaseline } from './check';
import { measureTools, measureWord } from './commands';
import { GROWTH_ALT, growth } from './growth';
import { install } from './install';
import { measureKeys } from './keys';
import { type Findings, ratios } from './measures';
import { OURS, type Places, type Product, prepareFolder, servers, tools, wordMakers } from './peers';
import { HELP, isWhole, type Options, PARTS, type Part, type Plan, planFor, readArguments } from './plan';
import { type Machine, named, report } from './report';
import { measured } from './statistics';
import { readMaterial } from './texts';

const root = join(__dirname, '..');
const BASELINE = join(__dirname, 'baseline.json');
const ATTEMPTS = 3;

/** Measures what the options say. Returns the exit code. */
async function bench(options: Options): Promise<number> {
  if (options.check && !existsSync(BASELINE))
    throw new Error(
      'There is no bench/baseline.json to compare with. A whole run of “npm run bench” writes it.',
    );
  const baseline = options.check ? readBaseline(readFileSync(BASELINE, 'utf8')) : undefined;
  const plan = planFor(options);
  const before = loadavg()[0]!;
  const places = await install(root, plan.parts, progress);
  const findings = await measure(plan, places);
  const machine = describeMachine(before);

  const whole = isWhole(options);
  const picture = whole ? growth(findings.measures, plan.sizes) : undefined;
  const printed = report(machine, findings, picture ? { src: 'growth.svg', alt: GROWTH_ALT } : undefined);
  process.stdout.write(printed);
  if (whole) {
    writeFileSync(join(__dirname, 'RESULTS.md'), printed);
    if (picture) writeFileSync(join(__dirname, 'growth.svg'), picture);
    writeFileSync(BASELINE, writtenBaseline(named(machine), ratios(findings.measures)));
    progress('wrote bench/RESULTS.md, bench/growth.svg and bench/baseline.json');
  }
  const broken = findings.measures.filter(({ rows }) => rows.some(({ results }) => oursFailed(results)));
  if (broken.length > 0) {
    console.error(`Ours could not be measured: ${broken.map(({ title }) => title).join(', ')}.`);
    return 1;
  }
  return baseline ? await check(baseline, plan, findings, places) : 0;
}

async function measure(plan: Plan, places: Places): Promise<Findings> {
  const work = mkdtempSync(join(tmpdir(), 'advocacy-bench-'));
  const clean = (): void => rmSync(work, { recursive: true, force: true });
  process.on('exit', clean);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const material = readMaterial(root);
  const folder = ({ id }: Product): string => {
    const path = join(work, id);
    if (!existsSync(path)) {
      mkdirSync(path);
      if (id !== OURS) prepareFolder(path, places);
    }
    return path;
  };
  const shared = { plan, material, folder, progress };
  const notes: string[] = [];
  const by: Record<Part, () => Promise<Findings>> = {
    keys: () => measureKeys({ ...shared, products: servers(places, version) }),
    cli: () => measureTools({ ...shared, products: tools(places, version) }),
    word: () => {
      const products = wordMakers(places, version);
      if (products.length === 1) notes.push('pandoc is not installed here, and was left out.');
      return measureWord({ ...shared, products });
    },
  };
  const found: Findings[] = [];
  for (const part of plan.parts) found.push(await by[part]());
  process.off('exit', clean);
  clean();
  return {
    measures: found.flatMap(({ measures }) => measures),
    bursts: new Map(found.flatMap(({ bursts }) => [...bursts])),
    notes: [...notes, ...found.flatMap((one) => one.notes)],
  };
}

/** Compares with the committed ratios, and measures parts with worse ones again. Returns the exit code. */
async function check(baseline: Baseline, plan: Plan, first: Findings, places: Places): Promise<number> {
  let now = ratios(first.measures);
  let parts = worseParts(first);
  for (let attempt = 2; parts.length > 0 && attempt <= ATTEMPTS; attempt++) {
    progress(`worse than the baseline: measuring ${parts.join(' and ')} again (${attempt} of ${ATTEMPTS})`);
    const again = await measure({ ...plan, parts }, places);
    now = better(now, ratios(again.measures));
    parts = worseParts(first);
  }
  const { worse, compared, unknown } = compare(baseline, now);
  if (compared === 0)
    throw new Error('There was nothing to compare: the baseline has none of what was measured.');
  if (unknown.length > 0) console.error(`Not in bench/baseline.json: ${unknown.join('; ')}.`);
  for (const one of worse) console.error(said(one));
  console.error(
    worse.length > 0
      ? `${worse.length} of ${compared} ratios are worse by more than a quarter.`
      : `None of ${compared} ratios is worse by more than a quarter.`,
  );
  return worse.length > 0 ? 1 : 0;

  function worseParts({ measures }: Findings): Part[] {
    const { worse } = compare(baseline, now);
    const partOf = (id: string): Part => measures.find((one) => id.startsWith(`${one.id} /`))!.part;
    return PARTS.filter((part) => worse.some(({ id }) => partOf(id) === part));
  }
}

function oursFailed(results: Findings['measures'][number]['rows'][number]['results']): boolean {
  const mine = results.get(OURS);
  return mine !== undefined && !measured(mine);
}

function describeMachine(before: number): Machine {
  const processors = cpus();
  return {
    system: `${type()} ${release().split('-')[0]}`,
    processor: processors[0]?.model.trim() || 'unknown processor',
    cores: processors.length,
    memory: totalmem() / 2 ** 30,
    node: process.versions.node,
    date: new Date().toISOString().slice(0, 10),
    load: process.platform === 'win32' ? undefined : [before, loadavg()[0]!],
  };
}

function progress(what: string): void {
  console.error(`bench: ${what}`);
}

async function main(): Promise<void> {
  // Only the report goes to standard output, and not messages of the installation.
  console.log = console.error;
  try {
    const options = readArguments(process.argv.slice(2));
    if (options.help) process.stdout.write(HELP);
    else process.exitCode = await bench(options);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));
void main();
