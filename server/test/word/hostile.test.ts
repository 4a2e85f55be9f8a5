import assert from 'node:assert/strict';
import fc from 'fast-check';
import { runs } from '../random-runs';
import { HOSTILE } from './hostile';
import { says, word } from './word';

describe('Word: drafts that no person writes', () => {
  for (const [what, markdown] of Object.entries(HOSTILE)) {
    it(`exports ${what}`, async () => {
      const document = await word(markdown);
      for (const part of document.parts) if (/\.(xml|rels)$/.test(part)) document.part(part);
    });
  }

  it('keeps the words that stand too deep for their layout', async () => {
    for (const what of ['a thousand quotations', 'a thousand lists', 'a thousand nested HTML blocks']) {
      const document = await word(HOSTILE[what]!);
      assert.ok(document.paragraphs.map(says).join(' ').includes('deep'), what);
    }
  });

  it('takes control characters out, and keeps the words around them', async () => {
    const document = await word(HOSTILE['control characters']!);
    // What is no character at all is shown as such.
    assert.match(says(document.paragraphs[0]!), /^a.?bcde.? f/);
  });

  it('writes whatever there is to write, as XML that reads back', async () => {
    const pieces = fc.constantFrom(
      '# ',
      '- ',
      '1. ',
      '> ',
      '    ',
      '\t',
      '\n',
      '\n\n',
      '| ',
      '|---|\n',
      '**',
      '*',
      '`',
      '```\n',
      '[',
      '](x)',
      '](#h)',
      '![',
      '](a.png)',
      '[^1]',
      '[^1]: ',
      '<b>',
      '</b>',
      '<br>',
      '<table><tr><td>',
      '</td></tr></table>',
      '<!--',
      '-->',
      '<li>',
      '&amp;',
      '&#0;',
      '~~',
      '***\n',
      '- [ ] ',
      'h',
      'word',
      ' ',
      '\u0000',
      '\ud800',
      '😀',
      '<a id="h">',
      '</a>',
      '<details>',
      '> [!NOTE]\n> ',
      '{{body}}',
      'https://a.b',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 40 }), async (parts) => {
        const document = await word(parts.join(''));
        for (const part of document.parts) if (/\.(xml|rels)$/.test(part)) document.part(part);
      }),
      { numRuns: runs(300) },
    );
  });

  it('keeps every word of a draft', async () => {
    const word_ = fc.stringMatching(/^[a-z]{3,8}$/);
    const block = fc.oneof(
      word_.map((text) => `## ${text}`),
      fc.array(word_, { minLength: 1, maxLength: 5 }).map((words) => words.join(' ')),
      fc
        .array(word_, { minLength: 1, maxLength: 4 })
        .map((words) => words.map((text) => `- ${text}`).join('\n')),
      fc
        .array(word_, { minLength: 1, maxLength: 4 })
        .map((words) => `| ${words.join(' | ')} |\n|${'---|'.repeat(words.length)}`),
      word_.map((text) => `> ${text}`),
      word_.map((text) => `    ${text}`),
      word_.map((text) => `<p>${text}</p>`),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 12 }), async (blocks) => {
        const markdown = `x\n\n${blocks.join('\n\n')}`;
        const expected = markdown
          .match(/[a-z]+/g)!
          .filter((text) => text !== 'p')
          .sort();
        const document = await word(markdown);
        const found = document.paragraphs
          .map(says)
          .join(' ')
          .match(/[a-z]+/g)!
          .sort();
        assert.deepEqual(
          found,
          expected.filter((text) => text !== 'p'),
        );
      }),
      { numRuns: runs(200) },
    );
  });
});
