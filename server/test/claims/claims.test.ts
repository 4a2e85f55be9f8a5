import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyse } from '../../src/analysis';
import { claimsOf, headedRuns } from '../../src/claims';
import { shapeOf } from '../../src/claims/number-shapes';
import { type Draft, editDraft, parseDraft } from '../../src/draft';
import weights from '../../src/models/weights/claims.json';
import { builtInProject } from '../../src/project';
import { unsourcedClaims } from '../../src/support/unsourced';
import { runs } from '../random-runs';
import { RULES, said } from './said';

/** The words that the findings on a text quote. */
const quoted = (text: string): readonly (string | undefined)[] =>
  analyse(parseDraft(`# Ashby libraries\n\n${text}\n`), builtInProject)
    .findings.filter(({ rule, severity }) => RULES.includes(rule) && severity !== 'hint')
    .map(({ message }) => /“([^”]*)”/.exec(message)?.[1]);

describe('A source that nobody can look up', () => {
  for (const [text, words] of [
    [
      'Research shows that people who work all day give up on a library that they find shut twice.',
      'Research shows',
    ],
    [
      'Research by the National Literacy Trust shows that children who enjoy reading do three times better at school.',
      'Research by the National Literacy Trust shows',
    ],
    ['According to Ofcom, four in ten adults in the UK have believed a false story.', 'According to Ofcom'],
    [
      'The evidence suggests that every pound spent on story times saves the NHS over six.',
      'evidence suggests',
    ],
  ] as const)
    it(`is quoted, and not the figure: ${words}`, () => assert.deepEqual(quoted(text), [words]));
  it('is none in a sentence that says nothing of where it is from, whatever the one before it names', () =>
    assert.deepEqual(
      said('A survey of readers was held in spring. Only 2% of children in England can tell a false story.'),
      ['figure-unsourced'],
    ));
});

describe('What comes back for a pound', () => {
  it('is asked for beside another claim that goes too far', () =>
    assert.deepEqual(
      said(
        'Every £1 spent on libraries brings back £6 to the economy, and no other public service can say so.',
      ),
      ['figure-unsourced', 'claim-too-strong'],
    ));
});

describe('A claim that an editor would ask the source of', () => {
  for (const [text, rule] of [
    ['Loneliness is as bad for people’s health as smoking 15 cigarettes a day.', 'figure-unsourced'],
    ['One in four adults in the county has the reading age of a nine-year-old or below.', 'figure-unsourced'],
    ['Every £1 spent on libraries brings back £6 for the local economy.', 'figure-unsourced'],
    [
      'Research by the National Literacy Trust shows that children who enjoy reading do three times better at school.',
      'source-vague',
    ],
    [
      'Research by the Office for National Statistics shows that 23% of adults in the county have no qualifications.',
      'source-vague',
    ],
    [
      'Loans rose by a third.[^1] Research shows that children who enjoy reading do three times better at school.\n\n[^1]: Ashby Council, *Reading in Ashby*, 2025, page 4.',
      'source-vague',
    ],
    [
      'Most adults here live alone.[^1] It costs the NHS £1,700 a year for each person who is severely lonely.\n\n[^1]: Ashby Council, *Alone in Ashby*, 2025, page 4.',
      'figure-unsourced',
    ],
    ['According to our reader survey, half of our readers have no internet at home.', 'source-vague'],
    ['This shows that the 14 groups have made the whole town healthier.', 'claim-too-strong'],
  ] as const)
    it(`is told: ${text}`, () => assert.deepEqual(said(text), [rule]));

  for (const text of [
    'The meeting is on 4 June at 2pm in the hall.',
    'We have twelve volunteers and a kettle.',
    'Ann Moss said: “This shows that the 14 groups have made the whole town healthier. We are proud.”',
    'According to our reader survey of May 2026, half of our readers have no internet at home.',
    'In 2026 our reader survey shows that half of our readers have no internet at home.',
    'The contract costs £14,200 a year and ends in March 2027.',
    'Option 2 costs £61,400 a year.',
    'Jo Marsh, library manager, has worked here for nine years.',
    'Between January and December 2024 there were 47 sessions.',
    'One in four adults in the county has the reading age of a nine-year-old.[^1]\n\n[^1]: Ashby Council, *Skills in the county*, 2025, page 4.',
    'One in four adults has a reading age of nine ([Skills in the county, 2025](https://ashby.example/skills)).',
    'Research in the report *Libraries at Work* (2024) shows that children who enjoy reading do three times better at school.',
    'One in four adults in the county has the reading age of a nine-year-old: https://ashby.example/skills',
    'Loans rose by a third.[^1] The same report shows that children who enjoy reading do three times better at school.\n\n[^1]: Ashby Council, *Reading in Ashby*, 2025, page 4.',
    '| Option | Yearly cost |\n| --- | --- |\n| Keep all | £61,400 |\n| Share one | £17,250 |',
  ])
    it(`is not: ${text.split('\n')[0]}`, () => assert.deepEqual(said(text), []));

  for (const [text, marked] of [
    [
      'Many older people live alone here, and studies show that loneliness is as bad as smoking.',
      'studies show',
    ],
    [
      'For years, research by the Ashby Reading Trust has shown that reading helps.',
      'research by the Ashby Reading Trust has shown',
    ],
    ['The reading of children here is twice as good as that of others.', 'twice'],
    ['Option 1 would make the reading of children here twice as good as that of others.', 'twice'],
    [
      'Option 1 would make every child here read better, earn more and live longer.',
      'Option 1 would make every child',
    ],
    [
      'Options 1, 2 and 4 would make every child here read better, earn more and live longer.',
      'Options 1, 2 and 4 would',
    ],
  ] as const)
    it(`is marked where it makes itself doubted: ${marked}`, () => {
      const draft = parseDraft(`# Ashby libraries\n\n${text}\n`);
      const [claim] = claimsOf(draft.blocks[1]!.block, draft.blocks[0]!.block);
      assert.equal(claim!.passage.prose.text.slice(claim!.words.start, claim!.words.end), marked);
    });

  it('is not marked at the number of its paragraph', () => {
    for (const numbering of ['2.3 ', '2.3. ', '12.1.4 ']) {
      const draft = parseDraft(`${numbering}Loans are the highest that they have been, at 412,000.\n`);
      const { passage, words } = claimsOf(draft.blocks[0]!.block, undefined).at(-1)!;
      assert.equal(passage.prose.text.slice(words.start, words.end), '412,000', numbering);
    }
  });

  it('is quoted with whole numbers', () => {
    const text = 'Loneliness in the county fell from 9,870 people in 2016 to 2,110 in 2022.';
    const { findings } = analyse(parseDraft(`# Ashby libraries\n\n${text}\n`), builtInProject);
    const { message } = findings.find(({ rule }) => RULES.includes(rule))!;
    assert.match(message, /“[^”]*\b9,870 people in 2016 /);
  });

  for (const [text, quoted] of [
    ['Sales rose from 58% to 81%.', '58% to 81%'],
    ['Around 180 men and, from May, some families came last year.', '180 men'],
    ['Those firms have created 400 jobs and put £6 million into the town.', '400 jobs'],
    ['Libraries return £7 for every £1 that is spent on them.', '£7 for every £1'],
    ['The scheme helped 400 women and men.', '400 women and men'],
  ] as const)
    it(`is quoted without the beginning of what comes next: “${quoted}”`, () => {
      const quotes = unsourcedClaims(parseDraft(`# Ashby libraries\n\n${text}\n`)).map(({ words }) => words);
      assert.ok(quotes.includes(quoted), JSON.stringify(quotes));
    });

  it('is sure wherever it says what comes back for a pound', () => {
    assert.deepEqual(said('- Libraries return £7 for every £1 that is spent.', 'Key messages'), [
      'figure-unsourced',
    ]);
    assert.deepEqual(said('- Rent is £7 for every £100 taken.', 'Key messages'), []);
  });

  it('is asked for where the paper only says once where all its figures come from, which is that of plain counts', () => {
    const claim = 'One in four adults in the county has the reading age of a nine-year-old or below.';
    const from = (source: string, figures = 'The figures in this release'): string =>
      `${claim}\n\n1. Photographs are free.\n2. ${figures} come from ${source}.`;
    const survey = 'Ashby Council, Residents’ Survey, March 2026';
    for (const figures of ['The figures in this release', 'The figures', 'All the figures', 'Statistics'])
      assert.deepEqual(said(from(survey, figures)), ['figure-unsourced'], figures);
    const count = 'Last year 1,200 students came to the study evenings.';
    assert.deepEqual(said(from(survey).replace(claim, count)), []);
  });

  it('is a hint at most where the paper has its figure elsewhere, too, and there says where it can be looked up', () => {
    const besides = (million: string) =>
      said(
        `Poor reading costs the county £${million} million.[^1]\n\n## What this means\n\nPoor reading costs the economy of the county £38.2 million every year.\n\n[^1]: ONS, *Skills*, 2024.`,
      );
    assert.deepEqual(besides('38.2'), []);
    assert.deepEqual(besides('48.2'), ['figure-unsourced']);
  });

  it('is asked about less readily in an item of a list', () => {
    const claim = 'Use of our computers has doubled.';
    assert.deepEqual(said(claim), ['figure-unsourced']);
    assert.deepEqual(said(`- ${claim}`), []);
  });

  it('is told also where its wording, which claims too much, is let pass', () => {
    const text = 'Reading aloud is proven to prevent dementia, and saves the NHS £3 million each year.';
    assert.deepEqual(said(text), ['claim-too-strong', 'claim-too-strong']);
    assert.deepEqual(said(text, 'Why it matters', 'rules:\n  claim-too-strong: off\n'), ['figure-unsourced']);
    const missing = 'One in four adults in the county has the reading age of a nine-year-old.[^gone]';
    assert.deepEqual(said(missing), []);
    assert.deepEqual(said(missing, 'Why it matters', 'rules:\n  footnote-missing: off\n'), [
      'figure-unsourced',
    ]);
  });
  it('is one finding for one sentence, whatever is said of it', () => {
    const text =
      'It has been proven that reading cuts stress by 68%, and research shows that libraries save the NHS £27.5 million a year.';
    assert.equal(said(text).length, 1);
  });
  it('is marked at its number, with its sign', () => {
    const text = '# A\n\n## Need\n\nEvery £1 spent on libraries brings back £6 for the local economy.\n';
    const found = analyse(parseDraft(text), builtInProject).findings.filter(({ rule }) =>
      RULES.includes(rule),
    );
    assert.deepEqual(found.map(({ span }) => text.slice(span.start, span.end)).length, 1);
    assert.match(text.slice(found[0]!.span.start, found[0]!.span.end), /^£\d$/);
  });
  it('is never marked at the number of a house', () => {
    const text =
      '# A\n\nThe running costs of 12 High Street fell by £61,300 a year, more than anywhere else.\n';
    const draft = parseDraft(text);
    const [claim] = claimsOf(draft.blocks[1]!.block, undefined);
    const { text: prose } = claim!.passage.prose;
    assert.equal(prose.slice(claim!.words.start, claim!.words.end), '£61,300');
  });
});

describe('How sure a claim is', () => {
  const all = (text: string) =>
    headedRuns(parseDraft(text)).flatMap(({ run, heading }) =>
      run.blocks.flatMap((block) => claimsOf(block, heading)),
    );

  it('lies between 0 and 1, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        for (const { probability, span, words } of all(text)) {
          assert.ok(probability > 0 && probability < 1);
          assert.ok(span.start <= words.start && words.end <= span.end);
        }
      }),
      { numRuns: runs(300) },
    );
  });
  it('takes no word for what every object has', () => {
    for (const { probability } of all(
      'The constructor and the valueOf their prototype toString 40% of hasOwnProperty.\n',
    ))
      assert.ok(Number.isFinite(probability));
  });
  describe('under another heading', () => {
    const text = `# A\n\n## Comments\n\n${'Many adults in the town cannot read well.\n\n'.repeat(60)}`;
    const at = text.indexOf('Comments');
    const headed = (draft: Draft, heading: string): Draft =>
      editDraft(draft, { span: { start: at, end: at + 'Comments'.length }, text: heading });
    const read = (draft: Draft) =>
      headedRuns(draft).flatMap(({ run, heading }) => {
        let above = heading;
        return run.blocks.flatMap((block) => {
          if (block.node.type === 'heading') above = block;
          return claimsOf(block, above);
        });
      });
    const chances = (draft: Draft) => read(draft).map(({ probability }) => probability);

    it('is another, after an edit as when the draft is read anew', () => {
      const draft = parseDraft(text);
      const before = chances(draft);
      const edited = headed(draft, 'Why it matters');
      const after = chances(edited);
      assert.equal(after.length, 60);
      for (const [i, chance] of after.entries()) assert.ok(chance > before[i]! + 0.1);
      assert.deepEqual(after, chances(parseDraft(edited.text)));
    });
    it('makes a claim one to be asked about, or none', () => {
      const draft = parseDraft(text);
      assert.deepEqual(unsourcedClaims(draft), []);
      const edited = headed(draft, 'Why it matters');
      const asked = unsourcedClaims(edited);
      assert.equal(asked.length, 60);
      assert.deepEqual(asked, unsourcedClaims(parseDraft(edited.text)));
      const back = editDraft(edited, {
        span: { start: at, end: at + 'Why it matters'.length },
        text: 'Comments',
      });
      assert.deepEqual(unsourcedClaims(back), []);
    });
    it('is worked out without a second reading of the sentence', () => {
      const draft = parseDraft(text);
      const before = read(draft);
      const after = read(headed(draft, 'Why it matters'));
      const again = before.filter(({ words }, i) => words === after[i]!.words).length;
      // Those beside the heading may be parsed anew.
      assert.ok(again > 50, `${again} of ${before.length}`);
    });
    it('stays what it is where that heading says no more', () => {
      const [heading, other, block] = parseDraft(
        '## Qwrt\n\n## Zxcv\n\nOne in four adults reads.\n',
      ).blocks.map((placed) => placed.block);
      assert.equal(claimsOf(block!, heading), claimsOf(block!, other));
    });
  });
  it('rests on no weight that says nothing', () => {
    for (const { weights: features } of [weights.source, weights.excess])
      for (const [feature, hundredths] of Object.entries<number>(features))
        assert.ok(Math.abs(hundredths) >= 5, `${feature} ${hundredths}`);
  });
});

describe('What a number looks like', () => {
  for (const [text, shape] of [
    ['£14,200', '#money'],
    ['53%', '#percent'],
    ['2024', '#year'],
    ['4th', '#ordinal'],
    ['9.30am', '#time'],
    ['14:30', '#time'],
    ['12,400', '#thousands'],
    ['12400', '#thousands'],
    ['3.4', '#decimal'],
    ['12', '#small'],
    ['412', '#hundreds'],
    ['3m', '#other'],
    ['people', undefined],
  ] as const)
    it(`of ${text} is ${shape ?? 'no number'}`, () => {
      const start = /^[£]/.test(text) ? 1 : 0;
      const form = text.slice(start).replace('%', '');
      assert.equal(shapeOf(form, text, start, start + form.length), shape);
    });
});
