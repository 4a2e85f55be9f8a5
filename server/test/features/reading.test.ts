import assert from 'node:assert/strict';
import { toString as textOf } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type {
  CodeLens,
  CompletionItem,
  CompletionList,
  Hover,
  Location,
  MarkupContent,
  TextEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Catalogue, CoverageChangedParams, CoverageResult, Skeleton } from '../../src/protocol';
import { LEASE } from '../coverage/support';
import { briefing, readme } from './drafts';
import { Editor, rulesOf } from './editor';

/** What a reader sees of Markdown: its text, and whatever in it leads elsewhere. */
function read(markdown: string): { readonly value: string; readonly links: readonly string[] } {
  const tree = unified().use(remarkParse).use(remarkGfm).parse(markdown);
  const links: string[] = [];
  visit(tree, ['link', 'image', 'html'], ({ type }) => void links.push(type));
  return { value: textOf(tree), links };
}

describe('Reading a draft with the server', () => {
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

  const hoverOn = async (words: string): Promise<{ hover: Hover | null; text: string }> => {
    const hover = await editor.request<Hover | null>('textDocument/hover', {
      textDocument: { uri },
      position: editor.rangeOf(uri, words).start,
    });
    return { hover, text: hover ? (hover.contents as MarkupContent).value : '' };
  };

  describe('hovering over a passage', () => {
    it('says what it argues and which words led there', async () => {
      const { hover, text } = await hoverOn('tablet from');
      assert.match(text, /digital inclusion.*: argued/i);
      assert.match(text, /“[^”]*(?:internet|digital skills|online)[^”]*”/);
      assert.ok(editor.wordsIn(uri, hover!.range!).startsWith('Residents who have no internet'));
      assert.ok(editor.wordsIn(uri, hover!.range!).endsWith('own survey.'));
    });

    it('says of what is only mentioned what would make it an argument', async () => {
      const { text } = await hoverOn('tackle isolation');
      assert.match(text, /isolation.*: only mentioned/i);
      assert.match(text, /To argue it, say/);
    });

    const ISOLATION =
      'Older people who live alone can go for days without speaking to anyone. The library brings lonely residents together at the Tuesday Club, and visits those who cannot leave home.';

    for (const [what, rest, expected] of [
      [
        'the placeholders',
        ' In 2025, [insert number] people came, and 83% of them had made a friend.',
        /only mentioned[\s\S]*Fill in the placeholders, and it counts/,
      ],
      [
        'the footnote',
        ' In 2025, 120 people came, and 83% of them had made a friend.[^isolation]\n\n[^isolation]: [insert organisation], *[insert title]*.',
        /argued, not evidenced yet[\s\S]*Fill in the footnote, and it counts/,
      ],
    ] as const) {
      it(`says to fill in ${what}, where nothing else is wanting`, async () => {
        await editor.change(uri, {
          text: `---\nkind: briefing\nareas: [isolation]\n---\n\n# Ashby\n\n${ISOLATION}${rest}\n`,
        });
        const { text } = await hoverOn('brings lonely');
        assert.match(text, expected);
        const isolation = text.split('---').find((part) => part.includes('Isolation'))!;
        assert.doesNotMatch(isolation, /To argue it, say|To give it evidence/);
      });
    }

    it('says of a case in a paper that is about something else how it comes to count, and does not ask for it again', async () => {
      const club = 'The job club meets on Tuesdays, and helps unemployed people to write a CV.';
      await editor.change(uri, {
        text: `---\nkind: report\n---\n\n# The lease\n\n${[...LEASE, club].join('\n\n')}\n`,
      });
      const { text } = await hoverOn('job club');
      const economic = text.split('---').find((part) => part.includes('Economic'))!;
      assert.match(
        economic,
        /only mentioned[\s\S]*about something else[\s\S]*the pin beside it in the Coverage view/,
      );
      assert.doesNotMatch(economic, /To argue it, say/);
    });

    it('says nothing where nothing is argued, and nothing in other Markdown', async () => {
      assert.equal((await hoverOn('What we ask')).hover, null);
    });

    it('says of a comment that silences something that it is not printed, and of what and where it does', async () => {
      for (const [comment, said] of [
        [
          'disable-next-line figure-unsourced link-text-vague -- our own count',
          'In the paragraph, list or table below, and nowhere else, nothing is said of: a figure without a source; a link whose words do not say where it leads.',
        ],
        ['disable-file', 'In this paper, nothing is said of: anything.'],
        ['covers none', 'It says what the passage below argues, whatever was concluded on it.'],
      ] as const) {
        await editor.change(uri, {
          text: `---\nkind: letter\n---\n\n# Ashby\n\n<!-- advocacy-${comment} -->\nIt cost 40%.\n`,
        });
        const { text } = await hoverOn('advocacy-');
        assert.equal(read(text).value, `This comment is not printed. ${said}`);
      }
      await editor.change(uri, {
        text: '---\nkind: letter\n---\n\n# Ashby\n\n<!-- advocacy-nonsense -->\nIt cost 40%.\n',
      });
      assert.equal((await hoverOn('advocacy-')).hover, null);
      const other = await editor.open('README.md', `${readme}\n${briefing.split('---\n')[2]}`);
      const hover = await editor.request('textDocument/hover', {
        textDocument: { uri: other },
        position: editor.rangeOf(other, 'tablet').start,
      });
      assert.equal(hover, null);
      await editor.close(other);
    });

    it('shows the words of a draft as words, never as a link or an image', async () => {
      await editor.replace(
        uri,
        'Residents who have',
        'Residents ![x](http://a.example) <img src=x> who have',
      );
      const { text } = await hoverOn('tablet from');
      assert.ok(text.length > 0);
      assert.doesNotMatch(text, /(?<!\\)!\[|(?<!\\)<img/);
    });

    it('shows what would not be seen, or turns the direction of writing, here and in what is found', async () => {
      await editor.replace(uri, 'Residents who have', 'Residents [insert \u001b[2J\u202ename] who have');
      const { text } = await hoverOn('tablet from');
      assert.ok(!text.includes('\u001b') && !text.includes('\u202e'));
      const found = (await editor.diagnostics(uri)).map(({ message }) => message).join('\n');
      assert.match(found, /\[insert \\u001b\[2J\\u202ename\]/);
    });

    for (const address of ['https://a.example/x', 'HTTP://a.example', 'www.a.example', 'jo@a.example']) {
      it(`shows the words of a framework as words: ${address} does not become a link`, async () => {
        await editor.writeFile('sub/.advocacy.json', '{ "framework": "ours.yaml" }');
        await editor.writeFile(
          'sub/ours.yaml',
          `id: ours\ntitle: Ours\ntopics:\n  - id: digital\n    group: area\n    title: Digital, see ${address}\n`,
        );
        await editor.close(uri);
        uri = await editor.open('sub/ashby.md', briefing);
        const { text } = await hoverOn('tablet from');
        const { value, links } = read(text);
        assert.deepEqual(links, []);
        assert.ok(value.replaceAll('\u2060', '').includes(`Digital, see ${address}`), value);
      });
    }
  });

  describe('the code lens at the title', () => {
    it('sums up what the draft is held to, and shows the coverage', async () => {
      const [lens, ...others] = await editor.request<CodeLens[]>('textDocument/codeLens', {
        textDocument: { uri },
      });
      assert.deepEqual(others, []);
      assert.match(lens!.command!.title, /^Briefing.*: 1 of 2 areas argued/);
      assert.equal(lens!.command!.command, 'advocacy.showCoverage');
      assert.equal(lens!.range.start.line, editor.rangeOf(uri, '# Keep').start.line);
    });

    it('says of a paper in Welsh that it is not judged, as its hover and its coverage do', async () => {
      await editor.replace(uri, 'kind: briefing', 'kind: briefing\nlanguage: cy');
      const [lens] = await editor.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
      const note = 'This paper is in Welsh, which is not judged for what it argues.';
      assert.equal(lens!.command!.title, note);
      assert.equal((await hoverOn('tablet from')).text, note);
      assert.equal((await hoverOn('# Keep')).hover, null);
      const result = await editor.request<CoverageResult>('advocacy/coverage', { textDocument: { uri } });
      assert.equal(result.language, 'cy');
      const rules = rulesOf(await editor.diagnostics(uri));
      assert.deepEqual([...new Set(rules)].sort(), ['link-text-vague', 'placeholder-unfilled']);
      await editor.replace(uri, 'language: cy', 'language: en-GB');
      assert.ok(rulesOf(await editor.diagnostics(uri)).includes('area-mentioned'));
      assert.match((await hoverOn('tablet from')).text, /digital inclusion.*: argued/i);
    });

    it('says of a part in Welsh that it is not judged', async () => {
      await editor.replace(uri, 'Libraries tackle', '<div lang="cy">\n\nLibraries tackle');
      await editor.replace(uri, 'do much more.', 'do much more.\n\n</div>');
      assert.equal(
        (await hoverOn('tackle isolation')).text,
        'This part is in Welsh, which is not judged for what it argues.',
      );
      assert.match((await hoverOn('tablet from')).text, /digital inclusion.*: argued/i);
    });

    it('is gone with advocacy.codeLens.enabled: false, and in other Markdown', async () => {
      const other = await editor.open('README.md', readme);
      assert.deepEqual(await editor.request('textDocument/codeLens', { textDocument: { uri: other } }), []);
      await editor.close(other);
      editor.settings = { codeLens: { enabled: false } };
      await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await editor.until(
        () => editor.requests.some(({ method }) => method === 'workspace/codeLens/refresh'),
        'a request to ask again',
      );
      assert.deepEqual(await editor.request('textDocument/codeLens', { textDocument: { uri } }), []);
      editor.settings = {};
      await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    });
  });

  describe('coverage', () => {
    const coverage = (of: string) =>
      editor.request<CoverageResult | null>('advocacy/coverage', { textDocument: { uri: of } });

    it('is that of `coverage --format json`, with the version', async () => {
      await editor.typeAfter(uri, 'stays open', ' or not');
      const result = (await coverage(uri))!;
      assert.equal(result.version, editor.version(uri));
      assert.equal(result.draft, true);
      assert.equal(result.kind, 'briefing');
      assert.equal(result.title, 'Keep Ashby library open');
      assert.deepEqual(
        result.areas
          .filter(({ asked }) => asked)
          .map(({ id }) => id)
          .sort(),
        ['digital', 'isolation'],
      );
      // For each topic what an argument of it must say.
      const ids = [...result.areas, ...result.offers].map(({ id }) => id);
      assert.deepEqual(Object.keys(result.argue).sort(), ids.sort());
      assert.match(result.argue.digital!, /^Show how residents/);
      const digital = result.areas.find(({ id }) => id === 'digital')!;
      assert.match(digital.state, /argued|evidenced/);
      const lines = editor.text(uri).split('\n');
      const passage = digital.passages.find(({ state }) => state === digital.state)!;
      assert.match(lines[passage.line - 1]!, /^Residents who have no internet/);
      for (const { text, line, column, endLine, endColumn } of passage.reasons) {
        assert.equal(line, endLine);
        assert.equal(lines[line - 1]!.slice(column - 1, endColumn - 1), text);
      }
    });

    it('is told to have changed when the text has, with the version', async () => {
      await editor.replace(uri, 'borrow a tablet', 'look at a tree');
      const version = editor.version(uri);
      await editor.until(
        () =>
          editor.notifications.some(({ method, params }) => {
            const changed = params as CoverageChangedParams;
            return (
              method === 'advocacy/coverageChanged' && changed.uri === uri && changed.version === version
            );
          }),
        'advocacy/coverageChanged',
      );
    });

    it('is there for other Markdown, which it says is no draft', async () => {
      const other = await editor.open('README.md', readme);
      assert.equal((await coverage(other))?.draft, false);
      await editor.close(other);
    });

    it('is null where no Markdown is open', async () => {
      assert.equal(await coverage(editor.uri('nowhere.md')), null);
    });
  });

  describe('the catalogue and new drafts', () => {
    it('has every kind, and the parts of the draft with those that it has', async () => {
      const { kinds, sections } = await editor.request<Catalogue>('advocacy/catalogue', { uri });
      assert.deepEqual(kinds.map(({ id }) => id).sort(), [
        'briefing',
        'case-study',
        'letter',
        'pitch',
        'press-release',
        'report',
        'strategy',
      ]);
      const present = sections.filter((section) => section.present).map(({ id }) => id);
      assert.ok(present.includes('key-messages') && present.includes('contact'), present.join(', '));
      const at = sections.find(({ id }) => id === 'key-messages')!.line!;
      assert.match(briefing.split('\n')[at]!, /^## Key messages/);
      assert.ok(sections.some((section) => !section.present && section.line === undefined));
      assert.ok(sections.every(({ title, why }) => title !== '' && why !== ''));
    });

    it('has no parts without a document', async () => {
      assert.deepEqual((await editor.request<Catalogue>('advocacy/catalogue', {})).sections, []);
    });

    it('gives the skeleton of a new draft, and says so where there is no such kind', async () => {
      const params = { kind: 'briefing', title: 'More hours', folder: editor.uri('') };
      const { text } = await editor.request<Skeleton>('advocacy/skeleton', params);
      assert.match(text, /kind: briefing/);
      assert.match(text, /^# More hours$/m);
      await assert.rejects(
        editor.request('advocacy/skeleton', { ...params, kind: 'novel' }),
        /There is no type of paper “novel”/,
      );
    });
  });

  describe('a footnote', () => {
    const text =
      '---\nkind: letter\n---\n\nHalf of them stayed[^Survey], and more came.\n\n[^survey]: Our *survey* of <b>May</b>.\n';

    it('is a step away from where it is referred to, whatever its letters', async () => {
      await editor.change(uri, { text });
      const { start } = editor.rangeOf(uri, 'Survey], and');
      const found = await editor.request<Location>('textDocument/definition', {
        textDocument: { uri },
        position: start,
      });
      assert.equal(found.uri, uri);
      assert.ok(editor.wordsIn(uri, found.range).startsWith('[^survey]: Our'));
    });

    it('can be read there, as words', async () => {
      await editor.change(uri, { text });
      const { hover, text: said } = await hoverOn('Survey], and');
      assert.equal(editor.wordsIn(uri, hover!.range!), '[^Survey]');
      assert.equal(read(said).value, 'Our survey of May.');
    });

    it('is found in a quotation and a list, too, and not in code', async () => {
      for (const [draft, words, leads] of [
        ['> Half[^in].\n>\n> [^in]: Our survey.\n', 'in].', true],
        ['- Half[^in].\n\n  [^in]: Our survey.\n', 'in].', true],
        ['Half `[^in]`.\n\n[^in]: Our survey.\n', 'in]`', false],
        ['Half[^in]: more.\n\n[^in]: Our survey.\n', 'in]: m', true],
      ] as const) {
        await editor.change(uri, { text: `---\nkind: letter\n---\n\n${draft}` });
        const found = await editor.request<Location | null>('textDocument/definition', {
          textDocument: { uri },
          position: editor.rangeOf(uri, words).start,
        });
        assert.equal(
          found ? editor.wordsIn(uri, found.range) : null,
          leads ? '[^in]: Our survey.' : null,
          draft,
        );
      }
    });

    it('is none where nothing is referred to, nor where there is no such note', async () => {
      await editor.change(uri, { text: text.replace('[^survey]:', '[^other]:') });
      for (const words of ['Survey], and', 'Half of', 'other]:']) {
        const found = await editor.request('textDocument/definition', {
          textDocument: { uri },
          position: editor.rangeOf(uri, words).start,
        });
        assert.equal(found, null, words);
      }
    });
  });

  describe('completion', () => {
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

    it('suggests them in any Markdown to whoever types the first letters of their prefix, and nothing else there', async () => {
      assert.ok((await complete('# No draft\n\nadvo|')).has('advocacy-argue-digital'));
      assert.equal((await complete('# No draft\n\n|')).size, 0);
      assert.equal((await complete('# No draft\n\nWe advo|')).size, 0);
    });
  });
});
