import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { PassThrough, type Readable, type Writable } from 'node:stream';
import { loaded } from '../load-bundled';
import { bundledServer } from './bundle';
import type { EditorOptions } from './editor-options';

interface Started {
  readonly process?: ChildProcess;
  readonly output: Readable;
  readonly input: Writable;
}

/** Starts the server as it is shipped. */
export async function shipped({ args = [], env }: EditorOptions, folder: string): Promise<Started> {
  const server = spawn(process.execPath, [await bundledServer(), '--stdio', ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
    cwd: folder,
    env: { ...process.env, ...env },
  });
  return { process: server, output: server.stdout, input: server.stdin };
}

/** Starts the server in this process. */
export async function here({ args = [] }: EditorOptions): Promise<Started> {
  const output = new PassThrough();
  const input = new PassThrough();
  const { serveInProcess } = (await loaded(
    join(__dirname, 'in-process.ts'),
  )) as typeof import('./in-process');
  serveInProcess(input, output, args.includes('--check-all'));
  return { output, input };
}
