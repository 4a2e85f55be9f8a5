import assert from 'node:assert/strict';
import { type Draft, editDraft, parseDraft } from '../../../../src/draft';
import { repeatedIn } from '../../../../src/rules/numbers/told-twice/repeated';
import { holdsTo, type Right, table, type Wrong } from '../cases';

const volunteers = table('Area | Waiting | Volunteers', 'Ash | 9 | 31', 'Elm | 61 | 27', 'Total | 70 | 58');
const incidents = table(
  'Type | 2023/24 | 2024/25',
  'Abuse | 253 | 316',
  'Theft | 49 | 161',
  'Total | 302 | 477',
);
const proposed = table(
  'Library | Hours now | Proposed | Change',
  'Ash | 190 | 171 | -19',
  'Elm | 187 | 153 | -34',
  'Total | 377 | 324 | -53',
);

const results = table(
  'Aim | Result',
  'Visits | Met',
  'Loans | Partly met',
  'Hours | Not met',
  'Staff | Met',
  'Books | -',
  'Wi-Fi | Met',
);

const wrong: Wrong = {
  'How many rows are met': [
    [`Of those with targets we met four in full.\n\n${results}`, 'four'],
    [`We met three, and failed to meet two.\n\n${results.replaceAll('Result', 'Met?')}`, 'two'],
  ],
  'The total of a table': [
    [`It is run by 61 volunteers, and 3 volunteers are trained in first aid.\n\n${volunteers}`, '61'],
    [`It is run by 61 volunteers who call every three weeks.\n\n${volunteers}`, '61'],
    [
      `We employ 148 people (91.4 full-time equivalents).\n\n${table('Group | Headcount | FTE', 'Desk | 113 | 64.7', 'Office | 35 | 27.7', 'Total | 148 | 92.4')}`,
      '91.4',
    ],
    [
      `It reaches 240 young people.\n\n${table('Library | Young people taking part', 'Ash | 100', 'Elm | 130', 'Total | 230')}`,
      '240',
    ],
    [`This year there were 487 from 13 libraries. The year before there were 302.\n\n${incidents}`, '487'],
  ],
  'The same thing with two values': [
    [
      'We lent 6,312 Reading Well books.\n\n' +
        table('What | 2024', 'Reading Well books | 6,132', 'Other loans | 88,000'),
      '6,312',
    ],
    [
      'Lapsed members came back in numbers (2,418), and the cost was low.\n\n' +
        table('Measure | 2025', 'Lapsed members who came again | 2,814', 'Active members | 27,115'),
      '2,418',
    ],
    ['The store has 390 orchestral sets.\n\nIt lends 309 orchestral sets to choirs.\n', '390'],
    ['It needs capital of £148,000.\n\nThe finance section has capital of £184,000.\n', '£148,000'],
    [
      '**Amount requested: £49,850**\n\n' +
        table('Item | £', 'Tablets | 18,900', 'Staff | 31,700', 'Total | 50,600'),
      '£49,850',
    ],
    [
      'We are seeking £54,500 over two years.\n\n' +
        table(
          'What | Year 1 | Year 2 | Total',
          'Equipment | 31,000 | 6,000 | 37,000',
          'Staff | 10,000 | 11,500 | 21,500',
          'Total | 41,000 | 17,500 | 58,500',
        ),
      '£54,500',
    ],
    [
      'We are asking for **£187,400** for 400 families.\n\n' +
        table('Library | Families', 'Ash | 190', 'Elm | 210', 'Total | 400') +
        '\n## Money\n\n' +
        table(
          'What | Yr 1 | Total',
          'Hosts | 21,300 | 98,400',
          'Tea | 4,100 | 91,000',
          'Total | 25,400 | 189,400',
        ),
      '£187,400',
    ],
    [
      'Some 96 residents took part.\n'.replace('Some ', '') +
        '\n' +
        table('Home | Sessions | Residents', 'Ash | 31 | 50', 'Elm | 30 | 45', 'Total | 61 | 95'),
      '96',
    ],
    ['---\ntitle: Digital strategy 2026-2030\n---\n\n# Our digital strategy 2026–2031\n', '2026–2031'],
    // In a table it is likelier right.
    ['We have over half a million loans.\n\nIn all 481,950 loans were made.\n', 'half a million'],
    ['We had nearly 64,000 visits.\n\nThe two libraries had 64,700 visits.\n', '64,000'],
    ['Fewer than 64,000 visits were made.\n\nThe two libraries had 64,700 visits.\n', '64,000'],
    ['More than 7,000 teenagers came.\n\nIn all 6,860 teenagers came through the door.\n', '7,000'],
    [
      'The van calls on 264 residents.\n\n' +
        table('Year | Customers', '2023 | 241', '2024 | 284') +
        '\n' +
        table('Route | Customers', 'North | 160', 'South | 124', 'Total | 284'),
      '264',
    ],
    [
      `In all 634 borrowers took one home.\n\n${table('Measure | Aim | Result', 'Borrowers | 750 | 643', 'Loans | 900 | 1,214')}`,
      '634',
    ],
  ],
};

const right: Right = {
  'How many rows are met': [
    `Of those with targets we met three in full.\n\n${results}`,
    `We met four schools, and passed five shops.\n\n${results}`,
    `We met four in full.\n\n${results}\n${results}`,
    `We met four in full.\n\n${results.replace('Met', 'Nearly')}`,
    `We met four in full.\n\n${results.replace('Result', 'Note')}`,
  ],
  'A change of what is right before it': [
    'We had almost 65,000 visits.\n\nThe two libraries had 64,700 visits.\n',
    'We had nearly 64,000 visits.\n\nThe two libraries had 64,700 visits, after 63,900 visits.\n',
    'We had nearly 64,000 visits.\n\nThe county had 647,000 visits.\n',
    'We had nearly 64,000 visits.\n\nThe two libraries had 64,700 loans.\n',
    'Ashby Library had nearly 64,000 visits. Elm Library had 66,200 visits.\n',
    'Ashby Library had over 60,000 visits. Elm Library had 57,300 visits.\n',
    '- Ashby: nearly 64,000 visits\n- Elm: 66,200 visits\n',
    'Ashby Library had 64,700 visits. Elm Library had 67,400 visits.\n',
    'Visits were 2,310 in the year before, and 5,874 last year. That is an increase of over 150 per cent.\n',
    'We had 71,204 requests, against 48,630 the year before. That is a rise of 46%.\n',
    'We had 71,204 requests at 12 sites, against 48,630 the year before. That is a rise of 40%.\n',
    'We had 71,204 requests, against about 48,000 the year before. That is a rise of 40%.\n',
    'We had 71,204 requests.\n\nThe year before we had 48,630. That is a rise of 40%.\n',
    `${proposed}\nThis is a reduction of 14% overall.\n`,
    `${proposed}\nElm had 187. This is a reduction of 12% overall.\n`,
    `${proposed}\nThese go in May.\n\nThis is a reduction of 12% in pay.\n`,
    `${table('Library | Lower school | Upper school', 'Ash | 190 | 171', 'Elm | 187 | 153', 'Total | 377 | 324')}\nThis is a rise of 12%.\n`,
  ],
  'The total of a table': [
    `It is run by 58 volunteers.\n\n${volunteers}`,
    `It had 51 volunteers.\n\n${volunteers}`,
    `We want 61 new volunteers, and a target of 60 volunteers.\n\n${volunteers}`,
    `Elm has 31 volunteers.\n\n${volunteers}`,
    `It is run by 70 volunteers; 12 volunteers left, and 58 volunteers stay.\n\n${volunteers}`,
    `We had 457 replies from 13 libraries, and 302 wards.\n\n${table('Type | Replies | Wards', 'Ash | 253 | 316', 'Elm | 49 | 161', 'Total | 302 | 477')}`,
    `This year there were 487.\n\nThe year before there were 302.\n\n${incidents}`,
  ],
  'The same thing with two values': [
    `We had 1,152 responses, of which 1,142 were in time.\n\n${table('How | Number', 'Online | 802', 'Paper | 250', 'Phone | 100', 'Total | 1,152')}`,
    `${table('How | Number', 'Online | 802', 'Paper | 250', 'Phone | 100', 'Total | 1,152')}\nTen came late. In the report on 2022 we had 1,162 responses, and 1,152 in time.\n`,
    'We had 1,204 visits in May.\n\nWe had 1,304 visits in June.\n',
    'Ash has 390 orchestral sets.\n\nIn 2019 it had 412 orchestral sets.\n',
    'We have 312 reading groups.\n\nThe 321 baby groups are full.\n',
    'Ashby lent 24,310 books.\n\nThornton lent 23,410 books.\n',
    '- Ash has 264 volunteers.\n- Elm has 246 volunteers.\n',
    'In 2019 a rota of 264 volunteers kept it open.\n\nIn 2024 it was 246 volunteers.\n',
    'It cost £148,000 in 2023.\n\nIt cost £184,000 in 2024.\n',
    'We are seeking £54,500.\n\n' +
      table(
        'What | Year 1 | Total',
        'Pods | 31,000 | 37,000',
        'Staff | 10,000 | 17,500',
        'Fees | 4,000 | 4,000',
        'Total | 45,000 | 58,500',
      ),
    'We are seeking £54,500. The council adds £4,000.\n\n' +
      table(
        'What | Year 1 | Total',
        'Pods | 31,000 | 37,000',
        'Staff | 14,000 | 21,500',
        'Total | 45,000 | 58,500',
      ),
    'We are asking for £390 for the 400 families.\n\n' +
      table('Library | Families', 'Ash | 190', 'Elm | 210', 'Total | 400'),
    '**Amount requested: £20,000**\n\n' +
      table('Item | £', 'Tablets | 18,900', 'Staff | 31,700', 'Total | 50,600'),
    'Capital of £300,000 is in the programme. The balance of £3,820 is met from the budget of £300,000.\n\n' +
      table('Item | £', 'Kiosks | 215,250', 'Fitting | 88,570', 'Total | 303,820'),
    '---\ntitle: Plan 2025-26\n---\n\n# Plan 2025/26\n',
    'We wrote to 142 members aged 16 to 34.\n\nThere are 147 members aged 35 to 54.\n',
    `We wrote to 198 schools.\n\n${table('Area | Schools', 'North | 90', 'South | 100', 'Total | 190')}`,
    `Aldmoor wants 600 sign-ups next summer.\n\n${table('Site | Sign-ups', 'Aldmoor | 517', 'Elm Street | 644')}`,
    'It costs £127,610 now.\n\nThe saving of £10,000 brings it to £117,610.\n',
    'Loans came back in numbers (2,418), and the cost was low.\n\n' +
      table('Measure | 2025', 'Lapsed members who came again | 2,814', 'Active members | 27,115'),
    'Ash lent 142 books.\n\nElm lent 124 books.\n',
    `In all 634 borrowers took one home.\n\n${table('Measure | Aim | Result', 'New borrowers | 750 | 653', 'Loans | 900 | 1,214')}`,
    'We gave out 418 free SIM cards.\n\n' +
      table('Library | SIM cards given free', 'Ash | 209', 'Elm | 148', 'Oak | 61', '**All** | **418**'),
    'Ash had 1,204 visits.\n\nElm had 1,304 visits.\n',
    'More than 7,000 teenagers came.\n\nIn all 7,120 teenagers came through the door.\n',
    'More than 7,000 teenagers came in 2024.\n\nIn 2023 there were 6,860 teenagers.\n',
    'More than 7,000 teenagers came.\n\nAsh alone had 1,860 teenagers.\n',
    `Over 4,000 loans were made.\n\n${table('What | 2023 | 2024', 'Loans | 3,912 | 4,127', 'Visits | 9,212 | 9,450')}`,
    'The van calls on 264 residents.\n\n' +
      table('Route | Customers', 'North | 160', 'South | 124', 'Total | 284'),
  ],
};

describe('Numbers that disagree with what the paper says elsewhere', () => holdsTo(wrong, right));

const told = (draft: Draft) => repeatedIn(draft).map((clash) => ({ ...clash, fixes: clash.fixes?.() }));

describe('While a key is typed', () => {
  const paper =
    '# Ashshire reads\n\nWe ask.\n\nThis is why.\n\n' +
    table('Item | £', 'Tablets | 18,900', 'Staff | 31,700', 'Total | 50,600') +
    '\n**Amount requested: £49,850**\n\n' +
    table('When | £', 'Now | 49,850') +
    '\nThe store has 390 orchestral sets.\n\nIt lends 309 orchestral sets to choirs.\n';
  const edits: readonly (readonly [what: string, before: string, text: string])[] = [
    ['before them', 'ask', 'kindly '],
    ['that says of a table what it is', 'why', 'the breakdown of '],
    ['in a number', '850**', '9'],
    ['that makes another block', 'This is', 'A visit costs £18,000.\n\n'],
  ];
  for (const [what, before, text] of edits) {
    it(`numbers are found where they stand after one ${what}`, () => {
      const old = parseDraft(paper);
      assert.ok(repeatedIn(old).length > 0);
      const start = paper.indexOf(before);
      const next = editDraft(old, { span: { start, end: start }, text });
      assert.deepEqual(told(next), told(parseDraft(next.text)));
    });
  }
});
