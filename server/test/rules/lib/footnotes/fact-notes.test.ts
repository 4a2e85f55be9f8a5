import assert from 'node:assert/strict';
import { parseDraft } from '../../../../src/draft';
import { builtInEvidence } from '../../../../src/evidence';
import { factFixes, noteOfFact } from '../../../../src/rules/lib/footnotes/fact-notes';
import { findings, fixed } from '../../helpers';

const NOTE = '[^counts]: Ashby Council, *Library performance 2025/26*, May 2026, library.data@ashby.example.';
const paper = (sentence: string): string =>
  `# Ashby\n\nVisits were 212,400.[^counts]\n\n${sentence}\n\n${NOTE}\n`;
const SKILLS = 'Across the country, 8.5 million people lack the most basic digital skills.';

describe('The source of a sentence that the evidence has', () => {
  it('is offered in place of another note of the paper, which would be wrong', () => {
    const text = paper(SKILLS);
    const [finding] = findings('figure-unsourced', text);
    assert.deepEqual(
      finding!.fixes.map(({ title }) => title.replace(/“.*/, '…')),
      ['Insert a footnote for the source', 'Cite the evidence: …'],
    );
    assert.match(finding!.fixes[1]!.title, /Good Things Foundation/);
    const mended = fixed('figure-unsourced', text, { fix: 1 });
    assert.match(mended, /digital skills\.\[\^good-things-2024-skills\]\n/);
    assert.match(mended, /\n\[\^good-things-2024-skills\]: Good Things Foundation, [^\n]+\n$/);
    assert.deepEqual(findings('figure-unsourced', mended), []);
  });

  for (const [what, sentence] of [
    ['another number', 'Across the country, 3 million people lack the most basic digital skills.'],
    ['the number of something else', 'Across the country, 8.5 million people have no garden.'],
    ['a round number, which may be so by chance', 'Every £1 spent on libraries brings £7 back.'],
    ['the return of what is no library', 'Every £1 spent on craft brings £6.95 back.'],
  ] as const)
    it(`is not offered for ${what}`, () =>
      assert.deepEqual(
        factFixes(parseDraft(paper(sentence)), builtInEvidence.facts, 0, sentence).map(({ title }) => title),
        [],
      ));

  it('is offered for what comes back for a pound spent on libraries', () => {
    const saying = 'Every £1 spent on libraries brings £6.95 back.';
    assert.equal(factFixes(parseDraft(paper(saying)), builtInEvidence.facts, 0, saying).length, 1);
  });

  it('is the note that the paper has of it already', () => {
    const fact = builtInEvidence.facts.find(({ id }) => id === 'good-things-2024-skills')!;
    const { note } = noteOfFact(parseDraft('# A\n'), fact);
    const again = noteOfFact(
      parseDraft(`# A\n\nOne.[^x]\n\n${note!.replace(/\[\^[^\]]+\]/, '[^x]')}\n`),
      fact,
    );
    assert.deepEqual(again, { label: 'x' });
  });
});
