import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type AnalysisOptions, analyse } from '../src/analysis';
import { type Draft, editDraft, parseDraft } from '../src/draft';
import { Source } from '../src/draft/source';
import { builtInProject } from '../src/project';
import type { Project } from '../src/project/types';
import { random } from './draft/hostile';
import { runs } from './random-runs';

/** A draft that asks for no area, so that only what a test writes has findings. */
const draft = (body: string, more = ''): string =>
  `---\nkind: letter\ntitle: A letter\nareas: none\nrules:\n  section-missing: off\n  ask-missing: off\n${more}---\n\n${body}`;

function found(text: string, project: Project = builtInProject, options: AnalysisOptions = {}): string[] {
  return analyse(parseDraft(text), project, options).findings.map(
    ({ rule, span }) => `${rule} “${text.slice(span.start, span.end)}”`,
  );
}

describe('How old a source is', () => {
  const text = '---\nkind: briefing\n---\n\n# A\n\nOne in five adults has no broadband (Ofcom, 2017).\n';
  const isStale = (options: AnalysisOptions, of = text) =>
    found(of, builtInProject, options).some((one) => one.startsWith('source-stale'));

  it('depends on when a draft without a date is judged, which the analysis is told and does not ask', () => {
    assert.equal(isStale({ now: 203001 }), true);
    assert.equal(isStale({ now: 201801 }), false);
    assert.equal(isStale({}), false);
  });

  it('depends on the date of a draft that has one', () => {
    const dated = text.replace('kind: briefing', 'kind: briefing\ndate: 2018-05-01');
    assert.equal(isStale({ now: 203001 }, dated), false);
  });
});

describe('Silencing a rule in the text', () => {
  const link = 'Please [click here](https://example.org/a).';

  const cases: readonly [what: string, body: string, left: number][] = [
    ['nothing silences it', link, 1],
    ['disable, from there on', `<!-- advocacy-disable link-text-vague -->\n\n${link}\n\n${link}`, 0],
    ['disable, but not before it', `${link}\n\n<!-- advocacy-disable link-text-vague -->\n\n${link}`, 1],
    ['disable without a name silences every rule', `<!-- advocacy-disable -->\n\n${link}`, 0],
    ['disable of another rule', `<!-- advocacy-disable heading-order -->\n\n${link}`, 1],
    [
      'enable ends it',
      `<!-- advocacy-disable link-text-vague -->\n\n${link}\n\n<!-- advocacy-enable link-text-vague -->\n\n${link}`,
      1,
    ],
    [
      'enable of another rule does not',
      `<!-- advocacy-disable link-text-vague -->\n\n<!-- advocacy-enable heading-order -->\n\n${link}`,
      0,
    ],
    ['disable-next-line', `<!-- advocacy-disable-next-line link-text-vague -->\n${link}`, 0],
    [
      'disable-next-line over a blank line',
      `<!-- advocacy-disable-next-line link-text-vague -->\n\n${link}`,
      0,
    ],
    [
      'disable-next-line, for all of a wrapped paragraph',
      `<!-- advocacy-disable-next-line link-text-vague -->\n\nWe wrote to you before.\n${link}`,
      0,
    ],
    [
      'disable-next-line, and no further',
      `<!-- advocacy-disable-next-line link-text-vague -->\n${link}\n\n${link}`,
      1,
    ],
    [
      'disable-next-line in a list, for that item alone',
      `- One\n\n  <!-- advocacy-disable-next-line link-text-vague -->\n  ${link}\n- ${link}`,
      1,
    ],
    ['disable-next-line at the end of the draft', `${link}\n\n<!-- advocacy-disable-next-line -->`, 1],
    [
      'disable-next-line, over another comment in between',
      `<!-- advocacy-disable-next-line link-text-vague -->\n<!-- advocacy-covers digital -->\n${link}`,
      0,
    ],
    [
      'two disable-next-line for one block',
      `<!-- advocacy-disable-next-line link-text-vague -->\n<!-- advocacy-disable-next-line heading-order -->\n${link}`,
      0,
    ],
    ['disable-file, wherever it stands', `${link}\n\n<!-- advocacy-disable-file link-text-vague -->`, 0],
    ['disable-next-line of another rule', `<!-- advocacy-disable-next-line heading-order -->\n\n${link}`, 1],
    [
      'disable-next-line of another rule beside one that is silenced elsewhere',
      `<!-- advocacy-disable-next-line link-text-vague -->\n\n${link}\n\n<!-- advocacy-disable-next-line heading-order -->\n\n${link}`,
      1,
    ],
    [
      'disable-next-line, for words that the paragraph begins with',
      '<!-- advocacy-disable-next-line link-text-vague -->\n\n[click here](https://example.org/a) to see.',
      0,
    ],
    [
      'disable-next-line in a paragraph, for no more than the line after its own',
      `Dear all <!-- advocacy-disable-next-line link-text-vague --> ${link}\n${link}\n${link}`,
      2,
    ],
    [
      'disable-next-line in a paragraph, for a link that the next line begins with',
      'Dear all <!-- advocacy-disable-next-line link-text-vague -->\n[click here](https://example.org/a) now.',
      0,
    ],
    [
      'disable in a paragraph, from there on',
      `${link} <!-- advocacy-disable link-text-vague --> ${link}\n${link}`,
      1,
    ],
    ['a comment that is misspelt silences nothing', `<!-- advocacy-disabel -->\n\n${link}`, 1],
    ['a comment on what a passage covers silences nothing', `<!-- advocacy-covers -->\n\n${link}`, 1],
    [
      'disable-next-line with several words of one rule',
      `<!-- advocacy-disable-next-line link-text-vague “First Please [click here]” “Then Please [click here]” -->\nFirst ${link} Then ${link} Last ${link}`,
      1,
    ],
    ['two rules in one comment', `<!-- advocacy-disable heading-order, link-text-vague -->\n\n${link}`, 0],
  ];
  for (const [what, body, left] of cases) {
    it(`${what}: ${left === 0 ? 'silent' : `${left} left`}`, () => {
      const vague = found(draft(body)).filter((finding) => finding.startsWith('link-text-vague'));
      assert.deepEqual(vague, Array(left).fill('link-text-vague “[click here](https://example.org/a)”'));
    });
  }
});

describe('Declaring what a passage covers', () => {
  const state = (body: string) =>
    analyse(parseDraft(draft(body)), builtInProject).coverage.areas.find(
      ({ topic }) => topic.id === 'digital',
    )?.state;
  const covers = '<!-- advocacy-covers digital -->';

  it('holds over another comment in between', () => {
    assert.equal(
      state(`${covers}\n<!-- advocacy-disable-next-line -->\nThe van stops in nine villages.`),
      'argued',
    );
  });
  it('never makes of evidence a bare argument', () => {
    const figure = 'Of the learners, 64% found work (ONS, 2024).';
    assert.equal(state(`${covers}\n${figure}`), 'evidenced');
  });
  it('is the author’s word against the engine’s, not against what is still to be filled in', () => {
    const argues = 'Staff help residents without internet at home to get online and apply for jobs';
    assert.equal(state(`${argues} at the library.`), 'argued');
    assert.equal(state(`${argues} at [insert place].`), 'mentioned');
  });
  it('ends after the block', () => {
    assert.equal(state(`${covers}\n\nOne.\n\n<!-- advocacy-covers none -->\n\nTwo.`), 'argued');
  });
});

describe('How serious a rule is', () => {
  const text = (more = '') => draft('Please [click here](https://example.org/a).', more);
  const project = (rules: Project['configuration']['rules']): Project => ({
    ...builtInProject,
    configuration: { ...builtInProject.configuration, rules },
  });
  const severity = (more: string, of: Project, settings?: AnalysisOptions['settings']): string | undefined =>
    analyse(parseDraft(text(more)), of, settings ? { settings } : {}).findings.find(
      ({ rule }) => rule === 'link-text-vague',
    )?.severity;

  it('is what the rule says where nobody else does', () => {
    assert.equal(severity('', builtInProject), 'warning');
  });
  it('is what the settings say', () => {
    assert.equal(severity('', builtInProject, { 'link-text-vague': 'hint' }), 'hint');
  });
  it('is what the configuration says, over the settings', () => {
    assert.equal(
      severity('', project({ 'link-text-vague': 'error' }), { 'link-text-vague': 'hint' }),
      'error',
    );
  });
  it('is what the front matter says, over both', () => {
    const more = '  link-text-vague: information\n';
    assert.equal(
      severity(more, project({ 'link-text-vague': 'error' }), { 'link-text-vague': 'hint' }),
      'information',
    );
  });
  describe('of whose findings some are less sure', () => {
    const unsure = '# Books\n\nAround 300 people use it every week.\n';
    const severities = (
      rules: Project['configuration']['rules'],
      settings: AnalysisOptions['settings'] = {},
    ) =>
      analyse(parseDraft(`---\nkind: briefing\n---\n\n${unsure}`), project(rules), { settings })
        .findings.filter(({ rule }) => rule === 'figure-unsourced')
        .map((finding) => finding.severity);
    it('is a hint there', () => assert.deepEqual(severities({}), ['hint']));
    for (const set of ['information', 'warning', 'error'] as const)
      it(`is ${set} for all where that is set`, () => {
        assert.deepEqual(severities({ 'figure-unsourced': set }), [set]);
        assert.deepEqual(severities({}, { 'figure-unsourced': set }), [set]);
      });
    it('is nothing where it is off', () => assert.deepEqual(severities({ 'figure-unsourced': 'off' }), []));
  });
  it('is not what nobody can mean', () => {
    assert.equal(severity('', project({ 'link-text-vague': 'quiet' as 'hint' })), 'warning');
  });
  it('is nothing at all when it is off', () => {
    assert.equal(severity('  link-text-vague: off\n', builtInProject), undefined);
  });
});

describe('A draft judged after an edit', () => {
  const paragraphs = [
    '# Libraries get people online',
    'Our libraries lend tablets to residents who have no internet at home, and staff show them how to apply for jobs.',
    'Please [click here](https://example.org/a).',
    'In 2025, 64% of learners found work.[^1]\n\n[^1]: Survey of learners, 2025.',
    '<!-- advocacy-disable link-text-vague -->',
    '#### Too deep',
    '![](picture.png)',
    '- XX people came\n- TBC',
    '> “It changed my life,” said a member.',
  ];

  it('is judged as if it had just been opened', () => {
    const text = fc.array(fc.constantFrom(...paragraphs), { minLength: 1, maxLength: 8 });
    const edit = fc.record({
      at: fc.nat(2000),
      remove: fc.nat(80),
      insert: fc.constantFrom('', 'x', '\n\n', ...paragraphs),
    });
    fc.assert(
      fc.property(text, fc.array(edit, { minLength: 1, maxLength: 6 }), (blocks, edits) => {
        let edited = parseDraft(draft(blocks.join('\n\n')));
        analyse(edited, builtInProject);
        for (const { at, remove, insert } of edits) {
          const start = Math.min(at, edited.text.length);
          const end = Math.min(start + remove, edited.text.length);
          edited = editDraft(edited, { span: { start, end }, text: insert });
          const fresh = analyse(parseDraft(edited.text), builtInProject);
          const kept = analyse(edited, builtInProject);
          assert.deepEqual(kept.findings, fresh.findings);
          const states = ({ coverage }: typeof kept) =>
            [...coverage.areas, ...coverage.offers].map(({ topic, state, passages }) => [
              topic.id,
              state,
              passages.length,
            ]);
          assert.deepEqual(states(kept), states(fresh));
        }
      }),
      { numRuns: runs(60) },
    );
  });

  it('is judged so in the midst of a long draft as well', () => {
    const long = Array.from({ length: 200 }, (_, at) => `${paragraphs[at % 9]}\n\nPart ${at} of the paper.`);
    let edited = parseDraft(draft(long.join('\n\n')));
    const next = random(3);
    for (let edit = 0; edit < 25; edit++) {
      const start = Math.floor(next() * edited.text.length);
      const end = Math.min(edited.text.length, start + Math.floor(next() ** 5 * 3_000));
      const text = next() < 0.5 ? 'a' : `\n\n${paragraphs[Math.floor(next() * 9)]}\n\n`;
      edited = editDraft(edited, { span: { start, end }, text });
      const fresh = analyse(parseDraft(edited.text), builtInProject);
      assert.deepEqual(analyse(edited, builtInProject).findings, fresh.findings);
    }
  });
});

describe('The check after a key', () => {
  const paper = (paragraph: string, count: number): Draft =>
    parseDraft(`---\nkind: briefing\n---\n\n# Libraries\n\n${`${paragraph}\n\n`.repeat(count)}`);
  const typed = (draft: Draft): Draft => editDraft(draft, { span: { start: 60, end: 60 }, text: 'x' });

  it('does not join the text of the draft, which is as long as the draft', () => {
    const draft = typed(
      paper(
        '# One\n\n### Two\n\nTwo thirds of children read more. [here](a.html) [insert x]\n\n![](lost.png)',
        30,
      ),
    );
    const { get } = Object.getOwnPropertyDescriptor(Source.prototype, 'text')!;
    const asked: (string | undefined)[] = [];
    Object.defineProperty(Source.prototype, 'text', {
      configurable: true,
      get() {
        asked.push(new Error('asked').stack);
        return get!.call(this);
      },
    });
    try {
      assert.ok(analyse(draft, builtInProject).findings.length > 30);
    } finally {
      Object.defineProperty(Source.prototype, 'text', { configurable: true, get: get! });
    }
    assert.deepEqual(asked, []);
  });
});
