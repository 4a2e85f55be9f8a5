import type { Change, Draft } from '../../../draft';
import type { Fix } from '../../types';
import { appendFootnote, nextFootnote } from './append';
import { notesNear } from './notes';
import { maySupport } from './same-source';

/** The most existing footnotes that are offered besides a new one. */
const MOST = 2;
/** The most characters of a source that a fix quotes. */
const EXCERPT = 70;

/**
 * Returns a function that makes the fixes which put a footnote at an offset of the draft: a new one to fill in, or one
 * that exists and may be that of the sentence `saying`, first those for the numbers in `words`.
 */
export function footnoteFixes(draft: Draft): (at: number, saying: string, words?: string) => readonly Fix[] {
  let made: { readonly label: string; readonly note: Change } | undefined;
  return (at, saying, words) => {
    if (!made) {
      const label = nextFootnote(draft);
      made = { label, note: appendFootnote(draft, label) };
    }
    const { label, note } = made;
    const again = notesNear(draft, at, { most: MOST, words, suits: maySupport(saying) });
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
      ...again.map((known) => ({
        title: `Same source as before: “${beginning(known.text)}”`,
        edits: [{ span: { start: at, end: at }, text: `[^${known.label}]` }],
      })),
    ];
  };
}

function beginning(text: string): string {
  return text.length > EXCERPT
    ? `${text
        .slice(0, EXCERPT)
        .replace(/\s\S*$/, '')
        .replace(/[,;:]$/, '')}…`
    : text;
}
