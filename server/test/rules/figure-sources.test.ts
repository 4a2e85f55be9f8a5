import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editDraft, parseDraft } from '../../src/draft';
import { figuresInDraft } from '../../src/evidence';
import { openFigures } from '../evidence/helpers';
import { runs } from '../random-runs';
import { findings, fixed, marked } from './helpers';

const RULE = 'figure-unsourced';

describe('A source', () => {
  const sourced = [
    'One in four residents has no internet at home.[^1]\n\n[^1]: Ofcom, 2025.',
    'One in four has no internet. That keeps 300 people from work.[^1]\n\n[^1]: Ofcom, 2025.',
    'According to Ofcom, one in four residents has no internet at home.',
    'One in four residents has no internet at home (Ofcom, 2025).',
    'One in four residents has no internet at home. Source: Ofcom.',
    'Research by the Trust was what began it. In one state primary out of seven, it found, there is no library.',
    'Joan Reed, who leads for children at Ashby Libraries, said: “Of the children who took part last year 2,776 finished the Challenge.”',
    'Carnegie UK has published its survey. Libraries gave help.\n\nIt also found that 3.7 million adults had a call from the library.',
    'Library bosses say that visits are up by 14%.',
    'A spokesman for the council said that the scheme had helped 1,240 people into work.',
    'The latest Ofsted inspection found 41% below the standard.',
    'The scheme was evaluated by Ashby Beckett University. It found that 83% felt better.',
    'Joan Ellis, who manages the branch, puts the rise at 14%.',
    'Visits are up by 14%. [Read the full report](https://ashby.example/report-2025.pdf).',
    'Visits are up by 14%. More in our [annual report](https://ashby.example/report-2025.pdf).',
    'We asked everyone who borrowed a tablet what it had done for them. 62% had applied for a job with it.',
    '# What our users told us\n\n93% come every week.\n\n## Staff\n\n88% find them helpful.',
    'Data: ONS\n\nIn the ward 38% live alone.',
    'In the last Public Library User Survey, 93% rated the service good.',
    'Visits rose by 14% in 2024/25 (CIPFA).',
    'The manager explained that visits had risen by 14%.',
    'The Mayor’s office has calculated that it will save 22% of the cost.',
    'By the council’s estimate emissions will fall by two thirds.',
    'Loans, officers confirmed, were 19% higher than a year before.',
    'Staff at Ashby Court say that two who had given up speaking have since joined a choir.',
    'The charity has published the results as a note. In it:\n\n- 88% will send people to an adviser',
    'Seven in ten have no broadband at home*.\n\n* Ofcom, 2025.',
    '# Libraries review\n\n## Minutes\n\nThe manager said that it went well. There were 2,300 visits more than last year.',
    'Joan Reed, chief executive of Ashby Town Council, said: “Over 3,000 people are registered here.”',
    'One in four residents has no internet at home (Ofcom, 2023, p. 6).',
    'The ONS estimates that one in four residents has no internet at home.',
    '[One in four](https://example.org) residents has no internet at home.',
    'One in four has no internet at home ([Ofcom](https://ofcom.example)).',
    'One in four has no internet, as the [Ashby digital survey](https://example.org/x) shows.',
    'In a survey of users, 78% said that the library is a lifeline.',
    'Research by Fenholme Mencap showed that 92% would come more often.',
    'The 2021 Census counted 900 people who live alone.',
    'We asked the council under the Freedom of Information Act: 46% of posts have gone.',
    'The council’s needs assessment of 2025 puts it plainly. One in four has no internet at home.',
    'Libraries helped 2,000 people into work. So says a report by Ashby Council.',
    'A report by Ashby Council has been published:\n\n- 62% of founders are women\n- 900 jobs were made',
    'Ashby Council counted them:\n\n| Year | Visits |\n| - | - |\n| 2025 | 41,000 |\n\nSource: Ashby Council, 2025.',
    '| Measure | Figure | Source |\n| - | - | - |\n| Adults offline | 38% | Ofcom |',
    '| Measure | 2024 |\n| - | - |\n| Adults offline | 38% |\n| Source: Ofcom, 2023 | |',
    'Table 1: Visits (CIPFA, 2024)\n\n| Year | Visits |\n| - | - |\n| 2024 | 41,000 |',
    '## Visits (CIPFA, 2024)\n\n| Year | Visits |\n| - | - |\n| 2024 | 41,000 |',
    '## What our residents’ survey found\n\n- 82% like it\n- 900 people came',
    'A consultation ran until March. More than four in five of those who replied were against.',
    'Jo Marsh, manager of Ashby libraries, said: “We welcomed 41,000 people last year.”',
    'Cllr Jo Marsh, leader of Ashby Council, said: “By July 3,912 children had joined. They borrowed 93,005 books across our borough.”',
    'Cllr Jo Marsh, leader of Ashby Council, said: “The programme saw a 116% increase on last year.”',
    'An analysis of 2015 by Ashby Council shows that 900 firms began. Fully 47% of the founders were women.',
    'Jo Marsh, manager of Ashby libraries, said:\n\n> We welcomed 41,000 people last year.',
    '*Libraries Deliver* sets out what they do. Over 90% of people trust them.',
    'One in five, the council says, has never been online.',
    'According to Age UK, one in five has never been online.',
    'Some 14,000 have no connection, the traders’ association reckons.',
    'The branch was well liked in a residents’ survey, with 91% satisfied.',
    'Ashby Arts says that work for artists has gone down by a third.',
    'Of the 9 who came, 4 found work.\n\nFigures are from the service’s own records unless another source is named.',
    'The school reported that 14 of 16 pupils had caught up.',
    'GPs at the health centre report a drop of 12% in appointments.',
    'Members were asked to fill in a questionnaire. 83% scored better than before.',
    'A study by Ashgrove looked at it. It found that a visit is worth £23 in benefits.',
    '- 82% of heads agree\n- 900 children read\n\nThe survey was carried out by Fenholme University and 97 heads replied.',
    '# Results of our customer survey\n\nSome 81% had taken out a book.',
    '# Ashby\n\n## Findings of the survey\n\nSome 81% had taken out a book.\n\n### Children\n\n77% liked it.',
    '# Minutes of the board\n\nThe treasurer gave a report. Loans had grown by a quarter.',
    'A study by Ashgrove found that visits are worth £900,000.\n\nFor every £1 spent £6 came back, it said.',
    'Over 40,000 children own no book. The figures have been revealed by the Reading Trust, which found that one in eight has none.',
    'Some 38% of adults have none (ONS).',
    'One in five is lonely [ONS, 2024].',
    'As Sieghart (2014) argues, 40% stay away.',
    'As reported in the Ashby Echo, 900 people came.',
    'According to Ashby Online 4 million are left out:\n\n- 39% of them are old\n- 38% of them have no work',
    'A bulletin on library activities has been published by Libraries NI.\n\n## Key findings\n\nKey findings show:\n\n- 7% more sessions',
    'A survey was sent out. Statistics were derived from the surveys:\n\n- 50% come each week',
    'All figures in this paper are from the council’s annual library survey.\n\n## Need\n\nOne in four has no internet.',
    'Last year 1,200 students came.\n\n## Notes to editors\n\n1. Photographs are free.\n2. The figures come from Ashby Council, *Count of desks*, July 2026.',
  ];
  for (const text of sourced) {
    it(`is found: ${JSON.stringify(text)}`, () => assert.deepEqual(openFigures(`${text}\n`), []));
  }
  const unsourced = [
    'Research shows that one in four residents has no internet at home.',
    'Last year 1,200 students came.\n\n## Pupils\n\nThe school has grown by a third. The figures come from Ashby Council, *Count of desks*, July 2026.',
    'Studies have found that 78% of children read more.',
    'Early figures show that 8,230 children signed up.',
    'About 45% of homes are named in a review of Ashby.',
    'The council surveyed its members in May. Separately, loans of e-books rose by 40%.',
    'Arts Council England paid for it. Visits are up by 14%.',
    'The chief executive welcomed the news. Visits are up by 14%.',
    'For Ashby the figures this summer were: 8,230 children signed up.',
    'Over 300 libraries have closed, according to figures that have been published.',
    'Is it the case that no inquiry was held, although 45% of libraries have gone?',
    'Ashby Presents puts on shows. Half of the audience had never been to one.',
    'In a survey of users, people liked the books. That is good. The library is old. Loans fell by 900 last year.',
    'Working with [Ashby Mind](https://mind.example), we reached 900 people.',
    'We reached 900 people. See our [events page](https://example.org/events) for more.',
    'With funding from Arts Council England we reached 900 people.',
    'In the 2024 survey of users, people liked the books. That is no wonder. The library is old. 900 people lack a computer.',
    'Jo Marsh, manager of Ashby libraries, said: “One in nine of us has nobody to talk to.”',
    'One customer said: “Half of the libraries where I come from have been closed.”',
    'A report by Ashby Council has been published.\n\n## Need\n\nOne in four has no internet.',
    'The council consulted on opening hours. Visits have risen by 12%.',
    'In the surgery at Ashby they told us a secret, and a quarter of older people live alone.',
    'It is five minutes from Ashby station. Since May 1,260 people came.',
    'The Ashby Reading List is to be kept, as demand has gone up fourfold.',
    'Jo Marsh, manager of Ashby libraries, said: “Visits to libraries in England fell by 40%.”',
    '| Measure | Figure | Source |\n| - | - | - |\n| Adults offline | 38% | – |',
    '| Measure | 2024 |\n| - | - |\n| Adults offline | 38% |\n| Adults alone | 12% (Ofcom, 2023) |',
    '- 38% of adults are offline (Ofcom, 2023)\n- 900 people came',
    '3. The plan is in Appendix A.\n\n4. We go on. We read. We lend. Demand has gone up by 12%.',
    'The Society of Chief Librarians (SCL) helped 900 people.',
    'He was quoted in May, and 900 people came.',
    'In all 4,000 books have been gifted.',
    'Hundreds of families got mobile data from the library.',
    '900 people got free data from Three.',
    'Ashby Books publishes stories for 900 children.',
    'Jo Marsh, leader of Ashby Council, said: “Small firms employ half of our workforce.”',
    '# Minutes of the board\n\nIt was noted that 23% of visits were on a Saturday.',
    '# Ashby\n\n## Findings of the survey\n\nGood.\n\n## Need\n\n77% have no car.',
    'The council says that it cares.\n\nOne in five has no internet.',
  ];
  for (const text of unsourced) {
    it(`is missed: ${JSON.stringify(text)}`, () => assert.notDeepEqual(openFigures(`${text}\n`), []));
  }
  it('is a note further on in the paragraph for what leads up to it, and not for what is about something else', () => {
    const told = (text: string) =>
      findings(RULE, `${text}\n\n[^1]: Ashby Council, *Crime*, 2026, crime@ashby.example.\n`).map(
        ({ severity, message }) => `${severity}: ${message.split('”')[0]}”`,
      );
    assert.deepEqual(told('Crime fell by 12% last year. Wardens say so.[^1]'), []);
    assert.deepEqual(told('Crime fell by 12% last year. Of these cases, 40% were thefts.[^1]'), []);
    assert.deepEqual(told('Crime fell by 12% last year. In the clubs 71% of children read better.[^1]'), [
      'warning: “12% last year”',
    ]);
    assert.deepEqual(told('In the clubs 71% of children read better.[^1] Crime fell by 12% last year.'), [
      'warning: “12% last year”',
    ]);
  });
  it('is added by the fix as a footnote after the sentence, with a number that is free', () => {
    const other = 'Text.[^1]\n\n**Crime fell by 12% last year.** End.\n\n[^1]: A note.\n';
    const after = fixed(RULE, other);
    assert.equal(
      after,
      'Text.[^1]\n\n**Crime fell by 12% last year.**[^2] End.\n\n[^1]: A note.\n[^2]: [insert organisation], *[insert title of the source]*, [insert month and year], [insert web address or where to ask for a copy].\n',
    );
    assert.deepEqual(findings(RULE, after), []);
  });
  it('tells two that begin alike from each other', () => {
    const note = (what: string): string =>
      `Penhallow Council, *Home library service: ${what}*, May 2026, home-library@penhallow.example.`;
    const notes = `\n[^a]: ${note('annual review')}\n[^b]: ${note('consultation')}\n`;
    const titles = findings(
      RULE,
      `One.[^a]\n\nTwo.[^b]\n\nCrime fell by 12% last year.\n${notes}`,
    )[0]!.fixes.map(({ title }) => title);
    assert.equal(new Set(titles.filter((title) => /annual review|consultation/.test(title))).size, 2);
  });
  it('can be one that is there: the last ones before it, which are filled in', () => {
    const notes =
      '\n[^a]: Ashby Council, *Annual library return*, March 2026, library-returns@ashby.example.\n[^b]: B, 2025, b@ashby.example.\n[^c]: [insert organisation].\n[^d]: D, 2024.\n';
    const text = `One.[^b]\n\nTwo.[^a]\n\nThree.[^c]\n\n**Crime fell by 12% last year.** End.\n\nFour.[^d]\n${notes}`;
    const titles = findings(RULE, text)[0]!.fixes.map(({ title }) => title);
    assert.deepEqual(titles, [
      'Insert a footnote for the source',
      'Same source as before: “Ashby Council, Annual library return, March 2026…”',
      'Same source as before: “B, 2025, b@ashby.example.”',
    ]);
    const after = fixed(RULE, text, { fix: 2 });
    assert.equal(after, text.replace('year.**', 'year.**[^b]'));
    assert.deepEqual(findings(RULE, after), []);
  });
  it('is called by what is read there, addresses too, and ends in “…” where not all is shown', () => {
    const titles = [
      'Ashby, *Users*, May 2026, copy from us@ashby.example.',
      'Ashby, *Users*, <https://ashby.example/u>.',
      'Ashby, *Users*, May 2026, https://www.ashby.example/libraries/research/users/of/the/van.',
    ].map(
      (note) =>
        findings(RULE, `One.[^a]\n\nCrime fell by 12% last year.\n\n[^a]: ${note}\n`)[0]!.fixes[1]!.title,
    );
    assert.deepEqual(titles, [
      'Same source as before: “Ashby, Users, May 2026, copy from us@ashby.example.”',
      'Same source as before: “Ashby, Users, https://ashby.example/u.”',
      'Same source as before: “Ashby, Users, May 2026…”',
    ]);
  });
  it('is first that of the same number, where the paper has said it before', () => {
    const text =
      '# A\n\n612 children came last year.[^a] Of those, 44% came each week.[^b]\n\nVisits rose in 2026.[^c]\n\nNationally, 612 children read better than in 2026.\n\n[^a]: A, 2025.\n[^b]: B, 2025.\n[^c]: C, 2026.\n';
    const [finding] = findings(RULE, text);
    assert.deepEqual(
      finding!.fixes.slice(1).map(({ title }) => title),
      ['Same source as before: “A, 2025.”', 'Same source as before: “C, 2026.”'],
    );
  });
  it('is first that of a sentence on the same subject, before one that stands nearer', () => {
    const text =
      '# A\n\nThe budget is £880,000 in 2026.[^a]\n\nOf those who used it, most were satisfied.[^b]\n\nThe budget is to fall: crime costs fell by 12% last year.\n\n[^a]: A, *Budget*, 2025.\n[^b]: B, *Household Survey*, 2025.\n';
    const [finding] = findings(RULE, text);
    assert.deepEqual(
      finding!.fixes.slice(1).map(({ title }) => title),
      ['Same source as before: “A, Budget, 2025.”', 'Same source as before: “B, Household Survey, 2025.”'],
    );
  });
  it('is told in no time where stars without end stand around the sentence', () => {
    const stars = '*'.repeat(44);
    assert.equal(marked(RULE, `${stars}Visits rose by 45% last year${stars}<br>\n`).length, 1);
  });
  it('is added with the line ends of the draft', () => {
    const after = fixed(RULE, '# A\r\n\r\nCrime fell by 12% last year.\r\n');
    assert.equal(
      after,
      '# A\r\n\r\nCrime fell by 12% last year.[^1]\r\n\r\n[^1]: [insert organisation], *[insert title of the source]*, [insert month and year], [insert web address or where to ask for a copy].\r\n',
    );
  });
  it('is the same after an edit as when the draft is read anew', () => {
    const pieces = [
      '# A\n\n',
      'Visits rose by 12%.\n\n',
      'A report by Ashby Council says so:\n\n',
      '- 900 people\n- 78% of them\n\n',
      'Jo Marsh, manager, said:\n\n',
      '> We reached 900 people.\n\n',
      '“We saw 41,000 people.\n\n',
      'So says the survey.\n\n',
      '## Costs\n\n',
      '# Minutes of the board\n\n',
      'Minutes of a meeting\n\n',
      'The treasurer said so. Loans were up by 6%.\n\n',
      '## Survey results\n\n',
      'One in four.[^1]\n\n',
      'It helped 940 people.\n\n',
      'By March 940 people had come.[^1]\n\n',
      'By March 2029:\n\n',
      '## Targets\n\n',
      '[^1]: x\n\n',
    ];
    const piece = fc.constantFrom(...pieces);
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 8 }),
        fc.nat(),
        fc.nat(6),
        piece,
        (before, from, length, text) => {
          const old = parseDraft(before.join(''));
          figuresInDraft(old);
          const start = from % (old.text.length + 1);
          const next = editDraft(old, {
            span: { start, end: Math.min(start + length, old.text.length) },
            text,
          });
          const plain = (draft: typeof next) =>
            figuresInDraft(draft).map(({ placed, passages }) => [
              placed.start,
              passages.map(({ figures }) =>
                figures.map(({ span, kind, source }) => [span, kind, source?.kind]),
              ),
            ]);
          assert.deepEqual(plain(next), plain(parseDraft(next.text)));
        },
      ),
      { numRuns: runs(300) },
    );
  });
});

describe('A footnote for a claim', () => {
  const insert = (text: string): string => fixed(RULE, `${text}\n`).split('\n')[0]!;
  it('stands at the end of its clause where somebody else speaks in the next', () => {
    assert.equal(
      insert('Crime fell by 12% last year, and the county’s sheriffs have said that lights help.'),
      'Crime fell by 12% last year,[^1] and the county’s sheriffs have said that lights help.',
    );
    assert.equal(
      insert('*Crime* fell by 12% last year; Thornley Trust calls that a wonder.'),
      '*Crime* fell by 12% last year;[^1] Thornley Trust calls that a wonder.',
    );
  });
  it('stands at the end of its sentence where nobody else does', () =>
    assert.equal(
      insert('Crime fell by 12% last year, and the street has been quiet since.'),
      'Crime fell by 12% last year, and the street has been quiet since.[^1]',
    ));

  it('is not asked for a number that the sentence contradicts, which is told as that', () => {
    const text = '# Ashby\n\nVisits have doubled since 2019, from 41,200 to 63,900.\n';
    assert.equal(findings('numbers-disagree', text).length, 1);
    assert.deepEqual(findings('figure-unsourced', text), []);
  });
});
