import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** A folder of `server/src` or `client/src`, or a file that lies directly in it: which imports are counted between. */
type Room = string;

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return entry.name.endsWith('.ts') ? [path] : [];
  });
}

const IMPORT = /(?:from|import\()\s*'(?<path>\.[^']*)'/g;

/** Which files import which others of the same folder, by their paths in it. */
function imports(src: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const files = sources(src).map((file) => relative(src, file));
  const all = new Set(files);
  const importedBy = (file: string): readonly string[] =>
    [...readFileSync(join(src, file), 'utf8').matchAll(IMPORT)].flatMap(({ groups }) => {
      const path = join(dirname(file), groups!.path!);
      return [`${path}.ts`, join(path, 'index.ts')].find((name) => all.has(name)) ?? [];
    });
  return new Map(files.map((file) => [file, new Map(importedBy(file).map((other) => [other, file]))]));
}

/** Which room imports which others, and where. */
function arrows(src: string): ReadonlyMap<Room, ReadonlyMap<Room, string>> {
  const room = (file: string): Room => file.split(sep)[0]!;
  const found = new Map<Room, Map<Room, string>>();
  for (const [file, others] of imports(src)) {
    const from = room(file);
    if (!found.has(from)) found.set(from, new Map());
    for (const to of others.keys()) if (room(to) !== from) found.get(from)!.set(room(to), file);
  }
  return found;
}

/** Rooms that can be reached from each other, each group with the files that lead round. */
function circles(graph: ReadonlyMap<string, ReadonlyMap<string, string>>): string[] {
  const reached = (start: Room): Set<Room> => {
    const seen = new Set<Room>();
    const next = [start];
    while (next.length > 0) {
      for (const room of graph.get(next.pop()!)!.keys()) {
        if (!seen.has(room)) next.push(room);
        seen.add(room);
      }
    }
    return seen;
  };
  const all = new Map([...graph.keys()].map((room) => [room, reached(room)]));
  return [...graph].flatMap(([from, tos]) =>
    Array.from(tos)
      .filter(([to]) => all.get(to)!.has(from))
      .map(([to, file]) => `${from} → ${to} (${file})`),
  );
}

describe('The folders of the server', () => {
  const graph = arrows(resolve(__dirname, '../src'));

  it('are found, with what they import', () => {
    assert.ok(graph.size > 20);
    assert.ok(graph.get('rules')!.has('draft'));
  });

  it('are in the tables of docs/architecture.md, and so is each file beside them', () => {
    const table = readFileSync(resolve(__dirname, '../../docs/architecture.md'), 'utf8');
    assert.deepEqual(
      [...graph.keys()].filter((room) => !table.includes(`| \`server/src/${room}\` |`)),
      [],
    );
  });

  it('have arrows in one direction: no room imports, by whatever way round, one that imports it', () => {
    assert.deepEqual(circles(graph), []);
  });

  it('have no files that import each other, not for a type either', () => {
    assert.deepEqual(circles(imports(resolve(__dirname, '../src'))), []);
  });

  it('build on one another in the order of docs/architecture.md: each imports from its own table there or one above', () => {
    const tables = readFileSync(resolve(__dirname, '../../docs/architecture.md'), 'utf8').split('\n### ');
    const tableOf = (room: Room): number =>
      tables.findIndex((table) => table.includes(`| \`server/src/${room}\` |`));
    assert.ok(tableOf('draft') >= 0 && tableOf('draft') < tableOf('rules'));
    assert.deepEqual(
      [...graph].flatMap(([from, tos]) =>
        [...tos]
          .filter(([to]) => tableOf(to) > tableOf(from))
          .map(([to, file]) => `${from} → ${to} (${file})`),
      ),
      [],
    );
  });
});

describe('The folders within a folder', () => {
  const src = resolve(__dirname, '../src');
  const inner = readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => relative(src, join(entry.parentPath, entry.name)));

  it('have arrows in one direction, wherever they are', () => {
    assert.ok(inner.length > 40);
    for (const folder of inner) assert.deepEqual(circles(arrows(join(src, folder))), [], folder);
  });

  for (const folder of [
    'server/src/features',
    'server/src/rules/lib',
    'server/src/rules/numbers',
    'server/src/word',
    'client/src',
  ]) {
    it(`are each named where docs/architecture.md says what is in ${folder}`, () => {
      const root = resolve(__dirname, '../..');
      const table = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
      const row = table.split('\n').find((line) => line.startsWith(`| \`${folder}\` |`))!;
      const named = readdirSync(join(root, folder), { withFileTypes: true }).filter((entry) =>
        entry.isDirectory(),
      );
      assert.ok(named.length > 5);
      assert.deepEqual(
        named.map(({ name }) => name).filter((name) => !row.includes(`\`${name}/\``)),
        [],
      );
    });
  }
});

describe('The folders of the client', () => {
  const graph = arrows(resolve(__dirname, '../../client/src'));

  it('are found, with what they import', () => {
    assert.ok(graph.size > 10);
    assert.ok(graph.get('commands')!.has('word'));
  });

  it('have arrows in one direction, as those of the server have, and so have their files', () => {
    assert.deepEqual(circles(graph), []);
    assert.deepEqual(circles(imports(resolve(__dirname, '../../client/src'))), []);
  });

  it('end with the commands: what is shown and what is written to Word knows nothing of them', () => {
    const below = ['word', 'reviews', 'views', 'preview'];
    assert.deepEqual(
      below.filter((room) => graph.get(room)!.has('commands')),
      [],
    );
  });
});
