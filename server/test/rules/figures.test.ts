import assert from 'node:assert/strict';
import { parseDraft } from '../../src/draft';
import { figuresInDraft, quantitiesIn } from '../../src/evidence';
import { MASTER } from '../../src/evidence/number-patterns';
import { unsourcedClaims } from '../../src/support/unsourced';
import { openFigures } from '../evidence/helpers';

describe('A quantity', () => {
  it('is found by a pattern that is small enough to be compiled: V8 interprets one of 20 KB and more', () => {
    assert.ok(MASTER.source.length < 20_000, `${MASTER.source.length} characters`);
  });
  const cases: readonly [string, readonly string[]][] = [
    ['More than 7,200 businesses got help in two years.', ['7,200']],
    ['Women founded 56% of the 385 businesses; 11 per cent had a disability.', ['56%', '385', '11 per cent']],
    [
      'A third of children, one person in six, nine out of ten, 1 in 4 and two thirds of us.',
      ['A third', 'one person in six', 'nine out of ten', '1 in 4', 'two thirds'],
    ],
    ['Two thirds of a million readers.', ['Two thirds of a million']],
    ['Visits doubled, and loans are three times as many.', ['doubled', 'three times as']],
    ['We are in the top 10, and 1st in London.', ['top 10', '1st in']],
    ['It is the third year running and one of only six.', ['third year running', 'one of only six']],
    ['£3.4bn, £1.05m and five million pounds.', ['£3.4bn', '£1.05m', 'five million pounds']],
    ['Hundreds of families and tens of thousands of loans.', ['Hundreds', 'tens of thousands']],
    ['Volunteers worked 2,000 hours.', ['2,000']],
    ['Open on 4 June 2026 from 9.30am to 5pm, and on Monday 12.', []],
    ['Ring 01234 567890 or 0800 123 456.', []],
    ['Children aged 4 to 11, 4-11 year olds, two-year-olds, over-65s and year 7.', []],
    ['In 2016/17, since 2010, in the 1990s and in the 21st century.', []],
    ['See section 4.2, item 7, page 12, option 2 and Key Stage 2.', []],
    ['24 High Street, A4, 3D, COVID-19, 4G, R100, C12/34.', []],
    ['One of the reasons is that one cannot know.', []],
    ['The second half of the year and a half day.', []],
    ['For every £1 that is spent.', []],
    ['Last year 64 people came, and this week 20 more.', ['64', '20']],
    ['Up to date, at 2, a 2nd chance.', ['2']],
    [
      '14 of 16 pupils, nineteen of the last twenty-seven, one of the 900 people.',
      ['14 of 16', 'nineteen of the last twenty-seven', '900'],
    ],
    [
      'One council flat in three and seven homes in ten, one session in five libraries.',
      ['One council flat in three', 'seven homes in ten', 'five'],
    ],
    ['About a third decided to wait, which took about half an hour.', ['a third']],
    [
      'Care takes 67p of every pound, or eighty pence in every pound.',
      ['67p of every pound', 'eighty pence in every pound'],
    ],
    ['Several hundred more people a day.', ['Several hundred']],
    ['A licence costs five times what a shopper pays.', ['five times what']],
    [
      'The second-highest share, and the longest network of any council in Wales.',
      ['second-highest', 'longest network of any'],
    ],
    ['Over 93,000 views, over 15,000 books, and people over 65.', ['93,000', '15,000']],
    ['The films were viewed over 172,000 times, and three times a week.', ['172,000']],
    ['Her son, who is six, came, and her daughter was ten.', []],
    ['They gained fourteen months of progress in fourteen months.', ['fourteen']],
    ['The waiting list for a therapist is fourteen months.', ['fourteen']],
    ['We met at half past four and left by a quarter to nine.', []],
    ['Ring Joan on (01234) 567890, or 999 if it cannot wait.', []],
    ['A joiner of 44 has begun a course.', []],
    ['Budgets fell by 5·7%.', ['5·7%']],
    ['Shops by the thousand, and 1 primary school in 7.', ['by the thousand', '1 primary school in 7']],
    ['We are among the best ten in Wales.', ['among the best ten']],
    ['Her book is “The Oldest Post Office in the World”.', []],
    ['No other library service in Wales had one before.', ['No other library service in Wales']],
    ['They are less likely to be online than anywhere else in the UK.', ['than anywhere else in the UK']],
  ];
  for (const [text, words] of cases) {
    it(`${text} ${JSON.stringify(words)}`, () => {
      assert.deepEqual(
        quantitiesIn(text).map(({ span }) => text.slice(span.start, span.end)),
        words,
      );
    });
  }
  const values: readonly [string, number][] = [
    ['7,200 people', 7200],
    ['£3.4bn in value', 3.4e9],
    ['twenty-three schools', 23],
    ['two and a half million loans', 2.5e6],
    ['31%', 31],
    ['1,200% more', 1200],
    ['30–40% of them', 40],
    ['a percentage of 62.5', 62.5],
    ['62.5 to 70 per cent', 70],
    ['twenty-five per cent of them', 25],
    ['2,400-2,600 buildings', 2600],
    ['a dozen readers', 12],
  ];
  for (const [text, value] of values) {
    it(`is worth what it says: ${text}`, () => assert.equal(quantitiesIn(text)[0]?.value, value));
  }
});

describe('A figure that a sceptical reader could challenge', () => {
  const claims: readonly [string, readonly string[]][] = [
    ['Loneliness has risen by 12%.', ['12%']],
    ['One in four residents has no internet at home.', ['One in four']],
    ['Last year 8,200 children took part.', ['8,200']],
    ['Thousands of people found work with our help.', ['Thousands']],
    ['The library returns £7 for every £1.', ['£7']],
    ['The group began with 8 children and has grown to 14.', ['8']],
    ['In some weeks as many as 40 turn up for soup.', ['40']],
    ['We sat with nine people, seven of whom live alone.', ['seven']],
    ['Half the class had started work by June.', ['Half']],
    ['Half had never spoken to us before.', ['Half']],
    ['Six had been given other work because of it.', ['Six']],
    ['Last summer it was 81.', ['81']],
    ['At Ashby eight have a post by now.', ['eight']],
    ['She has got £46,000 for people in attendance allowance.', ['£46,000']],
    ['By the number of firms started, Leeds comes third.', ['comes third']],
    ['A visit costs £11.40 as against 92p at a branch.', ['£11.40']],
    ['Attendances added up to 747.', ['747']],
    ['There would be 500 people affected.', ['500']],
    ['It would mean 40 per cent off the opening hours.', ['40 per cent']],
    ['In six years over 300 have closed.', ['300']],
    ['There are more than 500 libraries in Scotland.', ['500']],
    ['Ashby is one of only five towns with a night library.', ['one of only five']],
    ['Staff made 5,700 calls to lonely people.', ['5,700']],
    ['Readers borrowed 88,000 books.', ['88,000']],
    ['**Visits doubled** 🙂 in a year.', ['doubled']],
    ['Half of the children cannot swim.', ['Half']],
    // What came of it, however few.
    ['Eleven of our regulars went on to a course.', ['Eleven']],
    ['Nineteen of the last twenty-seven are now in paid posts.', ['Nineteen of the last twenty-seven']],
    ['Of 74 who enrolled, 61 finished.', ['74']],
    ['Four of the seven shows have since been booked elsewhere.', ['Four of the seven']],
    ['She has sent nineteen people straight over to the surgery.', ['nineteen']],
    ['Five of the mothers now meet in town.', ['Five']],
    ['It has found paid work for 12 of them.', ['12']],
    ['Twenty-eight people have used it to sell their work.', ['Twenty-eight']],
    ['After ten weeks 64 per cent of the children spoke better.', ['64 per cent']],
    ['Two-thirds say that they feel less lonely for it.', ['Two-thirds']],
    ['Last year it kept 810,000 children enjoying books.', ['810,000']],
    ['It was the largest fall in use since the war.', ['largest fall in use since']],
    ['Waiting rooms fell silent: appointments went from 6.1 to 4.4.', ['6.1 to 4.4']],
    ['Footfall came to 21,000, against a target of 19,500.', ['21,000']],
    ['The club began with six people.', ['six']],
    // What is lost.
    ['Four galleries in the county have shut since 2021.', ['Four']],
    // What it would cost elsewhere, and what it saves.
    ['These reports would cost a sole trader several hundred pounds.', ['hundred pounds']],
    ['The new system will save about £70,000 a year.', ['£70,000']],
  ];
  for (const [text, words] of claims) {
    it(`is marked: ${text}`, () => assert.deepEqual(openFigures(`${text}\n`), words));
  }
  const none = [
    'The county has 44 libraries and 312 staff.',
    'The grant of £12,500 pays for a van.',
    'Tickets cost £4.50, and children pay £2.',
    'Ten artists took over the library for a week.',
    'The library is open for 40 hours a week from 2 May 2026.',
    'We need 200 volunteers for the summer.',
    'If 1,000 libraries were to close, nobody would count them.',
    'If the next government set aside £25bn a year in savings, it would take a century.',
    '1,150 people answered the survey.',
    'Half of the book is about Ashby.',
    'A season ticket costs £310.',
    'We offer 60,000 titles in large print.',
    'There are three reasons for this.',
    'We will record a hundred hours of talk.',
    'The council must save £1.4 million.',
    'Council tax will go up by 4.99 per cent.',
    'The committee asks that one in ten of the homes be adaptable.',
    'Under-fives come first in the new plan.',
    'By the end there were four of them at it.',
    'Her son, a man of 81, has come for eighteen months.',
    'They hope for more, with the aim that 300 people read for the first time.',
    'Over 7,000 people took part in a 19-week library service redesign consultation.',
    'Two of the leaflets and a poster have been rewritten.',
    'Take your card to one of the eight libraries.',
    'A woman who was made redundant at 58 wrote to us.',
    'Rents will go up by 1.4 per cent, and 12 per cent is for contingencies.',
    'You may have to wait up to four weeks for a place.',
    'A group can have a collection of up to 2,000 books on loan.',
    'Further savings of £400,000 are needed by April.',
    '| Contract | Value |\n|---|---|\n| Library system | £86,000 |',
    'Call NHS 24 on 111 at any time.',
    'They are known by their first five digits and passed on by a proxy.',
    'Of the fourteen complaints, nine concerned the toilets.',
    'In the group of seven, with a combined age of 541, all knit.',
    'The scheme is part of a plan to bring 5,000 jobs to the coast.',
    'There was a grown-up of 70 and a baby of 13 months.',
    'The prize went to one of 120 entries.',
    'The reference number is 20231145; ring ext. 2231.',
    'We sent out 1,500 leaflets.',
    'The hall seats 150 people, and we have 340 volunteers.',
    'In the First World War 600 men from the town were killed.',
    'It was built in 1904 and could lend to 10,000 families.',
    'The target is 20% by 2030.',
    'We came second in the county quiz.',
    'The sorter takes up about half the floor, and is the lesser half of it.',
    'An apprentice is allowed 20 per cent of the week for study.',
    'Three readers have stopped me to say which library theirs was.',
  ];
  for (const text of none) {
    it(`is not plain bookkeeping, a price or a plan: ${text}`, () =>
      assert.deepEqual(openFigures(`${text}\n`), []));
  }
  it('is one finding for each sentence', () => {
    assert.deepEqual(openFigures('Visits rose by 12% and loans by 9%. Members fell by 3%.\n'), ['12%', '3%']);
  });
  it('is left alone in a footnote and a heading', () => {
    assert.deepEqual(
      openFigures('# Visits rose by 12%\n\nText.[^1]\n\n[^1]: Of 400 people, 12% answered.\n'),
      [],
    );
  });
  it('is not asked for in what a paper asks for and what that costs', () => {
    const text = (heading: string): string =>
      `# A\n\n## ${heading}\n\nWe have saved £2 million and reached 900 people.\n`;
    assert.deepEqual(openFigures(text('Financial implications')), []);
    assert.deepEqual(openFigures(text('Recommendations')), []);
    assert.equal(openFigures(text('The cost of loneliness')).length, 1);
    assert.equal(openFigures(text('Background')).length, 1);
  });
  it('is marked in a table by its row', () => {
    const table =
      '|  | 2024 | 2025 |\n| - | - | - |\n| People seen | 2,070 | 2,500 |\n| Branches | 33 | 34 |\n';
    assert.deepEqual(openFigures(table), ['2,070']);
  });
});

describe('Reading figures', () => {
  it('ends, whatever is written and however long', () => {
    for (const piece of [
      '1,',
      '9'.repeat(50),
      'one hundred and ',
      'most ',
      'a@',
      '“',
      "'",
      '(A 20',
      'half ',
      'twenty-',
      'top ',
      '£',
      'report of the ',
      'The council ',
      'GPs at the ',
      'largest ',
      'of the 9 ',
      'went from seven to ',
      'has since ',
      '[Ab ',
      'x (ONS',
      'A. ',
      '[^1]',
    ]) {
      const text = piece.repeat(Math.ceil(40_000 / piece.length));
      assert.ok(Array.isArray(figuresInDraft(parseDraft(text))));
    }
  });
});

describe('What is said of a figure without a source', () => {
  const said = (text: string): string => unsourcedClaims(parseDraft(`${text}\n`))[0]!.words;
  for (const [text, words] of [
    ['In Ashby 38% of households have nobody in work.', '38% of households have nobody in work'],
    ['A third of pupils cannot read.', 'A third of pupils cannot read'],
    ['Visits rose by 14%.', '14%'],
    ['Visits rose by 14%, year on year.', '14%'],
    ['Last year 900 new people came in.', '900 new people came in'],
    ['Visits fell by 12% between 2015 and 2019.', '12% between 2015 and 2019'],
    [
      'Last year about 600 residents get a place in one of the many groups that our libraries run for them.',
      '600 residents …',
    ],
    ['It saved 900 families.', '900 families'],
    ['Last year 900 people in “Ashby Reads” came from 14 towns.', '900 people'],
    ['In Ashby 61,200 people came in 2025/26.', '61,200 people came in 2025/26'],
    ['In Ashby 61,200 people in 2025/26.', '61,200 people in 2025/26'],
    ['It saved 900 under-fives.', '900 under-fives'],
    [
      '| Town | People who came | More |\n|---|---|---|\n| Households without internet in Ashby | 38% | 21 |',
      '38%',
    ],
    [
      '| Town | Visits | More |\n|---|---|---|\n| Ashby library, all visits by children | 18,300 | 21 |',
      '18,300',
    ],
  ] as const) {
    it(`tells which it is: ${text}`, () => assert.equal(said(text), words));
  }
});
