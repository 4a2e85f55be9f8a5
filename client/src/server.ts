import { type Disposable, EventEmitter, type LogOutputChannel, type Uri, window } from 'vscode';
import {
  type BaseLanguageClient,
  CancellationToken,
  CloseAction,
  ErrorAction,
  ExecuteCommandRequest,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
  WorkDoneProgress,
} from 'vscode-languageclient';
import {
  type CoverageChangedParams,
  coverageChanged,
  type InitializationOptions,
} from '../../server/src/protocol';
import { judgedSchemes } from './documents';
import { answerFileRequests } from './files';
import { Restarts } from './restarts';
import { rulePages } from './rulePages';
import { traceChannel } from './trace';

/** Makes a client whose server has not started yet: a process on the desktop, a worker in a browser. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

export type ServerState = 'starting' | 'running' | 'stopped';

/** The language server: keeps it running, says when it cannot, and passes on what is asked of it. */
export class Server implements Disposable {
  readonly #stateChanged = new EventEmitter<ServerState>();
  readonly #coverageChanged = new EventEmitter<CoverageChangedParams>();
  readonly #restarts = new Restarts();
  readonly #trace: LogOutputChannel;
  #client: BaseLanguageClient | undefined;
  #starting: Promise<void> | undefined;
  /** Settled when the present client has started, or failed to. */
  #started: Promise<void> = Promise.resolve();
  /** Settled when the client before is gone: until then no other starts, so that no two servers judge a draft. */
  #ending: Promise<void> = Promise.resolve();
  /** How often it was started: a start that was overtaken by another gives up. */
  #starts = 0;
  #state: ServerState = 'starting';

  readonly onDidChangeState = this.#stateChanged.event;
  /** The coverage of an open document was computed anew. */
  readonly onDidChangeCoverage = this.#coverageChanged.event;

  constructor(
    private readonly createClient: CreateClient,
    private readonly output: LogOutputChannel,
    private readonly extension: Uri,
  ) {
    this.#trace = traceChannel(output);
  }

  get state(): ServerState {
    return this.#state;
  }

  /** Starts the server, or a new one in place of the one that runs. */
  restart(): Promise<void> {
    this.#restarts.forget();
    this.#starting = this.#start();
    return this.#starting;
  }

  async #start(): Promise<void> {
    const start = ++this.#starts;
    this.#set('starting');
    await this.#end();
    if (start !== this.#starts) return;
    let over = false;
    const ended = (): void => {
      if (over || this.#client !== client) return;
      over = true;
      this.#ended();
    };
    const client = this.createClient(this.#options(ended));
    this.#client = client;
    // It would show each of its errors; what matters to the user is said in `#ended`.
    client.error = (message, data) =>
      this.output.error(data === undefined ? message : `${message} ${messageOf(data)}`);
    client.onDidChangeState(({ newState }) => {
      if (this.#client === client && newState === State.Running) this.#set('running');
    });
    client.onNotification(coverageChanged, (params: CoverageChangedParams) => {
      if (this.#client === client) this.#coverageChanged.fire(params);
    });
    answerFileRequests(client);
    this.#started = client.start().catch(ended);
    await this.#started;
  }

  /** Ends the client that there is, if any; resolves when none is left. */
  #end(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    if (client !== undefined) this.#ending = end(client, this.#started);
    return this.#ending;
  }

  /** Sends a request as soon as the server runs. Its errors have messages that can be shown as they are. */
  async request<R>(method: string, params: object, token = CancellationToken.None): Promise<R> {
    let starting: Promise<void> | undefined;
    do {
      starting = this.#starting;
      await starting;
    } while (starting !== this.#starting);
    if (this.#client === undefined || this.#state === 'stopped') {
      throw new Error('The Library Advocacy server is not running. Use the command "Restart Server".');
    }
    return this.#client.sendRequest<R>(method, params, token);
  }

  /**
   * Runs a command of the server.
   * @param report Called with what the server says of its progress.
   */
  async execute<R>(
    command: string,
    args: readonly unknown[],
    token?: CancellationToken,
    report?: (progress: { message?: string; percentage?: number }) => void,
  ): Promise<R> {
    const workDoneToken = `advocacy-${nextToken++}`;
    const listening = report && this.#client?.onProgress(WorkDoneProgress.type, workDoneToken, report);
    try {
      const params = { command, arguments: [...args], ...(listening ? { workDoneToken } : {}) };
      return await this.request<R>(ExecuteCommandRequest.method, params, token);
    } finally {
      listening?.dispose();
    }
  }

  /** A URI as the server has it. */
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

  #options(ended: () => void): LanguageClientOptions {
    return {
      documentSelector: judgedSchemes().map((scheme) => ({ scheme, language: 'markdown' })),
      initializationOptions: {
        editorFiles: true,
        asksForCompletion: true,
        selects: true,
      } satisfies InitializationOptions,
      outputChannel: this.output,
      traceOutputChannel: this.#trace,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      middleware: rulePages(this.extension),
      initializationFailedHandler: () => false,
      errorHandler: {
        error: (error, _message, count = 0) => {
          this.output.error(`Talking to the server failed: ${error.message}`);
          // Keys that are typed between a server's death and the news of it fail, each of them. To shut the client
          // down for that, as is usual, would leave nobody to start it again.
          if (count > MOST_ERRORS) ended();
          return { action: ErrorAction.Continue, handled: true };
        },
        // A new client takes its place: one that starts its server again itself loses count when that fails.
        closed: () => {
          ended();
          return { action: CloseAction.DoNotRestart, message: 'The server ended.', handled: true };
        },
      },
    };
  }

  /** The server ended, or did not start: starts it again, unless that has been in vain too often. */
  #ended(): void {
    const { restart, firstInWindow } = this.#restarts.ended(Date.now());
    if (restart) {
      const message = 'The Library Advocacy server stopped, and was started again.';
      this.output.warn(message);
      if (firstInWindow) void this.#say(message);
      this.#starting = this.#start();
      return;
    }
    this.#set('stopped');
    const message = `The Library Advocacy server stopped ${this.#restarts.limit} times in three minutes, and was not started again.`;
    this.output.error(message);
    void this.#say(message, RESTART);
  }

  async #say(message: string, ...more: readonly string[]): Promise<void> {
    const answer = await window.showWarningMessage(message, ...more, SHOW_OUTPUT);
    if (answer === SHOW_OUTPUT) this.output.show();
    if (answer === RESTART) await this.restart();
  }
}

/** How long (ms) a client that is to end may still take to start. */
const LONGEST_START = 5000;

/** Ends a client. One that is starting cannot be stopped, and would finish starting: so that is waited for first. */
async function end(client: BaseLanguageClient, started: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<true>((resolve) => {
    timer = setTimeout(resolve, LONGEST_START, true);
  });
  const hangs = await Promise.race([started, tooLong]);
  clearTimeout(timer);
  // A client that failed cannot be stopped; there is nothing left of it to stop either.
  const stop = (): Promise<void> => client.dispose().catch(() => undefined);
  await stop();
  // The failed attempt has had its process ended. Should it be quicker than that, it is stopped as any other.
  if (hangs) void started.then(stop);
}

/** Messages to a server, one after the other, that may fail. */
const MOST_ERRORS = 3;
const RESTART = 'Restart';
const SHOW_OUTPUT = 'Show Output';
let nextToken = 1;

/** The message of an error, as the server wrote it. */
export function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^Request \S+ failed with message: /, '');
}
