import assert from 'node:assert/strict';
import type * as TriggerSuggest from '../../src/editor/trigger-suggest';
import { requireWithout } from './without-vscode';

const LINES = ['---', 'kind: briefing', 'offers: []', '---', '', '# Ashby'];

/** An editor in which somebody types into a list of ids, and its list of suggestions, as VS Code opens and closes it. */
function typing() {
  const document = {
    languageId: 'markdown',
    uri: { scheme: 'file' },
    lineCount: LINES.length,
    lineAt: (line: number) => ({ text: LINES[line] }),
  };
  let changed = (_event: unknown): void => {};
  const list = { open: false, asked: 0 };
  const { triggerSuggestWhereItHelps } = requireWithout<typeof TriggerSuggest>(
    '../../src/editor/trigger-suggest',
    {
      window: { activeTextEditor: { document } },
      workspace: {
        getConfiguration: () => ({ get: () => true }),
        onDidChangeTextDocument: (listener: typeof changed) => {
          changed = listener;
        },
      },
      commands: {
        executeCommand: async (command: string) => {
          if (command === 'hideSuggestWidget') list.open = false;
          if (command !== 'editor.action.triggerSuggest' || list.open) return;
          list.open = true;
          list.asked++;
        },
      },
    },
  );
  triggerSuggestWhereItHelps();
  const type = (text: string, character: number): void =>
    changed({ document, contentChanges: [{ text, range: { start: { line: 2, character } } }] });
  return { type, list };
}

describe('The list of suggestions', () => {
  it('opens for a list of ids although that for the space before it is still open, with nothing that goes on with a bracket', () => {
    const { type, list } = typing();
    type(' ', 7);
    assert.deepEqual(list, { open: true, asked: 1 });
    type('[]', 8);
    assert.deepEqual(list, { open: true, asked: 2 });
  });
});
