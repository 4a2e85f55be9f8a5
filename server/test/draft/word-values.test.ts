import assert from 'node:assert/strict';
import { parseDraft } from '../../src/draft';

describe('front matter: how the Word document is set', () => {
  for (const [word, message] of [
    ['{ numbering: none, contents: true, notes: endnotes, sources: false, styles: { quote: Q } }', undefined],
    ['{ numbering: ~, other: 1, pictures: full }', undefined],
    ['{ pictures: small }', '`pictures` in `word` is reduced or full.'],
    ['{ numbering: roman }', '`numbering` in `word` is none, sections or paragraphs.'],
    ['{ contents: "yes" }', '`contents` in `word` is true or false.'],
    ['{ styles: [Quote] }', '`styles` in `word` has a line for each style, such as "quote: Council Quote".'],
    [
      '{ styles: { quote: 1 } }',
      '`styles` in `word` has a line for each style, such as "quote: Council Quote".',
    ],
    ['council.dotx', '`word` has a line for each of its keys, such as "contents: true".'],
  ] as const) {
    it(message === undefined ? `takes ${word}` : `says what is wrong with ${word}`, () => {
      const { problems } = parseDraft(`---\nword: ${word}\n---\n\nText.\n`).frontMatter;
      assert.deepEqual(
        problems.map((problem) => problem.message),
        message === undefined ? [] : [message],
      );
    });
  }

  it('says all that is wrong at once, each at its place', () => {
    const source =
      '---\nword:\n  numbering: roman\n  contents: true\n  notes: margin\n  styles: Q\n---\n\nText.\n';
    const { problems } = parseDraft(source).frontMatter;
    assert.deepEqual(
      problems.map(({ span, message }) => [source.slice(span.start, span.end), message]),
      [
        ['roman', '`numbering` in `word` is none, sections or paragraphs.'],
        ['margin', '`notes` in `word` is footnotes or endnotes.'],
        ['Q', '`styles` in `word` has a line for each style, such as "quote: Council Quote".'],
      ],
    );
  });
});
