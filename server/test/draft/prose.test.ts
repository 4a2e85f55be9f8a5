import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Passage, parseDraft, passagesOf } from '../../src/draft';
import { seeds } from '../random-runs';
import { hostileText, random } from './hostile';

function passagesIn(text: string): { passage: Passage; source: string }[] {
  return parseDraft(text).blocks.flatMap(({ block }) =>
    passagesOf(block).map((passage) => ({ passage, source: block.text })),
  );
}

/** The source of `words` in the only passage of `markdown`. */
function sourceOf(markdown: string, words: string): string {
  const [found] = passagesIn(markdown);
  const start = found!.passage.prose.text.indexOf(words);
  assert.notEqual(start, -1, `"${words}" in "${found!.passage.prose.text}"`);
  const span = found!.passage.prose.toSource(start, start + words.length);
  return found!.source.slice(span.start, span.end);
}

describe('prose', () => {
  it('maps back to the source that shows it', () => {
    for (const [markdown, words, source] of [
      ['Libraries *do* help.', 'do', 'do'],
      ['Libraries *do* help.', 'Libraries do help', 'Libraries *do* help'],
      ['Books &amp; more', '&', '&amp;'],
      ['Books &amp; more', 's & m', 's &amp; m'],
      ['Not \\*this\\*', '*', '\\*'],
      ['one  two', 'two', 'two'],
      ['> one\n> two', 'one two', 'one\n> two'],
      ['> one\r\n> two', 'two', 'two'],
      ['- one\n  two &lt; three', 'two < three', 'two &lt; three'],
      ['- [ ] buy books', 'buy', 'buy'],
      ['a [link](https://example.org) b', 'link b', 'link](https://example.org) b'],
      ['| a | b |\n|---|---|\n| one | *two* |', 'two', 'two'],
      ['| a | b |\n|---|---|\n| one | two |', 'one\ntwo', 'one | two'],
      ['[see https://example.org] now', 'now', 'now'],
    ] as const) {
      assert.equal(sourceOf(markdown, words), source, `${markdown}: ${words}`);
    }
  });

  it('maps nothing to a place', () => {
    const [found] = passagesIn('one *two*');
    assert.deepEqual(found!.passage.prose.toSource(4, 4), { start: 5, end: 5 });
    assert.deepEqual(found!.passage.prose.toSource(7, 7), { start: 8, end: 8 });
  });

  it('maps each of its characters to the source of that character, in hostile texts too', () => {
    for (const seed of seeds(300)) {
      const text = hostileText(random(seed), 600);
      for (const { passage, source } of passagesIn(text)) {
        let last = 0;
        for (let at = 0; at < passage.prose.text.length; at++) {
          const span = passage.prose.toSource(at, at + 1);
          const char = passage.prose.text[at]!;
          const shown = source.slice(span.start, span.end);
          assert.ok(span.start >= passage.span.start && span.end <= passage.span.end, `seed ${seed}`);
          assert.ok(span.start >= last || shown.startsWith('&'), `seed ${seed}: in order`);
          last = span.start;
          assert.ok(
            shown === char ||
              shown === `\\${char}` ||
              /^&.*;$/.test(shown) ||
              (shown === '\0' && char === '\uFFFD') ||
              (char === ' ' && /^(?:\r\n|\n|\r)$/.test(shown)) ||
              (char === '\n' && /[\n\r|]|<br/i.test(shown)),
            `seed ${seed}: ${JSON.stringify(char)} is shown by ${JSON.stringify(shown)}`,
          );
        }
      }
    }
  });

  it('has plain paragraphs as they are, whatever the words', () => {
    const words = fc.array(fc.stringMatching(/^[a-z’é£%😀,.]{1,12}$/u), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(words, (some) => {
        const text = some.join(' ');
        const [found] = passagesIn(`x ${text}`);
        assert.equal(found?.passage.prose.text, `x ${text}`);
      }),
    );
  });
});

describe('a passage', () => {
  it('knows its links: where they are, what they show and where they lead', () => {
    const markdown =
      'See [the *report*](https://example.org/r "t"), <https://example.org/s> and [more][m].\n\n[m]: /x';
    const [found] = passagesIn(markdown);
    const { links, prose } = found!.passage;
    assert.deepEqual(
      links.map(({ span, prose: shown, url }) => [
        found!.source.slice(span.start, span.end),
        prose.text.slice(shown.start, shown.end),
        url,
      ]),
      [
        ['[the *report*](https://example.org/r "t")', 'the report', 'https://example.org/r'],
        ['<https://example.org/s>', '', 'https://example.org/s'],
        ['[more][m]', 'more', ''],
      ],
    );
  });

  it('takes bare addresses for links, also where the parser leaves them to be found', () => {
    const [found] = passagesIn(
      '[source: https://example.org/a&amp;b, or www.example.org] and me@example.org',
    );
    assert.deepEqual(
      found!.passage.links.map(({ span, url }) => [found!.source.slice(span.start, span.end), url]),
      [
        ['https://example.org/a&amp;b', 'https://example.org/a&b'],
        ['www.example.org', 'http://www.example.org'],
        ['me@example.org', 'mailto:me@example.org'],
      ],
    );
    assert.equal(found!.passage.prose.text, '[source: , or ] and ');
  });

  it('knows the footnotes that it refers to, and whether it is in one', () => {
    const found = passagesIn('Text[^A b] and[^Note].\n\n[^NOTE]: The note.\n\n    More.\n');
    assert.deepEqual(
      found.map(({ passage }) => [passage.prose.text, passage.footnotes, passage.inFootnote]),
      [
        ['Text[^A b] and.', ['note'], false],
        ['The note.', [], true],
        ['More.', [], true],
      ],
    );
  });

  it('is read once for a block', () => {
    const [placed] = parseDraft('Text.').blocks;
    assert.equal(passagesOf(placed!.block), passagesOf(placed!.block));
  });
});
