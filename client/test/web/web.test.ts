import { strFromU8, unzipSync } from 'fflate';
import { commands, type Hover, type Uri, workspace } from 'vscode';
import {
  api,
  closeAll,
  create,
  finding,
  findings,
  inFolder,
  open,
  positionOf,
  replace,
  ruleOf,
  textOf,
  until,
} from '../suite/support';
import { DIGITAL_CASE } from '../texts';

/** There is no `node:assert` in a worker. */
function check(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}

describe('In a browser without a server', () => {
  afterEach(closeAll);

  it('there is no Node', () => {
    check(typeof process === 'undefined' || process.versions?.node === undefined, 'this is Node');
    check(inFolder('').scheme === 'vscode-test-web', inFolder('').toString());
  });

  it('a draft is judged as it is typed, and a README is left alone', async () => {
    const readme = await open('README.md');
    const document = await create('drafts/web.md', '---\nkind: briefing\nareas: all\n---\n\n# Typed\n\n');
    const digital = () =>
      findings(document).filter(
        (found) => ruleOf(found) === 'area-missing' && /digital/i.test(found.message),
      );
    await until('the finding', () => digital().length === 1);
    await replace(document, '', DIGITAL_CASE);
    await until('it to go', () => digital().length === 0);
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      positionOf(document, 'basic digital skills'),
    );
    check(textOf(hovers).includes('Digital inclusion'), 'no hover');
    check(findings(readme).length === 0, 'findings on the README');
  });

  it('a configuration in the folder is read, and its mistakes are shown', async () => {
    const write = (text: string) =>
      workspace.fs.writeFile(inFolder('.advocacy.json'), new TextEncoder().encode(text));
    const document = await create('drafts/plain.md', '# No front matter\n');
    await write('{ "drafts": ["drafts/plain.md"], "asks": { "briefing": "all" } }');
    await finding(document, 'area-missing');
    await workspace.fs.delete(inFolder('.advocacy.json'));
    await until('no draft any more', () => findings(document).length === 0);
  });

  it('a draft is started, filled from snippets and exported to Word', async () => {
    const uri = await commands.executeCommand<Uri>('advocacy.newDraft', {
      kind: 'letter',
      title: 'From a browser',
      folder: inFolder('new'),
    });
    const document = await workspace.openTextDocument(uri);
    await commands.executeCommand('advocacy.insertSnippet', { id: 'argue-reading' });
    check(document.getText().includes('discover reading for pleasure'), 'no snippet');
    const target = inFolder('new/letter.docx');
    await commands.executeCommand('advocacy.exportWord', uri, { target, open: false });
    const parts = unzipSync(new Uint8Array(await workspace.fs.readFile(target)));
    check(strFromU8(parts['word/document.xml']!).includes('From a browser'), 'no text in the Word document');
  });

  it('the server is started again when it dies, and no letter that was typed is lost', async () => {
    const RealWorker = globalThis.Worker;
    const made: Worker[] = [];
    // VS Code's own is a function that makes one for us, so there is nothing to extend.
    globalThis.Worker = new Proxy(RealWorker, {
      construct(real, args: ConstructorParameters<typeof Worker>) {
        const worker = new real(...args);
        made.push(worker);
        return worker;
      },
    });
    try {
      const document = await create('drafts/dying.md', '---\nkind: letter\n---\n\n# Typed\n\nFirst.\n');
      await commands.executeCommand('advocacy.restartServer');
      let text = document.getText();
      for (let death = 1; death <= 3; death++) {
        await until(`server ${death} of ${made.length}`, () => made.length === death);
        await until('its findings', async () => {
          const { version } = await (await api()).coverage(document.uri);
          return version === document.version;
        });
        // The client hears of a death by a lock that the server held; one that never got as far is found out by its silence.
        await until('the watch over it', async () => {
          const { pending = [] } = await navigator.locks.query();
          return pending.some(({ name = '' }) => name.startsWith('library-advocacy-'));
        });
        const words = `\nOn [insert date ${death}] this was typed while the server was dying, word for word.\n`;
        made.at(-1)!.terminate();
        await replace(document, '', words);
        text += words;
        await until('the next server to find it', () =>
          findings(document).some(({ message }) => message.includes(`[insert date ${death}]`)),
        );
        check(document.getText() === text, document.getText());
        check(document.isDirty, 'it was saved');
      }
    } finally {
      globalThis.Worker = RealWorker;
    }
  });
});
