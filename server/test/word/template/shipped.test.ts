import assert from 'node:assert/strict';
import { descendants } from '../../../src/docx/xml-tree';
import { SHIPPED_TEMPLATES } from '../../../src/project/shipped';
import { shippedTemplate } from '../../../src/word';
import { templateIssues } from '../../../src/word/template/accessibility';
import { openTemplate } from '../../../src/word/template/open';
import { EVERYTHING, everythingFiles } from '../every-construct';
import { problems } from '../validator';
import { opened, says, valueAt, word } from '../word';

describe('Word templates: ours', () => {
  for (const name of SHIPPED_TEMPLATES) {
    it(`${name} is a valid, accessible template, the same each time`, async () => {
      const bytes = await shippedTemplate(name);
      assert.deepEqual(await shippedTemplate(name), bytes);
      assert.deepEqual(await problems(bytes), []);
      const all = [...descendants(opened(bytes).part('word/styles.xml'), 'w:style')];
      const used = new Set(all.map((style) => style.attributes['w:styleId']!));
      assert.deepEqual(templateIssues(openTemplate(bytes, assert.fail), used), []);
    });

    it(`${name} takes in everything, by its name in the front matter`, async () => {
      const document = await word(EVERYTHING.replace('title:', `template: ${name}\ntitle:`), everythingFiles);
      assert.deepEqual(await problems(document.bytes), []);
      const headers = document.parts
        .filter((part) => /header\d/.test(part))
        .map((part) => says(document.part(part)));
      assert.ok(headers.some((header) => header.includes('Eastshire')));
      const texts = document.paragraphs.map(says);
      assert.ok(texts.includes('Everything at once'));
      assert.ok(!texts.some((text) => text.includes('{{')));
      assert.ok(!document.warnings.some(({ message }) => message.includes('template')));
    });
  }

  it('can be read where nothing is filled in yet, on a band of colour, too', async () => {
    const document = await word('---\ntemplate: one-page-briefing\n---\nText\n');
    const headers = document.parts.filter((part) => /header\d/.test(part)).map(document.part);
    const runs = headers.flatMap((header) => [...descendants(header, 'w:r')]);
    const colours = runs.map((run) => [
      says(run),
      valueAt(run, 'w:rPr', 'w:color'),
      valueAt(run, 'w:rPr', 'w:highlight'),
    ]);
    assert.deepEqual(colours, [
      [' Briefing: ', 'FFFFFF', undefined],
      ['[insert organisation]', '000000', 'yellow'],
      ['', 'FFFFFF', undefined],
    ]);
  });

  it('says nothing of a status where the paper has none: no label, no place to fill in, on no page', async () => {
    const details =
      'title: Ashby\naudience: Cabinet\ndate: 2026-06-04\nauthor: Jo Bell\norganisation: Eastshire';
    const document = await word(`---\ntemplate: committee-paper\n${details}\n---\nText\n`);
    assert.deepEqual(await problems(document.bytes), []);
    const headers = document.parts
      .filter((part) => /header\d/.test(part))
      .map((part) => says(document.part(part)));
    for (const text of [...document.paragraphs.map(says), ...headers]) assert.doesNotMatch(text, /status/i);
    assert.deepEqual(document.warnings, []);
    const told = await word(`---\ntemplate: committee-paper\nstatus: For decision\n${details}\n---\nText\n`);
    assert.ok(told.paragraphs.map(says).some((text) => /^Status:.*For decision$/.test(text)));
  });

  it('need no files', async () => {
    const document = await word(
      '---\ntemplate: committee-paper\n---\nText\n',
      {},
      { files: undefined as never },
    );
    assert.ok(opened(document.bytes).paragraphs.map(says).includes('Text'));
  });
});
