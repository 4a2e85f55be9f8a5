import { setTimeout } from 'node:timers/promises';
import { workspace } from 'vscode';
import { TextPreview } from '../../src/views/textPreview';
import { closeAll, until } from './support';

const shown = (): string | undefined =>
  workspace.textDocuments.findLast(({ uri }) => uri.scheme === 'advocacy-preview')?.getText();

describe('The preview of what can be inserted', () => {
  afterEach(closeAll);

  it('ends on the text chosen last, however soon after the first', async () => {
    for (const pause of [0, 5, 10, 15, 20, 30, 45, 60, 90]) {
      const preview = new TextPreview();
      const first = preview.show('first');
      await setTimeout(pause);
      await Promise.all([first, preview.show('second')]);
      await until(`the second text after ${pause} ms`, () => shown()?.trimStart() === 'second\n');
      await preview.close();
    }
  });
});
