import assert from 'node:assert/strict';
import { undecided } from '../../src/coverage/undecided';
import { wordsOf } from '../../src/words/tokenize';
import { argued, briefing, coverageOf } from './support';

/** The words that stand in what is left open. */
const open = (text: string): string => {
  const words = wordsOf(text);
  const flags = undecided(text, words);
  return words.lower.filter((_, i) => flags[i] === 1).join(' ');
};

describe('What is left open', () => {
  const cases: readonly [string, string][] = [
    ['We will look at whether a job club could help.', 'a job club could help'],
    ['Cabinet is to decide whether to lend tablets, and 40 people wait.', 'to lend tablets'],
    ['It is too early to say whether it has helped anybody; 60 people came.', 'it has helped anybody'],
    ['We have not decided whether to run a course but the library does.', 'to run a course'],
    ['Members asked if children had gained from it.', 'children had gained from it'],
    ['Officers were asked to find out if a group would help.', 'a group would help'],
    ['They wondered whether to keep the club, which helps 300 children.', 'to keep the club'],
    ['Could a homework club help? It did in Ashby.', 'could a homework club help'],
    ['Ask if you need help with a form.', ''],
    ['You can ask whether you are due a grant.', ''],
    ['The pilot is to find out whether tablets help.', ''],
    ['Whether you read or write, the group helps.', ''],
    ['Nobody is turned away, whether they read or not.', ''],
    ['If you have no computer, ask us.', ''],
    ['Should a resident need help, staff are there.', ''],
    ['Would you like to learn to use a tablet?', ''],
    ['They asked us. If it rains we meet inside.', ''],
    ['They asked whether.', ''],
    ['We have no counts of lonely people.', 'have no counts of lonely people'],
    [
      'We do not know how many lonely people come, but 40 made a friend.',
      'do not know how many lonely people come',
    ],
    ['The council holds no reliable figures on jobseekers.', 'holds no reliable figures on jobseekers'],
    ['There are no data for Ashby. We teach 40 people.', 'are no data for ashby'],
    ['Many residents have no data for homework.', ''],
    ['People do not know how to get online, and we show them.', ''],
    ['They do not know how much help there is.', ''],
    ['We have no doubt that it helps. Records of lonely people show it.', ''],
    ['We have no.', ''],
  ];
  for (const [text, expected] of cases) {
    it(`${expected === '' ? 'is not read out of' : 'is heard in'} “${text}”`, () => {
      assert.equal(open(text), expected);
    });
  }

  const pairs: readonly [string, string][] = [
    [
      'We will look at whether a job club could help residents find work.',
      'Our job club helps residents to find work.',
    ],
    [
      'The council will consider whether the library could lend tablets to people who are offline.',
      'The library lends tablets to people who are offline.',
    ],
    [
      'Could a homework club at the library help children catch up?',
      'A homework club at the library helps children catch up.',
    ],
    [
      'It is too early to say whether the job club has helped residents into work.',
      'The job club has helped 40 residents into work since May.',
    ],
    [
      'We have not yet decided whether to run a digital skills course for jobseekers.',
      'We run a digital skills course for jobseekers, who leave able to apply online.',
    ],
    [
      'Officers were asked to find out if a befriending scheme at the library would reduce loneliness.',
      'A befriending scheme at the library reduces loneliness among older residents.',
    ],
    [
      'We do not know how many lonely older people made friends at the library.',
      'Lonely older people made friends at the library.',
    ],
    [
      'We have no counts of jobseekers who found work with the help of our job club.',
      'Jobseekers found work with the help of our job club.',
    ],
  ];
  for (const [left, said] of pairs) {
    it(`argues nothing: “${left}”`, () => {
      assert.deepEqual(argued(coverageOf(briefing(left))), []);
      assert.notDeepEqual(argued(coverageOf(briefing(said))), []);
    });
  }
});
