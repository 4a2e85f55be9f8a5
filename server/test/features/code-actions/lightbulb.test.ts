import assert from 'node:assert/strict';
import type { Range } from 'vscode-languageserver-protocol/node';
import { Bulb, listedBy, titles } from '../bulb';
import { briefing, readme } from '../drafts';
import { Editor, rulesOf } from '../editor';

describe('The light bulb', () => {
  const bulb = Bulb.each();

  it('offers nothing in a README', async () => {
    const other = await bulb.editor.open('README.md', readme);
    assert.deepEqual(await bulb.editor.actions(other, bulb.editor.rangeOf(other, 'insert what it does')), []);
  });

  it('links a fix with the diagnostic that it mends, and prefers it where it is the obvious one', async () => {
    await bulb.editor.replace(bulb.uri, 'kind: briefing', 'kind: breifing');
    const fix = (await bulb.at('breifing')).find(({ title }) => /briefing/.test(title))!;
    assert.equal(fix.kind, 'quickfix');
    assert.equal(fix.isPreferred, true);
    assert.deepEqual(rulesOf(fix.diagnostics ?? []), ['front-matter-invalid']);
    await bulb.editor.choose([fix], fix.title);
    assert.ok(bulb.editor.text(bulb.uri).includes('kind: briefing\n'));
    assert.ok(!rulesOf(await bulb.editor.diagnostics(bulb.uri)).includes('front-matter-invalid'));
  });

  it('has a client that can select the first placeholder of what it inserts, and asks no other to', async () => {
    const bare =
      '---\nkind: briefing\nareas: all\n---\n\n# Open later\n\n## The facts\n\nOne.\n\n## Contact\n\nTwo.\n';
    bulb.uri = await bulb.editor.open('bare.md', bare);
    const insert = async () => {
      const missing = (await bulb.editor.diagnostics(bulb.uri)).find(({ code }) => code === 'area-missing')!;
      const actions = await bulb.editor.actions(bulb.uri, missing.range, ['quickfix']);
      return actions.find(({ edit }) => JSON.stringify(edit ?? '').includes('[insert '))!;
    };
    assert.equal((await insert()).command, undefined);
    await bulb.editor.stop();
    bulb.editor = await Editor.start({ settings: {}, initializationOptions: { selects: true } });
    for (const text of [bare, bare.replaceAll('\n', '\r\n')]) {
      bulb.uri = await bulb.editor.open(`${text.length}.md`, text);
      const fix = await insert();
      assert.equal(fix.command?.command, 'advocacy.select');
      const [where, range] = fix.command.arguments as [string, Range];
      assert.equal(where, bulb.uri);
      const before = bulb.editor.text(bulb.uri).split('[insert ').length;
      await bulb.editor.choose([fix], fix.title);
      assert.ok(bulb.editor.text(bulb.uri).split('[insert ').length > before);
      const line = bulb.editor.text(bulb.uri).split('\n')[range.start.line]!;
      assert.match(line.slice(range.start.character, range.end.character), /^\[insert [^\]]+\]$/);
      assert.equal(range.end.line, range.start.line);
    }
  });

  it('a footnote for a source is filled in at once, wherever its mark goes', async () => {
    await bulb.editor.stop();
    bulb.editor = await Editor.start({ settings: {}, initializationOptions: { selects: true } });
    const sentence = 'It had 41,200 visits last year, and 31% of adults came.';
    for (const [name, text] of [
      ['one', `# Open later\n\n${sentence}\n`],
      ['far', `# Open later\n\n${sentence}\n\nTwo.\n\nThree.\n`],
      ['list', `# Open later\n\n- One.\n- ${sentence}\n- Three.\n`],
      ['noted', `# Open later\n\n${sentence}\n\nTwo.[^1]\n\n[^1]: Council, 2026.\n`],
      ['same line', `# Open later\n\n${sentence}`],
      ['return', `# Open later\r\n\r\n${sentence}\r\n\r\nTwo.\r\n`],
    ] as const) {
      bulb.uri = await bulb.editor.open(`${name}.md`, `---\nkind: letter\nareas: none\n---\n${text}`);
      const claim = (await bulb.editor.diagnostics(bulb.uri)).find(
        ({ code }) => code === 'figure-unsourced',
      )!;
      const actions = await bulb.editor.actions(bulb.uri, claim.range, ['quickfix']);
      const fix = actions.find(({ title }) => title === 'Insert a footnote for the source')!;
      const [, range] = fix.command!.arguments as [string, Range];
      await bulb.editor.choose([fix], fix.title);
      const line = bulb.editor.text(bulb.uri).split(/\r?\n/)[range.start.line]!;
      assert.match(line, /^\[\^\d\]: /, name);
      assert.match(line.slice(range.start.character, range.end.character), /^\[insert organisation\]$/, name);
      assert.equal(range.end.line, range.start.line);
    }
  });

  it('every fix of every finding in the draft mends its finding', async () => {
    const before = bulb.editor.text(bulb.uri);
    const tried = new Set<string>();
    for (const diagnostic of await bulb.editor.diagnostics(bulb.uri)) {
      // It finds fault with nothing, and stays whatever is done.
      if (diagnostic.code === 'coverage-summary') continue;
      const actions = await bulb.editor.actions(bulb.uri, diagnostic.range, ['quickfix']);
      const fixes = actions.filter(
        ({ title, diagnostics }) =>
          !/^(?:Silence|This is right|More)/.test(title) && diagnostics?.[0]?.message === diagnostic.message,
      );
      for (const fix of fixes) {
        await bulb.editor.choose([fix], fix.title);
        const left = await bulb.editor.diagnostics(bulb.uri);
        assert.ok(
          !left.some(({ code, message }) => code === diagnostic.code && message === diagnostic.message),
          `“${fix.title}” left “${diagnostic.message}”`,
        );
        tried.add(fix.title);
        await bulb.editor.change(bulb.uri, { text: before });
      }
    }
    assert.ok(tried.size > 0, 'there was no fix to try');
  });

  it('inserts a missing section at its place', async () => {
    await bulb.editor.replace(
      bulb.uri,
      '## What we ask\n\nWe ask the county council to keep the library open until 2030.\n\n',
      '',
    );
    // Messages to repeat would be what it asks for.
    await bulb.editor.replace(bulb.uri, '## Key messages', '## Why it matters');
    const action = (await bulb.at('briefing')).find(
      ({ title }) => title === 'Insert the section “What we ask”',
    )!;
    await bulb.editor.choose([action], action.title);
    const headings = bulb.editor.text(bulb.uri).match(/^## .*$/gm);
    assert.deepEqual(headings, [
      '## The issue',
      '## Why it matters',
      '## The facts',
      '## What we ask',
      '## Contact',
    ]);
  });

  it('has the fixes first, then no more than three lines: the likeliest verdict, the way out, and the rest', async () => {
    await bulb.editor.replace(bulb.uri, 'much more.', 'much more, see [here](https://example.org).');
    const passage = 'Libraries tackle isolation and do much more, see [here]';
    const shown = await bulb.shownAt(passage);
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
    await bulb.editor.change(bulb.uri, {
      text: '---\nkind: letter\nareas: all\noffers: all\n---\n\n# Title\n\nPeople come on Mondays.\n',
    });
    const shown = await bulb.shownAt('People come', ['refactor']);
    assert.deepEqual(titles(shown), ['This argues something that it was not taken for…']);
    assert.ok(titles(listedBy(shown[0]!)!).length > 7);
    await bulb.editor.choose(await bulb.at('People come', ['refactor']), 'Say that this argues “Reading”');
    assert.match(bulb.editor.text(bulb.uri), /<!-- advocacy-covers reading -->\nPeople come/);
  });

  it('goes to what is to be filled in, and takes out the sentence or the paragraph with it', async () => {
    await bulb.editor.stop();
    bulb.editor = await Editor.start({
      settings: {},
      initializationOptions: { asksForMore: true, selects: true },
    });
    const text =
      '---\nkind: letter\n---\n\n# Title\n\nForty people came to the library each day last year. It costs TBC. We thank them all.\n\nThe fee is TBC.\n\n(NB: finance to check this figure)\n';
    bulb.uri = await bulb.editor.open('tbc.md', text);
    const [fill, out] = await bulb.shownAt('costs TBC');
    assert.equal(fill!.title, 'Fill in “TBC”');
    assert.equal(fill!.isPreferred, true);
    assert.deepEqual(fill!.command!.arguments, [bulb.uri, bulb.editor.rangeOf(bulb.uri, 'TBC')]);
    await bulb.editor.choose([out!], 'Take this sentence out');
    assert.match(bulb.editor.text(bulb.uri), /each day last year\. We thank them all\.\n/);
    await bulb.editor.choose(await bulb.shownAt('fee is TBC'), 'Take this paragraph out');
    assert.match(bulb.editor.text(bulb.uri), /We thank them all\.\n\n\(NB/);
    const [note] = await bulb.shownAt('finance');
    assert.equal(note!.title, 'Write over “(NB: finance to check this figure)”');
  });

  it('makes room for who said it', async () => {
    const said = 'I would not see anyone all week if the library was not here for me.';
    for (const [quote, expected] of [
      [`One customer told us: “${said}”`, `One customer told us: “${said}” ([insert name and role])`],
      [`> ${said}`, `> ${said}\n>\n> — [insert name and role]`],
    ] as const) {
      await bulb.editor.change(bulb.uri, { text: `---\nkind: letter\n---\n\n# Title\n\n${quote}\n` });
      assert.ok(rulesOf(await bulb.editor.diagnostics(bulb.uri)).includes('quote-unattributed'));
      await bulb.editor.choose(await bulb.shownAt('I would not'), 'Say who said it');
      assert.ok(bulb.editor.text(bulb.uri).includes(expected), bulb.editor.text(bulb.uri));
      assert.ok(!rulesOf(await bulb.editor.diagnostics(bulb.uri)).includes('quote-unattributed'));
    }
  });

  it('has no list where there is nothing to list, and none of one', async () => {
    await bulb.editor.change(bulb.uri, { text: '---\nkind: letter\n---\n\n# Title\n\nPeople come.\n' });
    assert.deepEqual(await bulb.shownAt('People'), []);
    await bulb.editor.change(bulb.uri, {
      text: '---\nkind: report\n---\n\n# What the library does\n\nResidents order a gift certificate at the library.\n',
    });
    for (const action of await bulb.shownAt('certificate', ['refactor'])) {
      assert.notDeepEqual(listedBy(action)?.length, 1);
    }
  });

  it('answers a summary nowhere at its place', async () => {
    await bulb.editor.replace(bulb.uri, 'areas: [digital, isolation]\n', '');
    const title = 'Keep Ashby library open\n\n## The issue';
    assert.ok(rulesOf(await bulb.editor.diagnostics(bulb.uri)).includes('coverage-summary'));
    assert.ok(!titles(await bulb.at(title)).includes('This is right: say why (not printed)'));
    assert.ok(
      titles(await bulb.at(title)).includes(
        'Ignore in this draft: one line on the title that says what the draft argues, what it only mentions and what is missing',
      ),
    );
  });

  it('leaves out what it cannot list in another editor, but no way to silence a rule', async () => {
    await bulb.editor.stop();
    bulb.editor = await Editor.start({ settings: {} });
    bulb.uri = await bulb.editor.open('ashby.md', briefing);
    await bulb.editor.replace(bulb.uri, 'much more.', 'much more, see [here](https://example.org).');
    const offered = titles(await bulb.shownAt('Libraries tackle isolation and do much more, see [here]'));
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
    const verdicts = titles(await bulb.shownAt('tackle isolation', ['refactor']));
    assert.ok(verdicts.includes('Say that this is not about “Isolation and reconnection”'), String(verdicts));
  });

  it('offers evidence for what is argued without, where the client lets the author choose it', async () => {
    const bare = `---\nkind: briefing\nareas: [digital]\n---\n\n# Online\n\nResidents who have no internet at home cannot apply for jobs online. Library staff help them to get online, so that they can apply.\n`;
    const evidence = async () => {
      bulb.uri = await bulb.editor.open('bare.md', bare);
      const found = (await bulb.editor.diagnostics(bulb.uri)).find(
        ({ code }) => code === 'area-unevidenced',
      )!;
      const actions = await bulb.editor.actions(bulb.uri, found.range, ['quickfix']);
      return { found, action: actions.find(({ title }) => title === 'Insert evidence…') };
    };
    assert.equal((await evidence()).action, undefined);
    await bulb.editor.stop();
    bulb.editor = await Editor.start({ settings: {}, initializationOptions: { picksEvidence: true } });
    const { found, action } = await evidence();
    const { line, character } = found.range.end;
    assert.equal(action!.command!.command, 'advocacy.insertEvidence');
    assert.deepEqual(action!.command!.arguments, [bulb.uri, line, character]);
  });

  it('offers evidence for a place of a skeleton that a fact can stand in, and for no other', async () => {
    await bulb.editor.stop();
    bulb.editor = await Editor.start({ settings: {}, initializationOptions: { picksEvidence: true } });
    bulb.uri = await bulb.editor.open(
      'facts.md',
      '---\nkind: briefing\n---\n\n# Online\n\n- Across the UK, [insert national figure and what it counts].\n- Here, [insert what has changed, with a figure if you can].\n',
    );
    const evidence = async (words: string) =>
      (await bulb.at(words)).find(({ title }) => title === 'Insert evidence…');
    const { line, character } = bulb.editor.positionAt(
      bulb.uri,
      bulb.editor.text(bulb.uri).indexOf('[insert national'),
    );
    assert.deepEqual((await evidence('insert national'))?.command?.arguments, [bulb.uri, line, character]);
    assert.equal(await evidence('insert what has changed'), undefined);
  });

  it('offers only what is asked for', async () => {
    for (const [only, kind] of [
      ['quickfix', 'quickfix'],
      ['refactor', 'refactor.rewrite'],
    ] as const) {
      const actions = await bulb.at('tackle isolation', [only]);
      assert.ok(actions.length > 0);
      assert.ok(actions.every((action) => action.kind === kind));
    }
    assert.deepEqual(await bulb.at('tackle isolation', ['refactor.extract']), []);
  });
});
