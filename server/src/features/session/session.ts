import {
  type CancellationToken,
  CodeLensRefreshRequest,
  type Connection,
  type DidChangeTextDocumentParams,
  type DidOpenTextDocumentParams,
  type DocumentDiagnosticReport,
  type InitializeParams,
  MessageType,
  type WorkDoneProgressReporter,
  type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';
import type { Files } from '../../files';
import { coverageChanged } from '../../protocol';
import { localMonth } from '../../text/dates';
import { type Client, readClient } from '../client/client';
import { CodeActions } from '../code-actions/code-actions';
import { Commands } from '../commands/commands';
import { Configurations } from '../configuration/configurations';
import { WorkspaceChecker } from '../diagnostics/check-workspace';
import { type Clock, Debouncer } from '../diagnostics/debouncer';
import { PulledDiagnostics, PushedDiagnostics } from '../diagnostics/diagnostics';
import { FileDiagnostics } from '../diagnostics/file-diagnostics';
import { Analyses } from '../workspace/analyses';
import { Documents } from '../workspace/documents';
import { Folders } from '../workspace/folders';
import { PictureFiles } from '../workspace/pictures';
import { Projects } from '../workspace/projects';
import { SettingsStore } from '../workspace/settings';
import { WorkspaceDrafts } from '../workspace/workspace-drafts';
import { FailureLog } from './log';
import { Requests } from './requests';
import { Revalidation } from './revalidation';
import { Throttler } from './throttler';
import { Watching } from './watching';

/** What the server gets from where it runs: a process of Node or a worker in a browser. */
export interface Host {
  /** Files, for a client whose capabilities are known: it may answer requests for files that are not on the disk. */
  files(connection: Connection, client: Client): Files;
  readonly clock: Clock;
  /** Called after each piece of work. When nothing follows for a while, the process can free memory. */
  afterWork(): void;
  /** Whether every open Markdown document counts as a draft. */
  readonly checkAll: boolean;
  /** Whether to compare each incremental check with a check of the whole draft, and to log differences. */
  readonly paranoid: boolean;
}

/**
 * One client, from `initialize` to `exit`: its documents, projects and settings, and the features that answer for them.
 */
export class Session {
  readonly client: Client;
  readonly failures: FailureLog;
  readonly requests: Requests;
  readonly #documents = new Documents((uri, error) =>
    this.failures.failed(`Following an edit of ${uri}`, error),
  );
  readonly #configurations: Configurations;
  readonly #folders = new Folders();
  readonly #projects: Projects;
  readonly #settings: SettingsStore;
  readonly #pictures: PictureFiles;
  readonly #analyses: Analyses;
  readonly #debouncer: Debouncer;
  readonly #revalidation: Revalidation;
  readonly #pushed: PushedDiagnostics;
  readonly #pulled: PulledDiagnostics;
  readonly #fileDiagnostics: FileDiagnostics;
  /** Shows the mistakes in all configurations. */
  readonly #fileProblems: Throttler;
  readonly #checker: WorkspaceChecker;
  readonly #commands: Commands;
  readonly #watching: Watching;
  /** Settings that the client sent with `initialize` or `didChangeConfiguration`. */
  #sentSettings: unknown;

  constructor(
    private readonly connection: Connection,
    private readonly host: Host,
    params: InitializeParams,
  ) {
    const client = readClient(params);
    this.client = client;
    this.#sentSettings = client.settings;
    this.#folders.start(params);
    this.failures = new FailureLog((message) =>
      connection.sendNotification('window/logMessage', { type: MessageType.Error, message }),
    );
    const files = host.files(connection, client);
    const folderOf = (uri: string): string | undefined => this.#folders.around(uri);
    const send = connection.sendDiagnostics.bind(connection);
    this.#configurations = new Configurations(files, folderOf);
    this.#watching = new Watching(connection, client);
    const failed = (what: string) => (error: unknown) => this.failures.failed(what, error);
    const watching = new Throttler(
      () => this.#watching.watch(this.#projects.all()),
      failed('Watching files'),
      host.clock,
    );
    this.#fileProblems = new Throttler(
      () => this.#fileDiagnostics.show(this.#projects.all()),
      failed('Showing mistakes in configurations'),
      host.clock,
    );
    this.#projects = new Projects(
      files,
      folderOf,
      () => {
        this.#fileProblems.ask();
        watching.ask();
      },
      failed('Loading a configuration'),
    );
    this.#settings = new SettingsStore((scope) => this.#loadSettings(scope));
    this.#pictures = new PictureFiles(files, folderOf, (uri) => this.#pictureMissed(uri));
    this.#analyses = new Analyses({
      documents: this.#documents,
      projects: this.#projects,
      settings: this.#settings,
      pictures: this.#pictures,
      scopeOf: folderOf,
      month: () => localMonth(new Date()),
      options: host,
      failed: (uri, error) => this.failures.failed(`Checking ${uri}`, error),
    });
    this.#debouncer = new Debouncer((uri) => this.#answer(uri), host.clock);
    this.#revalidation = new Revalidation(
      () => this.#refreshAll(),
      () => this.#documents.all().map(({ uri }) => uri),
      (uri) => this.#answer(uri),
      failed('Judging the open documents again'),
      host.clock,
    );
    this.#pushed = new PushedDiagnostics(this.#analyses, client, send);
    this.#pulled = new PulledDiagnostics(this.#analyses, client, this.#debouncer, host.clock);
    const settingsOf = (uri: string) => this.#settings.get(folderOf(uri));
    this.#fileDiagnostics = new FileDiagnostics(client, settingsOf, send);
    const own = {
      connection,
      client,
      files,
      folders: this.#folders,
      documents: this.#documents,
      projects: this.#projects,
      pictures: this.#pictures,
      analyses: this.#analyses,
      settingsOf,
      filesChanged: (uris: readonly string[]) => this.filesChanged(uris),
    };
    const services = { ...own, drafts: new WorkspaceDrafts(own) };
    this.#checker = new WorkspaceChecker(services.drafts, client, send);
    this.#commands = new Commands(services, this.#checker);
    this.requests = new Requests(own, new CodeActions(this.#configurations, client, folderOf));
  }

  /** Called after `initialized`: watches files, and reports mistakes in the configurations of the workspace folders. */
  async start(): Promise<void> {
    await this.#configurations.register(this.connection, this.client);
    await this.#watching.watch([]);
    await Promise.all(this.#folders.all().map((folder) => this.#projects.in(folder)));
  }

  // --- Documents ------------------------------------------------------------------------------------------------

  opened(params: DidOpenTextDocumentParams): void {
    const document = this.#documents.open(params);
    if (document) {
      this.#checker.opened(document.uri);
      this.#debouncer.changed(document.uri);
    } else this.#configurations.open(params);
  }

  changed(params: DidChangeTextDocumentParams): void {
    const document = this.#documents.change(params);
    if (document) this.#debouncer.changed(document.uri);
    else this.#configurations.change(params);
  }

  saved(uri: string): void {
    if (!this.#documents.save(uri)) return;
    this.#debouncer.flush(uri);
    if (this.#analyses.peek(uri)?.settings.checkOn === 'save') this.#show(uri);
    // Nobody tells of files that have changed: they are read anew when a draft is saved.
    if (!this.client.watchesFiles) {
      this.#projects.clear();
      this.#pictures.clear();
      this.#judgeAgain();
    }
  }

  closed(uri: string): void {
    this.#configurations.close(uri);
    if (!this.#documents.close(uri)) return;
    this.#debouncer.forget(uri);
    this.#pushed.clear(uri);
    this.#pulled.forget(uri);
    this.host.afterWork();
  }

  // --- What documents are judged against ------------------------------------------------------------------------

  foldersChanged(change: WorkspaceFoldersChangeEvent): void {
    this.#folders.change(change);
    this.#checker.foldersChanged(this.#folders.all());
    this.#projects.clear();
    this.#settings.clear();
    this.#judgeAgain();
  }

  /** @param settings all settings of the client, where it sends them instead of being asked; else null */
  settingsChanged(settings: unknown): void {
    const given = (settings as { advocacy?: unknown } | null | undefined)?.advocacy;
    if (given !== undefined) this.#sentSettings = given;
    this.#settings.clear();
    this.#judgeAgain();
    this.#fileProblems.ask();
  }

  async filesChanged(uris: readonly string[]): Promise<void> {
    const pictures = this.#pictures.changed(uris);
    if ((await this.#projects.filesChanged(uris)) || pictures) this.#judgeAgain();
    else await this.#checker.filesChanged(uris);
  }

  /** Called when a picture turns out to be missing after its document was judged. */
  #pictureMissed(uri: string): void {
    // A document that is not open is being checked by a caller that waits for its pictures.
    if (this.#documents.get(uri)) this.#show(uri);
  }

  /** Makes the client show the current findings of a document. */
  #show(uri: string): void {
    if (this.client.pullsDiagnostics) this.#refreshDiagnostics();
    else this.#pushed.publish(uri);
  }

  async #loadSettings(scopeUri: string | undefined): Promise<unknown> {
    if (!this.client.answersConfiguration) return this.#sentSettings;
    const item = { section: 'advocacy', ...(scopeUri !== undefined && { scopeUri }) };
    return (await this.connection.workspace.getConfiguration(item)) ?? this.#sentSettings;
  }

  // --- Answers to changes ---------------------------------------------------------------------------------------

  /** Answers a change of a document, once the debouncer says that it is time to. */
  async #answer(uri: string): Promise<void> {
    const published = this.client.pullsDiagnostics ? this.#judgeAhead(uri) : this.#pushed.publish(uri);
    const document = this.#documents.get(uri);
    if (document) void this.connection.sendNotification(coverageChanged, { uri, version: document.version });
    this.host.afterWork();
    await published;
  }

  /** Computes the analysis ahead of the pull request for diagnostics that the client is about to send. */
  #judgeAhead(uri: string): void {
    const judged = this.#analyses.peek(uri);
    if (judged?.isDraft) void judged.analysis;
  }

  /** Called when a configuration, a framework, a setting or another file has changed that drafts are judged by. */
  #judgeAgain(): void {
    this.#revalidation.changed();
  }

  /** Refreshes everything but the open documents, which `Revalidation` judges one by one. */
  #refreshAll(): void {
    // Where no document is open, nothing else would load the configurations of the workspace folders again.
    for (const folder of this.#folders.all()) void this.#projects.in(folder);
    void this.#checker
      .judgeAgain()
      .catch((error) => this.failures.failed('Checking drafts that are not open', error));
    if (this.client.pullsDiagnostics) this.#refreshDiagnostics();
    if (this.client.refreshesCodeLenses)
      this.#sendWithoutWaiting(this.connection.sendRequest(CodeLensRefreshRequest.type));
  }

  #refreshDiagnostics(): void {
    if (this.client.refreshesDiagnostics)
      this.#sendWithoutWaiting(this.connection.languages.diagnostics.refresh());
  }

  /** Sends a request without waiting for its answer; logs a failure. */
  #sendWithoutWaiting(request: Promise<void>): void {
    request.catch((error) => this.failures.failed('Refreshing', error));
  }

  // --- Requests -------------------------------------------------------------------------------------------------

  pull(
    uri: string,
    previous: string | undefined,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    return this.#pulled.report(uri, previous, token);
  }

  execute(
    command: string,
    args: readonly unknown[],
    request: { token: CancellationToken; reporter: WorkDoneProgressReporter | undefined },
  ): Promise<unknown> {
    return this.#commands.execute(command, args, request).finally(() => this.host.afterWork());
  }
}
