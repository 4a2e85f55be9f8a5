import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver-protocol/node';
import type { Coverage, TopicCoverage, Why } from '../../../src/coverage/types';
import { parseDraft, passagesOf } from '../../../src/draft';
import { declarationsAt } from '../../../src/features/code-actions/overrule';
import { builtInProject } from '../../../src/project';
import type { CoverageResult } from '../../../src/protocol';
import { Bulb, titles } from '../bulb';
import { rulesOf } from '../editor';

describe('The light bulb lets the author overrule the engine', () => {
  const bulb = Bulb.each();

  const stateOf = async (id: string) => {
    const { areas } = (await bulb.editor.request<CoverageResult>('advocacy/coverage', {
      textDocument: { uri: bulb.uri },
    }))!;
    return areas.find((area) => area.id === id)!.state;
  };
  const refactor = (words: string) => bulb.at(words, ['refactor']);
  const named = (actions: readonly CodeAction[], pattern: RegExp) =>
    titles(actions).find((title) => pattern.test(title))!;

  it('“Say that this argues …” on what is only mentioned', async () => {
    assert.equal(await stateOf('isolation'), 'mentioned');
    const actions = await refactor('tackle isolation');
    await bulb.editor.choose(actions, named(actions, /^Say that this argues “.*isolation/i));
    assert.match(
      bulb.editor.text(bulb.uri),
      /\n<!-- advocacy-covers [^>]*isolation[^>]* -->\nLibraries tackle isolation/,
    );
    assert.match(await stateOf('isolation'), /argued|evidenced/);
  });

  it('“Say that this is not about …” on a word that means something else here', async () => {
    const text =
      '---\nkind: report\nareas: [education]\n---\n\n# What the library does\n\nResidents order a gift certificate at the library.\n';
    await bulb.editor.change(bulb.uri, { text });
    assert.deepEqual(
      rulesOf(await bulb.editor.diagnostics(bulb.uri)).filter((rule) => rule.startsWith('area-')),
      ['area-mentioned'],
    );
    const actions = await bulb.at('certificate');
    assert.ok(titles(actions).includes('Say that this argues “Education support”'));
    await bulb.editor.choose(actions, 'Say that this is not about “Education support”');
    assert.match(bulb.editor.text(bulb.uri), /\n<!-- advocacy-covers none -->\nResidents order a gift/);
    assert.equal(await stateOf('education'), 'missing');
    // What is missing everywhere can be argued; nothing is there that it could be about.
    assert.ok(
      !titles(await bulb.at('certificate')).includes('Say that this is not about “Education support”'),
    );
  });

  it('“Say that this is not about …” leaves what the passage argues', async () => {
    const text =
      '---\nkind: report\nareas: [education, digital]\n---\n\n# What the library does\n\nResidents without internet at home learned with library staff to get online, and now they order a gift certificate by themselves.\n';
    await bulb.editor.change(bulb.uri, { text });
    assert.match(await stateOf('digital'), /argued|evidenced/);
    assert.equal(await stateOf('education'), 'mentioned');
    await bulb.editor.choose(await bulb.at('certificate'), 'Say that this is not about “Education support”');
    assert.match(await stateOf('digital'), /argued|evidenced/);
    assert.equal(await stateOf('education'), 'missing');
  });

  it('“Say that this does not argue …” on what is taken as an argument, and takes it back', async () => {
    const before = await stateOf('digital');
    assert.match(before, /argued|evidenced/);
    let actions = await refactor('tablet from');
    await bulb.editor.choose(actions, named(actions, /^Say that this does not argue “.*digital inclusion/i));
    assert.equal(await stateOf('digital'), 'missing');
    actions = await refactor('tablet from');
    await bulb.editor.choose(actions, named(actions, /^Say that this argues “.*digital inclusion/i));
    assert.match(await stateOf('digital'), /argued|evidenced/);
    assert.equal(bulb.editor.text(bulb.uri).match(/advocacy-covers/g)?.length, 1, 'one comment that changes');
  });

  it('says nothing of an argument on an item of a list that makes none', async () => {
    const text =
      '---\nkind: briefing\n---\n\n# Online\n\n- People without internet at home learn to get online with library staff, so that they find work.\n- Across [insert where], [insert figure] in [insert year].\n';
    await bulb.editor.change(bulb.uri, { text });
    assert.ok(named(await refactor('People without'), /does not argue “Digital inclusion”/));
    assert.equal(named(await refactor('Across'), /Digital inclusion/), undefined);
  });

  it('offers not to declare as an argument what is only to be filled in', async () => {
    const text =
      '---\nkind: briefing\nareas: all\n---\n\n# Online\n\nFor [insert cost], people without internet [insert what changes].\n';
    await bulb.editor.change(bulb.uri, { text });
    assert.deepEqual(titles(await refactor('people without')), []);
    await bulb.editor.replace(bulb.uri, '[insert what changes]', 'get online');
    await bulb.editor.replace(bulb.uri, '[insert cost]', '£2');
    assert.ok(titles(await refactor('people without')).includes('Say that this argues “Education support”'));
  });

  it('offers none of it on a heading', async () => {
    assert.deepEqual(await refactor('What we ask'), []);
  });

  it('both at once with a silenced rule: neither comment undoes the other', async () => {
    await bulb.editor.replace(bulb.uri, 'borrow a tablet', 'borrow a TBC tablet');
    let actions = await refactor('tablet from');
    await bulb.editor.choose(actions, named(actions, /^Say that this does not argue “.*digital inclusion/i));
    await bulb.editor.choose(await bulb.at('TBC'), 'This is right: say why (not printed)');
    actions = await bulb.at('tablet from');
    assert.equal(await stateOf('digital'), 'missing');
    const words = (await bulb.editor.diagnostics(bulb.uri)).map(({ range }) =>
      bulb.editor.wordsIn(bulb.uri, range),
    );
    assert.ok(!words.includes('TBC'));
  });
});

describe('What an author may say of a passage', () => {
  it('begins with what it says the most of by itself, not with what its paper is about', () => {
    const draft = parseDraft(
      '---\nkind: pitch\n---\n\n# A library of things\n\nLonely people live alone here.\n',
    );
    const placed = draft.blocks.at(-1)!;
    const [passage] = passagesOf(placed.block);
    const mentioned = (id: string, ...whys: Why[]): TopicCoverage => ({
      topic: builtInProject.framework.topic(id)!,
      state: 'mentioned',
      asked: false,
      passages: [
        {
          placed,
          passage: passage!,
          state: 'mentioned',
          reasons: whys.map((why) => ({ why, text: '', span: passage!.span })),
        },
      ],
    });
    const coverage: Coverage = {
      kind: builtInProject.framework.kind('pitch')!,
      areas: [mentioned('digital', 'context', 'context', 'cue'), mentioned('isolation', 'cue', 'cue')],
      offers: [],
      promises: [],
    };
    const [first] = declarationsAt(draft, coverage, placed.start, false);
    assert.equal(first!.title, 'Say that this argues “Isolation and reconnection”');
  });
});
