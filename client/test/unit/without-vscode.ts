import Module from 'node:module';

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

/** Requires a module of the client outside VS Code, with `vscode` in the place of that of VS Code. */
export function requireWithout<T>(path: string, vscode: Record<string, unknown>): T {
  const loader = Module as unknown as Loader;
  const load = loader._load;
  const stand = new Proxy(vscode, {
    get: (target, key) => (typeof key === 'string' && key in target ? target[key] : nothing()),
  });
  loader._load = function (request, ...more) {
    return request === 'vscode' ? stand : load.call(this, request, ...more);
  };
  try {
    return require(path) as T;
  } finally {
    loader._load = load;
  }
}
