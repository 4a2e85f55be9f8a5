import assert from 'node:assert/strict';
import { findings, marked } from './helpers';

const ID = 'placeholder-unfilled';
/** Something is written, so that each finding stands for itself. */
const WRITTEN = 'The library opened in 1968, and forty thousand people came to it last year.\n\n';

const shown = (text: string): readonly string[] =>
  findings(ID, text).map(({ severity, span }) => `${severity} ${text.slice(span.start, span.end)}`);

describe('A place to fill in', () => {
  const cases: readonly [string, string, readonly string[]][] = [
    ['is marked each by itself', 'On [date] in [venue] we meet.', ['[date]', '[venue]']],
    ['is one with what it touches', 'The Mayor: XXXX [Ann to write] here', ['XXXX [Ann to write]']],
    ['is one in cells beside each other', '| a | b | c |\n|---|---|---|\n| x | tbc | **?** |', ['tbc | **?']],
    ['is seen behind a backslash', 'On \\[date\\] at \\_\\_\\_\\_ we meet.', ['[date\\]', '_\\_\\_\\_']],
    ['is a tag that is none', 'It costs <insert amount> a year.', ['<insert amount>']],
    ['is no tag of HTML', 'It costs <b>4</b> a year.<br>Yes.', []],
    [
      'is a link without an address',
      'Book [a place](#) or [a room](https://).',
      ['[a place](#)', '[a room](https://)'],
    ],
    ['is no link with one', 'Book [a place](#rooms) or [a room](a.md).', []],
    ['is not in code or a comment', '`[date]` <!-- TODO TBC -->\n\n<!-- [date] -->', []],
    ['is not where a form is signed', 'Signed ________ Date ________', []],
    ['is not a list of topics', '---\nareas: [digital, economic]\n---\n\nText.', []],
    ['is in the front matter', '---\ndate: 2026-05-\nauthor: "[name]"\n---\n\nText.', ['2026-05-', '[name]']],
  ];
  for (const [what, text, words] of cases) {
    it(`${what}: ${JSON.stringify(text)}`, () =>
      assert.deepEqual(marked(ID, `${text}\n\n${WRITTEN}`), words));
  }

  it('that may be something else is a hint', () => {
    assert.deepEqual(shown(`${WRITTEN}Orchard?? The full report is to follow.\n`), [
      'hint ??',
      'hint report is to follow',
    ]);
  });

  it('that asks what only colleagues know is a warning', () => {
    assert.deepEqual(
      shown(`${WRITTEN}All pay the higher fee?? The grant is £4 (Ann to ring the bank about it).\n`),
      ['warning ??', 'warning (Ann to ring the bank about it)'],
    );
  });

  it('in a section that is written is a warning of its own, in the only paragraph too', () => {
    assert.deepEqual(
      shown(
        '## Cost\n\nThe hall costs £X a year, which the Trust pays in May and the council [when?] after that.\n',
      ),
      ['warning £X', 'warning [when?]'],
    );
  });

  it('says in plain words what is missing', () => {
    const text = `${WRITTEN}On [date] it costs £4 [Finance to confirm]. Annex B to follow. NB check this. It ends in ??. So [@holt].\n`;
    assert.deepEqual(
      findings(ID, text).map(({ message }) => /” (?:is|stands for) [^,.]{0,60}/.exec(message)![0]),
      [
        '” is still to be filled in',
        '” is still to be answered',
        '” is not in the paper yet',
        '” is a note between those who write the paper',
        '” stands for something that is not known yet',
        '” is the key of a source that the paper does not give',
      ],
    );
  });
});

describe('Lines to write on', () => {
  const line = '_'.repeat(20);
  it('are those of a form where a section has several, and hints', () => {
    const found = findings(ID, `${WRITTEN}For the Council: ${line}\n\nTreasurer: ${line}\n`);
    assert.deepEqual(
      found.map(({ severity }) => severity),
      ['hint', 'hint'],
    );
  });
  it('are a warning where there is one', () => {
    assert.deepEqual(
      findings(ID, `${WRITTEN}The hall is at ${line} in the town.\n`).map(({ severity }) => severity),
      ['warning'],
    );
  });
});

describe('An empty cell', () => {
  const table = (...rows: readonly string[]): string =>
    `${WRITTEN}| | 2023 | 2024 |\n|---|---|---|\n${rows.map((row) => `| ${row} |\n`).join('')}`;
  const cases: readonly [string, string, number][] = [
    ['among full ones is found', table('Visits | 1 | 2', 'Loans | 3 | ', 'Members | 5 | 6'), 1],
    ['of a total is none', table('Visits | 1 | 2', 'Loans | 3 | 4', '**Total** | 4 | '), 0],
    ['of a mean is none', table('Visits | 1 | 2', 'Loans | 3 | 4', 'Average | | 4'), 0],
    [
      'in a column of which more are empty is none',
      table('Visits | 1 | ', 'Loans | 3 | ', 'Members | 5 | 6'),
      0,
    ],
    ['beside one that is not known is none', table('Visits | 1 | 2', 'Loans | tbc | ', 'Members | 5 | 6'), 1],
    ['in the first corner is none', table('Visits | 1 | 2', 'Loans | 3 | 4'), 0],
    ['with a dash is none', table('Visits | 1 | 2', 'Loans | 3 | –', 'Members | 5 | 6'), 0],
    [
      'of a column for notes is none',
      table('a | 1 | 2', 'b | 3 | ', 'c | 5 | 6').replace('2024', 'Notes'),
      0,
    ],
    [
      'of the first year of a change is none',
      table('2021 | 1 | ', '2022 | 3 | 4', '2023 | 5 | 6').replace('2024', 'Change'),
      0,
    ],
  ];
  for (const [what, text, number] of cases) it(what, () => assert.equal(findings(ID, text).length, number));
  it('says of which row and column it is', () => {
    const [found] = findings(ID, cases[0]![1]);
    assert.match(found!.message, /^The cell for “Loans” and “2024” is empty/);
  });
  it('is what the sum of its row leaves for it', () =>
    assert.equal(
      findings(
        ID,
        '| a | 1 | 2 | All |\n|---|---|---|---|\n| b | 3 | 1 | 4 |\n| c | 5 | | 5 |\n| d | 2 | 3 | 5 |\n',
      ).length,
      0,
    ));

  const rows = 'Club | Jo | May | open';
  const ends: readonly [what: string, row: string, severities: readonly string[]][] = [
    ['in a row that nobody has finished is one', 'Choir | Sal | | ', ['warning']],
    ['in a row of which the first year alone costs is a hint', 'Choir | £4,000 | | ', ['hint']],
    ['in a row that is done with is none', 'Choir | done | | ', []],
    ['among words of which all others are full is one', 'Choir | Sal | | open', ['warning']],
    ['in a row that says nothing came is a hint', 'Choir | none | | open', ['hint']],
  ];
  for (const [what, row, severities] of ends)
    it(`${what}: ${row}`, () => {
      const text = [
        'What | Who | When | State',
        '-|-|-|-',
        rows,
        'Band | Al | June | shut',
        'Quiz | Ola | July | open',
        row,
      ];
      assert.deepEqual(
        findings(ID, `${text.map((line) => `| ${line} |`).join('\n')}\n`).map(({ severity }) => severity),
        severities,
      );
    });

  it('in a row of words may be meant, and is a hint', () => {
    const text = table('Visits | one | two', 'Loans | three | ', 'Members | five | six');
    assert.deepEqual(
      findings(ID, text).map(({ severity }) => severity),
      ['hint'],
    );
  });
});
