import type { Readable, Writable } from 'node:stream';

/** A JSON-RPC message of any kind. */
export interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string; readonly data?: unknown };
}

const HEAD_END = Buffer.from('\r\n\r\n');

/**
 * The base protocol over two streams. Each message comes with the time in milliseconds at which its last byte arrived, so
 * that the time for parsing it is not measured.
 */
export class Wire {
  #chunks: Buffer[] = [];
  #received = 0;
  /** The length of the body that is being received; undefined while its head is. */
  #wanted: number | undefined;

  constructor(
    private readonly output: Writable,
    input: Readable,
    private readonly onMessage: (message: Message, at: number) => void,
    private readonly onNoise: (what: string) => void,
  ) {
    // The exit of the server is handled elsewhere.
    output.on('error', () => undefined);
    input.on('data', (chunk: Buffer) => this.#read(chunk, performance.now()));
  }

  /** The bytes of a message, to be made before the clock starts. */
  static packed(message: Message): Buffer {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
  }

  /** Sends the bytes of a message. Returns the time right before, in milliseconds. */
  sendPacked(packed: Buffer): number {
    const at = performance.now();
    this.output.write(packed);
    return at;
  }

  send(message: Message): number {
    return this.sendPacked(Wire.packed(message));
  }

  #read(chunk: Buffer, at: number): void {
    this.#chunks.push(chunk);
    this.#received += chunk.length;
    // The chunks of a long body are joined only when it is complete.
    while (this.#received > 0 && (this.#wanted === undefined || this.#received >= this.#wanted)) {
      const all = this.#chunks.length === 1 ? this.#chunks[0]! : Buffer.concat(this.#chunks);
      this.#chunks = [all];
      if (this.#wanted === undefined) {
        const end = all.indexOf(HEAD_END);
        if (end < 0) return;
        this.#wanted = this.#lengthIn(all.toString('latin1', 0, end));
        this.#keep(all.subarray(end + HEAD_END.length));
      } else {
        const body = all.toString('utf8', 0, this.#wanted);
        this.#keep(all.subarray(this.#wanted));
        this.#wanted = undefined;
        this.onMessage(JSON.parse(body) as Message, at);
      }
    }
  }

  #keep(rest: Buffer): void {
    this.#chunks = [rest];
    this.#received = rest.length;
  }

  #lengthIn(head: string): number {
    const length = /(?:^|\n)Content-Length: *(\d+)/i.exec(head)?.[1];
    if (length === undefined) this.onNoise(`writes what is no message: ${head.slice(0, 80)}`);
    return Number(length ?? 0);
  }
}
