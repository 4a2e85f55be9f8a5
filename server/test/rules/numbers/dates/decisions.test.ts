import assert from 'node:assert/strict';
import { findings, marked } from '../../helpers';
import { RULE, table } from '../cases';

const paper = (text: string): string => `---\ndate: 2026-11-20\n---\n\n# Ashby\n\n${text}\n`;
const steps = (letters: string, decision = 'Cabinet decision'): string =>
  table('Step | Date', `${decision} | 8 December 2026`, letters, 'New hours begin | 5 April 2027');

describe('What follows a decision', () => {
  it('cannot have a day before it in the same timetable', () => {
    const text = paper(steps('Letters to schools about the decision | by 30 November 2026'));
    assert.deepEqual(marked(RULE, text), ['30 November 2026']);
    assert.match(findings(RULE, text)[0]!.message, /before the “Cabinet decision” of 8 December 2026/);
  });
  for (const text of [
    steps('Letters to schools about the decision | 15 December 2026'),
    steps('Letters to schools about the proposals | 30 November 2026'),
    steps('Letters to schools about the decision | 30 November 2026', 'Second stage decision'),
    steps('Approval of the board | 2 November 2026\n| Letters about the decision | 30 November 2026'),
  ])
    it(`may be so: ${text.split('\n')[3]}`, () => assert.deepEqual(marked(RULE, paper(text)), []));
});

describe('A decision that a paper asks for', () => {
  const asked = (lines: string, ask = 'The Board is asked to approve £60,000.'): string =>
    paper(`${ask}\n\n## Timetable\n\n${lines}\n- Order placed: December 2026`);
  it('cannot have been taken before the paper’s own day', () => {
    const text = asked('- Capital Board approval: 30 September 2026');
    assert.deepEqual(marked(RULE, text), ['30 September 2026']);
    assert.match(findings(RULE, text)[0]!.message, /is of 20 November 2026 and asks for this decision/);
  });
  for (const [lines, ask] of [
    ['- Board approval: 8 December 2026'],
    ['- Board approval of the outline: 30 September 2026'],
    ['- Board approval: 30 September 2026\n- Board approval: 8 December 2026'],
    ['- Cabinet approval: 30 September 2026'],
    ['- Board approval: 30 September 2026', 'The Board approved £60,000.'],
  ] as const)
    it(`may have been: ${lines} ${ask ?? ''}`, () => assert.deepEqual(marked(RULE, asked(lines, ask)), []));
});
