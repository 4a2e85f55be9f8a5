import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SOURCE_PATTERNS } from '../../src/evidence/source-phrases';
import { mentionsIn, worthALook } from '../../src/evidence/sources';
import { runs } from '../random-runs';
import { stringsOf } from './from-pattern';

describe('Patterns of sources', () => {
  for (const [index, pattern] of SOURCE_PATTERNS.entries()) {
    it(`${index} finds nothing in a text without its words: ${pattern.words.slice(0, 60)}`, () => {
      let found = 0;
      const random = fc.gen();
      fc.assert(
        fc.property(random, (generate) => {
          const next = stringsOf(pattern.pattern, (below) => generate(fc.nat, { max: below - 1 }));
          for (let i = 0; i < 20; i++) {
            const words = next();
            // Some want to stand at the beginning, and some in the middle.
            for (const text of [words, `It is ${words}.`]) {
              if (text.search(pattern.pattern) === -1) continue;
              found++;
              assert.ok(worthALook(text).includes(pattern), text);
            }
          }
        }),
        { numRuns: runs(60) },
      );
      assert.ok(found > runs(50), `only ${found} texts that it finds something in`);
    });
  }

  const each: readonly (readonly [sentence: string, source: string])[] = [
    ['According to Ofcom, 4% are offline.', 'According to Ofcom'],
    ["By the council's own count 300 came.", "By the council's own count"],
    ['The trust has published its findings.', 'has published its findings'],
    ['Sources: visitor counts.', 'Sources: v'],
    ['One in ten never reads, says the Ashby Trust.', ', says the Ashby Trust'],
    ['Our teachers tell us that it helps.', 'Our teachers tell us'],
    ['It is set out in the Ashby Plan.', 'set out in the Ashby'],
    ['These figures come from the returns.', 'figures come from'],
  ];
  for (const [sentence, source] of each) {
    it(`see “${source}” in “${sentence}”`, () => {
      const words = mentionsIn(sentence).map(({ span }) =>
        sentence.slice(span.start, span.end).toLowerCase(),
      );
      assert.ok(
        words.some((found) => found.includes(source.toLowerCase())),
        JSON.stringify(words),
      );
    });
  }

  for (const sentence of [
    'Residents without the internet can report a repair.',
    'The app lets the school report an absence.',
    'Tenants of the Ashby Housing Association report a leak.',
    'Ashby Council wants people to report broken street lights.',
    'The service will review 40% of its stock.',
  ])
    it(`see none where something is only done: ${sentence}`, () =>
      assert.deepEqual(mentionsIn(sentence), []));
  for (const sentence of [
    'Each borrows a tablet for three months, with a data card from the National Databank.',
    'The library gives out data SIMs from Ashby Mobile.',
    'National Databank data vouchers are handed out at six libraries.',
    'Ashby Mobile data bundles went to 40 homes.',
    'We lend a tablet with data from the National Databank.',
    'The Ashby Trust has let us hand out 415 SIM cards with free data.',
    'SIM cards with unlimited data went to 40 homes.',
  ])
    it(`see none where data is what people go online with: ${sentence}`, () =>
      assert.deepEqual(mentionsIn(sentence), []));
  for (const sentence of [
    'The schools report a rise of 20%.',
    'The 2025 report shows a rise.',
    'In a report on repairs 20% were late.',
    'Data from the National Databank show that 20% are offline.',
    'Ashby Mobile data show that 20% are offline.',
  ])
    it(`see one where something is stated: ${sentence}`, () => assert.ok(mentionsIn(sentence).length > 0));
});
