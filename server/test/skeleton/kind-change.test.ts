import assert from 'node:assert/strict';
import { kindChange } from '../../src/kind-change';

describe('making a document a draft', () => {
  const cases: readonly [name: string, before: string, after: string][] = [
    ['an empty document', '', '---\nkind: letter\n---\n'],
    ['a document without front matter', '# Hello\n', '---\nkind: letter\n---\n\n# Hello\n'],
    [
      'front matter of another tool',
      '---\nlayout: post\n---\nHi',
      '---\nkind: letter\nlayout: post\n---\nHi',
    ],
    ['empty front matter', '---\n---\nHi', '---\nkind: letter\n---\nHi'],
    ['another kind', '---\ntitle: A\nkind: pitch # old\n---\n', '---\ntitle: A\nkind: letter\n---\n'],
    ['Windows line ends', '---\r\nkind: pitch\r\na: b\r\n---\r\n', '---\r\nkind: letter\r\na: b\r\n---\r\n'],
    ['Windows line ends without front matter', 'Hi\r\n', '---\r\nkind: letter\r\n---\r\n\r\nHi\r\n'],
    ['a thematic break', '---\n\nHi', '---\nkind: letter\n---\n\n---\n\nHi'],
    ['a kind that is none of its own', '---\nmy-kind: x\n---\n', '---\nkind: letter\nmy-kind: x\n---\n'],
    [
      'front matter that is never closed',
      `---\r\n${'a: b\r\n'.repeat(2000)}`,
      `---\r\nkind: letter\r\n---\r\n\r\n---\r\n${'a: b\r\n'.repeat(2000)}`,
    ],
    ['a byte order mark', '\uFEFF# Hi', '\uFEFF---\nkind: letter\n---\n\n# Hi'],
  ];
  for (const [name, before, after] of cases) {
    it(`works on ${name}`, () => {
      const { span, text } = kindChange(before, 'letter');
      assert.equal(before.slice(0, span.start) + text + before.slice(span.end), after);
    });
  }
});
