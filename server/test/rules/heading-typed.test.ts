import assert from 'node:assert/strict';
import { findings, fixed, marked } from './helpers';

const RULE = 'heading-typed';

/** A paper as text that was pasted, with the lines that are to be headings. */
const pasted = (...lines: readonly string[]): string =>
  `# Study space\n\n${lines.map((line) => `${line}\n\nWe counted the people at the desks.\n`).join('\n')}`;

describe('Headings of text that was pasted', () => {
  for (const [what, lines] of [
    ['in capitals', ['PURPOSE', 'WHAT WE FOUND', 'LEGAL IMPLICATIONS']],
    ['in capitals with numbers, which make each a list of one', ['1. PURPOSE', '2. OPTIONS', '3. COST']],
    ['in capitals with numbers of two parts', ['1.0 PURPOSE', '2.0 OPTIONS', '3.0 COST & RISK']],
  ] as const)
    it(`are told of once, and made headings: ${what}`, () => {
      const text = pasted(...lines);
      assert.deepEqual(marked(RULE, text), [lines[0]]);
      const after = fixed(RULE, text);
      assert.equal(after, pasted(...lines.map((line) => `## ${line}`)));
      assert.deepEqual(findings(RULE, after), []);
    });

  it('are told of where only their paragraphs’ numbers tell them from a list', () => {
    const text =
      '# Space\n\n1. Purpose of report\n\n1.1 It asks for two rooms.\n\n2. What we found\n\n2.1 No desk is free.\n\n3. Cost\n\n3.1 It costs £400.\n';
    assert.equal(fixed(RULE, text), text.replace(/^(?=\d\. )/gm, '## '));
  });

  it('have numbers all of them, where they have any', () => {
    const text = pasted('SCRUTINY COMMITTEE', '**1. PURPOSE**', '**2. OPTIONS**', '**3. COST**');
    assert.equal(fixed(RULE, text), text.replace(/^(?=\*\*)/gm, '## '));
  });

  it('are not told of beside headings of the paper’s own', () => {
    assert.deepEqual(findings(RULE, `${pasted('PURPOSE', 'OPTIONS', 'COST')}\n## Risk\n\nNone.\n`), []);
  });

  for (const [what, text] of [
    ['two lines in capitals', pasted('PURPOSE', 'OPTIONS')],
    ['lists of one', pasted('1. Open late.', '1. Lend tablets.', '1. Close.')],
    ['what stands above a paper', 'OFFICIAL\n\nDRAFT\n\nFOR DECISION\n\nSTUDY SPACE\n\nWe counted.\n'],
    [
      'the lines of a press release',
      '---\nkind: press-release\n---\n\nPRESS RELEASE\n\nWe open.\n\nFOR IMMEDIATE RELEASE\n\nThe library opens.\n\nENDS\n\nNotes.\n',
    ],
    ['names', pasted('BBC', 'ITV', 'RNIB')],
    ['notes in brackets', pasted('[INSERT PHOTO]', '(PAUSE HERE)', '[PHOTO OF STORYTIME]')],
    ['what stood on each page', pasted('NOT FOR PUBLICATION', 'NOT FOR PUBLICATION', 'NOT FOR PUBLICATION')],
    ['sums', pasted('TOTAL £400', 'TOTAL £600', 'TOTAL £900')],
    ['bullets of one', pasted('- FREE COFFEE', '- LARGE PRINT', '- QUIET HOURS')],
    ['sentences that shout', pasted('WE WILL OPEN.', 'AND STAY OPEN!', 'ALL YEAR;')],
  ] as const)
    it(`are not ${what}`, () => assert.deepEqual(marked(RULE, text), []));
});
