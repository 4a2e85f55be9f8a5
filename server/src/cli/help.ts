import type { OptionShape } from './arguments';
import commands from './commands.json';

interface CommandShape {
  /** The words behind "advocacy". */
  readonly usage: string;
  readonly summary: string;
  /** Paragraphs of the command's own help. */
  readonly details: readonly string[];
  readonly options: Readonly<Record<string, OptionShape>>;
}

/** A command in `commands.json`, without the options and paragraphs that several commands share. */
interface Described extends CommandShape {
  /** Whether it judges drafts. */
  readonly ofDrafts?: boolean;
}

const PATHS =
  'A PATH is a file, a folder (its Markdown files; what .gitignore names is left out) or - for standard input. Without a PATH, the drafts in the current folder and below it are meant: Markdown files with a “kind” in their front matter, and those that “drafts” in .advocacy.json lists.';
const WORD =
  'A Word document that is named is read as the Markdown that “advocacy import” makes of it: lines are those of that, and the heading above is named.';

const many: Readonly<Record<string, OptionShape>> = {
  cache: { help: 'Keeps the results for the next run, which then judges only what has changed.' },
  threads: { value: 'N', help: 'How many threads work at most; by default as many as there are cores.' },
};
const help: OptionShape = { short: 'h', help: 'Shows this help.' };

/** Every command, in the order of the help. */
export const COMMANDS: Readonly<Record<string, CommandShape>> = Object.fromEntries(
  Object.entries<Described>(commands).map(([name, { ofDrafts, details, options, ...rest }]) => [
    name,
    {
      ...rest,
      details: ofDrafts ? [PATHS, WORD, ...details] : details,
      options: { ...options, ...(ofDrafts && many), help },
    },
  ]),
);

/** The help of all commands, or of one. */
export function helpFor(command?: string): string {
  const shape = command !== undefined && Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (!shape) {
    const width = Math.max(...Object.values(COMMANDS).map(({ usage }) => usage.length));
    const lines = Object.values(COMMANDS).map(
      ({ usage, summary }) => `  advocacy ${usage.padEnd(width)}  ${summary}`,
    );
    return `Shows what a draft argues for public libraries, and what it still lacks.

${lines.join('\n')}

  advocacy COMMAND --help${' '.repeat(Math.max(0, width - 14))}  Shows the options of a command.
  advocacy --version${' '.repeat(Math.max(0, width - 9))}  Shows the version.

${PATHS}
`;
  }
  const names = Object.entries(shape.options).map(
    ([name, { short, value }]) => `${short ? `-${short}, ` : '    '}--${name}${value ? ` ${value}` : ''}`,
  );
  const width = Math.max(...names.map((name) => name.length));
  const options = Object.values(shape.options).map(({ help }, i) => `  ${names[i]!.padEnd(width)}  ${help}`);
  const details = shape.details.map((paragraph) => `\n${paragraph}\n`).join('');
  return `advocacy ${shape.usage}\n\n${shape.summary}\n${details}\nOptions:\n${options.join('\n')}\n`;
}
