import assert from 'node:assert/strict';
import { parseDraft } from '../../src/draft';
import { blockBeside } from '../../src/draft/beside';
import { findings } from '../rules/helpers';

describe('The block beside another', () => {
  const draft = parseDraft(
    'One.\n\n<!-- a note -->\n\n<!-- advocacy-covers none --> <!-- and another -->\n\nTwo.\n\n<b>Three</b>\n',
  );

  it('is the nearest that a reader sees, whatever comments stand between', () => {
    const last = draft.blocks.findIndex(({ block }) => block.text.startsWith('Two'));
    assert.equal(blockBeside(draft, 0, 1)?.text.trim(), 'Two.');
    assert.equal(blockBeside(draft, last, -1)?.text.trim(), 'One.');
    assert.equal(blockBeside(draft, last, 1)?.text.trim(), '<b>Three</b>');
    assert.equal(blockBeside(draft, 0, -1), undefined);
  });

  const comment = '<!-- advocacy-disable-next-line plain-english -->\n';
  it('is found for a total and its list, so that a comment on one rule silences no other', () => {
    const list = '- 29 adults\n- 14 children\n- 8 pensioners\n';
    const told = (between: string) =>
      findings('numbers-disagree', `# X\n\nThe library has 41 volunteers:\n\n${between}${list}`).length;
    assert.deepEqual([told(''), told(comment)], [1, 1]);
  });

  it('is the one that says who speaks', () => {
    const text = (between: string) =>
      `---\nkind: press-release\n---\n\n# X\n\n> “It is the only day of the week on which I talk to anybody at all.”\n\n${between}Ann Lee, volunteer\n`;
    for (const between of ['', comment])
      assert.deepEqual(findings('quote-unattributed', text(between)), [], between);
  });
});
