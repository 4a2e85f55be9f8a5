import assert from 'node:assert/strict';
import { findings } from './helpers';

const draft = (kind: string, text: string): string =>
  `---\nkind: ${kind}\n---\n\n# Northmoor libraries\n\n${text}\n`;
const isMissed = (kind: string, text: string): boolean =>
  findings('ask-missing', draft(kind, text)).length > 0;

describe('An ask under its heading', () => {
  const asks = [
    'Please:\n\n- share the consultation link with your parish councils by 15 January;\n- come to a drop-in.',
    'Please share the consultation link with your parish councils.',
    'Write to the Minister before 5 December.',
    'Vote against the amendment.',
    'Sign our letter.',
    'Speak up for the branch at Full Council on 3 December.',
    'Meet us.',
    'By the end of May, table a motion at your group meeting.',
    '- Borrow a book in front of a camera.\n- Say which branch you grew up with.',
    'Do not let the van go.',
    '**For parish councils:** lend us your noticeboard.',
    '£84,000 over two years from the Fund.',
    'A grant of £84,000.',
    'A decision by 5 December.',
    'A meeting with the Minister before Easter.',
    'To agree Option 3.',
    'To note what this report says.',
    'That Cabinet:\n\n(a) approves the budget; and\n(b) notes the risks.',
    '3.1 That the Executive Member agrees the strategy.',
    '3.1 Endorse the strategy and refer it to Council.',
    'The Committee considers the report and makes any comments to Cabinet.',
    '| No. | Recommendation |\n| --- | --- |\n| 1 | Approve the strategy |',
  ];
  const headings = [
    ['briefing', 'What we ask'],
    ['letter', 'Recommendations'],
    ['pitch', 'Our ask'],
  ] as const;
  for (const text of asks) {
    it(`is found: ${JSON.stringify(text)}`, () => {
      for (const [kind, heading] of headings)
        assert.equal(isMissed(kind, `## ${heading}\n\n${text}`), false, kind);
    });
  }
  it('is found below a line in bold, and behind a label', () => {
    assert.equal(isMissed('letter', 'Ashby is loved.\n\n**Our ask**\n\nSign our letter.'), false);
    assert.equal(isMissed('letter', 'Ashby is loved.\n\nOur ask: sign our letter.'), false);
  });
  it('is found in the second section of that name', () => {
    const text = '## Recommendation\n\nSee below.\n\n## The case\n\nWe are loved.\n\n## Our ask\n\nMeet us.';
    assert.equal(isMissed('briefing', text), false);
  });

  const none = [
    'We hope this is useful.',
    'Libraries are good for every town.',
    'Thank you for reading.',
    'See the table below.',
    'For more information, please contact Jo Marsh.',
    'The council opened the branch in 1962.',
    'Support for the branch is strong.',
    'In the summer, the children read.',
    'Table 2 shows what it costs.',
    'Close to 400 people came.',
    'Meanwhile the roof leaks.',
    '[insert what you ask, of whom and by when]',
    '- [insert action] by [insert date]',
    '',
  ];
  for (const text of none) {
    it(`is missed: ${JSON.stringify(text)}`, () => {
      for (const [kind, heading] of headings)
        assert.equal(isMissed(kind, `## ${heading}\n\n${text}`), true, kind);
    });
  }
  it('is no sum in a section that tells only of costs', () => {
    assert.equal(isMissed('pitch', '## Costs\n\n£84,000 over two years.'), true);
    assert.equal(isMissed('pitch', '## Cost and ask\n\n£84,000 over two years.'), false);
  });
  it('is no line of a budget', () => {
    const rows = '- Rent £400\n- Staff £3,000\n\nFigure 2 has the sums of each year.';
    assert.equal(isMissed('pitch', `## Budget\n\n${rows}`), true);
  });
  it('is no command elsewhere in the paper', () => {
    assert.equal(isMissed('letter', '## Our reasons\n\nBorrow the books of a lifetime.'), true);
  });
});

describe('A request to the reader', () => {
  const asks = [
    'Could you spare an hour to meet our volunteers?',
    'The debate is on Tuesday. Will you table a question to the Minister?',
    'If the date is right, would you be willing to speak?',
    'Please share the link with your parish councils.',
    'The survey closes soon, so please fill it in.',
    'If you agree, please tell your councillor.',
    'We would welcome your views by 15 January.',
    'I hope that you will feel able to back the campaign.',
    'Members may wish to press the Executive for more time.',
  ];
  for (const text of asks) it(`is an ask: ${text}`, () => assert.equal(isMissed('letter', text), false));
  const none = [
    'How will you get to the library once the bus stops?',
    'Would you believe that we lent a million books?',
    'Could you imagine Ashby without a library?',
    'Will you be there when it opens?',
    'What would you say to that?',
    'Please do not hesitate to contact me.',
    'Please find our leaflet enclosed.',
    'If you have questions, please ring Jo Marsh.',
    'If you are interested in the group, please come along.',
    'If so, please fill in the form.',
    'The sign says “Please wipe your feet”.',
    '> Could you spare an hour to read to me?\n>\n> — Mia, seven',
    'We hope that you will enjoy the story.',
    'I appreciate your support.',
  ];
  for (const text of none) it(`is none: ${text}`, () => assert.equal(isMissed('letter', text), true));
});

describe('An ask', () => {
  const letter = (text: string): string => `---\nkind: letter\n---\n\n# Ashby library\n\n${text}\n`;
  const asks = [
    'Please vote against the closure.',
    'We ask the council to think again.',
    'I would urge you to keep the library open.',
    'We are asking for £4,000.',
    'Cabinet is asked to approve the plan.',
    'We recommend that the committee takes the decision in May.',
    'The council should keep the library open.',
    'Will you write to the minister?',
    'We ask the Mayor to withdraw the four options.',
    'We ask every candidate to sign our pledge.',
    'Amount requested: £48,700 over two years.',
    'Members of the scrutiny committee are asked to note this paper.',
    '- approve the plan\n- note the costs',
    'Our recommendation, and it is an urgent one, is for the minister to stop it.',
    'Open data needs to be adopted by the whole sector.',
    'RECOMMENDED: the plan as it stands.',
    'We ask the Marlow Trust for £48,500 over two years to keep six libraries warm.',
    'We are asking the Ashby Community Foundation for a grant towards the work.',
    'The Trust is asked to award £48,500.',
    "We'd like £48,500 from the Fund over two years.",
    'We ask Cllr Webb to vote against the closure on 14 January.',
    'We urge Anne Webb to write to the Leader.',
    'Dr Khan MP is asked to raise it with the Minister.',
    'Mrs Webb is therefore asked to meet us.',
    'We would be grateful for a grant of £3,000.',
    'We hope that the Marlow Trust will meet the other half.',
    'I write to ask you to speak up for Ashby Library in the debate.',
    'Please would you meet us at a surgery this month?',
  ];
  for (const text of asks) {
    it(`is found: ${text}`, () => assert.deepEqual(findings('ask-missing', letter(text)), []));
  }
  const none = [
    'We would like it to rain less.',
    'Mrs Webb asked to keep her old card.',
    'Volunteers like Anne Webb ask people to sit down.',
    'We hope that the children will come back next year.',
    'We asked visitors what they like best, and they said the books.',
    'My mother goes to the library every day.',
    'The group asks for nothing but a room.',
    'Volunteers help people to write to their doctor.',
    'Children who finish are invited to a party.',
    'Doctors recommend the books on that shelf.',
    'You have to know your way about, and you should follow us.',
    'It was agreed that the silos would be cleaned.',
    'An investment of £10 million was made in 2012.',
    'Visitors are asked to leave their umbrellas at the desk.',
    'Agree the desk first, and do not let an engineer near the heating.',
  ];
  for (const text of none) {
    it(`is missed: ${text}`, () => assert.equal(findings('ask-missing', letter(text)).length, 1));
  }
  it('is not asked of a case study or a press release', () => {
    assert.deepEqual(findings('ask-missing', letter(none[1]!).replace('letter', 'case-study')), []);
  });
  it('is not missed a second time where its section is missed', () => {
    const text = letter(none[1]!).replace('letter', 'briefing');
    assert.deepEqual(findings('ask-missing', text), []);
    assert.match(findings('section-missing', text)[0]!.message, /what its reader is to do or say/);
  });
  it('is missed in a section that asks nothing', () => {
    const text = letter('## The ask\n\nLibraries are good.').replace('letter', 'briefing');
    assert.equal(findings('ask-missing', text).length, 1);
  });
});
