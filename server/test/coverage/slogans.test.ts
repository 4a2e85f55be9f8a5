import assert from 'node:assert/strict';
import { featuresOf } from '../../src/coverage/features';
import { Lexicon } from '../../src/coverage/lexicon';
import { argued, briefing, coverageOf, stateOf } from './support';

const lexicon = new Lexicon();
const on = (text: string) => coverageOf(briefing(`# Our libraries\n\n${text}`));

describe('A slogan', () => {
  for (const text of [
    'Our libraries will foster cohesion and belonging, and will tackle loneliness, inequality and exclusion in all that we do.',
    'We aim to reduce isolation, improve wellbeing and promote digital inclusion across everything we do.',
    'The service is committed to tackle loneliness and unemployment.',
    'We’ll tackle loneliness, inequality and exclusion wherever we work.',
    'Our libraries will promote inclusion and reduce isolation for everyone.',
  ])
    it(`argues nothing that it names: “${text}”`, () => assert.deepEqual(argued(on(text)), []));

  it('still mentions it', () => {
    assert.equal(
      stateOf(on('We will tackle loneliness and exclusion in all that we do.'), 'isolation'),
      'mentioned',
    );
  });

  for (const [why, text] of [
    ['who is helped', 'We will reduce loneliness for older people who live alone.'],
    ['how', 'We will reduce loneliness by visiting 400 housebound people.'],
    ['where', 'We will improve literacy in six branches.'],
    [
      'how, behind where',
      'We will reduce digital exclusion at the hostel by lending forty laptops to the men there.',
    ],
    [
      'who does what',
      'We will tackle isolation and poverty as the volunteers ring four hundred tenants each week.',
    ],
    ['that it was done', 'We reduced loneliness and isolation.'],
    ['with whom', 'We will support young carers and refugees.'],
  ] as const)
    it(`is none where it says ${why}: “${text}”`, () =>
      assert.equal(featuresOf(text, false, lexicon).slogans, 0));

  it('beside a case does not take it away', () => {
    const text =
      'We will tackle loneliness and exclusion. Every Thursday our lunch club brings together forty people who live alone, and most of them have made a friend.';
    assert.equal(stateOf(on(text), 'isolation'), 'argued');
  });
});
