import assert from 'node:assert/strict';
import { EditMap } from 'micromark-util-edit-map';
import type { Event } from 'micromark-util-types';
import '../../src/draft/parser/markdown';
import { random } from './hostile';

type Edit = readonly [at: number, removed: number, added: readonly string[]];

/** Names stand for what a parser found. */
const found = (names: readonly string[]): Event[] => names as unknown as Event[];

function changed(names: string[], edits: readonly Edit[]): string[] {
  const map = new EditMap();
  for (const [at, removed, added] of edits) map.add(at, removed, found([...added]));
  map.consume(found(names));
  return names;
}

describe('what the parser changes in what it has found', () => {
  it('is changed as one change after another would', () => {
    const next = random(16);
    const upTo = (most: number): number => Math.floor(next() * (most + 1));
    for (let count = 0; count < 2_000; count++) {
      const names = Array.from({ length: upTo(20) }, (_, index) => `${index}`);
      const edits: Edit[] = [];
      for (let at = upTo(5); at <= names.length; at += 1 + upTo(5)) {
        const removed = upTo(Math.min(3, names.length - at));
        edits.push([at, removed, Array.from({ length: upTo(2) }, (_, index) => `new ${at} ${index}`)]);
        at += removed;
      }
      const expected = [...names];
      for (const [at, removed, added] of edits.toReversed()) expected.splice(at, removed, ...added);
      // In whatever order they are asked for.
      assert.deepEqual(changed(names, next() < 0.5 ? edits : edits.toReversed()), expected);
    }
  });

  it('is left alone before the first change, however much that is', () => {
    const names = Array.from({ length: 1_000 }, (_, index) => `${index}`);
    const touched = new Set<string>();
    const watched = new Proxy(names, {
      get: (list, key, receiver) => {
        touched.add(String(key));
        return Reflect.get(list, key, receiver);
      },
    });
    changed(watched, [
      [998, 1, []],
      [1_000, 0, ['end']],
    ]);
    assert.deepEqual(names.slice(996), ['996', '997', '999', 'end']);
    assert.deepEqual(
      [...touched].filter((key) => Number(key) < 998),
      [],
    );
  });
});
