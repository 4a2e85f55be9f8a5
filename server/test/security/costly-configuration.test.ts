import assert from 'node:assert/strict';
import { analyse } from '../../src/analysis';
import { parseDraft } from '../../src/draft';
import { loadEvidence } from '../../src/evidence';
import type { Files } from '../../src/files';
import { builtInFramework, loadFramework } from '../../src/framework';
import { builtInProject, isDraft, loadFolder } from '../../src/project';
import type { Project } from '../../src/project/types';

/** More than any limit of what counts, and a third of the most that is read of such a file. */
const MUCH = 300_000;
/** In ms: some times what it takes on a busy machine, and a fraction of what it took without a limit. */
const PATIENCE = 60_000;

function filled(make: (i: string, n: number) => string, size = MUCH): string {
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
    `${place}    names: [a]\n  - id: b\n    title: B\n    cues:\n${filled((i) => `      - street ${i}`, 420_000)}`,
    /^Only 20,000 cues/,
  ],
  [
    'one cue',
    `topics:\n  - id: b\n    title: B\n    cues: [${'street,'.repeat(42_000)}]\n`,
    /^Only 20,000 cues/,
  ],
  [
    'references, each to the anchor before it',
    `a: [&a 1${', &a 1, *a'.repeat(27_000)}]\n`,
    /is not followed, as the references of this file stand for too much/,
  ],
  [
    'references to references',
    `a: &a [${'x,'.repeat(30_000)}]\n${filled((i, n) => `b${i}: &b${n} [${n === 0 ? '*a' : `*b${n - 1}`}]`)}\n`,
    /is not followed/,
  ],
  [
    'keys of an ordered map',
    `a: !!omap [${filled((i) => `{k${i}: 1},`).replaceAll('\n', '')}]\n${place}`,
    /“a” is no key/,
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
    `sources:\n  s:\n    ${survey.replaceAll(', ', '\n    ')}\n    names:\n${filled((i) => `      - N ${i}`, MUCH / 2)}\nevidence:\n${filled((i) => `  - { id: f${i}, statement: S., source: s }`, MUCH / 2)}`,
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
    it(`is read up to a limit, and says so: a large framework of ${what}`, () => {
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

  it('is read in good time: a sign of two hundred words with gaps between, over a paper of one of them', () => {
    const sign = `${'the … '.repeat(200)}zebra`;
    const text = `kinds:\n  - id: briefing\n    parts: [{ id: p, title: P, signs: ["${sign}"] }]\n`;
    const { framework } = loadFramework(text, 'file:///f.yaml', builtInFramework);
    const draft = parseDraft(`---\nkind: briefing\n---\n\n# A\n\n${`${'the '.repeat(2900)}\n\n`.repeat(8)}`);
    const { findings } = analyse(draft, { ...builtInProject, framework });
    assert.match(findings.find(({ rule }) => rule === 'section-missing')!.message, /P/);
  });

  for (const [what, cue, text] of [
    ['share a word', 'garden', 'Residents learn to garden in the garden with garden tools. '.repeat(70)],
    [
      'share a phrase of twenty words with gaps between',
      Array(20).fill('to').join(' … '),
      'to '.repeat(2900),
    ],
  ] as const) {
    it(`is read in good time: two hundred topics that ${what}, over a paper of it`, () => {
      const topics = Array.from({ length: 200 }, (_, i) => ({ id: `t-${i}`, title: `T ${i}`, cues: [cue] }));
      const { framework } = loadFramework(JSON.stringify({ topics }), 'file:///f.yaml', builtInFramework);
      const draft = parseDraft(`---\nkind: briefing\n---\n\n# A\n\n${`${text}\n\n`.repeat(60)}`);
      const before = process.cpuUsage().user;
      analyse(draft, { ...builtInProject, framework });
      const seconds = (process.cpuUsage().user - before) / 1e6;
      assert.ok(seconds < 8, `${seconds} seconds`);
    });
  }

  it('is read in good time: a library whose facts all differ from a figure, which is said once of each sentence', () => {
    const facts = filled(
      (i) =>
        `  - { id: f${i}, statement: S., figure: { value: 43, unit: percent }, about: [visit], source: s }`,
      180_000,
    );
    const say = filled(
      (i) => `      - { with: [High Street ${i}, high street], without: [w${i}], say: Not so. }`,
      100_000,
    );
    const { library } = loadEvidence(
      `sources:\n  s: { ${survey}, names: [Survey] }\nevidence:\n${facts}\n  - id: last\n    statement: S.\n    figure: { value: 40, unit: percent }\n    about: [visit]\n    source: s\n    confusions:\n${say}`,
      'file:///e.yaml',
    );
    assert.ok(library.facts.length > 1500);
    const { findings } = analyse(paper, { ...builtInProject, evidence: library });
    const said = findings.filter(({ rule }) => rule === 'evidence-mismatch').length;
    assert.ok(said > 0 && said <= 400 * 11, `${said} findings`);
  });

  for (const [what, text, said] of LIBRARIES) {
    it(`is read up to a limit, and says so: a large library of ${what}`, () => {
      const { library, problems } = loadEvidence(text, 'file:///e.yaml');
      analyse(paper, { ...builtInProject, evidence: library });
      assert.ok(
        problems.some(({ message }) => said.test(message)),
        problems.at(-1)?.message,
      );
      assert.ok(library.facts.length <= 2000);
    });
  }

  const loaded = async (configuration: object): Promise<Project> => {
    const bytes = new TextEncoder().encode(JSON.stringify(configuration));
    const files: Files = {
      read: async (uri) => (uri.endsWith('.advocacy.json') ? bytes : undefined),
      stat: async (uri) => ({ type: uri.endsWith('.json') ? 'file' : 'folder', size: 0 }),
      list: async () => [],
      write: () => Promise.reject(new Error('nothing is written')),
      real: async (uri) => uri,
    };
    return (await loadFolder(files, 'file:///w', 'file:///w')).project;
  };

  it('tells of no more than a hundred mistakes: 90,000 topics that there are not', async () => {
    const topics = Array.from({ length: 100 }, (_, i) => `topic-${i}`);
    const { problems } = await loaded({
      terms: Array.from({ length: 900 }, (_, i) => ({ phrase: `phrase ${i}`, topics })),
    });
    assert.equal(problems.length, 101);
    assert.ok(
      problems.some(({ message }) => message === 'There are 89,900 more mistakes like these in this file.'),
    );
  });

  it('is read in good time: a thousand terms of one phrase, each on one topic fifty times', async () => {
    const topics = Array(50).fill('digital');
    const project = await loaded({ terms: Array(1000).fill({ phrase: 'high street', topics }) });
    assert.ok(analyse(paper, project).coverage);
  });

  it('looks up a limited number of names that braces stand for, and says so', async () => {
    const project = await loaded({
      drafts: Array.from({ length: 100 }, (_, i) => `${'{a,b}'.repeat(60)}${i}`),
    });
    assert.match(project.problems.map(({ message }) => message).join(), /not all choices in braces/);
    for (let i = 0; i < 100; i++)
      assert.equal(isDraft('', `file:///w/${'a'.repeat(250)}${i}.md`, project), false);
  });

  it('is read up to a limit, and says so: sixty libraries of a megabyte', async () => {
    const library = filled(
      (i) => `  - { id: f${i}, statement: S., source: s } # ${'-'.repeat(9000)}`,
      1_000_000,
    );
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
