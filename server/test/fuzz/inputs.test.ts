import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { runs, seeds } from '../runs';

const root = join(__dirname, '../../..');

describe('Broken files of every kind', () => {
  it('make nothing fail, hang or reject (FUZZ_COUNT=20000 FUZZ_SEED=2 for more of them, and others)', async function () {
    const count = process.env.FUZZ_COUNT ?? `${runs(110)}`;
    this.timeout(60_000 + Number(count) * 500);
    const args = [
      '--import',
      'tsx',
      'scripts/fuzz-inputs.mts',
      '--count',
      count,
      '--seed',
      process.env.FUZZ_SEED ?? `${seeds(1)[0]}`,
    ];
    const { code, output } = await new Promise<{ code: unknown; output: string }>((done) =>
      execFile(process.execPath, args, { cwd: root, maxBuffer: 1e8 }, (error, stdout, stderr) =>
        done({ code: error?.code ?? 0, output: stdout + stderr }),
      ),
    );
    assert.equal(code, 0, output.slice(-4000));
    assert.match(output, new RegExp(`^${count} broken inputs \\(seed \\d+\\): 0 failures of 0 kinds`, 'm'));
  });
});
