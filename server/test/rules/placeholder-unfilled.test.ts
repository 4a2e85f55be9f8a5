import assert from 'node:assert/strict';
import { builtInProject } from '../../src/project';
import type { Project } from '../../src/project/types';
import { skeleton } from '../../src/skeleton';
import { findings, marked } from './helpers';

const ID = 'placeholder-unfilled';
/** Something is written, so that each finding stands for itself. */
const WRITTEN = 'The library opened in 1968, and forty thousand people came to it last year.\n\n';

const shown = (text: string): readonly string[] =>
  findings(ID, text).map(({ severity, span }) => `${severity} ${text.slice(span.start, span.end)}`);

describe('A placeholder', () => {
  const cases: readonly [string, readonly string[]][] = [
    ['Last year [insert number of people] came.', ['[insert number of people]']],
    ['Last year **[Insert number]** came 🙂 [insert place].', ['[Insert number]', '[insert place]']],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the syntax of a snippet
    ['In ${1:year} it opened.', ['${1:year}']],
    ['XX% of users, £XXX,XXX, TBC and TK.', ['XX%', '£XXX,XXX', 'TBC', 'TK']],
    ['Lorem ipsum dolor.', ['Lorem ipsum']],
    ['- one\n- [insert two]', ['[insert two]']],
    ['On [insert date of\nthe event] it opens.', ['[insert date of\nthe event]']],
    ['In [insert [year] it opened.', ['[insert [year]']],
    ['![Chart](x.png) [insert caption]', ['[insert caption]']],
    ['One.[^1]\n\n[^1]: Source to be confirmed.', ['Source to be confirmed']],
    ['One.[^1]\n\n[^1]: Citation needed', ['Citation needed']],
    ['One.[^1]\n\n[^1]: [source]', ['[source]']],
    ['One.[^1]\n\n[^1]: ONS, Census 2021: the date of the next is to be announced.', []],
    ['The date of the opening is to be confirmed.', []],
    ['With love, xx', []],
    ['The date is to be confirmed (see Article XX).', []],
    ['`[insert x]` and `XX`', []],
    ['```\n[insert x]\n```', []],
    ['Maxx and EXXON', []],
    ['Ring 01234 XXXXXX or 07XXX XXXXXX.', ['XXXXXX', '07XXX XXXXXX']],
    ['The TBC Gallery shows a jumper of size XX and Superbowl XX.', []],
    ['Date: TBC. Place: TBC Monday. The TBC date.', ['TBC', 'TBC', 'TBC']],
    ['The date is TBC by the Mayor.', ['TBC']],
    ['[insert](https://example.org)', []],
  ];
  for (const [text, words] of cases) {
    it(`${JSON.stringify(text)}: ${JSON.stringify(words)}`, () =>
      assert.deepEqual(marked('placeholder-unfilled', `${text}\n`), words));
  }
  it('counts in the front matter too', () => {
    assert.deepEqual(
      marked('placeholder-unfilled', '---\nauthor: "[insert name and role]"\n---\n\nText.\n'),
      ['[insert name and role]'],
    );
  });

  const shown = (text: string, project?: Project): readonly string[] =>
    findings('placeholder-unfilled', text, project).map(
      ({ severity, span }) => `${severity} ${text.slice(span.start, span.end)}`,
    );
  const sections =
    '# [insert title]\n\n## The facts\n\nIn [insert year], [insert number] came.\n\n- [insert place]\n\n';

  it('of a section of which nothing is written speaks for all that are in it, which stay marked', () => {
    assert.deepEqual(shown(sections), [
      'warning [insert title]',
      'warning [insert year]',
      'hint [insert number]',
      'hint [insert place]',
    ]);
    assert.match(findings('placeholder-unfilled', sections)[1]!.message, /“\[insert year\]” and 2 more/);
  });

  it('in the notes at the end does not count for the section above them', () => {
    const text = '## Contact\n\nJo.[^a]\n\n[^a]: [insert source]\n';
    assert.deepEqual(shown(text), ['warning [insert source]']);
    const more =
      '## Contact\n\n[insert name], [insert number].[^a]\n\n[^a]: [insert source], [insert year]\n';
    assert.deepEqual(shown(more), [
      'warning [insert name]',
      'hint [insert number]',
      'warning [insert source]',
      'hint [insert year]',
    ]);
    const [first, , third] = findings('placeholder-unfilled', more);
    assert.match(first!.message, /and one more in this section/);
    assert.match(third!.message, /and one more in the footnotes .* Say where each figure comes from\.$/);
    const begun = `${more}[^b]: Council, 2026.\n`;
    assert.deepEqual(shown(begun).slice(2), ['warning [insert source]', 'warning [insert year]']);
  });

  it('is a warning of its own as soon as something of its section is written', () => {
    assert.deepEqual(shown(`${sections}In 2024 it closed for a year and then opened again.\n`).slice(1), [
      'warning [insert year]',
      'warning [insert number]',
      'warning [insert place]',
    ]);
  });

  it('that speaks for its section is as serious as the rule is set, so that it is no wall of errors either', () => {
    const rules = '---\nrules:\n  placeholder-unfilled: error\n---\n\n';
    assert.deepEqual(shown(rules + sections).slice(1), [
      'error [insert year]',
      'hint [insert number]',
      'hint [insert place]',
    ]);
    assert.deepEqual(shown(rules.replace('error', 'off') + sections), []);
  });

  it('that is silenced does not speak for the others', () => {
    const text = sections.replace('In [', '<!-- advocacy-disable-next-line -->\nIn [');
    assert.deepEqual(shown(text).slice(1), ['warning [insert place]']);
  });

  for (const kind of builtInProject.framework.kinds) {
    it(`does not make a wall of warnings of a new ${kind.id}, and each can still be found`, () => {
      const text = skeleton(kind, 'A title');
      const all = shown(text);
      assert.equal(all.length, text.match(/\[insert /g)!.length);
      const headings = text.match(/^#+ /gm)!.length;
      // One for each heading, for the front matter and for the notes.
      assert.ok(all.filter((one) => one.startsWith('warning')).length <= headings + 2);
    });
  }
});

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
    ['is not in code or in what is left out', '`[date]` <!-- [date] -->\n\n<!-- Spring 2026 -->', []],
    ['is not where a form is signed', 'Signed ________ Date ________', []],
    ['is not a list of topics', '---\nareas: [digital, economic]\n---\n\nText.', []],
    ['is in the front matter', '---\ndate: 2026-05-\nauthor: "[name]"\n---\n\nText.', ['2026-05-', '[name]']],
    [
      'is a line of the front matter without its words',
      '---\nauthor:\ndate: \nkind: report\naudience:\n---\n\nText.',
      ['author:', 'date:', 'audience:'],
    ],
    ['is no line with a list below it', '---\nauthors:\n  - Jo\nto:\n- Ann\ntags:\n---\n\nText.', []],
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

  it('that is a link without an address is a hint', () => {
    assert.deepEqual(shown(`${WRITTEN}Book [a place](#).\n`), ['hint [a place](#)']);
  });

  it('that asks what only colleagues know is a warning', () => {
    assert.deepEqual(
      shown(`${WRITTEN}All pay the higher fee?? The grant is £4 (Ann to ring the bank about it).\n`),
      ['warning ??', 'warning (Ann to ring the bank about it)'],
    );
  });

  it('is a warning where the words in a bracket are a note, whatever its form leaves open', () => {
    assert.deepEqual(
      shown(`${WRITTEN}*[Cllr Adeyemi to supply – 150 words. Please mention Fairlow Lane.]*\n`),
      ['warning [Cllr Adeyemi to supply – 150 words. Please mention Fairlow Lane.]'],
    );
    assert.deepEqual(shown(`${WRITTEN}Pictures are on [Dropbox]\n`), ['hint [Dropbox]']);
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

describe('A comment in HTML', () => {
  const cases: readonly (readonly [text: string, words: readonly string[]])[] = [
    [
      'We have £60,000 <!-- has Ann confirmed this? I heard 40 --> from the Trust.',
      ['has Ann confirmed this?'],
    ],
    ['<!-- Comms: pls check hours for the branch, I had 27 -->', ['Comms: pls check']],
    ['5.1 <!-- Ann to draft. Need the postcodes -->', ['Ann to draft.']],
    ['- one\n- <!-- JH: ask Carol\n  if it works -->', ['JH: ask Carol if it works']],
    ['<!-- pause -->', []],
    ['<!-- Source: https://example.org/data?year=2024 -->', []],
    ['<!-- list -->', []],
    ['<!-- Name of author: Jo -->', []],
    ['<!-- copy of the paper of May -->', []],
    ['<!-- link reference -->', []],
    ['<!-- need for the service -->', []],
    ['<!-- Please do not edit: this file is generated -->', []],
    ['<!-- name the branch -->', ['name the branch']],
    ['<!-- cut this if it is too long -->', ['cut this']],
    ['<!-- which is it? https://example.org/data?year=2024 -->', ['which is it?']],
    ['<!-- Ashby is an invented council. Its people are invented too. -->', []],
    ['<!-- pagebreak -->\n\n<!-- advocacy-covers none -->', []],
    ['`<!-- ask Ann? -->`', []],
  ];
  for (const [text, words] of cases)
    it(`${words.length > 0 ? 'is told of that has a note' : 'is none'}: ${JSON.stringify(text)}`, () => {
      const found = findings(ID, `${WRITTEN}${text}\n`);
      assert.equal(found.length, words.length);
      for (const [at, { message, severity }] of found.entries()) {
        assert.ok(message.startsWith(`“${words[at]}`) && message.includes('whoever gets the file'), message);
        assert.equal(severity, 'warning');
      }
    });

  for (const text of [
    '<!-- Draft 2 -->',
    '<!-- include: header.md -->',
    '<!-- outstanding bids are in table 2 -->',
  ])
    it(`is a hint at most where it is said to nobody: ${text}`, () => {
      assert.ok(findings(ID, `${WRITTEN}${text}\n`).every(({ severity }) => severity === 'hint'));
    });
});

describe('What may stand as it is meant', () => {
  for (const [text, severity] of [
    ['The committee met in [May] and agreed.', 'hint'],
    ['It met in [May] and agreed the draft plan.', 'hint'],
    ['Those who met plan another day in [May].', 'warning'],
    ['The hall was opened on the day of [2 May] 2019.', 'hint'],
    ['The committee meets in [May].', 'warning'],
    ['The papers are printed by [16 March], and the survey will have closed.', 'warning'],
    ['How is it paid for? ==Who pays for the rest?== Nobody does yet.', 'hint'],
    ['Visits rose last year. ==Do you have the figure for 2024?==', 'hint'],
    ['It is paid for by the Fund ==check with Ann?==', 'warning'],
  ] as const)
    it(`is a ${severity}: ${text}`, () =>
      assert.deepEqual(
        findings(ID, `${WRITTEN}${text}\n`).map((one) => one.severity),
        [severity],
      ));
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
  it('are none in what the service says of itself', () => {
    const severities = (text: string): readonly string[] =>
      findings(ID, `${WRITTEN}${text}\n`).map(({ severity }) => severity);
    assert.deepEqual(severities(`We applied to ${line} and wait for an answer in ${line}.`), [
      'warning',
      'warning',
    ]);
    assert.deepEqual(severities(`We, the people of ${line}, ask for ${line}.`), ['hint', 'hint']);
    assert.deepEqual(severities(`I give it to ${line} so that we can send it to ${line}.`), ['hint', 'hint']);
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
    [
      'of a row in bold, which sums up, is none',
      table('Visits | 1 | 2', 'Loans | 3 | 4', '**Agreed** | **4** | '),
      0,
    ],
    [
      'of a row with a bold name is one',
      table('**Visits** | 1 | 2', '**Loans** | 3 | ', '**Members** | 5 | 6'),
      1,
    ],
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
  it('may have brackets with nothing in them, which are boxes to be ticked where others have them', () => {
    const rows = (...cells: readonly string[]): string =>
      `| a | 1 | 2 |\n|---|---|---|\n${cells.map((cell, at) => `| ${'bcd'[at]} | 3${at} | ${cell} |\n`).join('')}`;
    assert.equal(findings(ID, rows('[ ]', '12', '15')).length, 1);
    assert.equal(findings(ID, rows('[ ]', '[ ]', '[ ]')).length, 0);
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
