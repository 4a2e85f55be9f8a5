import assert from 'node:assert/strict';
import { syllables } from '../../src/rules/reading-age';
import { findings, marked } from './helpers';

const hard =
  'Notwithstanding considerable organisational constraints, the authority anticipates significant opportunities for participation and regeneration. ';
const easy = 'The library is short of staff, and still it helps people to meet, to learn and to find work. ';

describe('How hard a paper is to read', () => {
  it('is told once, at its title, with where it is hardest', () => {
    const text = `# Ashby library\n\n${easy.repeat(2)}\n\n${hard.repeat(12)}\n\n${hard.repeat(3)}\n`;
    assert.deepEqual(marked('reading-age', text), ['# Ashby library']);
    const message = findings('reading-age', text)[0]?.message ?? '';
    assert.match(message, /people with a degree, with 1\d words/);
    assert.match(message, /“Notwithstanding considerable organisational constraints, the …”/);
  });

  const fine: readonly [name: string, text: string][] = [
    ['that is easy', `# A\n\n${easy.repeat(20)}\n`],
    ['that is short', `# A\n\n${hard.repeat(3)}\n`],
    ['that is easy but for a quotation', `# A\n\n${easy.repeat(12)}\n\n${`> ${hard}\n`.repeat(9)}`],
    [
      'that is easy but for a table',
      `# A\n\n${easy.repeat(12)}\n\n| A |\n| --- |\n${`| ${hard}|\n`.repeat(9)}`,
    ],
    ['in another language', `---\nlanguage: cy\n---\n\n# A\n\n${hard.repeat(12)}\n`],
    ['with nothing in it', ''],
  ];
  for (const [name, text] of fine)
    it(`is no matter in a paper ${name}`, () => assert.deepEqual(findings('reading-age', text), []));

  it('is told without a title, too', () => assert.equal(findings('reading-age', hard.repeat(12)).length, 1));

  it('counts syllables as people do, nearly always', () => {
    const words: Readonly<Record<string, number>> = {
      a: 1,
      the: 1,
      library: 3,
      libraries: 3,
      people: 2,
      served: 1,
      needed: 2,
      community: 4,
      open: 2,
      make: 1,
      table: 2,
      organisation: 5,
      reading: 2,
      years: 1,
      services: 3,
      education: 4,
      houses: 2,
      places: 2,
      played: 1,
      wanted: 2,
      '': 0,
    };
    const wrong = Object.entries(words).filter(([word, count]) => syllables(word) !== count);
    assert.ok(wrong.length <= 2, JSON.stringify(wrong.map(([word]) => [word, syllables(word)])));
  });
});
