import assert from 'node:assert/strict';
import { featuresOf } from '../../src/coverage/features';
import { Lexicon } from '../../src/coverage/lexicon';
import { argued, briefing, coverageOf, stateOf } from './support';

const lexicon = new Lexicon();
const on = (sentence: string) => coverageOf(briefing(`# Our libraries\n\n${sentence}`));

describe('A list of themes', () => {
  const lists = [
    'The library supports education, tackles isolation, helps people to get online and boosts the local economy.',
    'Libraries help residents to get online, children to learn and older people to stay connected.',
    'Our libraries improve literacy, support jobseekers, reduce loneliness and bridge the digital divide.',
  ];
  for (const text of lists) {
    it(`argues none of them: “${text}”`, () => {
      assert.ok(featuresOf(text, false, lexicon).themes);
      assert.deepEqual(argued(on(text)), []);
    });
  }

  const cases = [
    // One topic, however many parts.
    'The library lends tablets, teaches residents to get online and gives away data.',
    'A coach helps people with their CVs, with applications and with interviews.',
    // Something is said of each.
    'The library teaches people who have never been online to use a tablet, brings older people who live alone together for lunch on Thursdays, and helps men who lost their jobs at the steelworks to write a CV and find work.',
    // A figure says something.
    'The library helped 40 people into work, 60 to get online and 90 older people to stay connected.',
  ];
  for (const text of cases) {
    it(`is not “${text}”`, () => assert.ok(!featuresOf(text, false, lexicon).themes));
  }
});

describe('A budget', () => {
  it('argues no topic but those that count what is paid as a gain', () => {
    const text = 'The budget for books and e-books is £412,000, of which £96,000 is spent on large print.';
    assert.notEqual(stateOf(on(text), 'reading'), 'argued');
    const paid =
      'Six painters are paid £1,200 each for a new work on the library’s walls, and keep what they sell.';
    assert.equal(stateOf(on(paid), 'cultural'), 'argued');
  });
});

describe('A topic that no word is about', () => {
  it('is not argued: nobody could say why', () => {
    const text =
      'Older people, carers and others who live alone can go for days without speaking to anyone. The library brings lonely and isolated residents together at the Tuesday Club, and visits those who cannot leave home. In 2025, 120 people came regularly, and 83% of them felt less lonely or had made a friend.';
    assert.equal(stateOf(on(text), 'reading'), 'missing');
    assert.equal(stateOf(on(text), 'isolation'), 'argued');
  });
});

describe('A word in another sense', () => {
  for (const [topic, text] of [
    ['isolation', '57 companies have been registered at the enterprise desk.'],
    ['isolation', 'Children put on their own shows in the reading room.'],
    ['isolation', 'The library is in good company.'],
    ['economic', 'Children can take six books home and take part in a quiz.'],
    ['cultural', 'Volunteers hand them a tablet and show them how it works.'],
    ['education', 'The Education, Children and Families Committee meets in May.'],
    ['health-wellbeing', 'Mr Rees is a patient person.'],
    ['culture-creativity', 'Performance is reported to the Welsh Government.'],
    ['culture-creativity', 'Write to the Assistant Director, Culture and Registration.'],
    ['education', 'The group is called Sgwrs.'],
  ] as const) {
    it(`does not mention ${topic}: “${text}”`, () => assert.equal(stateOf(on(text), topic), 'missing'));
  }
});
