import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { built, outcomeOf, temporary, workspace } from '../cli/run';
import { bundledServer } from '../features/bundle';
import { Watch } from './watched';

describe('The server is served over standard input and output alone', () => {
  const pipe = join(temporary(), 'pipe');
  for (const args of [
    ['--socket=0'],
    ['--socket=40123'],
    ['--socket', '40123'],
    [`--pipe=${pipe}`],
    ['--pipe', pipe],
    ['--node-ipc'],
    ['--stdio', '--socket=40123'],
    ['--check-all', '--node-ipc', '--stdio'],
    ['--stdio', '--clientProcessId', '--socket=40123'],
    ['--stdio', '40123'],
    ['--stdio', '--verbose'],
    [],
  ]) {
    it(`and ends with one line: ${args.join(' ') || 'no argument'}`, async () => {
      const watch = new Watch();
      const child = spawn(process.execPath, [await bundledServer(), ...args], {
        env: { ...process.env, ...watch.env },
        stdio: ['pipe', 'pipe', 'pipe'],
      });
      const { status, stdout, stderr } = await outcomeOf(child, 20_000);
      assert.equal(status, 2, stderr);
      assert.equal(stdout, '');
      assert.match(stderr, /^The server talks over standard input and output alone: [^\n]*\n$/);
      assert.deepEqual(
        watch.deeds().filter(({ what }) => what === 'connection'),
        [],
      );
      assert.ok(!existsSync(pipe));
    });
  }

  for (const args of [
    ['--stdio', `--clientProcessId=${process.pid}`],
    ['--stdio', '--clientProcessId', String(process.pid), '--check-all'],
  ]) {
    it(`as editors start it: ${args.join(' ')}`, async () => {
      const child = spawn(process.execPath, [await bundledServer(), ...args], { stdio: 'pipe' });
      child.stdin.end();
      const { status, stderr } = await outcomeOf(child, 20_000);
      assert.equal(stderr, '');
      assert.equal(status, 1, 'the client went without a goodbye');
    });
  }
});

describe('What is no message of the protocol, and would never end', () => {
  const message = (text: string) => `Content-Length: ${text.length}\r\n\r\n${text}`;
  const next = message('{"jsonrpc":"2.0","id":7,"method":"$/x"}');
  for (const [what, bytes] of [
    ['a length that is no number', 'Content-Length: many\r\n\r\n{}'],
    ['a length below nothing', 'Content-Length: -5\r\n\r\n{}'],
    ['more than any draft can have', 'Content-Length: 99999999999999\r\n\r\n{}'],
    ['no length', 'Content-Type: text\r\n\r\n{}'],
    ['too short a length', `Content-Length: 5\r\n\r\n{"jsonrpc":"2.0"}${next}`],
    ['line ends of another kind', `Content-Length: 2\n\n{}${next}`],
    ['a header without an end', 'x'.repeat(5000)],
    ['no header', `{"jsonrpc":"2.0"}\n${next}`],
  ] as const) {
    it(`ends the server with one line: ${what}`, async () => {
      const child = spawn(process.execPath, [await bundledServer(), '--stdio'], { stdio: 'pipe' });
      child.stdin.write(next + bytes);
      const { status, stderr } = await outcomeOf(child, 20_000);
      assert.equal(status, 2, stderr);
      assert.match(
        stderr,
        /^What came over standard input is no message of the Language Server Protocol: [^\n]*\n$/,
      );
    });
  }

  it('is not what an editor sends in pieces, with other headers', async () => {
    const child = spawn(process.execPath, [await bundledServer(), '--stdio'], { stdio: 'pipe' });
    const all = `Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n${next}${next.replace('Content-Length: ', 'content-length:')}${message('null')}`;
    for (let at = 0; at < all.length; at += 7) child.stdin.write(all.slice(at, at + 7));
    child.stdin.end();
    const { status, stderr } = await outcomeOf(child, 20_000);
    assert.equal(stderr, '');
    assert.equal(status, 1);
  });
});

describe('Output that cannot be written', () => {
  before(function () {
    if (!existsSync('/dev/full')) this.skip();
  });

  for (const args of [
    ['check', 'a.md'],
    ['check', '.', '--threads', '2'],
    ['check', '.', '--format', 'sarif'],
    ['coverage', 'a.md', '--format', 'html'],
    ['rules'],
    ['explain', 'figure-unsourced'],
    ['--help'],
    ['--version'],
  ]) {
    it(`is said in one line, and is no mistake of ours: ${args.join(' ')} > a full disk`, async () => {
      const draft = '---\nkind: briefing\n---\n\n# A\n\n![](x.png)\n';
      const cwd = workspace({ 'a.md': draft, 'b.md': draft });
      const full = openSync('/dev/full', 'w');
      const child = spawn(process.execPath, [await built(), ...args], {
        cwd,
        stdio: ['ignore', full, 'pipe'],
      });
      closeSync(full);
      const { status, stderr } = await outcomeOf(child, 30_000);
      assert.equal(stderr, 'advocacy: The output could not be written: the disk is full.\n');
      assert.equal(status, 2);
    });
  }
});
