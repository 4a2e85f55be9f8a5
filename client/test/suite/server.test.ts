import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { commands, languages, Selection, WorkspaceEdit, window, workspace } from 'vscode';
import { underLoad } from '../under-load';
import { api, closeAll, create, finding, findings, inFolder, rulesOf, until } from './support';

/** Ids of the extension's server processes: children of this extension host. */
function servers(): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const parent = Number(/^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]);
        return (
          parent === process.pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('dist/server.js')
        );
      } catch {
        return false;
      }
    });
}

/** Whether a process has ended, be it that nobody has taken notice of that yet. */
function isDead(pid: number): boolean {
  try {
    return /^State:\s*[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return true;
  }
}

describe('The server', () => {
  afterEach(closeAll);

  it('is started again when it dies, and goes on where it was', async function () {
    if (process.platform !== 'linux') this.skip();
    const document = await create('drafts/alive.md', '---\nkind: briefing\nareas: all\n---\n\n# Alive\n');
    await finding(document, 'area-missing');
    const [pid] = servers();
    assert.ok(pid);
    process.kill(pid, 'SIGKILL');
    await until('another server', () => servers().some((other) => other !== pid));
    const coverage = await until('an answer', () =>
      api()
        .then(({ coverage }) => coverage(document.uri))
        .catch(() => undefined),
    );
    assert.equal(coverage.kind, 'briefing');
    await finding(document, 'area-missing');
  });

  it('is started again when it dies under the keys of somebody who types fast', async function () {
    if (process.platform !== 'linux') this.skip();
    await commands.executeCommand('advocacy.restartServer');
    const document = await create('drafts/fast.md', '---\nkind: letter\n---\n\n# Fast\n\n');
    let text = document.getText();
    for (let time = 1; time <= 2; time++) {
      await until('the server to have read it', async () => {
        const read = await (await api()).coverage(document.uri).catch(() => undefined);
        return read?.version === document.version;
      });
      const typed = `${'So many words are lost on it. '.repeat(10)}[insert ${time}]\n\n`;
      const end = document.positionAt(document.getText().length);
      window.activeTextEditor!.selection = new Selection(end, end);
      const typing = typed.split(/(?<= )/).map((word) => commands.executeCommand('type', { text: word }));
      for (const pid of servers()) process.kill(pid, 'SIGKILL');
      // The keys come in before the news of the death does.
      for (const until = Date.now() + 300; Date.now() < until; );
      await Promise.all(typing);
      text += typed;
      await until(`finding ${time}`, () =>
        findings(document).some(({ message }) => message.includes(`[insert ${time}]`)),
      );
      assert.equal(document.getText(), text);
    }
    await commands.executeCommand('advocacy.restartServer');
  });

  it('is started again when it hangs, and the one that hangs is ended', async function () {
    if (process.platform !== 'linux') this.skip();
    process.env.ADVOCACY_SILENCE = String(underLoad(1500));
    try {
      await commands.executeCommand('advocacy.restartServer');
      const document = await create('drafts/hung.md', '---\nkind: briefing\nareas: all\n---\n\n# Hung\n');
      await finding(document, 'area-missing');
      const [pid] = servers();
      process.kill(pid!, 'SIGSTOP');
      await until('another server', () => servers().some((other) => other !== pid));
      const { coverage } = await api();
      await until('an answer', () => coverage(document.uri).catch(() => undefined));
      await finding(document, 'area-missing');
      await until('the end of the one that hangs', () => isDead(pid!));
      const running = servers();
      // One that answers stays: it is asked within half of a silence, and would be ended a whole one later.
      await new Promise((resolve) => setTimeout(resolve, underLoad(3000)));
      assert.deepEqual(servers(), running);
    } finally {
      delete process.env.ADVOCACY_SILENCE;
      await commands.executeCommand('advocacy.restartServer');
    }
  });

  it('leaves the draft alone that it hangs on, by name, and judges the others, until it is asked to try again', async function () {
    if (process.platform !== 'linux') this.skip();
    process.env.ADVOCACY_SILENCE = String(underLoad(1500));
    try {
      await commands.executeCommand('advocacy.restartServer');
      const good = await create('drafts/good.md', '---\nkind: briefing\nareas: all\n---\n\n# Good\n');
      const bad = await create('drafts/bad.md', '---\nkind: briefing\nareas: all\n---\n\n# Bad\n');
      await finding(good, 'area-missing');
      await finding(bad, 'area-missing');
      // Until it has answered since it was given all that is open.
      await new Promise((resolve) => setTimeout(resolve, underLoad(1500)));
      const [pid] = servers();
      // Before the edit, which it could have judged otherwise.
      process.kill(pid!, 'SIGSTOP');
      const edit = new WorkspaceEdit();
      edit.insert(bad.uri, bad.positionAt(bad.getText().length), '\nMore.\n');
      await workspace.applyEdit(edit);
      await until('another server', () => servers().some((other) => other !== pid));
      const { coverage } = await api();
      await until('an answer', () => coverage(good.uri).catch(() => undefined));
      await assert.rejects(coverage(bad.uri), /not checked at present/);
      await commands.executeCommand('advocacy.restartServer');
      await until('an answer on the other', () => coverage(bad.uri).catch(() => undefined));
    } finally {
      delete process.env.ADVOCACY_SILENCE;
      await commands.executeCommand('advocacy.restartServer');
    }
  });

  it('is started again when it hangs before it runs, and the one that hangs is ended', async function () {
    if (process.platform !== 'linux') this.skip();
    process.env.ADVOCACY_SILENCE = String(underLoad(1500));
    try {
      const before = new Set(servers());
      void commands.executeCommand('advocacy.restartServer');
      const pid = await until('its process', () => servers().find((other) => !before.has(other)));
      process.kill(pid, 'SIGSTOP');
      await until('another server', () => servers().some((other) => other !== pid && !before.has(other)));
      const document = await create('drafts/unborn.md', '---\nkind: briefing\nareas: all\n---\n\n# Unborn\n');
      await finding(document, 'area-missing');
      await until('the end of the one that hangs', () => isDead(pid));
    } finally {
      delete process.env.ADVOCACY_SILENCE;
      await commands.executeCommand('advocacy.restartServer');
    }
  });

  it('is started again at once when it dies while it starts', async function () {
    if (process.platform !== 'linux') this.skip();
    await commands.executeCommand('advocacy.restartServer');
    const document = await create(
      'drafts/starting.md',
      '---\nkind: briefing\nareas: all\n---\n\n# Starting\n',
    );
    await finding(document, 'area-missing');
    const killed = new Set<number>();
    const next = (limit?: number) =>
      until('another server', () => servers().find((pid) => !killed.has(pid)), limit);
    for (let time = 0; time < 3; time++) {
      const pid = await next(time === 0 ? undefined : 4500);
      killed.add(pid);
      process.kill(pid, 'SIGKILL');
    }
    await next(4500);
    await finding(document, 'area-missing');
    // Not to be one of those that count for the tests that follow.
    await commands.executeCommand('advocacy.restartServer');
  });

  it('is one, however often it is started anew at the same time', async function () {
    if (process.platform !== 'linux') this.skip();
    await Promise.all([1, 2, 3].map(() => commands.executeCommand('advocacy.restartServer')));
    const document = await create(
      'drafts/restarted.md',
      '---\nkind: briefing\nareas: all\n---\n\n# Restarted\n',
    );
    await finding(document, 'area-missing');
    await until('a single server', () => servers().length === 1);
  });

  it('is one, even where it is started anew while the one before still starts', async function () {
    if (process.platform !== 'linux') this.skip();
    const document = await create(
      'drafts/impatient.md',
      '---\nkind: briefing\nareas: all\n---\n\n# Impatient\n',
    );
    await finding(document, 'area-missing');
    const before = [...rulesOf(document)].sort();
    const pressed: Thenable<unknown>[] = [];
    for (let press = 0; press < 20; press++) {
      pressed.push(commands.executeCommand('advocacy.restartServer'));
      await new Promise((resolve) => setTimeout(resolve, press * 2));
    }
    await Promise.all(pressed);
    await until('a single server', () => servers().length === 1);
    await until('each finding once', () => String([...rulesOf(document)].sort()) === String(before));
  });

  it('takes a configuration as soon as it is written, and reports its mistakes at their line', async () => {
    const document = await create('drafts/plain.md', '# No front matter\n');
    const configuration = inFolder('.advocacy.json');
    const write = (text: string) => workspace.fs.writeFile(configuration, new TextEncoder().encode(text));
    await write('{\n  "drafts": ["drafts/plain.md"], "asks": { "briefing": "all" }\n}\n');
    await finding(document, 'area-missing');
    await write('{\n  "drafts": ["drafts/plain.md"],\n  "rules": { "area-missing": "loud" }\n}\n');
    const [mistake] = await until('the mistake', () => {
      const found = languages.getDiagnostics(configuration).filter(({ source }) => source === 'advocacy');
      return found.length > 0 && found;
    });
    assert.equal(mistake!.range.start.line, 2);
    await workspace.fs.delete(configuration);
    await until('no draft any more', () => rulesOf(document).length === 0);
    await until('no mistake any more', () => languages.getDiagnostics(configuration).length === 0);
  });
});
