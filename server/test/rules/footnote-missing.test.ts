import assert from 'node:assert/strict';
import { analyse } from '../../src/analysis';
import { editDraft, parseDraft } from '../../src/draft';
import { builtInProject } from '../../src/project';
import { findings, fixed, marked } from './helpers';

describe('A reference to a footnote', () => {
  const NOTE = '\n\n[^1]: Ashby Council, *Survey*, 2026.\n';
  for (const [text, marks] of [
    ['Four in ten are not online.[^survey]', ['[^survey]']],
    ['Four in ten[^1] are not online[^2].', ['[^2]']],
    ['- Four in ten[^one]\n- [^two] **Five[^three]**', ['[^one]', '[^two]', '[^three]']],
    ['| A | B |\n| --- | --- |\n| 5 | 6[^x] |', ['[^x]']],
    ['> Four in ten[^x]', ['[^x]']],
    ['Four in ten[^1].', []],
    ['A class such as `[^abc]`, or an escaped \\[^abc] one.', []],
    ['A link [^here](https://a.example) and a caret [^ x].', []],
    ['    [^abc] in code', []],
    ['Three things matter[^x]: books, people and rooms.', ['[^x]']],
    ['Four in ten are lonely[^x](Ashby, 2025).', ['[^x]']],
    ['Twice \\\\[^x] over.', ['[^x]']],
    ['Letters [^a-z]+ and $x[^2]$ in a formula.', []],
  ] as const)
    it(`that is not there is missed: ${JSON.stringify(text)}`, () =>
      assert.deepEqual(marked('footnote-missing', `${text}${NOTE}`), marks));

  it('can be written, with a place for its source', () => {
    const text = 'Four in ten are not online.[^survey]\n';
    const after = fixed('footnote-missing', text);
    assert.equal(
      after,
      `${text}\n[^survey]: [insert organisation], *[insert title of the source]*, [insert month and year], [insert web address or where to ask for a copy].\n`,
    );
    assert.deepEqual(findings('footnote-missing', after), []);
  });

  it('keeps its label from a new footnote, whose source it would become', () => {
    const after = fixed(
      'figure-unsourced',
      'We asked in the town.[^1]\n\nIn 2025, 45% of adults in Ashby were lonely.\n',
    );
    assert.match(after, /lonely\.\[\^2\]/);
  });

  it('is told of once: the figure beside it is not said to lack a footnote', () => {
    for (const text of [
      '45% of adults in Ashby were lonely.[^survey]\n',
      '45% of adults in Ashby were lonely[^survey].\n',
    ]) {
      assert.equal(findings('footnote-missing', text).length, 1);
      assert.equal(findings('figure-unsourced', text).length, 0, text);
    }
    assert.equal(
      findings(
        'figure-unsourced',
        'Visits rose by 40%.[^s]\n\nIn 2025, 45% of adults in Ashby were lonely.\n',
      ).length,
      1,
    );
  });

  it('is missed and found again as the note comes and goes', () => {
    let draft = parseDraft('Visits rose.[^survey]\n\n[^survey]: Ashby.\n');
    const found = () =>
      analyse(draft, builtInProject).findings.filter(({ rule }) => rule === 'footnote-missing').length;
    assert.equal(found(), 0);
    const start = draft.text.indexOf('[^survey]:');
    draft = editDraft(draft, { span: { start: start + 2, end: start + 3 }, text: 'z' });
    assert.equal(found(), 1);
    draft = editDraft(draft, { span: { start: start + 2, end: start + 3 }, text: 's' });
    assert.equal(found(), 0);
  });
});
