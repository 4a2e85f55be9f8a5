import assert from 'node:assert/strict';
import { URI } from 'vscode-uri';
import { builtInProject } from '../../src/project';
import { sourcesOf } from '../../src/project/load';
import { type Entry, MemoryFiles, projectOf, uri } from './memory';

const load = (
  entries: Record<string, Entry>,
  draft = '/w/briefings/a.md',
  folder: string | undefined = '/w',
) => projectOf(new MemoryFiles(entries), uri(draft), folder === undefined ? undefined : uri(folder));
describe('evidence of a workspace', () => {
  const fact = (id: string, value: number): string => `evidence:
  - id: ${id}
    statement: ${value} people learned to use a computer.
    figure: { value: ${value}, unit: people }
    source: { publisher: Ashcombe, title: Annual return, date: "2025" }
    topics: [digital]
`;
  const facts = async (entries: Record<string, Entry>) => {
    const project = await load(entries);
    return project.evidence?.facts.map(({ id, figure }) => [id, figure?.value]);
  };

  it('is read from all files that the patterns mean, in the order of their names', async () => {
    const entries = {
      '/w/.advocacy.json': '{ "evidence": ["z.yaml", "e/**/*.yaml", "!e/old/*"] }',
      '/w/z.yaml': fact('z', 1),
      '/w/e/b.yaml': fact('b', 2),
      '/w/e/sub/a.yaml': fact('a', 3),
      '/w/e/old/c.yaml': fact('c', 4),
    };
    assert.deepEqual(await facts(entries), [
      ['b', 2],
      ['a', 3],
      ['z', 1],
    ]);
    assert.deepEqual((await load(entries)).problems, []);
  });

  it('is none where none is configured', async () => {
    assert.equal('evidence' in (await load({ '/w/.advocacy.json': '{}' })), false);
  });

  it('reports mistakes in its files, and keeps the files without any', async () => {
    const entries: Record<string, Entry> = {
      '/w/.advocacy.json': '{ "evidence": ["*.yaml"] }',
      '/w/a.yaml': 'evidence: 3\n',
      '/w/b.yaml': fact('b', 2),
      '/w/c.yaml': { error: 'permission denied' },
    };
    const project = await load(entries);
    assert.deepEqual(await facts(entries), [['b', 2]]);
    assert.deepEqual(
      project.problems.map((problem) => [URI.parse(problem.uri).path, problem.range.start.line]),
      [
        ['/w/a.yaml', 0],
        ['/w/c.yaml', 0],
      ],
    );
    assert.match(project.problems[1]!.message, /cannot be read: permission denied/);
  });

  it('is part of what tells one project from another', async () => {
    const entries = (value: number, name = 'a'): Record<string, Entry> => ({
      '/w/.advocacy.json': '{ "evidence": ["*.yaml"] }',
      [`/w/${name}.yaml`]: fact('a', value),
    });
    const sources = async (of: Record<string, Entry>) => sourcesOf(await load(of));
    assert.deepEqual(await sources(entries(1)), await sources(entries(1, 'b')));
    assert.notDeepEqual(await sources(entries(1)), await sources(entries(2)));
    assert.deepEqual(sourcesOf(builtInProject), []);
  });

  it('reads no file behind a link that leads out', async () => {
    const files = new MemoryFiles({
      '/w/.advocacy.json': '{ "evidence": ["e/*.yaml"] }',
      '/w/e/a.yaml': { link: '/secret.yaml' },
      '/secret.yaml': fact('secret', 1),
    });
    const project = await projectOf(files, uri('/w/a.md'), uri('/w'));
    assert.equal(project.evidence, undefined);
    assert.deepEqual(files.reads, ['/w/.advocacy.json']);
  });
});
