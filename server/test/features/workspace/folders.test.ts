import assert from 'node:assert/strict';
import type { InitializeParams, WorkspaceFolder } from 'vscode-languageserver';
import { Folders } from '../../../src/features/workspace/folders';

const DRAFT = 'file:///work/drafts/a.md';
const folder = (uri: string): WorkspaceFolder => ({ uri, name: uri });
const [WORK, DRAFTS] = [folder('file:///work'), folder('file:///work/drafts')] as const;

describe('The folder that limits what the project of a draft may read', () => {
  it('is the innermost around it, also after folders were opened and closed', () => {
    const folders = new Folders();
    folders.start({ workspaceFolders: [WORK] } as unknown as InitializeParams);
    assert.equal(folders.around(DRAFT), WORK.uri);
    folders.change({ added: [DRAFTS], removed: [] });
    assert.equal(folders.around(DRAFT), DRAFTS.uri);
    folders.change({ added: [], removed: [WORK, DRAFTS] });
    assert.equal(folders.around(DRAFT), undefined);
  });

  it('is none for a draft elsewhere, asked as often as one likes', () => {
    const folders = new Folders();
    folders.start({ workspaceFolders: [DRAFTS] } as unknown as InitializeParams);
    for (let time = 0; time < 2; time++) assert.equal(folders.around('file:///work/b.md'), undefined);
  });
});
