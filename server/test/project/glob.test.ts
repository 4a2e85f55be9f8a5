import assert from 'node:assert/strict';
import fc from 'fast-check';
import { expandBraces, matchesPatterns, pattern } from '../../src/project/glob';
import { runs } from '../random-runs';

const matches = (patterns: string | string[], path: string): boolean =>
  matchesPatterns([patterns].flat().map(pattern), path);

describe('patterns for drafts', () => {
  const cases: readonly [patterns: string | string[], path: string, expected: boolean][] = [
    ['briefings/**/*.md', 'briefings/a.md', true],
    ['briefings/**/*.md', 'briefings/2026/may/a.md', true],
    ['briefings/**/*.md', 'other/a.md', false],
    ['briefings/**/*.md', 'old/briefings/a.md', false],
    ['**/*.md', 'a.md', true],
    ['**/briefings/*.md', 'old/briefings/a.md', true],
    ['*.md', 'a.md', true],
    ['*.md', 'sub/a.md', false],
    ['./*.md', 'a.md', true],
    ['paper-?.md', 'paper-1.md', true],
    ['paper-?.md', 'paper-10.md', false],
    ['paper-?.md', 'paper-😀.md', true],
    ['*.{md,markdown}', 'a.markdown', true],
    ['*.{md,markdown}', 'a.txt', false],
    ['{a,b/{c,d}}.md', 'b/d.md', true],
    ['Papers (2026)/*.md', 'Papers (2026)/a.md', true],
    ['Papers (2026)/*.md', 'Papers 2026/a.md', false],
    ['[final] papers/*.md', '[final] papers/a.md', true],
    ['[final] papers/*.md', 'f papers/a.md', false],
    ['{final}/*.md', '{final}/a.md', true],
    ['a+b$^/x.md', 'a+b$^/x.md', true],
    ['briefings', 'briefings/2026/a.md', true],
    ['briefings/', 'briefings/2026/a.md', true],
    ['briefings\\*.md', 'briefings/a.md', true],
    ['brief*', 'briefings/a.md', false],
    ['**', 'a/b/c.md', true],
    ['**/*.md', '.github/a.md', false],
    ['**/*.md', 'a/.hidden.md', false],
    ['.github/*.md', '.github/a.md', true],
    ['.g*/*.md', '.github/a.md', true],
    ['**/*.md', 'node_modules/x/README.md', false],
    ['node_modules/x/*.md', 'node_modules/x/README.md', true],
    [['**/*.md', '!README.md'], 'README.md', false],
    [['**/*.md', '!README.md'], 'a/README.md', true],
    [['**/*.md', '!**/README.md', 'docs/README.md'], 'docs/README.md', true],
    ['!README.md', 'a.md', false],
    [[], 'a.md', false],
    ['', 'a.md', false],
    ['/', 'a.md', false],
    ['**/a/**/b.md', 'x/a/y/a/b.md', true],
    ['A.md', 'a.md', false],
  ];
  for (const [patterns, path, expected] of cases) {
    it(`${JSON.stringify(patterns)} ${expected ? 'means' : 'does not mean'} ${path}`, () => {
      assert.equal(matches(patterns, path), expected);
    });
  }

  it('expands braces at most a few hundred times', () => {
    const expansions = expandBraces('{a,b}'.repeat(30));
    assert.ok(expansions.length <= 256, `${expansions.length}`);
  });

  it('judges a pattern of many stars by a long name without trying every way to split it', () => {
    const name = `${'a'.repeat(4000)}`;
    assert.equal(matches(`${'*a'.repeat(200)}*b`, name), false);
    assert.equal(matches(`${'**/a/'.repeat(100)}b`, `${'a/'.repeat(1000)}c`), false);
  });

  it('agrees with trying every way to split a name', () => {
    const slow = (tokens: string, name: string): boolean =>
      tokens === ''
        ? name === ''
        : tokens[0] === '*'
          ? slow(tokens.slice(1), name) || (name !== '' && slow(tokens, name.slice(1)))
          : name !== '' &&
            (tokens[0] === '?' || tokens[0] === name[0]) &&
            slow(tokens.slice(1), name.slice(1));
    const letters = (of: string) => fc.string({ unit: fc.constantFrom(...of), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(letters('ab*?'), letters('ab'), (tokens, name) => {
        fc.pre(tokens !== '**');
        assert.equal(matches(tokens, name), slow(tokens, name), `${tokens} on ${name}`);
      }),
      { numRuns: runs(2000) },
    );
  });

  it('agrees with trying all ways at once, for long names that are nearly alike all through', () => {
    const abreast = (tokens: string, name: string): boolean => {
      const behindStars = (places: Set<number>): Set<number> => {
        for (const at of places) if (tokens[at] === '*') places.add(at + 1);
        return places;
      };
      let now = behindStars(new Set([0]));
      for (const letter of name) {
        const next = new Set<number>();
        for (const at of now) {
          if (tokens[at] === '*') next.add(at);
          else if (tokens[at] === '?' || tokens[at] === letter) next.add(at + 1);
        }
        now = behindStars(next);
      }
      return now.has(tokens.length);
    };
    const letters = (of: string, maxLength: number) =>
      fc.string({ unit: fc.constantFrom(...of), minLength: 1, maxLength, size: 'max' });
    fc.assert(
      fc.property(letters('aaaaaaaab?*', 70), letters('aaaaaaaaaab', 90), (tokens, name) => {
        assert.equal(matches(`*${tokens}b`, name), abreast(`*${tokens}b`, name), `*${tokens}b on ${name}`);
      }),
      { numRuns: runs(3000) },
    );
  });
});
