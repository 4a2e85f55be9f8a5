import assert from 'node:assert/strict';
import type {
  FileSystemWatcher,
  RegistrationParams,
  UnregistrationParams,
} from 'vscode-languageserver-protocol';
import { matchesPatterns, patterns } from '../../../src/project/glob';
import { relativePath } from '../../../src/project/paths';
import { Editor } from '../editor';

const CONFIGURATION = '.advocacy.json';

/** Whether an editor that tells of what it was asked to watch, and of nothing else, tells of a file by now. */
function isWatched(editor: Editor, path: string): boolean {
  const watchers = new Map<string, readonly FileSystemWatcher[]>();
  for (const { method, params } of editor.requests) {
    if (method === 'client/registerCapability')
      for (const { id, registerOptions } of (params as RegistrationParams).registrations)
        watchers.set(id, (registerOptions as { watchers?: FileSystemWatcher[] } | undefined)?.watchers ?? []);
    if (method === 'client/unregisterCapability')
      for (const { id } of (params as UnregistrationParams).unregisterations) watchers.delete(id);
  }
  return [...watchers.values()].flat().some(({ globPattern }) => {
    if (typeof globPattern === 'string') return matchesPatterns(patterns([globPattern]), path);
    const { baseUri, pattern } = globPattern;
    const inside = relativePath(typeof baseUri === 'string' ? baseUri : baseUri.uri, editor.uri(path));
    return inside !== undefined && matchesPatterns(patterns([pattern]), inside);
  });
}

describe('What a configuration names, where it comes later', () => {
  let editor: Editor;
  afterEach(() => editor.stop());

  const all: readonly [what: string, configuration: object, path: string, text: string][] = [
    ['a Word template', { word: { template: 'templates/ours.docx' } }, 'templates/ours.docx', 'PK'],
    ['a framework', { framework: 'ours/framework.yaml' }, 'ours/framework.yaml', 'topics: []\n'],
    ['a file with evidence', { evidence: ['facts/ours.yaml'] }, 'facts/ours.yaml', 'evidence: []\n'],
    ['evidence by a pattern', { evidence: ['facts/**/*.yaml'] }, 'facts/a/ours.yaml', 'evidence: []\n'],
  ];
  for (const [what, configuration, path, text] of all) {
    it(`is found as it comes, and as it comes again: ${what}`, async () => {
      editor = await Editor.start({
        settings: {},
        files: { [CONFIGURATION]: JSON.stringify(configuration) },
      });
      const uri = editor.uri(CONFIGURATION);
      const untilMissing = (missing: boolean) =>
        editor.untilPublished(uri, (found) => found.length === Number(missing), `missing: ${missing}`);
      const untilWatched = () => editor.until(() => isWatched(editor, path), `${path} to be watched`);
      await untilMissing(true);
      await untilWatched();
      await editor.writeFile(path, text);
      await untilMissing(false);
      await untilWatched();
      await editor.removeFile(path);
      await untilMissing(true);
      await editor.settle();
      assert.ok(isWatched(editor, path), 'it is still watched');
      await editor.writeFile(path, text);
      await untilMissing(false);
    });
  }
});
