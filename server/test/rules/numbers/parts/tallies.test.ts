import { holdsTo, type Right, type Wrong } from '../cases';

const wrong: Wrong = {
  'A list of what a whole is made up of': [
    ['Of the 118 people, 83 moved up (61 by one step), 31 stayed where they were and 6 moved down.\n', '118'],
    ['There were 14 slips: nine of ice, three on stairs, one in a lift and two in the yard.\n', '14'],
    ['There were 47 bans. Of the latter, 31 were for up to four weeks, 13 for longer and 5 for good.\n', '5'],
    ['Eight targets are due. Of these, three are met, four are near and two are missed.\n', 'two'],
    ['21 of 29 schools were asked. 16 have agreed, three have said no and we wait for 4.\n', '4'],
    ['- Six of the eight targets are green, one amber, two red.\n', 'eight'],
    ['We lost 126 hours. Of which Ash Street 71 (heating), Elm 22 (staff), Oak 18 (snow), other 18.\n', '18'],
    [
      'It cost £29,000. Of this £15,000 came from the council, £9,000 from a trust and £6,000 was raised by members, including £611 by a swim.\n',
      '£6,000',
    ],
  ],
  'Votes and grades that are all of a whole': [],
  'Parts that are apart by their form': [
    ['There were 47 bans. Of these, 31 were for four weeks, 13 for longer and 5 for good.\n', '5'],
    ['We sent 12 kits. Of these, six went to Wye, four to Ash and three to Elm.\n', 'three'],
    ['We had 24 replies. Of these, 12 said yes, eight said no and six were blank.\n', 'six'],
    ['We set 11 aims. Of these, five are met, three are late and two are on hold.\n', 'two'],
    ['Of the 52 readers, 30 moved up, 14 stayed and ten moved down.\n', '52'],
    ['Of the 52 readers in 12 libraries, 30 moved up, 14 stayed and ten moved down.\n', '52'],
    ['Nine of the 14 aims are green, three amber and one red.\n', '14'],
    ['We gave £9,250. Of this £5,000 went to Ash, £2,500 to Elm and £1,250 to Oak.\n', '£1,250'],
  ],
};

const right: Right = {
  'A list of what a whole is made up of': [
    'Of the 118 people, 83 moved up (61 by one step), 31 stayed where they were and 4 moved down.\n',
    'There were 15 slips: nine of ice, three on stairs, one in a lift and two in the yard.\n',
    'Of our eight neighbours, three have no van, four have one, and the rest use bikes.\n',
    'Of our eight neighbours, three have a van and four have bikes.\n',
    'Of our eight libraries, six have a lift, five have a café, and four have a garden.\n',
    'There were 47 bans. Of the latter, 31 were for up to four weeks, 13 for longer and 3 for good.\n',
    'There were 47 bans. Of these, up to 31 were for weeks, 13 for longer and 5 for good.\n',
    '21 of 29 schools were asked. 16 have agreed, three have said no and two have not answered.\n',
    'The 21 schools are far away. 16 buses go there, three trains stop there and 4 roads end there.\n',
    '- Six of the eight targets are green, one amber, one red.\n',
    '- Six of the eight targets are green, including two of the three that were red last year.\n',
    'It cost £30,000. Of this £15,000 came from the council, £9,000 from a trust and £6,000 was raised by members, including £611 by a swim.\n',
    'The hall cost £58,000, of which £25,000 came from the Fund and £18,000 from a trust, among others.\n',
    'Of the 60 children, 20 have a card, 25 borrow and 30 come to clubs on one of the two days.\n',
    'We ask one of them, two of those and three of these to join the nine.\n',
  ],
  'Some of the votes, or all of them': [
    'Altogether 675 people answered: 431 were for, 189 against and 55 did not know.\n',
    '684 answered: 431 were for, 189 against.\n',
    'We had 684 replies, 431 in 2024, 189 against the 55 of 2023.\n',
    'The engineers marked 34 panels red, 19 amber and 10 green, out of 63.\n',
    'The fee of £6,350 is £2,500 more than in 2024, £1,800 more than in 2025 and £950 more than at Ash.\n',
  ],
  'A list that is not of a whole': [
    'Of 88 people who came to our four evenings, 57 were women and 31 had not asked a bank.\n',
    'Of 96 schools we rang 50; 27 would think of it and 11 would buy it.\n',
    'The mean fell to 22.1. Fifteen were lower, six were higher and three were the same.\n',
  ],
  'A number that says more of the whole': [
    'Of the 84 people in 12 libraries, 31 (37%) found work and 47 (56%) stayed.\n',
    'Of the 84 people who came to 12 libraries and two halls, 31 found work and 47 stayed.\n',
    'Of the 60 sets that we lent for three weeks, 31 came back, 20 did not and nine are late.\n',
  ],
  'Parts of which one may be another too': [
    'Of our ten vans, five are electric, four have ramps and two are new.\n',
    'There are 20 rooms. Of these, eight are in towns, seven have a screen and six can be hired.\n',
  ],
  'A list of which more is told behind it': [
    'Of the 64 people, 30 came from Ashford, 20 from Wye and 12 from Lenham. Two did not say.\n',
    'We bought 12 tablets. Six went to Wye, four went to Lenham and one is broken. The last is a spare.\n',
    'We sent 12 kits. Of these, six went to Wye, four to Ash and one to Elm. The last is a spare.\n',
    'We had 24 replies. Of these, 12 said yes, eight said no and two were blank. Two more came too late to count.\n',
    'We set 11 aims. Of these, five are met, three are late and two are on hold. Another has been dropped.\n',
  ],
};

describe('Lists of what a whole is made up of', () => holdsTo(wrong, right));
