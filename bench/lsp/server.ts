import type { ChildProcess } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { type Command, end, memoryOf, processorTimeOf, start } from '../processes';
import { type Message, Wire } from './wire';

/** How a server is started, and what it needs of its client. */
export interface ServerSetup {
  readonly command: Command;
  /** Answers to `workspace/configuration`, by section; also sent once at the start. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Asks for diagnostics as VS Code does, for servers that do not publish any. */
  readonly pull?: boolean;
  /** Answers to requests that only this server makes of its client. */
  readonly answers?: Answers;
}

/** Answers to requests, by method, from their parameters and the open document. */
export type Answers = Readonly<
  Record<string, (params: unknown, open: { readonly uri: string; readonly text: string }) => unknown>
>;

/** Diagnostics that arrived, published or pulled. */
export interface Publish {
  /** Undefined if the server does not say it. */
  readonly version: number | undefined;
  readonly count: number;
  /** When its last byte arrived, in milliseconds. */
  readonly at: number;
}

/** A key that was pressed. */
export interface Key {
  readonly version: number;
  /** When it was sent to the server, in milliseconds. */
  readonly at: number;
}

interface OpenDocument {
  readonly uri: string;
  text: string;
  version: number;
}

const CANCELLED = [-32800, -32801, -32802];
const FULL = 1;
const INCREMENTAL = 2;

/** A language server in a process with one document open, as seen by an editor. */
export class LanguageServer {
  readonly published: Publish[] = [];
  /** The milliseconds that the client spent on requests of this server. */
  answering = 0;
  /** Failures that do not matter for the measurement. */
  readonly notes = new Set<string>();

  #child: ChildProcess;
  #wire: Wire;
  #ids = 0;
  #calls = new Map<number | string, (message: Message, at: number) => void>();
  #watchers = new Set<(publish: Publish) => void>();
  #document: OpenDocument | undefined;
  #sync = FULL;
  #pulls: { readonly identifier?: string } | undefined;
  #asked: number | undefined;
  #askAgain = false;
  #lastWords = '';
  #died: Promise<never>;

  private constructor(private readonly setup: ServerSetup) {
    this.#child = start(setup.command);
    this.#wire = new Wire(
      this.#child.stdin!,
      this.#child.stdout!,
      (message, at) => this.#take(message, at),
      (noise) => this.notes.add(noise),
    );
    this.#child.stderr!.on('data', (chunk: Buffer) => {
      this.#lastWords = (this.#lastWords + chunk.toString('utf8')).slice(-4_000);
    });
    this.#died = new Promise((_, reject) => {
      this.#child.on('error', (error) => reject(new Error(`could not be started: ${error.message}`)));
      this.#child.on('close', (code, signal) =>
        reject(new Error(`ended (${signal ?? `exit code ${code}`}) ${lastLine(this.#lastWords)}`.trim())),
      );
    });
    // Those who wait for an answer get the error.
    this.#died.catch(() => undefined);
  }

  /** Starts and initialises the server. @throws Error if it does not answer within `limit` milliseconds */
  static async start(setup: ServerSetup, limit: number): Promise<LanguageServer> {
    const server = new LanguageServer(setup);
    try {
      await server.#shakeHands(limit);
    } catch (error) {
      server.kill();
      throw error;
    }
    return server;
  }

  /** Opens a document. Returns when it was sent, in milliseconds. */
  open(uri: string, text: string): number {
    this.#document = { uri, text, version: 1 };
    this.published.length = 0;
    const at = this.#tell('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text },
    });
    this.#pull();
    return at;
  }

  /** Inserts a character at an offset, which `position` gives as a line and a character. */
  press(letter: string, offset: number, position: { line: number; character: number }): Key {
    const document = this.#document!;
    document.text = document.text.slice(0, offset) + letter + document.text.slice(offset);
    const version = ++document.version;
    const change =
      this.#sync === INCREMENTAL
        ? { range: { start: position, end: position }, text: letter }
        : { text: document.text };
    const packed = Wire.packed({
      method: 'textDocument/didChange',
      params: { textDocument: { uri: document.uri, version }, contentChanges: [change] },
    });
    const at = this.#wire.sendPacked(packed);
    this.#pull();
    return { version, at };
  }

  /** The diagnostics for a key. @throws Error if none come within `limit` milliseconds */
  async answerTo(key: Key, limit: number): Promise<Publish> {
    return (
      this.published.find((publish) => answers(publish, key)) ??
      this.next((publish) => answers(publish, key), limit)
    );
  }

  /** The next diagnostics that fit. @throws Error if none come within `limit` milliseconds, or the server ends */
  async next(fits: (publish: Publish) => boolean, limit: number): Promise<Publish> {
    let watch: ((publish: Publish) => void) | undefined;
    const found = new Promise<Publish>((resolve) => {
      watch = (publish) => {
        if (fits(publish)) resolve(publish);
      };
      this.#watchers.add(watch);
    });
    try {
      return await this.#within(found, limit, 'no diagnostics');
    } finally {
      this.#watchers.delete(watch!);
    }
  }

  /** Waits until no diagnostics have come for so many milliseconds. @throws Error if the server ends */
  async quiet(ms: number): Promise<void> {
    let last = Number.NaN;
    while (last !== this.published.length) {
      last = this.published.length;
      await Promise.race([pause(ms), this.#died]);
    }
  }

  /** The resident memory of the server and its processes in MB; undefined if unknown. */
  memory(): number | undefined {
    return this.#child.pid === undefined ? undefined : memoryOf(this.#child.pid, 'now');
  }

  /** The processor time of the server so far in milliseconds; undefined if unknown. */
  processorTime(): number | undefined {
    return this.#child.pid === undefined ? undefined : processorTimeOf(this.#child.pid);
  }

  /** Asks the server to end, and ends it if it does not. */
  async stop(): Promise<void> {
    const ended = this.#died.catch(() => undefined);
    this.#request('shutdown', undefined, () => this.#tell('exit', undefined));
    await Promise.race([ended, pause(1_000)]);
    this.kill();
    await ended;
  }

  kill(): void {
    end(this.#child);
  }

  async #shakeHands(limit: number): Promise<void> {
    const { cwd } = this.setup.command;
    const folder = { uri: pathToFileURL(cwd).href, name: 'bench' };
    const answer = new Promise<Message>((resolve) =>
      this.#request(
        'initialize',
        {
          processId: process.pid,
          clientInfo: { name: 'advocacy-bench' },
          locale: 'en',
          rootPath: cwd,
          rootUri: folder.uri,
          workspaceFolders: [folder],
          capabilities: capabilities(this.setup.pull === true),
        },
        resolve,
      ),
    );
    const { result, error } = await this.#within(answer, limit, 'no answer to initialize');
    if (error) throw new Error(`refuses to start: ${error.message}`);
    const can = (result as { capabilities: Capabilities }).capabilities;
    const sync = can.textDocumentSync;
    this.#sync = (typeof sync === 'object' ? sync.change : sync) ?? FULL;
    if (this.setup.pull && can.diagnosticProvider) this.#pulls = can.diagnosticProvider;
    this.#tell('initialized', {});
    if (this.setup.settings)
      this.#tell('workspace/didChangeConfiguration', { settings: this.setup.settings });
  }

  #take(message: Message, at: number): void {
    const { id, method } = message;
    if (method !== undefined && id !== undefined) void this.#answer(id, method, message.params);
    else if (method === 'textDocument/publishDiagnostics') {
      const { uri, version, diagnostics } = message.params as PublishParams;
      if (!this.#pulls && this.#document && sameUri(uri, this.#document.uri))
        this.#note({ version, count: diagnostics.length, at });
    } else if (method === 'window/showMessage') {
      this.notes.add(
        `says: ${(message.params as { message: string }).message.split('\n')[0]!.slice(0, 120)}`,
      );
    } else if (id !== undefined) {
      const call = this.#calls.get(id);
      this.#calls.delete(id);
      call?.(message, at);
    }
  }

  async #answer(id: number | string, method: string, params: unknown): Promise<void> {
    const started = performance.now();
    const own = this.setup.answers?.[method];
    let result: unknown = null;
    try {
      if (own)
        result = await own(params, { uri: this.#document?.uri ?? '', text: this.#document?.text ?? '' });
      else if (method === 'workspace/configuration') {
        const { items } = params as { items: readonly { section?: string }[] };
        result = items.map(({ section }) => this.#setting(section));
      } else if (method === 'workspace/workspaceFolders') {
        result = [{ uri: pathToFileURL(this.setup.command.cwd).href, name: 'bench' }];
      } else if (method === 'client/registerCapability') this.#register(params as Registrations);
    } catch (error) {
      this.notes.add(`${method} could not be answered: ${error instanceof Error ? error.message : error}`);
    }
    this.#wire.send({ id, result });
    if (own) this.answering += performance.now() - started;
    if (method === 'workspace/diagnostic/refresh') this.#pull();
  }

  #setting(section: string | undefined): unknown {
    const { settings } = this.setup;
    if (section === undefined) return settings ?? null;
    let value: unknown = settings;
    for (const key of section.split('.')) value = (value as Record<string, unknown> | undefined)?.[key];
    return value ?? null;
  }

  #register({ registrations }: Registrations): void {
    for (const { method, registerOptions } of registrations) {
      if (method === 'textDocument/didChange') this.#sync = registerOptions?.syncKind ?? FULL;
      if (method === 'textDocument/diagnostic' && this.setup.pull) {
        this.#pulls = registerOptions ?? {};
        this.#pull();
      }
    }
  }

  /** Requests diagnostics, one request at a time. A change cancels the request, and another one follows its answer. */
  #pull(): void {
    const document = this.#document;
    if (!this.#pulls || !document) return;
    if (this.#asked !== undefined) {
      if (!this.#askAgain) this.#tell('$/cancelRequest', { id: this.#asked });
      this.#askAgain = true;
      return;
    }
    const { uri, version } = document;
    const params = { textDocument: { uri }, identifier: this.#pulls.identifier };
    this.#asked = this.#request('textDocument/diagnostic', params, ({ result, error }, at) => {
      this.#asked = undefined;
      const again = this.#askAgain || (error !== undefined && CANCELLED.includes(error.code));
      this.#askAgain = false;
      if (again) this.#pull();
      else if (error) this.notes.add(`diagnostics failed: ${error.message}`);
      // An editor ignores the answer to a cancelled request.
      else this.#note({ version, count: (result as Report | null)?.items?.length ?? 0, at });
    });
  }

  #note(publish: Publish): void {
    this.published.push(publish);
    for (const watch of [...this.#watchers]) watch(publish);
  }

  #request(method: string, params: unknown, done: (message: Message, at: number) => void): number {
    const id = ++this.#ids;
    this.#calls.set(id, done);
    this.#wire.send({ id, method, params });
    return id;
  }

  #tell(method: string, params: unknown): number {
    return this.#wire.send({ method, params });
  }

  async #within<T>(promise: Promise<T>, limit: number, late: string): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`${late} in ${limit / 1000} s`)), limit);
    });
    try {
      return await Promise.race([promise, tooLate, this.#died]);
    } finally {
      clearTimeout(timer);
    }
  }
}

interface Capabilities {
  readonly textDocumentSync?: number | { readonly change?: number };
  readonly diagnosticProvider?: { readonly identifier?: string };
}

interface PublishParams {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly unknown[];
}

interface Report {
  readonly items?: readonly unknown[];
}

interface Registrations {
  readonly registrations: readonly {
    readonly method: string;
    readonly registerOptions?: { readonly syncKind?: number; readonly identifier?: string };
  }[];
}

/** Whether diagnostics are those for a key. Without a version, the first ones after it are. */
function answers({ version, at }: Publish, key: Key): boolean {
  return version === undefined ? at > key.at : version === key.version;
}

/** The capabilities of a usual editor. */
function capabilities(pull: boolean): object {
  const dynamicRegistration = true;
  return {
    general: { positionEncodings: ['utf-16'] },
    window: { workDoneProgress: true, showMessage: {} },
    workspace: {
      applyEdit: true,
      configuration: true,
      workspaceFolders: true,
      didChangeConfiguration: { dynamicRegistration },
      didChangeWatchedFiles: { dynamicRegistration },
      ...(pull && { diagnostics: { refreshSupport: true } }),
    },
    textDocument: {
      synchronization: { dynamicRegistration, didSave: true },
      hover: { dynamicRegistration },
      completion: { dynamicRegistration },
      codeAction: {
        dynamicRegistration,
        codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } },
      },
      publishDiagnostics: { versionSupport: true, relatedInformation: true, codeDescriptionSupport: true },
      ...(pull && { diagnostic: { dynamicRegistration } }),
    },
  };
}

function sameUri(one: string, other: string): boolean {
  return decodeURIComponent(one) === decodeURIComponent(other);
}

function lastLine(text: string): string {
  const lines = text.trim().split('\n');
  return (lines.find((line) => /^\S*error\b/i.test(line)) ?? lines.at(-1)!).slice(0, 120);
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
