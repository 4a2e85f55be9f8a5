import type { Change, Draft, Passage, Span } from '../../draft';
import type { Fix } from '../types';
import { appendFootnote, nextFootnote } from './insert';
import { notesNear } from './notes';

/** Sources that are offered besides a new one. */
const MOST = 2;
/** Letters of a source that tell which it is. */
const EXCERPT = 70;

/**
 * Makes the fixes that put a footnote at an offset of the draft: a new one, to be filled in, or one that is there, that
 * of the same number in the words before another.
 */
export function footnoteFixes(draft: Draft): (at: number, words?: string) => readonly Fix[] {
  let made: { readonly label: string; readonly note: Change } | undefined;
  return (at, words) => {
    if (!made) {
      const label = nextFootnote(draft);
      made = { label, note: appendFootnote(draft, label) };
    }
    const { label, note } = made;
    const again = notesNear(draft, at, words).slice(0, MOST);
    return [
      {
        title: 'Insert a footnote for the source',
        // At the end of the draft both go to one place, in this order.
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

/**
 * Where a footnote goes: behind a sentence and the marks that close emphasis there.
 *
 * @param blockText the source of the passage's block
 * @param sentence in the passage's prose
 * @returns an offset in the block
 */
export function endOfSentence(blockText: string, { prose, span }: Passage, sentence: Span): number {
  const { end } = prose.toSource(sentence.end - 1, sentence.end);
  let after = end;
  while (after < span.end && '*_~'.includes(blockText[after]!)) after++;
  return after === span.end || /\s/.test(blockText[after]!) ? after : end;
}
