import assert from 'node:assert/strict';
import { analyse } from '../../src/analysis';
import { parseDraft } from '../../src/draft';
import { loadEvidence } from '../../src/evidence';
import type { Files } from '../../src/files';
import { builtInFramework, loadFramework } from '../../src/framework';
import { builtInProject, loadFolder } from '../../src/project';

/** Nearly the most that is read of such a file. */
const MEGABYTE = 1_000_000;
/** In ms: some times what it takes on a busy machine, and a fraction of what it took without a limit. */
const PATIENCE = 60_000;

function filled(make: (i: string, n: number) => string, size = MEGABYTE): string {
  const lines: string[] = [];
  for (let n = 0, length = 0; length < size; n++) {
    const line = make(n.toString(36), n);
    length += line.length + 1;
    lines.push(line);
  }
  return lines.join('\n');
}

const paper = parseDraft(
  `---\nkind: briefing\n---\n\n# A\n\n${'Visits to the high street rose by 40% (Survey, 2025), and Name 1 of it was there.\n\n'.repeat(400)}`,
);

const place = 'topics:\n  - id: place\n    title: Place\n    cues: [street]\n';
const survey = 'publisher: Us, title: Survey, date: "2025"';

const FRAMEWORKS: readonly (readonly [what: string, text: string, said: RegExp])[] = [
  [
    'names',
    `${place}    names:\n${filled((i) => `      - Name ${i} of it`)}`,
    /^Only 2,000 names of this file count/,
  ],
  [
    'the same retired name',
    `${place}    retiredNames:\n${filled(() => '      - { name: Name 1, until: 2020 }')}`,
    /^Only 2,000 names .* are left out\.$/,
  ],
  [
    'topics with retired names',
    `topics:\n${filled((i) => `  - { id: t-${i}, title: T ${i}, cues: [a ${i}], retiredNames: [{ name: Old ${i}, note: Ask. }] }`)}`,
    /^Only 300 topics of this file count/,
  ],
  [
    'topics with mistakes',
    `topics:\n${filled((i) => `  - { id: t-${i}, cues: [] }`)}`,
    /^There are \d+ more mistakes like these/,
  ],
  [
    'cues',
    `${place}    names: [a]\n  - id: b\n    title: B\n    cues:\n${filled((i) => `      - street ${i}`)}`,
    /^Only 20,000 cues/,
  ],
];

const LIBRARIES: readonly (readonly [what: string, text: string, said: RegExp])[] = [
  [
    'facts that share a name',
    `sources:\n  s: { ${survey} }\nevidence:\n${filled((i, n) => `  - { id: f${i}, statement: S., figure: { value: ${n}, unit: percent }, about: [visit], source: s }`)}`,
    /^Only 2,000 facts of this file count/,
  ],
  [
    'facts of a source with many names',
    `sources:\n  s:\n    ${survey.replaceAll(', ', '\n    ')}\n    names:\n${filled((i) => `      - N ${i}`, MEGABYTE / 2)}\nevidence:\n${filled((i) => `  - { id: f${i}, statement: S., source: s }`, MEGABYTE / 2)}`,
    /^Only 5,000 names of this file count/,
  ],
  [
    'sources with mistakes',
    `sources:\n${filled((i) => `  s${i}: { ${survey}, url: "x:y" }`)}\nevidence: []\n`,
    /^There are [\d,]+ more mistakes like these/,
  ],
];

describe('A configuration that costs', function () {
  this.timeout(PATIENCE);

  for (const [what, text, said] of FRAMEWORKS) {
    it(`is read up to a limit, and says so: a framework of a megabyte of ${what}`, () => {
      const { framework, problems } = loadFramework(text, 'file:///f.yaml', builtInFramework);
      analyse(paper, { ...builtInProject, framework });
      assert.ok(
        problems.some(({ message }) => said.test(message)),
        problems.at(-1)?.message,
      );
      assert.ok(problems.length <= 200);
    });
  }

  it('is read in good time, with the fixes of what is found: a paper of which 3,000 parts are missed', () => {
    const parts = Array.from({ length: 3000 }, (_, i) => `      - { id: p${i}, title: Part ${i} }\n`);
    const text = `kinds:\n  - id: briefing\n    parts:\n${parts.join('')}`;
    const { framework } = loadFramework(text, 'file:///f.yaml', builtInFramework);
    const headings = parts.filter((_, i) => i % 2 === 0).map((_, i) => `## Part ${i}\n\nText.\n\n`);
    const draft = parseDraft(`---\nkind: briefing\n---\n\n# A\n\n${headings.join('')}`);
    const { findings } = analyse(draft, { ...builtInProject, framework });
    const fixes = findings.find(({ rule }) => rule === 'section-missing')!.fixes;
    assert.equal(fixes.length, 3, 'one for each of the first, and none for all');
  });

  for (const [what, text, said] of LIBRARIES) {
    it(`is read up to a limit, and says so: a library of a megabyte of ${what}`, () => {
      const { library, problems } = loadEvidence(text, 'file:///e.yaml');
      analyse(paper, { ...builtInProject, evidence: library });
      assert.ok(
        problems.some(({ message }) => said.test(message)),
        problems.at(-1)?.message,
      );
      assert.ok(library.facts.length <= 2000);
    });
  }

  it('is read up to a limit, and says so: sixty libraries of a megabyte', async () => {
    const library = filled((i) => `  - { id: f${i}, statement: S., source: s } # ${'-'.repeat(9000)}`);
    const bytes = new TextEncoder().encode(
      `sources:\n  s: { ${survey} }\nevidence:\n${library.slice(0, 1_000_000)}`,
    );
    const names = Array.from({ length: 60 }, (_, i) => `e${10 + i}.yaml`);
    const configuration = new TextEncoder().encode('{ "evidence": ["*.yaml"] }');
    let read = 0;
    const files: Files = {
      read: async (uri) => {
        read++;
        return uri.endsWith('.json') ? configuration : bytes;
      },
      stat: async (uri) => ({ type: uri === 'file:///w' ? 'folder' : 'file', size: 1_000_000 }),
      list: async () => names.map((name) => ({ name, type: 'file' })),
      write: () => Promise.reject(new Error('nothing is written')),
      real: async (uri) => uri,
    };
    const { project } = await loadFolder(files, 'file:///w', 'file:///w');
    assert.ok(read < 6, `${read} files were read`);
    const said = project.problems.map(({ message }) => message);
    assert.ok(
      said.includes('These files are larger than 2 MB together. From “e12.yaml” on, 58 files are left out.'),
      said.join('\n'),
    );
    assert.ok(project.evidence);
  });
});
