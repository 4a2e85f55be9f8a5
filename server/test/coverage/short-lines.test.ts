import assert from 'node:assert/strict';
import { argued, briefing, coverageOf } from './support';

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

const SAYING_NOTHING: readonly string[] = [
  'Ruth Ademola, who runs the job club and the homework club, said:',
  'Councillor Tom Varley, Cabinet Member for Culture and Learning, said:',
  'There is also a reading group.',
  'We have a digital hub and a job club.',
  'Job club: Tuesdays, 10am to noon, first floor.',
  'Six new computers and a scanner were bought.',
  'The board noted the reading strategy and the digital strategy.',
  'Photo: the artists with the mayor at the opening.',
  'See also: digital inclusion, reading and health.',
];

describe('A line of a few words', () => {
  for (const [line, topics] of ARGUING)
    it(`argues ${topics}: ${line}`, () => {
      const found = argued(coverageOf(briefing(line)));
      for (const topic of topics.split(' ')) assert.ok(found.includes(topic), `${found}`);
    });

  for (const line of SAYING_NOTHING)
    it(`makes no case: ${line}`, () => {
      const among = `Job clubs at our libraries helped 64 residents into work last year, and 40 children who came to our homework clubs read better for it.\n\n${line}\n\nOur library volunteers taught 210 older residents to get online, and they are less lonely now.`;
      assert.deepEqual(argued(coverageOf(briefing(line))), []);
      const passages = coverageOf(briefing(among)).areas.flatMap((area) => area.passages);
      assert.deepEqual(
        passages.filter(({ state, passage }) => state !== 'mentioned' && passage.prose.text === line),
        [],
      );
    });
});
