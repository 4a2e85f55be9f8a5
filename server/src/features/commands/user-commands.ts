import type { Position, Range } from 'vscode-languageserver';
import { CodeActionKind, MessageType, ShowDocumentRequest } from 'vscode-languageserver';
import { builtInFramework } from '../../framework';
import { folderOf, join, leadsOut, nameOf } from '../../project/paths';
import type { Project } from '../../project/types';
import { type ExportRefused, type ExportResult, serverCommands, userCommands } from '../../protocol';
import { isArgued, stateName } from '../../report/labels';
import { presentParts } from '../../rules/lib/parts/present';
import { draftName } from '../../skeleton/draft-name';
import { snippets } from '../../snippets';
import { localDate } from '../../text/dates';
import { reasonOf } from '../../text/error-message';
import { legible } from '../../text/plain-output';
import type { Client } from '../client/client';
import { Refusal } from '../client/refusal';
import { summary } from '../coverage/code-lens';
import { topicsOf } from '../coverage/hover';
import { newDraft } from '../insert/catalogue';
import type { AnalysedDocument } from '../workspace/analyses';
import type { Services } from '../workspace/services';
import { refuseRemote } from './remote-addresses';

/** One thing of a list to choose from. */
interface Choice {
  readonly title: string;
  readonly what: string;
}

/** The kind of the code actions that are here for clients without commands of their own. */
export const OFFERED = `${CodeActionKind.Source}.advocacy`;

/** Every name that is announced: what a client lists for its user needs no arguments. */
export const userCommandNames: readonly string[] = [
  ...Object.values(userCommands),
  ...builtInFramework.kinds.map(({ id }) => `${userCommands.newDraft}.${id}`),
  ...snippets.map(({ id }) => `${userCommands.insertSnippet}.${id}`),
];

/** What may be done with a draft besides mending it, as titles with a command of ours and its last argument. */
export function offered(
  judged: AnalysedDocument,
  { asks }: Pick<Client, 'asks'>,
): readonly { readonly title: string; readonly command: string; readonly what?: string }[] {
  const exported = { title: 'Export to Word', command: userCommands.exportWord };
  if (asks) {
    return [
      exported,
      { title: 'New draft…', command: userCommands.newDraft },
      { title: 'Insert…', command: userCommands.insertSnippet },
    ];
  }
  const those = (command: string, verb: string, choices: readonly Choice[]) =>
    choices.map(({ title, what }) => ({ title: `${verb}: ${title}`, command, what }));
  return [
    exported,
    ...those(userCommands.newDraft, 'New draft', kindsOf(judged.project)),
    ...those(userCommands.insertSnippet, 'Insert', insertablesOf(judged)),
  ];
}

function kindsOf({ framework }: Project): readonly Choice[] {
  return framework.kinds.map(({ id, title }) => ({ title, what: id }));
}

/** The parts that a paper of its kind has and the draft has not, and the arguments. */
function insertablesOf({ analysis, document: { draft } }: AnalysedDocument): readonly Choice[] {
  if (!analysis) return [];
  const { coverage } = analysis;
  const present = new Set(presentParts(draft, coverage.kind).map(({ part }) => part.id));
  const missing = coverage.kind.parts.filter(({ id }) => !present.has(id));
  return [
    ...missing.map(({ id, title }) => ({ title, what: `section:${id}` })),
    ...topicsOf(coverage).map(({ topic }) => ({
      title: `argument for ${topic.title}`,
      what: `area:${topic.id}`,
    })),
  ];
}

/** Runs a command of the server by its name, as `Commands.execute` does. */
type Execute = (command: string, args: readonly unknown[]) => Promise<unknown>;

/**
 * Commands for people in clients that have none of their own: without arguments they mean the document that something
 * was done in last; they say how it went, as many clients show neither an answer nor an error.
 */
export class UserCommands {
  constructor(private readonly services: Services) {}

  /** Runs `advocacy.newDraft`, or `advocacy.newDraft.report` where the client knows no arguments: `[uri?, position?, what?]`. */
  async run(name: string, [uri, position, given]: readonly unknown[], execute: Execute): Promise<null> {
    const command = Object.values(userCommands).find((one) => name === one || name.startsWith(`${one}.`));
    const suffix =
      command !== undefined && name.length > command.length ? name.slice(command.length + 1) : undefined;
    const what = suffix ?? (typeof given === 'string' ? given : undefined);
    const at = typeof uri === 'string' ? uri : this.services.documents.latest;
    try {
      if (at !== undefined) refuseRemote(this.services, at);
      if (command === userCommands.newDraft) await this.#newDraft(at, what);
      else if (command === undefined) throw new Refusal(`There is no command “${name}”.`);
      else if (at === undefined) throw new Refusal('Open a draft first.');
      else if (command === userCommands.exportWord) await this.#exportWord(at, execute);
      else if (command === userCommands.insertSnippet)
        await this.#insert(at, (position ?? null) as Position | null, what, execute);
      else await this.#showCoverage(at);
    } catch (error) {
      this.#tell(reasonOf(error), MessageType.Error);
    }
    return null;
  }

  async #exportWord(uri: string, execute: Execute): Promise<void> {
    const write = (force: boolean): Promise<ExportResult> =>
      execute(serverCommands.exportWord, [uri, null, { force }]) as Promise<ExportResult>;
    let result: ExportResult;
    try {
      result = await write(false);
    } catch (error) {
      const { reason } = ((error as { data?: unknown }).data ?? {}) as Partial<ExportRefused>;
      if (reason !== 'exists' || !this.services.client.asks) throw error;
      const overwrite = { title: 'Overwrite it' };
      const { message } = error as Error;
      if ((await this.#ask(message, [overwrite, { title: 'Leave it' }])) !== overwrite.title) return;
      result = await write(true);
    }
    const issues = [...result.placeholders, ...result.warnings, ...result.accessibility];
    const name = nameOf(result.uri);
    if (issues.length === 0) {
      this.#tell(`Wrote ${name}.`, MessageType.Info);
      return;
    }
    for (const issue of issues)
      this.services.connection.console.warn(`${name}, line ${issue.line}: ${issue.message}`);
    const { line, message } = issues[0]!;
    const left =
      issues.length === 1
        ? `Line ${line}`
        : `${issues.length} things are left to do, the first in line ${line}`;
    this.#tell(`Wrote ${name}. ${left}: ${message}`, MessageType.Warning);
  }

  async #newDraft(at: string | undefined, what: string | undefined): Promise<void> {
    const folder = at !== undefined && /^file:/i.test(at) ? folderOf(at) : this.services.folders.all()[0];
    if (folder === undefined) throw new Refusal('Open a folder first: the draft is to lie in one.');
    const project = await this.services.projects.in(folder);
    const kind = what ?? (await this.#choose('What is the paper?', kindsOf(project)));
    if (kind === undefined) return;
    const { text } = newDraft(project, { kind, title: '', today: localDate(new Date()) });
    const fileOf = (name: string): string => join(folder, `${name}.md`);
    const isThere = async (name: string): Promise<boolean> =>
      (await this.services.files.stat(fileOf(name))) !== undefined;
    const uri = fileOf(await draftName(kind, isThere));
    const boundary = this.services.folders.around(uri) ?? folder;
    if (await leadsOut(this.services.files, boundary, uri))
      throw new Refusal(`${uri} leads out of ${boundary}.`);
    await this.services.files.write(uri, new TextEncoder().encode(text), [boundary]);
    this.#tell(`Wrote ${nameOf(uri)}.`, MessageType.Info);
    const start = { line: text.slice(0, text.indexOf('\n# ')).split('\n').length, character: 0 };
    this.#show(uri, { start, end: start });
  }

  async #insert(
    uri: string,
    position: Position | null,
    what: string | undefined,
    execute: Execute,
  ): Promise<void> {
    const judged = await this.services.analyses.get(uri);
    const chosen = what ?? (judged && (await this.#choose('What is to be inserted?', insertablesOf(judged))));
    if (chosen === undefined) return;
    const { applied, selection } = (await execute(serverCommands.insert, [uri, position, chosen])) as {
      applied: boolean;
      selection: Range;
    };
    if (applied) this.#show(uri, selection);
  }

  async #showCoverage(uri: string): Promise<void> {
    const judged = await this.services.analyses.get(uri);
    if (!judged?.analysis) throw new Refusal('The draft could not be read; the log has more.');
    const { coverage } = judged.analysis;
    const topics = topicsOf(coverage)
      .filter((topic) => topic.asked || isArgued(topic))
      .map((topic) => `\n${topic.topic.title}: ${stateName(topic)}`);
    this.#tell(`${summary(coverage)}.${topics.join('')}`, MessageType.Info);
  }

  async #choose(message: string, choices: readonly Choice[]): Promise<string | undefined> {
    if (!this.services.client.asks) {
      const names = choices.map(({ what }) => what.replace(/^.*:/, '')).join(', ');
      throw new Refusal(`This editor cannot ask. ${message} The code actions list it: ${names}.`);
    }
    const title = await this.#ask(message, choices);
    return choices.find((choice) => choice.title === title)?.what;
  }

  async #ask(message: string, choices: readonly { readonly title: string }[]): Promise<string | undefined> {
    const actions = choices.map(({ title }) => ({ title }));
    return (await this.services.connection.window.showInformationMessage(legible(message), ...actions))
      ?.title;
  }

  #tell(message: string, type: MessageType): void {
    void this.services.connection.sendNotification('window/showMessage', { type, message: legible(message) });
  }

  /**
   * Opens a document, with the cursor where the user continues to write. The request goes to all clients, because Helix
   * supports it without declaring it, and failures are ignored.
   */
  #show(uri: string, selection: Range): void {
    const params = { uri, takeFocus: true, selection };
    this.services.connection.sendRequest(ShowDocumentRequest.type, params).catch(() => undefined);
  }
}
