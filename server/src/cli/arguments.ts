import { didYouMean } from '../data-files/nearest';
import { addAll } from '../util/lists';

/** A mistake in a command line. Its message is printed on one line; the exit status is 2. */
export class UsageError extends Error {}

export interface OptionShape {
  /** The name of its value for the help ("FILE"); undefined for a switch. */
  readonly value?: string;
  readonly short?: string;
  /** The allowed values. */
  readonly choices?: readonly string[];
  readonly help: string;
}

export interface Arguments {
  readonly paths: readonly string[];
  text(option: string): string | undefined;
  on(option: string): boolean;
}

/**
 * Reads the words behind a command's name. Options may stand anywhere, as `--name value`, `--name=value` or `-n value`;
 * `--` ends them, and a single `-` is a path.
 *
 * @throws UsageError for unknown options, of which it names the nearest known one, and for wrong values
 */
export function readArguments(
  command: string,
  words: readonly string[],
  options: Readonly<Record<string, OptionShape>>,
): Arguments {
  const paths: string[] = [];
  const values = new Map<string, string>();
  const byShort = new Map(Object.entries(options).map(([name, { short }]) => [short, name]));
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (word === '--') {
      addAll(paths, words.slice(i + 1));
      break;
    }
    if (!word.startsWith('-') || word === '-') {
      paths.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const written = equals < 0 ? word : word.slice(0, equals);
    const name = written.startsWith('--') ? written.slice(2) : byShort.get(written.slice(1));
    const option = name !== undefined && Object.hasOwn(options, name) ? options[name] : undefined;
    if (name === undefined || !option) {
      throw new UsageError(
        `“advocacy ${command}” has no option ${written}.${suggestion(written, options, command)}`,
      );
    }
    if (values.has(name)) throw new UsageError(`${written} is given twice.`);
    let value = equals < 0 ? '' : word.slice(equals + 1);
    if (option.value === undefined && equals >= 0) throw new UsageError(`${written} takes no value.`);
    if (option.value !== undefined && equals < 0) {
      const next = words[i + 1];
      if (next === undefined || (next.startsWith('-') && next !== '-' && !/^-\d/.test(next))) {
        throw new UsageError(`${written} needs a value: ${written} ${option.value}.`);
      }
      value = next;
      i++;
    }
    if (option.value !== undefined && value === '') {
      throw new UsageError(`${written} needs a value: ${written} ${option.value}.`);
    }
    if (option.choices && !option.choices.includes(value)) {
      throw new UsageError(
        `${written} is one of ${option.choices.join(', ')}, not “${value}”.${didYouMean(value, option.choices)}`,
      );
    }
    values.set(name, value);
  }
  return { paths, text: (option) => values.get(option), on: (option) => values.has(option) };
}

function suggestion(
  written: string,
  options: Readonly<Record<string, OptionShape>>,
  command: string,
): string {
  const names = Object.keys(options).map((name) => `--${name}`);
  return didYouMean(written, names) || ` See “advocacy ${command} --help”.`;
}
