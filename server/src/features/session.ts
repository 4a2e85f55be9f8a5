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
import type { Files } from '../files';
import { coverageChanged } from '../protocol';
import { Analyses } from './analyses';
import { WorkspaceChecker } from './checkWorkspace';
import { type Client, readClient } from './client';
import { CodeActions } from './codeActions';
import { Commands } from './commands';
import { Configurations } from './configurations';
import { type Clock, Debouncer } from './debouncer';
import { PulledDiagnostics, PushedDiagnostics } from './diagnostics';
import { Documents } from './documents';
import { FileDiagnostics } from './fileDiagnostics';
import { Folders } from './folders';
import { FailureLog } from './log';
import { PictureFiles } from './pictures';
import { Projects } from './projects';
import { Requests } from './requests';
import { Revalidation } from './revalidation';
import { SettingsStore } from './settings';
import { Watching } from './watching';
import { WorkspaceDrafts } from './workspaceDrafts';

/** What the server gets from where it runs: a process of Node or a worker in a browser. */
export interface Host {
  /** Files, for a client of which is known whether it answers requests for them. */
  files(connection: Connection, client: Client): Files;
  readonly clock: Clock;
  /** Called when something was computed: when nothing follows, it is time to tidy up. */
  afterWork(): void;
  /** Every Markdown document that is opened counts as a draft. */
  readonly checkAll: boolean;
  /** Compares what was computed step by step with a whole check, and logs where they differ. */
  readonly paranoid: boolean;
}

/** One client, from `initialize` to its end: what it has open, and the features over that. */
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
  readonly #checker: WorkspaceChecker;
  readonly #commands: Commands;
  readonly #watching: Watching;
  /** Settings that the client sent by itself. */
  #givenSettings: unknown;

  constructor(
    private readonly connection: Connection,
    private readonly host: Host,
    params: InitializeParams,
  ) {
    const client = readClient(params);
    this.client = client;
    this.#givenSettings = client.settings;
    this.#folders.start(params);
    this.failures = new FailureLog((message) =>
      connection.sendNotification('window/logMessage', { type: MessageType.Error, message }),
    );
    const files = host.files(connection, client);
    const folderOf = (uri: string): string | undefined => this.#folders.around(uri);
    const send = connection.sendDiagnostics.bind(connection);
    this.#configurations = new Configurations(files, folderOf);
    this.#watching = new Watching(connection, client);
    this.#projects = new Projects(
      files,
      folderOf,
      () => this.#projectsLoaded(),
      (error) => this.failures.failed('Loading a configuration', error),
    );
    this.#settings = new SettingsStore((scope) => this.#askSettings(scope));
    this.#pictures = new PictureFiles(files, folderOf, (uri) => this.#pictureMissed(uri));
    this.#analyses = new Analyses({
      documents: this.#documents,
      projects: this.#projects,
      settings: this.#settings,
      pictures: this.#pictures,
      scopeOf: folderOf,
      options: host,
      failed: (uri, error) => this.failures.failed(`Checking ${uri}`, error),
    });
    this.#debouncer = new Debouncer((uri) => this.#answer(uri), host.clock);
    this.#revalidation = new Revalidation(
      () => this.#beginAgain(),
      () => this.#documents.all().map(({ uri }) => uri),
      (uri) => this.#answer(uri).catch((error) => this.failures.failed(`Judging ${uri} again`, error)),
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
    };
    const services = { ...own, drafts: new WorkspaceDrafts(own) };
    this.#checker = new WorkspaceChecker(services.drafts, client, send);
    this.#commands = new Commands(services, this.#checker);
    this.requests = new Requests(own, new CodeActions(this.#configurations, client, folderOf));
  }

  /** The client is ready: watch files, and show what is wrong with the configurations at the top. */
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

  /** `settings`: all of the client's, for clients that send them instead of being asked. */
  settingsChanged(settings: unknown): void {
    const given = (settings as { advocacy?: unknown } | null | undefined)?.advocacy;
    if (given !== undefined) this.#givenSettings = given;
    this.#settings.clear();
    this.#judgeAgain();
    this.#showFileProblems();
  }

  async filesChanged(uris: readonly string[]): Promise<void> {
    const pictures = this.#pictures.changed(uris);
    if ((await this.#projects.filesChanged(uris)) || pictures) this.#judgeAgain();
    else await this.#checker.filesChanged(uris);
  }

  /** A picture of a document is not there, which its verdict did not know. */
  #pictureMissed(uri: string): void {
    // What is not open was looked at by somebody who waits for the answer.
    if (this.#documents.get(uri)) this.#show(uri);
  }

  /** Has the client show the findings of a document as they are now. */
  #show(uri: string): void {
    if (this.client.pullsDiagnostics) this.#refreshDiagnostics();
    else this.#pushed.publish(uri);
  }

  async #askSettings(scopeUri: string | undefined): Promise<unknown> {
    if (!this.client.answersConfiguration) return this.#givenSettings;
    const item = { section: 'advocacy', ...(scopeUri !== undefined && { scopeUri }) };
    return (await this.connection.workspace.getConfiguration(item)) ?? this.#givenSettings;
  }

  #projectsLoaded(): void {
    this.#showFileProblems();
    void this.#watching
      .watch(this.#projects.all())
      .catch((error) => this.failures.failed('Watching files', error));
  }

  #showFileProblems(): void {
    void this.#fileDiagnostics
      .show(this.#projects.all())
      .catch((error) => this.failures.failed('Showing mistakes in configurations', error));
  }

  // --- Answers to changes ---------------------------------------------------------------------------------------

  /** A document changed, and its burst of changes allows an answer. */
  async #answer(uri: string): Promise<void> {
    const published = this.client.pullsDiagnostics ? this.#judgeAhead(uri) : this.#pushed.publish(uri);
    const document = this.#documents.get(uri);
    if (document) void this.connection.sendNotification(coverageChanged, { uri, version: document.version });
    this.host.afterWork();
    await published;
  }

  /** Has the verdict ready for the request that a client is about to send, or has sent and waits for. */
  #judgeAhead(uri: string): void {
    const judged = this.#analyses.peek(uri);
    if (judged?.isDraft) void judged.analysis;
  }

  /** Whatever documents are judged against changed. */
  #judgeAgain(): void {
    this.#revalidation.changed();
  }

  /** What comes with judging the open documents again. */
  #beginAgain(): void {
    // Without a document nothing would load the configurations at the top again.
    for (const folder of this.#folders.all()) void this.#projects.in(folder);
    void this.#checker
      .judgeAgain()
      .catch((error) => this.failures.failed('Checking drafts that are not open', error));
    if (this.client.pullsDiagnostics) this.#refreshDiagnostics();
    if (this.client.refreshesCodeLenses) this.#ask(this.connection.sendRequest(CodeLensRefreshRequest.type));
  }

  #refreshDiagnostics(): void {
    if (this.client.refreshesDiagnostics) this.#ask(this.connection.languages.diagnostics.refresh());
  }

  /** A request whose answer matters to nobody. */
  #ask(request: Promise<void>): void {
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
