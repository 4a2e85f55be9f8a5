import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { runs, SEED } from '../random-runs';

const root = join(__dirname, '../../..');

describe('Broken files of every kind', () => {
  it('make nothing fail, hang or reject (RUNS=200 SEED=2 for more of them, and others)', async function () {
    const count = runs(110);
    this.timeout(60_000 + count * 500);
    const args = ['--import', 'tsx', 'scripts/fuzz-inputs.mts', '--count', `${count}`, '--seed', `${SEED}`];
    const { code, output } = await new Promise<{ code: unknown; output: string }>((done) =>
      execFile(process.execPath, args, { cwd: root, maxBuffer: 1e8 }, (error, stdout, stderr) =>
        done({ code: error?.code ?? 0, output: stdout + stderr }),
      ),
    );
    assert.equal(code, 0, output.slice(-4000));
    assert.match(output, new RegExp(`^${count} broken inputs \\(seed \\d+\\): 0 failures of 0 kinds`, 'm'));
  });
});
