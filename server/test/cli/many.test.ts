import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CLEAN, CONFIGURATION, ERROR, WARNING, withNotes } from './drafts';
import { advocacy, built, inProcess, type Run, temporary, workspace } from './run';

const texts = [CLEAN, ERROR, WARNING, '# X\n\nDigital inclusion.\n', Uint8Array.of(0xff), ''];
const many = Object.fromEntries(
  Array.from({ length: 18 }, (_, i) => {
    const text = texts[i % texts.length]!;
    return [
      `n${String(i).padStart(2, '0')}.md`,
      typeof text === 'string' ? `${text}\n<!-- ${i} -->\n` : text,
    ];
  }),
);
const commands: readonly (readonly string[])[] = [
  ['check', '--format', 'json', '.'],
  ['check', '.'],
  ['coverage', '--format', 'json', '.'],
];

describe('many drafts', () => {
  before(() => built());

  for (const command of commands) {
    it(`come out the same, in the same order, however many threads work: ${command.join(' ')}`, async () => {
      const cwd = workspace(withNotes(many));
      const alone = await advocacy([...command, '--threads', '1'], { cwd });
      assert.equal(alone.stderr.match(/not UTF-8/g)?.length, 3);
      for (const threads of ['2', '5']) {
        assert.deepEqual(await advocacy([...command, '--threads', threads], { cwd }), alone);
      }
    });
  }

  it('are held against their own configurations by every thread', async () => {
    const files: Record<string, string> = {};
    for (let i = 0; i < 12; i++) {
      files[`f${i}/.advocacy.json`] =
        `{ "rules": { "placeholder-unfilled": "${i % 2 ? 'off' : 'error'}", "title-missing": "off" } }`;
      files[`f${i}/a.md`] = '---\nareas: none\nkind: case-study\n---\n\n# X\n\n[insert date]\n';
    }
    const { stdout } = await advocacy(['check', '--format', 'json', '.', '--threads', '3'], {
      cwd: workspace(files),
    });
    const found = (JSON.parse(stdout) as { file: string; findings: { rule: string }[] }[]).filter(
      ({ findings }) => findings.some(({ rule }) => rule === 'placeholder-unfilled'),
    );
    assert.deepEqual(
      found.map(({ file }) => file).sort(),
      ['f0', 'f10', 'f2', 'f4', 'f6', 'f8'].map((f) => `${f}/a.md`),
    );
  });

  it('that are one are judged without another thread, be it long', async () => {
    const cwd = workspace(withNotes({ 'a.md': `${WARNING}\n${'Borrowing rose by 12%.\n\n'.repeat(2_000)}` }));
    // Node tells of every thread that it makes.
    const run = await advocacy(['check', 'a.md'], { cwd, env: { NODE_DEBUG: 'worker' } });
    assert.doesNotMatch(run.stderr, /create new worker/);
    assert.match(run.stdout, /a\.md/);
  });

  it('are told of a wrong number of threads', async () => {
    const run = await advocacy(['check', '--threads', '0', 'a.md'], {
      cwd: workspace(withNotes({ 'a.md': CLEAN })),
    });
    assert.deepEqual(
      [run.status, run.stderr],
      [2, 'advocacy: --threads is a number from 1 to 999, not “0”.\n'],
    );
  });

  describe('with --cache', () => {
    const setUp = () => {
      const cwd = workspace(withNotes(many));
      const cache = temporary();
      const run = (
        command: readonly string[] = commands[0]!,
        more: readonly string[] = ['--cache'],
      ): Promise<Run> => inProcess([...command, ...more], { cwd, env: { XDG_CACHE_HOME: cache } });
      /** The same of the program as it is shipped. */
      const shipped = (env: Readonly<Record<string, string>> = {}): Promise<Run> =>
        advocacy([...commands[0]!, '--cache'], { cwd, env: { XDG_CACHE_HOME: cache, ...env } });
      const stored = (): string => {
        const names = readdirSync(join(cache, 'advocacy')).filter((name) => name.endsWith('.json'));
        return join(cache, 'advocacy', names[0]!);
      };
      return { cwd, run, shipped, stored };
    };

    it('knows of a picture that came', async () => {
      const cache = temporary();
      const cwd = workspace(withNotes({ 'a.md': `${WARNING}\n![Readers at a table](there.png)\n` }));
      const run = () =>
        advocacy(['check', '--format', 'json', '--cache', 'a.md'], { cwd, env: { XDG_CACHE_HOME: cache } });
      assert.match((await run()).stdout, /there\.png/);
      writeFileSync(join(cwd, 'there.png'), '');
      assert.doesNotMatch((await run()).stdout, /there\.png/);
    });

    for (const command of commands) {
      it(`come out the same the second time: ${command.join(' ')}`, async () => {
        const { run } = setUp();
        const plain = await run(command, []);
        assert.deepEqual(await run(command), plain);
        assert.deepEqual(await run(command), plain);
      });
    }

    it('are not judged again', async () => {
      const { run, stored } = setUp();
      await run();
      // What is stored is believed: the proof that nothing else was asked.
      const text = readFileSync(stored(), 'utf8');
      writeFileSync(stored(), text.replaceAll('still to be filled in', 'remembered'));
      const { stdout } = await run();
      assert.match(stdout, /remembered/);
      assert.doesNotMatch(stdout, /still to be filled in/);
    });

    it('are not judged again the next night, but in the next month, when a source or a name may be too old', async () => {
      const { shipped, stored } = setUp();
      const on = (day: string): Promise<Run> => {
        const clock = join(temporary(), 'clock.cjs');
        const date = `class extends Date { constructor(...of) { super(...(of.length > 0 ? of : ['${day}T12:00'])); } }`;
        writeFileSync(clock, `globalThis.Date = ${date};\n`);
        return shipped({ NODE_OPTIONS: `--require ${clock}` });
      };
      await on('2030-03-01');
      const text = readFileSync(stored(), 'utf8');
      writeFileSync(stored(), text.replaceAll('still to be filled in', 'remembered'));
      assert.match((await on('2030-03-02')).stdout, /remembered/);
      assert.match((await on('2030-03-31')).stdout, /remembered/);
      assert.doesNotMatch((await on('2030-04-01')).stdout, /remembered/);
    });

    const changes: readonly [what: string, change: (cwd: string) => void][] = [
      ['a draft', (cwd) => writeFileSync(join(cwd, 'n01.md'), WARNING)],
      [
        'the configuration',
        (cwd) => writeFileSync(join(cwd, '.advocacy.json'), CONFIGURATION.replace('"error"', '"hint"')),
      ],
      ['the framework', (cwd) => writeFileSync(join(cwd, 'framework.yaml'), 'kinds: []\n')],
      [
        'the framework, which is broken now',
        (cwd) => writeFileSync(join(cwd, 'framework.yaml'), 'kinds: 3\n'),
      ],
    ];
    for (const [what, change] of changes) {
      it(`are judged anew when ${what} has changed`, async () => {
        const { cwd, run } = setUp();
        const before = await run();
        change(cwd);
        const after = await run();
        assert.notDeepEqual(after, before);
        assert.deepEqual(after, await run(commands[0], []));
      });
    }

    it('are judged anew by another build of the program, and when the cache is broken', async () => {
      const { run, stored } = setUp();
      const plain = await run();
      const text = readFileSync(stored(), 'utf8').replaceAll('still to be filled in', 'wrong');
      const { tool, verdicts } = JSON.parse(text);
      for (const broken of [
        JSON.stringify({ tool: `${tool}x`, verdicts }),
        text.slice(0, -10),
        '',
        '[]',
        '{"tool":1}',
        JSON.stringify({ tool, verdicts: 3 }),
      ]) {
        writeFileSync(stored(), broken);
        assert.deepEqual(await run(), plain);
      }
    });

    it('are judged anew by a program with another encoder beside it', async () => {
      const { shipped, stored } = setUp();
      const toolOf = () => (JSON.parse(readFileSync(stored(), 'utf8')) as { tool: string }).tool;
      const plain = await shipped();
      const tool = toolOf();
      const encoder = join(dirname(await built()), 'encoder.bin');
      const bytes = readFileSync(encoder);
      try {
        writeFileSync(encoder, Buffer.concat([bytes, Buffer.of(0)]));
        assert.deepEqual(await shipped(), plain);
        assert.notEqual(toolOf(), tool);
      } finally {
        writeFileSync(encoder, bytes);
      }
    });

    it('are judged also where nothing can be kept', async () => {
      const { cwd, run } = setUp();
      const plain = await run(commands[0], []);
      const blocked = await advocacy([...commands[0]!, '--cache'], {
        cwd,
        env: { XDG_CACHE_HOME: join(cwd, 'n00.md') },
      });
      assert.equal(blocked.stdout, plain.stdout);
      assert.equal(blocked.status, plain.status);
      assert.match(
        blocked.stderr,
        /The results could not be kept for the next run: a part of its path is not a folder\.\n$/,
      );
    });
  });
});
