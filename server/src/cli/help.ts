import type { OptionShape } from './arguments';

export interface CommandShape {
  /** What follows "advocacy". */
  readonly usage: string;
  readonly summary: string;
  /** Paragraphs that only the command's own help has. */
  readonly details: readonly string[];
  readonly options: Readonly<Record<string, OptionShape>>;
}

const PATHS =
  'A PATH is a file, a folder (its Markdown files; what .gitignore names is left out) or - for standard input. Without a PATH, the drafts in the current folder and below it are meant: Markdown files with a “kind” in their front matter, and those that “drafts” in .advocacy.json lists.';
const WORD =
  'A Word document that is named is read as the Markdown that “advocacy import” makes of it: lines are those of that, and the heading above is named.';
const STATUS =
  'Exit status: 0 when nothing fails, 1 when there are errors (or more warnings than --max-warnings), 2 when something could not be read, a configuration is broken, or the command was wrong.';

const many: Readonly<Record<string, OptionShape>> = {
  cache: { help: 'Keeps the results for the next run, which then judges only what has changed.' },
  threads: { value: 'N', help: 'How many threads work at most; by default as many as there are cores.' },
};
const help: OptionShape = { short: 'h', help: 'Shows this help.' };

/** Every command, in the order of the help. */
export const COMMANDS: Readonly<Record<string, CommandShape>> = {
  check: {
    usage: 'check [PATH…]',
    summary: 'Shows what is missing, unclear or unsourced in drafts.',
    details: [PATHS, WORD, STATUS],
    options: {
      format: {
        value: 'FORMAT',
        choices: ['pretty', 'json', 'sarif', 'github', 'junit'],
        help: 'How findings are printed: pretty (default), json, sarif, github or junit.',
      },
      all: {
        help: 'Shows every hint. Without it, pretty shows three of a rule in a draft, and counts the others.',
      },
      'max-warnings': { value: 'N', help: 'Fails when there are more than N warnings.' },
      kind: { value: 'KIND', help: 'The kind of drafts that do not name theirs, such as report or letter.' },
      'stdin-filename': { value: 'FILE', help: 'The file that standard input stands for.' },
      ...many,
      help,
    },
  },
  coverage: {
    usage: 'coverage [PATH…]',
    summary: 'Shows which areas and offers drafts argue, and where.',
    details: [PATHS, WORD],
    options: {
      format: {
        value: 'FORMAT',
        choices: ['pretty', 'json', 'markdown', 'html'],
        help: 'How coverage is printed: pretty (default), json, markdown or html.',
      },
      ...many,
      help,
    },
  },
  export: {
    usage: 'export PATH… (-o FILE | --out-dir DIR)',
    summary: 'Writes drafts as accessible Word documents.',
    details: [
      'A file that advocacy did not write, or that somebody has changed or saved in Word since, is overwritten only with --force. When something goes wrong, the old file stays as it was.',
      'What a document cannot show, what keeps people from reading it, what is still to be filled in and what is wrong in the front matter is listed by line on standard error, and counted below. The draft is not judged: “advocacy check” does that.',
      'Exit status: 0 when all documents are written, 1 when --strict or --final has kept one back, 2 when something could not be read or written, or the command was wrong.',
    ],
    options: {
      output: { value: 'FILE', short: 'o', help: 'The .docx file to write, for one draft.' },
      'out-dir': {
        value: 'DIR',
        help: 'The folder to write to; each draft becomes a .docx of the same name.',
      },
      template: {
        value: 'FILE',
        help: 'A .docx or .dotx file whose look is used, or committee-paper or one-page-briefing.',
      },
      changes: {
        value: 'HOW',
        choices: ['track', 'accept', 'reject'],
        help: 'What becomes of the changes of a review in a draft: track (default) shows them in Word, with the comments; accept and reject leave the comments out.',
      },
      final: {
        help: 'Writes a document to send out: without the draft in it, and only when no change or comment of a review is open.',
      },
      since: {
        value: 'REF|FILE',
        help: 'Writes what changed since a commit of the Git repository, or since the version in a file, as tracked changes.',
      },
      pictures: {
        value: 'HOW',
        choices: ['reduced', 'full'],
        help: 'What becomes of JPEG and PNG pictures: reduced (default) to 220 dots per inch at the size at which they are shown, or kept in full.',
      },
      strict: { help: 'Writes no document that is not accessible: a picture without a description, say.' },
      force: { help: 'Overwrites files that advocacy did not write, or that were changed since.' },
      help,
    },
  },
  import: {
    usage: 'import FILE.docx… (-o FILE.md | --out-dir DIR | --into DRAFT.md)',
    summary: 'Writes Word documents as Markdown, with what reviewers did in them.',
    details: [
      'Tracked changes and comments stand in the Markdown as CriticMarkup, with who made them and when. Pictures are written into a folder beside it: FILE-images for FILE.md. A file that is there already is overwritten only with --force.',
      'With --into, a document that was exported and reviewed is brought back into its draft, in place or, with -o, into another file: what nobody touched stays byte for byte, what was changed on both sides is shown. With --changes reject --comments drop the draft is as it was.',
      'What Markdown cannot hold is listed on standard error, with the heading below which it stands.',
      'Exit status: 0 when all documents are written, 2 when something could not be read or written, or the command was wrong.',
    ],
    options: {
      output: { value: 'FILE', short: 'o', help: 'The .md file to write, for one document.' },
      'out-dir': {
        value: 'DIR',
        help: 'The folder to write to; each document becomes a .md of the same name.',
      },
      into: { value: 'DRAFT', help: 'The draft that a reviewed document is brought back into.' },
      changes: {
        value: 'HOW',
        choices: ['show', 'accept', 'reject'],
        help: 'What is made of tracked changes: show (default), accept or reject.',
      },
      comments: {
        value: 'HOW',
        choices: ['keep', 'drop'],
        help: 'What is made of comments: keep (default) or drop.',
      },
      force: {
        help: 'Overwrites files that are there already; with --into, does not mind that a document was made of another draft.',
      },
      help,
    },
  },
  new: {
    usage: 'new KIND [--title TITLE] [-o FILE]',
    summary: 'Writes a new draft of a kind, such as report or letter, with what it needs to be filled in.',
    details: [
      'Without -o it is called after its title, or its kind, and written into the current folder. A file that is there is not overwritten.',
    ],
    options: {
      title: { value: 'TITLE', help: 'Its title, as readers will see it.' },
      output: { value: 'FILE', short: 'o', help: 'The .md file to write, or - for standard output.' },
      help,
    },
  },
  init: {
    usage: 'init [FOLDER]',
    summary: 'Writes a configuration with explanations, and a first draft. Overwrites nothing.',
    details: [],
    options: { help },
  },
  rules: { usage: 'rules', summary: 'Lists all rules.', details: [], options: { help } },
  explain: {
    usage: 'explain RULE | --passage FILE:LINE',
    summary: 'Says what a rule looks for and why; or what a passage argues, and how that was judged.',
    details: [
      'With --passage in place of a rule: what a passage of a draft argues, and the words that led there.',
    ],
    options: {
      passage: { value: 'FILE:LINE', help: 'Explains the passage on a line of a draft.' },
      numbers: {
        help: 'With --passage: shows the probability of each topic, and what counted for it and against it.',
      },
      help,
    },
  },
  lsp: {
    usage: 'lsp --stdio',
    summary: 'Starts the language server, for editors.',
    details: [],
    options: {
      stdio: { help: 'Talks over standard input and output.' },
      'check-all': { help: 'Treats every Markdown file as a draft.' },
      help,
    },
  },
};

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
