import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** A folder of `server/src` or `client/src`, or a file that lies directly in it: what the drawing of the house calls a room. */
type Room = string;

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return entry.name.endsWith('.ts') ? [path] : [];
  });
}

const IMPORT = /(?:from|import\()\s*'(?<path>\.[^']*)'/g;

/** Which room imports which others, and where. */
function arrows(src: string): ReadonlyMap<Room, ReadonlyMap<Room, string>> {
  const files = sources(src);
  const rooms = new Set(files.map((file) => relative(src, file).split(sep)[0]!));
  const found = new Map<Room, Map<Room, string>>([...rooms].map((room) => [room, new Map()]));
  for (const file of files) {
    const name = relative(src, file);
    const from = name.split(sep)[0]!;
    for (const { groups } of readFileSync(file, 'utf8').matchAll(IMPORT)) {
      const [first = ''] = relative(src, resolve(dirname(file), groups!.path!)).split(sep);
      const to = rooms.has(first) ? first : `${first}.ts`;
      if (to !== from && rooms.has(to)) found.get(from)!.set(to, name);
    }
  }
  return found;
}

/** Rooms that can be reached from each other, each group with the files that lead round. */
function circles(graph: ReturnType<typeof arrows>): string[] {
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

describe('The rooms of the server', () => {
  const graph = arrows(resolve(__dirname, '../src'));

  it('are found, with what they import', () => {
    assert.ok(graph.size > 20);
    assert.ok(graph.get('rules')!.has('draft'));
  });

  it('have arrows in one direction: no room imports, by whatever way round, one that imports it', () => {
    assert.deepEqual(circles(graph), []);
  });

  it('begin with the draft, which knows nothing of judging, editors, files or Word', () => {
    const judging = ['coverage', 'claims', 'evidence', 'rules', 'project', 'word', 'features', 'cli'];
    assert.deepEqual(
      judging.filter((room) => graph.get('draft')!.has(room)),
      [],
    );
  });
});

describe('The rooms of the client', () => {
  const graph = arrows(resolve(__dirname, '../../client/src'));

  it('are found, with what they import', () => {
    assert.ok(graph.size > 20);
    assert.ok(graph.get('commands')!.has('word'));
  });

  it('have arrows in one direction, as those of the server have', () => {
    assert.deepEqual(circles(graph), []);
  });

  it('end with the commands: what is shown and what is written to Word knows nothing of them', () => {
    const below = ['word', 'reviews', 'views', 'preview'];
    assert.deepEqual(
      below.filter((room) => graph.get(room)!.has('commands')),
      [],
    );
  });
});
