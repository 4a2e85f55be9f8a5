import assert from 'node:assert/strict';
import fc from 'fast-check';
import { withChanges } from '../../src/draft';
import { findings, fixed, marked } from './helpers';

describe('A title', () => {
  const cases: readonly [string, readonly string[]][] = [
    ['# Ashby\n\nText.\n', []],
    ['Ashby\n=====\n\nText.\n', []],
    ['---\ntitle: Ashby\n---\n\nText.\n', []],
    ['## Summary\n\nText.\n', ['## Summary']],
    ['Text on two\nlines.\n', ['Text on two']],
    ['---\ntitle: ""\n---\n\nText.\n', ['Text.']],
    ['#\n\nText.\n', ['#']],
    ['<!-- advocacy-disable-file sentence-long -->\n\nText.\n', ['Text.']],
    ['<!-- advocacy-disable-next-line title-missing -->\n\nText.\n', []],
    ['<!-- advocacy-disable title-missing -->\n\nText.\n', []],
    ['---\nkind: letter\n---\n\nDear Ann,\n\n**The van**\n\nWe ask.\n', []],
    ['---\nkind: letter\n---\n\nDear Ann,\n\nRe: the van\n\nWe ask.\n', []],
    ['---\nkind: briefing\n---\n\nDear Ann,\n\n**The van**\n\nWe ask.\n', ['Dear Ann,']],
    ['', []],
  ];
  for (const [text, words] of cases) {
    it(`${JSON.stringify(text)}: ${JSON.stringify(words)}`, () =>
      assert.deepEqual(marked('title-missing', text), words));
  }
  for (const [text, severity] of [
    ['---\nkind: briefing\n---\n\nText.\n', 'warning'],
    ['---\nkind: briefing\n---\n\nThe title: nobody knows it.\n', 'warning'],
    ['---\nkind: briefing\n---\n\nTitle: A start-up desk  \nDate: May\n', 'hint'],
    ['---\nkind: briefing\n---\n\n**Subject:** The lease\n\nText.\n', 'hint'],
    // A heading of another level stands for it.
    ['---\nkind: briefing\n---\n\n## A start-up desk\n\nText.\n', 'hint'],
    ['---\nkind: letter\n---\n\nDear Ann\n', 'hint'],
    ['**BRIEFING NOTE 31**\n\nText.\n', 'hint'],
  ] as const)
    it(`that is missing is a ${severity} in ${JSON.stringify(text)}`, () =>
      assert.equal(findings('title-missing', text)[0]!.severity, severity));
  for (const text of [
    '## Summary\n\nText.\n',
    'Text.',
    '---\nkind: letter\n---\n\nText.\n',
    '#\n\nText.\n',
    '\r\n\r\nText.\r\n',
    '---\nkind: letter\n---\nText.\n',
  ]) {
    it(`is put in by the fix: ${JSON.stringify(text)}`, () => {
      const after = fixed('title-missing', text);
      assert.match(after, /^(?:---[\s\S]*?---\r?\n\r?\n)?# \[insert title\]/);
      assert.deepEqual(findings('title-missing', after), []);
    });
  }
});

describe('A title that stands as a line at the top', () => {
  const BELOW = 'The library opened in 1968, and forty thousand people came last year.\n';
  for (const [line, title] of [
    ['The future of Ashby library', 'The future of Ashby library'],
    ['**A start-up desk in every branch**', 'A start-up desk in every branch'],
    ['Should Ashby library close?', 'Should Ashby library close?'],
  ] as const)
    it(`is made the heading: ${line}`, () => {
      for (const below of [BELOW, `## Summary\n\n${BELOW}`, 'Report by: Ann Moss\\\nDate: May\n']) {
        const text = `${line}\n\n${below}`;
        const fixes = findings('title-missing', text)[0]!.fixes.map((fix) => fix.title);
        assert.deepEqual(fixes, [`Make “${title}” the title`, 'Insert a title']);
        assert.equal(fixed('title-missing', text), `# ${title}\n\n${below}`);
      }
    });
  for (const line of [
    'It is open.',
    'Dear Councillor Shah',
    'Ashby Borough Council',
    'Report to Cabinet, May',
    'Title: The future of Ashby library',
    'Meeting of 12 May 2026',
    'PAPER FOR DECISION',
    'PITCH to the Ashby Housing Partnership',
    'Ashby Place Committee (the villages)',
    'Ashby library',
    'The library of Ashby\nAnn Moss',
    '[The future of Ashby](a.pdf)',
  ])
    it(`may be another line: ${line}`, () => {
      const fixes = findings('title-missing', `${line}\n\n${BELOW}`)[0]!.fixes.map((fix) => fix.title);
      assert.deepEqual(fixes, ['Insert a title']);
    });
  it('may be another line above further ones of its sort, in a letter, and alone', () => {
    const title = 'The future of Ashby library';
    for (const text of [
      `${title}\n\nAnn Moss and the friends\n\n${BELOW}`,
      `${title}\n`,
      `---\nkind: letter\n---\n\n${title}\n\n${BELOW}`,
    ])
      assert.deepEqual(
        findings('title-missing', text)[0]!.fixes.map((fix) => fix.title),
        ['Insert a title'],
      );
  });
});

describe('“Click here” without a link', () => {
  for (const [text, words] of [
    ['For opening times click here.\n', ['click here']],
    ['See the DPIA (link).\n', ['(link)']],
    ['For opening times [click here](https://example.org).\n', ['[click here](https://example.org)']],
    ['Do not write `click here`.\n', []],
    ['Do not write “click here” in a report.\n', []],
    ['Press the button marked Click here.\n', []],
    ['Click here: <https://a.uk>\n', []],
    ['Click here for the [survey](https://a.uk).\n', []],
    ['The link is broken.\n', []],
  ] as const)
    it(`${JSON.stringify(text)}: ${JSON.stringify(words)}`, () =>
      assert.deepEqual(marked('link-text-vague', text), words));
});

describe('The order of headings', () => {
  const cases: readonly [string, readonly string[]][] = [
    ['# A\n\n## B\n\n### C\n\n## D\n\n### E\n', []],
    ['# A\n\n### B\n', ['### B']],
    ['## A\n\n### B\n', []],
    ['### A\n\nText.\n', ['### A']],
    ['# A\n\n## B\n\n#### C\n\n##### D\n', ['#### C']],
    ['# A\r\n\r\n## 🙂\r\n\r\n#### C 🙂\r\n', ['#### C 🙂']],
    ['> # A\n>\n> ### B\n', []],
  ];
  for (const [text, words] of cases) {
    it(`${JSON.stringify(text)}: ${JSON.stringify(words)}`, () =>
      assert.deepEqual(marked('heading-order', text), words));
  }
  it('is mended for a heading and what stands below it', () => {
    assert.equal(
      fixed('heading-order', '# A\n\n## B\n\n#### C\n\n##### D\n\n#### E\n\n## F\n'),
      '# A\n\n## B\n\n### C\n\n#### D\n\n### E\n\n## F\n',
    );
  });
  it('is right after all fixes at once, whatever the levels were', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 12 }), (levels) => {
        const text = levels.map((level, index) => `${'#'.repeat(level)} H${index}\n`).join('\n');
        const edits = findings('heading-order', text).flatMap(({ fixes }) => fixes[0]!.edits);
        const starts = edits.map(({ span }) => span.start);
        assert.equal(new Set(starts).size, starts.length, 'no two fixes change the same heading');
        assert.deepEqual(marked('heading-order', withChanges(text, edits)), []);
      }),
    );
  });
});

describe('Headings of the first level', () => {
  it('are one; the others are told once, and go one deeper with what stands below them', () => {
    const text = '# A\n\n# B\n\n## C\n\nD\n=\n\nE\n-\n';
    assert.deepEqual(marked('heading-single', text), ['# B']);
    assert.equal(fixed('heading-single', text), '# A\n\n## B\n\n### C\n\n## D\n\n### E\n');
    // Editors leave them alone: only Word and screen readers take each for a title.
    assert.equal(findings('heading-single', text)[0]!.severity, 'hint');
  });
});

describe('Alternative text', () => {
  const cases: readonly [string, readonly string[]][] = [
    ['![](x.png)', ['![](x.png)']],
    ['Text 🙂 ![](x.png "Title") text', ['![](x.png "Title")']],
    ['![image](x.png)', ['![image](x.png)']],
    ['![IMG_2041.jpg](x.png)', ['![IMG_2041.jpg](x.png)']],
    ['![photo 3](x.png)', ['![photo 3](x.png)']],
    ['![ ][a]\n\n[a]: x.png', ['![ ][a]']],
    ['[![](x.png)](https://example.org)', ['![](x.png)']],
    ['<img src="x.png">', ['<img src="x.png">']],
    ['<p>\n<img src="a.png" alt="A chart"> <img src="b.png">\n</p>', ['<img src="b.png">']],
    ['<p><IMG src="a>b.png"> and\n<img\nsrc=c.png></p>', ['<IMG src="a>b.png">', '<img\nsrc=c.png>']],
    ['> <p>\n>  <img src="x.png"> <img\n> src=y.png>\n> </p>', ['<img src="x.png">', '<img\n> src=y.png>']],
    ['<p>\n<img src="never closed\n<img src=x.png>\n</p>', ['<img src=x.png>']],
    ['<p>\n<image> <img\n</p>', []],
    ['![Visits rose.](x.png)', []],
    ['<img src="line.png" alt="">', []],
    ['`![](x.png)`', []],
  ];
  for (const [text, words] of cases) {
    it(`${JSON.stringify(text)}: ${JSON.stringify(words)}`, () =>
      assert.deepEqual(marked('alt-text-missing', `${text}\n`), words));
  }
  for (const [text, after] of [
    ['![](x.png)', '![[insert what the picture shows]](x.png)'],
    ['![image][a]\n\n[a]: x.png', '![[insert what the picture shows]][a]\n\n[a]: x.png'],
    ['<img src="x.png">', '<img alt="[insert what the picture shows]" src="x.png">'],
  ] as const) {
    it(`gets a placeholder: ${JSON.stringify(text)}`, () => {
      assert.equal(fixed('alt-text-missing', text), after);
      assert.deepEqual(findings('alt-text-missing', after), []);
    });
  }
  it('gets a placeholder in each of two pictures that are written alike', () => {
    const text = '<p>\n<img src="x.png"> <img src="x.png">\n</p>\n';
    const places = findings('alt-text-missing', text).map(({ fixes }) => fixes[0]!.edits[0]!.span.start);
    assert.deepEqual(places, [8, 26]);
  });
});

describe('The text of a link', () => {
  const cases: readonly [string, readonly string[]][] = [
    ['See [here](https://example.org).', ['[here](https://example.org)']],
    ['[Click here!](https://example.org)', ['[Click here!](https://example.org)']],
    ['[**Read more** »](https://example.org)', ['[**Read more** »](https://example.org)']],
    ['🙂 [this  page][a]\n\n[a]: https://example.org', ['[this  page][a]']],
    ['See [here].\n\n[here]: https://example.org', ['[here]']],
    ['See [here] and [that].', []],
    ['[Read more about Saturdays](https://example.org)', []],
    ['<https://example.org> and https://example.org', []],
    ['[Ashby survey 2026](https://example.org)', []],
  ];
  for (const [text, words] of cases) {
    it(`${JSON.stringify(text)}: ${JSON.stringify(words)}`, () =>
      assert.deepEqual(marked('link-text-vague', `${text}\n`), words));
  }
  it('gets a placeholder', () => {
    const after = fixed('link-text-vague', 'See [*here*](https://example.org).\n');
    assert.equal(after, 'See [[insert where the link leads]](https://example.org).\n');
    assert.deepEqual(findings('link-text-vague', after), []);
  });
  it('takes the click in front of it away: nobody clicks on paper', () => {
    assert.equal(
      fixed(
        'link-text-vague',
        'For more, click [here](https://example.org). Click on [this link](https://example.org).\n',
      ),
      'For more, see [[insert where the link leads]](https://example.org). Click on [this link](https://example.org).\n',
    );
    assert.match(fixed('link-text-vague', 'Click on [here](https://example.org).\n'), /^See \[\[insert/);
  });
});

describe('A table', () => {
  it('has heads over its columns', () => {
    assert.deepEqual(marked('table-header-missing', '| | |\n| - | - |\n| a | b |\n'), ['| | |']);
    assert.deepEqual(marked('table-header-missing', '| | 2025 |\n| - | - |\n| a | b |\n'), []);
    assert.deepEqual(marked('table-header-missing', 'a | b\n'), []);
  });
});
