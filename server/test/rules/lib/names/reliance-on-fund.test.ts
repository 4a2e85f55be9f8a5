import assert from 'node:assert/strict';
import { findings, marked } from '../../helpers';

const RULE = 'name-changed';

const dated = (text: string): string => `---\ndate: June 2026\n---\n\n${text}\n`;

describe('A fund or scheme that is closed', () => {
  const countedOn: readonly string[] = [
    'We will apply to the Household Support Fund.',
    'The washing is paid for by the Household Support Fund.',
    'The lift could be paid for by the European Social Fund.',
    'An application will be made to the Public Sector Decarbonisation Scheme for 75% of the cost.',
    'Each session will be revisited (£1,960, agreed with the Vulnerable Persons Resettlement Scheme).',
    'We will apply to the Household Support Fund, as we had no money left.',
    'We have no money, and are applying to the Community Ownership Fund.',
    'We plan to bid to the Levelling Up Fund for the roof.',
    'We are seeking £12,000 from the Household Support Fund.',
    'The Household Support Fund will pay for the hampers.',
    'The Household Support Fund offers money for this.',
    'The rest could come from the Household Support Fund.',
    'Carers can apply for help from the Household Support Fund.',
    'It is proposed to apply for £40,000 from the Levelling Up Fund.',
    'We could make a joint bid to the Community Ownership Fund.',
    'Families are eligible for the Household Support Fund.',
    'The Community Ownership Fund offers a good chance to buy the hall.',
    'The Levelling Up Fund is open to bids from libraries.',
    'We will turn to the Household Support Fund.',
    'The clubs will be funded by the Household Support Fund until 2028.',
    'We have applied to the Levelling Up Fund for £90,000.',
    'We will apply to LEADER for the van.',
    'The van will be paid for by the LEADER programme.',
    'We will apply to the Rural England Prosperity Fund.',
    'The Know Your Neighbourhood Fund will pay for it.',
    'We have asked the European Social Fund for £4,000.',
    'Match funding comes from the European Social Fund.',
    'The rest of the money comes from the Household Support Fund.',
    'It is part-funded by the European Social Fund through the council.',
    'European Social Fund money pays for two posts.',
    'Our funders include the European Social Fund and the Friends.',
    'After the grant we hope for European Social Fund support.',
    'The European Social Fund bid submitted in September would cover half if it succeeds.',
  ];
  for (const text of countedOn) {
    it(`is told where somebody counts on it: ${text}`, () => {
      assert.equal(marked(RULE, dated(text)).length, 1);
      assert.equal(findings(RULE, dated(text))[0]?.severity, 'warning');
    });
  }

  const history: readonly string[] = [
    'The pilot ran with £5,000 from the Household Support Fund.',
    'The European Social Fund began it.',
    'PEACEPLUS can be paid for by the European Social Fund in Northern Ireland.',
    'In May the Household Support Fund paid for 40 hampers.',
    'The Household Support Fund paid for open evenings in the hall next door.',
    'The Household Support Fund paid for the tablets that the library offers to carers.',
    'The shelves came from the Household Support Fund, and the books can be borrowed by anybody.',
    'The children can go to the club that we set up with the Household Support Fund.',
    'The books that the children will read came from the Household Support Fund.',
    'We will use what is left of the Household Support Fund by June.',
    'Our bid to the Household Support Fund failed, so we will ask the Friends.',
    'We could not apply to the Household Support Fund.',
    'We had hoped to apply to the Household Support Fund.',
    'We cannot apply to the Household Support Fund, which takes no more bids.',
    'We will not apply to the Household Support Fund.',
    'As the Household Support Fund may no longer pay for it, we ask the trust.',
    'The tablets, bought with the Household Support Fund, will be lent to carers.',
    'The Household Support Fund, which paid for the lift, will be missed.',
    'The lift was paid for by the European Social Fund and is open to all.',
    'The report on the European Social Fund should be read with this one.',
    'We would like to thank the Household Support Fund for the hampers.',
    'The evaluation of the Household Support Fund may help us to plan.',
    'Families who were helped by the Household Support Fund can now come to the café.',
    'Those who got help from the Household Support Fund may ask us for advice.',
    'We may keep the tablets that we bought with £5,000 from the Household Support Fund.',
    'Anybody can borrow the laptops from the Household Support Fund project.',
    'The Community Ownership Fund could pay for only half of it, so the Friends raised the rest.',
    'We are asking for £12,000 now that the Household Support Fund has gone.',
    'We need £12,000 to replace the Household Support Fund.',
    'The trust will pay for what the Household Support Fund did.',
    'We should learn from the Household Support Fund.',
    'The end of the Household Support Fund will leave a gap of £12,000.',
    'Without the Household Support Fund we must find £12,000.',
    'We must find another £12,000 in place of the Household Support Fund.',
    'Next year there is no money from the Household Support Fund.',
    'Applications to the Household Support Fund came from 40 families.',
    'The council is looking at what can take over from the Household Support Fund.',
    'The money that we are seeking would do what was done with the Household Support Fund.',
    'Please apply for the free places that we have thanks to the Household Support Fund.',
    'You can apply for one of 40 laptops bought with the Household Support Fund.',
    'The officers can draw lessons from the Household Support Fund.',
    'We will come to the Household Support Fund below.',
    'The laptops will go to families from the Household Support Fund list.',
    'Staff must submit the last return for the Household Support Fund.',
    'Councils may make a final claim to the Household Support Fund by June.',
    'We need to account for the Household Support Fund.',
    'The money must be paid back to the Household Support Fund.',
    'The van is supported by the Friends and was bought from the Levelling Up Fund.',
    'It is supported by a van from the Levelling Up Fund.',
    'The panels are covered by the Feed-in Tariff.',
    'The heat pumps at Central are funded by the Public Sector Decarbonisation Scheme.',
    'The Levelling Up Fund will pay for the new roof, as was agreed in 2023.',
    'The work will be paid for by the Community Ownership Fund, which gave us £90,000.',
    'The panels earn money that is paid under the Feed-in Tariff.',
    'People who are on Income Support are moved to Universal Credit.',
    'The council should look again at what the Household Support Fund offers.',
    'We can turn to those whom the Household Support Fund left out.',
    'We have applied to the Levelling Up Fund twice, without success.',
    'WE WILL ASK THE LEADER OF THE COUNCIL.',
    'The van was bought with LEADER funding in 2016.',
    'We have asked the Levelling Up Fund for the figures, but had no answer.',
    'Our funders have been the Friends and the European Social Fund.',
    'The European Social Fund bid of last year failed.',
    'Half of the shelves came from the Household Support Fund.',
    'What the library knows comes from the European Social Fund evaluation.',
  ];
  for (const text of history) {
    it(`is left alone where it is past, or another thing is to come: ${text}`, () => {
      assert.deepEqual(marked(RULE, dated(text)), []);
    });
  }

  it('says of a fund that it is closed', () => {
    const [first] = findings(RULE, dated('We will bid to the Public Sector Decarbonisation Scheme.'));
    assert.match(first?.message ?? '', /has been closed since 2025 \(.*It takes no new bids/);
  });
});
