/**
 * Preloaded into a process (`node --require`), in all of its threads: writes down every attempt to open a connection,
 * to start a program, to load code, and to open, list, write or move a file. One JSON line each, in the file named
 * by ADVOCACY_WATCH. Nothing is prevented: what would have happened happens, and is seen.
 */
const fs = require('node:fs');
const { basename, dirname, join, resolve } = require('node:path');
const { fileURLToPath } = require('node:url');

const report = process.env.ADVOCACY_WATCH;
const { appendFileSync, realpathSync } = fs;
let writing = false;

function say(what, detail) {
  if (writing) return;
  writing = true;
  try {
    appendFileSync(report, `${JSON.stringify({ what, detail: String(detail) })}\n`);
  } finally {
    writing = false;
  }
}

/** Where a path really leads; as far as it exists. */
function real(path) {
  if (typeof path === 'number' || (typeof path === 'object' && path !== null && 'fd' in path))
    return undefined;
  const given = resolve(path instanceof URL ? fileURLToPath(path) : String(path));
  for (const [there, rest] of [
    [given, ''],
    // What is not there yet, in a folder that may be known by what is open.
    [dirname(given), basename(given)],
  ]) {
    try {
      return join(realpathSync(there), rest);
    } catch {
      // Its folder may be there.
    }
  }
  return given;
}

function wrap(owner, name, before) {
  const original = owner?.[name];
  if (typeof original !== 'function') return;
  const wrapped = function (...args) {
    before(...args);
    return new.target ? Reflect.construct(original, args, new.target) : Reflect.apply(original, this, args);
  };
  Object.assign(wrapped, original);
  wrapped.prototype = original.prototype;
  owner[name] = wrapped;
}

const first = (what) => (path) => {
  const where = writing ? undefined : real(path);
  if (where !== undefined) say(what, where);
};
const both = (what) => (from, to) => {
  first(what)(from);
  first(what)(to);
};

for (const owner of [fs, fs.promises]) {
  for (const name of ['open', 'readFile', 'readdir', 'createReadStream', 'opendir']) {
    for (const one of [name, `${name}Sync`]) wrap(owner, one, first('read'));
  }
  for (const name of [
    'writeFile',
    'appendFile',
    'createWriteStream',
    'mkdir',
    'mkdtemp',
    'rm',
    'rmdir',
    'unlink',
    'truncate',
    'chmod',
    'chown',
    'utimes',
  ]) {
    for (const one of [name, `${name}Sync`]) wrap(owner, one, first('write'));
  }
  for (const name of ['rename', 'copyFile', 'cp', 'link', 'symlink']) {
    for (const one of [name, `${name}Sync`]) wrap(owner, one, both('write'));
  }
}

const where = (...args) =>
  JSON.stringify(args, (_, value) => (typeof value === 'function' ? 'ƒ' : value))?.slice(0, 300);
const seen =
  (what) =>
  (...args) =>
    say(what, where(...args));
const net = require('node:net');
wrap(net.Socket.prototype, 'connect', seen('connection'));
wrap(net.Server.prototype, 'listen', seen('connection'));
const dgram = require('node:dgram');
wrap(dgram.Socket.prototype, 'send', seen('connection'));
wrap(dgram.Socket.prototype, 'bind', seen('connection'));
const dns = require('node:dns');
for (const owner of [dns, dns.promises, dns.Resolver.prototype]) {
  for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6', 'reverse'])
    wrap(owner, name, seen('connection'));
}
for (const name of ['node:http', 'node:https']) {
  wrap(require(name), 'request', seen('connection'));
  wrap(require(name), 'get', seen('connection'));
}
wrap(require('node:tls'), 'connect', seen('connection'));
wrap(require('node:http2'), 'connect', seen('connection'));
if (globalThis.fetch) wrap(globalThis, 'fetch', seen('connection'));

const programs = require('node:child_process');
wrap(programs.ChildProcess.prototype, 'spawn', seen('program'));
for (const name of ['spawnSync', 'execSync', 'execFileSync']) wrap(programs, name, seen('program'));
wrap(require('node:worker_threads'), 'Worker', (file, options) =>
  say('code', options?.eval ? 'eval' : real(file)),
);
wrap(process, 'dlopen', (_, file) => say('code', real(file)));

const Module = require('node:module');
const load = Module._load;
Module._load = function (id, parent, ...rest) {
  if (!Module.isBuiltin(id)) say('code', Module._resolveFilename(id, parent));
  return Reflect.apply(load, this, [id, parent, ...rest]);
};
say('watching', process.pid);
