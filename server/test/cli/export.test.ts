import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { missingPicture } from '../../src/word/pictures/placeholder-images';
import { jpegOf, photo } from '../word/pictures/photo';
import { CLEAN, withNotes } from './drafts';
import { inProcess as advocacy, workspace } from './run';

const documentText = (path: string): string => strFromU8(unzipSync(readFileSync(path))['word/document.xml']!);
const files = { 'a.md': CLEAN, 'sub/a.md': CLEAN.replace('nine', 'ten'), 'sub/b.md': CLEAN };

describe('advocacy export', () => {
  it('writes a Word document, and says where', async () => {
    const cwd = workspace(withNotes(files));
    const run = await advocacy(['export', 'a.md', '-o', 'out/a.docx'], { cwd });
    assert.deepEqual(run, { status: 0, signal: null, stdout: 'Wrote out/a.docx\n', stderr: '' });
    assert.match(documentText(join(cwd, 'out/a.docx')), /The doors are open from nine\./);
    assert.deepEqual(readdirSync(join(cwd, 'out')), ['a.docx'], 'nothing else is left behind');
  });

  it('leads links between drafts that are exported together to their documents, and tells of the others', async () => {
    const cwd = workspace({
      'a.md': `${CLEAN}\nSee [the plan](sub/The%20plan.md#costs) and [that](other.md).\n`,
      'sub/The plan.md': `${CLEAN}\nBack to [the offer](../a.md).\n`,
    });
    const run = await advocacy(['export', 'a.md', 'sub', '--out-dir', 'word'], { cwd });
    assert.match(run.stderr, /a\.md:\d+: The link to “other\.md” leads to a file of yours/);
    assert.doesNotMatch(run.stderr, /The%20plan|a\.md” leads/);
    const linksOf = (name: string): string[] =>
      [
        ...strFromU8(
          unzipSync(readFileSync(join(cwd, 'word', name)))['word/_rels/document.xml.rels']!,
        ).matchAll(/hyperlink" Target="([^"]*)"/g),
      ].map(([, target]) => target!);
    assert.deepEqual(linksOf('a.docx').sort(), ['The%20plan.docx', 'other.md']);
    assert.deepEqual(linksOf('The plan.docx'), ['a.docx']);
    const strict = await advocacy(['export', 'a.md', '-o', 'strict.docx', '--strict'], { cwd });
    assert.equal(strict.status, 1);
    assert.ok(!existsSync(join(cwd, 'strict.docx')));
  });

  it('reduces pictures to what print needs, unless the settings of the folder or the option say otherwise', async () => {
    const large = jpegOf(photo(800, 600));
    const draft = `${CLEAN}\n<img src="a.jpg" alt="Readers at a table" width="96">\n`;
    const cwd = workspace({
      'a.md': draft,
      'full/a.md': draft,
      'full/.advocacy.json': '{ "word": { "pictures": "full" } }',
    });
    for (const folder of ['.', 'full']) writeFileSync(join(cwd, folder, 'a.jpg'), large);
    const sizeOf = async (...args: string[]): Promise<number | undefined> => {
      assert.equal((await advocacy(['export', ...args, '-o', 'a.docx'], { cwd })).status, 0);
      const parts = Object.entries(unzipSync(readFileSync(join(cwd, 'a.docx'))));
      return parts.find(([name]) => name.endsWith('.jpg'))?.[1].length;
    };
    assert.ok((await sizeOf('a.md'))! < large.length / 4);
    assert.equal(await sizeOf('a.md', '--pictures', 'full'), large.length);
    assert.equal(await sizeOf('full/a.md'), large.length);
    assert.ok((await sizeOf('full/a.md', '--pictures', 'reduced'))! < large.length / 4);
  });

  it('shows the changes of a review in Word, or accepts or rejects them', async () => {
    const cwd = workspace({ 'a.md': `${CLEAN}\nWe {~~may~>will~~}{>>Lee, 3 Oct 2026<<} open.{>>When?<<}\n` });
    const textOf = async (...how: string[]) => {
      assert.equal((await advocacy(['export', 'a.md', '-o', 'a.docx', ...how], { cwd })).status, 0);
      return documentText(join(cwd, 'a.docx'));
    };
    assert.match(await textOf(), /<w:del [^>]*w:author="Lee"[^>]*><w:r><w:delText[^>]*>may</);
    assert.match(await textOf('--changes', 'accept'), />We will open\.</);
    assert.match(await textOf('--changes=reject'), />We may open\.</);
  });

  it('with --final writes nothing while a change or a comment is open, and says which and where', async () => {
    const open = `${CLEAN}\nWe {~~may~>will~~}{>>Lee, 3 Oct 2026<<} open.{>>Ann, undated: When?<<}\n`;
    const cwd = workspace({ 'a.md': open });
    const run = await advocacy(['export', 'a.md', '-o', 'a.docx', '--final'], { cwd });
    const line = open.split('\n').length - 1;
    assert.equal(
      run.stderr,
      `a.md:${line}: A change by Lee replaces “may” with “will”: accept or reject it.\n` +
        `a.md:${line}: A comment by Ann is not resolved: “When?”\n` +
        'a.docx: not written, since 2 changes and comments are still open.\n',
    );
    assert.equal(run.status, 1);
    assert.equal(existsSync(join(cwd, 'a.docx')), false);
  });

  it('with --final leaves resolved comments and the draft out of the document', async () => {
    const cwd = workspace({ 'a.md': `${CLEAN}\nWe open.{>>Ann, undated (resolved): When?<<}\n` });
    const run = await advocacy(['export', 'a.md', '-o', 'a.docx', '--final'], { cwd });
    assert.equal(run.status, 0);
    const parts = Object.keys(unzipSync(readFileSync(join(cwd, 'a.docx'))));
    assert.deepEqual(
      parts.filter((name) => /comments\.xml$|customXml/.test(name)),
      [],
    );
  });

  it('writes the same bytes each time, and over its own file', async () => {
    const cwd = workspace(withNotes(files));
    await advocacy(['export', 'a.md', '-o', 'a.docx'], { cwd });
    const first = readFileSync(join(cwd, 'a.docx'));
    const run = await advocacy(['export', 'a.md', '--output=a.docx'], { cwd });
    assert.equal(run.status, 0);
    assert.ok(first.equals(readFileSync(join(cwd, 'a.docx'))));
  });

  it('writes folders of drafts to a folder, each where it lay', async () => {
    const cwd = workspace(withNotes(files));
    const run = await advocacy(['export', '.', '--out-dir', 'word'], { cwd });
    assert.equal(run.status, 0);
    assert.equal(run.stdout, 'Wrote word/a.docx\nWrote word/sub/a.docx\nWrote word/sub/b.docx\n');
    assert.match(documentText(join(cwd, 'word/sub/a.docx')), /open from ten/);
  });

  it('never lets two drafts take the same place', async () => {
    const cwd = workspace(withNotes(files));
    const run = await advocacy(['export', 'a.md', 'sub/a.md', 'sub/b.md', '--out-dir', 'word'], { cwd });
    assert.equal(run.status, 2);
    assert.equal(run.stdout, 'Wrote word/a.docx\nWrote word/b.docx\n');
    assert.equal(
      run.stderr,
      'sub/a.md: its document would take the place of the one of a.md. Export it with -o FILE.\n',
    );
    assert.match(documentText(join(cwd, 'word/a.docx')), /open from nine/);
  });

  it('never lets two drafts take places that are one on Windows and macOS', async () => {
    const cwd = workspace(withNotes({ 'A.md': CLEAN, 'a.markdown': CLEAN }));
    const run = await advocacy(['export', '.', '--out-dir', 'word'], { cwd });
    assert.equal(run.status, 2);
    assert.equal(run.stdout, 'Wrote word/A.docx\n');
    assert.match(run.stderr, /^a\.markdown: its document would take the place of the one of A\.md\./);
  });

  it('counts the pages for a table of contents', async () => {
    const papers = '## One\n\nText.\n\n<!-- pagebreak -->\n\n## Two\n\nText.\n';
    const cwd = workspace({
      'a.md': `---\ntitle: A\nkind: report\nword: { contents: true }\n---\n\n${papers}`,
    });
    const run = await advocacy(['export', 'a.md', '-o', 'a.docx'], { cwd });
    assert.equal(run.status, 0, run.stderr);
    const text = documentText(join(cwd, 'a.docx')).replace(/<[^>]+>/g, ' ');
    assert.match(text, /TOC .* 1\. +One +PAGEREF _Toc1 \\h +1 .* 2\. +Two +PAGEREF _Toc2 \\h +2 /);
  });

  it('tells what is still to be filled in, unless that is switched off', async () => {
    const unfilled =
      '---\ntitle: A\nauthor: "[insert name]"\n---\n\nIn [insert year], nothing more was written here.\n';
    const cwd = workspace({
      'a.md': unfilled,
      'b.md': unfilled.replace('---\n', '---\nrules: { placeholder-unfilled: off }\n'),
    });
    const run = await advocacy(['export', 'a.md', 'b.md', '--out-dir', 'out', '--strict'], { cwd });
    assert.equal(run.status, 0, 'it keeps nobody from reading');
    assert.deepEqual(
      run.stderr.match(/^.*placeholder-unfilled\)$/gm)?.map((line) => line.slice(0, 7)),
      ['a.md:3:', 'a.md:6:'],
    );
  });

  it('says how many errors and warnings it has seen in a draft, and what lists them all', async () => {
    const cwd = workspace({
      'a.md':
        '---\ntitle: A\nkind: raport\n---\n\nIn [insert year] we opened, and [insert name] came.\n\nFor more, [click here](https://example.org).\n',
      'the paper.md': '---\ntitle: A case\nareas: [dgital]\n---\n\nText.\n',
      'c.md':
        '---\ntitle: C\nrules: { placeholder-unfilled: error, link-text-vague: hint }\n---\n\nIn [insert year] we opened.\n\n[Click here](https://example.org).\n',
      'd.md': '---\ntitle: D\n---\n\nText.\n',
      'it’s $5.md': '---\ntitle: A case\nareas: [dgital]\n---\n\nText.\n',
      'e.md':
        '---\ntitle: E\n---\n\n<!-- advocacy-disable-next-line placeholder-unfilled -->\nIn [insert year] we opened.\n',
    });
    const paths = ['a.md', 'the paper.md', 'c.md', 'd.md', 'it’s $5.md', 'e.md'];
    const run = await advocacy(['export', ...paths, '--out-dir', 'out'], { cwd });
    assert.equal(run.status, 0);
    assert.deepEqual(run.stderr.match(/^At least .*$/gm), [
      'At least 1 error and 2 warnings in a.md: “advocacy check a.md” lists them all.',
      'At least 1 error in the paper.md: “advocacy check "the paper.md"” lists them all.',
      'At least 1 error in c.md: “advocacy check c.md” lists them all.',
      'At least 1 error in it’s $5.md: “advocacy check "it’s \\$5.md"” lists them all.',
    ]);
    assert.match(run.stderr, /^a\.md:3: “raport” is not a type of paper\. .*\(front-matter-invalid\)$/m);
    assert.match(run.stderr, /^the paper\.md:3: .*\(front-matter-invalid\)$/m);
  });

  it('takes standard input', async () => {
    const cwd = workspace({});
    assert.equal((await advocacy(['export', '-', '-o', 'a.docx'], { cwd, input: CLEAN })).status, 0);
    assert.match(documentText(join(cwd, 'a.docx')), /open from nine/);
  });

  it('writes one file for one draft only', async () => {
    const cwd = workspace(withNotes(files));
    const run = await advocacy(['export', '.', '-o', 'a.docx'], { cwd });
    assert.deepEqual(
      [run.status, run.stderr],
      [2, 'advocacy: -o is for one draft, and there are more. Use --out-dir DIR.\n'],
    );
    assert.ok(!existsSync(join(cwd, 'a.docx')));
  });

  it('writes into the template that is named', async () => {
    const cwd = workspace(withNotes(files));
    await advocacy(['export', 'sub/a.md', '-o', 'council.docx'], { cwd });
    const parts = unzipSync(readFileSync(join(cwd, 'council.docx')));
    const own =
      '<w:style w:type="paragraph" w:customStyle="1" w:styleId="CouncilMark"><w:name w:val="Council Mark"/></w:style>';
    const styles = strFromU8(parts['word/styles.xml']!).replace('</w:styles>', `${own}</w:styles>`);
    writeFileSync(join(cwd, 'council.docx'), zipSync({ ...parts, 'word/styles.xml': strToU8(styles) }));
    const run = await advocacy(['export', 'a.md', '-o', 'a.docx', '--template', 'council.docx'], { cwd });
    assert.equal(run.status, 0, run.stderr);
    assert.match(documentText(join(cwd, 'a.docx')), /open from nine/);
    assert.doesNotMatch(documentText(join(cwd, 'a.docx')), /open from ten/);
    assert.match(strFromU8(unzipSync(readFileSync(join(cwd, 'a.docx')))['word/styles.xml']!), /CouncilMark/);
  });

  it('names what the document cannot show, at its line, and succeeds', async () => {
    const cwd = workspace(withNotes({ 'a.md': `${CLEAN}\n![Our library](gone.png)\n` }));
    const run = await advocacy(['export', 'a.md', '-o', 'a.docx'], { cwd });
    assert.equal(run.status, 0);
    assert.match(run.stderr, /^a\.md:9: [^\n]*gone\.png[^\n]*\n$/);
  });
  for (const [name, mark] of [
    ['committee-paper', /E7E7E7/],
    ['one-page-briefing', /w:cs="Arial"\/><w:sz w:val="21"/],
  ] as const) {
    it(`knows the template ${name} by its name`, async () => {
      const cwd = workspace(withNotes(files));
      const run = await advocacy(['export', 'a.md', '-o', 'a.docx', '--template', name], { cwd });
      assert.equal(run.status, 0, run.stderr);
      assert.match(strFromU8(unzipSync(readFileSync(join(cwd, 'a.docx')))['word/styles.xml']!), mark);
      assert.match(documentText(join(cwd, 'a.docx')), /open from nine/);
    });
  }

  it('shows pictures from the folder that it is called in, and from nowhere outside', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
      'base64',
    );
    const outside = workspace({ 'secret.png': png });
    const draft = `# X\n\n![Inside](../images/a.png)\n\n![Outside](../link.png)\n\n![Far](${join(outside, 'secret.png')})\n`;
    const cwd = workspace({ 'drafts/a.md': draft, 'images/a.png': png });
    symlinkSync(join(outside, 'secret.png'), join(cwd, 'link.png'));
    const run = await advocacy(['export', 'drafts/a.md', '-o', 'a.docx'], { cwd });
    assert.equal(run.status, 0);
    assert.deepEqual(run.stderr.match(/^drafts\/a\.md:\d+/gm), ['drafts/a.md:5', 'drafts/a.md:7']);
    const media = Object.entries(unzipSync(readFileSync(join(cwd, 'a.docx')))).flatMap(([name, bytes]) =>
      name.startsWith('word/media/') ? [bytes] : [],
    );
    // And the sign that stands for what is not shown.
    assert.deepEqual(media.map(String).sort(), [new Uint8Array(png), missingPicture()].map(String).sort());
  });
});
