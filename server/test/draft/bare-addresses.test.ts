import assert from 'node:assert/strict';
import type { PhrasingContent } from 'mdast';
import { parseDraft } from '../../src/draft';

/** What a paragraph is made of: addresses in angle brackets, notes as `[^label]`. */
function read(paragraph: string, rest = '\n\n[^n]: Seen in May.\n'): string {
  const said = (node: PhrasingContent): string => {
    if (node.type === 'link') return `<${node.url}>`;
    if (node.type === 'footnoteReference') return `[^${node.identifier}]`;
    if (node.type === 'text') return node.value;
    return 'children' in node ? node.children.map(said).join('') : '';
  };
  const [first] = parseDraft(paragraph + rest).blocks;
  assert.ok(first?.block.node.type === 'paragraph');
  return first.block.node.children.map(said).join('');
}

describe('A bare address', () => {
  for (const [source, wanted] of [
    ['See www.a.example[^n] now.', 'See <http://www.a.example>[^n] now.'],
    ['See https://a.example/b?c=d[^n], too', 'See <https://a.example/b?c=d>[^n], too'],
    ['See https://a.example/b.[^n]', 'See <https://a.example/b>.[^n]'],
    ['(https://a.example/(b)[^n])', '(<https://a.example/(b)>[^n])'],
    ['**www.a.example[^n][^N]** (end)', '<http://www.a.example>[^n][^n] (end)'],
    ['See jo@a.example[^n].', 'See <mailto:jo@a.example>[^n].'],
  ] as const) {
    it(`ends before a note: ${source}`, () => assert.equal(read(source), wanted));
  }

  it('ends so also where the note stands in the same text, or its reference is the first bracket of all', () => {
    assert.equal(read('www.a.example[^n]', '\n[^n]: Seen.\n'), '<http://www.a.example>[^n]');
    assert.equal(read('www.a.example[^n]', '\n\n- a\n\n[^n]: Seen.\n'), '<http://www.a.example>[^n]');
  });

  for (const [source, wanted] of [
    ['www.a.example[^m] b', '<http://www.a.example[^m>] b'],
    ['https://a.example/b[^n', '<https://a.example/b[^n>'],
  ] as const) {
    it(`has brackets as GFM has them where there is no such note: ${source}`, () =>
      assert.equal(read(source), wanted));
  }
});
