import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { extendMarkdownIt } from '../../../client/src/preview';
import manifest from '../../../package.json';

const root = join(__dirname, '../../..');
const REPORT = 'client/src/views/report-page.ts';
const sources = (folder: string): readonly { readonly name: string; readonly text: string }[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ name: `${folder}/${name}`, text: readFileSync(join(root, folder, name), 'utf8') }));

describe('A workspace that is not trusted', () => {
  const { untrustedWorkspaces } = manifest.capabilities;

  it('works, and is declared to be limited, with what is restricted', () => {
    assert.equal(untrustedWorkspaces.supported, 'limited');
    assert.match(untrustedWorkspaces.description, /template/);
  });

  it('cannot set a setting that names a file', () => {
    const settings = manifest.contributes.configuration.flatMap(({ properties }) =>
      Object.entries<Readonly<Record<string, unknown>>>(properties),
    );
    // What is a text without a list of choices can say anything: a path, a command, an address.
    const free = settings
      .filter(([, setting]) => setting.type === 'string' && !('enum' in setting))
      .map(([name]) => name);
    for (const name of free) assert.ok(untrustedWorkspaces.restrictedConfigurations.includes(name), name);
    assert.ok(free.length > 0);
  });
});

describe('The editor', () => {
  it('is given no web view but a report’s, no custom editor and no scripts for previews: there is no page to break into', () => {
    const contributes = Object.keys(manifest.contributes);
    for (const point of [
      'customEditors',
      'notebooks',
      'notebookRenderer',
      'markdown.previewScripts',
      'debuggers',
      'taskDefinitions',
      'terminal',
      'authentication',
    ]) {
      assert.ok(!contributes.includes(point), point);
    }
    for (const view of Object.values(manifest.contributes.views).flat()) {
      assert.notEqual((view as { type?: string }).type, 'webview');
    }
    const forbidden =
      /createWebviewPanel|WebviewView|registerCustomEditor|\bWebview\b|createTerminal|ShellExecution|ProcessExecution|asExternalUri/;
    for (const { name, text } of sources('client/src'))
      if (name !== REPORT) assert.equal(forbidden.exec(text)?.[0], undefined, name);
  });

  it('shows the report of the coverage on a page of its own, which can run nothing, read nothing and ask nothing', () => {
    const { text } = sources('client/src').find(({ name }) => name === REPORT)!;
    assert.equal(text.split('createWebviewPanel').length, 2);
    assert.match(text, /enableScripts: false,\s+localResourceRoots: \[\],/);
    assert.doesNotMatch(text, /onDidReceiveMessage|enableCommandUris|enableForms|enableScripts: true/);
  });

  it('adds to the preview of Markdown nothing of a draft that would be HTML, where HTML is switched off', () => {
    const md = extendMarkdownIt(new MarkdownIt({ html: false }));
    const evil = 'x"><img src=x onerror=alert(1)><script>alert(1)</script>';
    const draft = `---\ntitle: ${evil}\nkind: ${evil}\naudience: ${evil}\ndate: ${evil}\n---\n\n${[
      `{++${evil}++}{>>${evil}, 3 Oct 2026<<}`,
      `{>>${evil}, 3 Oct 2026: ${evil}<<}{==${evil}==}{~~${evil}~>${evil}~~}`,
      `> [!NOTE]\n> ${evil}`,
      `> [!${evil}]\n> x`,
      `Text.[^${evil}]\n\n[^${evil}]: ${evil}`,
    ].join('\n\n')}\n`;
    const html = md.render(draft);
    assert.match(html, /class="advocacy-details"/);
    assert.match(html, /class="advocacy-comment"/);
    assert.doesNotMatch(html, /<(?:img|script)/);
  });

  it('trusts no Markdown of ours to run commands or to hold HTML', () => {
    for (const { name, text } of [...sources('client/src'), ...sources('server/src')]) {
      assert.equal(/\.isTrusted\s*=[^=]|\bisTrusted:|\bsupportHtml\b/.exec(text)?.[0], undefined, name);
    }
  });

  it('opens nothing outside but the file that it has just written: a Word document, or a report', () => {
    const calls = sources('client/src').flatMap(({ text }) => [...text.matchAll(/openExternal\(([^)]*)\)/g)]);
    assert.deepEqual(
      calls.map(([, what]) => what),
      ['file', 'file'],
    );
  });
});

describe('The sources', () => {
  it('make no code from text', () => {
    for (const { name, text } of [...sources('client/src'), ...sources('server/src')]) {
      assert.equal(/\beval\(|new Function\b|document\.write|innerHTML/.exec(text)?.[0], undefined, name);
    }
  });
});
