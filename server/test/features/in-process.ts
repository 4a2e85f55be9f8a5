/** The server as a part of the process that a test runs in. */
import type { Readable, Writable } from 'node:stream';
import { createConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { checkedParams } from '../../src/features/session/request-params';
import { hostFor } from '../../src/hosts/node-host';
import { serve } from '../../src/server';

/** Serves a client that writes to `input` and reads `output`. */
export function serveInProcess(input: Readable, output: Writable, checkAll: boolean): void {
  const connection = createConnection(new StreamMessageReader(input), new StreamMessageWriter(output), {
    messageStrategy: checkedParams,
  });
  serve(connection, hostFor(connection, { afterWork: () => undefined, checkAll, paranoid: false }));
}
