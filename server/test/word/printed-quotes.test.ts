import assert from 'node:assert/strict';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import type { Nodes } from 'mdast';
import { descendants } from '../../src/docx/xml-tree';
import { parseDraft } from '../../src/draft';
import { mergeDocument } from '../../src/merge/merge-document';
import { builtInProject } from '../../src/project';
import { unfilledWords } from '../../src/rules/unfilled-words';
import { typedQuotes } from '../../src/text/printed-quotes';
import { exportWord } from '../../src/word';
import { typeset } from '../../src/word/typeset';
import { exported, home, Reviewer } from '../merge/reviewer';
import { runs } from '../random-runs';
import { FOLDER, opened, says, DRAFT as URI, word } from './word';

describe('Word: quotation marks and apostrophes that were typed straight', () => {
  const shown = async (markdown: string): Promise<string> => says((await word(markdown)).body);
  const paper = (markdown: string): string =>
    markdown.startsWith('---\n')
      ? markdown.replace('---\n', '---\nkind: letter\n')
      : `---\nkind: letter\n---\n\n${markdown}`;

  for (const [what, markdown, expected] of [
    ['in text', `It's the readers' "choice".\n`, 'It’s the readers’ “choice”.'],
    ['round what is marked', `"*Ashby's* **plan**", 'says' \`it's\`.\n`, "“Ashby’s plan”, ‘says’ it's."],
    ['in headings, items, cells and quotations', `# It's\n\n- it's\n\n> it's\n`, 'It’sit’sit’s'],
    ['over lines', `"Visits rose\nin Ashby," she said.\n`, '“Visits rose in Ashby,” she said.'],
    [
      'but not behind a backslash',
      `A 42\\" screen isn\\'t ours, it's theirs.\n`,
      `A 42" screen isn't ours, it’s theirs.`,
    ],
    ['but not in an address', `http://a.example/it's and it's\n`, `http://a.example/it's and it’s`],
    [
      'also in the words of a link',
      `[it's][a] and [Ashby's]\n\n[a]: http://a.example\n[Ashby's]: http://b.example\n`,
      "it’s and Ashby's",
    ],
    [
      'behind a line end of a cell',
      `| A |\n| - |\n| First<br>"Second" and<br/>'third'<br class="x" />"fourth" |\n`,
      'AFirst\n“Second” and\n‘third’\n“fourth”',
    ],
    ['in Welsh', `---\nlanguage: cy\n---\n\n"Mae'r llyfr"\n`, '“Mae’r llyfr”'],
    ['but not in French', `---\nlanguage: fr\n---\n\n"C'est"\n`, `"C'est"`],
    ['but not where the paper says so', `---\nword: { smart: false }\n---\n\nIt's.\n`, `It's.`],
  ] as const) {
    it(`are printed ${what}`, async () => assert.equal(await shown(paper(markdown)), expected));
  }

  it('are printed round a bare address, which leads where it led', async () => {
    const document = await word(
      paper(
        `("https://example.org/a", 2024) 'www.example.org/b' "jo@example.org"\n\nA note.[^1]\n\n[^1]: 'https://example.org/c'\n`,
      ),
    );
    const links = ['document', 'footnotes'].flatMap((part) =>
      [...descendants(document.part(`word/_rels/${part}.xml.rels`), 'Relationship')]
        .filter(({ attributes }) => attributes.TargetMode === 'External')
        .map(({ attributes }) => attributes.Target),
    );
    assert.deepEqual(links, [
      'https://example.org/a',
      'http://www.example.org/b',
      'mailto:jo@example.org',
      'https://example.org/c',
    ]);
    assert.match(
      says(document.body),
      /^\(“https:..example.org.a”, 2024\) ‘www.example.org.b’ “jo@example.org”/,
    );
    assert.match(says(document.part('word/footnotes.xml')), /‘https:..example.org.c’/);
  });

  it('are left in Markdown that says no type of paper, unless it asks for them', async () => {
    assert.equal(await shown(`It's "theirs".\n`), `It's "theirs".`);
    assert.equal(await shown(`---\nword: { smart: true }\n---\n\nIt's theirs.\n`), 'It’s theirs.');
  });

  it('are printed as the configuration says, where the paper says nothing', async () => {
    const said = async (markdown: string, smart: boolean): Promise<string> => {
      const configuration = { ...builtInProject.configuration, word: { smart } };
      const files = { unfilled: unfilledWords, uri: URI, folder: FOLDER };
      const { bytes } = await exportWord(parseDraft(markdown), { ...builtInProject, configuration }, files);
      return says(opened(bytes).body);
    };
    assert.equal(await said(paper(`It's.\n`), false), `It's.`);
    assert.equal(await said(`It's.\n`, true), 'It’s.');
    assert.equal(await said(paper(`---\nword: { smart: true }\n---\n\nIt's.\n`), false), 'It’s.');
  });

  it('are printed in what was deleted, too', async () => {
    const { bytes } = await word(`---\nkind: letter\n---\n\n- “Bo’s” {~~Ben's~>Ann’s~~} list\n`);
    assert.match(strFromU8(unzipSync(bytes)['word/document.xml']!), /<w:delText[^>]*>Ben’s</);
  });

  it('are printed in what the document shows of the details at the top', async () => {
    const document = await word(
      `---\ntitle: Ashby's libraries\nkind: briefing\nauthor: Jo O'Neil\n---\n\nText.\n`,
    );
    assert.match(says(document.body), /Ashby’s libraries.*Jo O’Neil/);
    const core = strFromU8(unzipSync(document.bytes)['docProps/core.xml']!);
    assert.match(core, /<dc:title>Ashby’s libraries<\/dc:title><dc:creator>Jo O’Neil</);
  });
});

describe('Setting the quotation marks of a draft', () => {
  /** A tree without what its texts say, but with their lengths, addresses, code and places. */
  const shape = (node: Nodes): string =>
    JSON.stringify(node, function (this: unknown, key, value: unknown) {
      return key === 'value' && (this as Nodes).type === 'text' ? typedQuotes(String(value)) : value;
    });
  const PIECES = fc.constantFrom(
    ...[`"`, `'`, ' ', 'a', '12', '.', ',', '(', ')', '*', '**', '[', ']', '](http://a.example/)', '`', '\\'],
    ...['https://example.org/a', 'www.example.org', 'jo@a.example', '<http://a.example/>', '<b>', '<br>'],
    ...['\n', '\n\n', '# ', '- ', '> ', '| ', '| A |\n| - |\n', '[^1]', '\n\n[^1]: ', '\n\n[a]: /b "c"\n\n'],
    ...['{++', '++}', '{--', '--}', '{~~', '~>', '~~}', '{>>', '<<}', '&quot;', '![it\'s](a.png "b")'],
  );

  it('changes no address, no code and nothing else but marks in the texts, whatever they stand in', () => {
    fc.assert(
      fc.property(fc.array(PIECES, { maxLength: 30 }), (pieces) => {
        const draft = parseDraft(pieces.join(''));
        const before = draft.blocks.map(({ block }) => shape(block.node));
        const set = typeset(draft);
        assert.equal(typedQuotes(set.text), typedQuotes(draft.text));
        assert.equal(set.source.text, set.text);
        assert.deepEqual(
          set.blocks.map(({ block }) => shape(block.node)),
          before,
        );
        for (const [at, { block, start }] of set.blocks.entries()) {
          const own = block.review ?? block;
          const was = draft.blocks[at]!.block;
          assert.equal(shape(own.node), shape((was.review ?? was).node));
          assert.equal(own.text, set.text.slice(start, start + own.text.length));
        }
        // The draft itself, whose blocks others hold, is as it was.
        assert.deepEqual(
          draft.blocks.map(({ block }) => shape(block.node)),
          before,
        );
      }),
      { numRuns: runs(3000) },
    );
  });
});

describe('A draft with quotation marks that were typed straight, which goes to Word and comes back', () => {
  const DRAFT = `---\ntitle: Ashby's libraries\nkind: briefing\nauthor: Jo O'Neil\n---\n\n# Ashby's libraries\n\nIt's the readers' "choice", and Ashby's pride.\n\n- It's {++Ben's ++}{>>R. Shah, 2 Oct 2026 08:15<<}book\n\nA note.[^1]\n\n[^1]: Ashby's "return".\n`;

  it('is the same byte for byte where nobody changed anything', async () => {
    assert.equal(await home(await Reviewer.of(DRAFT), DRAFT), DRAFT);
  });

  it('has what was changed, and nothing else', async () => {
    const reviewer = (await Reviewer.of(DRAFT))
      .replace('the readers’ “choice”', 'their choice')
      .comment('pride', 'Whose?');
    const text = await home(reviewer, DRAFT);
    assert.match(
      text,
      /It's \{~~the readers' "choice"~>their choice~~\}\{>>[^<]*<<\}, and Ashby's \{==pride==\}/,
    );
    assert.ok(text.endsWith(DRAFT.slice(DRAFT.indexOf('\n\n- It'))), text);
  });

  it('has what was typed over without tracking, and nothing else', async () => {
    const reviewer = (await Reviewer.of(DRAFT)).retype(
      'It’s the readers’ “choice”, and Ashby’s pride.',
      'It’s the readers’ “choice”, and Ashby’s joy.',
    );
    const text = await home(reviewer, DRAFT);
    assert.match(text, /It's the readers' "choice", and Ashby's \{~~pride~>joy~~\}/);
  });

  it('has a detail that was changed in Word, and no other', async () => {
    const draft = "---\ntitle: Ashby's offer\nkind: briefing\nauthor: Jo O'Neil\n---\n\nText.\n";
    const { bytes } = (await Reviewer.of(draft)).retype('Ashby’s offer', 'Ashby’s new offer');
    const { text } = await mergeDocument(bytes, draft, {
      changes: 'accept',
      comments: 'keep',
      pictures: 'images',
      export: () => exported(draft, 'always'),
    });
    assert.equal(text, draft.replace("Ashby's offer", 'Ashby’s new offer'));
  });
});
