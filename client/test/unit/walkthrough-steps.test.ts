import assert from 'node:assert/strict';
import type { WalkthroughSteps as StepsDoneType } from '../../src/views/walkthrough-steps';
import { requireWithout } from './without-vscode';

type Tabs = { readonly input: unknown; readonly isActive: boolean };

describe('A step of the walkthrough that was done', () => {
  let set: [context: string, value: boolean][];
  let changeTabs: (change: { opened: Tabs[]; changed: Tabs[] }) => void;
  let kept: Record<string, unknown>;
  const memory = {
    get: <T>(key: string, otherwise?: T) => (kept[key] ?? otherwise) as T,
    async update(key: string, value: unknown) {
      kept[key] = value;
    },
  };
  function start(): StepsDoneType {
    const { WalkthroughSteps } = requireWithout<{ WalkthroughSteps: typeof StepsDoneType }>(
      '../../src/views/walkthrough-steps',
      {
        commands: {
          executeCommand: (_: string, context: string, value: boolean) => set.push([context, value]),
        },
        window: {
          tabGroups: {
            onDidChangeTabs(listener: typeof changeTabs) {
              changeTabs = listener;
            },
          },
        },
      },
    );
    return new WalkthroughSteps(memory);
  }
  const shown = () => new Promise((resolve) => setTimeout(resolve, 1100));
  beforeEach(() => {
    [set, kept] = [[], {}];
  });

  it('is ticked at once, by a context that becomes true', () => {
    start().note('advocacy.exportWord.done');
    assert.deepEqual(set, [
      ['advocacy.exportWord.done', true],
      ['advocacy.exportWord.done', false],
    ]);
  });

  it('is ticked when the walkthrough is opened later, in another window, too', async () => {
    const first = start();
    first.note('advocacy.exportWord.done');
    first.note('advocacy.exportWord.done');
    start();
    set = [];
    changeTabs({ opened: [{ input: {}, isActive: true }], changed: [] });
    await shown();
    assert.deepEqual(set, [], 'a file was opened');
    changeTabs({ opened: [{ input: undefined, isActive: true }], changed: [] });
    await shown();
    assert.deepEqual(set, [
      ['advocacy.exportWord.done', true],
      ['advocacy.exportWord.done', false],
    ]);
  });
});
