import assert from 'node:assert/strict';
import { explainPassage, guessKind } from '../../src/coverage';
import { parseDraft } from '../../src/draft';
import { briefing, project } from './support';

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
    assert.ok(economic.model!.inDocument > economic.model!.threshold);
    assert.ok(economic.model!.fromWords.length > 0);
    assert.equal(found.topics.find((t) => t.topic.id === 'cultural')!.state, 'missing');
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
});
