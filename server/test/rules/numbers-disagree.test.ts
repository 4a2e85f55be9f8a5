import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findings, marked } from './helpers';

const RULE = 'numbers-disagree';

/** A table from its rows, the first of which is its head. */
function table(...rows: readonly string[]): string {
  const [head, ...body] = rows.map((row) => `| ${row} |`);
  return [head, head!.replace(/[^|]+/g, ' --- '), ...body, ''].join('\n');
}

/** What is wrong, and the words that are marked. */
const wrong: Readonly<Record<string, readonly (readonly [text: string, ...marked: string[]])[]>> = {
  'A total': [
    // Far from its parts, and yet one digit away from their sum.
    [
      table(
        'Item | £',
        'Rent | 68,000',
        'Share | 71,500',
        'Costs | -44,000',
        'Staff | -81,250',
        '**Net** | 24,250',
      ),
      '24,250',
    ],
    [table('Site | Loans', 'Ash | 1,204', 'Elm | 988', '**Total** | **2,292**'), '**2,292**'],
    [table('Item | £', 'Staff | 31,400', 'Books | 9,600', 'Rent | 4,000', 'Total | 44,000'), '44,000'],
    [table('Item | Cost', 'Staff | £31,400', 'Income | (£1,400)', 'Net | £31,000'), '£31,000'],
    [
      table(
        'Site | Adults | Children | Total',
        'Ash | 10 | 15 | 25',
        'Elm | 12 | 9 | 23',
        'Total | 22 | 24 | 46',
      ),
      '23',
    ],
    [
      table(
        'Site | Adults | Children | Total',
        'Ash | 10 | 15 | 25',
        'Elm | 12 | 9 | 31',
        'Total | 22 | 34 | 56',
      ),
      '9',
    ],
    [table('Answer | %', 'Yes | 61', 'No | 27', 'Not sure | 9', 'Total | 100'), '100'],
    [table('Job | £m', 'Roof | 1.2', 'Lift | 0.4', 'Total | 1.8'), '1.8'],
    ['- Staff £4,100\n- Books £1,250\n- Rent £800\n- Total £6,050\n', '£6,050'],
    [
      table('Item | Cost', 'Staff | £9,000', 'Evaluation | tbc', 'Books | £1,000', 'Total | £10,000'),
      '£10,000',
    ],
    [
      table(
        'Item | £',
        'Kiosks | 215,000',
        'Fitting | 60,000',
        '**Capital** | **275,000**',
        'Upkeep | 144,000',
        '**Five-year cost** | **429,000**',
      ),
      '**429,000**',
    ],
    [table('Item | £', 'Harp | 900', 'Drum | 350', 'Hall | free', 'Total | £1,350'), '£1,350'],
    [table('Item | £', 'Bus | 4,200', 'Driver | in kind', 'Fuel | 610', 'Total | 4,610'), '4,610'],
    // A last row of sums by another name.
    [
      table(
        'Test | Move | Stay | Share',
        'Cost | 2 | 4 | 3',
        'Reach | 5 | 2 | 4',
        'Speed | 3 | 5 | 2',
        'Score | 10 | 12 | 9',
      ),
      '12',
    ],
  ],
  'Shares of one whole': [
    [table('Reason | %', 'Books | 41', 'Study | 29', 'Printing | 17', 'Warmth | 6', 'Other | 10'), '10'],
    [
      table(
        'Stock | 2024 | 2028',
        'Fiction | 40% | 35%',
        'Fact | 30% | 30%',
        'Children | 20% | 27%',
        'Local | 10% | 10%',
      ),
      '2028',
    ],
  ],
  'A column that is worked out of others': [
    [
      table('Measure | 2022 | 2024 | Change', 'eBooks | 2,410 | 6,155 | +255%', 'Visits | 100 | 110 | +10%'),
      '+255%',
    ],
    [
      table(
        'Risk | Likelihood | Impact | Score',
        'Fire | 2 | 5 | 10',
        'Flood | 3 | 4 | 14',
        'Theft | 1 | 3 | 3',
      ),
      '14',
    ],
    [
      table(
        'Item | Number | Unit cost | Cost',
        'Tablets | 20 | £189 | £3,780',
        'Bags | 10 | £9.50 | £95',
        'Cases | 20 | £15 | £350',
      ),
      '£350',
    ],
    [
      table(
        'Site | 2023 | 2024 | Change',
        'Ash | 200 | 230 | +15%',
        'Elm | 400 | 500 | +20%',
        'Oak | 80 | 60 | -25%',
      ),
      '+20%',
    ],
    [
      table(
        'Site | Joined | Finished | %',
        'Ash | 200 | 120 | 60',
        'Elm | 400 | 200 | 55',
        'Oak | 80 | 60 | 75',
      ),
      '55',
    ],
    [
      table(
        'Post | Now | Then | Change',
        'A | 9.0 | 6.0 | -3.0',
        'B | 5.5 | 5.0 | -1.5',
        'C | 4.0 | 7.0 | +3.0',
        'D | 2.0 | 1.0 | -1.0',
      ),
      '-1.5',
    ],
    [
      table(
        'Type | Sessions | People | Average',
        'Rhymes | 40 | 1,160 | 29.0',
        'Games | 20 | 540 | 27.0',
        'Crafts | 30 | 300 | 12.0',
      ),
      '12.0',
    ],
    [
      table(
        'Plan | Yes | No | Unsure',
        'Later | 61% | 30% | 9%',
        'Earlier | 45% | 45% | 15%',
        'Sunday | 20% | 70% | 10%',
      ),
      '45% | 45% | 15%',
    ],
    [table('Item | Cost', '40 chairs at £85 | £3,600', 'Lamps | £200'), '£3,600'],
    [
      table(
        'Answer | Start (n=40)',
        'Daily | 20 (50%)',
        'Weekly | 10 (25%)',
        'Monthly | 6 (15%)',
        'Never | 4 (20%)',
      ),
      '4 (20%)',
    ],
  ],
  'A share': [
    ['10,874 children at 23 libraries signed up. And 6,742 of them, or 68%, finished.\n', '68%'],
    ['10,874 children signed up. Of these, 6,742 (68%) finished.\n', '68%'],
    ['Of the 171 people 104 were children. 841 of 1,152 forms were in Welsh. That’s 80%.\n', '80%'],
    ['41 of the 60 children (72%) came back.\n', '72%'],
    ['41 out of 60 came back, a return rate of 72 per cent.\n', '72 per cent'],
    ['Of those asked, 81% (240 of 310) agreed.\n', '81%'],
    ['18 of 24 libraries, or 80%, have a lift.\n', '80%'],
    ['Some 600 children joined and 300 of them (60%) finished.\n', '60%'],
    ['We wrote to 600 families and 300 of them came. That is a response rate of 55%.\n', '55%'],
    [
      '- 41% read\n- 38% look things up\n- 20% use a computer\n- 9% other\n',
      '41% read\n- 38% look things up\n- 20% use a computer\n- 9%',
    ],
    ['Over a third (31%) of them came back.\n', 'Over a third (31%)'],
    ['Two thirds of our members (58%) are over 60.\n', 'Two thirds of our members (58%)'],
    [
      `${table('Answer | Start (n=40)', 'Daily | 20 (50%)', 'Weekly | 10 (25%)', 'Never | 10 (20%)')}`,
      '10 (20%)',
    ],
    ['Of the 240 families invited, 168 came (72%).\n', '72%'],
    ['In all 168 (72%) of the 240 families came.\n', '72%'],
  ],
  'A change': [
    ['Visits rose by 64%, from 51,000 to 81,000 a year.\n', '64%'],
    ['The book fund is £118k, down from £164k in 2019/20, a 39% decrease.\n', '39%'],
    ['Visits were 118,000, down 39% from 164,000.\n', '39%'],
    ['Incidents rose from 88 to 141 in two years (up 40%).\n', '40%'],
    ['Loans fell from 4,000 to 3,000, a fall of 33%.\n', '33%'],
    ['The cost falls from £118,400 to £71,900, a saving of £56,500.\n', '£56,500'],
    ['We paid £17,250 for 112 hours, or £140 an hour.\n', '£140'],
    ['That is 390 x £85 = £35,150 a year.\n', '£35,150'],
    ['At best 90 x £12,000 = £1.8 million.\n', '£1.8 million'],
    ['Membership doubled from 120 to 190.\n', '120 to 190'],
    ['The 94,200 loans of this year are 15% up on the 86,900 of last year.\n', '15%'],
    [
      `Loans fell by 12.1%.\n\n${table('What | 2023 | 2024', 'Loans | 20,000 | 18,200', 'Visits | 900 | 950')}`,
      '12.1%',
    ],
    [
      `The van will reach 800 households, an increase of 70%.\n\n${table('What | Now | 2027 | 2030', 'Households on the van | 500 | 700 | 800', 'Stops | 31 | 40 | 44')}`,
      '70%',
    ],
    ['Loans soared by 20% last year to 1.3 million.\n\n- In 2022/23 there were 1,204,000 loans.\n', '20%'],
    ['Loans have more than trebled in two years, from 300 to 840.\n', '300 to 840'],
  ],
  'A whole and its parts': [
    ['The forecast is an overspend of £90k. Agency £54k, energy £29k, income £12k short.\n', '£12k'],
    ['The £148,000 comprises staff (£71,500), books (£34,000) and training (£40,000).\n', '£148,000'],
    [
      'The refurbishment cost £1.3m and was paid for by the council (£800,000), a lottery grant (£350,000) and the Friends, who raised £48,000.\n',
      '£1.3m',
    ],
    [
      'It was made possible by £148,000 from the council, £30,000 from the trust and £12,500 from the Friends, a total investment of £195,000.\n',
      '£195,000',
    ],
    ['There were 4,862 responses: 3,974 online, 811 on paper and 97 by letter.\n', '4,862'],
    [
      'The three closures save £212,000 a year. That is £71,000 for Ash, £84,000 for Elm and £67,000 for Oak.\n',
      '£67,000',
    ],
    ['Shed £150, tools £220, paint £60, so £450 in all.\n', '£450'],
    [
      '- lend the room (worth £7,020 at £90 a day)\n- give staff time (£1,500)\n\nSo our total contribution in kind is £8,750.\n',
      '£8,750',
    ],
    ['Of the 118 people, 83 moved up (61 by one step), 31 stayed where they were and 6 moved down.\n', '118'],
    ['We picked 148kg, of which 90 went to the kitchen, 31 to neighbours and 21 was thrown away.\n', '148'],
    ['Capital is £260k: roof 140, lift 65, doors 35, paint 10.\n', '£260k'],
    ['The plan is: 2 to close, 4 to share, 6 with fewer hours. 9 stay. (22 in all)\n', '22'],
    [
      '- 64 branches\n- 31 owned outright, 22 rented, 13 shared with schools\n',
      '31 owned outright, 22 rented, 13',
    ],
    [
      'We heard from 208 people:\n\n- Open later (91)\n- Open on Sundays (64)\n- Something else (59)\n',
      '208',
    ],
    ['We reach 400 people, of whom:\n\n* 210 have retired\n* 130 live alone\n* 80 are carers\n', '400'],
    [
      'There were 190 loans. Most lent were:\n\n1. Drill (70 loans)\n2. Tent (40)\n3. Ladder (25)\n\nThe other 65 loans were of small things.\n',
      '65',
    ],
  ],
  'A list that was announced': [
    ['There are three options:\n\n- close\n- move\n- stay\n- share\n', 'three options'],
    [
      'Cabinet is asked to approve the following two changes:\n\n1. Hours\n2. Fees\n3. Rooms\n',
      'two changes',
    ],
    ['We ran it in four branches (Ash, Elm and Oak).\n', 'four branches (Ash, Elm and Oak'],
    [
      'The pilot is at the following five branches: Ash, Elm, Oak Street and Lime.\n',
      'five branches: Ash, Elm, Oak Street and Lime',
    ],
  ],
  'A date': [
    // A day so near is of that year, though it was a Monday in 2024.
    ['---\ndate: 2025-09-03\n---\n\nWe meet on Monday 9 September.\n', 'Monday 9 September'],
    ['The meeting is on Tuesday 14 May 2025.\n', 'Tuesday 14 May 2025'],
    ['---\ndate: 2025-03-11\n---\n\nIt opens on Saturday 3 June.\n', 'Saturday 3 June'],
    ['It ran until 31 June 2024.\n', '31 June 2024'],
    ['It runs from 7 April 2025 to 15 March 2025.\n', 'from 7 April 2025 to 15 March 2025'],
    ['The consultation ran for ten weeks from 7 April to 27 July 2025.\n', 'from 7 April to 27 July 2025'],
    ['---\ndate: 2025-06-10\n---\n\nThe fair starts in Ash on Saturday 7 June.\n', 'Saturday 7 June'],
    ['---\ndate: 2025-06-10\n---\n\nThe hall will open on 2 May 2025.\n', '2 May 2025'],
    ['This is a ten-year strategy 2025–2030.\n', 'ten-year strategy 2025–2030'],
    ['A three-year project from April 2025 to March 2027.\n', 'from April 2025 to March 2027'],
    [
      '---\ndate: 2025-03-11\n---\n\nThe library, opened in 1974, has its 40th anniversary.\n',
      'opened in 1974, has its 40th anniversary',
    ],
    [
      'The consultation closes on Friday 30 May 2025.\n\nThe consultation will close on 31 May.\n',
      'The consultation will close on 31 May',
    ],
    [
      'The contract ends on 31 March 2026.\n\nThe contract expires on 31 March 2025.\n',
      'The contract expires on 31 March 2025',
    ],
  ],
  'Rows of a table that are counted': [
    [
      'There is a red, and three ambers.\n\n' +
        table('Measure | RAG', 'Loans | G', 'Visits | A', 'Staff | Red', 'Money | A? under review'),
      'three',
    ],
    [
      'Five of six measures on target.\n\n' +
        table('Measure | Met?', 'A | Y', 'B | Y', 'C | N', 'D | Y', 'E | N', 'F | Y'),
      'Five',
    ],
    [
      '4 of 5 complete.\n\n' +
        table('Action | Status', 'A | Done 3/4', 'B | Complete', 'C | Not yet', 'D | Started', 'E | Done'),
      '4',
    ],
    [
      'In all, 61% agreed or strongly agreed.\n\n' +
        table('Answer | %', 'Strongly agree | 31.2', 'Agree | 25.1', 'Neither | 20.3', 'Disagree | 23.4'),
      '61%',
    ],
    [
      'Overall 83% of them found it good or very good.\n\n' +
        table('Answer | n | %', 'Very good | 120 | 60', 'Good | 56 | 28', 'Fair | 20 | 10', 'Poor | 4 | 2'),
      '83%',
    ],
  ],
  'The same thing with two values': [
    [
      `${table('How | Number', 'Online | 802', 'Paper | 250', 'Phone | 100', 'Total | 1,152')}\nWe had 1,162 responses.\n`,
      '1,162',
    ],
    [
      `We had 1,162 responses.\n\n${table('How | Responses', 'Online | 802', 'Paper | 250', 'Phone | 100')}`,
      '1,162',
    ],
    [
      `${table('What | 2022 | 2023 | 2024', 'Copies sold | 3,150 | 7,480 | 12,900', 'Titles | 2 | 2 | 3')}\nIn all it has sold over 25,000 copies.\n`,
      '25,000',
    ],
    [
      'We lent 6,312 Reading Well books.\n\n' +
        table('What | 2024', 'Reading Well books | 6,132', 'Other loans | 88,000'),
      '6,312',
    ],
    ['The store has 390 orchestral sets.\n\nIt lends 309 orchestral sets to choirs.\n', '390'],
    ['It needs capital of £148,000.\n\nThe finance section has capital of £184,000.\n', '£148,000'],
    [
      '**Amount requested: £49,850**\n\n' +
        table('Item | £', 'Tablets | 18,900', 'Staff | 31,700', 'Total | 50,600'),
      '£49,850',
    ],
    [
      'Some 96 residents took part.\n'.replace('Some ', '') +
        '\n' +
        table('Home | Sessions | Residents', 'Ash | 31 | 50', 'Elm | 30 | 45', 'Total | 61 | 95'),
      '96',
    ],
    [
      'We ask for £24,500 over two years.\n\n' +
        table(
          'Item | Year 1 | Year 2',
          'Staff | £9,000 | £9,500',
          'Books | £3,000 | £2,500',
          'Total | £12,000 | £12,000',
        ),
      '£24,500',
    ],
    ['All nine libraries open at ten.\n\nThe council runs ten libraries.\n', 'nine'],
    ['# Ashshire reads\n\nThe county’s 31 libraries are full.\n\nAshshire has 32 libraries.\n', '31'],
    ['---\ntitle: Digital strategy 2026-2030\n---\n\n# Our digital strategy 2026–2031\n', '2026–2031'],
    [`Aldmoor had 530 sign-ups.\n\n${table('Site | Sign-ups', 'Aldmoor | 503', 'Elm Street | 644')}`, '530'],
    [
      'In all 6,480 children joined and 57% completed it.\n\n6,480 children started and 3,562 finished (55%).\n',
      '57%',
    ],
    // In a table it is likelier right.
    [`${table('Site | Sets', 'Ash | 3,750', 'Elm | 1,204')}\nAsh has 3,570 sets to lend.\n`, '3,570'],
    ['We have over half a million loans.\n\nIn all 481,950 loans were made.\n', 'half a million'],
    ['More than 7,000 teenagers came.\n\nIn all 6,860 teenagers came through the door.\n', '7,000'],
    [`Almost 4,000 loans were made.\n\n${table('What | 2024', 'Loans | 4,127', 'Visits | 9,450')}`, '4,000'],
    [
      'The van calls on 264 residents.\n\n' +
        table('Year | Customers', '2023 | 241', '2024 | 284') +
        '\n' +
        table('Route | Customers', 'North | 160', 'South | 124', 'Total | 284'),
      '264',
    ],
    ['There were 341,206 visits.\n\nFootfall of 341,026 is the best yet.\n', '341,206'],
  ],
};

/** What may well be true. */
const right: Readonly<Record<string, readonly string[]>> = {
  'A total': [
    table('Branch | Loans', 'Ash | 23,333', 'Elm | 23,333', 'Oak | 23,333', 'Total | 70,000'),
    table('Site | Loans', 'Ash | 1,204', 'Elm | 988', '**Total** | **2,192**'),
    // Rounding.
    table('Answer | %', 'Yes | 61.4', 'No | 27.3', 'Not sure | 11.2', 'Total | 100'),
    table('Job | £000', 'Roof | 121', 'Lift | 43', 'Door | 12', 'Total | 177'),
    // A mean, people who came twice, subtotals, what is taken off.
    table('Site | Average age', 'Ash | 41', 'Elm | 45', 'All | 43'),
    table('Site | People', 'Ash | 210', 'Elm | 190', 'Total | 360'),
    table(
      'Item | £',
      'Staff | 100',
      'Books | 50',
      'Subtotal | 150',
      'Rent | 30',
      'Heat | 20',
      'Subtotal | 50',
      'Total | 200',
    ),
    table('Item | £', 'Staff | 100', 'Books | 50', 'Total | 150', 'Less: grant | 40', 'To find | 110'),
    table('Item | £', 'Staff | 100', 'Books | 50', 'Less: grant | 40', 'Total | 110'),
    table('Item | £', 'Staff | 100', 'Books | 50', 'of which new | 20', 'Total | 150'),
    table('Item | £000', 'Staff | 1,842', 'Books | 402', 'Income | (131)', '**Net** | **2,113**'),
    table('Site | A | B | Total', 'Ash | 2 | – | 2', 'Elm | nil | 4 | 4', 'Total | 2 | 4 | 6'),
    table(
      'Income | £ | | Spending | £',
      'Fees | 70 | | Staff | 60',
      'Grants | 30 | | Rent | 35',
      '**Total** | **100** | | **Total** | **95**',
    ),
    table('Type | Sessions | People', 'Rhymes | 40 | 1,160', 'Games | 20 |', 'Total | 60 | 1,500'),
    table('Lead | Population', 'Ash | 4,000', 'Elm | 5,000', 'County total | 90,000'),
    table(
      'Item | £',
      'Kiosks | 215,000',
      'Fitting | 60,000',
      '**Capital** | **275,000**',
      'Upkeep | 144,000',
      '**Five-year cost** | **419,000**',
    ),
    table('Option | £', 'Close | 10,000', '**Move** | **24,000**', 'Stay | 30,000', 'Total | 64,000'),
    table(
      'Item | £',
      'Staff | 100',
      'Books | 50',
      '**Cost** | **150**',
      'Less: Friends | 40',
      '**Request** | **110**',
    ),
    table('Item | £', 'Harp | 900', 'Drum | 350', 'Hall | free', 'Total | £1,250'),
    table(
      'Site | Adults | Teens | Children',
      'Ash | 20 | 40 | 30',
      'Elm | 50 | 20 | 40',
      'Oak | 30 | 50 | 20',
      'Lime | 40 | 60 | 70',
    ),
  ],
  'Shares of one whole': [
    table('Reason | %', 'Books | 41', 'Study | 29', 'Printing | 15', 'Warmth | 7', 'Other | 9'),
    table('Tick all that apply | %', 'Books | 41', 'Study | 29', 'Printing | 15', 'Warmth | 7', 'Other | 15'),
    table('Group | Here', 'Under 16 | 31%', 'Women | 58%', 'Disabled | 9%', 'Carers | 6%'),
  ],
  'A column that is worked out of others': [
    table(
      'Site | Before | After | Change',
      'Ash | 41,870 | 49,305 | +17.8%',
      'Elm | 28,416 | 29,220 | +2.8%',
      'Together | 70,286 | 78,525 | +11.7%',
    ),
    // Most are measured otherwise.
    table('Measure | 2022 | 2024 | Change', 'eBooks | 2,410 | 6,155 | 12%', 'Visits | 100 | 110 | 4%'),
    table('Risk | Likelihood | Impact | Score', 'Fire | 2 | 5 | 7', 'Flood | 3 | 4 | 7', 'Theft | 1 | 3 | 4'),
    table(
      'Site | 2023 | 2024 | Change',
      'Ash | 200 | 230 | +15%',
      'Elm | 400 | 500 | +25%',
      'Oak | 80 | 60 | -25%',
    ),
    table('Reason (tick all) | %', 'Time | 61', 'Place | 48', 'Cost | 33'),
    table('Group | Here | England', 'Eligible | 46.6% | 51.5%', 'Not | 69.9% | 72.0%', 'All | 65.8% | 67.7%'),
    table(
      'Measure | Now | 2027 | 2029',
      'Staff happy | 58% | 65% | 75%',
      'Sick days | 11.2 | 10 | 9',
      'Under 30 | 7% | 11% | 15%',
    ),
    table(
      'Item | Cost',
      '2 sessions x 45 weeks @ £28 | £2,520',
      '10 hrs x 42 wks | £9,240',
      'Fees (12%) | £500',
    ),
  ],
  'A share': [
    'Over half (58%) came.\n',
    '10,874 children at 23 libraries signed up. Of these, 6,742 (62%) finished.\n',
    'That is 53% of them: 644 of 1,206 (53%).\n',
    '98 of the 149 who answered (66%) agreed.\n',
    'About 40 of 100 (43%) came.\n',
    'Of the 60 children 41 came, and attendance was 72%.\n',
    'FTE in post 88.4 of 96.0 = 7.9% vacancy.\n',
    'Only 12 of 40 libraries (up from 20%) have one.\n',
    '- 83 (70%) moved up\n- 96 (40%) answered\n- 11 (37%) were reached\n- 39 (14%) stayed\n',
    '- 61% live alone\n- 74% are women\n- 38% have sight loss\n- 9% other\n',
    'Nearly half (46%) came back, and about a third of members (31%) did not.\n',
    'The third quarter (31%) was the best, and in the second half (12%) fewer came.\n',
    'We reached 120 of the 400 households, or 75% of our target.\n',
    '2 of the 14 libraries (9% of our visits) are closed.\n',
    'Of the 404 people advised, 187 replied (46%), of whom 71 (38%) had started.\n',
    'Of the 240 families in 12 libraries, 6 (50%) were new.\n',
    'In all 168 (70%) of the 240 families came.\n',
  ],
  'A change': [
    'The service has been halved and the fleet has been reduced from five to two.\n',
    'Visits rose by 59%, from 51,200 to 81,400 a year.\n',
    'The book fund is £118k, down from £164k in 2019/20, a 28% decrease.\n',
    'Visits were 118,000, down 28% from 164,000.\n',
    'We lent 118,000 books, down from 164,000 in 2019, and 39% of members came.\n',
    'At best 90 x £12,000 = £1.08 million.\n',
    'The rate rose from 58% to 65%, up 12%.\n',
    'Membership rose from 2.1m to 2.3m (up 9%).\n',
    'Costs fell from £118,400 to £71,900, a saving of £46,500.\n',
    'It takes 20 minutes to go from 4 to 12 stops, and 30% of people do.\n',
    'The 94,200 loans of this year are 8% up on the 86,900 of last year.\n',
    'Of 4,100 people at 12 branches, 32% more than last year’s 3,100 said so.\n',
    `Loans fell by 9%.\n\n${table('What | 2023 | 2024', 'Loans | 20,000 | 18,200', 'Visits | 900 | 950')}`,
    `Loans of films fell by 30%.\n\n${table('What | 2023 | 2024', 'Loans | 20,000 | 18,200', 'Visits | 900 | 950')}`,
    `Loans rose by 4% in May.\n\n${table('Site | Loans', 'Ash | 20,000', 'Elm | 18,200')}`,
    'Loans soared by 8% last year to 1.3 million.\n\n- In 2022/23 there were 1,204,000 loans.\n',
    'Loans soared by 20% last year to 1.3 million.\n\n- Ash had 804,000 loans.\n',
    'Membership nearly doubled, from 120 to 230, and loans doubled from 410 to 803.\n',
    'Numbers grew from 88 to 141 (60% of them women).\n',
    'The rate rose from 3 to 4 per 1,000 people (up 25%).\n',
    'Posts went from 20 to 14, a reduction of 3 a year.\n',
  ],
  'A whole and its parts': [
    'There are 32: Ashshire Central Library, six hub libraries and 25 others.\n',
    'The cost is £90k. Agency £50k, energy £30k, income £10k.\n',
    'The £148,000 comprises staff (£71,500), books (£34,000) and training (£42,500).\n',
    'There were 4,862 responses: 3,974 online, 811 on paper and 77 by letter.\n',
    'Of the 418 requests the largest groups were printing (122), forms (97) and email (81).\n',
    'The £64,000 was funded by the council (£30,000), the Friends and a trust (£20,000).\n',
    'We had 612 replies: 417 wanted longer hours, 389 new books and 246 better toilets.\n',
    'It costs £12,000, including £3,000 for staff and £2,000 for rent.\n',
    'The budget is £90,000: £30,000 a year for three years from the council and £1,000 for the rest.\n',
    'Of the 118 people, 83 moved up (61 by one step), 31 stayed where they were and 4 moved down.\n',
    'We spent £400 on books, £300 on rent and raised £800 in total.\n',
    'It costs £90,000: £30,000 a year for staff and £20,000 a year for rent.\n',
    'The grant is £40,000. That is £30 a session and £8 a head.\n',
    'Last year 214 people found work (63), training (29) or volunteering (12).\n',
    'We picked 142kg, of which 90 went to the kitchen, 31 to neighbours and 21 was thrown away.\n',
    'We picked 142kg, of which 90 went to the kitchen and 31 to neighbours.\n',
    'Capital is £250k: roof 140, lift 65, doors 35, paint 10.\n',
    'The plan is: 2 to close, 4 to share, 6 with fewer hours. 9 stay. (21 in all)\n',
    '- 64 branches\n- 31 owned outright, 22 rented, 11 shared with schools\n',
    '- 64 branches\n- 31 with a café, 22 with a garden, 29 with a lift\n',
    'We heard from 208 people:\n\n- Open later (91)\n- Open on Sundays (64)\n- Something else (53)\n',
    'We heard from 208 people, and the main wishes were:\n\n- Later (91)\n- Sundays (64)\n- Music (59)\n',
    'There were 190 loans. Most lent were:\n\n1. Drill (70 loans)\n2. Tent (40)\n3. Ladder (25)\n\nThe other 55 loans were of small things.\n',
    'We had 5,000 visits in May, 6,000 in June and 4,000 in July, a total of 14,900 visits.\n',
  ],
  'A list that was announced': [
    'There are three options:\n\n- close\n- move\n- stay\n',
    'It ran for three years:\n\n- one\n- two\n',
    'A trial of twelve months in the three clusters:\n\n1. One\n2. Two\n',
    'We ran it in four branches (Ash, Elm, Oak and Lime).\n',
    'We ran it in five branches (including Ash, Elm and Oak).\n',
    'It is in three places: Oak and Ash, Elm, and Lime.\n',
    'It works with two trusts (Ash Reading Room and Elm and Oak Society).\n',
    'There are five aims:\n\n- one\n- two\n\nThese need money.\n\n- three\n- four\n- five\n',
  ],
  'A date': [
    'The meeting is on Wednesday 14 May 2025.\n',
    'It opens on Monday 3 June.\n',
    'The consultation ran for ten weeks from 7 April to 15 June 2025.\n',
    'Twelve weeks, from 27 January to 20 April 2025.\n',
    '---\ndate: 2025-06-10\n---\n\nThe fair starts in Ash on Saturday 14 June, and term begins on 2 May.\n',
    '---\ndate: 2025-06-10\n---\n\nThe hall opened on 2 May 2025, and will open on 1 May 2026.\n',
    '---\ndate: 2025-06\n---\n\nThe hall will open on 2 June 2025.\n',
    'A five-year strategy 2025–2030, and a two-year plan 2025-26.\n',
    'A three-year project from April 2025 to March 2028.\n',
    'It ran from 12 September to 3 June 2024.\n',
    'A 25-year lease, 2025–2030 being reviewed.\n',
    'It is open for 38 weeks from 2 September 2024 to 18 July 2025.\n',
    'Over three years 2019-20 to 2021-22, and in the last ten years 2015–2024.\n',
    'The fair runs from Monday 12 to Friday 16 May 2025.\n',
    '---\ndate: 2025-03-11\n---\n\nIt opened in 1974 and marks its 50th anniversary.\n',
    'The consultation ran from 7 April to 15 June 2025.\n\nThe consultation closed on 15 June.\n',
    'The grant ends on 31 March 2026.\n\nThe contract ends on 31 May 2026.\n',
    'The survey closed on 3 May 2023.\n\nThe survey closed on 9 July 2024.\n',
  ],
  'Rows of a table that are counted': [
    `There are two ambers.\n\n${table('Measure | RAG', 'Loans | G', 'Visits | A', 'Staff | R', 'Money | A')}`,
    'We have three red and green flags.\n\n' +
      table('Measure | RAG', 'Loans | G', 'Visits | A', 'Staff | R', 'Money | A'),
    'Four of six measures on target, and four of five actions done.\n\n' +
      table('Measure | Met?', 'A | Y', 'B | Y', 'C | N', 'D | Y', 'E | N', 'F | Y'),
    'In all, 56% agreed or strongly agreed, and 61% agreed.\n\n' +
      table('Answer | %', 'Strongly agree | 31.2', 'Agree | 25.1', 'Neither | 20.3', 'Disagree | 23.4'),
    'In all, 61% agreed or said nothing.\n\n' +
      table('Answer | %', 'Strongly agree | 31.2', 'Agree | 25.1', 'Neither | 20.3', 'Disagree | 23.4'),
  ],
  'The same thing with two values': [
    `We had 1,152 responses, of which 1,142 were in time.\n\n${table('How | Number', 'Online | 802', 'Paper | 250', 'Phone | 100', 'Total | 1,152')}`,
    `${table('How | Number', 'Online | 802', 'Paper | 250', 'Phone | 100', 'Total | 1,152')}\nTen came late. In the report on 2022 we had 1,162 responses, and 1,152 in time.\n`,
    `${table('What | 2022 | 2023 | 2024', 'Copies sold | 3,150 | 7,480 | 12,900', 'Titles | 2 | 2 | 3')}\nIn all it has sold over 23,000 copies.\n`,
    'There were over 1,100 children, young people and adults. 1,089 children signed up.\n',
    'We had 1,204 visits in May.\n\nWe had 1,304 visits in June.\n',
    'Ash has 390 orchestral sets.\n\nIn 2019 it had 412 orchestral sets.\n',
    'It cost £148,000 in 2023.\n\nIt cost £184,000 in 2024.\n',
    '**Amount requested: £20,000**\n\n' +
      table('Item | £', 'Tablets | 18,900', 'Staff | 31,700', 'Total | 50,600'),
    'All five libraries in the pilot stayed open.\n\nWe chose five libraries. The council runs ten libraries.\n',
    'Capital of £300,000 is in the programme. The balance of £3,820 is met from the budget of £300,000.\n\n' +
      table('Item | £', 'Kiosks | 215,250', 'Fitting | 88,570', 'Total | 303,820'),
    '---\ntitle: Plan 2025-26\n---\n\n# Plan 2025/26\n',
    'We wrote to 142 members aged 16 to 34.\n\nThere are 147 members aged 35 to 54.\n',
    `We wrote to 198 schools.\n\n${table('Area | Schools', 'North | 90', 'South | 100', 'Total | 190')}`,
    `Aldmoor wants 600 sign-ups next summer.\n\n${table('Site | Sign-ups', 'Aldmoor | 517', 'Elm Street | 644')}`,
    'It costs £127,610 now.\n\nThe saving of £10,000 brings it to £117,610.\n',
    'Ash lent 142 books.\n\nElm lent 124 books.\n',
    'Ash had 1,204 visits.\n\nElm had 1,304 visits.\n',
    'More than 7,000 teenagers came.\n\nIn all 7,120 teenagers came through the door.\n',
    'More than 7,000 teenagers came in 2024.\n\nIn 2023 there were 6,860 teenagers.\n',
    'More than 7,000 teenagers came.\n\nAsh alone had 1,860 teenagers.\n',
    `Over 4,000 loans were made.\n\n${table('What | 2023 | 2024', 'Loans | 3,912 | 4,127', 'Visits | 9,212 | 9,450')}`,
    'The van calls on 264 residents.\n\n' +
      table('Route | Customers', 'North | 160', 'South | 124', 'Total | 284'),
    '# Ashshire reads\n\nThe county’s 31 libraries are full.\n\nNextshire has 32 libraries.\n',
    'All nine libraries open at ten.\n\nOur two libraries in the north open at noon.\n',
  ],
};

describe('Numbers that disagree', () => {
  for (const [kind, cases] of Object.entries(wrong)) {
    describe(kind, () => {
      for (const [text, ...words] of cases) {
        it(`is told: ${text.slice(0, 90).replace(/\s+/g, ' ')}`, () => {
          assert.deepEqual(
            marked(RULE, text),
            words,
            JSON.stringify(findings(RULE, text).map((x) => x.message)),
          );
          for (const { message } of findings(RULE, text)) assert.match(message, /^[“A-Z].{20,400}[.?]$/);
        });
      }
    });
  }
  for (const [kind, cases] of Object.entries(right)) {
    describe(`${kind} that may be true`, () => {
      for (const text of cases) {
        it(`is left alone: ${text.slice(0, 90).replace(/\s+/g, ' ')}`, () => {
          assert.deepEqual(
            findings(RULE, text).map(({ message }) => message),
            [],
          );
        });
      }
    });
  }
});

describe('A table of numbers', () => {
  /** How a number may be written. */
  const styles = fc.record({
    pound: fc.boolean(),
    commas: fc.boolean(),
    bold: fc.boolean(),
    spaces: fc.constantFrom('', ' ', '   '),
    label: fc.constantFrom('Total', 'TOTAL', 'All', 'Overall', 'Grand total', 'Totals:', 'Total (net)'),
    align: fc.constantFrom('---', '---:', ':---:'),
    empty: fc.constantFrom('-', '–', 'nil', '0'),
  });
  const cells = fc
    .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 3 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 99_999 }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
  type Style = typeof styles extends fc.Arbitrary<infer T> ? T : never;

  function written(
    numbers: readonly (readonly number[])[],
    style: Style,
    totals: readonly number[],
    across: boolean,
  ): string {
    const digits = (value: number): string => {
      const text = style.commas ? value.toLocaleString('en-GB') : String(value);
      return value === 0 ? style.empty : `${style.pound ? '£' : ''}${text}`;
    };
    const row = (label: string, values: readonly number[], bold: boolean): string => {
      const all = across ? [...values, values.reduce((sum, value) => sum + value, 0)] : values;
      const mark = bold && style.bold ? '**' : '';
      return `|${[label, ...all.map(digits)].map((cell) => `${style.spaces}${mark}${cell}${mark}${style.spaces}`).join('|')}|`;
    };
    const names = ['Books', 'Films', 'Games'].slice(0, totals.length);
    const head = ['Site', ...names, ...(across ? ['Total'] : [])];
    return [
      `| ${head.join(' | ')} |`,
      `|${head.map(() => ` ${style.align} `).join('|')}|`,
      ...numbers.map((values, index) => row(`Site ${String.fromCharCode(65 + index)}`, values, false)),
      row(style.label, totals, true),
      '',
    ].join('\n');
  }

  const sums = (numbers: readonly (readonly number[])[]): readonly number[] =>
    numbers[0]!.map((_, column) => numbers.reduce((sum, values) => sum + values[column]!, 0));

  it('that is right has no finding, however it is written', () => {
    fc.assert(
      fc.property(cells, styles, fc.boolean(), (numbers, style, across) => {
        const text = written(numbers, style, sums(numbers), across);
        assert.deepEqual(
          findings(RULE, text).map(({ message }) => message),
          [],
          text,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('in which one number is changed by more than rounding has one', () => {
    fc.assert(
      fc.property(
        cells,
        styles,
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 5, max: 90 }),
        (numbers, style, rowAt, columnAt, change) => {
          const [row, column] = [rowAt % numbers.length, columnAt % numbers[0]!.length];
          // Of a column of one number and nothing else there is no sum.
          fc.pre(numbers.every((values) => values.every((value) => value > 100)));
          const totals = sums(numbers);
          const changed = numbers.map((values, at) =>
            at === row ? values.map((value, index) => (index === column ? value + change : value)) : values,
          );
          assert.notDeepEqual(findings(RULE, written(changed, style, totals, false)), []);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('has no finding for shares that are rounded or cut off', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 900 })), {
          minLength: 3,
          maxLength: 8,
        }),
        fc.integer({ min: 0, max: 2 }),
        fc.boolean(),
        (pairs, places, cut) => {
          const share = (part: number, whole: number): string => {
            const value = (100 * part) / whole;
            return (cut ? Math.floor(value * 10 ** places) / 10 ** places : value).toFixed(places);
          };
          const rows = pairs.map(([a, b], index) => {
            const [part, whole] = a < b ? [a, b] : [b, a];
            return `Site ${index} | ${whole} | ${part} | ${share(part, whole)}%`;
          });
          assert.deepEqual(findings(RULE, table('Site | Joined | Finished | Rate', ...rows)), []);
          for (const [a, b] of pairs) {
            const [part, whole] = a < b ? [a, b] : [b, a];
            assert.deepEqual(
              findings(RULE, `Of all, ${part} of the ${whole} invited (${share(part, whole)}%) came.\n`),
              [],
            );
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  const counts = fc.array(fc.integer({ min: 12, max: 900 }), { minLength: 3, maxLength: 7 });
  const total = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0);

  it('is a list that comes to what its lead says, or to nearly that and is told', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: -40, max: 40 }), fc.boolean(), (parts, off, front) => {
        const whole = total(parts) + off;
        const item = (part: number, at: number): string =>
          front ? `- ${part} came by way ${'abcdefg'[at]}` : `- By way ${'abcdefg'[at]} (${part})`;
        const text = `We heard from ${whole} people:\n\n${parts.map(item).join('\n')}\n`;
        const near = off !== 0 && Math.abs(off) <= 0.06 * whole && !/^(?:1[5-9]|20)\d\d$/.test(String(whole));
        assert.equal(findings(RULE, text).length, near ? 1 : 0, text);
      }),
      { numRuns: 200 },
    );
  });

  it('has no finding for a rise in per cent that follows from its row, however it is rounded', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2100, max: 90_000 }),
        fc.integer({ min: 2100, max: 90_000 }),
        fc.integer({ min: 0, max: 2 }),
        (before, after, places) => {
          const change = ((100 * Math.abs(after - before)) / before).toFixed(places);
          const text = `Loans ${after > before ? 'rose' : 'fell'} by ${change}%.\n\n`;
          assert.deepEqual(
            findings(
              RULE,
              text + table('What | 2023 | 2024', `Loans | ${before} | ${after}`, 'Films | 7 | 9'),
            ),
            [],
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it('never makes it stumble, whatever is in it', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(
            fc.constantFrom(
              '1',
              '£2',
              '(3)',
              '4%',
              'n/a',
              '',
              'Total',
              '-',
              '5.5',
              '1,000',
              '9'.repeat(40),
              'x',
              '*6*',
              '7 (8%)',
            ),
            { minLength: 1, maxLength: 6 },
          ),
          { minLength: 1, maxLength: 8 },
        ),
        (rows) => {
          findings(RULE, table(...rows.map((row) => row.join(' | '))));
        },
      ),
      { numRuns: 200 },
    );
  });
});
