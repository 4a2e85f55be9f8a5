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
