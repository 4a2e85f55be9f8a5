import type { Change, Draft } from '../../../draft';
import type { Fact } from '../../../evidence';
import { firstWords } from '../../../support/claim-words';
import type { Fix } from '../../types';
import { appendFootnote, cited, nextFootnote } from './append';
import { editorsFixes } from './editors-fixes';
import { beginning, factFixes } from './fact-notes';
import { notesNear } from './notes';
import { maySupport } from './same-source';

/** The most existing footnotes that are offered besides a new one. */
const MOST = 2;

/**
 * Returns a function that makes the fixes which put a footnote at an offset of the draft: a new one to fill in, the source of
 * a fact that the sentence `saying` tells, or a note that exists and may be that of the sentence, first those for the numbers
 * in `words`. Where the evidence has the source, no other note is offered: it would be a wrong one. A press release has notes to
 * editors in their place.
 */
export function footnoteFixes(
  draft: Draft,
  facts: readonly Fact[],
): (at: number, saying: string, words?: string) => readonly Fix[] {
  let made: { readonly label: string; readonly note: Change } | undefined;
  return (at, saying, words) => {
    const toEditors = editorsFixes(draft, facts, saying, words ?? firstWords(saying));
    if (toEditors) return toEditors;
    if (!made) {
      const label = nextFootnote(draft);
      made = { label, note: appendFootnote(draft, label) };
    }
    const { label, note } = made;
    const ofEvidence = factFixes(draft, facts, at, saying);
    const again =
      ofEvidence.length > 0 ? [] : notesNear(draft, at, { most: MOST, words, suits: maySupport(saying) });
    return [
      {
        title: 'Insert a footnote for the source',
        edits: cited(at, label, note),
        preferred: true,
      },
      ...ofEvidence,
      ...again.map((known) => ({
        title: `Same source as before: “${beginning(known.text)}”`,
        edits: cited(at, known.label),
      })),
    ];
  };
}
