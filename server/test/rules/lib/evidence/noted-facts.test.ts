import assert from 'node:assert/strict';
import { editDraft, parseDraft } from '../../../../src/draft';
import { evidenceOf } from '../../../../src/evidence';
import { builtInProject } from '../../../../src/project';
import { knownIn } from '../../../../src/rules/lib/evidence/noted-facts';

const { facts } = evidenceOf(builtInProject);
const report = (notes: number) =>
  Array.from(
    { length: notes },
    (_, at) => `We had 100 visits.[^${at}]\n\n[^${at}]: SLIC, *SLIC Library Data*, 2023/24, page ${at}.\n`,
  ).join('\n');

describe('The footnotes of a draft that name a source of the evidence libraries', () => {
  for (const notes of [2, 200])
    it(`are the same object after a key elsewhere, of ${notes}, so that no figure is judged again`, () => {
      const draft = parseDraft(report(notes));
      const before = knownIn(draft, facts);
      assert.equal(before.notes.size, notes);
      assert.equal(knownIn(editDraft(draft, { span: { start: 0, end: 0 }, text: 'x' }), facts), before);
      assert.equal(knownIn(parseDraft('Another draft.[^0]\n\n[^0]: SLIC, 2024.\n'), facts).notes.size, 1);
      assert.equal(knownIn(draft, facts), before);
    });
  it('are others where one of them has changed', () => {
    const draft = parseDraft(report(2));
    const edited = editDraft(draft, {
      span: { start: draft.text.length - 2, end: draft.text.length - 2 },
      text: '0',
    });
    assert.notEqual(knownIn(edited, facts), knownIn(draft, facts));
  });
});
