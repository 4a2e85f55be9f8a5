import assert from 'node:assert/strict';
import { fixed } from '../../helpers';
import { holdsTo, type Right, RULE, type Wrong } from '../cases';

const OPTIONS =
  '\n\n| Option | Saving |\n| --- | --- |\n| Option 1: do nothing | £0 |\n| Option 2: close Ash | £118,000 |\n| Option 3: fewer hours | £89,400 |\n';
const RECOMMENDATIONS =
  '\n\n## Recommendations\n\nThat Cabinet:\n\n1. agrees the hours\n2. approves the money\n3. notes the risks\n';

const wrong: Wrong = {
  'A list of another length than is said above it': [
    ['The four mitigations are:\n\n- a van\n- a phone line\n- a letter\n', 'four mitigations'],
    ['We ask Cabinet for two things:\n\n1. money\n2. time\n3. a decision\n', 'two things'],
    [
      'The two aims are:\n\n- more readers\n- reading in all three towns\n- books for both schools\n',
      'two aims',
    ],
    ['The two aims are:\n\n- more readers\n- more reading\n- time\n- staff for both of these\n', 'two aims'],
    [
      'We have three priorities for the year:\n\n1. people\n2. places\n\nBoth matter.\n\n3. books\n4. money\n',
      'three priorities',
    ],
    [
      'There are 5 conditions:\n\n| Condition | Met |\n| --- | --- |\n| Lease | Yes |\n| Money | No |\n| Staff | Yes |\n',
      '5 conditions',
    ],
    [
      'Four mitigations are proposed: the van takes 25 more people, the coffee morning moves, and volunteers help.\n',
      'Four mitigations',
    ],
    ['We see three risks: staff may leave; readers may go elsewhere.\n', 'three risks'],
  ],
  'What a paper counts with two numbers': [
    [
      'Cabinet agrees the three mitigations in this report.\n\nFour mitigations are proposed.\n',
      'three mitigations',
    ],
    [
      'These are the four aims.\n\nFour aims are set out.\n\nWe come back to the five aims below.\n',
      'five aims',
    ],
    [
      '## Summary\n\nThe three aims are set out.\n\n## Plan\n\nFour aims are proposed.\n\nThe four aims are funded.\n',
      'three aims',
    ],
    [`Four options were considered.${OPTIONS}`, 'Four options'],
    [`This report sets out four options.${OPTIONS}`, 'four options'],
    [
      'This paper considers four options.\n\nOption 1: close Ash.\n\nOption 2: fewer hours.\n\n**Option 3: a trust.** It costs more.\n',
      'four options',
    ],
    [`Cabinet is asked to agree the five recommendations below.${RECOMMENDATIONS}`, 'five recommendations'],
  ],
};

const right: Right = {
  'A list of as many': [
    'The three mitigations are:\n\n- a van\n- a phone line\n- a letter\n',
    'We have four priorities:\n\n1. people\n2. places\n\nBoth matter.\n\n3. books\n4. money\n',
    'There are three conditions:\n\n| Condition | Met |\n| --- | --- |\n| Lease | Yes |\n| Money | No |\n| Staff | Yes |\n',
    'Three mitigations are proposed: the van takes 25 more people, the coffee morning moves, and volunteers help.\n',
    'Three risks: staff may leave; readers, and members, may go; money may run out.\n',
  ],
  'A list whose last item is of all the others': [
    'We have three priorities:\n\n- children\n- adults\n- older people\n- and, running through all three, open buildings\n',
    'The two aims are:\n\n- more readers\n- more reading\n- staff who have time for both of these\n',
    'There are three themes:\n\n1. Places\n2. People\n3. Books\n4. Underneath all of them, money.\n',
  ],
  'A list that need not have all': [
    '## Ash\n\nThe plan has three aims for the town.\n\n## Elm\n\nThe plan has four aims for the town.\n',
    'Of our eight priorities, these count most:\n\n- people\n- places\n',
    'The five risks include:\n\n- staff\n- money\n',
    'The two main reasons of the five reasons given:\n\n- staff\n- money\n- time\n',
    '2.2 Actions by site:\n\n- Ash\n- Elm\n- Oak\n',
    'Four mitigations are proposed: later buses and trains, a van, and help.\n',
    'Three risks are real: staff may leave and readers may go. The last is money.\n',
    'We have two aims: people, who come to us at the start, places, and books.\n',
    'Four options were considered: closing the library, and Options 1 to 3.\n',
    'Four options were considered: doing nothing, and Options B–D.\n',
    'Four changes are proposed: Sunday opening, and three new kiosks.\n',
  ],
  'A list of something else': [
    'We have four priorities and chose these actions:\n\n- a van\n- a letter\n- a line\n',
    'Cabinet set five aims, on which this paper reports:\n\n- a van\n- a letter\n',
    'The survey had 1,104 responses at 7 libraries:\n\n- 96% were happy\n- 58% were helped\n',
    'Three options are open.\n\n- Ash is old.\n- Elm is new.\n',
    'The two reasons that we heard:\n\nStaff.\n\n- Ash\n- Elm\n- Oak\n',
  ],
  'A list of what is done for what is counted': [
    'To meet these three objectives we will:\n\n- open on Sundays\n- train staff\n- buy books\n- lend tablets\n',
    'These two changes will mean:\n\n- fewer queues\n- more books\n- longer hours\n',
    'The three aims will be met by:\n\n- rhyme times\n- job clubs\n- reading groups\n- talks\n',
    'For the two options:\n\n- cost\n- risk\n- reach\n',
    'We asked about the three options in a survey: most people chose A and B.\n',
    'These three changes would help: they are cheap and quick.\n',
  ],
  'A list that does not end there': [
    'Our three priorities are:\n\n- **Reading.** Every child reads.\n\nWe will lend more.\n\n- **Digital.** All are online.\n\n- **Health.** All are well.\n',
    'There are three challenges: we have fewer staff and less money. Buildings are old. Demand is rising.\n',
    'There are three steps: next month we consult residents and staff. In May we decide. In June we open.\n',
    'We have four questions: How often do you come, and why? What would you change? What would you miss?\n',
  ],
  'A table that is not made of what is counted': [
    'The three options are:\n\n| | Option 1 | Option 2 | Option 3 |\n| --- | --- | --- | --- |\n| Cost | £10 | £20 | £30 |\n| Staff | 1 | 2 | 3 |\n| Hours | 30 | 40 | 50 |\n| Risk | low | low | high |\n',
    'The two risks are:\n\n| Risk | Cause |\n| --- | --- |\n| Staff leave | Pay |\n| | Stress |\n| Flood | River |\n',
  ],
  'What chapters count, each for itself': [
    '# Plan\n\n## Reading\n\nThree aims are proposed.\n\n## Digital\n\nFour aims are proposed.\n\nThe four aims above cost £90,000.\n',
    'Four actions are proposed.\n\nThe three actions above are funded.\n',
    'Four options were considered.\n\nThe two options were then costed.\n',
    'Options A and B need money. These two options were costed. Three options were considered.\n',
  ],
  'A count of some': [
    'Cabinet agrees the three mitigations.\n\nFour further mitigations are proposed.\n',
    'Four options were considered, of which one was dismissed.\n\nThe three options are costed below.\n',
    'We looked at the two options that close a library.\n\nFour options were considered.\n',
    `Two options were considered.${OPTIONS}`,
    `This report sets out three options.${OPTIONS}`,
    `The 2019 report considers four options for Elm, and this one three.${OPTIONS}`,
    `Three options were considered.${OPTIONS}`,
    `Four options were considered, doing nothing among them.${OPTIONS}`,
    `Four options were considered.${OPTIONS}\n\n## Doing nothing\n\nIt costs nothing.\n`,
    'Four aims are set out. Five aims are planned. Six aims are agreed.\n',
  ],
};

describe('Lists and what is said to be in them', () => {
  holdsTo(wrong, right);

  it('are put right by the number, in words where it is in words', () => {
    assert.match(
      fixed(RULE, 'The four mitigations are:\n\n- a van\n- a line\n- a letter\n'),
      /^The three mitigations/,
    );
    assert.match(fixed(RULE, `Four options were considered.${OPTIONS}`), /^Three options/);
    assert.match(fixed(RULE, 'There are 5 aims:\n\n- people\n- places\n'), /^There are 2 aims/);
  });
});
