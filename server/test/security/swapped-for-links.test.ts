import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { nodeFiles, toUri } from '../../src/disk/node-files';
import { parseDraft } from '../../src/draft';
import type { Files } from '../../src/files';
import { builtInProject, loadFolder } from '../../src/project';
import { leadsOut } from '../../src/project/paths';
import { unfilledWords } from '../../src/rules/unfilled-words';
import { exportWord } from '../../src/word';
import { temporary } from '../cli/run';
import { blankPng } from '../word/pictures/png';

const OWN = blankPng({ width: 40, height: 20 });
const SECRET = blankPng({ width: 77, height: 33 });
/** How often a race is run. */
const TRIES = Number(process.env.SWAPS) || 150;

/** The files of the disk, and something that happens just before the call of a number, from 0. */
function files(happens: (call: number) => void): Files {
  let calls = 0;
  const before = <T>(run: () => T): T => {
    happens(calls++);
    return run();
  };
  return {
    read: (...given) => before(() => nodeFiles.read(...given)),
    stat: (uri) => before(() => nodeFiles.stat(uri)),
    list: (uri) => before(() => nodeFiles.list(uri)),
    write: (...given) => before(() => nodeFiles.write(...given)),
    real: (uri) => before(() => nodeFiles.real(uri)),
  };
}

/** A workspace and a folder outside of it with the same names, and a swap of one for a link to the other. */
function setUp(own: Readonly<Record<string, string | Uint8Array>>, secret: typeof own) {
  const top = temporary();
  const [workspace, outside] = [join(top, 'workspace'), join(top, 'outside')];
  for (const [folder, texts] of [
    [workspace, own],
    [outside, secret],
  ] as const) {
    mkdirSync(join(folder, 'in'), { recursive: true });
    for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
  }
  const swap = (name: string): void => {
    if (existsSync(join(workspace, name))) renameSync(join(workspace, name), join(workspace, `${name}.was`));
    symlinkSync(join(outside, name), join(workspace, name));
  };
  return { workspace, outside, swap };
}

/** Swaps a name in a workspace to and fro, as fast as it can, until it is ended. */
function swapping(workspace: string, outside: string, name: string): { readonly end: () => Promise<void> } {
  const script = `
    const fs = require('node:fs');
    const [path, target] = [${JSON.stringify(join(workspace, name))}, ${JSON.stringify(join(outside, name))}];
    fs.symlinkSync(target, path + '.link');
    const isThere = (path) => fs.lstatSync(path, { throwIfNoEntry: false }) !== undefined;
    for (;;) {
      try {
        fs.renameSync(path, path + '.was');
        fs.renameSync(path + '.link', path);
        fs.renameSync(path, path + '.link');
        fs.renameSync(path + '.was', path);
      } catch {
        // Who writes makes the folder where there is none at that moment.
        try {
          if (!isThere(path + '.link')) fs.symlinkSync(target, path + '.link');
          if (!isThere(path + '.was')) continue;
          fs.rmSync(path, { recursive: true, force: true });
          fs.renameSync(path + '.was', path);
        } catch {}
      }
    }`;
  const child = spawn(process.execPath, ['-e', script], { stdio: 'ignore' });
  const closed = new Promise<void>((done) => child.on('close', () => done()));
  return {
    async end() {
      assert.equal(child.exitCode, null, 'it swapped to the end');
      child.kill('SIGKILL');
      await closed;
    },
  };
}

describe('What is swapped for a link between the look and the deed', function () {
  this.timeout(300_000);
  before(function () {
    if (process.platform === 'win32') this.skip();
  });

  for (const name of ['in/a.png', 'in']) {
    it(`is not read from outside, whenever that is: a picture by its ${name === 'in' ? 'folder' : 'name'}`, async () => {
      let shown = 0;
      for (let at = 0; at < 15; at++) {
        const { workspace, swap } = setUp({ 'in/a.png': OWN }, { 'in/a.png': SECRET });
        const { bytes } = await exportWord(parseDraft('# A\n\n![a](in/a.png)\n'), builtInProject, {
          unfilled: unfilledWords,
          files: files((call) => call === at && swap(name)),
          uri: toUri(join(workspace, 'a.md')),
          folder: toUri(workspace),
        });
        const pictures = Object.entries(unzipSync(bytes)).filter(([part]) => /media\//.test(part));
        for (const [, picture] of pictures) assert.ok(!Buffer.from(picture).equals(SECRET), `at call ${at}`);
        shown += pictures.length;
      }
      assert.ok(shown > 0, 'where the swap comes last, the picture is there');
    });

    it(`is not read from outside, whenever that is: evidence by its ${name === 'in' ? 'folder' : 'name'}`, async () => {
      const library = (id: string): string =>
        JSON.stringify({
          evidence: [
            {
              id,
              statement: 'A 12.',
              source: { publisher: 'Us', title: 'Survey', date: '2025', names: ['S'] },
            },
          ],
        });
      const file = name.replace('a.png', 'e.json');
      let read = 0;
      for (let at = 0; at < 15; at++) {
        const { workspace, swap } = setUp(
          { '.advocacy.json': '{ "evidence": ["in/e.json"] }', 'in/e.json': library('own') },
          { 'in/e.json': library('secret') },
        );
        const { project } = await loadFolder(
          files((call) => call === at && swap(file)),
          toUri(workspace),
          toUri(workspace),
        );
        const ids = project.evidence?.facts.map(({ id }) => id) ?? [];
        assert.ok(!ids.includes('secret'), `at call ${at}`);
        read += ids.length;
      }
      assert.ok(read > 0);
    });

    it(`is not written to outside: a document by its ${name === 'in' ? 'folder' : 'name'}`, async () => {
      const { workspace, outside, swap } = setUp({ 'in/a.png': OWN }, { 'in/a.png': SECRET });
      const [folder, uri] = [toUri(workspace), toUri(join(workspace, 'in/a.png'))];
      assert.ok(!(await leadsOut(nodeFiles, folder, uri)));
      swap(name);
      await assert.rejects(nodeFiles.write(uri, new Uint8Array(9), [folder]), /lies outside|replaced/);
      assert.deepEqual(readFileSync(join(outside, 'in/a.png')), Buffer.from(SECRET));
      assert.deepEqual(readdirSync(join(outside, 'in')), ['a.png']);
    });
  }

  it('is read and written as before where a link leads to another place inside', async () => {
    const { workspace } = setUp({ 'in/a.png': OWN, 'b.png': OWN }, {});
    rmSync(join(workspace, 'in/a.png'));
    symlinkSync('../b.png', join(workspace, 'in/a.png'));
    const [folder, uri] = [toUri(workspace), toUri(join(workspace, 'in/a.png'))];
    await nodeFiles.write(uri, new Uint8Array([1, 2]), [folder]);
    assert.deepEqual([...readFileSync(join(workspace, 'b.png'))], [1, 2]);
    assert.deepEqual([...(await nodeFiles.read(uri, 10, folder))!], [1, 2]);
  });

  for (const name of ['in/a.png', 'in']) {
    it(`is neither read nor written outside in a race, with ${name} swapped to and fro`, async () => {
      const { workspace, outside } = setUp({ 'in/a.png': OWN }, { 'in/a.png': SECRET });
      const [folder, uri] = [toUri(workspace), toUri(join(workspace, 'in/a.png'))];
      const race = swapping(workspace, outside, name);
      let [read, written, leaked, broken] = [0, 0, 0, 0];
      try {
        for (let i = 0; i < TRIES; i++) {
          const bytes = await nodeFiles.read(uri, 1_000_000, folder).catch(() => undefined);
          if (bytes) read++;
          if (bytes && Buffer.from(bytes).equals(SECRET)) leaked++;
          const wrote = await nodeFiles.write(uri, OWN, [folder]).then(
            () => true,
            () => false,
          );
          if (wrote) written++;
          const foreign = readFileSync(join(outside, 'in/a.png'));
          if (!foreign.equals(SECRET)) {
            broken++;
            writeFileSync(join(outside, 'in/a.png'), SECRET);
          }
        }
      } finally {
        await race.end();
      }
      if (process.env.SWAPS)
        console.log(
          `      ${TRIES} tries: ${read} read, ${written} written, ${leaked} read and ${broken} written outside`,
        );
      assert.deepEqual({ leaked, broken }, { leaked: 0, broken: 0 });
      assert.deepEqual(readdirSync(join(outside, 'in')), ['a.png'], 'nothing is left behind');
    });
  }
});
