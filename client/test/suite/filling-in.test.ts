import assert from 'node:assert/strict';
import { commands, Selection, type TextDocument, window } from 'vscode';
import { closeAll, create, until } from './support';

const run = <T>(command: string, ...args: unknown[]): Thenable<T> =>
  commands.executeCommand<T>(`advocacy.${command}`, ...args);

const DRAFT = '---\ntitle: Open later\nkind: letter\n---\n\n# Open later\n\nFirst.\n\nSecond.\n';

describe('The command', () => {
  afterEach(closeAll);

  describe('nextPlaceholder', () => {
    const TO_FILL = `${DRAFT}\nIn [insert place] there are [insert number] libraries, and [insert number] in [insert place].\n`;
    const selected = (): readonly string[] => {
      const { document, selections } = window.activeTextEditor!;
      return selections.map((selection) => `${selection.start.character} ${document.getText(selection)}`);
    };

    it('goes on from wherever the cursor is, from the last to the first, and back', async () => {
      await create('drafts/next.md', TO_FILL);
      await commands.executeCommand('cursorBottom');
      await run('nextPlaceholder');
      assert.deepEqual(selected(), ['3 [insert place]', '78 [insert place]']);
      await run('nextPlaceholder');
      assert.deepEqual(selected(), ['28 [insert number]']);
      await run('nextPlaceholder');
      await run('nextPlaceholder');
      await run('nextPlaceholder');
      assert.deepEqual(selected(), ['3 [insert place]', '78 [insert place]']);
      await run('previousPlaceholder');
      assert.deepEqual(selected()[0], '78 [insert place]');
    });

    it('fills with one all that are like it, and knows at once what is left', async () => {
      const document = await create('drafts/alike.md', TO_FILL);
      await run('nextPlaceholder');
      await commands.executeCommand('type', { text: 'Ashby' });
      assert.match(
        document.getText(),
        /In Ashby there are \[insert number\] libraries, and \[insert number\] in Ashby\./,
      );
      await run('nextPlaceholder');
      assert.deepEqual(selected(), ['19 [insert number]']);
      await commands.executeCommand('type', { text: '9' });
      await run('nextPlaceholder');
      assert.equal(selected().length, 1);
      await commands.executeCommand('type', { text: '4' });
      assert.equal(await run('nextPlaceholder'), undefined);
      assert.match(document.getText(), /9 libraries, and 4 in Ashby/);
    });
  });

  describe('Tab where something is filled in', () => {
    const FILL = `${DRAFT}\nIn [insert place] we have TBC books.\n\n- [insert date] for [insert place].\n`;
    const selected = (): string => {
      const { document, selection } = window.activeTextEditor!;
      return document.getText(selection);
    };
    const type = (text: string) => commands.executeCommand('type', { text });
    /** Selects a stretch of the text, and waits until the editor has said so. */
    const select = async (document: TextDocument, words: string, length = words.length): Promise<void> => {
      const start = document.getText().indexOf(words);
      const [from, to] = [document.positionAt(start), document.positionAt(start + length)];
      const moved = new Promise<void>((resolve) => {
        const listener = window.onDidChangeTextEditorSelection(({ selections: [selection] }) => {
          if (!selection?.start.isEqual(from) || !selection.end.isEqual(to)) return;
          listener.dispose();
          resolve();
        });
      });
      window.activeTextEditor!.selection = new Selection(from, to);
      await moved;
    };

    it('goes on to the next place and back, from a whole one and from behind what was typed', async () => {
      const document = await create('drafts/tab-on.md', FILL);
      await commands.executeCommand('cursorBottom');
      await run('nextPlaceholder');
      await until('the place', () => selected() === '[insert place]');
      await run('tabToNextPlaceholder');
      await until('the next', () => selected() === 'TBC');
      await type('9,000');
      await run('tabToNextPlaceholder');
      assert.equal(selected(), '[insert date]');
      await run('tabToPreviousPlaceholder');
      assert.match(selected(), /^\[insert place\]$/);
      assert.equal(document.getText(), FILL.replace('TBC', '9,000'));
    });

    it('is a Tab again once nothing is left', async () => {
      const document = await create('drafts/tab-last.md', `${DRAFT}\nIn [insert place].\n`);
      await run('nextPlaceholder');
      await run('tabToNextPlaceholder');
      assert.equal(selected(), '[insert place]', 'the only one stays as it is');
      await type('Ashby');
      await run('tabToNextPlaceholder');
      assert.match(document.getText(), /In Ashby[\t ]+\.\n$/);
    });

    it('is a Tab anywhere else: with a part of a place, behind words that stood there, in the next item of a list', async () => {
      const document = await create('drafts/tab-else.md', FILL);
      await select(document, '[insert date]', 7);
      await run('tabToNextPlaceholder');
      assert.match(document.getText(), /\n- [\t ]+ date\] for/);
      await commands.executeCommand('undo');
      await select(document, ' we have', 0);
      await run('tabToNextPlaceholder');
      assert.match(document.getText(), /In \[insert place\][\t ]{2,}we have/);
      await commands.executeCommand('undo');
      await select(document, '[insert date]');
      await type('May');
      await type('\n');
      await run('tabToNextPlaceholder');
      assert.match(document.getText(), /- May\n(?:-|\s)[\t -]+ for/);
      assert.equal(selected(), '');
    });
  });
});
