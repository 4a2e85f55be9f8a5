import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { word } from './word';

/** Another program's reading of our file, as Markdown. */
async function readBack(markdown: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'advocacy-word-'));
  try {
    const file = join(folder, 'draft.docx');
    writeFileSync(file, (await word(markdown)).bytes);
    return execFileSync('pandoc', ['-f', 'docx', '-t', 'gfm', '--wrap=none', file], { encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Drafts that pandoc reads back as they were written, but for blank lines: it takes every list for a loose one. */
const DRAFTS: Readonly<Record<string, string>> = {
  headings: '# One\n\n## Two\n\n###### Six\n\nText\n',
  marks: '*a* **b** ***c*** ~~d~~ `e`\n',
  'lists in lists': '- a\n  - b\n    1.  c\n    2.  d\n- e\n',
  'a list that begins at another number': '7.  a\n8.  b\n',
  'two lists': '1.  a\n2.  b\n\ntext\n\n1.  c\n',
  'a second paragraph in an item': '- a\n\n  b\n\n- c\n',
  'code in an item': '- a\n\n      b\n\n- c\n',
  'a quotation in an item': '- a\n\n  > b\n\n- c\n',
  tasks: '- ☐ a\n- ☒ b\n',
  quotations: '> a\n>\n> b\n',
  'code in a quotation': '>     a\n>     b\n',
  code: '    a\n      b\n\n    c\n',
  tables: '| a   | b   |\n|-----|-----|\n| 1   | 2   |\n',
  links: '[a](https://example.org/x?y=1#z) <https://example.org>\n',
  'links to headings': '[a](#the-ask)\n\n# The ask\n',
  notes: 'a[^1]\n\n[^1]: b\n\n    c\n',
  'hard breaks': 'a  \nb\n',
};

describe('Word: read back by pandoc', () => {
  before(function () {
    if (spawnSync('pandoc', ['--version']).status !== 0) this.skip();
  });

  for (const [what, markdown] of Object.entries(DRAFTS)) {
    it(`keeps ${what}`, async () => {
      const source = markdown.replace(/☐/g, '[ ]').replace(/☒/g, '[x]');
      assert.equal(packed(await readBack(source)), packed(source));
    });
  }
});

function packed(markdown: string): string {
  return markdown.replace(/\n(?: *\n)+/g, '\n');
}
