/** Runs a command line. The code of a command is loaded when it is called, so that each starts fast. */
import { didYouMean } from '../data-files/nearest';
import { harmless } from '../text/plain-output';
import { VERSION } from '../util/version';
import { type Arguments, readArguments, UsageError } from './arguments';
import type { CommandIo } from './command-run';
import { COMMANDS, helpFor } from './help';

type Command = (given: Arguments, io: CommandIo) => Promise<number>;

const COMMAND_CODE: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./commands/check')).check,
  coverage: async () => (await import('./commands/coverage')).coverage,
  export: async () => (await import('./commands/export')).exportDrafts,
  import: async () => (await import('./commands/import-word')).importDocuments,
  new: async () => (await import('./commands/new')).newDraft,
  init: async () => (await import('./commands/init')).init,
  rules: async () => (await import('./commands/rules')).rules,
  explain: async () => (await import('./commands/rules')).explain,
  lsp: async () => (await import('./commands/lsp')).lsp,
};

/** Runs a command line and returns its exit status. */
export async function run(words: readonly string[], io: CommandIo): Promise<number> {
  const [command, ...rest] = words;
  if (command === undefined || command === '--help' || command === '-h' || command === 'help') {
    io[command === undefined ? 'stderr' : 'stdout'].write(helpFor(rest[0]));
    return command === undefined ? 2 : 0;
  }
  if (command === '--version' || command === '-V') {
    io.stdout.write(`${VERSION}\n`);
    return 0;
  }
  const shape = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  const load = COMMAND_CODE[command];
  if (!shape || !load) {
    const suggestion = didYouMean(command, Object.keys(COMMANDS)) || ' See “advocacy --help”.';
    const what = command.startsWith('-') ? 'option' : 'command';
    throw new UsageError(`There is no ${what} “${command}”.${suggestion}`);
  }
  const given = readArguments(command, rest, shape.options);
  if (given.on('help')) {
    io.stdout.write(helpFor(command));
    return 0;
  }
  return (await load())(given, io);
}

/** How many places of the code are printed with an unexpected error. */
const PLACES = 5;

/** An error in one line, for standard error. An unexpected one has a stack trace, for reporting it. */
export function errorLine(error: unknown): string {
  const text =
    error instanceof UsageError
      ? error.message
      : `This is a mistake in advocacy itself; please report it. ${traceOf(error)}`;
  return `${harmless(`advocacy: ${text}`)}\n`;
}

/** An error, and the innermost places that it came from. */
function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const places = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line));
  return [String(error), ...places.slice(0, PLACES).map((place) => place.trim())].join(' ');
}
