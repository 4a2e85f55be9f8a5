import assert from 'node:assert/strict';
import type { ActiveDraft, Shown } from '../../src/activeDraft';
import type { StatusBar as StatusBarType } from '../../src/views/statusBar';
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
const { StatusBar } = requireWithout<{ StatusBar: typeof StatusBarType }>('../../src/views/statusBar', {
  StatusBarAlignment: { Left: 1 },
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
  coverage: { kind: { title: 'Briefing' }, areas: [], offers: [], promises: [], argue: {}, toFill },
});

describe('The status bar', () => {
  let show: (shown: unknown) => void;
  beforeEach(() => {
    new StatusBar({
      shown: { kind: 'none' },
      onDidChange: (listener: (shown: Shown) => void) => {
        show = listener as typeof show;
        return { dispose: () => undefined };
      },
    } as unknown as ActiveDraft);
  });
  const item = (id: 'status' | 'toFill') => items.get(`advocacy.${id}`)!;

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
