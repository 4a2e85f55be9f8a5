import assert from 'node:assert/strict';
import { descendants, elementIn, elementsIn } from '../../src/docx/xml-tree';
import {
  looksOf,
  numbering,
  type opened,
  paragraphOf,
  says,
  shown,
  styleOf,
  valueAt,
  type Word,
  word,
} from './word';

/** An attribute of the indent that a paragraph has by itself. */
function indentOf(paragraph: Parameters<typeof styleOf>[0], side = 'w:left'): number {
  return Number(elementIn(paragraph, 'w:pPr', 'w:ind')?.attributes[side] ?? 0);
}

describe('Word: headings', () => {
  for (const depth of [1, 2, 3, 4, 5, 6]) {
    it(`writes level ${depth} in Word's own style, with its outline level`, async () => {
      const document = await word(`${'#'.repeat(depth)} Where we *are*`);
      assert.equal(styleOf(paragraphOf(document, 'Where we are')), `Heading${depth}`);
      const style = styleNamed(document, `heading ${depth}`);
      assert.equal(style.attributes['w:styleId'], `Heading${depth}`);
      assert.equal(valueAt(style, 'w:pPr', 'w:outlineLvl'), String(depth - 1));
      assert.equal(valueAt(style, 'w:pPr', 'w:keepNext'), '', 'a heading stays with its text');
    });
  }

  it('leaves out a heading without words, which would be a gap in the navigation pane', async () => {
    const document = await word('#\n\nText.\n');
    assert.deepEqual(document.paragraphs.map(says), ['Text.']);
  });

  it('can be linked to, whatever its punctuation', async () => {
    const document = await word(
      '[down](#costs--funding-2026) [same](#costs--funding-2026-1)\n\n## Costs & funding, 2026\n\n## Costs & funding (2026)\n',
    );
    const anchors = [...descendants(document.body, 'w:hyperlink')].map((link) => link.attributes['w:anchor']);
    const marks = [...descendants(document.body, 'w:bookmarkStart')].map((mark) => mark.attributes['w:name']);
    assert.deepEqual(anchors, marks);
    assert.equal(new Set(anchors).size, 2);
  });
});

describe('Word: paragraphs', () => {
  it('joins the lines of a paragraph, and keeps hard breaks', async () => {
    const document = await word('one\ntwo  \nthree\\\nfour\n');
    assert.equal(says(document.paragraphs[0]!), 'one two\nthree\nfour');
  });

  it('shows entities and escapes as the characters that they stand for', async () => {
    const document = await word('&copy; &#163;5 &lt;b&gt; \\*stars\\* 4 < 5 & "so"');
    assert.equal(says(document.paragraphs[0]!), '© £5 <b> *stars* 4 < 5 & "so"');
  });

  it('keeps a question in bold, or whatever stands for a heading, on the page of what it announces', async () => {
    const long = 'Nothing will be closed without a decision of the Cabinet. '.repeat(5).trim();
    const document = await word(
      `**Why now?**\n\nBecause.\n\n**Who** asks?\n\n**And then:**\n\n- a\n\n**${long}**\n\n**The end**\n`,
    );
    const kept = (text: string): string | undefined =>
      valueAt(paragraphOf(document, text), 'w:pPr', 'w:keepNext');
    assert.equal(kept('Why now?'), '');
    assert.equal(kept('And then:'), '');
    for (const text of ['Because.', 'Who asks?', long, 'The end']) assert.equal(kept(text), undefined, text);
  });

  it('keeps what announces a list or a table on the same page with it', async () => {
    const document = await word('We ask for:\n\n- a van\n\nAnd more.\n');
    assert.equal(valueAt(paragraphOf(document, 'We ask for:'), 'w:pPr', 'w:keepNext'), '');
    assert.equal(valueAt(paragraphOf(document, 'And more.'), 'w:pPr', 'w:keepNext'), undefined);
  });

  it('keeps what runs on into a list on the page of that', async () => {
    const document = await word(
      'The group asks Cabinet to\n\n- open; and\n\n  of which\n\n  - one\n\nIt asked twice.\n\n- Once\n',
    );
    const kept = (text: string) => valueAt(paragraphOf(document, text), 'w:pPr', 'w:keepNext');
    assert.deepEqual(['The group', 'of which', 'It asked'].map(kept), ['', '', undefined]);
  });

  it('keeps who says something on the page of what they say', async () => {
    const document = await word('Cllr Howell said:\n\n> It opens.\n\nIt is open.\n\n> Said she.\n');
    const kept = (text: string) => valueAt(paragraphOf(document, text), 'w:pPr', 'w:keepNext');
    assert.deepEqual(['Cllr Howell', 'It is open'].map(kept), ['', undefined]);
  });

  it('takes a colon in a paragraph for what it is', async () => {
    for (const markdown of ['a : b', 'a\n:b', ': a\n: b', `${'long '.repeat(40)}\n: b`, 'a\nb\n: c']) {
      const document = await word(markdown);
      assert.deepEqual(document.paragraphs.map(styleOf), ['Normal'], markdown);
    }
  });

  it('writes a rule as a line', async () => {
    const document = await word('a\n\n***\n\nb\n');
    const rule = document.paragraphs[1]!;
    assert.equal(says(rule), '');
    assert.ok(elementIn(styleNamed(document, 'Horizontal Rule'), 'w:pPr', 'w:pBdr', 'w:bottom'));
  });
});

describe('Word: sizes of headings', () => {
  it('differ from one level to the next', async () => {
    const document = await word('text');
    const looks = [1, 2, 3, 4, 5, 6].map((depth) => {
      const run = elementIn(styleNamed(document, `heading ${depth}`), 'w:rPr')!;
      return `${valueAt(run, 'w:sz')} ${elementIn(run, 'w:i') === undefined}`;
    });
    assert.equal(new Set(looks).size, 6);
  });
});

describe('Word: quotations', () => {
  it('goes on with the bar beside a table and a rule', async () => {
    const document = await word('> | a | b |\n> |---|---|\n> | c | d |\n>\n> ---\n');
    const bars = [...descendants(document.body, 'w:tc')].map(
      (cell) => elementIn(cell, 'w:tcPr', 'w:tcBorders', 'w:left') !== undefined,
    );
    assert.deepEqual(bars, [true, false, true, false]);
    const rule = elementIn(document.paragraphs.at(-1)!, 'w:pPr', 'w:pBdr');
    assert.deepEqual(
      elementsIn(rule).map(({ name }) => name),
      ['w:bottom', 'w:left'].sort().reverse(),
    );
  });

  it('has a style for them', async () => {
    const document = await word('> Said Amina.\n');
    assert.equal(styleOf(paragraphOf(document, 'Said Amina.')), 'Quote');
  });

  it('keeps two quotations apart, each with the bar beside it alone', async () => {
    for (const [between, gap] of [
      ['', 'BlockGap'],
      ['<!-- a comment -->\n\n', 'BlockGap'],
      ['In between.\n\n', 'Normal'],
    ] as const) {
      const { paragraphs } = await word(`> One.\n>\n> — Aisha, 9\n\n${between}> Two.\n>\n> — Tom, 52\n`);
      const own = paragraphs.map((paragraph) => styleOf(paragraph) ?? 'Normal');
      assert.deepEqual(own, ['Quote', 'Quote', gap, 'Quote', 'Quote']);
    }
  });

  it('sets a quotation in a quotation further in', async () => {
    const document = await word('> outer\n>\n> > inner\n');
    assert.ok(indentOf(paragraphOf(document, 'inner')) > 425);
  });

  it('keeps what was said on one page with who said it', async () => {
    const document = await word('> I found work here.\n>\n> Amina, Eastport\n');
    assert.equal(valueAt(document.paragraphs[0]!, 'w:pPr', 'w:keepNext'), '');
    assert.equal(valueAt(document.paragraphs[1]!, 'w:pPr', 'w:keepNext'), undefined);
  });

  for (const [what, markdown, expected] of [
    ['an em dash', '> I read here\n> every day.\n> — Aisha, 9\n', 'I read here every day.\n— Aisha, 9'],
    ['two hyphens', '> I read here.\n> -- Aisha, 9\n', 'I read here.\n-- Aisha, 9'],
    ['an em dash in italics', '> I read *here*.\n> *— Aisha*, 9\n', 'I read here.\n— Aisha, 9'],
  ] as const) {
    it(`starts on a line of its own who said it, behind ${what}`, async () => {
      const document = await word(markdown);
      assert.deepEqual(document.paragraphs.map(says), [expected]);
    });
  }

  it('takes a dash for one of the text where no line of who said it begins with it', async () => {
    const long = 'and much else that nobody had asked for before the library was there '.repeat(3).trim();
    for (const [markdown, expected] of [
      ['> We had books\n> — and so on\n', 'We had books — and so on'],
      ['> I read here\n> — often —\n> and write.\n', 'I read here — often — and write.'],
      [`> I read here\n> — ${long}\n`, `I read here — ${long}`],
      ['I read here\n— Aisha, 9\n', 'I read here — Aisha, 9'],
    ] as const) {
      assert.deepEqual((await word(markdown)).paragraphs.map(says), [expected]);
    }
  });

  it('keeps headings, code and lists in them', async () => {
    const document = await word('> ## Head\n>\n> - item\n>\n>       code\n>\n>     more\n');
    assert.equal(styleOf(paragraphOf(document, 'Head')), 'Heading2');
    assert.ok(elementIn(paragraphOf(document, 'Head'), 'w:pPr', 'w:pBdr', 'w:left'), 'the bar goes on');
    assert.equal(styleOf(paragraphOf(document, 'item')), 'QuoteList');
  });

  for (const [kind, label] of [
    ['NOTE', 'Note'],
    ['tip', 'Tip'],
    ['IMPORTANT', 'Important'],
    ['WARNING', 'Warning'],
    ['CAUTION', 'Caution'],
  ] as const) {
    it(`says “${label}” above GitHub's alert [!${kind}]`, async () => {
      const document = await word(`> [!${kind}]\n> The grant *ends* in May.\n>\n> Claim it.\n`);
      assert.deepEqual(document.paragraphs.map(says), [label, 'The grant ends in May.', 'Claim it.']);
      // Its own styles, so that a council can give it another look.
      const name = `Alert${label}`;
      assert.deepEqual(document.paragraphs.map(styleOf), [`${name}Label`, name, name]);
      for (const one of document.paragraphs) assert.equal(elementIn(one, 'w:pPr', 'w:pBdr'), undefined);
      const style = styleNamed(document, `Alert ${label}`);
      assert.notEqual(elementIn(style, 'w:pPr', 'w:pBdr', 'w:left')?.attributes['w:color'], undefined);
      assert.equal(valueAt(style, 'w:basedOn'), 'Quote');
    });
  }

  it('takes other words in brackets for what they are', async () => {
    const document = await word('> [!SHOUT]\n> loud\n');
    assert.equal(says(document.paragraphs[0]!), '[!SHOUT] loud');
  });
});

describe('Word: numbers that an author has written', () => {
  for (const [markdown, label] of [
    ['1.1 The pilot began.', '1.1'],
    ['12.3.4. “The pilot” began.', '12.3.4.'],
    ['(a) to close it', '(a)'],
    ['a) Do nothing.', 'a)'],
    ['ii) to close it', 'ii)'],
    ['i. children in families on a low income;', 'i.'],
    ['iii. young carers.', 'iii.'],
    ['b. Close it.', 'b.'],
    ['(iv) [to close it](https://example.org)', '(iv)'],
    ['6.1 **Financial.** It costs £61,200.', '6.1'],
    ['3.6 £380,000 is held for the roof.', '3.6'],
  ] as const) {
    it(`hang: ${markdown}`, async () => {
      const [paragraph] = (await word(`${markdown}\n`)).paragraphs;
      assert.ok(says(paragraph!).startsWith(`${label}\t`), says(paragraph!));
      const { 'w:left': left, 'w:hanging': hanging } = elementIn(paragraph, 'w:pPr', 'w:ind')!.attributes;
      assert.deepEqual([left, hanging], ['709', '709']);
    });
  }

  it('have lists, quotations and lines with letters below their text', async () => {
    const document = await word(
      '1.1 The group asked\n\n(a) who comes; and\n\n(b) when.\n\n- One\n\n> Said.\n\nText.\n\n(a) Alone\n\n1. Two\n',
    );
    const left = (text: string): string | undefined =>
      elementIn(paragraphOf(document, text), 'w:pPr', 'w:ind')?.attributes['w:left'];
    assert.deepEqual(['1.1', '(a)\twho', '(b)', 'Said.'].map(left), ['709', '1418', '1418', '1134']);
    assert.equal(numbering(document, paragraphOf(document, 'One'))!.left, '1134');
    assert.deepEqual(['(a)\tAlone', 'Text.'].map(left), ['709', undefined]);
    assert.equal(numbering(document, paragraphOf(document, 'Two'))!.left, '425');
  });

  it('leave lines with letters in a paper whose paragraphs we number without one', async () => {
    const document = await word(
      '---\nkind: report\n---\n# T\n\n## One\n\nThe group asked\n\n(a) who comes.\n\nText.\n',
    );
    assert.deepEqual(
      shown(document).map((line) => line.trim()),
      ['1. One', '1.1 The group asked', '1.2 Text.'],
    );
    assert.equal(elementIn(paragraphOf(document, '(a)'), 'w:pPr', 'w:ind')!.attributes['w:left'], '1418');
  });

  for (const markdown of [
    '1.1\u00a0million people came.',
    '(see below) it is',
    '5 years on',
    '2.5 **million** people came.',
    '(a)',
    'a). Close it',
    'mi. to the north',
    'e.g. a library',
    'i.e. a library',
    '> 1.1 The pilot',
    '- 1.1 The pilot',
  ])
    it(`are no such: ${markdown}`, async () => {
      const [paragraph] = (await word(`${markdown}\n`)).paragraphs;
      assert.equal(says(paragraph!), markdown.replace(/^[>-] |\*\*/g, ''));
    });
});

describe('Word: code', () => {
  it('keeps lines and columns in one paragraph of a monospaced style', async () => {
    const document = await word('```sh\nif x\n\tthen  y\n\nfi\n```\n');
    const code = document.paragraphs[0]!;
    assert.equal(styleOf(code), 'SourceCode');
    assert.equal(says(code), 'if x\n    then  y\n\nfi');
    assert.ok(elementsIn(elementIn(styleNamed(document, 'Source Code'), 'w:rPr'), 'w:noProof').length > 0);
  });

  it('has a character style for code in a line', async () => {
    const document = await word('Run `advocacy  check` now');
    assert.deepEqual(looksOf(document, 'advocacy  check'), ['VerbatimChar']);
  });
});

describe('Word: pages', () => {
  it('breaks the page where a comment says so', async () => {
    const document = await word(
      'one\n\n<!-- pagebreak -->\n\ntwo\n\n<!-- pagebreak -->\n\n| a |\n|---|\n| b |\n',
    );
    assert.equal(valueAt(paragraphOf(document, 'two'), 'w:pPr', 'w:pageBreakBefore'), '');
    assert.equal(valueAt(paragraphOf(document, 'one'), 'w:pPr', 'w:pageBreakBefore'), undefined);
    const before = elementsIn(document.body);
    const table = before.findIndex((one) => one.name === 'w:tbl');
    assert.equal(valueAt(before[table - 1]!, 'w:pPr', 'w:pageBreakBefore'), '');
  });

  it('turns the paper between two comments, with the footer on every page', async () => {
    const document = await word('one\n\n<!-- landscape -->\n\ntwo\n\n<!-- portrait -->\n\nthree\n');
    const sizes = [...descendants(document.body, 'w:pgSz')].map((size) => size.attributes['w:orient']);
    assert.deepEqual(sizes, ['portrait', 'landscape', 'portrait']);
    const turned = [...descendants(document.body, 'w:pgSz')][1]!;
    assert.ok(Number(turned.attributes['w:w']) > Number(turned.attributes['w:h']));
    assert.equal([...descendants(document.body, 'w:footerReference')].length, 3);
  });

  it('turns the paper a thousand times, with a footer for each way that it lies', async () => {
    const document = await word('<!-- landscape -->\n\none\n\n<!-- portrait -->\n\ntwo\n\n'.repeat(500));
    assert.equal([...descendants(document.body, 'w:footerReference')].length, 1_000);
    assert.ok(document.parts.filter((name) => name.startsWith('word/footer')).length <= 4);
  }).timeout(20_000);

  it('keeps a quotation that begins with the sign of an alert behind a backslash', async () => {
    const document = await word('> \\[!NOTE]\n> Text.\n');
    assert.ok(says(document.body).includes('[!NOTE]'));
  });

  it('has no empty page where nothing follows the last turn', async () => {
    const document = await word('# T\n\n<!-- landscape -->\n\none\n\n<!-- portrait -->\n');
    assert.equal([...descendants(document.body, 'w:sectPr')].length, 2);
  });

  it('turns the paper above a caption right before the comment', async () => {
    const document = await word('one\n\nTable 1: Hours\n\n<!-- landscape -->\n\n| a |\n|---|\n| b |\n');
    const caption = paragraphOf(document, 'Table 1: Hours');
    assert.equal(styleOf(caption), 'Caption');
    const before = document.paragraphs[document.paragraphs.indexOf(caption) - 1]!;
    assert.ok(elementIn(before, 'w:pPr', 'w:sectPr'));
  });

  it('turns the paper above the headings right before the comment, and leaves no page to them alone', async () => {
    const document = await word(
      '# T\n\none\n\n<!-- pagebreak -->\n\n## A\n\n### B\n\n<!-- landscape -->\n\ntwo\n\n## C\n\n<!-- portrait -->\n\nthree\n',
    );
    const sections = document.paragraphs.flatMap((paragraph) =>
      elementIn(paragraph, 'w:pPr', 'w:sectPr') ? [says(paragraph), '|'] : [says(paragraph)],
    );
    assert.deepEqual(sections, ['T', 'one', '|', 'A', 'B', 'two', '|', 'C', 'three']);
    assert.equal([...descendants(document.body, 'w:pageBreakBefore')].length, 0);
  });

  it('has what stands at the right of headers and footers at the edge of turned paper, too', async () => {
    const document = await word(
      '---\ntitle: T\norganisation: Council\nstatus: Draft\n---\none\n\n<!-- landscape -->\n\ntwo\n',
    );
    const [upright, turned] = [...descendants(document.body, 'w:sectPr')].map((section) => {
      const [size, margins] = ['w:pgSz', 'w:pgMar'].map((name) => elementIn(section, name)!.attributes);
      return Number(size!['w:w']) - Number(margins!['w:left']) - Number(margins!['w:right']);
    });
    const edges = document.parts.filter((name) => /^word\/(?:header|footer)\d/.test(name));
    const stops = edges.flatMap((name) =>
      [...descendants(document.part(name), 'w:tab')].flatMap(({ attributes }) =>
        attributes['w:val'] === 'right' ? [Number(attributes['w:pos'])] : [],
      ),
    );
    assert.deepEqual(new Set(stops), new Set([upright, turned]));
    assert.ok(turned! > upright!);
  });

  it('numbers the pages in the footer', async () => {
    const document = await word('one');
    const footer = document.part('word/footer1.xml');
    const fields = [...descendants(footer, 'w:instrText')].map((field) => String(field.children[0]));
    assert.deepEqual(fields, ['PAGE', 'NUMPAGES']);
    assert.match(says(footer), /Page .* of /);
  });
});

describe('Word: every look', () => {
  it('uses no style that the document does not define', async () => {
    const everything = await word(
      '# T\n\n> q\n>\n> - l\n>\n>   m\n\n1. a\n\n   b\n\n   - c\n     - d\n       - e\n         - f\n           - g\n             - h\n\n               i\n\n| x |\n|---|\n| y |\n\n`c` [l](http://a.b) ![m](no.png)[^1]\n\n[^1]: n\n\n> [!NOTE]\n> z\n\n***\n\n    code\n',
    );
    const defined = new Set(
      elementsIn(everything.part('word/styles.xml'), 'w:style').map((style) => style.attributes['w:styleId']),
    );
    for (const part of ['word/document.xml', 'word/footnotes.xml', 'word/footer1.xml', 'word/comments.xml']) {
      for (const use of descendants(everything.part(part), 'w:pStyle', 'w:rStyle', 'w:tblStyle')) {
        assert.ok(defined.has(use.attributes['w:val']), `${part} uses ${use.attributes['w:val']}`);
      }
    }
  });

  it('is in Arial 12, in British English', async () => {
    const document = await word('text');
    const defaults = elementIn(document.part('word/styles.xml'), 'w:docDefaults', 'w:rPrDefault', 'w:rPr')!;
    assert.equal(elementIn(defaults, 'w:rFonts')!.attributes['w:ascii'], 'Arial');
    assert.equal(valueAt(defaults, 'w:sz'), '24');
    assert.equal(valueAt(defaults, 'w:lang'), 'en-GB');
  });
});

function styleNamed(
  document: Pick<ReturnType<typeof opened>, 'part'> | Word,
  name: string,
): ReturnType<Word['part']> {
  const found = elementsIn(document.part('word/styles.xml'), 'w:style').find(
    (style) => valueAt(style, 'w:name') === name,
  );
  assert.ok(found, `there is a style named ${name}`);
  return found;
}
