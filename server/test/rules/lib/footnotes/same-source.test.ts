import assert from 'node:assert/strict';
import { maySupport } from '../../../../src/rules/lib/footnotes/same-source';
import { findings } from '../../helpers';

const COUNCIL = 'Ashby Council, Library return, March 2026, returns@ashby.example.';

describe('A footnote of the paper is offered once more', () => {
  const cases: readonly [saying: string, note: string, offered: boolean][] = [
    ['Crime fell by 12% last year.', COUNCIL, true],
    ['Research shows that 40% of children are lonely.', COUNCIL, true],
    ['Ashby Council says that 4,120 people came.', COUNCIL, true],
    ['Age UK says that 1.4 million older people are often lonely.', COUNCIL, false],
    [
      'Age UK says that 1.4 million older people are often lonely.',
      'Age UK, *All the Lonely People*, 2018.',
      true,
    ],
    ['Some 7% of homes are offline (Elmshire Data Trust).', COUNCIL, false],
    ['According to the RNIB, 250 people a day begin to lose their sight.', COUNCIL, false],
    [
      'According to the RNIB, 250 people a day begin to lose their sight.',
      'Royal National Institute of Blind People, *Key statistics*, 2025.',
      true,
    ],
    ['In 2025 we counted 4,120 visits to the branch.', COUNCIL, false],
    ['Our own count shows 300 visits a week.', COUNCIL, false],
    ['Our door counter had 300 visits a week.', COUNCIL, false],
    ['Library staff counted 612 children in May.', COUNCIL, false],
  ];
  for (const [saying, note, offered] of cases)
    it(`${offered ? 'for' : 'but not for'} “${saying}”: ${note}`, () =>
      assert.equal(maySupport(saying)(note), offered));

  it('but not for a sentence on something else that stands before the first that has it, unless nothing has it yet', () => {
    const titles = (further: string): readonly string[] =>
      findings(
        'figure-unsourced',
        `# Ashby\n\nCrime fell by 12% last year.\n\nForty came in May.${further}\n\n[^a]: Ashby Council, *Visits*, 2026, a@ashby.example.\n`,
      )[0]!.fixes.map(({ title }) => title);
    assert.deepEqual(titles('[^a]'), ['Insert a footnote for the source']);
    assert.equal(titles('').length, 2);
  });

  it('only where it names the body that the sentence names, in the light bulb', () => {
    const text =
      '# Ashby\n\nForty came in May.[^a] Sixty came in June.[^b]\n\nAge UK says that crime fell by 12% last year.\n\n[^a]: Ashby Council, *Visits*, 2026, a@ashby.example.\n[^b]: Age UK, *Lonely*, 2018, b@ageuk.example.\n';
    const [finding] = findings('source-vague', text);
    assert.deepEqual(
      finding!.fixes.map(({ title }) => title),
      ['Insert a footnote for the source', 'Same source as before: “Age UK, Lonely, 2018, b@ageuk.example.”'],
    );
  });
});
