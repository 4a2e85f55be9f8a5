import assert from 'node:assert/strict';
import { findings, fixed } from '../helpers';
import { table } from './cases';

describe('A number that the others do not give', () => {
  const rows = ['Ash | £1,204', 'Elm | £988'];
  const cases: readonly [string, string, string][] = [
    [
      'a total',
      `${table('Site | Cost', ...rows, '**Total** | **£2,292**')}`,
      table('Site | Cost', ...rows, '**Total** | **£2,192**'),
    ],
    [
      'a share',
      'Of the 240 families invited, 168 came (72%).\n',
      'Of the 240 families invited, 168 came (70%).\n',
    ],
    [
      'a rise',
      'Loans went up from 8,200 to 9,430, an increase of 25%.\n',
      'Loans went up from 8,200 to 9,430, an increase of 15%.\n',
    ],
  ];
  for (const [what, wrong, right] of cases)
    it(`can be written as they give it: ${what}`, () =>
      assert.equal(fixed('numbers-disagree', wrong).trim(), right.trim()));

  for (const text of [
    'Loans fell by 30%, from 8,200 to 9,430.\n',
    'Loans doubled, from 8,200 to 9,430.\n',
    'The grant rose from £1.2m to £1.9m, an increase of 25%.\n',
    'Loans went up from about 8,200 to 12,430, an increase of 12%.\n',
  ])
    it(`is offered no percentage where the two leave it open: ${text.trim()}`, () => {
      const [finding] = findings('numbers-disagree', text);
      assert.deepEqual(finding!.fixes, []);
    });

  it('is said to be the sum of its column, where a total is to be written', () => {
    const [finding] = findings('numbers-disagree', table('Site | Cost', ...rows, 'Total | £2,537'));
    assert.deepEqual(
      finding!.fixes.map(({ title }) => title),
      ['Write “£2,192”, the sum of its column'],
    );
  });

  describe('is written everywhere by a second fix, where the text tells the same total', () => {
    const options = table('Option | Saving (£)', 'Close | 120,000', 'Cut hours | 90,000', 'Total | 245,000');
    const paper = (text: string) => `# Ashby\n\n${text}\n\n${options}`;
    const titles = (text: string) =>
      findings('numbers-disagree', paper(text)).flatMap(({ fixes }) => fixes.map(({ title }) => title));

    it('in a sentence, with the sign of money that it has there', () => {
      const text = paper('The council must save £245,000 in all. It has £500.');
      assert.deepEqual(titles('The council must save £245,000 in all. It has £500.'), [
        'Write “210,000”, the sum of its column',
        'Write “210,000” everywhere: here and in line 3',
      ]);
      const right = fixed('numbers-disagree', text, { fix: 1 });
      assert.match(right, /must save £210,000 in all\. It has £500\./);
      assert.match(right, /Total \| 210,000 /);
    });

    it('in several', () =>
      assert.match(
        titles('We save £245,000.\n\n- A saving of £245,000 a year')[1]!,
        /: here and in lines 3 and 5$/,
      ));

    for (const text of [
      'The council must save £24,500 in all.',
      'Our libraries had 245,000 visits.',
      'A new library would cost £245,000.',
      'The saving is 245,000 visits.',
    ])
      it(`and not where it may be another: ${text}`, () => assert.equal(titles(text).length, 1));

    it('and not for another year', () => {
      const years = table('Site | Visits 2026', 'Ash | 12,043', 'Elm | 9,881', 'Total | 22,817');
      const of = (text: string) => findings('numbers-disagree', `${text}\n\n${years}`)[0]!.fixes.length;
      assert.equal(of('In 2026, 22,817 people came.'), 2);
      assert.equal(of('In 2025, 22,817 people came.'), 1);
    });
  });

  it('is a part of the sum instead, where one is a typing error away from what makes the total right', () => {
    const one = table('Site | Cost', 'Ash | £1,204', 'Elm | £988', 'Oak | £7,310', 'Total | £9,538');
    assert.deepEqual(
      findings('numbers-disagree', one)[0]!.fixes.map(({ title }) => title),
      ['Write “£9,502”, the sum of its column', 'Write “£1,240” for “£1,204”, which makes the total right'],
    );
    assert.match(fixed('numbers-disagree', one, { fix: 1 }), /Ash \| £1,240 /);
  });

  it('is the total alone, where the part that one digit would put right is itself the sum of its column', () => {
    const costs = table(
      ' | Ashby £ | Elmley £ | Total £',
      'Shelves | 145,000 | 82,000 | 227,000',
      'Computers | 62,500 | 53,000 | 115,500',
      '**Total** | **207,500** | **135,000** | **345,500**',
    );
    assert.deepEqual(
      findings('numbers-disagree', costs).map(({ fixes }) => fixes.map(({ title }) => title)),
      [['Write “342,500”, the sum of its row']],
    );
  });

  for (const [text, message] of [
    [
      'Nearly three quarters (62%) agreed.',
      '“Nearly three quarters” means about 75%, but the brackets say 62%.',
    ],
    ['More than half (31%) agreed.', '“More than half” means more than 50%, but the brackets say 31%.'],
    ['Under half (62%) agreed.', '“Under half” means less than 50%, but the brackets say 62%.'],
    ['One in four (20%) agreed.', '“One in four” means 25%, but the brackets say 20%.'],
  ] as const)
    it(`is told as the words have it: ${text}`, () =>
      assert.equal(
        findings('numbers-disagree', `${text}\n`)[0]?.message,
        `${message} Put right whichever is wrong.`,
      ));

  it('is worded anew by its author where it is told in words', () => {
    const [finding] = findings('numbers-disagree', 'Of the 240 families invited, 60 came (two thirds).\n');
    assert.deepEqual(finding?.fixes ?? [], []);
  });
});

describe('Two numbers of a paper for the same thing, of which nobody knows which is right', () => {
  const text =
    'It needs capital of £148,000.\n\n## Money\n\nThe finance section has capital of £184,000.\n\nWe meet in May.\n';
  const titles = (of: string) => findings('numbers-disagree', of)[0]!.fixes.map(({ title }) => title);

  it('can be made the one or the other', () => {
    assert.deepEqual(titles(text), [
      'Write “£184,000” here, as in line 5',
      'Write “£148,000” in line 5, as here',
    ]);
    assert.equal(fixed('numbers-disagree', text), text.replace('148', '184'));
    assert.equal(fixed('numbers-disagree', text, { fix: 1 }), text.replace('184', '148'));
  });

  it('are made the same in each place', () => {
    const often = text.replace('We meet in May.', 'In May we ask for capital of £184,000.');
    assert.deepEqual(titles(often), [
      'Write “£184,000” here, as in lines 5 and 7',
      'Write “£148,000” in lines 5 and 7, as here',
    ]);
    assert.equal(fixed('numbers-disagree', often, { fix: 1 }), often.replaceAll('184', '148'));
  });

  it('stay as they are in a table that adds up', () => {
    const rows = ['What | 2024', 'Reading Well books | 6,132', 'Other loans | 88,000'];
    const lent = 'We lent 6,312 Reading Well books.\n\n';
    assert.deepEqual(titles(lent + table(...rows)), [
      'Write “6,132” here, as in line 5',
      'Write “6,312” in line 5, as here',
    ]);
    assert.deepEqual(titles(lent + table(...rows, 'Total | 94,132')), ['Write “6,132” here, as in line 5']);
  });
  it('stay as they are in a table that adds up, also where the text has the other number more often', () => {
    const lent = 'We lent 6,312 Reading Well books.\n\n';
    const rows = ['What | 2024', 'Reading Well books | 6,132', 'Other loans | 88,000', 'Total | 94,132'];
    assert.deepEqual(titles(lent + lent + table(...rows)), ['Write “6,132” in lines 1 and 3, as here']);
  });
});
