import assert from 'node:assert/strict';
import { builtInFramework, loadFramework } from '../../src/framework';
import { argued, briefing, coverageOf, projectWith, stateOf } from './support';

/** What a list of facts, a slide or a box of key messages says in one line. */
const ARGUING: readonly (readonly [line: string, topics: string])[] = [
  ['Last year our job club helped 64 people into work (Council monitoring, 2025).', 'economic'],
  ['Our homework club helped 40 children improve their reading.', 'education'],
  ['210 residents got online for the first time at our library sessions.', 'digital'],
  [
    'The library’s tea and chat group ended the loneliness of a dozen widowers.',
    'isolation health-wellbeing',
  ],
  ['The library pays local artists to run workshops, and six have found new commissions.', 'cultural'],
  ['Our Bookstart packs helped 300 parents to share stories with their babies.', 'reading'],
];

/** They name a topic, or stand where it is argued, and make no case. */
const SAYING_NOTHING: readonly string[] = [
  'There is also a reading group.',
  'We also lend books, of course, and children like the Summer Reading Challenge.',
  'They meet on Tuesdays, and there is a WhatsApp group.',
  'We have a digital hub and a job club.',
  'Loneliness is one of the five themes of this paper.',
  'Job club: Tuesdays, 10am to noon, first floor.',
  'Six new computers and a scanner were bought.',
  'The board noted the reading strategy and the digital strategy.',
  'Photo: the artists with the mayor at the opening.',
  'See also: digital inclusion, reading and health.',
];

const INTRODUCING: readonly string[] = [
  'Ruth Ademola, who runs the library homework club, said:',
  'Councillor Tom Varley, Cabinet Member for Children, Learning and Libraries, said:',
  'The head teacher of a school whose pupils go to the homework club says:',
];

const HOMEWORK =
  'Children who joined our homework clubs read better for it, and their teachers say that 38 of 41 have caught up with their class.';
const ANSWER =
  '> “My son did not like books at all. Since he has come to the homework club at the library he reads to his sister every night.”';
const LONELY = 'Our volunteers taught 210 older residents to get online, and they are less lonely for it.';

/** The topics that a line argues between others. */
function arguedBetween(before: string, line: string, after: string): readonly string[] {
  const { areas, offers } = coverageOf(
    briefing(`# Libraries help children learn\n\n${before}\n\n${line}\n\n${after}`),
  );
  return [...areas, ...offers]
    .filter(({ passages }) =>
      passages.some(({ state, passage }) => state !== 'mentioned' && passage.prose.text === line),
    )
    .map(({ topic }) => topic.id);
}

describe('A line of a few words', () => {
  for (const [line, topics] of ARGUING)
    it(`argues ${topics}: ${line}`, () => {
      const found = argued(coverageOf(briefing(line)));
      for (const topic of topics.split(' ')) assert.ok(found.includes(topic), `${found}`);
    });

  for (const line of SAYING_NOTHING)
    it(`makes no case, by itself or between others: ${line}`, () => {
      assert.deepEqual(argued(coverageOf(briefing(line))), []);
      assert.deepEqual(arguedBetween(HOMEWORK, line, LONELY), []);
    });

  for (const line of INTRODUCING)
    it(`makes no case where it introduces what follows, and does without its colon: ${line}`, () => {
      assert.deepEqual(arguedBetween(HOMEWORK, line, ANSWER), []);
      const without = arguedBetween(HOMEWORK, line.replace(/:$/, '.'), ANSWER);
      assert.ok(without.includes('education'), `${without}`);
    });

  it('argues no topic of a workspace’s own where it introduces what follows', () => {
    const { framework } = loadFramework(
      'topics:\n  - { id: seeds, title: Seeds, cues: [seed library] }\n',
      'file:///f.yaml',
      builtInFramework,
    );
    const states = [':', '.'].map((end) =>
      stateOf(
        coverageOf(
          briefing(`Our seed library helps unemployed people grow food and learn skills, says Ruth${end}`),
          projectWith([], framework),
        ),
        'seeds',
      ),
    );
    assert.deepEqual(states, ['mentioned', 'argued']);
  });
});
