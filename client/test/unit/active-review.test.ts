import assert from 'node:assert/strict';
import type { Reviews } from '../../../server/src/protocol';
import type { ActiveReview } from '../../src/reviews/active-review';
import type { ActiveDraft, Shown } from '../../src/server/active-draft';
import type { Server } from '../../src/server/server';
import { requireWithout } from './without-vscode';

type Listener<T> = (value: T) => void;

class EventEmitter<T> {
  readonly #listeners: Listener<T>[] = [];
  readonly event = (listener: Listener<T>) => {
    this.#listeners.push(listener);
    return { dispose: () => undefined };
  };
  fire(value: T): void {
    for (const listener of this.#listeners) listener(value);
  }
}

const contexts = new Map<string, unknown>();
const { ActiveReview: Review } = requireWithout<{ ActiveReview: typeof ActiveReview }>(
  '../../src/reviews/active-review',
  {
    EventEmitter,
    Disposable: { from: () => ({ dispose: () => undefined }) },
    commands: { executeCommand: (_: string, key: string, value: unknown) => contexts.set(key, value) },
  },
);

const range = { start: { line: 4, character: 0 }, end: { line: 4, character: 9 } };
const MARKS: Reviews = { changes: [{ kind: 'insertion', range, now: 'every' }], threads: [] };
const NONE: Reviews = { changes: [], threads: [] };

describe('The review in the document in front', () => {
  let asked: number;
  let marks: Reviews;
  let change: (review: string, kind?: 'draft' | 'notDraft') => Promise<void>;
  let restart: () => void;
  let review: ActiveReview;
  const settled = () => new Promise((resolve) => setImmediate(resolve));

  beforeEach(() => {
    asked = 0;
    marks = MARKS;
    const document = { uri: 'file:///a.md', version: 0 };
    const shown = new EventEmitter<Shown>();
    const active = { shown: { kind: 'none' } as Shown, onDidChange: shown.event };
    const states = new EventEmitter<string>();
    review = new Review(
      {
        uri: String,
        onDidChangeState: states.event,
        request: async () => {
          asked++;
          return marks;
        },
      } as unknown as Server,
      active as unknown as ActiveDraft,
    );
    change = (state, kind = 'draft') => {
      document.version++;
      const coverage = { review: state, version: document.version };
      active.shown = { kind, document, coverage } as unknown as Shown;
      shown.fire(active.shown);
      return settled() as Promise<void>;
    };
    restart = () => states.fire('running');
  });

  it('is never asked for while there is none, whatever is typed, be it in a draft or in other Markdown', async () => {
    for (const kind of ['draft', 'notDraft'] as const)
      for (let key = 0; key < 5; key++) await change('', kind);
    assert.deepEqual([asked, review.review?.marks], [0, NONE]);
  });

  it('is asked for once, and not again at keys that leave it and its places alone', async () => {
    await change('1:4');
    for (let key = 0; key < 5; key++) await change('1:4');
    assert.deepEqual([asked, review.review?.marks, review.review?.version], [1, MARKS, 6]);
    assert.equal(contexts.get('advocacy.hasReview'), true);
  });

  it('is asked for again where it, or its place, is another', async () => {
    await change('1:4');
    await change('1:5');
    marks = { changes: [], threads: [{ range, comments: [], resolved: false }] };
    await change('2:5');
    assert.deepEqual([asked, review.review?.marks], [3, marks]);
  });

  it('is asked for once more where it changed while it was being asked for', async () => {
    await change('1:4');
    marks = { changes: [], threads: [{ range, comments: [], resolved: false }] };
    void change('2:4');
    await change('2:4');
    assert.deepEqual(review.review?.marks, marks);
  });

  it('is gone with its last mark, without being asked for', async () => {
    await change('1:4');
    await change('');
    assert.deepEqual([asked, review.review?.marks], [1, NONE]);
    assert.equal(contexts.get('advocacy.hasReview'), false);
  });

  it('is asked for again of a new server, whose numbers mean something else', async () => {
    await change('1:4');
    restart();
    await change('1:4');
    assert.equal(asked, 2);
  });
});
