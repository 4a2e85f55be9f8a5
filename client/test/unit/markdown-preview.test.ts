import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import { parseDraft, passagesOf } from '../../../server/src/draft';
import { extendMarkdownIt } from '../../src/preview';

const md = extendMarkdownIt(new MarkdownIt({ html: true }));
const shown = (text: string): string => md.render(text).trim();

/** VS Code hides what stands between the lines of hyphens. */
const drafts = extendMarkdownIt(new MarkdownIt({ html: true }));
drafts.block.ruler.before('fence', 'front_matter', (state, line) => {
  if (line !== 0 || !state.src.startsWith('---\n')) return false;
  state.line = state.src.slice(0, state.src.indexOf('\n---\n')).split('\n').length + 1;
  return true;
});

describe('The preview of Markdown shows', () => {
  it('footnotes as numbers, with their text at the end', () => {
    const html = shown('Visits rose.[^visits]\n\n[^visits]: Ashby Council, *Visits*, 2026.\n');
    assert.match(html, /Visits rose\.<sup class="footnote-ref"><a href="#fn1"/);
    assert.match(html, /<section class="footnotes">[\s\S]*Ashby Council, <em>Visits<\/em>, 2026\./);
    assert.doesNotMatch(html, /\[\^/);
  });

  it('a footnote by one number, however often it is referred to', () => {
    const html = shown(
      'Visits rose.[^a] Loans fell.[^b] Both are counted.[^a]\n\n[^a]: A count.\n[^b]: B.\n',
    );
    assert.deepEqual(html.match(/\[[\d:]+\](?=<\/a>)/g), ['[1]', '[2]', '[1]']);
  });

  it('lines apart that are no running text, and joins others, as the export does', () => {
    const breaks = (text: string): number => shown(text).split('<br>').length - 1;
    assert.equal(breaks('Report to: Cabinet\nDate: May\nAuthor: *Ann*\n'), 2);
    assert.equal(breaks('- Ashby Library\n  High Street\n'), 1);
    assert.equal(breaks('We ask you:\n(a) to note it;\n(b) to act.\n'), 2);
    assert.equal(breaks('The library was opened in May, and\nit has been busy since.\n'), 0);
    assert.equal(breaks('*Report to: Cabinet\nDate: May*\n'), 0);
  });

  it('what is no footnote of a draft as it is written', () => {
    assert.equal(shown('A note^[here] and [^none].'), '<p>A note^[here] and [^none].</p>');
  });

  it('footnotes once where another extension shows them, too, whichever comes first', () => {
    const text = 'Visits rose.[^1]\n\n[^1]: A note.\n';
    for (const both of [
      extendMarkdownIt(new MarkdownIt().use(footnotes)),
      extendMarkdownIt(new MarkdownIt()).use(footnotes),
    ])
      assert.equal(both.render(text).split('A note.').length, 2);
  });

  it('footnotes behind bare addresses, and a review there, as an export does', () => {
    const linked = extendMarkdownIt(new MarkdownIt({ linkify: true }));
    const first = (text: string): string =>
      linked
        .render(`${text}\n\n[^n]: A note.\n`)
        .split('\n')[0]!
        .replace(/<sup class="footnote-ref">.*?<\/sup>/g, '(note)');
    for (const [text, html] of [
      [
        'https://a.example/b?c=d[^n], too',
        '<p><a href="https://a.example/b?c=d">https://a.example/b?c=d</a>(note), too</p>',
      ],
      ['https://a.example/b.[^n]', '<p><a href="https://a.example/b">https://a.example/b</a>.(note)</p>'],
      ['https://a.example[^n][^n]', '<p><a href="https://a.example">https://a.example</a>(note)(note)</p>'],
      [
        'https://a.example/b{++c++}',
        '<p><a href="https://a.example/b">https://a.example/b</a><ins>c</ins></p>',
      ],
      ['https://a.example/b[c]', '<p><a href="https://a.example/b%5Bc%5D">https://a.example/b[c]</a></p>'],
      [
        'https://a.example/b[^m]',
        '<p><a href="https://a.example/b%5B%5Em%5D">https://a.example/b[^m]</a></p>',
      ],
    ] as const) {
      assert.equal(first(text), html);
      if (!/\[\^n\]|\{/.test(text)) continue;
      const [passage] = passagesOf(parseDraft(`${text}\n\n[^n]: A note.\n`).blocks[0]!.block);
      assert.ok(html.includes(`<a href="${passage!.links[0]!.url}">`), 'as an export has it');
    }
    assert.equal(
      extendMarkdownIt(new MarkdownIt()).render('https://a.example'),
      '<p>https://a.example</p>\n',
    );
  });

  it('GitHub’s alerts, and other quotations as they are', () => {
    assert.equal(
      shown('> [!WARNING]\n> Do **not** close.'),
      '<blockquote class="advocacy-alert advocacy-alert-warning">\n<p class="advocacy-alert-title">Warning</p>\n<p>Do <strong>not</strong> close.</p>\n</blockquote>',
    );
    assert.match(shown('> [!note]\n>\n> - One'), /alert-note">\n<p class="[^"]*">Note<\/p>\n<ul>/);
    for (const text of ['> [!NOTE] here\n> Text', '> [!HINT]\n> Text', '> Text'])
      assert.match(shown(text), /^<blockquote>/);
  });

  it('a review: what was added, deleted, replaced and marked', () => {
    assert.equal(
      shown('{++new *one*++}{--old--}{~~a~>b~~}{==x==}'),
      '<p><ins>new <em>one</em></ins><del>old</del><del>a</del><ins>b</ins><mark>x</mark></p>',
    );
    assert.equal(
      shown('\\{++a++} {+ +} `{++b++}` {++c \\++} {~~d~~} {>>e'),
      '<p>{++a++} {+ +} <code>{++b++}</code> {++c ++} {<s>d</s>} {&gt;&gt;e</p>',
    );
    assert.equal(shown('{++a {--b--} c++}'), '<p><ins>a <del>b</del> c</ins></p>');
  });

  it('comments of a review as notes, and on a change who made it', () => {
    assert.equal(
      shown('{==x==}{>>Dana Petrie, 3 Oct 2026 09:31 (resolved): Is <this> right?<<}'),
      '<p><mark>x</mark><span class="advocacy-comment advocacy-resolved" role="note"><b>Dana Petrie, 3 October 2026 09:31, resolved</b> Is &lt;this&gt; right?</span></p>',
    );
    assert.equal(
      shown('{>>needs a source<<}'),
      '<p><span class="advocacy-comment" role="note">needs a source</span></p>',
    );
    assert.equal(
      shown('{~~a~>b~~}{>>Dana Petrie, 3 Oct 2026<<}'),
      '<p><del title="Dana Petrie, 3 October 2026">a</del><ins title="Dana Petrie, 3 October 2026">b</ins></p>',
    );
  });

  it('a text of openers without an end in a time that grows with its length', () => {
    assert.match(shown('{++{--{=={~~{>>'.repeat(20_000)), /^<p>\{\+\+/);
  });
});

describe('The look of the preview', () => {
  it('writes no words in the colours of charts, which are too pale for them in light themes', () => {
    const css = readFileSync(join(__dirname, '../../preview/preview.css'), 'utf8');
    assert.doesNotMatch(css, /\n {2}color: [^;]*--(?!vscode-descriptionForeground)/);
  });
});

describe('The preview of a draft shows what comments tell the layout', () => {
  const draft = '---\nkind: report\n---\n\n';
  for (const [comment, words] of [
    ['pagebreak', 'New page'],
    ['Page-Break', 'New page'],
    ['landscape', 'Turned pages from here on'],
    ['/landscape', 'Upright pages from here on'],
    ['contents', 'The contents stand here'],
    ['sources', 'The list of sources stands here'],
  ] as const)
    it(`where an export heeds it: ${comment}`, () => {
      const html = drafts.render(`${draft}One.\n\n<!-- ${comment} -->\n\nTwo.\n`);
      assert.ok(html.includes(`<p class="advocacy-layout">${words}</p>`), html);
    });

  it('and of no other comment, and of no other document', () => {
    for (const text of [
      `${draft}<!-- advocacy-covers digital -->\n\n<!-- constructor -->\n\nTwo.\n`,
      `${draft}\`<!-- pagebreak -->\`\n\n    <!-- pagebreak -->\n`,
      '# A page\n\n<!-- toc -->\n',
      '---\nlayout: page\n---\n\n<!-- pagebreak -->\n',
    ])
      assert.doesNotMatch(drafts.render(text), /advocacy-layout/);
  });
});

describe('The preview of a draft shows the details at its top', () => {
  const HEAD =
    '---\ntitle: "Open: later"\nkind: report\naudience: Cabinet # of May\nauthor: Ann Moss\norganisation: \'Ashby\'\ndate: 2026-06-04\nareas: all\n---\n\n';
  const ROWS =
    '<table class="advocacy-details"><tbody><tr><th scope="row">Report to</th><td>Cabinet</td></tr><tr><th scope="row">From</th><td>Ann Moss, Ashby</td></tr><tr><th scope="row">Date</th><td>4 June 2026</td></tr></tbody></table>\n';
  it('below its title', () => {
    assert.equal(
      drafts.render(`${HEAD}# Open: *later*\n\nText.\n`),
      `<h1>Open: <em>later</em></h1>\n${ROWS}<p>Text.</p>\n`,
    );
  });

  for (const authors of ['[Ann Moss, "Bo Lee"] # both', '\n  - Ann Moss\n  - name: Bo Lee'])
    it(`with several authors in one line: ${JSON.stringify(authors)}`, () => {
      const html = drafts.render(`${HEAD.replace('Ann Moss', authors)}Text.\n`);
      assert.ok(html.includes(ROWS.replace('Ann Moss', 'Ann Moss, Bo Lee')), html);
    });

  it('with what is to be written there, in its brackets', () => {
    const html = drafts.render(`${HEAD.replace('Ann Moss', '[insert your name]')}Text.\n`);
    assert.ok(html.includes('<td>[insert your name], Ashby</td>'), html);
  });

  it('in the words, months and capitals of the Word document', () => {
    const rows = (head: string): string[] => {
      const html = drafts.render(`---\ndate: 2026-12-03\nauthor: Ann\n${head}\n---\n\n> [!NOTE]\n> Text.\n`);
      return [...html.matchAll(/<(?:th|td|p class="advocacy-alert-title")[^>]*>([^<]*)/g)].map(
        ([, text]) => text!,
      );
    };
    assert.deepEqual(rows('kind: briefing\nlanguage: cy\naudience: y Cabinet'), [
      ...['At sylw', 'Y Cabinet', 'Oddi wrth', 'Ann', 'Dyddiad', '3 Rhagfyr 2026', 'Nodyn'],
    ]);
    const welsh =
      'Mae hyn yn dangos sut y mae llyfrgelloedd wedi bod yn helpu pobl y sir, ac yr ydym yn falch.\n';
    assert.match(
      drafts.render(`---\nkind: briefing\naudience: y Cabinet\n---\n\n${welsh.repeat(2)}`),
      />At sylw</,
    );
    assert.deepEqual(rows('kind: report\nlang: Welsh\naudience: Cabinet').slice(0, 2), [
      'Adroddiad i',
      'Cabinet',
    ]);
    assert.deepEqual(rows('kind: press-release\naudience: the press\norganisation: Ashby Libraries'), [
      ...['Issued by', 'Ashby Libraries', 'Date', '3 December 2026', 'Note'],
    ]);
  });

  describe('and those of a letter without labels, above its salutation', () => {
    const letter = (text: string): string =>
      drafts.render(
        `---\nkind: letter\naudience: Jo Smith MP\nauthor: Ann Moss\norganisation: Ashby Libraries\ndate: 2026-06-04\n---\n\n${text}`,
      );

    it('the sender, the date and the recipient', () => {
      assert.equal(
        letter('Dear Ms Smith\n\nText.\n'),
        '<p>Ashby Libraries</p>\n<p>4 June 2026</p>\n<p>Jo Smith MP</p>\n<p>Dear Ms Smith</p>\n<p>Text.</p>\n',
      );
    });

    it('but for what stands there already', () => {
      const html = letter('Ashby Libraries, High Street\n\nJo Smith MP\n\nDear Ms Smith\n');
      assert.ok(html.startsWith('<p>4 June 2026</p>\n<p>Ashby Libraries, High Street</p>\n'), html);
      assert.equal(html.split('Jo Smith MP').length, 2);
    });

    it('and with labels where it has no salutation, as it is laid out as a paper then', () => {
      const html = letter('## Our response\n\nDear is what it costs.\n');
      assert.match(html, /<th scope="row">For<\/th><td>Jo Smith MP<\/td>/);
    });
  });

  for (const heading of ['Open: {==later==}{>>Dana Petrie: How late?<<}', 'Open: {~~later~>longer~~}'])
    it(`below its title, also where that was reviewed: ${heading}`, () => {
      const html = drafts.render(`${HEAD}# ${heading}\n`);
      assert.ok(html.startsWith('<h1>Open: <') && html.endsWith(`</h1>\n${ROWS}`), html);
    });

  it('with its title where the text has none', () => {
    assert.equal(
      drafts.render(`${HEAD}## Summary\n`),
      `<p class="advocacy-title">Open: later</p>\n${ROWS}<h2>Summary</h2>\n`,
    );
  });

  it('and of another document, whatever it has at its top, nothing', () => {
    assert.equal(drafts.render('---\nlayout: post\nauthor: Ann\n---\n\nText.\n'), '<p>Text.</p>\n');
    assert.equal(shown('Text.'), '<p>Text.</p>');
  });
});
