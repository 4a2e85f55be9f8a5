import assert from 'node:assert/strict';
import {
  type CodeAction,
  type CodeLens,
  type CommentReply,
  commands,
  Range,
  Selection,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { closeAll, create, inFolder, positionOf, until } from './support';

const run = <T>(command: string, ...args: unknown[]): Thenable<T> =>
  commands.executeCommand<T>(`advocacy.${command}`, ...args);

const DANA = '{>>Dana Petrie, 3 Oct 2026 09:31<<}';
const FINANCE = '{>>Finance (R. Shah), 4 Oct 2026 10:00<<}';
const COMMENT = '{==every Monday==}{>>Dana Petrie, 3 Oct 2026 09:31: Is this still so?<<}';
const DRAFT = `---
kind: letter
---

# Open later

We are open {++in every ward++}${DANA} until five.

We close ${COMMENT} and on {~~Friday~>Thursday~~}${FINANCE}.

Children come {--after school --}${DANA}with their parents.
`;

describe('A review that came home', () => {
  let document: TextDocument;
  let name = 0;
  const text = (): string => document.getText();
  /** Puts the cursor in front of some words. */
  const at = async (words: string): Promise<void> => {
    const place = positionOf(document, words);
    const editor = window.activeTextEditor!;
    if (editor.selection.isEmpty && editor.selection.active.isEqual(place)) return;
    // The editor says so when it is there; before that, it would put the cursor back behind what comes next.
    const moved = new Promise<void>((resolve) => {
      const listener = window.onDidChangeTextEditorSelection(({ selections: [selection] }) => {
        if (!selection?.active.isEqual(place)) return;
        listener.dispose();
        resolve();
      });
    });
    editor.selection = new Selection(place, place);
    await moved;
  };

  before(() =>
    workspace.fs.writeFile(
      inFolder('review/.advocacy.json'),
      new TextEncoder().encode('{ "about": { "author": "Ann Moss, Head of Libraries" } }'),
    ),
  );
  beforeEach(async () => {
    document = await create(`review/paper-${name++}.md`, DRAFT);
  });
  afterEach(closeAll);

  it('is gone through by key: each change and each open comment, and again from the top', async () => {
    await at('# Open');
    const lines = [];
    for (let step = 0; step < 5; step++) lines.push((await run<Range>('nextReviewMark')).start.line);
    assert.deepEqual(lines, [6, 8, 8, 10, 6]);
    assert.equal((await run<Range>('previousReviewMark')).start.line, 10);
  });

  it('has its changes accepted and rejected at the cursor', async () => {
    await at('in every ward');
    await run('acceptChange');
    assert.match(text(), /We are open in every ward until five\./);
    await at('Friday');
    await run('rejectChange');
    assert.match(text(), / and on Friday\./);
    assert.ok(text().includes(COMMENT));
  });

  it('stays as it is, and nothing fails, where the cursor is at no change', async () => {
    for (const command of ['acceptChange', 'rejectChange']) {
      await at('# Open');
      assert.equal(await run(command, document.uri, {}), undefined);
      assert.equal(text(), DRAFT);
    }
  });

  it('has the changes of one person accepted, and then all that are left rejected', async () => {
    await run('acceptAllChanges', document.uri, { author: 'Dana Petrie' });
    assert.match(text(), /open in every ward until.*Children come with their parents\./s);
    assert.match(text(), /\{~~Friday~>Thursday~~\}/);
    await run('rejectAllChanges', document.uri, {});
    assert.match(text(), / and on Friday\./);
  });

  it('has a line above each change to settle it, which says what it does and whose it is', async () => {
    const lenses = await until('the lines above the changes', async () => {
      const found = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
      const ours = found.filter(({ command }) => /Change$/.test(command?.command ?? ''));
      return ours.length === 6 && ours;
    });
    assert.deepEqual(
      lenses.map(({ command }) => command!.title),
      [
        'Accept: insert “in every ward”',
        'Reject (Dana Petrie, 3 Oct 2026)',
        'Accept: replace “Friday” with “Thursday”',
        'Reject (Finance (R. Shah), 4 Oct 2026)',
        'Accept: delete “after school”',
        'Reject (Dana Petrie, 3 Oct 2026)',
      ],
    );
    const { command, arguments: args } = lenses[4]!.command!;
    await commands.executeCommand(command, ...(args as unknown[]));
    assert.match(text(), /Children come with their parents\./);
  });

  it('has room above two changes of a paragraph to accept and to reject each', async () => {
    document = await create(
      `review/two-${name++}.md`,
      `${DRAFT}\nWe {--sell--}${DANA} books{++ that no other service in the whole county lends++}${DANA}.\n`,
    );
    const lenses = await until('the line above the paragraph', async () => {
      const found = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
      const ours = found.filter(({ command }) => /Change$/.test(command?.command ?? ''));
      return ours.length === 10 && ours.slice(6);
    });
    assert.deepEqual(
      lenses.map(({ command }) => command!.title),
      ['Accept: delete “sell”', 'Reject', 'Accept: insert “that no other…”', 'Reject'],
    );
    assert.match(lenses[1]!.command!.tooltip!, /Dana Petrie, 3 Oct 2026/);
  });

  it('has one line above what nobody tracked and a word at most divides, to settle it at once', async () => {
    const edit =
      '{~~The~>We would lose the~~}{>>Word, undated<<} volunteers {--go --}{>>Word, undated<<}first.';
    document = await create(`review/untracked-${name++}.md`, `${DRAFT}\n${edit}\n`);
    const lenses = await until('the line above the paragraph', async () => {
      const found = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
      const ours = found.filter(({ command }) => /Change$/.test(command?.command ?? ''));
      return ours.length === 8 && ours.slice(6);
    });
    const [accept, reject] = lenses.map(({ command }) => command!);
    assert.equal(accept!.title, 'Accept: replace “The volunteers go” with “We would lose the volunteers”');
    assert.equal(reject!.title, 'Reject (changed without tracking)');
    await commands.executeCommand(accept!.command, ...(accept!.arguments as unknown[]));
    assert.match(text(), /\nWe would lose the volunteers first\.\n/);
  });

  it('has one line above three changes or more of a paragraph, to settle them together', async () => {
    document = await create(
      `review/many-${name++}.md`,
      `${DRAFT}\nWe {++lend++}, {--sell--} {~~two~>**three**~~} books.\n`,
    );
    const lenses = await until('the line above the paragraph', async () => {
      const found = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
      const ours = found.filter(({ command }) => /Change$/.test(command?.command ?? ''));
      return ours.length === 8 && ours.slice(6);
    });
    assert.deepEqual(
      lenses.map(({ command }) => command!.title),
      ['3 changes: Accept All', 'Reject All'],
    );
    const { command, arguments: args } = lenses[0]!.command!;
    await commands.executeCommand(command, ...(args as unknown[]));
    assert.match(text(), /^We lend, {1,2}\*\*three\*\* books\.$/m);
    assert.match(text(), /\{\+\+in every ward\+\+\}/);
  });

  it('takes replies to its comments, with who says it, and resolves them', async () => {
    const start = positionOf(document, 'every Monday');
    const thread = { uri: document.uri, range: new Range(start, start.translate(0, 12)) };
    const reply = { thread, text: 'It is, until May.' } as unknown as CommentReply;
    await run('replyToComment', reply);
    assert.match(
      text(),
      /Is this still so\?<<\}\{>>Ann Moss, \d{1,2} [A-Z][a-z]+ \d{4} \d\d:\d\d: It is, until May\.<<\}/,
    );
    await run('resolveComment', thread);
    assert.match(text(), /09:31 \(resolved\): Is this still so\?/);
    await run('reopenComment', thread);
    assert.match(text(), /09:31: Is this still so\?/);
    await run('deleteComment', thread);
    assert.match(text(), /We close every Monday and on/);
  });

  it('takes a comment on the selected words', async () => {
    const start = positionOf(document, 'with their parents');
    window.activeTextEditor!.selection = new Selection(
      start,
      start.translate(0, 'with their parents'.length),
    );
    await run('commentOnSelection', document.uri, { text: 'Or carers?' });
    assert.match(text(), /\{==with their parents==\}\{>>Ann Moss, [^:]+:\d\d: Or carers\?<<\}\./);
  });

  it('takes a comment on the word at the cursor, where nothing is selected', async () => {
    await at('parents');
    await run('commentOnSelection', document.uri, { text: 'Or carers?' });
    assert.match(text(), /with their \{==parents==\}\{>>Ann Moss, [^:]+:\d\d: Or carers\?<<\}\./);
  });

  it('takes a comment on the words of a heading or an item, without its sign, where the cursor is at that', async () => {
    await at('# Open');
    await run('commentOnSelection', document.uri, { text: 'When?' });
    assert.match(text(), /^# \{==Open later==\}\{>>Ann Moss, [^:]+:\d\d: When\?<<\}$/m);
  });

  it('says so where a comment is begun on no words, in the margin as well', async () => {
    await at('\nWe close');
    await assert.rejects(
      run('commentOnSelection', document.uri, { text: 'Why?' }) as Promise<unknown>,
      /there are none on this line/,
    );
    // VS Code shows nothing of what a button of a comment throws.
    const thread = {
      uri: document.uri,
      range: new Range(3, 0, 3, 0),
      comments: [],
      dispose: () => undefined,
    };
    await run('addComment', { thread, text: 'Who signs this off?' });
    assert.equal(text(), DRAFT);
  });

  it('is gone through from its first change, wherever the cursor is, once it has come home', async () => {
    await at('with their parents');
    assert.equal((await run<Range>('nextReviewMark', document.uri, { first: true })).start.line, 6);
  });

  it('has all resolved comments removed in one step, and no others', async () => {
    document = await create(
      `review/resolved-${name++}.md`,
      `${DRAFT}\nWe {==lend==}{>>Lee, 3 Oct 2026 (resolved): More?<<}{>>Ann, 4 Oct 2026: No.<<} books.{>>Lee, 3 Oct 2026 (resolved): Which?<<}\n`,
    );
    const before = text();
    assert.equal(await run('removeResolvedComments', document.uri), 2);
    assert.equal(text(), `${DRAFT}\nWe lend books.\n`);
    await commands.executeCommand('undo');
    assert.equal(text(), before);
  });

  it('has its comment answered from the light bulb', async () => {
    await at('every Monday');
    const actions = await until('the way to answer', async () => {
      const found = await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        window.activeTextEditor!.selection,
      );
      return found.some(({ title }) => title === 'Answer this comment') && found;
    });
    assert.ok(actions.some(({ title }) => title === 'Resolve this comment'));
    assert.equal(await run('answerComment'), true);
    assert.equal(await run('answerComment', document.uri, new Range(4, 0, 4, 0)), undefined);
  });
});
