import assert from 'node:assert/strict';
import type * as Marks from '../../src/reviews/change-marks';
import { requireWithout } from './without-vscode';

interface Look {
  readonly backgroundColor?: { readonly id: string };
  readonly borderColor?: { readonly id: string };
}

/** The looks that marks in the text have, and the window that they are made in. */
function looks() {
  const made: Look[] = [];
  const disposable = { dispose: () => undefined };
  const vscode = {
    ThemeColor: class {
      constructor(readonly id: string) {}
    },
    Disposable: { from: () => disposable },
    window: {
      createTextEditorDecorationType: (look: Look) => {
        made.push(look);
        return disposable;
      },
      onDidChangeVisibleTextEditors: () => disposable,
    },
  };
  return { made, vscode };
}

describe('What stands out in the text', () => {
  it('has a frame beside its background, as themes of high contrast have no backgrounds', () => {
    const { made, vscode } = looks();
    const { ChangeMarks } = requireWithout<typeof Marks>('../../src/reviews/change-marks', vscode);
    new ChangeMarks({ onDidChange: () => undefined } as never);
    const coloured = made.filter(({ backgroundColor }) => backgroundColor);
    assert.equal(coloured.length, 3);
    for (const { backgroundColor, borderColor } of coloured)
      assert.equal(borderColor?.id, backgroundColor!.id.replace(/Background$/, 'Border'));
  });
});
