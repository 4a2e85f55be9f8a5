import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Editor } from '../editor';

const draft = '---\nkind: letter\n---\n\n# Our library\n\n![A chart of visits](images/visits.png)\n';

describe('A picture that is not there, in the editor', () => {
  for (const pulls of [false, true]) {
    it(`is found, and no more when it is there (diagnostics ${pulls ? 'pulled' : 'pushed'})`, async () => {
      let refreshed = 0;
      const editor = await Editor.start({
        pulls,
        files: { 'draft.md': draft },
        answers: { 'workspace/diagnostic/refresh': () => ++refreshed && null },
      });
      try {
        const uri = await editor.open('draft.md', readFileSync(join(editor.folder, 'draft.md'), 'utf8'));
        const picture = join(editor.folder, 'images/visits.png');
        const change = (type: number): Promise<void> =>
          editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
            changes: [{ uri: editor.uri('images/visits.png'), type }],
          });
        const until = async (missing: boolean): Promise<void> => {
          if (!pulls) {
            await editor.untilPublished(
              uri,
              (found) => found.some(({ code }) => code === 'image-missing') === missing,
            );
            return;
          }
          for (;;) {
            const codes = (await editor.diagnostics(uri)).map(({ code }) => code);
            if (codes.includes('image-missing') === missing) return;
          }
        };
        await until(true);
        mkdirSync(join(editor.folder, 'images'));
        writeFileSync(picture, 'x');
        await change(1);
        await until(false);
        rmSync(picture);
        await change(3);
        await until(true);
        if (pulls) assert.ok(refreshed > 0, 'the editor is asked to look again');
      } finally {
        await editor.stop();
      }
    });
  }

  it('is found in each of two open drafts that show it', async () => {
    const editor = await Editor.start({ files: { 'm1.md': draft, 'm2.md': draft } });
    try {
      // One beside them that was never saved, in which nothing is looked for, hides it from neither.
      await editor.open('m0.md', draft);
      const uris = await Promise.all(['m1.md', 'm2.md'].map((name) => editor.open(name, draft)));
      for (const uri of uris) {
        await editor.untilPublished(uri, (found) => found.some(({ code }) => code === 'image-missing'), uri);
      }
    } finally {
      await editor.stop();
    }
  });

  it('is found in a check of the workspace, and not looked for beside a draft that was never saved', async () => {
    const editor = await Editor.start({ files: { 'draft.md': draft } });
    try {
      await editor.request('workspace/executeCommand', {
        command: 'advocacy.server.checkWorkspace',
        arguments: [],
      });
      await editor.untilPublished(editor.uri('draft.md'), (found) =>
        found.some(({ code }) => code === 'image-missing'),
      );
      const untitled = await editor.open('untitled:Untitled-1', draft);
      const fresh = await editor.open('new.md', draft.replace('visits', 'loans').replace('visits', 'loans'));
      for (const uri of [untitled, fresh]) {
        await editor.diagnostics(uri);
        await editor.replace(uri, 'Our', 'Your');
        const codes = (await editor.diagnostics(uri)).map(({ code }) => code);
        assert.ok(!codes.includes('image-missing'), uri);
      }
    } finally {
      await editor.stop();
    }
  });
});
