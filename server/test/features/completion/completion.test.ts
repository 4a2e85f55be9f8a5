import assert from 'node:assert/strict';
import type { CompletionItem, CompletionList, TextEdit } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { briefing } from '../drafts';
import { Editor } from '../editor';

describe('Completion in a draft', () => {
  let editor: Editor;
  let uri: string;
  before(async () => {
    editor = await Editor.start({ ownProcess: true, settings: {} });
  });
  beforeEach(async () => {
    uri = await editor.open('ashby.md', briefing);
  });
  afterEach(() => editor.close(uri));
  after(() => editor.stop());

  /** The suggestions where a | stands in the text, and what the text is with each of them taken. */
  const complete = async (marked: string): Promise<ReadonlyMap<string, string>> => {
    const at = marked.indexOf('|');
    const text = marked.replace('|', '');
    await editor.change(uri, { text });
    const document = TextDocument.create(uri, 'markdown', 0, text);
    const answer = await editor.request<CompletionItem[] | CompletionList>('textDocument/completion', {
      textDocument: { uri },
      position: document.positionAt(at),
    });
    const items = Array.isArray(answer) ? answer : answer.items;
    return new Map(
      items.map(({ label, textEdit, additionalTextEdits = [] }) => [
        label,
        TextDocument.applyEdits(document, [textEdit as TextEdit, ...additionalTextEdits]),
      ]),
    );
  };

  const cases: readonly (readonly [string, string, string, string])[] = [
    [
      'keys of the front matter',
      '---\nkind: briefing\nau|\n---\n',
      'audience',
      '---\nkind: briefing\naudience: \n---\n',
    ],
    ['kinds after a bare colon', '---\nkind:|\n---\n', 'briefing', '---\nkind: briefing\n---\n'],
    [
      'severities after a bare colon',
      '---\nrules:\n  sentence-long:|\n---\n',
      'off',
      '---\nrules:\n  sentence-long: off\n---\n',
    ],
    ['kinds', '---\nkind: br|\n---\n', 'briefing', '---\nkind: briefing\n---\n'],
    [
      'areas',
      '---\nkind: letter\nareas: [dig|]\n---\n',
      'digital',
      '---\nkind: letter\nareas: [digital]\n---\n',
    ],
    [
      'further areas',
      '---\nkind: letter\nareas: [digital, |]\n---\n',
      'isolation',
      '---\nkind: letter\nareas: [digital, isolation]\n---\n',
    ],
    [
      'offers, promises among them',
      '---\noffers: |\n---\n',
      'childrens-promise',
      '---\noffers: childrens-promise\n---\n',
    ],
    [
      'rules and their severities',
      '---\nrules:\n  placeholder-unfilled: |\n---\n',
      'off',
      '---\nrules:\n  placeholder-unfilled: off\n---\n',
    ],
    [
      'areas one below the other',
      '---\nareas:\n  - digital\n  - iso|\n---\n',
      'isolation',
      '---\nareas:\n  - digital\n  - isolation\n---\n',
    ],
    [
      'rules below others',
      '---\nrules:\n  ask-vague: off\n  head|\n---\n',
      'heading-order',
      '---\nrules:\n  ask-vague: off\n  heading-order: \n---\n',
    ],
    ['our comments', 'One.\n\n<!-- advocacy-|\n', 'advocacy-covers', 'One.\n\n<!-- advocacy-covers\n'],
    [
      'rules in a comment',
      '<!-- advocacy-disable fig| -->\n',
      'heading-order',
      '<!-- advocacy-disable heading-order -->\n',
    ],
    [
      'topics in a comment',
      '<!-- advocacy-covers digital, | -->\n',
      'none',
      '<!-- advocacy-covers digital, none -->\n',
    ],
  ];
  for (const [what, marked, label, expected] of cases) {
    it(`suggests ${what}`, async () => {
      const suggestions = await complete(marked);
      assert.equal(suggestions.get(label), expected, [...suggestions.keys()].join(', '));
    });
  }

  it('suggests nothing in the reason of a comment, nor among the words that it silences', async () => {
    for (const marked of [
      'disable-next-line figure-unsourced -- a sum| of ours',
      'disable-next-line figure-unsourced “fell by”, heading-order -- |',
      'disable-next-line figure-unsourced “a sum| of ours” -- why',
      'covers digital -- the dig|',
    ])
      assert.equal((await complete(`<!-- advocacy-${marked} -->\n`)).size, 0, marked);
    const more = await complete('<!-- advocacy-disable-next-line figure-unsourced “fell by” | -->\n');
    assert.ok(more.has('heading-order'));
  });

  it('suggests nothing below the keys of others', async () => {
    for (const front of ['word:\n  fo|', 'tags:\n  - lib|', 'word:\n  ask-vague: |'])
      assert.deepEqual([...(await complete(`---\n${front}\n---\n`)).keys()], [], front);
  });

  const LETTER = '---\nkind: letter\n---\n\n';
  const NOTES = '\n\n[^1]: Anyshire Libraries, Annual report, 2025.\n[^survey]: Our survey.\n';
  for (const [what, marked, label, expected] of [
    ['footnotes, once a bracket closed itself', 'Half[^|].', 'survey', `Half[^survey].${NOTES}`],
    ['footnotes where the bracket is open', 'Half[^su|', 'survey', `Half[^survey]${NOTES}`],
    [
      'a new footnote, with its place at the end',
      'Half[^|].',
      '2',
      `Half[^2].${NOTES}[^2]: [insert organisation], *[insert title of the source]*, [insert month and year], [insert web address or where to ask for a copy].\n`,
    ],
  ] as const) {
    it(`suggests ${what}`, async () => {
      const suggestions = await complete(`${LETTER}${marked}${NOTES}`);
      assert.deepEqual([...suggestions.keys()], ['1', 'survey', '2']);
      assert.equal(suggestions.get(label), `${LETTER}${expected}`);
    });
  }

  it('puts a footnote in the place of the whole label that the cursor stands in', async () => {
    for (const marked of ['Half[^|1].', 'Half[^1|].', 'Half[^su|1].'])
      assert.equal(
        (await complete(`${LETTER}${marked}${NOTES}`)).get('survey'),
        `${LETTER}Half[^survey].${NOTES}`,
      );
  });

  it('suggests no footnote in code', async () => {
    assert.equal((await complete(`${LETTER}\`\`\`\na[^|\n\`\`\`${NOTES}`)).size, 0);
  });

  it('suggests a first footnote behind the last word', async () => {
    const suggestions = await complete(`${LETTER}Half[^|`);
    assert.equal(
      suggestions.get('1'),
      `${LETTER}Half[^1]$0\n\n[^1]: [insert organisation], *[insert title of the source]*, [insert month and year], [insert web address or where to ask for a copy].\n`,
    );
  });

  it('suggests no footnote behind a bracket alone, nor behind a reference', async () => {
    assert.equal((await complete(`${LETTER}Half [|]${NOTES}`)).size, 0);
    assert.equal((await complete(`${LETTER}Half [^1] |${NOTES}`)).size, 0);
  });

  it('suggests no key that is there already', async () => {
    assert.ok(!(await complete('---\nkind: briefing\n|\n---\n')).has('kind'));
  });

  it('suggests snippets by their prefix on a line of their own, with free labels for their notes', async () => {
    const draft = '---\nkind: letter\n---\n\nDear all[^digital]\n\n[^digital]: A note.\n\n';
    const suggestions = await complete(`${draft}advo|`);
    const text = suggestions.get('advocacy-argue-digital');
    assert.match(text ?? '', /\[\^digital-2\]: /);
    assert.doesNotMatch(text ?? '', /CURRENT_SECONDS|\nadvo/);
    assert.equal((await complete(`${draft}We advo|`)).size, 0);
  });

  it('suggests them by the first letters of their names, typed small where a paragraph begins', async () => {
    const named = async (typed: string, around = (line: string) => `One.\n\n${line}\n\nTwo.\n`) =>
      [...(await complete(`${LETTER}${around(`${typed}|`)}`)).keys()].map((label) => label.slice(9));
    for (const [typed, id] of [
      ['opt', 'options'],
      ['case', 'case-study'],
      ['study', 'case-study'],
      ['risk', 'risks'],
      ['contact', 'contact'],
      ['quote', 'quotation'],
      ['figure', 'sourced-figure'],
      ['digital', 'argue-digital'],
      ['argue-dig', 'argue-digital'],
    ] as const) {
      const found = await named(typed);
      assert.ok(found.includes(id), `${typed}: ${found}`);
      assert.ok(found.length < 16, `${typed}: ${found}`);
    }
    assert.match((await complete(`${LETTER}risk|`)).get('advocacy-risks') ?? '', /^## /m);
    // What somebody writes is no search: a sentence, a word further on in its paragraph, one in code.
    for (const typed of ['Options', 'the', 'op', 'We opt', '- opt']) assert.deepEqual(await named(typed), []);
    assert.deepEqual(await named('opt', (line) => `One\n${line}\n`), []);
    assert.deepEqual(await named('opt', (line) => `${line} in.\n`), []);
    assert.deepEqual(await named('opt', (line) => `\`\`\`\n${line}\n\`\`\`\n`), []);
    assert.equal((await complete('# No draft\n\nopt|')).size, 0);
  });

  it('suggests them in any Markdown to whoever types the first letters of their prefix, and nothing else there', async () => {
    assert.ok((await complete('# No draft\n\nadvo|')).has('advocacy-argue-digital'));
    assert.equal((await complete('# No draft\n\n|')).size, 0);
    assert.equal((await complete('# No draft\n\nWe advo|')).size, 0);
  });
});
