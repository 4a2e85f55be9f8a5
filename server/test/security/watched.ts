import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outcomeOf, type Run, temporary } from '../cli/run';

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

let caches: string | undefined;

/** Where the command line keeps itself as compiled: the one place outside a workspace that it uses unasked. */
export function codeFolder(): string {
  caches ??= temporary();
  return join(caches, 'advocacy', 'code');
}

/** Runs a script of Node's to its end; its status is null where it was killed, as it took longer than `patience` ms. */
export function run(
  args: readonly string[],
  options: {
    readonly cwd: string;
    readonly env?: Readonly<Record<string, string>>;
    readonly patience: number;
  },
): Promise<Run> {
  const child = spawn(process.execPath, args, {
    cwd: options.cwd,
    env: {
      PATH: process.env.PATH ?? '',
      HOME: temporary(),
      XDG_CACHE_HOME: join(codeFolder(), '../..'),
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return outcomeOf(child, options.patience);
}
