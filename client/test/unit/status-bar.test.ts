import assert from 'node:assert/strict';
import type { ActiveReview, Review } from '../../src/reviews/active-review';
import type { ActiveDraft, Shown } from '../../src/server/active-draft';
import type { StatusBar as StatusBarType } from '../../src/views/status-bar';
import { requireWithout } from './without-vscode';

/** An item of the status bar, which nobody sees before it is shown. */
class Item {
  text = '';
  tooltip = '';
  command: unknown;
  accessibilityInformation = { label: '' };
  visible = false;
  show(): void {
    this.visible = true;
  }
  hide(): void {
    this.visible = false;
  }
}

const items = new Map<string, Item>();
const { StatusBar } = requireWithout<{ StatusBar: typeof StatusBarType }>('../../src/views/status-bar', {
  StatusBarAlignment: { Left: 1 },
  Disposable: { from: () => ({ dispose: () => undefined }) },
  window: {
    createStatusBarItem: (id: string) => {
      const item = new Item();
      items.set(id, item);
      return item;
    },
  },
});

const document = { uri: { path: '/office/a.md' } };
const draft = (toFill: number) => ({
  kind: 'draft',
  document,
  coverage: {
    kind: { title: 'Briefing' },
    areas: [],
    offers: [],
    promises: [],
    argue: {},
    words: 1204,
    toFill,
  },
});

describe('The status bar', () => {
  let show: (shown: unknown) => void;
  let review: (review: unknown) => void;
  beforeEach(() => {
    new StatusBar(
      {
        shown: { kind: 'none' },
        onDidChange: (listener: (shown: Shown) => void) => {
          show = listener as typeof show;
          return { dispose: () => undefined };
        },
      } as unknown as ActiveDraft,
      {
        review: undefined,
        onDidChange: (listener: (review: Review | undefined) => void) => {
          review = listener as typeof review;
          return { dispose: () => undefined };
        },
      } as unknown as ActiveReview,
    );
  });
  const item = (id: 'status' | 'toFill' | 'openReview') => items.get(`advocacy.${id}`)!;

  it('says nothing where there is no Markdown', () => {
    assert.equal(item('status').visible, false);
    show({ kind: 'reading', document });
    assert.equal(item('status').visible, true);
    show({ kind: 'none' });
    assert.equal(item('status').visible, false);
  });

  const faces: readonly [kind: string, text: RegExp, command: unknown][] = [
    ['reading', /…$/, 'advocacy.showCoverage'],
    ['stopped', /Stopped$/, 'advocacy.restartServer'],
    ['notDraft', /Not a draft$/, 'advocacy.makeDraft'],
  ];
  for (const [kind, text, command] of faces) {
    it(`says what to do about it where it shows “${kind}”, and nothing of what is to be filled in`, () => {
      show({ kind, document, coverage: null });
      assert.match(item('status').text, text);
      assert.equal(item('status').command, command);
      assert.notEqual(item('status').accessibilityInformation.label, '');
      assert.equal(item('toFill').visible, false);
    });
  }

  it('leads to the setting that switches checks off', () => {
    show({ kind: 'off', document, coverage: null });
    assert.deepEqual(item('status').command, {
      command: 'workbench.action.openSettings',
      title: '',
      arguments: ['advocacy.check'],
    });
  });

  it('counts what a review left open, and goes to the next of it, as long as something is', () => {
    assert.equal(item('openReview').visible, false);
    const marks = (changes: number, open: number, resolved: number) => ({
      changes: Array.from({ length: changes }, () => ({})),
      threads: Array.from({ length: open + resolved }, (_, index) => ({ resolved: index >= open })),
    });
    review({ document, marks: marks(2, 1, 1) });
    assert.equal(item('openReview').visible, true);
    assert.equal(item('openReview').text, '$(comment-discussion) 2 changes and one comment open');
    assert.deepEqual(item('openReview').command, {
      command: 'advocacy.nextReviewMark',
      title: '',
      arguments: [document.uri],
    });
    review({ document, marks: marks(1, 0, 0) });
    assert.equal(item('openReview').text, '$(comment-discussion) One change open');
    review({ document, marks: marks(0, 0, 1) });
    assert.equal(item('openReview').visible, false);
    review({ document, marks: marks(1, 0, 0) });
    review(undefined);
    assert.equal(item('openReview').visible, false);
  });

  it('says which draft it is of', () => {
    show(draft(0));
    assert.match(item('status').tooltip, /^a\.md · 1,204 words\n/);
    assert.match(item('status').accessibilityInformation.label, /^Library Advocacy, a\.md: /);
  });

  it('counts what is to be filled in as long as there is any', () => {
    for (const [count, says] of [
      [2, '2 places are still'],
      [1, '1 place is still'],
    ] as const) {
      show(draft(count));
      assert.equal(item('toFill').visible, true);
      assert.equal(item('toFill').text, `$(edit) ${count} to fill in`);
      assert.ok(item('toFill').tooltip.startsWith(says));
    }
    show(draft(0));
    assert.equal(item('toFill').visible, false);
    assert.equal(item('status').visible, true);
    show(draft(1));
    show({ kind: 'notDraft', document, coverage: null });
    assert.equal(item('toFill').visible, false);
  });
});
