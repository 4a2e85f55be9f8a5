import { type Disposable, EventEmitter, type LogOutputChannel, type Uri, window, workspace } from 'vscode';
import {
  type BaseLanguageClient,
  CancellationToken,
  type CodeAction,
  CodeActionResolveRequest,
  ExecuteCommandRequest,
  type LanguageClientOptions,
  State,
  WorkDoneProgress,
} from 'vscode-languageclient';
import { aliveRequest, type CoverageChangedParams, coverageChanged } from '../../../server/src/protocol';
import { nameOf } from '../editor/documents';
import { applyUnlocked } from '../editor/locked';
import { noteUnsaved } from '../editor/unsaved';
import { messageOf } from '../ui/error-message';
import { asNotice } from '../ui/notice';
import { answerTimeout } from './answer-timeout';
import { clientOptions } from './client-options';
import { answerFileRequests } from './files';
import { HangingDrafts } from './hanging-drafts';
import { MOST_ENDS, Restarts } from './restarts';
import { end } from './shutdown';
import { traceChannel } from './trace';
import { CLOCK, type Watch, watch } from './watchdog';

/** Makes a client whose server has not started: a process on the desktop, a worker in a browser. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

type ServerState = 'starting' | 'running' | 'stopped';

/** Runs the language server: restarts it, reports when it cannot run, and sends requests to it. */
export class Server implements Disposable {
  readonly #stateChanged = new EventEmitter<ServerState>();
  readonly #coverageChanged = new EventEmitter<CoverageChangedParams>();
  readonly #restarts = new Restarts();
  readonly #suspects = new HangingDrafts();
  /** Commands that the server is still running. */
  #commands = 0;
  readonly #trace: LogOutputChannel;
  #client: BaseLanguageClient | undefined;
  #watched: Watch | undefined;
  /** Whether the current client's server does not respond, not even to `shutdown`. */
  #hangs = false;
  #starting: Promise<void> | undefined;
  /** Settled when the current client has started or failed to. */
  #started: Promise<void> = Promise.resolve();
  /**
   * Settled when the previous client is gone. No other starts before, so that two servers never judge the same draft.
   */
  #ending: Promise<void> = Promise.resolve();
  /** Counts the starts: a start that was overtaken by another gives up. */
  #starts = 0;
  #state: ServerState = 'starting';

  readonly onDidChangeState = this.#stateChanged.event;
  /** Fires when the coverage of an open document was recomputed. */
  readonly onDidChangeCoverage = this.#coverageChanged.event;

  constructor(
    private readonly createClient: CreateClient,
    private readonly output: LogOutputChannel,
    private readonly extension: Uri,
    /** The longest silence of a server in ms, for tests; undefined for the usual limits. */
    private readonly silence: () => number | undefined,
  ) {
    this.#trace = traceChannel(output);
  }

  get state(): ServerState {
    return this.#state;
  }

  /** Starts the server, or a new one in place of the running one. */
  restart(): Promise<void> {
    this.#restarts.forget();
    this.#suspects.forget();
    this.#starting = this.#start();
    return this.#starting;
  }

  async #start(): Promise<void> {
    const start = ++this.#starts;
    this.#set('starting');
    await this.#end();
    if (start !== this.#starts) return;
    let over = false;
    const ended = (silent?: number): void => {
      if (over || this.#client !== client) return;
      over = true;
      this.#ended(silent);
    };
    let client: BaseLanguageClient | undefined;
    try {
      client = this.createClient(
        clientOptions({
          extension: this.extension,
          output: this.output,
          trace: this.#trace,
          suspects: this.#suspects,
          client: () => client!,
          isPresent: () => this.#client === client,
          heard: () => {
            if (this.#client === client) this.#watched?.heard();
          },
          ended,
        }),
      );
    } catch (error) {
      this.output.error(`The server cannot be started: ${messageOf(error)}`);
      ended();
      return;
    }
    this.#client = client;
    // The language client would show each error; `#ended` tells the user what matters.
    client.error = (message, data) => {
      // Of one that was replaced, each message that was still to be sent would be reported.
      if (this.#client !== client) return;
      this.output.error(data === undefined ? message : `${message} ${messageOf(data)}`);
    };
    client.onDidChangeState(({ newState }) => {
      if (this.#client === client && newState === State.Running) this.#set('running');
    });
    client.onNotification(coverageChanged, (params: CoverageChangedParams) => {
      if (this.#client === client) this.#coverageChanged.fire(params);
    });
    answerFileRequests(client);
    this.#started = client.start().catch(() => ended());
    // Requests wait for the start, so a server that hangs while starting is noticed, too.
    this.#watch(client, ended);
    await this.#started;
  }

  /** Stops the current client, if any; resolves when it is gone. */
  #end(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    this.#watched?.end();
    if (client !== undefined) this.#ending = end(client, this.#started, this.#hangs ? 1 : undefined);
    this.#hangs = false;
    return this.#ending;
  }

  /** Watches the client's server, and calls `hangs` with the ms without an answer when it no longer responds. */
  #watch(client: BaseLanguageClient, hangs: (silent: number) => void): void {
    this.#watched?.end();
    const silence = this.silence();
    const patience = (): number =>
      silence ?? answerTimeout(this.#state === 'running' && this.#commands === 0);
    const [tick, rest] = silence === undefined ? [] : [silence / 10, silence / 2];
    const ask = async (): Promise<void> => {
      const asked = performance.now();
      await client.sendRequest(aliveRequest, {});
      this.#suspects.answered(asked);
    };
    const urges = (): boolean => this.#suspects.any;
    this.#watched = watch({ ask, urges, patience, hangs: () => hangs(patience()) }, CLOCK, tick, rest);
  }

  /** Sends a request as soon as the server runs. Errors have messages that can be shown as they are. */
  async request<R>(method: string, params: object): Promise<R> {
    this.#refuse(params);
    return (await this.#running()).sendRequest<R>(method, params);
  }

  /** @throws Error where a request is about a draft that is set aside */
  #refuse(params: unknown): void {
    if (this.#suspects.concerns(params))
      throw new Error(
        'This draft is not checked at present, as that took too long. Open it again to try again.',
      );
  }

  /** The client, as soon as its server runs. */
  async #running(): Promise<BaseLanguageClient> {
    let starting: Promise<void> | undefined;
    do {
      starting = this.#starting;
      await starting;
    } while (starting !== this.#starting);
    if (this.#client === undefined || this.#state === 'stopped') {
      throw new Error('The Library Advocacy server is not running. Use the command "Restart Server".');
    }
    return this.#client;
  }

  /**
   * Runs a command of the server.
   *
   * @param report called with the server's progress messages
   */
  async execute<R>(
    command: string,
    args: readonly unknown[],
    token?: CancellationToken,
    report?: (progress: { message?: string; percentage?: number }) => void,
  ): Promise<R> {
    this.#refuse(args);
    const workDoneToken = `advocacy-${nextToken++}`;
    const client = await this.#running();
    const listening = report && client.onProgress(WorkDoneProgress.type, workDoneToken, report);
    this.#commands++;
    try {
      const params = { command, arguments: [...args], ...(listening ? { workDoneToken } : {}) };
      return await client.sendRequest<R>(
        ExecuteCommandRequest.method,
        params,
        token ?? CancellationToken.None,
      );
    } finally {
      this.#commands--;
      listening?.dispose();
    }
  }

  /**
   * Applies the edit of a code action that VS Code does not show itself; where the edit is missing, the server resolves
   * it.
   *
   * @returns false where a document has changed since the edit was made
   * @throws Locked where one is read-only
   */
  async apply(action: CodeAction): Promise<boolean> {
    noteUnsaved();
    const client = await this.#running();
    const { edit } = action.edit
      ? action
      : await client.sendRequest<CodeAction>(CodeActionResolveRequest.method, action);
    if (!edit) return false;
    const isOld = edit.documentChanges?.some((change) => {
      if (!('textDocument' in change) || change.textDocument.version === null) return false;
      const { uri, version } = change.textDocument;
      return workspace.textDocuments.some((open) => this.uri(open.uri) === uri && open.version !== version);
    });
    if (isOld) return false;
    return applyUnlocked(await client.protocol2CodeConverter.asWorkspaceEdit(edit));
  }

  /** A URI as the server writes it. */
  uri(uri: Uri): string {
    return this.#client?.code2ProtocolConverter.asUri(uri) ?? uri.toString();
  }

  async dispose(): Promise<void> {
    this.#starts++;
    this.#stateChanged.dispose();
    this.#coverageChanged.dispose();
    await this.#end();
  }

  #set(state: ServerState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#stateChanged.fire(state);
  }

  /**
   * Called when the server ended, did not start or hangs: restarts it, unless that has failed too often.
   *
   * @param silent ms without an answer, for one that hangs
   */
  #ended(silent?: number): void {
    const { restart, firstInWindow } = this.#restarts.ended(Date.now(), silent);
    const hangs = silent !== undefined;
    this.#hangs = hangs;
    // A server that has not started was given no draft.
    const aside = hangs && this.#state === 'running' ? this.#suspects.hangs(this.#commands > 0) : undefined;
    const what = hangs ? 'did not answer any more' : 'stopped';
    if (aside !== undefined && restart) {
      const message = `Library Advocacy took too long over “${nameOf(aside)}”. That draft is not checked until you open it again or try again; the others are.`;
      this.output.warn(`${message} (${aside})`);
      void this.#say(message, TRY_AGAIN);
      this.#starting = this.#start();
      return;
    }
    if (restart) {
      const message = `The Library Advocacy server ${what}, and was started again.`;
      this.output.warn(message);
      if (firstInWindow) void this.#say(message);
      this.#starting = this.#start();
      return;
    }
    this.#set('stopped');
    // A server that ended is gone; one that hangs must be stopped.
    if (hangs) void this.#end();
    const often = hangs ? '' : ` ${MOST_ENDS} times in three minutes`;
    const message = `The Library Advocacy server ${what}${often}, and was not started again.`;
    this.output.error(message);
    void this.#say(message, RESTART);
  }

  async #say(message: string, ...more: readonly string[]): Promise<void> {
    const answer = await window.showWarningMessage(asNotice(message), ...more, SHOW_OUTPUT);
    if (answer === SHOW_OUTPUT) this.output.show();
    if (answer === RESTART || answer === TRY_AGAIN) await this.restart();
  }
}

const RESTART = 'Restart';
const TRY_AGAIN = 'Try Again';
const SHOW_OUTPUT = 'Show Output';
let nextToken = 1;
