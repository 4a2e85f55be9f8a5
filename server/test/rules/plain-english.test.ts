import assert from 'node:assert/strict';
import { builtInProject } from '../../src/project';
import { findings, fixed, marked } from './helpers';

describe('A long sentence', () => {
  const words = (count: number): string => `Word ${'word '.repeat(count - 2)}end.`;
  it('is one of more than 35 words, marked at its first words', () => {
    assert.deepEqual(findings('sentence-long', `${words(35)} ${words(20)}\n`), []);
    assert.deepEqual(marked('sentence-long', `Short one. ${words(36)}\n`), ['Word word word word word']);
  });
  it('is left alone in a quotation, a table and a footnote', () => {
    assert.deepEqual(findings('sentence-long', `> ${words(60)}\n`), []);
    assert.deepEqual(findings('sentence-long', `| A |\n| - |\n| ${words(60)} |\n`), []);
    assert.deepEqual(findings('sentence-long', `Text.[^1]\n\n[^1]: ${words(60)}\n`), []);
    assert.deepEqual(findings('sentence-long', `She said: “${words(60)}”\n`), []);
  });
  it('is none where a list runs together, which is told of itself', () => {
    const items = ['a', 'b', 'c', 'd'].map(
      (letter) => `${letter}) notes what officers have found in ten places;`,
    );
    const together = `That Cabinet:\n\n${items.join('\n')}\n`;
    assert.deepEqual(findings('sentence-long', together), []);
    assert.equal(findings('paragraphs-run-together', together).length, 1);
  });
});

describe('Grand words', () => {
  const loud = (text: string) =>
    findings('plain-english', text)
      .filter(({ severity }) => severity === 'information')
      .map(({ message }) => message.split(':', 1)[0]);
  const cases: readonly [string, readonly string[]][] = [
    ['Our vibrant, holistic and place-based offer.', ['“vibrant”, “holistic”, “place-based”']],
    ['We will unlock a step change.', ['“unlock”, “step change”']],
    ['“A robust and agile service,” said Cllr Hart.', ['“robust”, “agile”']],
    ['- Empowering residents through co-production.', ['“Empowering”, “co-production”']],
    ['A vibrant library. A holistic library.', []],
    ['To empower is to empower.', []],
    ['A sustainable service needs financial sustainability.', []],
    ['The strategic risk register is on the agenda.', []],
    ['The Director of Transformation chairs the Vibrant Communities panel.', []],
    ['Four people lent 212 books to a robust cat.', []],
  ];
  for (const [text, names] of cases) {
    it(`are a pile in ${JSON.stringify(text)}: ${JSON.stringify(names)}`, () =>
      assert.deepEqual(loud(`${text}\n`), names));
  }
  it('are one finding, also for those that have a plain word of their own', () => {
    const text = 'We leverage holistic synergies.\n';
    assert.deepEqual(marked('plain-english', text), ['leverage holistic synergies']);
    assert.deepEqual(
      findings('plain-english', text)[0]!.fixes.map(({ title }) => title),
      ['Write “use”'],
      'and its plain words are at hand',
    );
  });
});

describe('An acronym', () => {
  const cases: readonly [string, readonly string[]][] = [
    ['The DWP sends people. The DWP knows.', ['DWP']],
    ['The Department for Work and Pensions (DWP) sends people. The DWP knows.', []],
    ['DWP (Department for Work and Pensions) sends people.', []],
    ['The department for work and pensions sends people. The DWP knows.', []],
    ['# DWP\n\nText.', []],
    ['“The DWP sent me,” she said.', []],
    ['> The DWP sent me.', []],
    ['We work with the BBC and the NHS.', []],
    ['CoSLA and the SLIC agree.', ['CoSLA', 'SLIC']],
    ['The NEETs and the LSOAs.', ['NEETs', 'LSOAs']],
    ['🙂 SEND pupils 🙂', ['SEND']],
    ['Send an email, and sen it is.', []],
  ];
  for (const [text, words] of cases) {
    it(`${JSON.stringify(text)}: ${JSON.stringify(words)}`, () =>
      assert.deepEqual(marked('acronym-unexpanded', `${text}\n`), words));
  }
  it('is not to be written out where the name has changed, as another finding says', () => {
    const text = 'The training comes from the SCL.\n';
    assert.deepEqual(marked('name-changed', text), ['SCL']);
    assert.deepEqual(marked('acronym-unexpanded', text), []);
  });
  it('is written out by the fix', () => {
    const after = fixed('acronym-unexpanded', 'SEND pupils come. The SEND group is on Mondays.\n');
    assert.equal(
      after,
      'Special educational needs and disabilities (SEND) pupils come. The SEND group is on Mondays.\n',
    );
    assert.deepEqual(findings('acronym-unexpanded', after), []);
  });

  for (const [text, after] of [
    [
      'Staff from CILIP came.',
      'Staff from the Chartered Institute of Library and Information Professionals came.',
    ],
    ['CILIP came.', 'The Chartered Institute of Library and Information Professionals came.'],
    ['The DWP pays.', 'The Department for Work and Pensions pays.'],
    ['DWP pays for it.', 'The Department for Work and Pensions pays for it.'],
    ['It is ranked by IMD.', 'It is ranked by the Index of Multiple Deprivation.'],
    ['It is a DWP scheme.', 'It is a Department for Work and Pensions scheme.'],
    ['Money from ACE helps.', 'Money from Arts Council England helps.'],
    ['Classes in ESOL are free.', 'Classes in English for speakers of other languages are free.'],
    // “A” or “an” is that of the name.
    ['We need an LMS and time.', 'We need a library management system and time.'],
    ['An EqIA is ready.', 'An equality impact assessment is ready.'],
    // Whose it is.
    ['The ICB’s money helps.', 'The integrated care board’s money helps.'],
    [
      "It follows CILIP's guidance.",
      "It follows the Chartered Institute of Library and Information Professionals' guidance.",
    ],
    ['Two ICBs’ money helps.', 'Two integrated care boards’ money helps.'],
    ['*Data.* CIPFA is late.', '*Data.* The Chartered Institute of Public Finance and Accountancy is late.'],
    // Where a list, a numbered paragraph or a cell begins with it.
    ['- ESOL is free', '- English for speakers of other languages is free'],
    ['1. FTE of staff', '1. Full-time equivalent of staff'],
    ['8.2 EqIA attached', '8.2 Equality impact assessment attached'],
    [
      '| What | Who |\n| --- | --- |\n| LMS | SLIC |',
      '| What | Who |\n| --- | --- |\n| Library management system | SLIC |',
    ],
  ] as const)
    it(`is written out as the sentence needs it: ${text}`, () =>
      assert.equal(fixed('acronym-unexpanded', `${text}\n`), `${after}\n`));

  for (const [text, after] of [
    [
      'CILIP came. We thank CILIP.',
      'The Chartered Institute of Library and Information Professionals (CILIP) came. We thank CILIP.',
    ],
    ['The ICB’s money helps.\n\n# The ICB', 'The integrated care board’s (ICB’s) money helps.\n\n# The ICB'],
    [
      'The ICB pays.[^1]\n\n[^1]: ICB, *Plan*, 2026.',
      'The integrated care board (ICB) pays.[^1]\n\n[^1]: ICB, *Plan*, 2026.',
    ],
    [
      'The DWP pays.\n\n> The DWP sent me.',
      'The Department for Work and Pensions (DWP) pays.\n\n> The DWP sent me.',
    ],
  ] as const)
    it(`is kept in brackets where it is used again: ${text}`, () => {
      assert.equal(fixed('acronym-unexpanded', `${text}\n`), `${after}\n`);
      assert.deepEqual(findings('acronym-unexpanded', `${after}\n`), []);
    });

  for (const text of ['The NEETs came.', 'A NEET came.', 'We pay two DWPs.', 'The VPIPs came.'])
    it(`is left to its author where its words have no such form: ${text}`, () => {
      const [finding] = findings('acronym-unexpanded', `${text}\n`);
      assert.deepEqual(finding?.fixes, []);
      assert.match(finding?.message ?? '', /write it out: “[A-Z]+” stands for “[^”]+[a-z]”\.$/);
    });

  it('that has two meanings is not taken for one of them', () => {
    const text = 'The EIA is at Appendix C. The EIA was made in May.\n';
    const [finding] = findings('acronym-unexpanded', text);
    assert.match(
      finding!.message,
      /“equality impact assessment \(EIA\)” or “environmental impact assessment \(EIA\)”, whichever it is\.$/,
    );
    assert.deepEqual(
      finding!.fixes.map(({ title, preferred }) => [title, preferred ?? false]),
      [
        ['Write “equality impact assessment (EIA)”', false],
        ['Write “environmental impact assessment (EIA)”', false],
      ],
    );
    const written = 'The environmental impact assessment (EIA) is at Appendix C. The EIA was made in May.\n';
    assert.deepEqual(marked('acronym-unexpanded', written), []);
    assert.deepEqual(
      marked('acronym-unexpanded', 'An environmental impact assessment is due. The EIA follows.\n'),
      [],
    );
  });
  it('can be one of the workspace', () => {
    const project = {
      ...builtInProject,
      configuration: { ...builtInProject.configuration, acronyms: { WCL: 'Wexmoor County Libraries' } },
    };
    assert.deepEqual(marked('acronym-unexpanded', 'WCL is new.\n', project), ['WCL']);
    assert.deepEqual(marked('acronym-unexpanded', 'WCL is new.\n'), []);
  });
});

describe('A word for people', () => {
  const cases: readonly [string, readonly string[]][] = [
    ['The elderly come for company.', ['The elderly']],
    ['Help for the disabled and the blind.', ['the disabled', 'the blind']],
    ['The disabled toilet and the blind man.', []],
    ['They knit in the back room, with the blind down.', []],
    ['She suffers from arthritis.', ['suffers from']],
    ['Anyone who suffers from poor sight can borrow one.', ['suffers from']],
    ['The estate suffers from a lack of buses.', []],
    ['The new shelves suffer from damp, and the roof suffers from rust.', []],
    [
      'Readers who suffer from severe dyslexia, and people suffering from dementia.',
      ['suffer from', 'suffering from'],
    ],
    ['My aunt, who suffers from it, reads here.', ['suffers from']],
    ['The branches that suffer from noise.', []],
    ['The deaf club meets beside the blind school, and the elderly care team.', []],
    ['The deaf meet here.', ['The deaf']],
    ['Pensioners come on Mondays.', ['Pensioners']],
    ['The Weir Pensioners’ Association and the Ashby Pensioners Forum meet here.', []],
    ['“The elderly come,” he said.', []],
    ['A wheelchair-bound reader.', ['wheelchair-bound']],
    ['We welcome older people and disabled people.', []],
  ];
  for (const [text, words] of cases) {
    it(`${JSON.stringify(text)}: ${JSON.stringify(words)}`, () =>
      assert.deepEqual(marked('inclusive-language', `${text}\n`), words));
  }
  for (const [text, severity] of [
    ['Help for the disabled.', 'information'],
    ['A wheelchair-bound reader.', 'information'],
    ['BAME readers come.', 'information'],
    ['The elderly come.', 'hint'],
    ['It helps the vulnerable.', 'hint'],
    ['It needs manpower.', 'hint'],
  ])
    it(`is a ${severity} in “${text}”`, () =>
      assert.deepEqual(
        findings('inclusive-language', `${text}\n`).map((finding) => finding.severity),
        [severity],
      ));
  it('is changed with its capital', () => {
    assert.equal(fixed('inclusive-language', 'The elderly come.\n'), 'Older people come.\n');
  });
});

describe('A long or empty phrase', () => {
  const cases: readonly [string, readonly string[]][] = [
    ['We will utilise it in order to open.', ['utilise', 'in order to']],
    ['We deliver books to homes, a key service.', []],
    ['We work with stakeholders.', ['stakeholders']],
    ['We work with stakeholders, including schools.', []],
    ['“We utilise it,” she said.', []],
    ['In\norder to open.', ['In\norder to']],
    ['We act in *order* to help.', ['in *order* to']],
    ['We act in [order](https://example.org) to help.', ['in [order](https://example.org) to']],
  ];
  for (const [text, words] of cases) {
    it(`${JSON.stringify(text)}: ${JSON.stringify(words)}`, () =>
      assert.deepEqual(marked('plain-english', `${text}\n`), words));
  }
});
