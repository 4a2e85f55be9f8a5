// Records what programs put on the clipboard for a paper, for the tests of pasting.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../vscode-host/browser.mjs';
import { office, root } from './office.mjs';

const recorded = join(root, 'server/test/import/recorded');

/** The paper as a web page, with footnotes like those of GitHub and many other pages. */
const PAGE = `<!DOCTYPE html><meta charset="utf-8"><title>Longer hours</title>
<style>body { font-family: Arial } td:last-child { text-align: right } blockquote { border-left: 3px solid #888 }</style>
<article><h1>Longer hours</h1>
<p>Visits <strong>rose</strong> by <em>a quarter</em> at <a href="https://example.org/ashby">Ashby library</a> last
year.<sup><a href="#fn1" id="ref1">1</a></sup></p>
<h2>What it brings</h2>
<ul><li>Children read after school.</li>
<li>Adults learn:<ul><li>to use a computer,</li><li>to apply for a job.</li></ul></li><li>Neighbours meet.</li></ul>
<h3>How it is done</h3>
<ol><li>Open until eight.</li><li>Lend tablets.</li></ol>
<table><thead><tr><th>Branch</th><th>Visits</th></tr></thead>
<tbody><tr><td>Ashby</td><td>1,200</td></tr><tr><td>Elm</td><td>900</td></tr></tbody></table>
<blockquote><p>I found work with the help of the library.</p></blockquote>
<p>Nobody pays for it.<sup><a href="#fn2" id="ref2">2</a></sup></p>
<section><ol><li id="fn1"><p>Annual return, 2025. <a href="#ref1">↩</a></p></li>
<li id="fn2"><p>Council budget, 2026. <a href="#ref2">↩</a></p></li></ol></section></article>`;

/** Records what LibreOffice Writer and Chromium copy. */
export async function recordClipboard(): Promise<void> {
  writeFileSync(join(recorded, 'libreoffice.html'), fromLibreOffice());
  writeFileSync(join(recorded, 'chromium.html'), await fromChromium());
}

function fromLibreOffice(): string {
  const folder = mkdtempSync(join(tmpdir(), 'advocacy-clipboard-'));
  const document = join(folder, 'paper.docx');
  try {
    const args = [join(root, 'dist/cli.js'), 'export', join(recorded, 'paper.md'), '-o', document];
    execFileSync(process.execPath, args, { stdio: 'pipe' });
    return office<{ readonly html: string }>([{ do: 'copy', from: document }])[0]!.html;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fromChromium(): Promise<string> {
  const browser = await launchBrowser();
  try {
    const origin = 'https://localhost';
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await context.newPage();
    await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: PAGE }));
    await page.goto(`${origin}/paper`);
    return await page.evaluate<string>(`(async () => {
      getSelection().selectAllChildren(document.querySelector('article'));
      document.execCommand('copy');
      const [item] = await navigator.clipboard.read({ unsanitized: ['text/html'] });
      return (await item.getType('text/html')).text();
    })()`);
  } finally {
    await browser.close();
  }
}
