import assert from 'node:assert/strict';
import type { CodeLens, Location } from 'vscode-languageserver-protocol/node';
import type { Catalogue, CoverageChangedParams, CoverageResult, Skeleton } from '../../src/protocol';
import { briefing, readme } from './drafts';
import { Editor, rulesOf } from './editor';
import { hovered, read } from './hovered';

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

  const hoverOn = (words: string) => hovered(editor, uri, words);

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
      assert.deepEqual([...new Set(rules)].sort(), [
        'coverage-summary',
        'link-text-vague',
        'placeholder-unfilled',
      ]);
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

    it('has a part whose heading names it in other words, or has nothing below it, among those that are there', async () => {
      const name = 'implications.md';
      const text = `---\nkind: report\n---\n\n# Sundays\n\n## Financial implications\n\nNone.\n\n## Legal implications\n\n## Equality implications\n\nNo group is worse off.\n`;
      const paper = await editor.open(name, text);
      const { sections } = await editor.request<Catalogue>('advocacy/catalogue', { uri: paper });
      const there = sections.filter(({ present }) => present).map(({ title }) => title);
      assert.deepEqual(there, ['Implications', 'Legal implications', 'Equality impact']);
      await editor.close(paper);
    });

    it('says of no part that readers look for it where the paper has what it says elsewhere', async () => {
      const name = 'in-substance.md';
      const text = `---\nkind: report\n---\n\n# Sundays\n\n## Background\n\nThe equality impact assessment found that older people gain most by the change.\n`;
      const paper = await editor.open(name, text);
      const { sections } = await editor.request<Catalogue>('advocacy/catalogue', { uri: paper });
      const lookedFor = sections.filter(({ required }) => required).map(({ id }) => id);
      assert.ok(lookedFor.includes('recommendations') && !lookedFor.includes('equality'), `${lookedFor}`);
      await editor.close(paper);
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
});
