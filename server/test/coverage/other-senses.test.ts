import assert from 'node:assert/strict';
import { briefing, coverageOf, stateOf } from './support';

const on = (text: string) => coverageOf(briefing(`# Our libraries\n\n${text}`));

describe('Words in another sense', () => {
  for (const [topic, text] of [
    [
      'health-wellbeing',
      'Health visitors tell families of the free bag of books, and babies and parents sing together at the library.',
    ],
    [
      'isolation',
      'Every baby gets a bag of books from the library, and families who join in read with their babies at home more than they did.',
    ],
    [
      'reading',
      'Older people who fall often lose their confidence and do not go out any more. Our weekly strength and balance class helps them to stay steady. The card reader at the door counts those who come.',
    ],
    [
      'reading',
      'We want adult social care to refer people to our balance class. The reader of this paper sees fewer falls for it.',
    ],
    ['education', 'Registrars at the library hand over the card with the birth certificate.'],
  ] as const)
    it(`argue nothing on ${topic}: “${text}”`, () => assert.notEqual(stateOf(on(text), topic), 'argued'));

  for (const text of [
    'The card reader at the door counts those who come to the falls class.',
    'Readers of this report will see that falls have become fewer.',
    'Any reader will ask what a fall costs adult social care.',
  ])
    it(`do not mention reading: “${text}”`, () => assert.equal(stateOf(on(text), 'reading'), 'missing'));

  for (const text of [
    'We are not alone. Of the 48 services that answered, 31 had received a grant.',
    'The council is not alone: others have cut hours in buildings that a grant improved.',
  ])
    it(`do not mention isolation: “${text}”`, () => assert.equal(stateOf(on(text), 'isolation'), 'missing'));

  for (const text of [
    'Visits to libraries are still recovering from the pandemic.',
    'The town is recovering from the closure of its mill.',
    'Ashby is recovering from the floods of last winter, and so is its library.',
  ])
    it(`do not mention health: “${text}”`, () =>
      assert.equal(stateOf(on(text), 'health-wellbeing'), 'missing'));

  for (const [topic, text] of [
    ['isolation', 'The last bank branch in the village shut in March.'],
    ['isolation', 'The bus company has moved its stop away from the library.'],
    ['isolation', 'We lost touch with six who had filled in the first form.'],
    ['isolation', 'The bus company and the council moved the stop.'],
    ['isolation', 'The town clerk will act as company secretary.'],
    ['isolation', 'The fee is shown in company accounts.'],
    ['isolation', 'The council and company directors met in June.'],
    ['isolation', 'Some 300 residents have never been online on their own.'],
    ['isolation', 'Each child will choose a book on their own.'],
    ['isolation', 'Since then 120 residents use online services on their own.'],
    ['isolation', 'We asked learners what they now do on their own.'],
    ['isolation', 'By the summer she filled in the form on her own.'],
    ['isolation', 'Each pupil takes a book home on their own card.'],
    ['isolation', 'Losing the service would cut off one of the only places where residents can pay a bill.'],
    ['isolation', 'The works cut off access to the car park for a week.'],
    ['isolation', 'Shutting the depot cuts off the supply of new books.'],
    ['isolation', 'The cut-off date for bids is 4 May.'],
    ['isolation', 'A volunteer sits down with each person and shows them how to use the tablet.'],
    ['education', 'Two rooms are set aside for disabled people who need quieter times.'],
    ['economic', 'Take-up of the new card was higher than we had planned.'],
    ['economic', 'No compulsory redundancies are expected in the library.'],
    ['economic', 'The money pays for wages (£14,200), a trained helper on the van and tablets (£2,900).'],
    ['economic', 'Members signed on the day, and the new system has a single sign-on.'],
    ['culture-creativity', 'Equality screening was done in May, and the plan was screened out.'],
    ['culture-creativity', 'Stage 2 of the works begins in June, with acoustic lining for the study room.'],
    ['culture-creativity', 'Lost books are charged at their price, and we are the best performing service.'],
    ['health-wellbeing', 'The service will recover the cost of late returns from the flood recovery grant.'],
    ['education', 'The sum is in the revised budget, and staff will do the e-learning.'],
    ['information-digital', 'Which of the two libraries do you use?'],
  ] as const)
    it(`do not mention ${topic}: “${text}”`, () => assert.equal(stateOf(on(text), topic), 'missing'));

  for (const [topic, text] of [
    ['isolation', 'Older people who live alone come to the library for company.'],
    ['isolation', 'Older people who live alone come for tea and company.'],
    ['isolation', 'For many who live alone the visit is their main company.'],
    ['isolation', 'Most who come on a Monday are on their own.'],
    ['isolation', 'People who live on their own learned to make a video call.'],
    ['isolation', 'The people of the valley feel cut off in winter.'],
    ['isolation', 'Losing the bus would cut off older people in three villages.'],
    ['isolation', 'The group shows older men that they are not alone.'],
    ['digital', 'Some 300 residents have never been online on their own.'],
    ['economic', 'The work club helps people who were made redundant.'],
    ['culture-creativity', 'A film screening and two performances filled the library.'],
    ['health-wellbeing', 'The library holds a recovery café for people who come out of hospital.'],
  ] as const)
    it(`but these are on ${topic}: “${text}”`, () => assert.notEqual(stateOf(on(text), topic), 'missing'));

  it('but who reads books is a reader', () =>
    assert.notEqual(
      stateOf(on('Each year the library wins new readers among people who live alone.'), 'reading'),
      'missing',
    ));
});
