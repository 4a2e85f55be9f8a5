import Module from 'node:module';
import { join } from 'node:path';

const CLIENT = join(__dirname, '../../src/');

/** As far as the client's own logic goes, nothing of VS Code does anything. What is called is a function, and makes one. */
function nothing(): unknown {
  return new Proxy(class {}, {
    get: (target, key) => (key === 'prototype' ? target.prototype : key in Symbol ? undefined : nothing()),
    apply: nothing,
    construct: () => ({}),
  });
}

interface Loader {
  _load(request: string, ...more: unknown[]): unknown;
}

/**
 * Requires a module of the client outside VS Code, with `vscode` in the place of that of VS Code: for this once, so that
 * the next test gets modules with its own.
 */
export function requireWithout<T>(path: string, vscode: Record<string, unknown>): T {
  const loader = Module as unknown as Loader;
  const load = loader._load;
  const stand = new Proxy(vscode, {
    get: (target, key) => (typeof key === 'string' && key in target ? target[key] : nothing()),
  });
  loader._load = function (request, ...more) {
    return request === 'vscode' ? stand : load.call(this, request, ...more);
  };
  const before = new Set(Object.keys(require.cache));
  try {
    return require(path) as T;
  } finally {
    loader._load = load;
    for (const file of Object.keys(require.cache)) {
      if (file.startsWith(CLIENT) && !before.has(file)) delete require.cache[file];
    }
  }
}
