import assert from 'node:assert/strict';
import type { CodeLens } from 'vscode-languageserver-protocol/node';
import type { Catalogue, CoverageResult } from '../../../src/protocol';
import { Editor } from '../editor';

const RELEASE =
  '# Libraries open on Saturdays\n\nFor immediate release\n\nFour libraries open later.\n\nEnds\n\n## Notes to editors\n\nThey are free.\n';
const LISTED = { '.advocacy.json': '{ "drafts": ["drafts/*.md"] }' };

describe('A draft that does not say its kind', () => {
  let editor: Editor;
  afterEach(() => editor.stop());

  const lenses = async (uri: string): Promise<readonly string[]> =>
    (await editor.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } })).map(
      ({ command }) => command!.title,
    );
  const coverage = (uri: string) =>
    editor.request<CoverageResult>('advocacy/coverage', { textDocument: { uri } });
  const SAY = 'Say that this is a press release';
  const titles = async (uri: string, words: string): Promise<readonly string[]> =>
    (await editor.actions(uri, editor.rangeOf(uri, words), ['refactor'])).map(({ title }) => title);

  it('is said to look like what it is, with the words that tell, and says so at a click', async () => {
    editor = await Editor.start({ settings: {}, files: LISTED });
    const uri = await editor.open('drafts/open.md', RELEASE);
    const { likely } = await coverage(uri);
    assert.equal(likely?.kind, 'press-release');
    assert.equal(likely.called, 'a press release');
    assert.ok(
      likely.reasons.includes('Notes to editors') && likely.reasons.includes('For immediate release'),
    );
    assert.ok((await lenses(uri)).includes('This looks like a press release. Say so'));
    const all = await editor.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
    const { command, arguments: args } = all.at(-1)!.command!;
    await editor.execute(command, ...args!);
    assert.match(editor.text(uri), /^---\nkind: press-release\n---\n\n# Libraries/);
    assert.equal((await coverage(uri)).likely, undefined);
    assert.equal((await lenses(uri)).length, 1);
  });

  it('or says one that there is not, is asked whether it meant another', async () => {
    editor = await Editor.start({ settings: {} });
    const uri = await editor.open('open.md', `---\nkind: pres-release\n---\n\n${RELEASE}`);
    const { likely, kind } = await coverage(uri);
    assert.deepEqual([kind, likely?.kind, likely?.said], ['press-release', 'press-release', 'pres-release']);
    assert.ok(
      (await lenses(uri)).includes('“pres-release” is not a type of paper. Did you mean “press-release”?'),
    );
    assert.ok(!(await titles(uri, 'pres-release')).includes(SAY), 'the quick fix says the same');
    const all = await editor.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
    const { command, arguments: args } = all.at(-1)!.command!;
    await editor.execute(command, ...args!);
    assert.match(editor.text(uri), /^---\nkind: press-release\n---\n\n# Libraries/);
    const other = await editor.open('other.md', `---\nkind: newsletter\n---\n\n${RELEASE}`);
    assert.equal((await coverage(other)).likely?.said, 'newsletter');
    assert.ok(
      (await lenses(other)).includes(
        '“newsletter” is not a type of paper. This looks like a press release. Say so',
      ),
    );
  });

  it('is offered the same by the light bulb at its title, and not elsewhere', async () => {
    editor = await Editor.start({ settings: {}, files: LISTED });
    const uri = await editor.open('drafts/open.md', RELEASE);
    assert.ok((await titles(uri, 'Libraries open')).includes(SAY));
    assert.ok(!(await titles(uri, 'They are free')).includes(SAY));
    await editor.choose(await editor.actions(uri, editor.rangeOf(uri, 'Libraries open')), SAY);
    assert.match(editor.text(uri), /^---\nkind: press-release\n---\n/);
  });

  it('is told nothing where it is what it is held to anyway, or nothing tells', async () => {
    editor = await Editor.start({ settings: {}, files: LISTED });
    for (const text of [
      '# Briefing\n\n## Key messages\n\nOne.\n\n## Lines to take\n\nTwo.\n',
      '# Notes\n\nOne.\n',
    ]) {
      const uri = await editor.open(`drafts/${text.length}.md`, text);
      assert.equal((await coverage(uri)).likely, undefined);
      assert.equal((await lenses(uri)).length, 1);
    }
  });

  it('is left alone where it is none: only the list of kinds begins with what it looks like', async () => {
    editor = await Editor.start({ settings: {} });
    const uri = await editor.open('open.md', RELEASE);
    assert.equal((await coverage(uri)).likely, undefined);
    assert.deepEqual(await lenses(uri), []);
    assert.deepEqual(await titles(uri, 'Libraries open'), []);
    assert.equal((await editor.request<Catalogue>('advocacy/catalogue', { uri })).likely, 'press-release');
  });
});
