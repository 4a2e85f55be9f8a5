import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporary } from '../cli/run';

/** What `watch.cjs` saw a process do. */
export interface Deed {
  readonly what: 'watching' | 'connection' | 'program' | 'code' | 'read' | 'write';
  readonly detail: string;
}

/** A process that is watched: what it needs in its environment, and what was seen. */
export class Watch {
  private readonly report = join(temporary(), 'deeds.jsonl');

  /** Code made from texts is refused by the engine itself. */
  readonly env = {
    ADVOCACY_WATCH: this.report,
    NODE_OPTIONS: `--require ${JSON.stringify(join(__dirname, 'watch.cjs'))} --disallow-code-generation-from-strings`,
  };

  deeds(): readonly Deed[] {
    if (!existsSync(this.report)) return [];
    const lines = readFileSync(this.report, 'utf8').split('\n').filter(Boolean);
    return lines.map((line) => JSON.parse(line) as Deed);
  }
}

export interface Outcome {
  /** null where it was killed, as it took too long. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a script of Node's to its end; one that takes longer than `patience` ms is killed. */
export function run(
  args: readonly string[],
  options: {
    readonly cwd: string;
    readonly env?: Readonly<Record<string, string>>;
    readonly patience: number;
  },
): Promise<Outcome> {
  const child = spawn(process.execPath, args, {
    cwd: options.cwd,
    env: { PATH: process.env.PATH ?? '', HOME: temporary(), ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), options.patience);
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (status) => {
      clearTimeout(timer);
      done({ status, stdout, stderr });
    });
  });
}
