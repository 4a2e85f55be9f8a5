import assert from 'node:assert/strict';
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  CodeAction,
  Range,
  RegistrationParams,
  TextDocumentEdit,
} from 'vscode-languageserver-protocol/node';
import { Bulb, listedBy, titles } from '../bulb';
import { briefing } from '../drafts';
import { Editor, rulesOf } from '../editor';

const CONFIGURATION = '.advocacy.json';

describe('The light bulb silences a finding', () => {
  const bulb = Bulb.each();

  it('here: with a comment above the block, whose findings of the rule are gone', async () => {
    await bulb.editor.choose(await bulb.at('[insert year]'), 'This is right: say why (not printed)');
    assert.ok(
      bulb.editor
        .text(bulb.uri)
        .includes(
          '\n\n<!-- advocacy-disable-next-line placeholder-unfilled -- [insert why; this line is not printed] -->\nThe library opened',
        ),
    );
    assert.ok(!rulesOf(await bulb.editor.diagnostics(bulb.uri)).includes('placeholder-unfilled'));
  });

  it('here, all that touch the place at once, with room for the reason', async () => {
    const both = 'The library opened [insert year] and lends books on four days a week. See [here]';
    await bulb.editor.choose(await bulb.at(both), 'This is right: say why (not printed)');
    assert.match(
      bulb.editor.text(bulb.uri),
      /\n<!-- advocacy-disable-next-line placeholder-unfilled(?: [a-z-]+)* link-text-vague(?: [a-z-]+)* -- \[insert why; this line is not printed\] -->\nThe library/,
    );
    const rules = rulesOf(await bulb.editor.diagnostics(bulb.uri));
    assert.ok(
      !rules.includes('link-text-vague') && !rules.includes('placeholder-unfilled'),
      rules.join(', '),
    );
  });

  it('here, and leaves what else the rule has to say of the paragraph', async () => {
    const text =
      'Nobody else offers tools within ten miles. Reading groups are proven to reduce stress. The club saves the NHS a fortune.';
    await bulb.editor.change(bulb.uri, { text: `---\nkind: letter\n---\n\n# Title\n\n${text}\n` });
    const strong = async () =>
      (await bulb.editor.diagnostics(bulb.uri)).filter(({ code }) => code === 'claim-too-strong').length;
    const before = await strong();
    assert.ok(before > 1);
    await bulb.editor.choose(await bulb.at('Nobody else'), 'This is right: say why (not printed)');
    assert.match(
      bulb.editor.text(bulb.uri),
      /\n<!-- advocacy-disable-next-line claim-too-strong “Nobody else [^”]*” -- \[insert why; this line is not printed\] -->\nNobody/,
    );
    assert.equal(await strong(), before - 1);
    await bulb.editor.choose(await bulb.at('are proven'), 'This is right: say why (not printed)');
    assert.match(bulb.editor.text(bulb.uri), /” claim-too-strong “are proven[^”]*” -- \[insert why/);
    assert.equal(await strong(), before - 2);
    while ((await strong()) > 0)
      await bulb.editor.choose(await bulb.at('The club saves'), 'This is right: say why (not printed)');
    assert.doesNotMatch(bulb.editor.text(bulb.uri), /claim-too-strong (?!“)/);
    assert.ok(!rulesOf(await bulb.editor.diagnostics(bulb.uri)).includes('directive-unknown'));
  });

  it('here, and leaves the same words elsewhere in the paragraph', async () => {
    const text = 'In Millbrook, crime fell by 12%. In Ashby, the team found that 12% of adults cannot read.';
    await bulb.editor.change(bulb.uri, { text: `---\nkind: letter\n---\n\n# Title\n\n${text}\n` });
    const figures = async () =>
      (await bulb.editor.diagnostics(bulb.uri)).filter(({ code }) => code === 'figure-unsourced').length;
    assert.equal(await figures(), 2);
    await bulb.editor.choose(await bulb.at('12% of'), 'This is right: say why (not printed)');
    assert.equal(await figures(), 1, bulb.editor.text(bulb.uri));
  });

  it('here, in several blocks, each with its own comment', async () => {
    await bulb.editor.change(bulb.uri, {
      text: '---\nkind: letter\n---\n\n# Title\n\nOne [insert two].\n\nThree [insert four].\n',
    });
    await bulb.editor.choose(
      await bulb.at('One [insert two].\n\nThree [insert four].'),
      'This is right: say why (not printed)',
    );
    assert.equal(
      bulb.editor.text(bulb.uri).match(/advocacy-disable-next-line placeholder-unfilled/g)?.length,
      2,
    );
    assert.ok(!rulesOf(await bulb.editor.diagnostics(bulb.uri)).includes('placeholder-unfilled'));
  });

  it('here, and has the reason selected where the client can do that', async () => {
    await bulb.editor.stop();
    bulb.editor = await Editor.start({ settings: {}, initializationOptions: { selects: true } });
    bulb.uri = await bulb.editor.open('ashby.md', briefing);
    const action = (await bulb.at('[insert year]')).find(
      ({ title }) => title === 'This is right: say why (not printed)',
    )!;
    const [, range] = action.command!.arguments as [string, Range];
    await bulb.editor.choose([action], action.title);
    assert.equal(bulb.editor.wordsIn(bulb.uri, range), '[insert why; this line is not printed]');
  });

  it('here, a second rule in the comment that is there, before its reason', async () => {
    await bulb.editor.choose(await bulb.at('[insert year]'), 'This is right: say why (not printed)');
    await bulb.editor.replace(
      bulb.uri,
      '[insert why; this line is not printed]',
      'the archive is closed, so nobody knows',
    );
    await bulb.editor.choose(await bulb.at('[here]'), 'This is right: say why (not printed)');
    assert.ok(
      bulb.editor
        .text(bulb.uri)
        .includes(
          '<!-- advocacy-disable-next-line placeholder-unfilled link-text-vague -- the archive is closed, so nobody knows -->\nThe library',
        ),
    );
    const rules = rulesOf(await bulb.editor.diagnostics(bulb.uri));
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
      await bulb.editor.change(bulb.uri, { text: `---\nkind: letter\n---\n\n# Title\n\n${block}` });
      await bulb.editor.choose(await bulb.at('[insert two]'), 'This is right: say why (not printed)');
      assert.equal(
        bulb.editor.text(bulb.uri),
        `---\nkind: letter\n---\n\n# Title\n\n<!-- advocacy-disable-next-line placeholder-unfilled “[insert two]” -- [insert why; this line is not printed] -->\n${block}`,
      );
      assert.ok(!rulesOf(await bulb.editor.diagnostics(bulb.uri)).includes('placeholder-unfilled'));
    }
  });

  it('here, and nothing in the items and rows that are added later', async () => {
    for (const [rule, words, block, more] of [
      [
        'claim-too-strong',
        'Nobody else',
        '- Nobody else offers tools.\n',
        '- It transforms lives.\n- It will eradicate loneliness.\n',
      ],
      [
        'placeholder-unfilled',
        '[insert two]',
        '| a | b |\n| - | - |\n| [insert two] | x |\n',
        '| [insert five] | y |\n',
      ],
      [
        'figure-unsourced',
        'Around 300',
        '- Around 300 people came to the shows of the Friends.\n',
        '- Around 300 children read here in the summer, twice as many as before.\n',
      ],
      [
        'figure-unsourced',
        '300 people',
        '- In Ashby\n  - 300 people are\n    lonelier than others.\n',
        '  - 300 people read better than others.\n',
      ],
    ] as const) {
      const told = async () =>
        (await bulb.editor.diagnostics(bulb.uri)).filter(({ code }) => code === rule).length;
      await bulb.editor.change(bulb.uri, { text: `---\nkind: letter\n---\n\n# Title\n\n${block}` });
      await bulb.editor.choose(await bulb.at(words), 'This is right: say why (not printed)');
      assert.equal(await told(), 0);
      await bulb.editor.change(bulb.uri, { text: bulb.editor.text(bulb.uri) + more });
      assert.equal(await told(), more.trim().split('\n').length, bulb.editor.text(bulb.uri));
    }
  });

  it('in the draft, where it stands in the front matter', async () => {
    await bulb.editor.replace(bulb.uri, 'title: Keep', 'title: "[insert title]"\nauthor: Keep');
    await bulb.editor.replace(bulb.uri, '[insert year]', 'in 1962');
    assert.ok(rulesOf(await bulb.editor.diagnostics(bulb.uri)).includes('placeholder-unfilled'));
    await bulb.editor.choose(
      await bulb.at('[insert title]'),
      'Ignore in this draft: a placeholder that is still to be filled in',
    );
    assert.match(
      bulb.editor.text(bulb.uri),
      /---\n\n<!-- advocacy-disable-file placeholder-unfilled -->\n\n# Keep/,
    );
    assert.ok(!rulesOf(await bulb.editor.diagnostics(bulb.uri)).includes('placeholder-unfilled'));
  });

  it('everywhere: in a configuration that is made', async () => {
    const actions = await bulb.at('[insert year]');
    const action = actions.find(
      ({ title }) => title === 'Ignore in this folder: a placeholder that is still to be filled in',
    )!;
    assert.equal(action.edit, undefined, 'the edit is made before anybody asks for it');
    await bulb.editor.choose(actions, action.title);
    const path = join(bulb.editor.folder, CONFIGURATION);
    assert.deepEqual(JSON.parse(readFileSync(path, 'utf8')), { rules: { 'placeholder-unfilled': 'off' } });
    await bulb.editor.tell(CONFIGURATION, 1);
    await bulb.editor.untilPublished(
      bulb.uri,
      (diagnostics) => !rulesOf(diagnostics).includes('placeholder-unfilled'),
    );
  });

  it('everywhere: has a client that can save it do so, as nothing changes before', async () => {
    const everywhere = async () =>
      (await bulb.at('[insert year]')).find(({ title }) => title.startsWith('Ignore in this folder'))!;
    assert.equal((await everywhere()).command, undefined);
    await bulb.editor.stop();
    bulb.editor = await Editor.start({ settings: {}, initializationOptions: { saves: true } });
    bulb.uri = await bulb.editor.open('ashby.md', briefing);
    const { command } = await everywhere();
    assert.deepEqual(command, {
      title: 'Save',
      command: 'advocacy.save',
      arguments: [bulb.editor.uri(CONFIGURATION)],
    });
  });

  it('everywhere: in the nearest configuration, whose comments and layout stay', async () => {
    const source = '// Ours\n{\n    "rules": {\n        "link-text-vague": "hint" // for now\n    }\n}\n';
    await bulb.editor.writeFile('sub/.advocacy.json', source);
    const inner = await bulb.editor.open('sub/ashby.md', briefing);
    await bulb.editor.diagnostics(inner);
    const shown = await bulb.editor.actions(inner, bulb.editor.rangeOf(inner, '[insert year]'));
    const actions = shown.flatMap((action) => listedBy(action) ?? [action]);
    await bulb.editor.choose(actions, 'Ignore in this folder: a placeholder that is still to be filled in');
    const after = readFileSync(join(bulb.editor.folder, 'sub', CONFIGURATION), 'utf8');
    assert.match(after, /^\/\/ Ours\n\{\n {4}"rules": \{\n {8}"link-text-vague": "hint"/);
    assert.match(after, /\/\/ for now/);
    assert.match(after, /"placeholder-unfilled": "off"/);
    assert.equal(existsSync(join(bulb.editor.folder, CONFIGURATION)), false);
    await bulb.editor.tell('sub/.advocacy.json', 2);
    await bulb.editor.untilPublished(
      inner,
      (diagnostics) => !rulesOf(diagnostics).includes('placeholder-unfilled'),
    );
  });

  it('everywhere: in a configuration that is open, with what is not saved yet', async () => {
    await bulb.editor.writeFile(CONFIGURATION, '{ "rules": { "link-text-vague": "hint" } }\n');
    const open = await bulb.editor.open(
      CONFIGURATION,
      '{\n  "acronyms": { "ALB": "Ashby Library Board" },\n  "rules": {}\n}\n',
      'jsonc',
    );
    await bulb.editor.replace(open, 'Ashby Library Board', 'Arts and Libraries Board');
    await bulb.editor.choose(
      await bulb.at('[insert year]'),
      'Ignore in this folder: a placeholder that is still to be filled in',
    );
    assert.deepEqual(JSON.parse(bulb.editor.text(open)), {
      acronyms: { ALB: 'Arts and Libraries Board' },
      rules: { 'placeholder-unfilled': 'off' },
    });
    await bulb.editor.close(open);
    await bulb.editor.choose(
      await bulb.at('[insert year]'),
      'Ignore in this folder: a placeholder that is still to be filled in',
    );
    assert.deepEqual(JSON.parse(readFileSync(join(bulb.editor.folder, CONFIGURATION), 'utf8')), {
      rules: { 'link-text-vague': 'hint', 'placeholder-unfilled': 'off' },
    });
  });

  it('everywhere: for the version of the open configuration that it was made for', async () => {
    const open = await bulb.editor.open(CONFIGURATION, '{}\n', 'jsonc');
    await bulb.editor.replace(open, '{}', '{ }');
    const action = (await bulb.at('[insert year]')).find(({ title }) => title.includes('in this folder'))!;
    const { edit } = await bulb.editor.request<CodeAction>('codeAction/resolve', action);
    const [change] = edit!.documentChanges as TextDocumentEdit[];
    assert.deepEqual(change!.textDocument, { uri: open, version: 2 });
  });

  it('everywhere: asks the client to tell of configurations that it opens', async () => {
    await bulb.at('[insert year]');
    const asked = bulb.editor.requests
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
      await bulb.editor.writeFile(CONFIGURATION, source);
      const offered = titles(await bulb.at('[insert year]'));
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
      await bulb.editor.stop();
      bulb.editor = await Editor.start({ settings: {}, folders: ['w'], files: { 'w/ashby.md': briefing } });
      const target = join(bulb.editor.folder, 'outside.json');
      if (outside !== undefined) writeFileSync(target, outside);
      symlinkSync(target, join(bulb.editor.folder, 'w', CONFIGURATION));
      bulb.uri = await bulb.editor.open('w/ashby.md', briefing);
      const actions = await bulb.at('[insert year]');
      assert.ok(titles(actions).includes('This is right: say why (not printed)'));
      assert.ok(
        !titles(actions).includes('Ignore in this folder: a placeholder that is still to be filled in'),
      );
      // Nor for a client that asks by itself.
      const action = {
        title: 'x',
        data: { silence: 'ask-missing', configuration: bulb.editor.uri(`w/${CONFIGURATION}`) },
      };
      await assert.rejects(
        bulb.editor.request('codeAction/resolve', action),
        /\.advocacy\.json is a link that leads out/,
      );
      await bulb.editor.open(`w/${CONFIGURATION}`, '{}\n', 'jsonc');
      assert.ok(!titles(await bulb.at('[insert year]')).some((title) => title.endsWith('everywhere')));
    });
  }

  it('says why not, where the configuration was broken after it was offered', async () => {
    const actions = await bulb.at('[insert year]');
    await bulb.editor.writeFile(CONFIGURATION, '{ "rules": [] }');
    await assert.rejects(
      bulb.editor.choose(actions, 'Ignore in this folder: a placeholder that is still to be filled in'),
      /\.advocacy\.json cannot be edited/,
    );
    assert.equal(readFileSync(join(bulb.editor.folder, CONFIGURATION), 'utf8'), '{ "rules": [] }');
  });
});
