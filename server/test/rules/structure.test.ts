import assert from 'node:assert/strict';
import { loadFramework } from '../../src/framework';
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

/** A workspace that wants every part of a case study, and knows each by its headings alone. */
const strict: Project = {
  ...builtInProject,
  framework: loadFramework(
    JSON.stringify({
      kinds: [
        {
          id: 'case-study',
          parts: builtInProject.framework
            .kind('case-study')!
            .parts.map(({ id, title, aliases, why, snippet }) => ({ id, title, aliases, why, snippet })),
        },
      ],
    }),
    'file:///w/f.json',
    builtInProject.framework,
  ).framework,
};
const missed = (text: string, project?: Project): readonly string[] =>
  findings('section-missing', text, project).map(({ message }) => message);

describe('A part that a workspace’s kind of document needs', () => {
  it('is reported at the kind, all in one finding, with why the first is missed', () => {
    const text = caseStudy(['The impact', 'Contact']);
    assert.deepEqual(marked('section-missing', text, strict), ['case-study']);
    assert.deepEqual(missed(text, strict), [
      'This case study does not say what belongs under “The impact”, or what belongs under “Contact”. Without a result it is a description and persuades nobody.',
    ]);
  });
  it('is not missed in a finished paper', () => {
    assert.deepEqual(missed(caseStudy(), strict), []);
  });
  for (const title of CASE_STUDY.map(([name]) => name)) {
    it(`is inserted in the order of the kind, and then is there: ${title}`, () => {
      const after = fixed('section-missing', caseStudy([title]), { project: strict });
      const order = [...after.matchAll(/^## (.*)$/gm)].map(([, name]) => name);
      assert.deepEqual(
        order,
        CASE_STUDY.map(([name]) => name),
      );
      assert.deepEqual(missed(after, strict), []);
    });
  }
  it('can be inserted by itself, as far as there are three, or with all the others', () => {
    const text = caseStudy(['The challenge', 'The impact', 'Lessons learned', 'Contact']);
    assert.deepEqual(
      findings('section-missing', text, strict)[0]!.fixes.map(({ title }) => title),
      [
        'Insert the section “The challenge”',
        'Insert the section “The impact”',
        'Insert the section “Lessons learned”',
        'Insert all 4 parts',
      ],
    );
    const after = fixed('section-missing', text, { project: strict, fix: 3 });
    assert.deepEqual(
      [...after.matchAll(/^## (.*)$/gm)].map(([, name]) => name),
      CASE_STUDY.map(([name]) => name),
    );
    assert.match(after, /The library lends tablets\./);
  });
  it('takes the level of the other parts', () => {
    const text = caseStudy(['The impact'])
      .replaceAll('## ', '### ')
      .replace('# Tablets', '# Tablets\n\n## Part one');
    assert.match(fixed('section-missing', text, { project: strict }), /\n### The impact\n/);
  });

  const names: readonly [string, string][] = [
    ['## THE CHALLENGE', 'in capitals'],
    ['## 1. The challenge', 'numbered'],
    ['## 2.1 Background and context', 'by another name'],
    ['## Challenge', 'without its article'],
    ['## The problem: no computers', 'with a subtitle'],
    ['## Challenge & aims', 'with another part'],
    ['**The challenge**', 'as a line in bold'],
    ['The challenge: four in ten homes had no computer.', 'as the first words of a paragraph'],
    ['Four in ten had none. **Challenge:** to change that.', 'by a label in bold in a paragraph'],
  ];
  for (const [heading, how] of names) {
    it(`is found ${how}: ${heading}`, () => {
      assert.deepEqual(missed(caseStudy().replace('## The challenge', heading), strict), []);
    });
  }
  it('is not found in a heading on something else', () => {
    assert.equal(
      missed(caseStudy().replace('## The challenge', '## Reading Challenge winners'), strict).length,
      1,
    );
  });
  it('is not the title of the paper', () => {
    const text = caseStudy(['The impact']).replace('# Tablets for Eastfield', '# Impact');
    assert.equal(missed(text, strict).length, 1);
  });
});

describe('What a paper does not say', () => {
  /** What a draft of a kind is told that it does not say, in one word or two of each part. */
  const lacks = (kind: string, text: string): string => missed(`---\nkind: ${kind}\n---\n\n${text}\n`).join();

  const release = (last: string): string =>
    `# Tablets\n\nThe library lends tablets.\n\n## Notes to editors\n\n1. The library is new.\n\n${last}`;
  const closure = (more: string): string =>
    `# Closure of Ashby library\n\nCabinet is asked to approve the closure of Ashby library in May 2026. It saves £40,000 a year.\n\nThe risk is a challenge. The equality impact assessment is attached.\n\n${more}`;
  const options = 'The other choice was to do nothing, which keeps the cost.';
  const pitch = (more: string): string =>
    `# Tablets\n\nWe ask for £4,000 over two years, and count who gets online by a survey. ${more}\n\nJo Marsh, jo@ashby.example`;

  const said: readonly (readonly [what: string, kind: string, text: string, words: RegExp])[] = [
    [
      'whom to ring, of a press release',
      'press-release',
      release('Ends'),
      /ring or write to\. A story without/,
    ],
    [
      'the ask, of a report',
      'report',
      '# Ashby library\n\nThe library is busy. It costs £4 in May 2026.',
      /are to decide\./,
    ],
    ['the other options, of a report that closes something', 'report', closure(''), /which other choices/],
    ...[
      'Officers propose to end the toy library.',
      'Officers wish to stop the mobile library.',
      'It is proposed to withdraw our home delivery service.',
      'Officers propose to cease home delivery.',
      'Officers wish to sell the old branch.',
    ].map(
      (words) =>
        [
          `the other options, where ${words.toLowerCase()}`,
          'report',
          `# Ashby\n\nCabinet is asked to approve this report by May 2026. It saves £4 a year. ${words}`,
          /which other choices/,
        ] as const,
    ),
    [
      'equality and risk, of a report that changes the hours',
      'report',
      '# Opening hours\n\nCabinet is asked to approve opening hours from May 2026. They cost £4.',
      /\(the equality duty\), or what could go wrong\./,
    ],
    [
      'the law, of a report on a lease',
      'report',
      '# A new lease\n\nCabinet is asked to approve a lease from May 2026. The rent is £4.',
      /what the law asks\./,
    ],
    [
      'the sum, of a pitch',
      'pitch',
      '# Tablets\n\nWe ask for your help, and will do a survey. jo@ashby.example',
      /how much/,
    ],
    [
      'what comes after, of a pitch for years',
      'pitch',
      pitch(''),
      /^This funding pitch does not say what happens when the money ends\. Funders ask/,
    ],
    [
      'how it is measured, of a pitch',
      'pitch',
      '# Tablets\n\nWe ask for £4,000. jo@ashby.example',
      /measured/,
    ],
    ['the ask, of a briefing', 'briefing', '# Libraries\n\nThe library is busy.', /is to do or say\./],
    ['the result, of a case study', 'case-study', '# Tablets\n\nWe lend tablets.', /what changed/],
    [
      'money and measures, of a strategy',
      'strategy',
      '# Strategy\n\nWe will open more doors by 2030.',
      /who pays, or how it/,
    ],
  ];
  for (const [what, kind, text, words] of said)
    it(`is said to be missing: ${what}`, () => assert.match(lacks(kind, text), words));

  const silent: readonly (readonly [why: string, kind: string, text: string])[] = [
    ['a number among the notes', 'press-release', release('2. Call the press office: 020 7946 0123.')],
    ['a number with digits to come', 'press-release', release('Contact: press office, 01xxx 555 0142')],
    [
      'an address in a table',
      'press-release',
      release('| Name | Email |\n|---|---|\n| Jo | jo@ashby.example |'),
    ],
    [
      'a number to be filled in',
      'press-release',
      release('Telephone [insert number], email [insert address].'),
    ],
    ['no “Ends”, which is only nice to have', 'press-release', release('press@ashby.example')],
    ['a recommendation in a sentence', 'report', '# Cards\n\nWe recommend that cards cost £4 from May 2026.'],
    ['options in a sentence', 'report', closure(options)],
    [
      'equality in a sentence on groups',
      'report',
      closure(options).replace('The equality impact assessment', 'A note on protected groups'),
    ],
    [
      'an assessment that goes with a report',
      'report',
      '# Integrated impact assessment: opening hours\n\nOlder people lose most.',
    ],
    ['a report on performance', 'report', '# Performance in the second quarter\n\nVisits rose.'],
    [
      'a report that is only to be noted',
      'report',
      '# Visits\n\nThe committee is asked to note the report. Visits rose.',
    ],
    ['a plan for later in a sentence', 'pitch', pitch('After the grant, the council pays.')],
    ['a pitch for a day', 'pitch', pitch('').replace(' over two years', '')],
    ['messages for a briefing', 'briefing', '# Libraries\n\n## Key messages\n\n- The library is busy.'],
    ['bullets that say all first', 'briefing', '# Libraries\n\n- The library is busy.\n- It is loved.'],
    [
      'a change that somebody tells',
      'case-study',
      '# Tablets\n\nWe lend tablets. “I can ring my son now,” said Ann.',
    ],
    ['a letter, which has no parts', 'letter', 'Dear Cllr Reed\n\nPlease vote against it.'],
  ];
  for (const [why, kind, text] of silent)
    it(`is nothing: ${why}`, () => assert.deepEqual(lacks(kind, text), ''));

  it('is not told where the draft does not say what kind of paper it is', () => {
    assert.deepEqual(missed('# Ashby library\n\nThe library is busy.\n'), []);
    assert.deepEqual(missed('---\ntitle: Ashby\n---\n\nThe library is busy.\n'), []);
  });
  it('is no more than a hint where it is only nice to have', () => {
    const text =
      '---\nkind: press-release\n---\n\n# Tablets\n\nThe library lends tablets. Jo, jo@ashby.example\n';
    assert.deepEqual(
      findings('section-missing', text).map(({ severity }) => severity),
      ['hint'],
    );
  });
  for (const kind of builtInProject.framework.kinds)
    it(`is nothing in a new ${kind.id}`, () => assert.deepEqual(missed(skeleton(kind, 'A title')), []));
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
    assert.match(findings('section-missing', text)[0]!.message, /what its reader is to do or say/);
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
    ['1. Close.', false],
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
