import assert from 'node:assert/strict';
import { findings, fixed, marked } from './helpers';

/** A sentence after each fix that its first finding offers. */
const after = (rule: string, sentence: string): readonly string[] =>
  (findings(rule, `${sentence}\n`)[0]?.fixes ?? []).map((_, fix) =>
    fixed(rule, `${sentence}\n`, { fix }).trimEnd(),
  );

describe('A word for a group that stands before who they are names nobody by it', () => {
  for (const sentence of [
    'Up to 40% of the disabled borrowers order by telephone.',
    'We rang the elderly borrowers and the homeless guests of the shelter.',
    'It is read to the blind listeners on Fridays.',
    'They wrote to the deaf members, and the vulnerable tenants were called on.',
    'The Disabled Facilities Grant paid for the ramp.',
    'We asked the elderly and disabled borrowers first.',
    'The elderly lift was replaced in May.',
    'The disabled entrances are at the back.',
    'The loans ran on the same terms as the old, and nobody minded.',
  ])
    it(sentence, () => assert.deepEqual(marked('inclusive-language', `${sentence}\n`), []));

  for (const [sentence, words] of [
    ['The disabled need a ramp, and the elderly always come by bus.', ['The disabled', 'the elderly']],
    ['We call on the elderly across the valley.', ['the elderly']],
    ['Nothing is done for the old.', ['the old']],
    ['The lunch for the elderly attracts sixty each Friday.', ['the elderly']],
    ['A van for the disabled carries a lift.', ['the disabled']],
    [
      'The scheme for the deaf delivers to the door, and that for the elderly now has a van.',
      ['the deaf', 'the elderly'],
    ],
  ] as const)
    it(`but does here: ${sentence}`, () =>
      assert.deepEqual(marked('inclusive-language', `${sentence}\n`), words));
});

describe('Where a word behind a group may be a verb or a noun', () => {
  for (const sentence of [
    'The lunch for the elderly attracts sixty each Friday.',
    'A van for the disabled carries a lift.',
    'We mended the disabled entrances.',
  ])
    it(`it is a hint without a fix: ${sentence}`, () => {
      assert.deepEqual(
        findings('inclusive-language', `${sentence}\n`).map(({ severity }) => severity),
        ['hint'],
      );
      assert.deepEqual(after('inclusive-language', sentence), []);
    });
});

describe('A fix for a word leaves a sentence that reads', () => {
  const cases: readonly [rule: string, sentence: string, ...after: string[]][] = [
    ['inclusive-language', 'We take books to the wheelchair-bound.', 'We take books to wheelchair users.'],
    ['inclusive-language', 'He is wheelchair-bound.', 'He uses a wheelchair.'],
    ['inclusive-language', 'Nine of them are confined to a wheelchair.', 'Nine of them use a wheelchair.'],
    ['inclusive-language', 'A wheelchair-bound reader came.'],
    ['inclusive-language', 'There are wheelchair-bound tenants whom we visit.'],
    ['inclusive-language', 'Of these, there is wheelchair bound Mr Lowe.'],
    ['inclusive-language', 'Are wheelchair-bound borrowers sent the list?'],
    ['inclusive-language', 'The lift broke. Is wheelchair-bound Mrs Hale told?'],
    ['inclusive-language', 'Two of them are wheelchair-bound and deaf.'],
    [
      'inclusive-language',
      'She is wheelchair-bound and lives alone.',
      'She uses a wheelchair and lives alone.',
    ],
    ['inclusive-language', 'We lend to people confined to a wheelchair.'],
    ['inclusive-language', 'The BAME choir sings here.', 'The ethnic minority choir sings here.'],
    ['inclusive-language', 'We lend to a BAME theatre.', 'We lend to an ethnic minority theatre.'],
    ['inclusive-language', 'A BAME theatre came.', 'An ethnic minority theatre came.'],
    ['inclusive-language', 'Not one was a\nnon-white author.', 'Not one was an\nethnic minority author.'],
    ['inclusive-language', 'A non-white author came.', 'An ethnic minority author came.'],
    ['inclusive-language', 'Of the users 12% are BAME.', 'Of the users 12% are from ethnic minorities.'],
    [
      'inclusive-language',
      'We write for BAME.',
      'We write for ethnic minorities.',
      'We write for people from ethnic minority backgrounds.',
    ],
    ['inclusive-language', 'It is for the BAME and Traveller communities.'],
    ['inclusive-language', 'Most non-white pupils borrow.', 'Most ethnic minority pupils borrow.'],
    ['inclusive-language', 'We call on the elderly and housebound.'],
    [
      'inclusive-language',
      'We call on the elderly and their carers.',
      'We call on older people and their carers.',
    ],
    ['inclusive-language', 'The pensioners’ choir sings.', 'The older people’s choir sings.'],
    ['plain-english', 'The majority of those who came were new.', 'Most of those who came were new.'],
    ['plain-english', 'The majority of loans were new.', 'Most loans were new.'],
    ['plain-english', 'The majority of 60 tenants agreed.'],
    ['plain-english', 'The majority of about twenty clubs pay.'],
    ['plain-english', 'The majority of the 60 tenants agreed.', 'Most of the 60 tenants agreed.'],
    ['plain-english', 'It went to a large number of our branches.', 'It went to many of our branches.'],
    ['plain-english', 'It was tested prior to the hall being let.'],
    ['plain-english', 'It was tested prior to opening.', 'It was tested before opening.'],
    [
      'plain-english',
      'We pay no charge in respect of the roof.',
      'We pay no charge about the roof.',
      'We pay no charge for the roof.',
      'We pay no charge on the roof.',
    ],
    ['plain-english', 'We are moving forward with the lift.'],
    ['plain-english', 'The bid is going forward to the panel.'],
    ['plain-english', 'We open daily going forward.', 'We open daily from now on.'],
    ['plain-english', 'It has the latest cutting-edge scanners.'],
    ['plain-english', 'It will leverage in £4,000.'],
    ['plain-english', 'It is notwithstanding that a risk.'],
    ['plain-english', 'We came in [order](https://ashby.example) to read.'],
    [
      'name-changed',
      'It was run by the Society of Chief Librarians’ trainers.',
      'It was run by Libraries Connected’s trainers.',
    ],
    [
      'name-changed',
      'We have signed the Six Steps promise.',
      'We have signed the Vision and Print Impaired People’s Promise.',
    ],
    ...['\n', '\r\n', '-'].map((between): [string, string, string] => [
      'name-changed',
      `Every branch keeps to the Six Steps${between}promise.`,
      'Every branch keeps to the Vision and Print Impaired People’s Promise.',
    ]),
    [
      'name-changed',
      'Large print is bought under Six Steps.',
      'Large print is bought under the Vision and Print Impaired People’s Promise.',
    ],
    [
      'acronym-unexpanded',
      'EIA of June is attached.',
      'Equality impact assessment of June is attached.',
      'Environmental impact assessment of June is attached.',
    ],
    ['acronym-unexpanded', 'The EqIA is attached.', 'The equality impact assessment is attached.'],
  ];
  for (const [rule, sentence, ...expected] of cases)
    it(`${rule}: ${sentence}`, () => {
      assert.equal(findings(rule, `${sentence}\n`).length, 1);
      assert.deepEqual(after(rule, sentence), expected);
    });

  it('the words say what the fix writes', () => {
    const { message } = findings('inclusive-language', 'The BAME choir sings here.\n')[0]!;
    assert.match(message, /Write “ethnic minority” instead of “BAME”/);
  });
});

describe('A long sentence is offered no full stop that leaves a half sentence', () => {
  const filler =
    'The branch at Thornley has been open for forty years without a break and has been lent to by the town, the parish, the school, the mosque, the college and the chapel in turn';
  for (const [what, sentence] of [
    [
      'inside brackets',
      `${filler} (it was counted by hand in three of the years from the till rolls, and we have no other count for those years).`,
    ],
    [
      'before what only asks',
      `${filler}, and whether the new one is to be as large has been asked by nobody.`,
    ],
    [
      'before what is only denied',
      `${filler}, but not in the way that it was done last time by the men from the depot.`,
    ],
    [
      'before a verb without a subject',
      `${filler}, and closes on the ninth of May when the last of the boxes has gone.`,
    ],
    [
      'before an aside',
      `${filler}; in particular whether it may be let to the school on Fridays in the winter.`,
    ],
  ] as const)
    it(what, () => {
      const found = findings('sentence-long', `${sentence}\n`);
      assert.equal(found.length, 1);
      assert.deepEqual(found[0]!.fixes, []);
    });
  it('but is where somebody does something', () =>
    assert.equal(
      findings('sentence-long', `${filler}, and the county will have to pay for the roof in any case.\n`)[0]!
        .fixes.length,
      1,
    ));
});
