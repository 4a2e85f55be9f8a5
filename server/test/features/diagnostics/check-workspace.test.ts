import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { CoverageReport, WorkspaceCheck } from '../../../src/protocol';
import { briefing, readme } from '../drafts';
import { Editor, rulesOf } from '../editor';

describe('The command “checkWorkspace”', () => {
  let editor: Editor;
  afterEach(() => editor.stop());

  const files = {
    'one.md': briefing,
    'deep/er/two.md': '---\nkind: letter\n---\n\nDear [insert name]\n',
    'README.md': readme,
    'node_modules/three.md': briefing,
    '.hidden/four.md': briefing,
    'ignored/five.md': briefing,
    '.gitignore': 'ignored/\n',
  };

  it('shows the findings of every draft, open or not, and of nothing else', async () => {
    editor = await Editor.start({ settings: {}, files });
    const open = await editor.open('one.md', briefing.replace('[insert year]', 'in 1962'));
    await editor.diagnostics(open);
    const result = await editor.execute<WorkspaceCheck>('advocacy.server.checkWorkspace');
    assert.equal(result.drafts, 2);
    assert.equal(result.cancelled, false);
    assert.deepEqual(result.unreadable, []);
    assert.ok(result.findings.warning > 0);
    const two = await editor.untilPublished(editor.uri('deep/er/two.md'), (found) => found.length > 0);
    assert.ok(rulesOf(two).includes('placeholder-unfilled'));
    for (const path of ['README.md', 'node_modules/three.md', '.hidden/four.md', 'ignored/five.md']) {
      assert.deepEqual(editor.publishedFor(editor.uri(path)), []);
    }
    // What is open is checked as it is in the editor.
    assert.ok(!rulesOf(editor.publishedFor(open).at(-1)!.diagnostics).includes('placeholder-unfilled'));
  });

  it('tells in which drafts a review is open', async () => {
    const reviewed = `${briefing}\nWe lend {++more ++}books.{>>Ann Moss (2026-11-30): how many?<<}\n`;
    editor = await Editor.start({ settings: {}, files: { ...files, 'one.md': reviewed } });
    const { reviews } = await editor.execute<WorkspaceCheck>('advocacy.server.checkWorkspace');
    assert.deepEqual(reviews, [{ uri: editor.uri('one.md'), open: 2 }]);
  });

  it('removes what it showed when the draft is opened by a client that asks, or is mended', async () => {
    editor = await Editor.start({ settings: {}, files, pulls: true });
    await editor.execute('advocacy.server.checkWorkspace');
    const uri = editor.uri('deep/er/two.md');
    await editor.untilPublished(uri, (found) => found.length > 0);
    await editor.open('deep/er/two.md', files['deep/er/two.md']);
    await editor.untilPublished(uri, (found) => found.length === 0, 'the end of what was pushed');
    const one = editor.uri('one.md');
    await editor.untilPublished(one, (found) => found.length > 0);
    await editor.writeFile('one.md', '# No draft any more\n');
    await editor.execute('advocacy.server.checkWorkspace');
    await editor.untilPublished(one, (found) => found.length === 0);
  });

  it('counts what is open, and shows none of it twice to a client that asks', async () => {
    editor = await Editor.start({ settings: {}, files, pulls: true });
    const open = await editor.open('one.md', briefing);
    const own = await editor.diagnostics(open);
    const { drafts, findings } = await editor.execute<WorkspaceCheck>('advocacy.server.checkWorkspace');
    assert.equal(drafts, 2);
    assert.ok(findings.warning + findings.information > own.length);
    await editor.untilPublished(editor.uri('deep/er/two.md'), (found) => found.length > 0);
    assert.deepEqual(editor.publishedFor(open), []);
  });

  it('checks one folder where it is told to', async () => {
    editor = await Editor.start({ settings: {}, files });
    const { drafts } = await editor.execute<WorkspaceCheck>(
      'advocacy.server.checkWorkspace',
      editor.uri('deep'),
    );
    assert.equal(drafts, 1);
  });

  it('leaves out in one folder, and in one that is open by itself too, what it leaves out in the whole', async () => {
    editor = await Editor.start({
      settings: {},
      folders: ['', 'papers'],
      files: { '.gitignore': 'papers/old/\n', 'papers/one.md': briefing, 'papers/old/two.md': briefing },
    });
    const check = async (...args: string[]) =>
      (await editor.execute<WorkspaceCheck>('advocacy.server.checkWorkspace', ...args)).drafts;
    assert.deepEqual([await check(), await check(editor.uri('papers'))], [1, 1]);
    // Somebody who names an ignored folder means it.
    assert.equal(await check(editor.uri('papers/old')), 1);
  });

  it('finds files where they lie: follows no links to folders, nor to files outside', async () => {
    editor = await Editor.start({
      settings: {},
      folders: ['w'],
      files: { 'w/one.md': briefing, 'outside/two.md': briefing, 'w/parts/three.md': briefing },
    });
    const link = (target: string, path: string) =>
      symlinkSync(join(editor.folder, target), join(editor.folder, path));
    link('outside', 'w/away');
    link('outside/two.md', 'w/away.md');
    link('w', 'w/round');
    link('w/parts', 'w/alias');
    link('w/one.md', 'w/again.md');
    const { drafts, unreadable } = await editor.execute<WorkspaceCheck>('advocacy.server.checkWorkspace');
    assert.deepEqual(unreadable, []);
    const shown = new Set(editor.published.map(({ uri }) => uri.slice(editor.uri('w/').length)));
    assert.deepEqual([...shown].sort(), ['again.md', 'one.md', 'parts/three.md']);
    assert.equal(drafts, 3);
  });

  it('checks a draft again that changes while it is not open, and forgets one that is deleted', async () => {
    editor = await Editor.start({ settings: {}, files });
    await editor.execute('advocacy.server.checkWorkspace');
    const [one, two] = [editor.uri('one.md'), editor.uri('deep/er/two.md')];
    for (const uri of [one, two]) await editor.untilPublished(uri, (found) => found.length > 0);
    await editor.writeFile('one.md', briefing.replace('[insert year]', 'in 1962'));
    const found = await editor.untilPublished(
      one,
      (some) => !rulesOf(some).includes('placeholder-unfilled'),
      'findings of the text as it is now',
    );
    assert.ok(rulesOf(found).includes('link-text-vague'));
    await editor.removeFile('deep/er/two.md');
    await editor.untilPublished(two, (some) => some.length === 0, 'the end of a draft that is gone');
  });

  it('judges drafts again that are not open when the configuration, the settings or a picture changes', async () => {
    const draft =
      '---\nkind: letter\n---\n\n# Ours\n\nDear [insert name], [click here](https://a.org).\n\n![A chart](a.png)\n';
    editor = await Editor.start({ settings: {}, files: { 'one.md': draft } });
    await editor.execute('advocacy.server.checkWorkspace');
    const one = editor.uri('one.md');
    const until = async (rule: string, there: boolean) =>
      rulesOf(
        await editor.untilPublished(
          one,
          (found) => rulesOf(found).includes(rule) === there,
          `${rule} to ${there ? 'come' : 'go'}`,
        ),
      );
    await until('image-missing', true);
    await until('placeholder-unfilled', true);
    await editor.writeFile('.advocacy.json', '{ "rules": { "placeholder-unfilled": "off" } }\n');
    assert.ok((await until('placeholder-unfilled', false)).includes('link-text-vague'));
    editor.settings = { rules: { 'link-text-vague': 'off' } };
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    assert.ok((await until('link-text-vague', false)).includes('image-missing'));
    await editor.writeFile('a.png', 'x');
    await until('image-missing', false);
    await editor.removeFile('a.png');
    await until('image-missing', true);
    await editor.removeFile('.advocacy.json');
    await until('placeholder-unfilled', true);
  });

  it('forgets the drafts of a folder that leaves the workspace', async () => {
    editor = await Editor.start({
      settings: {},
      folders: ['a', 'b'],
      files: { 'a/one.md': briefing, 'b/two.md': briefing },
    });
    await editor.execute('advocacy.server.checkWorkspace');
    const [one, two] = [editor.uri('a/one.md'), editor.uri('b/two.md')];
    await editor.untilPublished(two, (found) => found.length > 0);
    await editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [{ uri: editor.uri('b'), name: 'b' }] },
    });
    await editor.untilPublished(two, (found) => found.length === 0);
    assert.ok(editor.publishedFor(one).at(-1)!.diagnostics.length > 0);
  });

  it('leaves what was found elsewhere when it checks one folder', async () => {
    editor = await Editor.start({ settings: {}, files });
    await editor.execute('advocacy.server.checkWorkspace');
    const one = editor.uri('one.md');
    await editor.untilPublished(one, (found) => found.length > 0);
    await editor.execute('advocacy.server.checkWorkspace', editor.uri('deep'));
    assert.ok(editor.publishedFor(one).at(-1)!.diagnostics.length > 0);
  });

  it('takes every Markdown file for a draft with --check-all, open or not, as the report does', async () => {
    editor = await Editor.start({ settings: {}, files, args: ['--check-all'] });
    const { drafts } = await editor.execute<WorkspaceCheck>('advocacy.server.checkWorkspace');
    assert.equal(drafts, 3);
    const found = await editor.untilPublished(editor.uri('README.md'), (some) => some.length > 0);
    assert.ok(rulesOf(found).includes('placeholder-unfilled'));
    const report = await editor.execute<string>('advocacy.server.coverageReport', 'json');
    assert.deepEqual(
      (JSON.parse(report) as CoverageReport[]).map(({ file }) => file),
      ['README.md', 'deep/er/two.md', 'one.md'],
    );
  });

  it('checks nothing where advocacy.check is off', async () => {
    editor = await Editor.start({ settings: { check: 'off' }, files });
    assert.equal((await editor.execute<WorkspaceCheck>('advocacy.server.checkWorkspace')).drafts, 0);
  });
});
