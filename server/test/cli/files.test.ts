import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';
import { explain, nodeFiles, toUri } from '../../src/disk/node-files';
import { temporary } from './run';

describe('files of this machine', () => {
  it('are read, listed in order, and their kinds told; links are followed', async () => {
    const folder = temporary();
    writeFileSync(join(folder, 'b ä#?.md'), 'text');
    mkdirSync(join(folder, 'a'));
    symlinkSync('a', join(folder, 'c'));
    symlinkSync('nowhere', join(folder, 'd'));
    assert.deepEqual(await nodeFiles.list(toUri(folder)), [
      { name: 'a', type: 'folder' },
      { name: 'b ä#?.md', type: 'file' },
      { name: 'c', type: 'folder', link: true },
    ]);
    const file = toUri(join(folder, 'b ä#?.md'));
    assert.equal(new TextDecoder().decode(await nodeFiles.read(file)), 'text');
    assert.deepEqual(await nodeFiles.stat(file), { type: 'file', size: 4 });
    assert.deepEqual(await nodeFiles.stat(toUri(join(folder, 'c'))), { type: 'folder', size: 0 });
    assert.equal(await nodeFiles.real(toUri(join(folder, 'c/new/x.md'))), toUri(join(folder, 'a/new/x.md')));
  });

  it('that are missing are undefined, and what cannot be read has a plain message', async () => {
    const folder = temporary();
    writeFileSync(join(folder, 'f'), '');
    for (const name of ['gone', 'f/gone', 'gone/gone']) {
      assert.equal(await nodeFiles.read(toUri(join(folder, name))), undefined);
      assert.equal(await nodeFiles.stat(toUri(join(folder, name))), undefined);
      assert.deepEqual(await nodeFiles.list(toUri(join(folder, name))), []);
    }
    await assert.rejects(nodeFiles.read(toUri(folder)), { message: 'this is a folder' });
    await assert.rejects(nodeFiles.read('https://example.org/x'), { message: /only files on the disk/ });
    symlinkSync('loop', join(folder, 'loop'));
    await assert.rejects(nodeFiles.read(toUri(join(folder, 'loop'))), {
      message: 'its links go round in a circle',
    });
  });

  it('have plain messages also for what Node has no name for, such as a quota, and none of its calls', () => {
    const failed = (code: string, message: string) => explain(Object.assign(new Error(message), { code }));
    const call = "rename '/proc/self/fd/18/.advocacy-0.tmp' -> '/proc/self/fd/18/a, b.docx'";
    if (process.platform === 'linux') {
      const unnamed = (number: number) => {
        const code = `Unknown system error -${number}`;
        return failed(code, `${code}: ${code}, ${call}`);
      };
      assert.equal(unnamed(122), 'your share of the disk is full');
      assert.equal(unnamed(116), 'its network folder has changed; try again');
    }
    assert.equal(
      failed('EXDEV', `EXDEV: cross-device link not permitted, ${call}`),
      'cross-device link not permitted',
    );
    assert.equal(failed('EINVAL', 'EINVAL: invalid argument, fsync'), 'invalid argument');
    assert.equal(failed('', 'only files on the disk can be read'), 'only files on the disk can be read');
  });

  it('that are no files are refused at once: a pipe would be waited for, and a device has no end', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = temporary();
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    symlinkSync('pipe', join(folder, 'link'));
    for (const path of [join(folder, 'pipe'), join(folder, 'link'), '/dev/zero', '/dev/stdin']) {
      await assert.rejects(nodeFiles.read(toUri(path)), /neither a file nor a folder|permission/, path);
    }
    await assert.rejects(nodeFiles.write(toUri(join(folder, 'link')), new Uint8Array(1)), {
      message: 'this is neither a file nor a folder',
    });
  });

  it('are read up to a limit, whatever they grow to', async () => {
    const folder = temporary();
    const file = join(folder, 'growing');
    writeFileSync(file, 'x'.repeat(1000));
    assert.equal((await nodeFiles.read(toUri(file), 1000))?.length, 1000);
    await assert.rejects(nodeFiles.read(toUri(file), 999), { message: 'the file is too large' });
    // Its size says nothing, and there is something to read.
    if (process.platform === 'linux') {
      assert.match(new TextDecoder().decode(await nodeFiles.read('file:///proc/self/status')), /^Name:/);
      await assert.rejects(nodeFiles.read('file:///proc/self/status', 10), {
        message: 'the file is too large',
      });
    }
  });

  it('that change while they are read are read again, but not for ever', async () => {
    const file = join(temporary(), 'file');
    writeFileSync(file, 'old');
    const probe = await open(file);
    const prototype = Object.getPrototypeOf(probe) as { read: (...args: unknown[]) => Promise<unknown> };
    await probe.close();
    const { read } = prototype;
    try {
      let changes = 0;
      let most = 1;
      prototype.read = async function (...args) {
        const result = await read.apply(this, args);
        if (changes < most) writeFileSync(file, 'new and longer'.repeat(++changes));
        return result;
      };
      assert.equal(String(Buffer.from((await nodeFiles.read(toUri(file)))!)), 'new and longer');
      most = 1000;
      assert.ok(await nodeFiles.read(toUri(file)));
      assert.ok(changes < 100, `${changes}`);
    } finally {
      prototype.read = read;
    }
  });

  it('that vanish between two looks are missing, and no failure', async () => {
    const folder = temporary();
    const file = join(folder, 'file');
    let there = true;
    const comingAndGoing = (async () => {
      for (; there; await new Promise((turn) => setImmediate(turn))) {
        writeFileSync(file, 'text');
        rmSync(file);
      }
    })();
    for (let i = 0; i < 200; i++) {
      const bytes = await nodeFiles.read(toUri(file));
      assert.ok(bytes === undefined || bytes.length === 4 || bytes.length === 0);
      await nodeFiles.list(toUri(folder));
      await nodeFiles.stat(toUri(file));
    }
    there = false;
    await comingAndGoing;
  });

  it('and links to what is not there yet: told where they lead', async () => {
    const folder = temporary();
    symlinkSync('../new', join(folder, 'a'));
    symlinkSync('a/b', join(folder, 'c'));
    const above = dirname(folder);
    assert.equal(await nodeFiles.real(toUri(join(folder, 'a'))), toUri(join(above, 'new')));
    assert.equal(await nodeFiles.real(toUri(join(folder, 'c/x.docx'))), toUri(join(above, 'new/b/x.docx')));
    symlinkSync('e', join(folder, 'd'));
    symlinkSync('d', join(folder, 'e'));
    await assert.rejects(nodeFiles.real(toUri(join(folder, 'e/x'))), {
      message: 'its links go round in a circle',
    });
  });

  it('are written whole or not at all, whenever the process is killed', async () => {
    const folder = temporary();
    const target = join(folder, 'target.bin');
    const script = join(temporary(), 'writer.js');
    // Writes all zeros, then all ones, and so on.
    buildSync({
      stdin: {
        contents: `import { nodeFiles, toUri } from './node-files';
          (async () => {
            console.log('started');
            for (let i = 0; ; i++) await nodeFiles.write(toUri(process.argv[2]), new Uint8Array(3_000_000).fill(i % 2));
          })();`,
        resolveDir: join(__dirname, '../../src/disk'),
      },
      bundle: true,
      platform: 'node',
      outfile: script,
    });
    writeFileSync(target, new Uint8Array(3_000_000));
    for (let round = 0; round < 25; round++) {
      const child = spawn(process.execPath, [script, target], { stdio: ['ignore', 'pipe', 'inherit'] });
      await new Promise((started) => child.stdout.once('data', started));
      await new Promise((later) => setTimeout(later, round * 3));
      child.kill('SIGKILL');
      await new Promise((closed) => child.on('close', closed));
      const bytes = readFileSync(target);
      assert.equal(bytes.length, 3_000_000);
      assert.ok(
        bytes.every((byte) => byte === bytes[0]),
        'neither cut nor mixed',
      );
    }
  });

  it('are written also where a network folder refuses to wait for the disk, or to change permissions that are the same', async () => {
    const folder = temporary();
    const path = join(folder, 'file');
    writeFileSync(path, 'old');
    const own = await open(path);
    const handles = Object.getPrototypeOf(own);
    await own.close();
    const { sync, chmod } = handles;
    const refuse = (code: string) => async () => {
      throw Object.assign(new Error(code), { code });
    };
    try {
      handles.chmod = refuse('EPERM');
      for (const code of ['EINVAL', 'ENOTSUP']) {
        handles.sync = refuse(code);
        await nodeFiles.write(toUri(path), new TextEncoder().encode(code));
        assert.equal(readFileSync(path, 'utf8'), code);
      }
      handles.sync = refuse('EIO');
      await assert.rejects(nodeFiles.write(toUri(path), new Uint8Array(1)), { message: 'the disk failed' });
      assert.equal(readFileSync(path, 'utf8'), 'ENOTSUP');
    } finally {
      Object.assign(handles, { sync, chmod });
    }
  });

  it('leave nothing behind when the process is told to stop in mid-write', async () => {
    const folder = temporary();
    const script = join(temporary(), 'writer.js');
    buildSync({
      stdin: {
        contents: `import { nodeFiles, toUri } from './node-files';
          console.log('started');
          for (let i = 0; i < 8; i++) nodeFiles.write(toUri(process.argv[2] + i), new Uint8Array(30_000_000));`,
        resolveDir: join(__dirname, '../../src/disk'),
      },
      bundle: true,
      platform: 'node',
      outfile: script,
    });
    const child = spawn(process.execPath, [script, join(folder, 'x')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((started) => child.stdout.once('data', started));
    while (!readdirSync(folder).some((name) => name.endsWith('.tmp'))) {
      assert.equal(child.exitCode, null, 'the writer ended before it was seen to write');
      await new Promise((tick) => setTimeout(tick, 1));
    }
    child.kill('SIGTERM');
    assert.equal(await new Promise((closed) => child.on('close', closed)), 143);
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.endsWith('.tmp')),
      [],
    );
  });

  it('leave signals alone but while they are written, as nothing answers one during a long computation', async () => {
    const listening = () => ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => process.listenerCount(signal));
    const before = listening();
    const folder = temporary();
    const during: number[][] = [];
    let writing = true;
    const turns = (async () => {
      for (; writing; during.push(listening())) await new Promise((turn) => setImmediate(turn));
    })();
    await Promise.all(
      ['a', 'b'].map((name) => nodeFiles.write(toUri(join(folder, name)), new Uint8Array(20_000_000))),
    );
    writing = false;
    await turns;
    assert.ok(during.some((counts) => counts.every((count, i) => count === before[i]! + 1)));
    await assert.rejects(nodeFiles.write(toUri(join(folder, 'a/b')), new Uint8Array(1)));
    assert.deepEqual(listening(), before);
  });
});
