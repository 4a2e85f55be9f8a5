import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDraft } from '../../src/draft';
import { builtInProject } from '../../src/project';
import { kindChange, withLikelyKind } from '../../src/skeleton/kind-change';

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
    ['another kind', '---\ntitle: A\nkind: pitch # old\n---\n', '---\ntitle: A\nkind: letter # old\n---\n'],
    ['a key in quotation marks', '---\n"kind": pitch\na: b\n---\n', '---\nkind: letter\na: b\n---\n'],
    ['a space before the colon', '---\nkind : pitch\na: b\n---\n', '---\nkind: letter\na: b\n---\n'],
    ['a kind without a value', '---\nkind:\na: b\n---\n', '---\nkind: letter\na: b\n---\n'],
    ['a kind on lines of its own', '---\nkind: >\n  pitch\na: b\n---\n', '---\nkind: letter\na: b\n---\n'],
    ['a kind among mistakes', '---\nkind: pitch\na: "b\n---\n', '---\nkind: letter\na: "b\n---\n'],
    [
      'a kind that belongs to another key',
      '---\na:\n  kind: x\n---\n',
      '---\nkind: letter\na:\n  kind: x\n---\n',
    ],
    [
      'a kind in a text of several lines',
      '---\nabout: |\n  one\n\n  kind: x\n---\n',
      '---\nkind: letter\nabout: |\n  one\n\n  kind: x\n---\n',
    ],
    ['mixed line ends', '---\na: b\r\nkind: pitch\r\n---\n', '---\na: b\r\nkind: letter\r\n---\n'],
    ['mixed line ends without a kind', '---\na: b\r\n---\r\nHi\n', '---\nkind: letter\na: b\r\n---\r\nHi\n'],
    ['a first line end that differs', '---\r\na: b\n---\nHi\n', '---\r\nkind: letter\r\na: b\n---\nHi\n'],
    ['old Macintosh line ends', '---\ra: b\r---\rHi', '---\rkind: letter\ra: b\r---\rHi'],
    [
      'front matter that ends in three dots, which is none of a draft',
      '---\nlayout: post\n...\n\nHi\n',
      '---\nkind: letter\n---\n\n---\nlayout: post\n...\n\nHi\n',
    ],
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
  const changed = (before: string): string => {
    const { span, text } = kindChange(before, 'letter');
    return before.slice(0, span.start) + text + before.slice(span.end);
  };
  for (const [name, before, after] of cases) {
    it(`works on ${name}`, () => assert.equal(changed(before), after));
  }

  it('makes it a draft of that kind, whatever stands in it, and changes nothing more the second time', () => {
    const line = fc.constantFrom(
      '---',
      '...',
      'kind: a',
      '"kind": b',
      'kind : c',
      'title: T',
      'Hi',
      '',
      '# T',
      'k:',
    );
    const end = fc.constantFrom('\n', '\r\n', '\r');
    const texts = fc
      .array(fc.tuple(line, end), { maxLength: 8 })
      .map((lines) => `---\n${lines.map((parts) => parts.join('')).join('')}`);
    fc.assert(
      fc.property(
        fc.oneof(
          texts,
          texts.map((text) => text.slice(4)),
        ),
        (before) => {
          const after = changed(before);
          assert.equal(parseDraft(after).frontMatter.data.kind, 'letter');
          assert.equal(changed(after), after);
        },
      ),
    );
  });
});

describe('a text that says no kind', () => {
  const LETTER = 'Dear Councillor Haleem,\n\nKeep Ashby open.\n\nYours sincerely\n';
  for (const [name, text, kind] of [
    ['gets the one that is clear', LETTER, 'letter'],
    ['keeps none where none is clear', '# Visits\n\nVisits rose.\n', undefined],
    ['gets none where it is not in English', `---\nlanguage: cy\n---\n\n${LETTER}`, undefined],
    ['gets none where it is longer than a paper is', `${LETTER}\n${'Keep it. '.repeat(120_000)}`, undefined],
    ['keeps the one that it says', `---\nkind: briefing\n---\n\n${LETTER}`, undefined],
  ] as const) {
    it(name, () => {
      const { text: after, kind: found } = withLikelyKind(text, builtInProject);
      assert.equal(found?.id, kind);
      if (kind === undefined) assert.equal(after, text);
      else assert.equal(parseDraft(after).frontMatter.data.kind, kind);
    });
  }
});
