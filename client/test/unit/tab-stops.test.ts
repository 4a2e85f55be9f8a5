import assert from 'node:assert/strict';
import type * as TabStops from '../../src/editor/tab-stops';
import { requireWithout } from './without-vscode';

class CodeAction {
  edit?: unknown;
  command?: { readonly command: string };
}
class Snippet {
  constructor(
    readonly range: unknown,
    readonly snippet: { readonly value: string },
  ) {}
}
class Edit {
  readonly size = 1;
  changes: readonly unknown[] = [];
  set(_uri: unknown, changes: readonly unknown[]): void {
    this.changes = changes;
  }
  entries() {
    return [['file:///a.md', this.changes]];
  }
}

const { tabStops } = requireWithout<typeof TabStops>('../../src/editor/tab-stops', {
  CodeAction,
  SnippetTextEdit: Snippet,
  SnippetString: class {
    constructor(readonly value: string) {}
  },
  WorkspaceEdit: Edit,
});

/** What the light bulb does with an edit that inserts a text, and the command behind it. */
async function offered(newText: string): Promise<CodeAction> {
  const edit = new Edit();
  edit.changes = [{ range: {}, newText }];
  const action = Object.assign(new CodeAction(), { edit, command: { command: 'advocacy.select' } });
  await tabStops.provideCodeActions!.call(
    undefined as never,
    {} as never,
    {} as never,
    {} as never,
    {} as never,
    async () => [action] as never,
  );
  return action;
}

describe('A quick fix', () => {
  it('whose placeholder the editor selects as it is inserted does not select it again over what was typed', async () => {
    const { edit, command } = await offered('We ask [insert who].');
    const [{ snippet }] = (edit as Edit).changes as readonly [Snippet];
    assert.match(snippet.value, /\$\{1:\[insert who\]\}/);
    assert.equal(command, undefined);
  });

  it('that inserts nothing to fill in keeps its command', async () => {
    assert.deepEqual((await offered('We ask the council.')).command, { command: 'advocacy.select' });
  });
});
