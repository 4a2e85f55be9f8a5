import assert from 'node:assert/strict';
import { parseDraft } from '../../src/draft';
import { builtInProject, isDraft } from '../../src/project';
import { MemoryFiles, projectOf, uri } from './memory';

/** References that stand for more and more, in front matter. */
const laughs = `a0: &a0 [x]\n${Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`).join('\n')}\n`;

describe('what is a draft', () => {
  const texts: readonly [name: string, text: string, expected: boolean][] = [
    ['a kind in the front matter', '---\ntitle: X\nkind: briefing\n---\n', true],
    ['a kind that does not exist', '---\nkind: breifing\n---\n', true],
    ['a kind without a value', '---\nkind:\n---\n', true],
    ['Windows line ends and a byte order mark', '\uFEFF---\r\nkind: report\r\n---\r\n', true],
    ['a quoted key', '---\n"kind": report\n---\n', true],
    ['front matter without a kind', '---\ntitle: kind\n---\n', false],
    ['a key that only resembles it', '---\nkindness: 1\n  kind: x\n---\n', false],
    ['a kind inside another key', '---\npage:\n  kind: x\n---\n', false],
    ['front matter that is not closed', '---\nkind: report\n', true],
    ['front matter that is not closed, before text', '---\nkind: report\ntitle: X\n\nText.\n', true],
    ['a kind after a blank line in front matter that is not closed', '---\n\nkind: letter\n\nText\n', true],
    ['front matter without a kind that is not closed', '---\ntitle: X\n\nText.\n\nkind: report\n', false],
    ['a kind after the front matter', '---\ntitle: X\n---\nkind: report\n---\n', false],
    ['a kind beside a reference to nothing', '---\nkind: report\nauthor: *someone\n---\n', true],
    ['a kind above references that multiply', `---\nkind: report\n${laughs}---\n`, true],
    ['a kind beside too many brackets', `---\nkind: report\ntitle: ${'['.repeat(99)}\n---\n`, true],
    ['a kind beside a quotation mark that is not closed', '---\nkind: report\ntitle: "x\n---\n', true],
    ['no front matter', '# README\n\nkind: report\n', false],
    ['nothing', '', false],
  ];
  for (const [name, text, expected] of texts) {
    it(`${expected ? 'is' : 'is not'}: ${name}`, () => {
      assert.equal(isDraft(text, uri('/w/a.md'), builtInProject), expected);
      // In an editor, where it is parsed, and on the command line it is the same.
      assert.equal(isDraft(parseDraft(text), uri('/w/a.md'), builtInProject), expected);
    });
  }

  it('can be asked of a draft that is read', () => {
    const frontMatter = { span: undefined, data: {}, places: new Map(), problems: [] };
    assert.equal(
      isDraft({ frontMatter: { ...frontMatter, raw: { kind: 3 } } }, uri('/a.md'), builtInProject),
      true,
    );
    assert.equal(isDraft({ frontMatter: { ...frontMatter, raw: {} } }, uri('/a.md'), builtInProject), false);
  });

  it('follows the setting', () => {
    const readme = '# README\n';
    const draft = '---\nkind: report\n---\n';
    assert.equal(isDraft(readme, uri('/a.md'), builtInProject, 'all'), true);
    assert.equal(isDraft(draft, uri('/a.md'), builtInProject, 'off'), false);
    assert.equal(isDraft(draft, uri('/a.md'), builtInProject, 'drafts'), true);
  });

  it('follows the configuration’s patterns, relative to its folder', async () => {
    for (const folder of ['/w', '/w/Papers (2026) [x]', '/w/100 % #1?']) {
      const files = new MemoryFiles({
        [`${folder}/.advocacy.json`]: '{ "drafts": ["briefings/**/*.md", "!**/README.md"] }',
      });
      const project = await projectOf(files, uri(`${folder}/briefings/a.md`));
      const is = (path: string): boolean => isDraft('# X\n', uri(`${folder}/${path}`), project);
      assert.equal(is('briefings/a.md'), true);
      assert.equal(is('briefings/mai 2026/ä b.md'), true);
      assert.equal(is('briefings/README.md'), false);
      assert.equal(is('README.md'), false);
      assert.equal(isDraft('# X\n', uri('/elsewhere/briefings/a.md'), project), false);
      assert.equal(isDraft('# X\n', 'untitled:briefings/a.md', project), false);
    }
  });
});
