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
    ['THE CHALLENGE', 'as a line in capitals, pasted as text'],
    ['2. THE CHALLENGE', 'as such a line with a number, which makes it a list of one'],
    ['The challenge', 'as a line of text, as it is pasted'],
    ['The challenge: four in ten homes had no computer.', 'as the first words of a paragraph'],
    ['Four in ten had none. **Challenge:** to change that.', 'by a label in bold in a paragraph'],
  ];
  for (const [heading, how] of names) {
    it(`is found ${how}: ${heading}`, () => {
      assert.deepEqual(missed(caseStudy().replace('## The challenge', heading), strict), []);
    });
  }
  it('is not found in a sentence of a word that begins with its name', () => {
    for (const line of ['Challenge.', 'The challenge of the winter'])
      assert.equal(missed(caseStudy().replace('## The challenge', line), strict).length, 1, line);
  });
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
