import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDraft } from '../../../src/draft';
import { hostileText, random } from '../hostile';

function frontMatterOf(...lines: string[]) {
  const text = ['---', ...lines, '---', '', '# Text', ''].join('\n');
  const draft = parseDraft(text);
  const shown = (span: { start: number; end: number }) => text.slice(span.start, span.end);
  return {
    ...draft.frontMatter,
    shown,
    problems: draft.frontMatter.problems.map(({ span, message }): [string, string] => [shown(span), message]),
    blocks: draft.blocks.map(({ block }) => block.text),
  };
}

describe('front matter', () => {
  it('gives the values that are ours, and every other as it is written', () => {
    const { data, raw, problems, blocks } = frontMatterOf(
      'title: "Summer: what next"',
      'kind: report',
      'date: 2024-05-01',
      'areas: [digital, isolation]',
      'offers: all',
      'rules:',
      '  sentence-long: off',
      'layout: page',
    );
    assert.deepEqual(data, {
      title: 'Summer: what next',
      kind: 'report',
      date: '2024-05-01',
      areas: ['digital', 'isolation'],
      offers: 'all',
      rules: { 'sentence-long': 'off' },
    });
    assert.equal(raw.layout, 'page');
    assert.deepEqual(problems, []);
    assert.deepEqual(blocks, ['# Text']);
  });

  it('says where each key and its value stand in the draft', () => {
    const { places, shown } = frontMatterOf(
      'title: "One" # why',
      'areas:',
      '  - digital',
      '  - isolation',
      'author:',
    );
    assert.deepEqual(
      [...places].map(([name, { key, value }]) => [name, shown(key), shown(value)]),
      [
        ['title', 'title', '"One"'],
        ['areas', 'areas', '- digital\n  - isolation'],
        ['author', 'author', ''],
      ],
    );
  });

  it('takes a carriage return for the end of a line', () => {
    const { data, places, problems } = parseDraft(
      '---\rkind: report\rareas:\r- digital\r---\rText',
    ).frontMatter;
    assert.deepEqual(data, { kind: 'report', areas: ['digital'] });
    assert.deepEqual(places.get('areas')?.value, { start: 24, end: 33 });
    assert.deepEqual(problems, []);
  });

  it('takes what is written for text, and one topic for a list of one', () => {
    const { data, problems } = frontMatterOf(
      'date: 2024',
      'title: 1.10',
      'language: no',
      'areas: digital',
      'offers: reading, none',
    );
    assert.deepEqual(data, {
      date: '2024',
      title: '1.10',
      language: 'no',
      areas: ['digital'],
      offers: ['reading', 'none'],
    });
    assert.deepEqual(problems, []);
  });

  for (const [written, read] of [
    ['All', 'all'],
    ['"NONE "', 'none'],
    ['[all]', 'all'],
    ['[None]', 'none'],
    ['[all, digital]', ['all', 'digital']],
  ] as const) {
    it(`reads ${written} as ${read}`, () => {
      const { data, problems } = frontMatterOf(`areas: ${written}`);
      assert.deepEqual(data, { areas: read });
      assert.deepEqual(problems, []);
    });
  }

  for (const [written, read] of [
    ['author: [Ann Moss, "Bo Lee"]', 'Ann Moss, Bo Lee'],
    ['author:\n  - Ann Moss\n  - name: Bo Lee', 'Ann Moss, Bo Lee'],
    ['author:\n  - Ann Moss', 'Ann Moss'],
  ] as const)
    it(`takes a list of names for the author: ${JSON.stringify(written)}`, () => {
      const { data, problems } = frontMatterOf(written);
      assert.deepEqual(data, { author: read });
      assert.deepEqual(problems, []);
      // Also beside a mistake elsewhere.
      assert.equal(frontMatterOf(written, 'title: a: b').data.author, read);
    });

  for (const written of ['[insert your name]', '[Ann, [Bo]]', '{ name: Ann }', '[]'])
    it(`takes no ${written} for the author`, () => {
      const { data, problems } = frontMatterOf(`author: ${written}`);
      assert.deepEqual(data, {});
      assert.deepEqual(
        problems.map(([shown]) => shown),
        [written],
      );
    });

  it('leaves out what has no value', () => {
    const { data, problems } = frontMatterOf('title:', 'kind: ""', 'areas:');
    assert.deepEqual(data, {});
    assert.deepEqual(problems, []);
  });

  it('reports a value of the wrong type where it stands', () => {
    const { data, problems } = frontMatterOf(
      'title: [a]',
      'areas: 3',
      'offers:',
      '  - 1',
      'rules: off',
      'kind: report',
    );
    assert.deepEqual(data, { kind: 'report' });
    assert.deepEqual(
      problems.map(([shown]) => shown),
      ['[a]', '3', '- 1', 'off'],
    );
    assert.match(problems[0]![1], /`title` is text/);
    assert.match(problems[1]![1], /`areas` is a list of ids/);
  });

  it('takes off, hint, information, warning and error for a rule, and reports any other word where it stands', () => {
    const { data, problems } = frontMatterOf(
      'rules:',
      '  a: off',
      '  b: quiet',
      '  c: error',
      '  d: 3',
      '  e: false',
      '  f: "hint"',
      '  g: [warning]',
      '  h:',
      '  i: constructor',
      '  j: information',
    );
    assert.deepEqual(data, {
      rules: { a: 'off', c: 'error', e: 'off', f: 'hint', j: 'information' },
    });
    assert.deepEqual(
      problems.map(([shown]) => shown),
      ['quiet', '3', '[warning]', 'h', 'constructor'],
    );
    assert.match(
      problems[0]![1],
      /^“quiet” is no severity: write off, hint, information, warning or error\.$/,
    );
  });

  it('keeps the rules that are right beside a mistake elsewhere', () => {
    const { data, problems } = frontMatterOf('kind: a', 'kind: b', 'rules: {a: off, b: quiet}');
    assert.deepEqual(data.rules, { a: 'off' });
    assert.deepEqual(
      problems.map(([shown]) => shown),
      ['kind: b', 'quiet'],
    );
  });

  for (const [mistake, lines, shown, message, data] of [
    [
      'a colon in a value',
      ['title: Summer: next', 'kind: report'],
      'Summer: next',
      /colon in it needs quotation marks/,
      { title: 'Summer: next', kind: 'report' },
    ],
    [
      'quotation marks about the first words alone',
      ['title: "Top Time": what we found', 'kind: report'],
      '"Top Time": what we found',
      /write title: '"Top Time": what we found'/,
      { title: '"Top Time": what we found', kind: 'report' },
    ],
    [
      'quotation marks about the first and the last words',
      ['title: "Top Time" and "Quiet Hour"', 'kind: report'],
      '"Top Time" and "Quiet Hour"',
      /needs quotation marks: write title: '"Top Time" and "Quiet Hour"'/,
      { title: '"Top Time" and "Quiet Hour"', kind: 'report' },
    ],
    [
      'quotation marks within quotation marks',
      ['title: "The "Top Time" report"', 'kind: report'],
      '"The "Top Time" report"',
      /write title: 'The "Top Time" report'/,
      { title: 'The "Top Time" report', kind: 'report' },
    ],
    [
      'a key without a colon',
      ['title Summer', 'kind: report'],
      'title Summer',
      /no colon after a key/,
      { kind: 'report' },
    ],
    [
      'a key twice',
      ['kind: report', 'kind: letter'],
      'kind: letter',
      /written above already/,
      { kind: 'report' },
    ],
    [
      'an open quotation mark',
      ['kind: report', 'title: "Summer'],
      'title: "Summer',
      /quotation mark is opened/,
      { kind: 'report', title: '"Summer' },
    ],
    [
      'an open bracket',
      ['areas: [digital, isolation', 'kind: report'],
      'kind: report',
      /bracket is opened/,
      { kind: 'report', areas: ['digital', 'isolation'] },
    ],
    [
      'a tab',
      ['kind: report', 'areas:', '\t- digital'],
      '\t- digital',
      /with spaces/,
      { kind: 'report', areas: ['digital'] },
    ],
    [
      'a reserved character',
      ['title: @home', 'kind: report'],
      '@home',
      /needs quotation marks/,
      { title: '@home', kind: 'report' },
    ],
    [
      'words behind a mark that ends what is read',
      ['title: Summer', '--- and', 'kind: report'],
      '--- and',
      /may follow “---” on its line/,
      { title: 'Summer', kind: 'report' },
    ],
  ] as const) {
    it(`reports ${mistake} in plain words, once, and reads the rest`, () => {
      const found = frontMatterOf(...lines);
      assert.equal(found.problems.length, 1, JSON.stringify(found.problems));
      assert.equal(found.problems[0]![0], shown);
      assert.match(found.problems[0]![1], message);
      assert.deepEqual(found.data, data);
      assert.deepEqual(found.blocks, ['# Text']);
    });
  }

  it('has to be closed; until then the draft is read as Markdown and nothing of it is lost', () => {
    const text = '---\ntitle: Summer\n\nText of the paper.\n\n- a\n\n> b\n\n---\n\nMore.';
    const draft = parseDraft(text);
    assert.equal(draft.frontMatter.span, undefined);
    assert.deepEqual(draft.frontMatter.data, { title: 'Summer' });
    assert.deepEqual(
      draft.blocks.map(({ block }) => block.node.type),
      ['thematicBreak', 'paragraph', 'paragraph', 'list', 'blockquote', 'thematicBreak', 'paragraph'],
    );
    assert.deepEqual(
      draft.frontMatter.problems.map(({ span }) => span),
      [{ start: 0, end: 3 }],
    );
    assert.match(draft.frontMatter.problems[0]!.message, /have no end/);
  });

  it('is none where a draft begins with a thematic break', () => {
    for (const text of [
      '---\n\nText.\n\n---\n\nMore.',
      '---\nText\n---\n',
      '---',
      '---\n',
      '--- \n# Title\n---\n',
      ' ---\na: b\n---\n',
    ]) {
      const { frontMatter, blocks } = parseDraft(text);
      assert.equal(frontMatter.span, undefined, JSON.stringify(text));
      assert.deepEqual(frontMatter.problems, []);
      assert.equal(blocks[0]!.start, 0);
    }
  });

  it('may stand after a byte order mark, have any line ends, and be empty', () => {
    for (const [text, title, start] of [
      ['\uFEFF---\ntitle: x\n---\ntext', 'x', 18],
      ['---\r\ntitle: x\r\n---\r\ntext', 'x', 20],
      ['---\rtitle: x\r---\rtext', 'x', 17],
      ['---\n---\ntext', undefined, 8],
    ] as const) {
      const draft = parseDraft(text);
      assert.equal(draft.frontMatter.data.title, title);
      assert.deepEqual(
        draft.blocks.map((placed) => [placed.block.text, placed.start]),
        [['text', start]],
      );
      assert.deepEqual(draft.frontMatter.problems, []);
    }
  });

  it('never throws, and has its problems inside the draft', () => {
    const inside = (text: string) => {
      const { frontMatter } = parseDraft(text);
      for (const { span, message } of frontMatter.problems) {
        assert.ok(
          span.start >= 0 && span.start < span.end && span.end <= text.length,
          JSON.stringify([text, span]),
        );
        assert.ok(message.length > 0);
      }
      for (const { key, value } of frontMatter.places.values()) {
        assert.ok(
          key.start <= key.end && key.end <= value.start && value.start <= value.end,
          JSON.stringify(text),
        );
      }
    };
    inside(`---\na: ${'['.repeat(50_000)}\n---\n`);
    inside(`---\na: ${'{a: '.repeat(10_000)}\n---\n`);
    inside(`---\n${'x: &a [*a]\n'.repeat(100)}---\n`);
    inside(`---\na: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [${'*c,'.repeat(500)}]\n---\n`);
    inside(`---\n__proto__: 1\nconstructor: 2\ntitle: "\uD800\0"\n---\n`);
    inside(`---\n${'key: value\n'.repeat(20_000)}---\n`);
    for (let seed = 0; seed < 100; seed++) inside(`---\ntitle: ${hostileText(random(seed), 100)}\n---\n`);
    const yaml = fc.array(
      fc.constantFrom(
        ...'title areas rules : - [ ] { } " \' & * ! | > % @ ` # \n \t ? a 1 , ~ \\ ---'.split(' '),
        '\n',
        ' ',
      ),
      { maxLength: 30 },
    );
    fc.assert(fc.property(yaml, (some) => inside(`---\n${some.join('')}\n---\n`)));
  });
});
