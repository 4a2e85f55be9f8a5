import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { bundledServer } from './bundle';

/** A client that can write anything at all to the server's standard input. */
export class RawClient {
  #received = Buffer.alloc(0);
  readonly messages: Record<string, unknown>[] = [];
  #check: () => void = () => undefined;

  private constructor(readonly process: ChildProcess) {
    process.stdout!.on('data', (chunk: Buffer) => this.#read(chunk));
  }

  static async start(...args: string[]): Promise<RawClient> {
    const path = await bundledServer();
    return new RawClient(
      spawn(process.execPath, [path, '--stdio', ...args], { stdio: ['pipe', 'pipe', 'ignore'] }),
    );
  }

  static frame(body: string): string {
    return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  }

  write(text: string | Buffer): void {
    this.process.stdin!.write(text);
  }

  send(message: object): void {
    this.write(RawClient.frame(JSON.stringify({ jsonrpc: '2.0', ...message })));
  }

  /** Sends a request and resolves to the whole answer. */
  async ask(id: number, method: string, params?: unknown): Promise<Record<string, unknown>> {
    this.send({ id, method, params });
    return this.answer((message) => message.id === id && message.method === undefined);
  }

  async answer(wanted: (message: Record<string, unknown>) => boolean): Promise<Record<string, unknown>> {
    const found = () => this.messages.find(wanted);
    if (!found()) {
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error('No answer')), 50_000);
        this.#check = () => {
          if (!found()) return;
          clearTimeout(timer);
          resolve();
        };
      });
    }
    return found()!;
  }

  async initialize(processId: number | null = null): Promise<void> {
    await this.ask(0, 'initialize', { processId, rootUri: null, capabilities: {} });
    this.send({ method: 'initialized', params: {} });
  }

  /** Resolves to the exit code. */
  async exit(): Promise<number | null> {
    if (this.process.exitCode === null && this.process.signalCode === null) await once(this.process, 'exit');
    return this.process.exitCode;
  }

  kill(): void {
    this.process.kill('SIGKILL');
  }

  #read(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (;;) {
      const head = /^Content-Length: (\d+)\r\n\r\n/.exec(this.#received.toString('latin1', 0, 100));
      if (!head) return;
      const end = head[0].length + Number(head[1]);
      if (this.#received.length < end) return;
      this.messages.push(JSON.parse(this.#received.toString('utf8', head[0].length, end)));
      this.#received = this.#received.subarray(end);
      this.#check();
    }
  }
}
