import { dirname, relative, sep } from 'node:path';
import { URI } from 'vscode-uri';
import type { FileProblem } from '../data-files/problem';
import { nodeFiles, toUri } from '../disk/node-files';
import { WORD_ENDING } from '../files/endings';
import { meantKind } from '../framework/meant-kind';
import { isDraft, type Project, ProjectStore } from '../project';
import type { RuleSetting, Severity } from '../project/severity';
import { configurationInvalid } from '../rules/configuration-invalid';
import { harmless, harmlessOutput } from '../text/plain-output';
import { type Arguments, UsageError } from './arguments';
import { repositoryOf } from './folders';
import { type Input, inputsOf } from './inputs';
import type { OpenedDraft } from './opened-draft';
import { readDraft, readStream } from './read-draft';
import { Progress, type Style, styleFor } from './terminal';
import type { Question, Verdict } from './verdict';
import { readWord } from './word-documents';

/** The Markdown of a Word document, with the kind that importing it would give it. Loaded at its first use. */
async function asItLooks(text: string, project: Project): Promise<string> {
  return (await import('../skeleton/kind-change')).withLikelyKind(text, project).text;
}

/** Input and output of a command: those of the process, or of a test. */
export interface CommandIo {
  readonly cwd: string;
  readonly stdin: AsyncIterable<Buffer | string>;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly environment: NodeJS.ProcessEnv;
}

/** The problem of a Word document where a draft is expected. */
const IS_WORD = { problem: 'this is a Word document. “advocacy import” makes a draft of it' };

/** One run of a command: reads drafts, reports problems on standard error, and remembers whether there were any. */
export class CommandRun {
  readonly style: Style;
  /** What could not be read, and mistakes in configurations, as printed on standard error. */
  readonly troubles: string[] = [];
  /** Mistakes in configurations and the files that they name, each once, with the severity that is set for them. */
  readonly problems: { readonly problem: FileProblem; readonly severity: Severity }[] = [];
  /** The number of drafts that are still to be read, as far as is known. */
  remaining = 0;
  private readonly notes = new Set<string>();
  private progress: Progress | undefined;
  private readonly projects = new ProjectStore(nodeFiles);

  constructor(readonly io: CommandIo) {
    this.style = styleFor(io.stdout, io.environment);
  }

  /**
   * Reads the drafts that paths stand for, one after another, so that memory does not grow with their number. Those
   * that cannot be read are reported, and the others read.
   *
   * @param verb for the progress: "Checking"
   * @param withWord whether Word documents are read, too, as the Markdown that an import makes of them
   * @param kind of drafts that name none; without it, the kind of a Word document is guessed
   */
  async *drafts(
    paths: readonly string[],
    verb: string,
    {
      stdinName,
      withWord = false,
      kind,
    }: {
      readonly stdinName?: string | undefined;
      readonly withWord?: boolean;
      readonly kind?: string | undefined;
    } = {},
  ): AsyncGenerator<OpenedDraft> {
    const { cwd, stderr } = this.io;
    const progress = new Progress(stderr, verb);
    this.progress = progress;
    let done = 0;
    try {
      const inputs: Input[] = [];
      for await (const input of inputsOf(paths, cwd, stdinName)) {
        progress.step(inputs.length, undefined, input.shown);
        if ('problem' in input) this.complain(input.shown, input.problem);
        else inputs.push(input);
      }
      for (const input of inputs) {
        progress.step(done++, inputs.length, input.shown);
        this.remaining = inputs.length - done;
        const isWord = !input.stdin && WORD_ENDING.test(input.path);
        const read = await (isWord
          ? withWord
            ? readWord(input.path)
            : IS_WORD
          : input.stdin
            ? readStream(this.io.stdin)
            : readDraft(input.path));
        if ('problem' in read) {
          this.complain(input.shown, read.problem);
          continue;
        }
        const uri = toUri(input.path);
        const project = await this.projectOf(input.path);
        if (!input.named && !isDraft(read.text, uri, project)) continue;
        const text = isWord && kind === undefined ? await asItLooks(read.text, project) : read.text;
        yield { input, text, uri, project, isWord };
      }
    } finally {
      progress.clear();
    }
  }

  /** Answers a question on each draft, in their order, as `--threads` and `--cache` say. */
  async *verdicts<Q extends Question>(
    drafts: AsyncGenerator<OpenedDraft>,
    question: Q,
    given: Arguments,
  ): AsyncGenerator<{ readonly opened: OpenedDraft; readonly verdict: Verdict<Q> }> {
    const { cwd, environment } = this.io;
    const threads = threadsOf(given.text('threads'));
    const cache = given.on('cache')
      ? await (await import('./cache')).VerdictCache.open(cwd, question, environment, __filename)
      : undefined;
    // Loaded at its first use: judging is most of the code, and an export does not need it.
    const { verdictsOn } = await import('./thread-pool');
    yield* verdictsOn(this, drafts, question, { threads, cache });
    const failure = await cache?.close();
    if (failure !== undefined) this.warn(`The results could not be kept for the next run: ${failure}.`);
  }

  /** The project of a file. Its problems are reported once. */
  async projectOf(path: string): Promise<Project> {
    const project = await projectOf(this.projects, path);
    const severity = severityOfMistakes(project);
    if (severity === 'off') return project;
    for (const problem of project.problems) {
      const { line, character } = problem.range.start;
      const place = `${this.show(problem.uri)}:${line + 1}:${character + 1}`;
      if (this.problems.some((known) => known.problem === problem)) continue;
      // Problems below an error are reported, and do not make the run fail.
      const isNew =
        severity === 'error'
          ? this.complain(place, problem.message)
          : this.note(`${place}: ${severity}: ${problem.message}`);
      if (isNew) this.problems.push({ problem, severity });
    }
    return project;
  }

  /** Says something on standard error, once. */
  private note(text: string): string | undefined {
    const line = sentence(text);
    if (this.notes.has(line)) return undefined;
    this.notes.add(line);
    this.warn(line);
    return line;
  }

  /** Prints a problem of a file on standard error, in one line and once, however many drafts it concerns. */
  complain(shown: string, problem: string): boolean {
    // Node reads such a name as another one, of which there is no file.
    const isMisread = shown.includes('\uFFFD') && problem.startsWith('there is no such file');
    const line = this.note(
      `${shown}: ${isMisread ? 'its name is not in UTF-8, so it cannot be opened. Rename it' : problem}`,
    );
    if (line !== undefined) this.troubles.push(line);
    return line !== undefined;
  }

  /** Whether the exit status is 2. */
  get troubled(): boolean {
    return this.troubles.length > 0;
  }

  /**
   * Says that there are no drafts, and why.
   *
   * @param paths what was named; empty for the current folder
   */
  adviseOnDrafts(paths: readonly string[]): void {
    if (paths.length > 0) {
      if (!this.troubled) this.warn('There is no Markdown file there.');
      return;
    }
    this.warn(
      'There are no drafts in this folder. A draft is a Markdown file with a “kind” in its front matter, or one that “drafts” in .advocacy.json means; or name the file.',
    );
  }

  /** Prints a line on standard error. */
  warn(line: string): void {
    this.progress?.clear();
    this.io.stderr.write(harmlessOutput(`${harmless(line)}\n`));
  }

  /**
   * Writes to standard output, and waits where the reader is slower. The text is made safe for terminals and logs.
   *
   * @param own "::" where the text consists of our commands for GitHub
   */
  async print(text: string, own?: '::'): Promise<void> {
    const { stdout } = this.io;
    this.progress?.clear();
    if (text !== '' && !stdout.write(harmlessOutput(text, own)))
      await new Promise<void>((done) => stdout.once('drain', done));
  }

  /** A file's path as shown: relative to the current folder where it lies in it, with slashes. */
  show(uri: string): string {
    const { fsPath } = URI.parse(uri);
    const below = relative(this.io.cwd, fsPath);
    const path = below === '' || below.startsWith('..') ? fsPath : below;
    return sep === '\\' ? path.replaceAll('\\', '/') : path;
  }
}

/** A text as one line that ends with a full stop. */
function sentence(text: string): string {
  return harmless(text).replace(/[^.?!]$/, '$&.');
}

/** The severity of mistakes in a configuration: errors, unless it sets another. */
function severityOfMistakes({ configuration: { rules } }: Project): RuleSetting {
  return Object.hasOwn(rules, configurationInvalid.id) ? rules[configurationInvalid.id]! : 'error';
}

function threadsOf(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  if (!/^[1-9]\d{0,2}$/.test(written)) {
    throw new UsageError(`--threads is a number from 1 to 999, not “${written}”.`);
  }
  return Number(written);
}

/** The project of a file. Where it lies in a Git repository, nothing outside that is read. */
export function projectOf(projects: ProjectStore, path: string): Promise<Project> {
  const repository = repositoryOf(dirname(path));
  return projects.get(toUri(path), repository && toUri(repository));
}

/**
 * Checks `--kind` against a project's framework.
 *
 * @throws UsageError where there is no such kind
 */
export function checkKind(kind: string | undefined, { framework }: Project): void {
  if (kind === undefined || framework.kindNamed(kind)) return;
  const ids = framework.kinds.map(({ id }) => id);
  const meant = meantKind(kind, framework);
  const there = ids.length === 0 ? 'The framework has none.' : `There are ${ids.join(', ')}.`;
  const suggestion = meant ? ` Did you mean “${meant.id}”?` : ` ${there}`;
  throw new UsageError(`There is no type of paper “${kind}”.${suggestion}`);
}
