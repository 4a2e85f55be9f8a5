import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Connection } from 'vscode-languageserver';
import { readClient } from '../../../src/features/client/client';
import { Watching, watchersFor } from '../../../src/features/session/watching';
import { MARKDOWN_ENDING, MARKDOWN_ENDINGS } from '../../../src/files/endings';
import { builtInProject } from '../../../src/project';
import { matchesNames, segment } from '../../../src/project/segments';
import { Editor, rulesOf } from '../editor';

describe('What is watched', () => {
  it('is every configuration, every file that may be a draft, and what each of them names', () => {
    const { configuration } = builtInProject;
    const project = {
      ...builtInProject,
      folder: 'file:///w/sub',
      configuration: {
        ...configuration,
        framework: '../ours.yaml',
        evidence: ['evidence/*.yaml', '!evidence/old.yaml'],
        word: { template: 'council.dotx' },
      },
    };
    const patterns = watchersFor([builtInProject, project], true).map(({ globPattern }) => globPattern);
    assert.equal(patterns[0], '**/.advocacy.json');
    assert.deepEqual(
      patterns.filter((pattern) => typeof pattern === 'object'),
      [
        { baseUri: 'file:///w', pattern: 'ours.yaml' },
        { baseUri: 'file:///w/sub', pattern: 'council.dotx' },
        { baseUri: 'file:///w/sub', pattern: 'evidence/*.yaml' },
      ],
    );
    const whole = watchersFor([project], false).map(({ globPattern }) => globPattern);
    assert.ok(whole.includes('/w/ours.yaml'));
  });

  it('has every ending that a Markdown file or a picture can have, in any letters', () => {
    const patterns = watchersFor([], true).map(({ globPattern }) => String(globPattern).split('/'));
    const isWatched = (path: string): boolean =>
      patterns.some((names) =>
        matchesNames(
          names.map((name) => segment(name, { classes: true })),
          path.split('/'),
        ),
      );
    const markdown = ['md', 'markdown', 'mdown', 'mkd', 'mkdn', 'mdwn'];
    for (const ending of markdown) assert.match(`a.${ending}`, MARKDOWN_ENDING);
    const pictures = ['png', 'jpg', 'jpeg', 'gif', 'bmp', 'svg', 'webp'];
    for (const ending of [...markdown, ...pictures]) {
      for (const written of [ending, ending.toUpperCase(), ending[0]!.toUpperCase() + ending.slice(1)]) {
        assert.ok(isWatched(`a.${written}`), written);
        assert.ok(isWatched(`deep/er/a.b.${written}`), written);
        assert.ok(!isWatched(`a${written}`), written);
        assert.ok(!isWatched(`a.${written}x`), written);
      }
    }
    // What is taken for Markdown elsewhere is watched: the endings above are all that there are.
    assert.equal(markdown.length, MARKDOWN_ENDINGS.length);
  });
});

describe('An editor that watches no files', () => {
  it('has its drafts judged by the settings and pictures as they are when one is saved', async () => {
    const text =
      '---\nkind: letter\n---\n\n# A\n\n![The hall](hall.png)\n\nSee [here](https://ashby.example).\n';
    const editor = await Editor.start({
      files: { '.advocacy.json': '{}', 'a.md': text },
      initialize: (params) => {
        const { didChangeWatchedFiles: _, ...workspace } = params.capabilities.workspace ?? {};
        return { ...params, capabilities: { ...params.capabilities, workspace } };
      },
    });
    try {
      const uri = await editor.open('a.md', text);
      const told = (): readonly string[] => rulesOf(editor.publishedFor(uri).at(-1)?.diagnostics ?? []);
      await editor.until(() => told().includes('image-missing'), 'judged by the old files');
      assert.ok(told().includes('link-text-vague'));
      await writeFile(join(editor.folder, '.advocacy.json'), '{ "rules": { "link-text-vague": "off" } }');
      await writeFile(join(editor.folder, 'hall.png'), 'PNG');
      await editor.save(uri);
      await editor.until(() => !told().some((rule) => /image|link/.test(rule)), 'judged by the new files');
    } finally {
      await editor.stop();
    }
  });
});

describe('Watching', () => {
  const { configuration } = builtInProject;
  const project = (framework: string) => ({
    ...builtInProject,
    folder: 'file:///w',
    configuration: { ...configuration, framework },
  });
  const client = readClient({
    processId: null,
    rootUri: null,
    capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
  });

  /** A client that answers late, and can refuse: what it watches is known by its last pattern. */
  function slow(refuses: (pattern: string) => boolean = () => false) {
    const watched = new Set<string>();
    const connection = {
      client: {
        async register(_: unknown, { watchers }: { watchers: { globPattern: string }[] }) {
          const { globPattern } = watchers.at(-1)!;
          await new Promise((resolve) => setImmediate(resolve));
          if (refuses(globPattern)) throw new Error('no');
          watched.add(globPattern);
          return { dispose: () => void watched.delete(globPattern) };
        },
      },
    } as unknown as Connection;
    return { watched, watching: new Watching(connection, client) };
  }

  it('leaves one registration, the last one, however many changes come at once', async () => {
    const { watched, watching } = slow();
    await Promise.all(['a', 'b', 'c'].map((name) => watching.watch([project(`${name}.yaml`)])));
    assert.deepEqual([...watched], ['/w/c.yaml']);
  });

  it('is tried again after the client refused, and what was watched before stays until then', async () => {
    let refuse = false;
    const { watched, watching } = slow(() => refuse);
    await watching.watch([project('a.yaml')]);
    refuse = true;
    await assert.rejects(watching.watch([project('b.yaml')]));
    assert.deepEqual([...watched], ['/w/a.yaml']);
    refuse = false;
    await watching.watch([project('b.yaml')]);
    assert.deepEqual([...watched], ['/w/b.yaml']);
  });
});
