import assert from 'node:assert/strict';
import { placesOf, tellingWords } from '../../../../src/rules/lib/settings/suppressed-words';

const whole = (text: string) => ({ start: 0, end: text.length });

/** What the words of a comment stand for in a text. */
const meant = (text: string, words: string): string[] =>
  placesOf(text, whole(text))(words).map(({ start, end }) => text.slice(start, end).trim());

/** The words that tell the last of some words in a text, where others of the rule begin. */
function telling(text: string, finding: string, others: readonly string[] = []): string | undefined {
  const start = text.lastIndexOf(finding);
  const at = others.map((other) => text.indexOf(other)).filter((other) => other !== start);
  return tellingWords(text, whole(text), { start, end: start + finding.length }, at);
}

describe('The words of a comment stand for', () => {
  for (const [text, words, found] of [
    ['In 12 weeks', '12', ['12']],
    ['128 came, 12.5 on average, 1,012 in all, 12,000 of them', '12', []],
    ['others smother her', 'her', ['her']],
    ['Nobody\nelse   offers it', 'Nobody else offers', ['Nobody\nelse   offers']],
    ['She said “nobody else” twice', 'nobody else', ['“nobody else']],
    ['She said “nobody” else', 'nobody else', ['“nobody” else']],
    ['up – and down', 'up and down', ['up – and down']],
    ['up – and down', 'up – and', ['up – and']],
    ['Nothing', ' ', []],
  ] as const) {
    it(`“${words}” in “${text}”: ${found.join(', ') || 'nothing'}`, () =>
      assert.deepEqual(meant(text, words), found));
  }
});

describe('A finding is told by words that', () => {
  it('stand once in the paragraph, with words behind or before them where they stand twice', () => {
    const text = 'Crime fell by 12% in a year. In Ashby 12% of adults read.';
    assert.equal(telling(text, '12%', ['12%']), '12% of');
    assert.equal(telling('Crime fell by 12% and then 12%', '12%', ['12%']), 'then 12%');
    assert.equal(telling('128 came. Of these, 12 came back', '12', ['128']), '12');
  });

  it('hold no other finding', () => {
    assert.equal(telling('All of them. All of it.', 'All of it', ['All of them']), 'All of it');
    const text = 'Nobody else offers what is proven to work.';
    assert.equal(telling(text, text, ['proven']), 'Nobody else offers what is');
  });

  it('leave out the marks that would end them', () => {
    assert.equal(telling('“Nobody else” offers it', '“Nobody else”'), 'Nobody else');
    assert.equal(telling('up – “down” <b>', '“down” <b>'), 'down b');
  });

  it('end where a word does', () => {
    const long = `${'word '.repeat(15)}wo😀😀😀 and more of it`;
    const words = telling(long, long)!;
    assert.ok(words.length <= 80 && long.startsWith(`${words} `), words);
  });

  it('are its first words where nothing tells one from the other', () => {
    assert.equal(telling('12% 12%', '12%', ['12%']), '12%');
  });

  it('are enough, in an item or a row, that none that is added later begins the same', () => {
    const among = (text: string, part: string, finding: string) => {
      const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
      return tellingWords(text, whole(text), at(finding), [], at(part));
    };
    const list = '- Ash\n- Around 300 people came here\n- Oak\n';
    assert.equal(among(list, 'Around 300 people came here', '300'), '300 people came');
    assert.equal(among('- Ash\n- All 300\n- Oak\n', 'All 300', '300'), 'All 300');
    assert.equal(
      among('- Extraordinarily rewarding\n', 'Extraordinarily rewarding', 'Extraordinarily rewarding'),
      'Extraordinarily rewarding',
    );
    const row = '| Ash | 300 | 40% |';
    assert.equal(among(`| a | b | c |\n| - | - | - |\n${row}\n`, row, '300'), 'Ash | 300 | 40%');
  });

  it('are none where there are none', () => {
    assert.equal(telling('x'.repeat(300), 'x'.repeat(300)), undefined);
  });
});
