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
}

/** All that is to be measured. Times in ms. */
export interface Plan {
  readonly parts: readonly Part[];
  readonly sizes: readonly SizePlan[];
  /** What one program may take for a measure on one size before it leaves after `least` measurements. */
  readonly budget: number;
  readonly least: number;
  /** Longest wait for one answer, or for one run of a command. */
  readonly limit: number;
  /** The many files: how many of 10 KB, and how many runs over them. */
  readonly files: number;
  readonly fileRuns: number;
}

/** What the arguments ask for. */
export interface Options {
  readonly parts: readonly Part[];
  readonly pace: 'quick' | 'usual' | 'full';
  readonly check: boolean;
  readonly help: boolean;
}

export const HELP = `npm run bench -- [--only PARTS] [--quick | --full] [--check]

Measures Library Advocacy beside its peers, which it installs into bench/peers, and prints a report.
A whole run takes about twenty minutes, and writes bench/RESULTS.md, bench/growth.svg and bench/baseline.json.

  --only PARTS   Only these parts, separated by commas: ${PARTS.join(', ')}. Writes nothing.
  --quick        Small texts, few repetitions: about a minute. Writes nothing.
  --full         1,000 files in place of 200, and all repetitions however long they take.
  --check        Compares with bench/baseline.json, and ends with 1 when a ratio to a peer is worse by a quarter.
                 What is worse is measured again, up to twice. Writes nothing.
  --help         Shows this.
`;

/** Reads the arguments. Throws an Error with a line for the user when they are wrong. */
export function readArguments(args: readonly string[]): Options {
  const given = new Set<string>();
  let parts: readonly Part[] = PARTS;
  for (let index = 0; index < args.length; index++) {
    const [name, ...rest] = args[index]!.split('=');
    let value = rest.length > 0 ? rest.join('=') : undefined;
    if (name === '--only') {
      value ??= args[++index];
      parts = partsIn(value);
    } else if (!['--quick', '--full', '--check', '--help', '-h'].includes(name!)) {
      throw new Error(`There is no “${args[index]}”. “npm run bench -- --help” shows what there is.`);
    } else if (value !== undefined) throw new Error(`“${name}” takes no value.`);
    given.add(name!);
  }
  if (given.has('--quick') && given.has('--full')) throw new Error('Choose one of --quick and --full.');
  return {
    parts,
    pace: given.has('--quick') ? 'quick' : given.has('--full') ? 'full' : 'usual',
    check: given.has('--check'),
    help: given.has('--help') || given.has('-h'),
  };
}

function partsIn(value: string | undefined): readonly Part[] {
  const named = (value ?? '').split(',').map((name) => name.trim());
  const wrong = named.find((name) => !PARTS.some((part) => part === name));
  if (value === undefined || value === '' || value.startsWith('--'))
    throw new Error(`Name the parts after --only: ${PARTS.join(', ')}.`);
  if (wrong !== undefined) throw new Error(`There is no part “${wrong}”. There are ${PARTS.join(', ')}.`);
  return PARTS.filter((part) => named.includes(part));
}

/** What is measured at each pace. */
export function planFor({ parts, pace }: Pick<Options, 'parts' | 'pace'>): Plan {
  if (pace === 'quick') {
    const few = { starts: 1, keys: 8, bursts: 1, runs: 2 };
    return {
      parts,
      sizes: [
        { label: '10 KB', bytes: 10_000, ...few },
        { label: '100 KB', bytes: 100_000, ...few },
      ],
      budget: 5_000,
      least: 1,
      limit: 30_000,
      files: 20,
      fileRuns: 1,
    };
  }
  return {
    parts,
    sizes: [
      { label: '10 KB', bytes: 10_000, starts: 5, keys: 40, bursts: 3, runs: 7 },
      { label: '100 KB', bytes: 100_000, starts: 5, keys: 40, bursts: 3, runs: 7 },
      { label: '1 MB', bytes: 1_000_000, starts: 3, keys: 40, bursts: 3, runs: 5 },
      { label: '10 MB', bytes: 10_000_000, starts: 1, keys: 10, bursts: 1, runs: 1 },
    ],
    budget: pace === 'full' ? Number.POSITIVE_INFINITY : 45_000,
    least: 3,
    limit: 90_000,
    files: pace === 'full' ? 1_000 : 200,
    fileRuns: 3,
  };
}
