import assert from 'node:assert/strict';
import { parseDraft } from '../../../../src/draft';
import { mentions } from '../../../../src/rules/numbers/told-twice/mentions';
import { againstTotals } from '../../../../src/rules/numbers/told-twice/told-totals';
import { holdsTo, type Right, table, type Wrong } from '../cases';

const volunteers = table('Branch | Volunteers', 'Ash | 31', 'Elm | 27', 'Total | 58');
const children = table('Branch | Children', 'Ash | 200', 'Elm | 230', 'Total | 430');
const schools = table('Area | Schools', 'Ash | 100', 'Elm | 130', 'Total | 230');
const members = table('Area | Members', 'Ash | 200', 'Elm | 210', 'Total | 410');
const ways = table('How | Number', 'Online | 802', 'Paper | 250', 'Phone | 100', 'Total | 1,152');

const wrong: Wrong = {
  'The total of a table of the same time': [
    [`It is run by 61 volunteers.\n\n${volunteers}`, '61'],
    [`This summer 412 children took part. By branch, this summer:\n\n${children}`, '412'],
    [
      `We are open for 229 hours a week.\n\n${table('Library | Hours now', 'Ash | 131', 'Elm | 100', 'Total | 231')}`,
      '229',
    ],
    [`By spring, 240 schools had joined.\n\nIt is all of them:\n\n${schools}`, '240'],
    [`The Friends have 420 members.\n\nIn all there were:\n\n${members}`, '420'],
  ],
};

const right: Right = {
  'The total of a table of another time': [
    `Today we have 61 volunteers. The table has those of March.\n\n${volunteers}`,
    `Today we have 61 volunteers.\n\n${volunteers}`,
    `This summer 412 children took part. Last summer’s figures, by branch:\n\n${children}`,
    `We expect 440 children next year.\n\n${children}`,
    `We now have 410 children on the list.\n\nIn 2024:\n\n${children}`,
    `We are open for 229 hours a week.\n\n${table('Library | Hours in 2019', 'Ash | 131', 'Elm | 100', 'Total | 231')}`,
    `It is run by 61 volunteers.\n\nThese were there on 31 March 2024.\n\n${volunteers}`,
  ],
  'The total of a table that may have some of them': [
    `The county has 240 schools.\n\nThese are the schools visited this term:\n\n${schools}`,
    `The county has 240 schools.\n\n${schools.replace('Schools', 'Schools visited')}`,
    `The Friends have 420 members. The table has those who answered.\n\n${members}`,
    `The Friends have 420 members.\n\nOur largest branches:\n\n${members}`,
  ],
  'A table of something else': [
    `We had 214 replies.\n\n${table('Term | Attendances', 'Autumn | 100', 'Spring | 60', 'Summer | 50', 'Total | 210')}`,
    `We had 1,162 visits.\n\nThese are the answers.\n\n${ways}`,
  ],
};

describe('Totals that a sentence gives otherwise', () => {
  holdsTo(wrong, right);

  it('are looked for in as many steps as there are numbers', () => {
    const columns = Array.from({ length: 20 }, (_, at) => at + 1);
    // Each is one digit from what the sentences have.
    const totals = columns.map((at) => `${at % 5}555`);
    const years = table(
      `Library | ${columns.map((at) => `Year ${at}`).join(' | ')}`,
      `Ash | ${columns.map(() => '5,155').join(' | ')}`,
      `Total | ${totals.join(' | ')}`,
    );
    const readsOf = (times: number): number => {
      const sentences = Array.from({ length: times }, () => 'It had 5,555 visits here and it went on.\n');
      const draft = parseDraft(`${years}\n${years}\n${sentences.join('\n')}`);
      let reads = 0;
      const all = mentions.in(draft, undefined).flatMap(({ found, placed: { start }, index }) =>
        found.all.map((mention) => ({
          mention: new Proxy(mention, {
            get(target, key) {
              if (key === 'value') reads++;
              return Reflect.get(target, key) as unknown;
            },
          }),
          start,
          index,
          among: found,
        })),
      );
      assert.deepEqual(againstTotals(draft, all), []);
      return reads;
    };
    assert.ok(readsOf(400) < 2.5 * readsOf(200));
  });
});
