import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { Server as ServerType } from '../../src/server/server';
import { requireWithout } from './without-vscode';

/** As VS Code has them. */
class Events<T> {
  readonly #emitter = new EventEmitter();
  readonly event = (listener: (value: T) => void) => this.#emitter.on('event', listener);
  fire(value: T): void {
    this.#emitter.emit('event', value);
  }
  dispose(): void {
    this.#emitter.removeAllListeners();
  }
}

const said: string[] = [];
/** Edits that VS Code was given. */
const applied: unknown[] = [];
const vscode = {
  EventEmitter: Events,
  Range: class {},
  WorkspaceEdit: class {
    replace(): void {}
  },
  window: {
    showWarningMessage: async (message: string, ...more: string[]) =>
      void said.push([message, ...more].join(' | ')),
  },
  workspace: {
    getConfiguration: () => ({ get: (_: string, value: unknown) => value }),
    onDidChangeConfiguration: () => undefined,
    onDidChangeTextDocument: () => ({ dispose: () => undefined }),
    textDocuments: [] as unknown[],
    applyEdit: async (edit: unknown) => void applied.push(edit) === undefined,
  },
};
const { Server } = requireWithout<{ Server: typeof ServerType }>('../../src/server/server', vscode);

const RUNNING = 2;
const CONTINUE = 1;

/** A client that does what the test says, and writes down what is asked of it. */
class Client {
  readonly #state = new Events<{ newState: number }>();
  readonly onDidChangeState = this.#state.event;
  answers = true;
  run: () => void = () => undefined;
  readonly #running = new Promise<void>((resolve) => {
    this.run = resolve;
  });

  constructor(
    readonly options: LanguageClientOptions,
    readonly name: string,
    private readonly log: string[],
  ) {}

  async start(): Promise<void> {
    this.log.push(`${this.name} starts`);
    await this.#running;
    this.#state.fire({ newState: RUNNING });
  }

  async dispose(timeout?: number): Promise<void> {
    this.log.push(`${this.name} is to end${timeout === undefined ? '' : ` in ${timeout} ms`}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
    this.log.push(`${this.name} is gone`);
  }

  async sendRequest(): Promise<void> {
    await this.#running;
    if (!this.answers) await new Promise(() => undefined);
  }

  readonly code2ProtocolConverter = { asUri: String };
  readonly protocol2CodeConverter = {
    asWorkspaceEdit: async (edit: { documentChanges: readonly { textDocument: { uri: string } }[] }) => ({
      ...edit,
      has: (uri: unknown) =>
        edit.documentChanges.some(({ textDocument }) => textDocument.uri === String(uri)),
    }),
  };

  onNotification(): void {}
  onProgress(): { dispose(): void } {
    this.log.push(`${this.name} is listened to`);
    return { dispose: () => undefined };
  }
  onRequest(): void {}
}

const soon = (ms = 10): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A server whose clients are made for the test. */
function served(silence?: number, fails?: () => void) {
  const log: string[] = [];
  const clients: Client[] = [];
  const output = new Proxy({}, { get: () => () => undefined });
  const server = new Server(
    (options) => {
      fails?.();
      const client = new Client(options, `client ${clients.length + 1}`, log);
      clients.push(client);
      return client as unknown as BaseLanguageClient;
    },
    output as ConstructorParameters<typeof ServerType>[1],
    {} as ConstructorParameters<typeof ServerType>[2],
    () => silence,
  );
  return { server, clients, log };
}

describe('The client of a server', () => {
  beforeEach(() => said.splice(0));

  it('is not shut down, however many messages fail before the news of the server’s death comes', async () => {
    const { server, clients, log } = served();
    void server.restart();
    await soon();
    clients[0]!.run();
    await soon();
    const { error } = clients[0]!.options.errorHandler!;
    for (const count of [undefined, 1, 2, 3, 4, 5, 6, 7]) {
      assert.equal((await error(new Error('EPIPE'), undefined, count)).action, CONTINUE);
    }
    await soon();
    assert.deepEqual(log, ['client 1 starts', 'client 1 is to end', 'client 1 is gone', 'client 2 starts']);
    // The news comes when all has been done.
    await clients[0]!.options.errorHandler!.closed();
    await soon();
    assert.equal(clients.length, 2);
    assert.equal(said.length, 1);
    clients[1]!.run();
    await server.dispose();
  });

  it('that cannot even be made is tried again, given up and announced', async () => {
    let tried = 0;
    const { server } = served(undefined, () => {
      tried++;
      throw new Error('A worker may not be started here.');
    });
    await server.restart();
    for (let wait = 0; wait < 50 && server.state !== 'stopped'; wait++) await soon();
    assert.equal(server.state, 'stopped');
    assert.ok(tried > 1, `${tried}`);
    assert.match(said.at(-1)!, /was not started again\. \| Restart/);
    await assert.rejects(server.request('x', {}), /not running/);
  });

  it('is listened to for the progress of its own work, also right after a restart', async () => {
    const { server, clients, log } = served();
    void server.restart();
    await soon();
    const done = server.execute('x', [], undefined, () => undefined);
    void server.restart();
    await soon();
    for (const client of clients) client.run();
    await soon();
    clients.at(-1)!.run();
    await done;
    assert.deepEqual(
      log.filter((line) => line.endsWith('is listened to')),
      [`client ${clients.length} is listened to`],
    );
    await server.dispose();
  });

  it('makes the edit of a code action, and none that was made for another version of a text', async () => {
    const { server, clients } = served();
    void server.restart();
    await soon();
    clients[0]!.run();
    const actionFor = (uri: string, version: number | null) => ({
      title: 'Fill in',
      edit: { documentChanges: [{ textDocument: { uri, version }, edits: [] }] },
    });
    const document = {
      uri: { path: '/a.md', toString: () => 'file:///a.md' },
      lineCount: 1,
      version: 7,
      isDirty: true,
      getText: () => 'Ashby',
    };
    vscode.workspace.textDocuments = [document];
    const made = async (uri: string, version: number | null) => server.apply(actionFor(uri, version));
    assert.equal(await made('file:///a.md', 6), false);
    assert.deepEqual(applied, []);
    // One that is not open, or whose version is not known, cannot be checked.
    for (const [uri, version] of [
      ['file:///a.md', 7],
      ['file:///a.md', null],
      ['file:///b.md', 1],
    ] as const)
      assert.equal(await made(uri, version), true);
    assert.equal(applied.length, 3);
    // VS Code shows a change of a document that is read-only, and never counts it as unsaved.
    document.isDirty = false;
    vscode.workspace.applyEdit = async () => ++document.version > 0;
    await assert.rejects(made('file:///a.md', 7), /a\.md is read-only here, so it cannot be changed/);
    assert.equal(document.version, 9);
    vscode.workspace.textDocuments = [];
    await server.dispose();
  });

  it('lets no other start before it is gone, however often it is started anew', async () => {
    const { server, clients, log } = served();
    for (let time = 0; time < 6; time++) {
      const pressed = [1, 2, 3].map(() => server.restart());
      await soon(time);
      clients.at(-1)!.run();
      if (time % 2 === 0) await Promise.race([Promise.all(pressed), soon(30)]);
    }
    for (let wait = 0; wait < 50 && server.state !== 'running'; wait++) {
      clients.at(-1)!.run();
      await soon();
    }
    assert.equal(server.state, 'running');
    let open = 0;
    for (const line of log) {
      if (line.endsWith('starts')) open++;
      if (line.endsWith('gone')) open--;
      assert.ok(open <= 1, log.join('\n'));
    }
    assert.equal(open, 1);
    await server.dispose();
    assert.equal(log.at(-1), `client ${clients.length} is gone`);
  });

  it('ends a server that hangs without waiting for its consent, starts another and says so', async () => {
    const { server, clients, log } = served(20);
    void server.restart();
    await soon();
    clients[0]!.answers = false;
    clients[0]!.run();
    while (clients.length < 2) await soon();
    clients[1]!.run();
    await soon(100);
    assert.deepEqual(log, [
      'client 1 starts',
      'client 1 is to end in 1 ms',
      'client 1 is gone',
      'client 2 starts',
    ]);
    assert.match(said.join(), /did not answer any more, and was started again/);
    await server.dispose();
    assert.deepEqual(log.slice(4), ['client 2 is to end', 'client 2 is gone']);
  });

  /** What is said when a server hangs that was given a draft after what the test does. */
  async function saidOfHanging(uri: string, before: (server: ServerType) => void): Promise<string> {
    const { server, clients } = served(20);
    void server.restart();
    await soon();
    clients[0]!.run();
    await soon();
    clients[0]!.answers = false;
    before(server);
    await clients[0]!.options.middleware!.didOpen!({ uri } as never, async () => undefined);
    while (clients.length < 2) await soon();
    clients[1]!.run();
    await server.dispose();
    return said.join();
  }

  it('names the draft that its server hangs on, and no name becomes a link', async () => {
    const message = await saidOfHanging('file:///[open](command:x).md', () => undefined);
    assert.match(message, /took too long over “\[open\] \(command:x\)\.md”/);
  });

  it('blames no draft that was typed in while a command ran, which may be what the server hangs on', async () => {
    const message = await saidOfHanging('file:///a.md', (server) => void server.execute('x', []));
    assert.match(message, /did not answer any more, and was started again/);
    assert.doesNotMatch(message, /a\.md/);
  });

  it('ends a server that never gets as far as to run, and starts another', async () => {
    const { server, clients, log } = served(20);
    void server.restart();
    while (clients.length < 2) await soon();
    clients[1]!.run();
    await soon(100);
    assert.equal(server.state, 'running');
    assert.deepEqual(log, [
      'client 1 starts',
      'client 1 is to end in 1 ms',
      'client 1 is gone',
      'client 2 starts',
    ]);
    await server.dispose();
  });

  it('gives up on servers that always hang, and says so with a button', async () => {
    const { server, clients, log } = served(10);
    void server.restart();
    while (server.state !== 'stopped') {
      await soon(5);
      clients.at(-1)!.answers = false;
      clients.at(-1)!.run();
    }
    await soon();
    assert.equal(clients.length, 5);
    assert.equal(log.at(-1), 'client 5 is gone');
    assert.match(said.at(-1)!, /did not answer any more, and was not started again.*\| Restart/);
    await server.dispose();
  });
});
