import assert from 'node:assert/strict';
import { parseDraft } from '../../src/draft';
import { withChanges } from '../../src/draft/with-changes';
import { reviewEdits } from '../../src/features/reviews/reviews';
import { resolveText } from '../../src/reviews';
import { processorSeconds } from '../processor-time';

/** A text once all its changes are accepted or rejected by an editor's command. */
const settled = (text: string, how: 'accept' | 'reject' = 'accept'): string =>
  withChanges(text, reviewEdits(parseDraft(text), { do: how }));

describe('A footnote whose last reference is settled away', () => {
  const gone = 'Visits rose.{-- Half of them were children.[^two]--}{>>Lee, 3 Oct 2026<<}';

  const cases: readonly [what: string, before: string, after: string][] = [
    ['the only one', `${gone}\n\n[^two]: Count.\n`, 'Visits rose.\n'],
    [
      'the last one',
      `One.[^one] ${gone}\n\n[^one]: A.\n[^two]: B.\n`,
      'One.[^one] Visits rose.\n\n[^one]: A.\n',
    ],
    [
      'the first one',
      `One.[^one] ${gone}\n\n[^two]: B.\n[^one]: A.\n`,
      'One.[^one] Visits rose.\n\n[^one]: A.\n',
    ],
    ['in the midst of the text', `${gone}\n\n[^two]: B.\n\nMore.\n`, 'Visits rose.\n\nMore.\n'],
    ['with lines of its own', `${gone}\n\n[^two]: B.\n\n    And C.\n\nMore.\n`, 'Visits rose.\n\nMore.\n'],
    [
      'named in code and in a comment besides',
      `${gone} See \`[^two]\`. <!-- [^two] -->\n\n[^two]: B.\n`,
      'Visits rose. See `[^two]`. <!-- [^two] -->\n',
    ],
    ['in another case', `${gone}\n\n[^Two]: B.\n`, 'Visits rose.\n'],
    ['in a draft with other line ends', `${gone}\r\n\r\n[^two]: B.\r\n`, 'Visits rose.\r\n'],
  ];
  for (const [what, before, after] of cases)
    it(`goes with it: ${what}`, () => {
      assert.equal(settled(before), after);
    });

  it('goes where a whole text is settled, as a review is that comes home accepted', () => {
    const text = `${gone}\n\n[^two]: B {++C++}.\n`;
    assert.equal(resolveText(text, 'accept', { comments: 'keep' }), 'Visits rose.\n');
  });

  it('goes with one that alone refers to it', () => {
    assert.equal(
      settled(`${gone}\n\n[^two]: B.[^b]\n[^b]: C.\n[^c]: Never cited.\n`),
      'Visits rose.\n\n[^c]: Never cited.\n',
    );
  });

  it('goes where each of thousands alone refers to the next, in time that grows with the text', async () => {
    const chain = (count: number): string => {
      const notes = Array.from({ length: count }, (_, at) => `[^n${at}]: B.[^n${at + 1}]\n`).join('');
      return `Visits rose.{-- Half.[^n0]--}{>>Lee, 3 Oct 2026<<}\n\n${notes}[^n${count}]: C.\n`;
    };
    const draft = parseDraft(chain(4000));
    // Looking through all that are left for each that goes takes ten seconds.
    assert.ok((await processorSeconds(() => reviewEdits(draft, { do: 'accept' }))) < 3);
    assert.equal(settled(chain(200)), 'Visits rose.\n');
  });

  it('stays with what is moved', () => {
    const text = '{--One.[^a]--}\n\n{++Two.[^a]++}\n\n[^a]: B.\n';
    assert.equal(settled(text), 'Two.[^a]\n\n[^a]: B.\n');
    assert.equal(settled(text, 'reject'), 'One.[^a]\n\n[^a]: B.\n');
  });

  it('goes with an insertion that is rejected', () => {
    const text = 'Visits rose.{++ Half were children.[^two]++}{>>Lee, 3 Oct 2026<<}\n\n[^two]: Count.\n';
    assert.equal(settled(text, 'reject'), 'Visits rose.\n');
  });

  const kept: readonly [why: string, text: string][] = [
    ['something else refers to it', `${gone} Still.[^two]\n\n[^two]: Count.\n`],
    ['it is referred to before a colon', `${gone} Still[^two]: so.\n\n[^two]: Count.\n`],
    [
      'only the words before it were deleted',
      'Visits{-- rose--}{>>Lee, 3 Oct 2026<<}.[^two]\n\n[^two]: Count.\n',
    ],
    ['it never had a reference', 'Visits{-- rose--}{>>Lee, 3 Oct 2026<<}.\n\n[^two]: Count.\n'],
    ['it has a comment', `${gone}\n\n[^two]: {==Count==}{>>Ann, 4 Oct 2026: Which?<<}.\n`],
    [
      'what was deleted only shows how a reference is written',
      'Write{-- `[^two]`--}{>>Lee, 3 Oct 2026<<} so.\n\n[^two]: Count.\n',
    ],
  ];
  for (const [why, text] of kept)
    it(`stays where ${why}`, () => {
      assert.match(settled(text), /\n\n\[\^two\]: /);
    });

  it('stays where the deletion is rejected', () => {
    const text = `${gone}\n\n[^two]: Count.\n`;
    assert.equal(
      settled(text, 'reject'),
      'Visits rose. Half of them were children.[^two]\n\n[^two]: Count.\n',
    );
  });
});
