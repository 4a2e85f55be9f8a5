import assert from 'node:assert/strict';
import { explainPassage, guessKind } from '../../src/coverage';
import { parseDraft } from '../../src/draft';
import { briefing, LEASE, project } from './support';

describe('the derivation of a passage', () => {
  const draft = parseDraft(
    briefing(
      '# Our libraries\n\nThe library’s job club helps unemployed people to write a CV and to find work.\n\nThe lift is out of order.',
    ),
  );

  it('shows the cues, the sums and the verdicts of the passage on a line', () => {
    const found = explainPassage(draft, project, 7)!;
    assert.match(found.text, /^The library’s job club/);
    assert.equal(found.gate, 'open');
    assert.ok(found.cues.some((c) => c.words.includes('job club')));
    const economic = found.topics.find((t) => t.topic.id === 'economic')!;
    assert.equal(economic.state, 'argued');
    assert.ok(economic.probability > economic.threshold);
    assert.equal(found.topics.find((t) => t.topic.id === 'cultural')!.state, 'missing');
  });

  it('says what the paper as a whole says on a topic, where that decides', () => {
    const club = 'The job club meets on Tuesdays, and helps unemployed people to write a CV.';
    const wholeIn = (frontMatter: string) => {
      const paper = parseDraft(
        `---\n${frontMatter}\n---\n\n# The lease\n\n${[club, ...LEASE].join('\n\n')}\n`,
      );
      const found = explainPassage(paper, project, paper.text.split('\n').indexOf(club))!.topics.find(
        ({ topic }) => topic.id === 'economic',
      )!;
      return [found.whole, found.state];
    };
    assert.deepEqual(wholeIn('kind: report'), ['names', 'mentioned']);
    assert.deepEqual(wholeIn('kind: report\nareas: [economic]'), [undefined, 'argued']);
  });

  it('adds up: the terms of each step to its log odds, and those of the last to the verdict’s probability', () => {
    const found = explainPassage(draft, project, 7)!;
    for (const { topic, probability, model, cues } of found.topics) {
      const steps = model ? [model.words, model.inDocument] : [cues!.makingCase];
      for (const { terms, logOdds, probability } of steps) {
        const sum = terms.reduce((all, { adds }) => all + adds, 0);
        assert.ok(Math.abs(sum - logOdds) < 1e-9, topic.id);
        assert.ok(Math.abs(1 / (1 + Math.exp(-sum)) - probability) < 1e-9, topic.id);
        assert.equal(new Set(terms.map(({ signal }) => signal)).size, terms.length, 'each signal once');
      }
      assert.ok(Math.abs(steps.at(-1)!.probability - probability) < 1e-9, topic.id);
    }
    const economic = found.topics.find((t) => t.topic.id === 'economic')!;
    const jobs = economic.model!.words.terms.find(({ signal }) => signal === 'job-support')!;
    assert.ok(jobs.adds > 0 && jobs.words.includes('job club'), 'with the cues that a class has found');
  });

  it('has for a promise, which rests on its cues, those and whether a case is made', () => {
    const text =
      '# Our libraries\n\nEvery Monday our rhyme time helps parents to read with their babies, and more of them borrow books.\n\nMore about children.';
    const of = (line: number) => {
      const found = explainPassage(parseDraft(briefing(text)), project, line)!;
      return found.topics.find(({ topic }) => topic.id === 'childrens-promise')!;
    };
    const argued = of(7);
    assert.equal(argued.state, 'argued');
    assert.deepEqual(argued.cues!.strong, ['rhyme time']);
    assert.ok(argued.probability > argued.threshold && argued.cues!.words >= argued.cues!.leastWords);
    assert.ok(argued.cues!.makingCase.terms.some(({ words }) => words.includes('parents')));
    const weak = of(9);
    assert.deepEqual([weak.state, weak.cues!.strong, weak.cues!.weak], ['missing', [], ['children']]);
  });

  for (const [ruling, topic, text] of [
    [
      'need without answer',
      'health-wellbeing',
      'One adult in five in the ward is lonely, a figure that is twice the national average and has risen.',
    ],
    [
      'loneliness that is met',
      'health-wellbeing',
      'The library’s tea table helps a dozen widowers, who are less lonely for it.',
    ],
    ['leads in to what follows', 'economic', 'Ruth Ademola, who runs the library’s job club, said:'],
    ['few words, nobody who gains', 'reading', 'There is also a reading group at the library.'],
    ['few words, none on the topic', 'education', 'The library’s job club helped 64 people into work.'],
  ] as const)
    it(`names the rule that decides, as no labelled paper could teach it: ${ruling}`, () => {
      const draft = parseDraft(briefing(`# Our libraries\n\n${text}`));
      const terms = (id: string): readonly string[] => {
        const found = explainPassage(draft, project, 7)!.topics.find((one) => one.topic.id === id)!;
        return found.model!.inDocument.terms.filter(({ adds }) => adds !== 0).map(({ signal }) => signal);
      };
      assert.ok(terms(topic).includes(ruling), `${terms(topic)}`);
      if (topic === 'health-wellbeing') assert.ok(!terms('isolation').includes(ruling));
    });

  it('is undefined where there is no passage', () => {
    assert.equal(explainPassage(draft, project, 5), undefined);
    assert.equal(explainPassage(draft, project, 999), undefined);
  });
});

describe('guessing what kind of document a draft is', () => {
  for (const [kind, text] of [
    [
      'press-release',
      '# New reading room opens\n\n**For immediate release**\n\nThe reading room opened on Monday.\n\n**Ends**\n\n## Notes to editors\n\nPictures are available.\n',
    ],
    ['letter', 'Dear Councillor Field,\n\nI write about our library.\n\nYours sincerely,\n\nA. Reader\n'],
    [
      'report',
      '# Library hours: report to Cabinet\n\n## Purpose of report\n\nText.\n\n## Recommendations\n\n1. Agree.\n\n## Financial implications\n\nNone.\n',
    ],
    [
      'case-study',
      '# Case study: the sewing circle\n\n## The challenge\n\nText.\n\n## What we did\n\nText.\n\n## Lessons learned\n\nText.\n',
    ],
    ['strategy', '# Library strategy 2026 to 2030\n\n## Our vision\n\nText.\n\n## Action plan\n\nText.\n'],
    [
      'pitch',
      '# A funding bid for the toy library\n\n## Who benefits\n\nText.\n\n## Cost and ask\n\nText.\n',
    ],
    ['briefing', '# Briefing for members\n\n## Key messages\n\nText.\n\n## Lines to take\n\nText.\n'],
  ] as const) {
    it(`knows a ${kind}`, () => {
      const guess = guessKind(parseDraft(text), project);
      assert.equal(guess?.kind.id, kind);
      assert.ok(guess.confidence > 0.5);
      assert.ok(guess.reasons.length > 0);
      for (const { text: words, span } of guess.reasons) {
        assert.ok(text.slice(span.start, span.end).replaceAll('*', '').includes(words), words);
      }
    });
  }

  it('says nothing where a draft says its kind itself, or nothing tells', () => {
    assert.equal(
      guessKind(parseDraft('---\nkind: letter\n---\n\n## Key messages\n\n## Lines to take\n'), project),
      undefined,
    );
    assert.equal(guessKind(parseDraft('# Notes\n\nSome thoughts.\n'), project), undefined);
  });

  it('says nothing of headings that are years, or in another script', () => {
    for (const [first, second] of [
      ['2024', '2025'],
      ['图书馆', '阅读'],
      ['…', '* * *'],
    ])
      assert.equal(
        guessKind(parseDraft(`# Notes\n\n## ${first}\n\nWe opened.\n\n## ${second}\n\nWe grew.\n`), project),
        undefined,
      );
  });
});
