import assert from 'node:assert/strict';
import { parseDraft } from '../../../../src/draft';
import { notesNear } from '../../../../src/rules/lib/footnotes/notes';
import { processorSeconds } from '../../../processor-time';

const labels = (text: string, at: string, words?: string): readonly string[] => {
  const draft = parseDraft(text);
  return notesNear(draft, text.indexOf(at) + at.length, { most: 3, words, suits: () => true }).map(
    ({ label }) => label,
  );
};

describe('The footnotes that are offered for a sentence', () => {
  const notes = '[^1]: One, 2024.\n\n[^2]: Two, 2024.\n\n[^3]: Three, 2024.\n\n[^4]: Four, 2024.\n';
  it('are first those behind its number, then those on its subject, then the last ones above it', () => {
    const said =
      'In all 4,120 came.[^1]\n\nThe yard has gardens.[^2]\n\nThe boat sails.[^3]\n\nOf 4,120, many like gardens.\n\n';
    assert.deepEqual(labels(said + notes, 'like gardens.', '4,120'), ['1', '2', '3']);
    assert.deepEqual(labels(said + notes, 'like gardens.'), ['2', '3', '1']);
  });

  it('are found in thousands of references as fast as in a few', async () => {
    const name = (at: number) => `q${[...String(at)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`;
    const many = Array.from({ length: 6_000 }, (_, at) => `Of ${name(at)}, ${name(at + 9_000)}.[^1]`);
    const text = `${many.join('\n\n')}\n\n${notes}`;
    const draft = parseDraft(text);
    const wanted = { most: 3, suits: () => true };
    notesNear(draft, 0, wanted);
    const seconds = await processorSeconds(() => {
      for (let at = text.length - notes.length; at > text.length / 2; at -= 40) notesNear(draft, at, wanted);
    });
    assert.ok(seconds < 3, `${seconds} s`);
  });
});
