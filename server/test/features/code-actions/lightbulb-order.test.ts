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
    const rows = [
      '| Ashford Road | 62 | 410 | £4,100 |',
      '| Thornby | 58 | 365 | £3,900 |',
      '| Marden | 40 | 240 | £3,000 |',
    ];
    const table = `| Library | Sessions | People | Cost |\n| --- | ---: | ---: | ---: |\n${rows.join('\n')}\n| Total | 160 | 1,025 | £11,000 |\n`;
    const shown = await shownAt(`## What the pilot did\n\n${table}`, '1,025');
    assert.equal(shown[0], 'Write “1,015”, the sum of its column');
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
