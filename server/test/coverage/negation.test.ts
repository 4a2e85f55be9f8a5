import assert from 'node:assert/strict';
import { cover } from '../../src/coverage';
import { withheld } from '../../src/coverage/negation';
import { parseDraft } from '../../src/draft';
import { builtInProject } from '../../src/project';
import { wordsOf } from '../../src/words/tokenize';

/** The words that stand in what is said not to be there. */
const denied = (text: string): string => {
  const words = wordsOf(text);
  const flags = withheld(words);
  return words.lower.filter((_, i) => flags[i] === 1).join(' ');
};

describe('A service that is not there', () => {
  const cases: readonly [string, string][] = [
    ['The library does not run a homework club.', 'a homework club'],
    ['We no longer offer help with CVs.', 'help with cvs'],
    ['The council closed the digital hub in May.', 'the digital hub in may'],
    ['It doesn’t have a reading group.', 'a reading group'],
    ['We do not lend laptops but we do teach people to use them.', 'laptops'],
    ['The sessions did not help anybody find work.', 'the sessions did not help anybody find work'],
    ['None of the pupils improved in maths. They came.', 'none of the pupils improved in maths'],
    ['The library no longer runs its job club, so job seekers travel.', 'its job club'],
    ['Bramley no longer has a job club.', 'a job club'],
    ['No artists were commissioned this year.', 'no artists were commissioned this year'],
    ['We have never helped anybody to start a business.', 'we have never helped anybody to start a business'],
    ['We have never helped so many people.', ''],
    ['The town no longer has a job club.', 'a job club'],
    ['People who no longer have a job come to us.', ''],
    ['Two in five households no longer have a broadband connection.', ''],
    ['Jean no longer has a job.', ''],
    ['Many residents no longer have a computer.', ''],
    ['No appointment is needed and 60 people were trained to use a computer.', ''],
    ['No one was turned away and 60 residents were trained in digital skills.', ''],
    ['No fewer than sixty residents were trained.', ''],
    ['Nobody taught them to use a computer.', ''],
    ['No other service was commissioned to help them.', ''],
    ['Nobody had helped them before.', ''],
    ['It did not only help with forms.', ''],
    ['It could not have been done without the volunteers.', ''],
    ['The library in Ashby does not run a homework club.', 'a homework club'],
    ['The library helps residents whose landlords and agents do not run a repair service.', ''],
    ['The library helps people who do not have a computer.', ''],
    ['Pupils do not have a computer at home.', ''],
    ['People who cannot read come to us.', ''],
    ['The library runs a homework club.', ''],
    ['They never stopped. Homework clubs are full.', ''],
  ];
  for (const [text, expected] of cases) {
    it(`${expected === '' ? 'is not read out of' : 'is heard in'} “${text}”`, () => {
      assert.equal(denied(text), expected);
    });
  }

  it('argues nothing, where the same words of a service that is there do', () => {
    const state = (sentence: string) =>
      cover(
        parseDraft(`---\nkind: briefing\n---\n\n# Our library\n\n${sentence}\n`),
        builtInProject,
      ).areas.find(({ topic }) => topic.id === 'education')!.state;
    const rest = 'a homework club where children get help from volunteers and do better at school.';
    assert.equal(state(`The library runs ${rest}`), 'argued');
    assert.notEqual(state('The library does not run a homework club.'), 'argued');
  });
});
