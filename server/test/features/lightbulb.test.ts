import assert from 'node:assert/strict';
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  CodeAction,
  Range,
  RegistrationParams,
  TextDocumentEdit,
} from 'vscode-languageserver-protocol/node';
import type { CoverageResult } from '../../src/protocol';
import { briefing, readme } from './drafts';
import { Editor, rulesOf } from './editor';

const CONFIGURATION = '.advocacy.json';

describe('The light bulb', () => {
  let editor: Editor;
  let uri: string;
  beforeEach(async () => {
    editor = await Editor.start({ settings: {}, initializationOptions: { asksForMore: true } });
    uri = await editor.open('ashby.md', briefing);
  });
  afterEach(() => editor.stop());

  /** What the light bulb shows. */
  const shownAt = (words: string, only?: readonly string[]) =>
    editor.actions(uri, editor.rangeOf(uri, words), only);
  /** With what stands behind “More…” in its place. */
  const at = async (words: string, only?: readonly string[]) => (await shownAt(words, only)).flatMap(flat);
  const flat = (action: CodeAction): readonly CodeAction[] => listedBy(action)?.flatMap(flat) ?? [action];
  const listedBy = ({ command }: CodeAction) =>
    command?.command === 'advocacy.more' ? (command.arguments![0] as CodeAction[]) : undefined;
  const titles = (actions: readonly CodeAction[]) => actions.map(({ title }) => title);

  it('offers nothing in a README', async () => {
    const other = await editor.open('README.md', readme);
    assert.deepEqual(await editor.actions(other, editor.rangeOf(other, 'insert what it does')), []);
  });

  it('links a fix with the diagnostic that it mends, and prefers it where it is the obvious one', async () => {
    await editor.replace(uri, 'kind: briefing', 'kind: breifing');
    const fix = (await at('breifing')).find(({ title }) => /briefing/.test(title))!;
    assert.equal(fix.kind, 'quickfix');
    assert.equal(fix.isPreferred, true);
    assert.deepEqual(rulesOf(fix.diagnostics ?? []), ['front-matter-invalid']);
    await editor.choose([fix], fix.title);
    assert.ok(editor.text(uri).includes('kind: briefing\n'));
    assert.ok(!rulesOf(await editor.diagnostics(uri)).includes('front-matter-invalid'));
  });

  it('has a client that can select the first placeholder of what it inserts, and asks no other to', async () => {
    const bare =
      '---\nkind: briefing\nareas: all\n---\n\n# Open later\n\n## The facts\n\nOne.\n\n## Contact\n\nTwo.\n';
    uri = await editor.open('bare.md', bare);
    const insert = async () => {
      const missing = (await editor.diagnostics(uri)).find(({ code }) => code === 'area-missing')!;
      const actions = await editor.actions(uri, missing.range, ['quickfix']);
      return actions.find(({ edit }) => JSON.stringify(edit ?? '').includes('[insert '))!;
    };
    assert.equal((await insert()).command, undefined);
    await editor.stop();
    editor = await Editor.start({ settings: {}, initializationOptions: { selects: true } });
    for (const text of [bare, bare.replaceAll('\n', '\r\n')]) {
      uri = await editor.open(`${text.length}.md`, text);
      const fix = await insert();
      assert.equal(fix.command?.command, 'advocacy.select');
      const [where, range] = fix.command.arguments as [string, Range];
      assert.equal(where, uri);
      const before = editor.text(uri).split('[insert ').length;
      await editor.choose([fix], fix.title);
      assert.ok(editor.text(uri).split('[insert ').length > before);
      const line = editor.text(uri).split('\n')[range.start.line]!;
      assert.match(line.slice(range.start.character, range.end.character), /^\[insert [^\]]+\]$/);
      assert.equal(range.end.line, range.start.line);
    }
  });

  it('a footnote for a source is filled in at once, wherever its mark goes', async () => {
    await editor.stop();
    editor = await Editor.start({ settings: {}, initializationOptions: { selects: true } });
    const sentence = 'It had 41,200 visits last year, and 31% of adults came.';
    for (const [name, text] of [
      ['one', `# Open later\n\n${sentence}\n`],
      ['far', `# Open later\n\n${sentence}\n\nTwo.\n\nThree.\n`],
      ['list', `# Open later\n\n- One.\n- ${sentence}\n- Three.\n`],
      ['noted', `# Open later\n\n${sentence}\n\nTwo.[^1]\n\n[^1]: Council, 2026.\n`],
      ['same line', `# Open later\n\n${sentence}`],
      ['return', `# Open later\r\n\r\n${sentence}\r\n\r\nTwo.\r\n`],
    ] as const) {
      uri = await editor.open(`${name}.md`, `---\nkind: letter\nareas: none\n---\n${text}`);
      const claim = (await editor.diagnostics(uri)).find(({ code }) => code === 'figure-unsourced')!;
      const actions = await editor.actions(uri, claim.range, ['quickfix']);
      const fix = actions.find(({ title }) => title === 'Insert a footnote for the source')!;
      const [, range] = fix.command!.arguments as [string, Range];
      await editor.choose([fix], fix.title);
      const line = editor.text(uri).split(/\r?\n/)[range.start.line]!;
      assert.match(line, /^\[\^\d\]: /, name);
      assert.match(line.slice(range.start.character, range.end.character), /^\[insert organisation\]$/, name);
      assert.equal(range.end.line, range.start.line);
    }
  });

  it('every fix of every finding in the draft mends its finding', async () => {
    const before = editor.text(uri);
    const tried = new Set<string>();
    for (const diagnostic of await editor.diagnostics(uri)) {
      // It finds fault with nothing, and stays whatever is done.
      if (diagnostic.code === 'coverage-summary') continue;
      const actions = await editor.actions(uri, diagnostic.range, ['quickfix']);
      const fixes = actions.filter(
        ({ title, diagnostics }) =>
          !/^(?:Silence|This is right|More)/.test(title) && diagnostics?.[0]?.message === diagnostic.message,
      );
      for (const fix of fixes) {
        await editor.choose([fix], fix.title);
        const left = await editor.diagnostics(uri);
        assert.ok(
          !left.some(({ code, message }) => code === diagnostic.code && message === diagnostic.message),
          `“${fix.title}” left “${diagnostic.message}”`,
        );
        tried.add(fix.title);
        await editor.change(uri, { text: before });
      }
    }
    assert.ok(tried.size > 0, 'there was no fix to try');
  });

  it('inserts a missing section at its place', async () => {
    await editor.replace(
      uri,
      '## What we ask\n\nWe ask the county council to keep the library open until 2030.\n\n',
      '',
    );
    // Messages to repeat would be what it asks for.
    await editor.replace(uri, '## Key messages', '## Why it matters');
    const action = (await at('briefing')).find(({ title }) => title === 'Insert the section “What we ask”')!;
    await editor.choose([action], action.title);
    const headings = editor.text(uri).match(/^## .*$/gm);
    assert.deepEqual(headings, [
      '## The issue',
      '## Why it matters',
      '## The facts',
      '## What we ask',
      '## Contact',
    ]);
  });

  it('has the fixes first, then no more than three lines: the likeliest verdict, the way out, and the rest', async () => {
    await editor.replace(uri, 'much more.', 'much more, see [here](https://example.org).');
    const passage = 'Libraries tackle isolation and do much more, see [here]';
    const shown = await shownAt(passage);
    const own = titles(shown.filter(({ title }) => /^(?:Say |This |More)/.test(title)));
    assert.deepEqual(own, [
      'Say that this argues “Isolation and reconnection”',
      'This is right: say why (not printed)',
      'More…',
    ]);
    assert.deepEqual(titles(shown).slice(-3), own);
    assert.ok(titles(shown).includes('Insert words for the link to fill in'), String(titles(shown)));
    const listed = titles(listedBy(shown.at(-1)!)!);
    assert.equal(listed[0], 'Say that this is not about “Isolation and reconnection”');
    assert.ok(
      listed.includes('Ignore in this draft: a link whose words do not say where it leads'),
      String(listed),
    );
    assert.ok(
      listed.includes('Ignore in this folder: a link whose words do not say where it leads'),
      String(listed),
    );
  });

  it('has one line for all topics of which a passage says nothing, and none of them first', async () => {
    await editor.change(uri, {
      text: '---\nkind: letter\nareas: all\noffers: all\n---\n\n# Title\n\nPeople come on Mondays.\n',
    });
    const shown = await shownAt('People come', ['refactor']);
    assert.deepEqual(titles(shown), ['This argues something that it was not taken for…']);
    assert.ok(titles(listedBy(shown[0]!)!).length > 7);
    await editor.choose(await at('People come', ['refactor']), 'Say that this argues “Reading”');
    assert.match(editor.text(uri), /<!-- advocacy-covers reading -->\nPeople come/);
  });

  it('goes to what is to be filled in, and takes out the sentence or the paragraph with it', async () => {
    await editor.stop();
    editor = await Editor.start({
      settings: {},
      initializationOptions: { asksForMore: true, selects: true },
    });
    const text =
      '---\nkind: letter\n---\n\n# Title\n\nForty people came to the library each day last year. It costs TBC. We thank them all.\n\nThe fee is TBC.\n';
    uri = await editor.open('tbc.md', text);
    const [fill, out] = await shownAt('costs TBC');
    assert.equal(fill!.title, 'Fill in “TBC”');
    assert.equal(fill!.isPreferred, true);
    assert.deepEqual(fill!.command!.arguments, [uri, editor.rangeOf(uri, 'TBC')]);
    await editor.choose([out!], 'Take this sentence out');
    assert.match(editor.text(uri), /each day last year\. We thank them all\.\n/);
    await editor.choose(await shownAt('fee is TBC'), 'Take this paragraph out');
    assert.match(editor.text(uri), /We thank them all\.\n$/);
  });

  it('makes room for who said it', async () => {
    const said = 'I would not see anyone all week if the library was not here for me.';
    for (const [quote, expected] of [
      [`One customer told us: “${said}”`, `One customer told us: “${said}” ([insert name and role])`],
      [`> ${said}`, `> ${said}\n>\n> — [insert name and role]`],
    ] as const) {
      await editor.change(uri, { text: `---\nkind: letter\n---\n\n# Title\n\n${quote}\n` });
      assert.ok(rulesOf(await editor.diagnostics(uri)).includes('quote-unattributed'));
      await editor.choose(await shownAt('I would not'), 'Say who said it');
      assert.ok(editor.text(uri).includes(expected), editor.text(uri));
      assert.ok(!rulesOf(await editor.diagnostics(uri)).includes('quote-unattributed'));
    }
  });

  it('splits a long sentence where another may begin', async () => {
    const head = 'The library opened in 1968 on the site of the old market hall';
    const tail =
      'they come from the estate and from the villages to the north, for books and for company and for the computers that few of them have at home';
    for (const [joint, expected] of [
      [`, and ${tail}.`, `. They come from`],
      [`; ${tail}.`, `. They come from`],
      [`, but ${tail}.`, `. But they come from`],
    ] as const) {
      await editor.change(uri, { text: `---\nkind: letter\n---\n\n# Title\n\n${head}${joint}\n` });
      const fix = (await shownAt('The library opened')).find(({ title }) => /^Begin a new/.test(title))!;
      await editor.choose([fix], fix.title);
      assert.ok(editor.text(uri).includes(`${head}${expected}`), editor.text(uri));
      assert.ok(!rulesOf(await editor.diagnostics(uri)).includes('sentence-long'));
    }
  });

  it('has no list where there is nothing to list, and none of one', async () => {
    await editor.change(uri, { text: '---\nkind: letter\n---\n\n# Title\n\nPeople come.\n' });
    assert.deepEqual(await shownAt('People'), []);
    await editor.change(uri, {
      text: '---\nkind: report\n---\n\n# What the library does\n\nResidents order a gift certificate at the library.\n',
    });
    for (const action of await shownAt('certificate', ['refactor'])) {
      assert.notDeepEqual(listedBy(action)?.length, 1);
    }
  });

  it('answers a summary nowhere at its place', async () => {
    await editor.replace(uri, 'areas: [digital, isolation]\n', '');
    const title = 'Keep Ashby library open\n\n## The issue';
    assert.ok(rulesOf(await editor.diagnostics(uri)).includes('coverage-summary'));
    assert.ok(!titles(await at(title)).includes('This is right: say why (not printed)'));
    assert.ok(
      titles(await at(title)).includes(
        'Ignore in this draft: one line on the title that says what the draft argues, what it only mentions and what is missing',
      ),
    );
  });

  it('leaves out what it cannot list in another editor, but no way to silence a rule', async () => {
    await editor.stop();
    editor = await Editor.start({ settings: {} });
    uri = await editor.open('ashby.md', briefing);
    await editor.replace(uri, 'much more.', 'much more, see [here](https://example.org).');
    const offered = titles(await shownAt('Libraries tackle isolation and do much more, see [here]'));
    assert.ok(
      !offered.includes('More…') &&
        !offered.includes('Say that this is not about “Isolation and reconnection”'),
    );
    for (const title of [
      'Say that this argues “Isolation and reconnection”',
      'This is right: say why (not printed)',
      'Ignore in this folder: a link whose words do not say where it leads',
    ]) {
      assert.ok(offered.includes(title), `${title}: ${String(offered)}`);
    }
    // Who asks for nothing else wants to see it.
    const verdicts = titles(await shownAt('tackle isolation', ['refactor']));
    assert.ok(verdicts.includes('Say that this is not about “Isolation and reconnection”'), String(verdicts));
  });

  it('offers evidence for what is argued without, where the client lets the author choose it', async () => {
    const bare = `---\nkind: briefing\nareas: [digital]\n---\n\n# Online\n\nResidents who have no internet at home cannot apply for jobs online. Library staff help them to get online, so that they can apply.\n`;
    const evidence = async () => {
      uri = await editor.open('bare.md', bare);
      const found = (await editor.diagnostics(uri)).find(({ code }) => code === 'area-unevidenced')!;
      const actions = await editor.actions(uri, found.range, ['quickfix']);
      return { found, action: actions.find(({ title }) => title === 'Insert evidence…') };
    };
    assert.equal((await evidence()).action, undefined);
    await editor.stop();
    editor = await Editor.start({ settings: {}, initializationOptions: { picksEvidence: true } });
    const { found, action } = await evidence();
    const { line, character } = found.range.end;
    assert.equal(action!.command!.command, 'advocacy.insertEvidence');
    assert.deepEqual(action!.command!.arguments, [uri, line, character]);
  });

  it('offers evidence for a place of a skeleton that a fact can stand in, and for no other', async () => {
    await editor.stop();
    editor = await Editor.start({ settings: {}, initializationOptions: { picksEvidence: true } });
    uri = await editor.open(
      'facts.md',
      '---\nkind: briefing\n---\n\n# Online\n\n- Across the UK, [insert national figure and what it counts].\n- Here, [insert what has changed, with a figure if you can].\n',
    );
    const evidence = async (words: string) =>
      (await at(words)).find(({ title }) => title === 'Insert evidence…');
    const { line, character } = editor.positionAt(uri, editor.text(uri).indexOf('[insert national'));
    assert.deepEqual((await evidence('insert national'))?.command?.arguments, [uri, line, character]);
    assert.equal(await evidence('insert what has changed'), undefined);
  });

  it('offers only what is asked for', async () => {
    for (const [only, kind] of [
      ['quickfix', 'quickfix'],
      ['refactor', 'refactor.rewrite'],
    ] as const) {
      const actions = await at('tackle isolation', [only]);
      assert.ok(actions.length > 0);
      assert.ok(actions.every((action) => action.kind === kind));
    }
    assert.deepEqual(await at('tackle isolation', ['refactor.extract']), []);
  });

  describe('silences a finding', () => {
    it('here: with a comment above the block, whose findings of the rule are gone', async () => {
      await editor.choose(await at('[insert year]'), 'This is right: say why (not printed)');
      assert.ok(
        editor
          .text(uri)
          .includes(
            '\n\n<!-- advocacy-disable-next-line placeholder-unfilled -- [insert why; this line is not printed] -->\nThe library opened',
          ),
      );
      assert.ok(!rulesOf(await editor.diagnostics(uri)).includes('placeholder-unfilled'));
    });

    it('here, all that touch the place at once, with room for the reason', async () => {
      const both = 'The library opened [insert year] and lends books on four days a week. See [here]';
      await editor.choose(await at(both), 'This is right: say why (not printed)');
      assert.match(
        editor.text(uri),
        /\n<!-- advocacy-disable-next-line placeholder-unfilled(?: [a-z-]+)* link-text-vague(?: [a-z-]+)* -- \[insert why; this line is not printed\] -->\nThe library/,
      );
      const rules = rulesOf(await editor.diagnostics(uri));
      assert.ok(
        !rules.includes('link-text-vague') && !rules.includes('placeholder-unfilled'),
        rules.join(', '),
      );
    });

    it('here, in several blocks, each with its own comment', async () => {
      await editor.change(uri, {
        text: '---\nkind: letter\n---\n\n# Title\n\nOne [insert two].\n\nThree [insert four].\n',
      });
      await editor.choose(
        await at('One [insert two].\n\nThree [insert four].'),
        'This is right: say why (not printed)',
      );
      assert.equal(editor.text(uri).match(/advocacy-disable-next-line placeholder-unfilled/g)?.length, 2);
      assert.ok(!rulesOf(await editor.diagnostics(uri)).includes('placeholder-unfilled'));
    });

    it('here, and has the reason selected where the client can do that', async () => {
      await editor.stop();
      editor = await Editor.start({ settings: {}, initializationOptions: { selects: true } });
      uri = await editor.open('ashby.md', briefing);
      const action = (await at('[insert year]')).find(
        ({ title }) => title === 'This is right: say why (not printed)',
      )!;
      const [, range] = action.command!.arguments as [string, Range];
      await editor.choose([action], action.title);
      assert.equal(editor.wordsIn(uri, range), '[insert why; this line is not printed]');
    });

    it('here, a second rule in the comment that is there, before its reason', async () => {
      await editor.choose(await at('[insert year]'), 'This is right: say why (not printed)');
      await editor.replace(
        uri,
        '[insert why; this line is not printed]',
        'the archive is closed, so nobody knows',
      );
      await editor.choose(await at('[here]'), 'This is right: say why (not printed)');
      assert.ok(
        editor
          .text(uri)
          .includes(
            '<!-- advocacy-disable-next-line placeholder-unfilled link-text-vague -- the archive is closed, so nobody knows -->\nThe library',
          ),
      );
      const rules = rulesOf(await editor.diagnostics(uri));
      assert.ok(
        !rules.includes('link-text-vague') &&
          !rules.includes('placeholder-unfilled') &&
          !rules.includes('directive-unknown'),
        rules.join(', '),
      );
    });

    it('here, in a list, a table and a quotation: above it, never inside', async () => {
      for (const block of [
        '- one\n- [insert two]\n',
        '| a |\n| - |\n| [insert two] |\n',
        '> one\n>\n> [insert two]\n',
      ]) {
        await editor.change(uri, { text: `---\nkind: letter\n---\n\n# Title\n\n${block}` });
        await editor.choose(await at('[insert two]'), 'This is right: say why (not printed)');
        assert.equal(
          editor.text(uri),
          `---\nkind: letter\n---\n\n# Title\n\n<!-- advocacy-disable-next-line placeholder-unfilled -- [insert why; this line is not printed] -->\n${block}`,
        );
        assert.ok(!rulesOf(await editor.diagnostics(uri)).includes('placeholder-unfilled'));
      }
    });

    it('in the draft, where it stands in the front matter', async () => {
      await editor.replace(uri, 'title: Keep', 'title: "[insert title]"\nauthor: Keep');
      await editor.replace(uri, '[insert year]', 'in 1962');
      assert.ok(rulesOf(await editor.diagnostics(uri)).includes('placeholder-unfilled'));
      await editor.choose(
        await at('[insert title]'),
        'Ignore in this draft: a placeholder that is still to be filled in',
      );
      assert.match(editor.text(uri), /---\n\n<!-- advocacy-disable-file placeholder-unfilled -->\n\n# Keep/);
      assert.ok(!rulesOf(await editor.diagnostics(uri)).includes('placeholder-unfilled'));
    });

    it('everywhere: in a configuration that is made', async () => {
      const actions = await at('[insert year]');
      const action = actions.find(
        ({ title }) => title === 'Ignore in this folder: a placeholder that is still to be filled in',
      )!;
      assert.equal(action.edit, undefined, 'the edit is made before anybody asks for it');
      await editor.choose(actions, action.title);
      const path = join(editor.folder, CONFIGURATION);
      assert.deepEqual(JSON.parse(readFileSync(path, 'utf8')), { rules: { 'placeholder-unfilled': 'off' } });
      await editor.tell(CONFIGURATION, 1);
      await editor.untilPublished(
        uri,
        (diagnostics) => !rulesOf(diagnostics).includes('placeholder-unfilled'),
      );
    });

    it('everywhere: has a client that can save it do so, as nothing changes before', async () => {
      const everywhere = async () =>
        (await at('[insert year]')).find(({ title }) => title.startsWith('Ignore in this folder'))!;
      assert.equal((await everywhere()).command, undefined);
      await editor.stop();
      editor = await Editor.start({ settings: {}, initializationOptions: { saves: true } });
      uri = await editor.open('ashby.md', briefing);
      const { command } = await everywhere();
      assert.deepEqual(command, {
        title: 'Save',
        command: 'advocacy.save',
        arguments: [editor.uri(CONFIGURATION)],
      });
    });

    it('everywhere: in the nearest configuration, whose comments and layout stay', async () => {
      const source = '// Ours\n{\n    "rules": {\n        "link-text-vague": "hint" // for now\n    }\n}\n';
      await editor.writeFile('sub/.advocacy.json', source);
      const inner = await editor.open('sub/ashby.md', briefing);
      await editor.diagnostics(inner);
      const shown = await editor.actions(inner, editor.rangeOf(inner, '[insert year]'));
      const actions = shown.flatMap((action) => listedBy(action) ?? [action]);
      await editor.choose(actions, 'Ignore in this folder: a placeholder that is still to be filled in');
      const after = readFileSync(join(editor.folder, 'sub', CONFIGURATION), 'utf8');
      assert.match(after, /^\/\/ Ours\n\{\n {4}"rules": \{\n {8}"link-text-vague": "hint"/);
      assert.match(after, /\/\/ for now/);
      assert.match(after, /"placeholder-unfilled": "off"/);
      assert.equal(existsSync(join(editor.folder, CONFIGURATION)), false);
      await editor.tell('sub/.advocacy.json', 2);
      await editor.untilPublished(
        inner,
        (diagnostics) => !rulesOf(diagnostics).includes('placeholder-unfilled'),
      );
    });

    it('everywhere: in a configuration that is open, with what is not saved yet', async () => {
      await editor.writeFile(CONFIGURATION, '{ "rules": { "link-text-vague": "hint" } }\n');
      const open = await editor.open(
        CONFIGURATION,
        '{\n  "acronyms": { "ALB": "Ashby Library Board" },\n  "rules": {}\n}\n',
        'jsonc',
      );
      await editor.replace(open, 'Ashby Library Board', 'Arts and Libraries Board');
      await editor.choose(
        await at('[insert year]'),
        'Ignore in this folder: a placeholder that is still to be filled in',
      );
      assert.deepEqual(JSON.parse(editor.text(open)), {
        acronyms: { ALB: 'Arts and Libraries Board' },
        rules: { 'placeholder-unfilled': 'off' },
      });
      await editor.close(open);
      await editor.choose(
        await at('[insert year]'),
        'Ignore in this folder: a placeholder that is still to be filled in',
      );
      assert.deepEqual(JSON.parse(readFileSync(join(editor.folder, CONFIGURATION), 'utf8')), {
        rules: { 'link-text-vague': 'hint', 'placeholder-unfilled': 'off' },
      });
    });

    it('everywhere: for the version of the open configuration that it was made for', async () => {
      const open = await editor.open(CONFIGURATION, '{}\n', 'jsonc');
      await editor.replace(open, '{}', '{ }');
      const action = (await at('[insert year]')).find(({ title }) => title.includes('in this folder'))!;
      const { edit } = await editor.request<CodeAction>('codeAction/resolve', action);
      const [change] = edit!.documentChanges as TextDocumentEdit[];
      assert.deepEqual(change!.textDocument, { uri: open, version: 2 });
    });

    it('everywhere: asks the client to tell of configurations that it opens', async () => {
      await at('[insert year]');
      const asked = editor.requests
        .filter(({ method }) => method === 'client/registerCapability')
        .flatMap(({ params }) => (params as RegistrationParams).registrations)
        .filter(({ method }) => method.startsWith('textDocument/'));
      assert.deepEqual(
        asked.map(({ method }) => method),
        ['textDocument/didOpen', 'textDocument/didChange', 'textDocument/didClose'],
      );
      for (const { registerOptions } of asked) {
        assert.deepEqual(registerOptions.documentSelector, [{ pattern: '**/.advocacy.json' }]);
      }
    });

    for (const [what, source] of [
      ['has rules that are no object', '{ "rules": [] }'],
      ['has rules that are null', '{ "rules": null }'],
      ['is no object', '[]'],
      ['is half written', '{ "rules": { "link-text-vague": '],
    ] as const) {
      it(`not everywhere where the configuration ${what}`, async () => {
        await editor.writeFile(CONFIGURATION, source);
        const offered = titles(await at('[insert year]'));
        assert.ok(offered.includes('This is right: say why (not printed)'));
        assert.ok(
          !offered.includes('Ignore in this folder: a placeholder that is still to be filled in'),
          String(offered),
        );
      });
    }

    for (const [what, outside] of [
      ['a file outside', '{ "acronyms": { "SECRET": "Not for the workspace" } }'],
      ['a file outside that is still to be made', undefined],
    ] as const) {
      it(`not everywhere where the configuration is a link to ${what}`, async () => {
        await editor.stop();
        editor = await Editor.start({ settings: {}, folders: ['w'], files: { 'w/ashby.md': briefing } });
        const target = join(editor.folder, 'outside.json');
        if (outside !== undefined) writeFileSync(target, outside);
        symlinkSync(target, join(editor.folder, 'w', CONFIGURATION));
        uri = await editor.open('w/ashby.md', briefing);
        const actions = await at('[insert year]');
        assert.ok(titles(actions).includes('This is right: say why (not printed)'));
        assert.ok(
          !titles(actions).includes('Ignore in this folder: a placeholder that is still to be filled in'),
        );
        // Nor for a client that asks by itself.
        const action = {
          title: 'x',
          data: { silence: 'ask-missing', configuration: editor.uri(`w/${CONFIGURATION}`) },
        };
        await assert.rejects(
          editor.request('codeAction/resolve', action),
          /\.advocacy\.json is a link that leads out/,
        );
        await editor.open(`w/${CONFIGURATION}`, '{}\n', 'jsonc');
        assert.ok(!titles(await at('[insert year]')).some((title) => title.endsWith('everywhere')));
      });
    }

    it('says why not, where the configuration was broken after it was offered', async () => {
      const actions = await at('[insert year]');
      await editor.writeFile(CONFIGURATION, '{ "rules": [] }');
      await assert.rejects(
        editor.choose(actions, 'Ignore in this folder: a placeholder that is still to be filled in'),
        /\.advocacy\.json cannot be edited/,
      );
      assert.equal(readFileSync(join(editor.folder, CONFIGURATION), 'utf8'), '{ "rules": [] }');
    });
  });

  describe('lets the author overrule the engine', () => {
    const stateOf = async (id: string) => {
      const { areas } = (await editor.request<CoverageResult>('advocacy/coverage', {
        textDocument: { uri },
      }))!;
      return areas.find((area) => area.id === id)!.state;
    };
    const refactor = (words: string) => at(words, ['refactor']);
    const named = (actions: readonly CodeAction[], pattern: RegExp) =>
      titles(actions).find((title) => pattern.test(title))!;

    it('“Say that this argues …” on what is only mentioned', async () => {
      assert.equal(await stateOf('isolation'), 'mentioned');
      const actions = await refactor('tackle isolation');
      await editor.choose(actions, named(actions, /^Say that this argues “.*isolation/i));
      assert.match(
        editor.text(uri),
        /\n<!-- advocacy-covers [^>]*isolation[^>]* -->\nLibraries tackle isolation/,
      );
      assert.match(await stateOf('isolation'), /argued|evidenced/);
    });

    it('“Say that this is not about …” on a word that means something else here', async () => {
      const text =
        '---\nkind: report\nareas: [education]\n---\n\n# What the library does\n\nResidents order a gift certificate at the library.\n';
      await editor.change(uri, { text });
      assert.deepEqual(
        rulesOf(await editor.diagnostics(uri)).filter((rule) => rule.startsWith('area-')),
        ['area-mentioned'],
      );
      const actions = await at('certificate');
      assert.ok(titles(actions).includes('Say that this argues “Education support”'));
      await editor.choose(actions, 'Say that this is not about “Education support”');
      assert.match(editor.text(uri), /\n<!-- advocacy-covers none -->\nResidents order a gift/);
      assert.equal(await stateOf('education'), 'missing');
      // What is missing everywhere can be argued; nothing is there that it could be about.
      assert.ok(!titles(await at('certificate')).includes('Say that this is not about “Education support”'));
    });

    it('“Say that this is not about …” leaves what the passage argues', async () => {
      const text =
        '---\nkind: report\nareas: [education, digital]\n---\n\n# What the library does\n\nResidents without internet at home learned with library staff to get online, and now they order a gift certificate by themselves.\n';
      await editor.change(uri, { text });
      assert.match(await stateOf('digital'), /argued|evidenced/);
      assert.equal(await stateOf('education'), 'mentioned');
      await editor.choose(await at('certificate'), 'Say that this is not about “Education support”');
      assert.match(await stateOf('digital'), /argued|evidenced/);
      assert.equal(await stateOf('education'), 'missing');
    });

    it('“Say that this does not argue …” on what is taken as an argument, and takes it back', async () => {
      const before = await stateOf('digital');
      assert.match(before, /argued|evidenced/);
      let actions = await refactor('tablet from');
      await editor.choose(actions, named(actions, /^Say that this does not argue “.*digital inclusion/i));
      assert.equal(await stateOf('digital'), 'missing');
      actions = await refactor('tablet from');
      await editor.choose(actions, named(actions, /^Say that this argues “.*digital inclusion/i));
      assert.match(await stateOf('digital'), /argued|evidenced/);
      assert.equal(editor.text(uri).match(/advocacy-covers/g)?.length, 1, 'one comment that changes');
    });

    it('says nothing of an argument on an item of a list that makes none', async () => {
      const text =
        '---\nkind: briefing\n---\n\n# Online\n\n- People without internet at home learn to get online with library staff, so that they find work.\n- Across [insert where], [insert figure] in [insert year].\n';
      await editor.change(uri, { text });
      assert.ok(named(await refactor('People without'), /does not argue “Digital inclusion”/));
      assert.equal(named(await refactor('Across'), /Digital inclusion/), undefined);
    });

    it('offers not to declare as an argument what is only to be filled in', async () => {
      const text =
        '---\nkind: briefing\nareas: all\n---\n\n# Online\n\nFor [insert cost], people without internet [insert what changes].\n';
      await editor.change(uri, { text });
      assert.deepEqual(titles(await refactor('people without')), []);
      await editor.replace(uri, '[insert what changes]', 'get online');
      await editor.replace(uri, '[insert cost]', '£2');
      assert.ok(
        titles(await refactor('people without')).includes('Say that this argues “Education support”'),
      );
    });

    it('offers none of it on a heading', async () => {
      assert.deepEqual(await refactor('What we ask'), []);
    });

    it('both at once with a silenced rule: neither comment undoes the other', async () => {
      await editor.replace(uri, 'borrow a tablet', 'borrow a TBC tablet');
      let actions = await refactor('tablet from');
      await editor.choose(actions, named(actions, /^Say that this does not argue “.*digital inclusion/i));
      await editor.choose(await at('TBC'), 'This is right: say why (not printed)');
      actions = await at('tablet from');
      assert.equal(await stateOf('digital'), 'missing');
      const words = (await editor.diagnostics(uri)).map(({ range }) => editor.wordsIn(uri, range));
      assert.ok(!words.includes('TBC'));
    });
  });

  describe('fixes all that needs no question (source.fixAll.advocacy)', () => {
    it('is announced', () => {
      const provider = editor.capabilities.codeActionProvider;
      assert.ok(typeof provider === 'object' && provider.codeActionKinds?.includes('source.fixAll.advocacy'));
    });

    it('mends every such finding in one edit', async () => {
      const text =
        '---\nkind: letter\n---\n\n# Dear all\n\n### The library\n\nCome in.\n\n## Our hours\n\n#### On Sundays\n\nWe are open.\n';
      await editor.change(uri, { text });
      const found = rulesOf(await editor.diagnostics(uri)).filter((rule) => rule === 'heading-order');
      assert.equal(found.length, 2);
      const [action, ...others] = await at('Dear', ['source.fixAll']);
      assert.ok(action);
      assert.deepEqual(others, []);
      await editor.choose([action], action.title);
      assert.ok(!rulesOf(await editor.diagnostics(uri)).includes('heading-order'));
    });

    it('does not come where only quick fixes are asked for', async () => {
      const actions = await at('[here]', ['quickfix']);
      assert.ok(actions.length > 0);
      assert.ok(!actions.some(({ kind }) => kind?.startsWith('source')));
    });
  });
});
