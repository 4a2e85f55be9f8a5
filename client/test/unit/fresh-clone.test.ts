import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

const root = join(__dirname, '../../..');

describe('A fresh clone', () => {
  let clone: string;

  before(() => {
    clone = mkdtempSync(join(tmpdir(), 'advocacy-clone-'));
    for (const part of ['scripts', 'bench/start.mjs', 'package.json', 'package-lock.json'])
      cpSync(join(root, part), join(clone, part), { recursive: true });
    mkdirSync(join(clone, 'bin'));
    writeFileSync(join(clone, 'bin/npm'), '#!/bin/sh\nexit 7\n');
    chmodSync(join(clone, 'bin/npm'), 0o755);
  });
  after(() => rmSync(clone, { recursive: true, force: true }));

  for (const script of [
    'scripts/start.mjs',
    'scripts/test.mjs',
    'scripts/vscode.mjs',
    'scripts/package.mjs',
    'scripts/screenshots.mjs',
    'scripts/libreoffice.mjs',
    'scripts/pages.mjs',
    'bench/start.mjs',
  ])
    it(`has what ${script} needs installed by it, before it is needed`, () => {
      const { stdout, stderr } = spawnSync(process.execPath, [join(clone, script)], {
        encoding: 'utf8',
        env: { PATH: [join(clone, 'bin'), dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter) },
      });
      assert.match(stdout, /^Installing the npm packages/, stderr);
      assert.match(stderr, /^npm ci .* ended with exit code 7/);
    });
});
