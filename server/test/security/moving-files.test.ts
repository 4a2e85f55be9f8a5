import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeFiles, toUri } from '../../src/disk/node-files';
import type { Files } from '../../src/files';
import { builtInProject, ProjectStore } from '../../src/project';
import { temporary } from '../cli/run';
import { random } from '../draft/hostile';
import { Editor } from '../features/editor';

const CONFIGURATION = '{ "framework": "f.yaml", "evidence": ["e.yaml"] }';
const FRAMEWORK = 'topics:\n  - { id: place, title: Place, cues: [high street] }\n';
const EVIDENCE =
  'evidence:\n  - { id: visits, statement: We had 12 visits., source: { publisher: Us, title: Survey, date: "2025" } }\n';
const GOOD: Readonly<Record<string, string>> = {
  '.advocacy.json': CONFIGURATION,
  'f.yaml': FRAMEWORK,
  'e.yaml': EVIDENCE,
};

describe('Files that a project is made of', () => {
  it('may vanish, change, become folders or links and lose their rights: the project follows, and never fails', async () => {
    const root = process.getuid?.() === 0;
    if (root)
      console.log(
        '      As an administrator, who may read everything: rights are taken in the next test alone.',
      );
    const folder = temporary();
    const store = new ProjectStore(nodeFiles);
    const next = random(7);
    const draft = toUri(join(folder, 'draft.md'));
    const what: readonly ((path: string, name: string) => void)[] = [
      (path, name) => writeFileSync(path, GOOD[name]!),
      (path, name) => writeFileSync(path, GOOD[name]!.slice(0, Math.floor(next() * 20))),
      (path) => writeFileSync(path, Buffer.from([0xff, 0xfe, 0, 0])),
      () => undefined,
      (path) => mkdirSync(path),
      (path) => symlinkSync('/etc/hostname', path),
      (path) => symlinkSync(path, path),
      (path, name) => {
        writeFileSync(path, GOOD[name]!);
        chmodSync(path, 0);
      },
    ];
    for (let i = 0; i < 150; i++) {
      const name = Object.keys(GOOD)[Math.floor(next() * 3)]!;
      const path = join(folder, name);
      rmSync(path, { recursive: true, force: true });
      what[Math.floor(next() * what.length)]!(path, name);
      await store.changed([toUri(path)]);
      const { framework } = await store.get(draft, toUri(folder));
      assert.ok(framework.topics.length >= builtInProject.framework.topics.length);
    }
    for (const [name, text] of Object.entries(GOOD)) {
      rmSync(join(folder, name), { recursive: true, force: true });
      writeFileSync(join(folder, name), text);
      await store.changed([toUri(join(folder, name))]);
    }
    const project = await store.get(draft, toUri(folder));
    assert.deepEqual(project.problems, []);
    assert.ok(project.framework.topic('place'));
    assert.equal(project.evidence?.facts.length, 1);
  });

  it('may fail at any moment of being looked at, and each failure is told in plain words', async () => {
    const folder = 'file:///w';
    const texts = new Map(
      Object.entries(GOOD).map(([name, text]) => [`${folder}/${name}`, new TextEncoder().encode(text)]),
    );
    for (let failing = 0; failing < 40; failing++) {
      let calls = 0;
      const maybe = <T>(answer: T): Promise<T> =>
        calls++ === failing ? Promise.reject(new Error('permission denied')) : Promise.resolve(answer);
      const files: Files = {
        read: (uri) => maybe(texts.get(uri)),
        stat: (uri) => {
          const bytes = texts.get(uri);
          return maybe(bytes && { type: 'file' as const, size: bytes.length });
        },
        list: () => maybe([]),
        write: () => Promise.reject(new Error('nothing is written')),
        real: (uri) => maybe(uri),
      };
      const store = new ProjectStore(files);
      const { problems } = await store.get(`${folder}/draft.md`, folder);
      assert.ok(calls > 1);
      if (failing >= calls) assert.deepEqual(problems, [], 'nothing failed');
      for (const { message } of problems) assert.match(message, /cannot be read: permission denied$/);
    }
  });

  it('are watched: the editor shows what is wrong, and no more of it when it is right again', async () => {
    const editor = await Editor.start({
      ownProcess: true,
      files: { ...GOOD, 'draft.md': '---\nkind: letter\n---\n\n# Our street\n' },
    });
    try {
      const uri = await editor.open('draft.md', '---\nkind: letter\nareas: [place]\n---\n\n# Our street\n');
      const about = editor.uri('.advocacy.json');
      const change = (name: string, type: 1 | 2 | 3): Promise<void> =>
        editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
          changes: [{ uri: editor.uri(name), type }],
        });
      const codes = async (): Promise<unknown[]> => (await editor.diagnostics(uri)).map(({ code }) => code);
      assert.ok((await codes()).includes('area-missing'));
      rmSync(join(editor.folder, 'f.yaml'));
      await change('f.yaml', 3);
      await editor.untilPublished(about, (found) =>
        found.some(({ message }) => /There is no file “f\.yaml”/.test(String(message))),
      );
      mkdirSync(join(editor.folder, 'f.yaml'));
      await change('f.yaml', 1);
      await editor.untilPublished(about, (found) =>
        found.some(({ message }) => /is a folder/.test(String(message))),
      );
      rmSync(join(editor.folder, 'f.yaml'), { recursive: true });
      writeFileSync(join(editor.folder, 'f.yaml'), FRAMEWORK);
      await change('f.yaml', 1);
      await editor.untilPublished(about, (found) => found.length === 0);
      rmSync(join(editor.folder, '.advocacy.json'));
      await change('.advocacy.json', 3);
      // Without the framework there is no such area.
      await editor.untilPublished(uri, (found) => found.some(({ code }) => code === 'front-matter-invalid'));
    } finally {
      await editor.stop();
    }
  });
});
