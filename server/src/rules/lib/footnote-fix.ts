import type { Change, Draft, Passage, Span } from '../../draft';
import type { Fix } from '../types';
import { appendFootnote, nextFootnote, SOURCE_TO_FILL_IN } from './insert';

/** Makes the fix that puts a footnote, to be filled in, at an offset of the draft. */
export function footnoteFix(draft: Draft): (at: number) => Fix {
  let made: { readonly label: string; readonly note: Change } | undefined;
  return (at) => {
    if (!made) {
      const label = nextFootnote(draft);
      made = { label, note: appendFootnote(draft, label, SOURCE_TO_FILL_IN) };
    }
    const { label, note } = made;
    return {
      title: 'Insert a footnote for the source',
      // At the end of the draft both go to one place, in this order.
      edits:
        note.span.start === at
          ? [{ span: note.span, text: `[^${label}]${note.text}` }]
          : [{ span: { start: at, end: at }, text: `[^${label}]` }, note],
      preferred: true,
    };
  };
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
