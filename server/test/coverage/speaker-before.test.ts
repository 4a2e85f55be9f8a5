import assert from 'node:assert/strict';
import { cover } from '../../src/coverage';
import { editDraft, parseDraft } from '../../src/draft';
import { briefing, coverageOf, project, stateOf } from './support';

const QUOTATION =
  '> “My son did not like books at all. Since he has come to the homework club at the library he reads to his sister every night.”';
const paper = (lead: string, between = ''): string =>
  briefing(`# Libraries help children learn\n\n${lead}\n\n${between}${QUOTATION}`);

describe('A quotation set apart from the words that introduce it', () => {
  for (const [lead, state] of [
    ['Jane Field, head teacher of Ashby Road School, said:', 'evidenced'],
    ['**Joan Ellis**, who comes every Monday, told us:', 'evidenced'],
    ['A parent said:', 'argued'],
    ['[insert name and role] said:', 'argued'],
    ['Jane Field is the head teacher of Ashby Road School.', 'argued'],
  ] as const)
    it(`is ${state === 'evidenced' ? 'proof' : 'none'} after “${lead}”`, () =>
      assert.equal(stateOf(coverageOf(paper(lead)), 'education'), state));

  it('is no proof where something else stands between', () => {
    const text = paper(
      'Jane Field, head teacher of Ashby Road School, said:',
      'The room is on the first floor.\n\n',
    );
    assert.equal(stateOf(coverageOf(text), 'education'), 'argued');
  });

  it('has the quotation for a reason', () => {
    const { areas } = coverageOf(paper('Jane Field, head teacher of Ashby Road School, said:'));
    const passages = areas.find(({ topic }) => topic.id === 'education')!.passages;
    const proof = passages.flatMap(({ reasons }) => reasons.filter(({ why }) => why === 'quotation'));
    assert.match(proof[0]!.text, /^“My son/);
  });

  it('gains and loses its proof with an edit of those words alone', () => {
    const named = 'Jane Field, head teacher of Ashby Road School, said:';
    let draft = parseDraft(paper(named));
    assert.equal(stateOf(cover(draft, project), 'education'), 'evidenced');
    const change = (from: string, to: string): void => {
      const start = draft.text.indexOf(from);
      draft = editDraft(draft, { span: { start, end: start + from.length }, text: to });
    };
    change(named, 'A parent said:');
    assert.equal(stateOf(cover(draft, project), 'education'), 'argued');
    change('A parent said:', named);
    assert.equal(stateOf(cover(draft, project), 'education'), 'evidenced');
  });
});
