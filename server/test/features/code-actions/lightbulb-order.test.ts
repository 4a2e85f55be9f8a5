import assert from 'node:assert/strict';
import { Bulb, titles } from '../bulb';
import { Editor } from '../editor';

describe('The light bulb where there are several findings', () => {
  const bulb = Bulb.each();

  /** The titles as VS Code sorts them: what is preferred stands before the rest. */
  const shownAt = async (text: string, words: string): Promise<readonly string[]> => {
    await bulb.editor.stop();
    bulb.editor = await Editor.start({
      settings: {},
      initializationOptions: { asksForMore: true, selects: true },
    });
    bulb.uri = await bulb.editor.open('order.md', `---\nkind: report\n---\n\n# Digital skills\n\n${text}`);
    const actions = await bulb.shownAt(words, ['quickfix']);
    const preferred = ({ isPreferred }: (typeof actions)[number]): number => (isPreferred ? 0 : 1);
    return titles([...actions].sort((a, b) => preferred(a) - preferred(b)));
  };

  it('offers what mends a warning before a footnote that a hint on the same words asks for', async () => {
    const words = '1,940 people came from the Society of Chief Librarians';
    const shown = await shownAt(`Last year ${words}, and 62% of them came back.\n`, words);
    assert.equal(shown[0], 'Change to “Libraries Connected”');
    assert.ok(shown.includes('Insert a footnote for the source'), String(shown));
  });

  it('prefers the footnote where nothing more serious stands there', async () => {
    const shown = await shownAt('Last year 1,940 people came, and 62% of them came back.\n', '1,940 people');
    assert.equal(shown[0], 'Insert a footnote for the source');
  });

  it('offers to write a claim anew that nothing bears out, as no other words can be put in its place', async () => {
    const shown = await shownAt('The sessions will eradicate digital exclusion in Norwell.\n', 'eradicate');
    assert.equal(shown[0], 'Select the whole sentence, to write it anew');
  });
});
