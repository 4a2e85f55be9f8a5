import type { Change, Draft } from '../../../draft';
import type { Fact } from '../../../evidence';
import type { Fix } from '../../types';
import { appendFootnote, nextFootnote } from './append';
import { beginning } from './beginning';
import { factFixes } from './fact-notes';
import { notesNear } from './notes';
import { maySupport } from './same-source';

/** The most existing footnotes that are offered besides a new one. */
const MOST = 2;

/**
 * Returns a function that makes the fixes which put a footnote at an offset of the draft: a new one to fill in, the source of
 * a fact that the sentence `saying` tells, or a note that exists and may be that of the sentence, first those for the numbers
 * in `words`. Where the evidence has the source, no other note is offered: it would be a wrong one.
 */
export function footnoteFixes(
  draft: Draft,
  facts: readonly Fact[],
): (at: number, saying: string, words?: string) => readonly Fix[] {
  let made: { readonly label: string; readonly note: Change } | undefined;
  return (at, saying, words) => {
    if (!made) {
      const label = nextFootnote(draft);
      made = { label, note: appendFootnote(draft, label) };
    }
    const { label, note } = made;
    const cited = factFixes(draft, facts, at, saying);
    const again =
      cited.length > 0 ? [] : notesNear(draft, at, { most: MOST, words, suits: maySupport(saying) });
    return [
      {
        title: 'Insert a footnote for the source',
        // At the end of the draft, both are inserted at the same offset.
        edits:
          note.span.start === at
            ? [{ span: note.span, text: `[^${label}]${note.text}` }]
            : [{ span: { start: at, end: at }, text: `[^${label}]` }, note],
        preferred: true,
      },
      ...cited,
      ...again.map((known) => ({
        title: `Same source as before: “${beginning(known.text)}”`,
        edits: [{ span: { start: at, end: at }, text: `[^${known.label}]` }],
      })),
    ];
  };
}
