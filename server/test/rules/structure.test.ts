import assert from 'node:assert/strict';
import { builtInProject } from '../../src/project';
import type { Project } from '../../src/project/types';
import { skeleton } from '../../src/skeleton';
import { findings, fixed, marked } from './helpers';

const CASE_STUDY = [
  ['The challenge', 'Four in ten homes had no computer.'],
  ['The solution', 'The library lends tablets.'],
  ['The impact', 'All 30 tablets are out.'],
  ['How it is being sustained', 'The housing association pays.'],
  ['Lessons learned', 'Start with one street.'],
  ['Contact', 'Jo Marsh, library manager.'],
] as const;

function caseStudy(without: readonly string[] = []): string {
  const sections = CASE_STUDY.filter(([title]) => !without.includes(title)).map(
    ([title, text]) => `## ${title}\n\n${text}`,
  );
  return `---\nkind: case-study\n---\n\n# Tablets for Eastfield\n\n${sections.join('\n\n')}\n`;
}

describe('A part that the kind of document needs', () => {
  it('is reported at the kind, each once', () => {
    const text = caseStudy(['The impact', 'Contact']);
    assert.deepEqual(marked('section-missing', text), ['case-study', 'case-study']);
    assert.deepEqual(
      findings('section-missing', text).map(({ message }) => /“([^”]*)”/.exec(message)?.[1]),
      ['The impact', 'Contact'],
    );
  });
  it('says what a draft is taken for that says no kind', () => {
    const said = (text: string): string => findings('section-missing', text)[0]!.message;
    assert.match(
      said('# Our library\n\nText.\n'),
      /^This says no kind and is taken for a briefing note, which needs/,
    );
    assert.match(said('---\nkind: briefing\n---\n\n# Our library\n'), /^A briefing note needs/);
    assert.match(said('---\nkind: press-release\ntitle: X\n\n# Our library\n'), /^A press release needs/);
  });
  it('is known with an article before it', () => {
    const pitch = (heading: string) =>
      `---\nkind: pitch\n---\n\n# Warm\n\n## ${heading}\n\nWe ask for £400.\n`;
    const lacks = (text: string) =>
      findings('section-missing', text).some(({ message }) => message.includes('Cost and ask'));
    assert.equal(lacks(pitch('The budget')), false);
    assert.equal(lacks(pitch('The garden')), true);
  });
  it('is known by a label in bold, wherever in a paragraph it stands', () => {
    const letter = (last: string): string =>
      `---\nkind: briefing\n---\n\n# Warm\n\n## The ask\n\nPlease protect the fund. ${last}\n`;
    const lacks = (text: string): boolean =>
      findings('section-missing', text).some(({ message }) => message.includes('“Contact”'));
    assert.equal(lacks(letter('**Contact:** Jo Lee, jo@ashby.example')), false);
    assert.equal(lacks(letter('**Contact**: Jo Lee, jo@ashby.example')), false);
    assert.equal(lacks(letter('They make **contact** with many.')), true);
  });
  it('is not missed in a finished paper', () => {
    assert.deepEqual(findings('section-missing', caseStudy()), []);
  });
  for (const title of CASE_STUDY.map(([name]) => name)) {
    it(`is inserted in the order of the kind, and then is there: ${title}`, () => {
      const after = fixed('section-missing', caseStudy([title]));
      const order = [...after.matchAll(/^## (.*)$/gm)].map(([, name]) => name);
      assert.deepEqual(
        order,
        CASE_STUDY.map(([name]) => name),
      );
      assert.deepEqual(findings('section-missing', after), []);
    });
  }
  it('takes the level of the other parts', () => {
    const text = caseStudy(['The impact'])
      .replaceAll('## ', '### ')
      .replace('# Tablets', '# Tablets\n\n## Part one');
    assert.match(fixed('section-missing', text), /\n### The impact\n/);
  });

  const names: readonly [string, string][] = [
    ['## THE CHALLENGE', 'in capitals'],
    ['## 1. The challenge', 'numbered'],
    ['## 2.1 Background and context', 'by another name'],
    ['## The problem: no computers', 'with a subtitle'],
    ['## Challenge & aims', 'with another part'],
    ['**The challenge**', 'as a line in bold'],
    ['The challenge: four in ten homes had no computer.', 'as the first words of a paragraph'],
  ];
  for (const [heading, how] of names) {
    it(`is found ${how}: ${heading}`, () => {
      const text = caseStudy().replace('## The challenge', heading);
      assert.deepEqual(findings('section-missing', text), []);
    });
  }
  it('is not found in a heading on something else', () => {
    const text = caseStudy().replace('## The challenge', '## Reading Challenge winners');
    assert.equal(findings('section-missing', text).length, 1);
  });
  it('is not the title of the paper', () => {
    const text = caseStudy(['The impact']).replace('# Tablets for Eastfield', '# Impact');
    assert.equal(findings('section-missing', text).length, 1);
  });

  const release =
    '---\nkind: press-release\n---\n\n# Tablets\n\n3 March. For immediate release\n\nThe library lends tablets.\n\nEnds\n\n## Notes to editors\n\nThe library is new.\n\n## Contact\n\nJo.\n';
  describe('the contact of a press release', () => {
    const without = release.replace('\n## Contact\n\nJo.\n', '');
    const noted = (note: string): string => without.replace('The library is new.', note);
    for (const note of [
      'For more information, ring Jo Marsh on 01234 567890.',
      '1. The library is new.\n2. Media enquiries: Jo Marsh, press@ashby.example',
      '- Call the press office: 020 7946 0123 (Jo Marsh, out of hours 07700 900123)',
      'Telephone [insert number], email [insert address].',
      'The library is new.\n\n| Name | Email |\n|---|---|\n| Jo Marsh | jo@ashby.example |',
    ]) {
      it(`is found in the notes to editors: ${note}`, () =>
        assert.deepEqual(findings('section-missing', noted(note)), []));
    }
    for (const note of [
      'The library is new.',
      'The survey had 01234567890 answers.',
      'Interviews are available.',
    ]) {
      it(`is missed where nobody can be reached: ${note}`, () =>
        assert.equal(findings('section-missing', noted(note)).length, 1));
    }
    it('is not the number that residents ring to book', () => {
      const story = without.replace('lends tablets.', 'lends tablets. To book, call 01234 567890.');
      assert.equal(findings('section-missing', story).length, 1);
    });
  });
  it('can be a line: a press release that has all is left alone', () => {
    assert.deepEqual(findings('section-missing', release), []);
  });
  it('can be a line: “Ends” goes before the notes', () => {
    const after = fixed('section-missing', release.replace('\n\nEnds', ''));
    assert.match(after, /tablets\.\n\nEnds\n\n## Notes/);
    assert.deepEqual(findings('section-missing', after), []);
  });
  it('can be a line: the release line goes below the title', () => {
    const after = fixed('section-missing', release.replace('\n\n3 March. For immediate release', ''));
    assert.match(after, /# Tablets\n\n\*\*\[insert date\][^\n]*\*\*\n\nThe library/);
    assert.deepEqual(findings('section-missing', after), []);
  });
  it('is asked of no letter', () => {
    assert.deepEqual(findings('section-missing', '---\nkind: letter\n---\n\nDear Cllr Reed\n'), []);
  });
});

describe('A section with nothing in it', () => {
  const cases: readonly [string, readonly string[]][] = [
    ['# A\n\n## B\n\n## C\n\nText.\n', ['## B']],
    ['# A\n\n## B\n\n### C\n\nText.\n', []],
    ['# A\n\n## B\n\n<!-- to do -->\n\n## C\n\n- One\n', ['## B']],
    ['# A\n\nText.\n\n## B\n', ['## B']],
    ['# A\n', []],
    ['# A\n\n## B\n\n| x |\n| - |\n| y |\n', []],
  ];
  for (const [text, words] of cases) {
    it(`${JSON.stringify(text)}: ${JSON.stringify(words)}`, () =>
      assert.deepEqual(marked('section-empty', text), words));
  }
});

describe('An ask', () => {
  const letter = (text: string): string => `---\nkind: letter\n---\n\n# Ashby library\n\n${text}\n`;
  const asks = [
    'Please vote against the closure.',
    'We ask the council to think again.',
    'I would urge you to keep the library open.',
    'We are asking for £4,000.',
    'Cabinet is asked to approve the plan.',
    'We recommend that the committee takes the decision in May.',
    'The council should keep the library open.',
    'Will you write to the minister?',
    'We ask the Mayor to withdraw the four options.',
    'We ask every candidate to sign our pledge.',
    'Amount requested: £48,700 over two years.',
    'Members of the scrutiny committee are asked to note this paper.',
    '- approve the plan\n- note the costs',
    'Our recommendation, and it is an urgent one, is for the minister to stop it.',
    'Open data needs to be adopted by the whole sector.',
    'RECOMMENDED: the plan as it stands.',
    'We ask the Marlow Trust for £48,500 over two years to keep six libraries warm.',
    'We are asking the Ashby Community Foundation for a grant towards the work.',
    'The Trust is asked to award £48,500.',
    "We'd like £48,500 from the Fund over two years.",
    'We ask Cllr Webb to vote against the closure on 14 January.',
    'We urge Anne Webb to write to the Leader.',
    'Dr Khan MP is asked to raise it with the Minister.',
    'Mrs Webb is therefore asked to meet us.',
    'We would be grateful for a grant of £3,000.',
    'We hope that the Marlow Trust will meet the other half.',
    'I write to ask you to speak up for Ashby Library in the debate.',
    'Please would you meet us at a surgery this month?',
  ];
  for (const text of asks) {
    it(`is found: ${text}`, () => assert.deepEqual(findings('ask-missing', letter(text)), []));
  }
  const none = [
    'We would like it to rain less.',
    'Mrs Webb asked to keep her old card.',
    'Volunteers like Anne Webb ask people to sit down.',
    'We hope that the children will come back next year.',
    'We asked visitors what they like best, and they said the books.',
    'My mother goes to the library every day.',
    'The group asks for nothing but a room.',
    'Volunteers help people to write to their doctor.',
    'Children who finish are invited to a party.',
    'Doctors recommend the books on that shelf.',
    'You have to know your way about, and you should follow us.',
    'It was agreed that the silos would be cleaned.',
    'An investment of £10 million was made in 2012.',
    'Visitors are asked to leave their umbrellas at the desk.',
    'Agree the desk first, and do not let an engineer near the heating.',
  ];
  for (const text of none) {
    it(`is missed: ${text}`, () => assert.equal(findings('ask-missing', letter(text)).length, 1));
  }
  it('is not asked of a case study or a press release', () => {
    assert.deepEqual(findings('ask-missing', letter(none[1]!).replace('letter', 'case-study')), []);
  });
  it('is not missed a second time where its section is missed', () => {
    const text = letter(none[1]!).replace('letter', 'briefing');
    assert.deepEqual(findings('ask-missing', text), []);
    assert.ok(findings('section-missing', text).some(({ message }) => message.includes('What we ask')));
  });
  it('is missed in a section that asks nothing', () => {
    const text = letter('## The ask\n\nLibraries are good.').replace('letter', 'briefing');
    assert.equal(findings('ask-missing', text).length, 1);
  });
});

describe('Options', () => {
  const report = (options: string): string =>
    `---\nkind: report\n---\n\n# Ashby\n\n## Options\n\n${options}\n`;
  const cases: readonly [string, boolean][] = [
    ['1. Do nothing.\n2. Close.\n3. Move.', false],
    ['1. Close.\n2. Move.', true],
    ['1. Close.\n2. Move.\n3. Share.', true],
    ['| Option | Cost |\n| --- | --- |\n| 1. Do nothing | £0 |\n| 2. Close | £1 |\n| 3. Move | £2 |', false],
    [
      '### Option 1: keep things as they are now\n\nOne.\n\n### Option 2: close\n\nTwo.\n\n### Option 3: move\n\nThree.',
      false,
    ],
    ['### Option A: close\n\nOne.\n\n### Option B: move\n\nTwo.', true],
    ['Several options were looked at in the report of March.', false],
    // In the columns of a table.
    [
      '| | Option 1: No change | Option 2: Close | Option 3: Move |\n| --- | --- | --- | --- |\n| Saving | £0 | £3 | £4 |\n| Risk | Low | High | Low |',
      false,
    ],
    [
      '| Criterion | Do nothing | Close | Move |\n| --- | --- | --- | --- |\n| Saving | £0 | £3 | £4 |\n| Risk | Low | High | Low |',
      false,
    ],
    [
      '| Criteria | Option A: do nothing | Option B: close |\n| --- | --- | --- |\n| Saving | £0 | £3 |\n| Risk | Low | High |\n| Cost | £1 | £2 |',
      true,
    ],
    [
      '| Option | Cost | Risk | Saving |\n| --- | --- | --- | --- |\n| Close | £1 | 1 | £3 |\n| No change | £2 | 2 | £0 |',
      true,
    ],
    [
      '| No. | Option | Cost |\n| --- | --- | --- |\n| 1 | Do nothing | £0 |\n| 2 | Close | £3 |\n| 3 | Move | £4 |',
      false,
    ],
    [
      'To do nothing was looked at.\n\n| Criterion | Close | Move | Share |\n| --- | --- | --- | --- |\n| Saving | £0 | £3 | £4 |\n| Risk | Low | High | Low |',
      false,
    ],
    // Numbered in the text, with a list of something else.
    [
      'Option 1 is to do nothing. Option 2 is to close. Option 3 is to move.\n\n- It is cheap.\n- It is quick.',
      false,
    ],
    ['Option 1 is to do nothing. Option 2 is to close.\n\n- It is cheap.\n- It is quick.', true],
  ];
  for (const [options, few] of cases) {
    it(`${few ? 'are too few' : 'are enough'}: ${JSON.stringify(options)}`, () => {
      assert.equal(findings('options-too-few', report(options)).length, few ? 1 : 0);
    });
  }

  const nothing = [
    'Continue as we are',
    'Stay in the present building',
    'Remain with nine branches as before',
    'Do not bid',
    'Not renewing the lease',
    'Reject the offer',
    'Leave things as they are',
    'Take no action',
    'Retain the current arrangements',
    'Status quo',
    'Business as usual',
  ];
  for (const option of nothing) {
    it(`are with doing nothing: ${option}`, () => {
      const ways = [
        `1. ${option}.\n2. Close.\n3. Move.`,
        `- **Option A: ${option.toLowerCase()}.** It costs £3.\n- **Option B: close.** It saves.\n- **Option C: move.** It costs.`,
        `### Option 1 – ${option}\n\nOne.\n\n### Option 2 – Close\n\nTwo.\n\n### Option 3 – Move\n\nThree.`,
        `| Option | Cost |\n| --- | --- |\n| ${option} | £0 |\n| Close | £1 |\n| Move | £2 |`,
      ];
      for (const way of ways) assert.deepEqual(findings('options-too-few', report(way)), [], way);
    });
  }
  it('are without doing nothing where the text only says what is not recommended', () => {
    const text =
      '1. Close. We do not recommend this.\n2. Move. It was rejected by the tenants.\n3. Share a hall.';
    assert.match(findings('options-too-few', report(text))[0]!.message, /^None of the options/);
  });

  const rejected = (heading: string, options: string): readonly string[] =>
    findings('options-too-few', report(options).replace('## Options', `## ${heading}`)).map(
      ({ message }) => message,
    );
  it('that were rejected stand beside the one that is recommended', () => {
    const two = '1. Do nothing. Rejected as the roof is unsafe.\n2. Close the branch. Rejected.';
    assert.deepEqual(rejected('Alternative options considered and rejected', two), []);
    assert.deepEqual(rejected('Alternatives considered', two), []);
    assert.equal(rejected('Options considered', two).length, 1);
    assert.match(rejected('Other options considered', '1. Do nothing.')[0]!, /^Only one other option is/);
  });
});

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

describe('A summary', () => {
  const report = (words: number): string =>
    `---\nkind: report\n---\n\n# A\n\n## Executive summary\n\n${'word '.repeat(words)}\n\n## Purpose\n\n${'word '.repeat(900)}\n`;
  it('of a page is left alone, a longer one is told so', () => {
    assert.deepEqual(findings('summary-long', report(350)), []);
    assert.deepEqual(marked('summary-long', report(351)), ['## Executive summary']);
  });
});
