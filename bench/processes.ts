import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** The result of a command. */
export interface Run {
  /** The time from start to end, in seconds. */
  readonly seconds: number;
  /** The processor time of all its threads and processes, in seconds; undefined if unknown. */
  readonly processor: number | undefined;
  /** The most memory of its processes together, in MB; undefined if unknown. */
  readonly memory: number | undefined;
  readonly status: number;
  readonly output: string;
}

export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

const LOOK_EVERY = 15;
/** The seconds of a tick, in which Linux counts processor time. */
const TICK = 0.01;

/** The running processes that were started here, which are ended with this one. */
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) end(child);
});

/** Starts a command as the leader of a process group, so that it can be ended with all its children. */
export function start({ command, args, cwd, env }: Command): ChildProcess {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, detached: true });
  running.add(child);
  child.on('exit', () => running.delete(child));
  return child;
}

/** Ends a process and its children. */
export function end(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}

/** Runs a command to its end. @throws Error if it cannot be started or takes longer than `limit` milliseconds */
export function run(command: Command, limit: number): Promise<Run> {
  return new Promise((resolve, reject) => {
    const before = ofEndedChildren();
    const started = performance.now();
    const child = start(command);
    let memory = 0;
    const output: Buffer[] = [];
    const look = setInterval(() => {
      if (child.pid !== undefined) memory = Math.max(memory, memoryOf(child.pid, 'peak') ?? 0);
    }, LOOK_EVERY);
    const late = setTimeout(() => {
      end(child);
      finish(() => reject(new Error(`longer than ${limit / 1000} s`)));
    }, limit);
    const finish = (how: () => void): void => {
      clearInterval(look);
      clearTimeout(late);
      how();
    };
    const keep = (chunk: Buffer): void => {
      output.push(chunk);
    };
    child.stdin!.end();
    child.stdout!.on('data', keep);
    child.stderr!.on('data', keep);
    child.on('error', (error) => finish(() => reject(error)));
    let seconds = 0;
    let processor: number | undefined;
    child.on('exit', () => {
      seconds = (performance.now() - started) / 1000;
      const after = ofEndedChildren();
      if (before !== undefined && after !== undefined) processor = after - before;
    });
    child.on('close', (code) =>
      finish(() =>
        resolve({
          seconds,
          processor,
          memory: memory || undefined,
          status: code ?? -1,
          output: Buffer.concat(output).toString('utf8'),
        }),
      ),
    );
  });
}

/** The resident memory of a process and its descendants in MB, now or at the peak of each; undefined without /proc. */
export function memoryOf(root: number, what: 'now' | 'peak'): number | undefined {
  const field = what === 'now' ? 'VmRSS' : 'VmHWM';
  let sum = 0;
  try {
    for (const pid of family(root)) {
      const status = readFileSync(`/proc/${pid}/status`, 'latin1');
      sum += Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    }
  } catch {
    // It has ended meanwhile, or this is not Linux.
    if (sum === 0) return undefined;
  }
  return sum / 1024;
}

/** The processor time of all running threads of a process in milliseconds; undefined if unknown. */
export function processorTimeOf(pid: number): number | undefined {
  try {
    const threads = readdirSync(`/proc/${pid}/task`).map((thread) =>
      Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'latin1').split(' ')[0]),
    );
    return threads.reduce((sum, nanoseconds) => sum + nanoseconds, 0) / 1e6;
  } catch {
    return undefined;
  }
}

/** The processor time in seconds of all ended children of this process, of which one runs at a time. */
function ofEndedChildren(): number | undefined {
  try {
    const stat = readFileSync('/proc/self/stat', 'latin1');
    // The second field is a name in brackets, which may contain spaces. The times follow it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[13]) + Number(fields[14])) * TICK;
  } catch {
    return undefined;
  }
}

/** A process and all its descendants. */
function family(root: number): number[] {
  const found = [root];
  for (let index = 0; index < found.length; index++) {
    const pid = found[index]!;
    for (const thread of index === 0 ? readdirSync(`/proc/${pid}/task`) : [String(pid)]) {
      try {
        const children = readFileSync(`/proc/${pid}/task/${thread}/children`, 'latin1').trim();
        if (children !== '') found.push(...children.split(' ').map(Number));
      } catch {
        // This one has ended, or the kernel does not list children.
      }
    }
  }
  return found;
}
