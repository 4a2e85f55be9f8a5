/** The parts of the bench: keys in an editor, the command line, Word documents. */
export const PARTS = ['keys', 'cli', 'word'] as const;
export type Part = (typeof PARTS)[number];

/** How often things are measured on texts of one size. */
export interface SizePlan {
  readonly label: string;
  readonly bytes: number;
  readonly starts: number;
  readonly keys: number;
  readonly bursts: number;
  readonly runs: number;
  /** The longest wait for an answer or a run of a peer, in milliseconds. This product has no such limit. */
  readonly limit: number;
}

/** What is to be measured. Times are in milliseconds. */
export interface Plan {
  readonly parts: readonly Part[];
  readonly sizes: readonly SizePlan[];
  /** The time after which a program is not measured again for a measure at one size. */
  readonly budget: number;
  /** How many files of 10 KB are checked together, and how many times. */
  readonly files: number;
  readonly fileRuns: number;
  /** The longest time of a peer for them. */
  readonly fileLimit: number;
}

/** The options of the command line. */
export interface Options {
  readonly parts: readonly Part[];
  /** In bytes. */
  readonly sizes: readonly number[];
  readonly pace: 'quick' | 'usual' | 'full';
  readonly check: boolean;
  readonly help: boolean;
}

/** The largest text of a quick run, in bytes. */
const QUICK = 100_000;
const SIZES = { '10k': 10_000, '100k': 100_000, '1m': 1_000_000, '10m': 10_000_000 } as const;

export const HELP = `npm run bench -- [--only PARTS] [--sizes SIZES] [--quick | --full] [--check]

Measures Library Advocacy beside its peers, which it installs into bench/peers, and prints a report.
A whole run takes about ten minutes, and writes bench/RESULTS.md, bench/growth.svg and bench/baseline.json.

  --only PARTS   Only these parts, separated by commas: ${PARTS.join(', ')}. Writes nothing.
  --sizes SIZES  Only texts of these sizes: ${Object.keys(SIZES).join(', ')}. Writes nothing.
  --quick        Small texts, few repetitions: about a minute. Writes nothing.
  --full         1,000 files in place of 200, and all repetitions however long they take.
  --check        Compares with bench/baseline.json, and ends with 1 when a ratio to a peer is worse by a quarter.
                 What is worse is measured again, up to twice. Writes nothing.
  --help         Shows this.
`;

/** Reads the arguments. @throws Error with a line for the user if they are wrong */
export function readArguments(args: readonly string[]): Options {
  const given = new Set<string>();
  let parts: readonly Part[] = PARTS;
  let sizes: readonly (keyof typeof SIZES)[] = Object.keys(SIZES) as (keyof typeof SIZES)[];
  for (let index = 0; index < args.length; index++) {
    const [name, ...rest] = args[index]!.split('=');
    let value = rest.length > 0 ? rest.join('=') : undefined;
    if (name === '--only' || name === '--sizes') {
      value ??= args[++index];
      if (name === '--only') parts = listed(name, value, PARTS);
      else sizes = listed(name, value?.toLowerCase(), sizes);
    } else if (!['--quick', '--full', '--check', '--help', '-h'].includes(name!)) {
      throw new Error(`There is no “${args[index]}”. “npm run bench -- --help” shows what there is.`);
    } else if (value !== undefined) throw new Error(`“${name}” takes no value.`);
    given.add(name!);
  }
  if (given.has('--quick') && given.has('--full')) throw new Error('Choose one of --quick and --full.');
  const quick = given.has('--quick');
  const chosen = sizes.map((size) => SIZES[size]).filter((bytes) => !quick || bytes <= QUICK);
  if (chosen.length === 0) throw new Error('With --quick there are only the sizes 10k and 100k.');
  return {
    parts,
    sizes: chosen,
    pace: quick ? 'quick' : given.has('--full') ? 'full' : 'usual',
    check: given.has('--check'),
    help: given.has('--help') || given.has('-h'),
  };
}

/** Whether this is a complete run, whose results are kept. */
export function isWhole({ parts, sizes, pace, check }: Options): boolean {
  return (
    pace !== 'quick' && !check && parts.length === PARTS.length && sizes.length === Object.keys(SIZES).length
  );
}

/** The elements of `all` that a value names, in the order of `all`. */
function listed<T extends string>(
  option: string,
  value: string | undefined,
  all: readonly T[],
): readonly T[] {
  const known = all.join(', ');
  if (!value || value.startsWith('--')) throw new Error(`Say which after ${option}: ${known}.`);
  const named = value.split(',').map((name) => name.trim());
  const wrong = named.find((name) => !all.some((one) => one === name));
  if (wrong !== undefined) throw new Error(`${option} does not know “${wrong}”, only ${known}.`);
  return all.filter((one) => named.includes(one));
}

/** The plan for a pace. */
export function planFor({ parts, sizes, pace }: Pick<Options, 'parts' | 'sizes' | 'pace'>): Plan {
  const wanted = (plans: readonly SizePlan[]) => plans.filter(({ bytes }) => sizes.includes(bytes));
  if (pace === 'quick') {
    const few = { starts: 1, keys: 8, bursts: 1, runs: 2, limit: 30_000 };
    return {
      parts,
      sizes: wanted([
        { label: '10 KB', bytes: 10_000, ...few },
        { label: '100 KB', bytes: 100_000, ...few },
      ]),
      budget: 5_000,
      files: 20,
      fileRuns: 1,
      fileLimit: 60_000,
    };
  }
  return {
    parts,
    sizes: wanted([
      { label: '10 KB', bytes: 10_000, starts: 5, keys: 40, bursts: 3, runs: 5, limit: 20_000 },
      { label: '100 KB', bytes: 100_000, starts: 5, keys: 40, bursts: 3, runs: 5, limit: 20_000 },
      { label: '1 MB', bytes: 1_000_000, starts: 3, keys: 40, bursts: 3, runs: 3, limit: 45_000 },
      { label: '10 MB', bytes: 10_000_000, starts: 1, keys: 10, bursts: 1, runs: 1, limit: 30_000 },
    ]),
    budget: pace === 'full' ? Number.POSITIVE_INFINITY : 15_000,
    files: pace === 'full' ? 1_000 : 200,
    fileRuns: 3,
    fileLimit: 120_000,
  };
}
