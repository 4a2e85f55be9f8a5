import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDraft } from '../../../../src/draft';
import { runs } from '../../../random-runs';
import { findings, fixed, marked } from '../../helpers';

/** Of each rule, the lines of a text that it marks. */
function found(text: string): Readonly<Record<string, readonly string[]>> {
  const rules = ['lines-run-together', 'paragraphs-run-together', 'list-typed', 'table-typed'];
  return Object.fromEntries(
    rules.map((rule) => [rule, marked(rule, text)]).filter(([, all]) => all!.length > 0),
  );
}

const LONG =
  'The library opened in 1962 and has been busy ever since, with more visits in each of the last five years than in the one before. It is the only public building in the ward.';

describe('Lines that Markdown runs together', () => {
  for (const [what, text] of [
    ['an address', 'Ashby Library\nHigh Street\nAshby AB1 2CD\n'],
    ['a signature', 'Ann Moss\nHead of Libraries\n'],
    [
      'a signature with an address for mail',
      'Ann Moss\nDevelopment Officer, Ashby Libraries and Archives Trust\nann@ashby.example\n',
    ],
    [
      'labels with what they say',
      '**Report to:** Cabinet\n**Date:** 12 May 2026, at which the chair of the friends will speak for five minutes\n',
    ],
    [
      'labels below a long title',
      'The future of the libraries of Ashby, Elm and Oak after the year 2027\nReport of the Director of Communities\nPortfolio holder: Cllr A. Bell\nKey decision: Yes\n',
    ],
    [
      'labels of which one says much, with who reports',
      'Report of the Director of Communities\nPortfolio holder: Cllr A. Bell, Cabinet member for culture, leisure and libraries\nKey decision: Yes\n',
    ],
    ['labels with a tab', 'Date:\t12 May 2026\nPlace:\tAshby\n'],
    [
      'a question and its answer',
      '**Will it close?**\nNo. The council decided on 4 May that it stays open.\n',
    ],
    [
      'a verse',
      'They have put back every stone but two.\nOne is in the river,\nOne my father had as a doorstop\nAnd I have brought it.\n',
    ],
    ['words and who said them', '“I came for the printer.”\n— Shabnam, trader\n'],
    ['an address on the lines of Windows', 'Ashby Library\r\nHigh Street\r\nAshby AB1 2CD\r\n'],
  ] as const)
    it(`are ${what}`, () => {
      assert.deepEqual(Object.keys(found(text)), ['lines-run-together']);
      const after = fixed('lines-run-together', text);
      assert.equal(after, text.trimEnd().replace(/\r?\n/g, '\\$&') + text.slice(text.trimEnd().length));
      assert.deepEqual(found(after), {});
      assert.deepEqual(found(fixed('lines-run-together', text, { fix: 1 })), {});
    });

  for (const [what, text] of [
    [
      'prose that is broken at a width',
      'The library opened in 1962 and has been busy\never since, with more visits in each year than\nin the one before.\n',
    ],
    [
      'prose that is broken after each sentence',
      'The library opened in 1962.\nIt has been busy ever since, with more visits in each of the last five years than in the one before.\nIt is the only public building in the ward.\n',
    ],
    [
      'prose that is broken at names',
      'We met the chair of the Friends of\nAshby Library and were told that\nAnn Moss would come.\n',
    ],
    [
      'lines that are kept apart already',
      'Ann Moss\\\nHead of Libraries  \nAshby Library<br>\nHigh Street\n',
    ],
    [
      'prose that is broken at a width and has a colon or two',
      'The board met in Ashby on 4 May, and what it said of the year was this:\nVisits: they are up, and all of us who work in the branches are glad of\nThe friends: they are as many as they were in each of the years before.\n',
    ],
    ['an emphasis over two lines', 'It is **Ashby\nLibrary** that\nAnn Moss leads\n'],
    ['a list of Markdown', '- Ann Moss\n- Ben Reed\n- Cara Lee\n'],
    ['one paragraph on a line', `${LONG}\n\n${LONG}\n`],
    ['who said it, below a quotation, which the export keeps apart', '> “Quote.”\n> — Derek, 67\n'],
    ['the same in a list item', '- Said:\n\n  > “Quote.”\n  > -- Derek\n'],
    ['a meaning below its term', 'Outreach\n: Work away from the library\n'],
  ] as const)
    it(`are not ${what}`, () => assert.deepEqual(found(text), {}));

  it('are not the addresses and the signature of a letter, which the export keeps apart', () => {
    const address = 'Ashby Library\nHigh Street\nAshby AB1 2CD';
    const letter = `${address}\n\nDear Cllr Reed\n\n${address}\n\nYours sincerely\n\nAnn Moss\nHead of Libraries\n`;
    assert.equal(findings('lines-run-together', `---\nkind: letter\n---\n\n${letter}`).length, 1);
    assert.equal(
      findings('lines-run-together', letter).length,
      1,
      'it says no kind, and is one by its two ends',
    );
    assert.equal(findings('lines-run-together', letter.replace('Yours sincerely', 'Bye')).length, 3);
    assert.equal(findings('lines-run-together', `---\nkind: briefing\n---\n\n${letter}`).length, 3);
  });

  it('are what stands above who said it, too, which is apart from them', () => {
    const verse =
      '> Every stone but two.\n> One is in the river,\n> One my father had as a doorstop\n> — Ann Moss\n';
    assert.equal(
      fixed('lines-run-together', verse),
      '> Every stone but two.\\\n> One is in the river,\\\n> One my father had as a doorstop\n> — Ann Moss\n',
    );
    assert.equal(findings('lines-run-together', '> [!NOTE]\n>\n> “Quote.”\n> — Derek, 67\n').length, 1);
  });

  it('stay in their quotation and their list item', () => {
    assert.equal(
      fixed('lines-run-together', '> Ann Moss\n> Head of Libraries\n', { fix: 1 }),
      '> Ann Moss\n>\n> Head of Libraries\n',
    );
    const item = '- Ann Moss\n  Head of Libraries\n';
    assert.equal(fixed('lines-run-together', item), '- Ann Moss\\\n  Head of Libraries\n');
    assert.equal(findings('lines-run-together', item)[0]!.fixes.length, 1);
  });
});

describe('Paragraphs that Markdown runs together', () => {
  for (const [what, text] of [
    ['long ones, as they are pasted from Word', `Background\n${LONG}\n${LONG}\n`],
    ['lettered ones', 'The committee is asked to:\n(a) note the report;\n(b) agree the plan.\n'],
    ['numbered ones', '1.1 The library is open.\n1.2 It is busy.\n'],
  ] as const)
    it(`are ${what}`, () => {
      assert.deepEqual(found(text), { 'paragraphs-run-together': [text.trimEnd()] });
      assert.equal(findings('paragraphs-run-together', text)[0]!.severity, 'hint');
      const after = fixed('paragraphs-run-together', text);
      assert.equal(after, `${text.trimEnd().replaceAll('\n', '\n\n')}\n`);
      assert.deepEqual(found(after), {});
    });
});

describe('Bullets that are characters', () => {
  for (const [what, text, after] of [
    ['of Word', 'We lend:\n•\tbooks\n•\tgames\n', 'We lend:\n\n- books\n- games\n'],
    [
      'of two levels',
      '•\tbooks\no\tnovels\no\tpoems\n•\tgames\n',
      '- books\n  - novels\n  - poems\n- games\n',
    ],
    ['that are dashes', '– books\n– games\n', '- books\n- games\n'],
    ['with text below', '· books.\n· games.\nAll are free.\n', '- books.\n- games.\n\nAll are free.\n'],
    ['in a quotation', '> We lend:\n> • books\n> • games\n', '> We lend:\n>\n> - books\n> - games\n'],
    [
      'of paragraphs',
      'We lend:\n\n• books\n\n• games\n\n• films\n',
      'We lend:\n\n- books\n- games\n- films\n',
    ],
    ['in a list of Markdown', '- books\n- • games\n', '- books\n- games\n'],
    ['of a symbol font', '\uF0B7\tbooks\r\n\uF0B7\tgames\r\n', '- books\r\n- games\r\n'],
  ] as const)
    it(`${what} have one finding, and become a list`, () => {
      assert.deepEqual(Object.keys(found(text)), ['list-typed']);
      assert.equal(findings('list-typed', text).length, 1);
      assert.equal(fixed('list-typed', text), after);
      assert.deepEqual(found(after), {});
    });

  for (const text of ['“So it was.”\n\n– Ann Moss\n', 'Open 9 · 12 and 2 · 5\n'])
    it(`are none in ${JSON.stringify(text)}`, () => assert.deepEqual(found(text), {}));
});

describe('Columns that are set with tabs', () => {
  for (const [what, text, after] of [
    ['of a table', 'Year\tVisits\n2024\t41,000\n', '| Year | Visits |\n| --- | --- |\n| 2024 | 41,000 |\n'],
    [
      'with an empty cell and a bar',
      'Year\tVisits\tNote\n2024\t\ta|b\n',
      '| Year | Visits | Note |\n| --- | --- | --- |\n| 2024 |  | a\\|b |\n',
    ],
    [
      'with several tabs for one',
      'Name\t\tPost\nAnn Moss\tHead\n',
      '| Name | Post |\n| --- | --- |\n| Ann Moss | Head |\n',
    ],
    [
      'below heads of which the first is empty, which begin with a tab',
      'Costs:\n\n\tOption 1\tOption 2\nStaff\t£9,800\t£10,400\nTotal\t£9,800\t£10,400\n',
      'Costs:\n\n|  | Option 1 | Option 2 |\n| --- | --- | --- |\n| Staff | £9,800 | £10,400 |\n| Total | £9,800 | £10,400 |\n',
    ],
    [
      'of one row below heads of which the first is empty',
      '\t2024\t2025\nVisits\t41,000\t44,000\n',
      '|  | 2024 | 2025 |\n| --- | --- | --- |\n| Visits | 41,000 | 44,000 |\n',
    ],
    [
      'below two lines of heads',
      '\t2024\t2025\n\t£\t£\nStaff\t9,800\t10,400\nRent\t800\t900\n',
      '|  | 2024 | 2025 |\n| --- | --- | --- |\n|  | £ | £ |\n| Staff | 9,800 | 10,400 |\n| Rent | 800 | 900 |\n',
    ],
    [
      'below a line',
      'Visits:\nYear\tVisits\n2024\t41,000\n2025\t44,000\n',
      'Visits:\n\n| Year | Visits |\n| --- | --- |\n| 2024 | 41,000 |\n| 2025 | 44,000 |\n',
    ],
  ] as const)
    it(`${what} become one`, () => {
      assert.deepEqual(Object.keys(found(text)), ['table-typed']);
      assert.equal(fixed('table-typed', text), after);
      assert.equal(parseDraft(after).blocks.at(-1)!.block.node.type, 'table');
      assert.deepEqual(found(after), {});
    });

  it('can be kept as lines', () => {
    for (const above of ['', 'Visits:\n']) {
      const kept = fixed('table-typed', `${above}Year\tVisits\n2024\t41,000\n`, { fix: 1 });
      assert.equal(kept, `${above.replace('\n', '\\\n')}Year\tVisits\\\n2024\t41,000\n`);
      assert.equal(found(kept)['lines-run-together'], undefined);
    }
  });

  it('are marked from their heads on, also where these begin with a tab', () => {
    const text = 'Costs:\n\n\tOption 1\tOption 2\nStaff\t£9,800\t£10,400\nTotal\t£9,800\t£10,400\n';
    assert.deepEqual(marked('table-typed', text), [
      '\tOption 1\tOption 2\nStaff\t£9,800\t£10,400\nTotal\t£9,800\t£10,400',
    ]);
  });

  it('are not what stands below code, or with an empty line below what begins with a tab', () => {
    const rows = 'Year\tVisits\n2024\t41,000\n';
    for (const above of ['    make all\n', '```\n\tmake\tall\n```\n', '\tmake\tall\n\n', '\ta\tb\tc\td\n'])
      assert.deepEqual(marked('table-typed', above + rows), [rows.trim()]);
    assert.deepEqual(marked('table-typed', '\tmake\n\nYear\tVisits\n'), []);
    assert.deepEqual(marked('table-typed', '\tmake\tall\tin\nYear\tVisits\n'), []);
  });
});

describe('Characters that come with pasted text', () => {
  for (const [what, text, after] of [
    ['soft hyphens', 'The li\u00ADbra\u00ADry is open.\n', 'The library is open.\n'],
    ['Word’s own hyphens', 'A well\u001Eused lib\u001Frary.\n', 'A well-used library.\n'],
    ['Word’s line ends', 'Ashby Library\u000BHigh Street\n', 'Ashby Library\\\nHigh Street\n'],
    [
      'curly marks round the title of a link',
      'See [it](a.pdf “Our plan”).\n',
      'See [it](a.pdf "Our plan").\n',
    ],
    ['curly marks in HTML', 'x <img src=“a.png”> y\n', 'x <img src="a.png"> y\n'],
    ['curly marks in code', 'Say `"a": “b”`.\n', 'Say `"a": "b"`.\n'],
  ] as const)
    it(`are ${what}`, () => {
      assert.equal(findings('characters-pasted', text).length, 1);
      assert.equal(fixed('characters-pasted', text), after);
      assert.deepEqual(findings('characters-pasted', after), []);
    });

  it('are not curly marks in prose, the mark before a draft, or what joins an emoji', () => {
    for (const text of ['“So it was,” she said.\n', '\uFEFFText.\n', 'See 👩‍👩‍👧.\n'])
      assert.deepEqual(findings('characters-pasted', text), []);
  });
});

describe('Every fix of what is set by hand', () => {
  it('leaves nothing to be found, whatever stands beside it', () => {
    const line = fc.constantFrom(
      'Ann Moss',
      '• books',
      'o\tnovels',
      'Year\tVisits',
      'Date: 4 May',
      '(a) note',
      LONG,
      '> Ashby',
      '- item',
      '– games',
      '1.1 The library is open.',
      '“It was open.”',
      '— Ann Moss',
      'Head of Libraries\\',
      '',
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
        let text = `${lines.join('\n')}\n`;
        for (let round = 0; round < 8; round++) {
          const rule = Object.keys(found(text))[0];
          if (rule === undefined) return;
          const { edits } = findings(rule, text)[0]!.fixes[0]!;
          const starts = edits.map(({ span }) => span.start);
          assert.deepEqual(
            starts,
            [...starts].sort((a, b) => a - b),
          );
          text = fixed(rule, text);
        }
        assert.deepEqual(found(text), {});
      }),
      { numRuns: runs(100) },
    );
  });
});
