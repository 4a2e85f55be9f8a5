import { dirname, join } from 'node:path';
import { built, builtInto } from '../cli/run';

/** Builds the server as it is shipped, once for a process that runs tests, and returns the path of the file to start. */
export async function bundledServer(): Promise<string> {
  const folder = dirname(await built());
  // Servers that tests start keep their compiled code for each other, and not for the user.
  process.env.XDG_CACHE_HOME = join(folder, 'caches');
  return join(folder, 'server.js');
}

let worker: Promise<string> | undefined;

/** The same for the server as a web worker. */
export function bundledWorker(): Promise<string> {
  worker ??= builtInto({ only: 'dist/web/server.js', minify: false }).then((folder) =>
    join(folder, 'web/server.js'),
  );
  return worker;
}
