import assert from 'node:assert/strict';
import fc from 'fast-check';
import ignore from 'ignore';
import { isIgnored, readGitignore } from '../../src/project/gitignore';
import { runs } from '../random-runs';

/** As a walk asks: each folder on the way first. */
function left(rules: string, path: string): boolean {
  const read = readGitignore(rules);
  const names = path.replace(/\/$/, '').split('/');
  return names.some((_, i) =>
    isIgnored(read, names.slice(0, i + 1), i < names.length - 1 || path.endsWith('/')),
  );
}

describe('.gitignore', () => {
  const cases: readonly [rules: string, path: string, expected: boolean][] = [
    ['a.md', 'a.md', true],
    ['a.md', 'x/y/a.md', true],
    ['/a.md', 'x/a.md', false],
    ['x/a.md', 'x/a.md', true],
    ['x/a.md', 'y/x/a.md', false],
    ['**/x/a.md', 'y/x/a.md', true],
    ['*.md', 'x/.md', true],
    ['x/*', 'x/y/a.md', true],
    ['x/*.md', 'x/y/a.md', false],
    ['x/**', 'x/y/a.md', true],
    ['x/**', 'x/', false],
    ['x/**/a.md', 'x/a.md', true],
    ['x/**/a.md', 'x/y/z/a.md', true],
    ['build/', 'build/', true],
    ['build/', 'build', false],
    ['build/', 'x/build/a.md', true],
    ['*\n!keep.md', 'keep.md', false],
    ['*\n!keep.md', 'a.md', true],
    ['build/\n!build/keep.md', 'build/keep.md', true],
    ['# a.md', '# a.md', false],
    ['\\# a.md', '# a.md', true],
    ['\\!a.md', '!a.md', true],
    ['a.md   ', 'a.md', true],
    ['a.md\\ ', 'a.md ', true],
    ['a.md\r\nb.md\r\n', 'b.md', true],
    ['\uFEFFa.md', 'a.md', true],
    ['[ab].md', 'b.md', true],
    ['[!ab].md', 'b.md', false],
    ['[a-c]?.md', 'cx.md', true],
    ['[]a].md', '].md', true],
    ['\\[a].md', '[a].md', true],
    ['A.md', 'a.md', false],
    ['', 'a.md', false],
    ['/', 'a.md', false],
  ];
  for (const [rules, path, expected] of cases) {
    it(`${JSON.stringify(rules)} ${expected ? 'leaves out' : 'keeps'} ${JSON.stringify(path)}`, () => {
      assert.equal(left(rules, path), expected);
    });
  }

  it('agrees with a library that compiles the rules to regular expressions', () => {
    const name = fc.stringMatching(/^[ab]{1,3}(\.md)?$/);
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));
    const part = fc.oneof(
      name,
      fc.stringMatching(/^[ab*?]{1,4}$/),
      fc.constantFrom('**', '*', '[ab]', '[!a]*'),
    );
    const rule = fc
      .tuple(
        fc.constantFrom('', '!'),
        fc.constantFrom('', '/'),
        fc.array(part, { minLength: 1, maxLength: 3 }),
        fc.constantFrom('', '/'),
      )
      .map(([not, start, parts, end]) => not + start + parts.join('/') + end)
      // What git makes of "**" beside other characters in a name, libraries see differently.
      .filter((text) => !/[^/!]\*\*|\*\*[^/]/.test(text) && !/\*\*\/?$/.test(text));
    fc.assert(
      fc.property(fc.array(rule, { minLength: 1, maxLength: 4 }), path, (rules, tested) => {
        const text = rules.join('\n');
        assert.equal(
          left(text, tested),
          ignore({ ignorecase: false }).add(text).ignores(tested),
          `${JSON.stringify(text)} on ${tested}`,
        );
      }),
      { numRuns: runs(3000) },
    );
  });

  it('takes no longer for rules that are made to take long', () => {
    const rules = `${'*a'.repeat(400)}*b\n${'**/a/'.repeat(150)}b\n${'x'.repeat(10_000)}`;
    assert.equal(left(rules, 'a'.repeat(250)), false);
    assert.equal(left(rules, 'a/'.repeat(500).slice(0, -1)), false);
  });
});
