import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clipboardMarkdown } from '../../src/import';
import { cases, google, libre, span } from './pasted';

describe('What is pasted becomes Markdown', () => {
  describe('from LibreOffice', () => {
    cases([
      {
        name: 'headings, emphasis and lists',
        html: libre(
          '<h2 class="western">Costs</h2><p>All <b>eleven</b> <i>branches</i></p><ol start="2"><li><p>Books</p><ul><li><p>new</p></li></ul></li><li><p>Films</p></li></ol>',
        ),
        expected: '## Costs\n\nAll **eleven** *branches*\n\n2. Books\n   - new\n3. Films',
      },
      {
        name: 'footnotes',
        html: libre(
          `<p>Visits rose.<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></p><div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>The return.</p><p class="sdfootnote">Of 2026.</p></div>`,
        ),
        expected: 'Visits rose.[^1]',
        notes: '[^1]: The return.\n\n    Of 2026.',
      },
      {
        name: 'tables with a head',
        html: libre(
          '<table><col width="64"/><thead><tr><th><p>Branch</p></th><th><p>Visits</p></th></tr></thead><tbody><tr><td><p>Ashby</p></td><td><p>12</p></td></tr></tbody></table>',
        ),
        expected: '| Branch | Visits |\n| --- | --- |\n| Ashby | 12 |',
      },
      {
        name: 'quotations, which are paragraphs with a line beside them, and no paragraphs in a box',
        html: libre(
          '<p style="border-top: none; border-left: 3.00pt solid #7f8fa9; border-right: none">Open later.</p><p style="border-left: 1px solid #000; border-top: 1px solid #000; border-right: 1px solid #000; border-bottom: 1px solid #000">Or not.</p>',
        ),
        expected: '> Open later.\n\nOr not.',
      },
      {
        name: 'the side of a column, and nothing behind its end',
        html: `${libre(
          '<p align="right">Ashby</p><table><tr><td><p align="right">12</p></td><td><p style="text-align: center">a</p></td></tr><tr><td><p align="right">9</p></td><td><p style="text-align: center">b</p></td></tr></table>',
        )}\0`,
        expected: 'Ashby\n\n| 12 | a |\n| --: | :-: |\n| 9 | b |',
      },
    ]);
  });

  describe('from Google Docs', () => {
    cases([
      {
        name: 'headings and emphasis, which are styles of spans',
        html: google(
          `<h1 dir="ltr">${span('Costs')}</h1><p dir="ltr">${span('All ')}${span('eleven', 'font-weight:700')}${span('&nbsp;')}${span('branches', 'font-style:italic')}${span(' m')}${span('2', 'vertical-align:super')}</p>`,
        ),
        expected: '# Costs\n\nAll **eleven** *branches* m<sup>2</sup>',
      },
      {
        name: 'lists, whose inner ones stand beside the items',
        html: google(
          `<ul><li dir="ltr" aria-level="1" style="list-style-type:disc"><p dir="ltr">${span('Books')}</p></li><ul><li dir="ltr" aria-level="2"><p dir="ltr">${span('new')}</p></li></ul><li dir="ltr" aria-level="1"><p>${span('Films')}</p></li></ul>`,
        ),
        expected: '- Books\n  - new\n- Films',
      },
      {
        name: 'boxes to tick',
        html: google(
          `<ul><li role="checkbox" aria-checked="false" aria-level="1"><img src="data:image/png;base64,AA" aria-roledescription="checkbox"><p>${span('Ask')}</p></li><li role="checkbox" aria-checked="true" aria-level="1"><p>${span('Count')}</p></li></ul>`,
        ),
        expected: '- [ ] Ask\n- [x] Count',
      },
      {
        name: 'footnotes of a document that is published to the web, on a page whose links have its address',
        html: `<p>Visits rose.<sup><a href="https://docs.google.com/document/d/e/2P/pub#ftnt1" id="ftnt_ref1">[1]</a></sup></p><hr><div><p><a href="https://docs.google.com/document/d/e/2P/pub#ftnt_ref1" id="ftnt1">[1]</a>${span('&nbsp;The return.')}</p></div>`,
        expected: 'Visits rose.[^1]',
        notes: '[^1]: The return.',
      },
      {
        name: 'links, without a word on their underline',
        html: google(
          `<p>${span('See ')}<a href="https://wexmoor.example/" style="text-decoration:none">${span('the return', 'text-decoration:underline')}</a></p>`,
        ),
        expected: 'See [the return](https://wexmoor.example/)',
      },
    ]);
  });

  describe('from Google Docs, whose footnotes stand in the data beside the HTML', () => {
    const html = google(
      `<p dir="ltr">${span('Visits ')}${span('rose', 'font-weight:700')}${span('.')}</p><ul><li dir="ltr" aria-level="1"><p>${span('Books # films')}</p></li></ul><p>${span('Nobody pays.')}</p>`,
    );
    const slice = (resolved: unknown): string => JSON.stringify({ data: JSON.stringify({ resolved }) });
    const text = 'Visits rose.#\nBooks # films\nNobody pays.#\n';
    const styles = (...ids: (string | undefined)[]) => [
      { stsl_type: 'text', stsl_styles: [] },
      { stsl_type: 'footnote', stsl_styles: ids.map((id) => (id === undefined ? null : { fs_id: id })) },
    ];
    const notes = {
      'kix.a': { dsl_spacers: '\u0003 Annual return.\nOf 2025.\n' },
      'kix.b': { dsl_spacers: '\u0003 Council budget.\n' },
    };
    const at = Array.from(text, (letter, index) =>
      letter !== '#' ? undefined : index < 20 ? 'kix.a' : index > 30 ? 'kix.b' : undefined,
    );

    it('has them at their places, where each has its place', () => {
      const data = { dsl_spacers: text, dsl_styleslices: styles(...at), dsl_relateddocslices: notes };
      const made = clipboardMarkdown(html, 2, slice(data));
      assert.equal(made?.blocks, 'Visits **rose**.[^3]\n\n- Books # films\n\nNobody pays.[^4]');
      assert.deepEqual(made?.notes, ['[^3]: Annual return.\n\n    Of 2025.', '[^4]: Council budget.']);
    });

    it('has them where they are as many as their signs', () => {
      const plain = text.replace(' # ', ' ');
      const data = {
        dsl_spacers: plain,
        dsl_styleslices: styles('kix.a', undefined, 'kix.b'),
        dsl_relateddocslices: notes,
      };
      const made = clipboardMarkdown(html.replace(' # ', ' '), 0, slice(data));
      assert.equal(made?.blocks, 'Visits **rose**.[^1]\n\n- Books films\n\nNobody pays.[^2]');
    });

    for (const [what, data] of [
      [
        'another text',
        { dsl_spacers: `More. ${text}`, dsl_styleslices: styles(...at), dsl_relateddocslices: notes },
      ],
      [
        'more signs than notes',
        { dsl_spacers: text, dsl_styleslices: styles('kix.a'), dsl_relateddocslices: notes },
      ],
      ['nothing of notes', { dsl_spacers: text, dsl_styleslices: [], dsl_relateddocslices: {} }],
      ['something else', { dsl_spacers: 9, dsl_styleslices: 'x', dsl_relateddocslices: [] }],
      ['no object', null],
    ] as const)
      it(`is pasted without them where the data has ${what}`, () => {
        const made = clipboardMarkdown(html, 0, slice(data));
        assert.equal(made?.blocks, 'Visits **rose**.\n\n- Books # films\n\nNobody pays.');
        assert.deepEqual(made?.notes, []);
      });

    it('is pasted without them where the data cannot be read', () => {
      for (const data of ['', '{', '[]', '{"data":1}', '{"data":"{"}'])
        assert.deepEqual(clipboardMarkdown(html, 0, data)?.notes, []);
    });
  });

  describe('from a web page', () => {
    cases([
      {
        name: 'a note with two references, and links to parts of it that are no notes',
        html: '<h1 id="top">Costs</h1><p><sup id="r1"><a href="https://a.example/p#n1">1</a></sup> <a href="https://a.example/p#top">top</a> <sup><a id="r2" href="#n1">1</a></sup></p><ol><li id="n1">Return. <a href="#r1">↩</a> <a href="https://a.example/p#r2">↩</a></li></ol>',
        expected: '# Costs\n\n[^1] [top](https://a.example/p#top) [^1]',
        notes: '[^1]: Return.',
      },
      {
        name: 'no note that nothing leads back from',
        html: '<p><a id="r1" href="#n1">1</a></p><ul><li id="n1">Return.</li></ul>',
        expected: '1\n\n- Return.',
        losses: ['A link to a place in the text that is no heading is written as text.'],
      },
    ]);
  });

  describe('as a program put it there', () => {
    const recorded = join(__dirname, 'recorded');
    // `npm run libreoffice -- --record` has LibreOffice and a browser copy the paper.
    for (const name of readdirSync(recorded).filter((one) => one.endsWith('.html')))
      it(`is the paper that was copied: ${name}`, () => {
        const made = clipboardMarkdown(readFileSync(join(recorded, name), 'utf8'));
        assert.deepEqual(made?.losses, []);
        assert.equal(
          `${made.blocks}\n\n${made.notes.join('\n')}\n`,
          readFileSync(join(recorded, 'paper.md'), 'utf8'),
        );
      });
  });
});
