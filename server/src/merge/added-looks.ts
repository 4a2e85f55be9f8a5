import { apartFromSpace } from '../text/white-space';
import { PLAIN } from './fragments';
import type { Insert, Look } from './types';

/** The look of inserted text, where it is the same throughout. */
export function wantedLook(edit: Insert): Look {
  const [first] = edit.content;
  if (first !== undefined && 'look' in first && first.look !== undefined) return first.look;
  if (first === undefined || !('item' in first) || first.item.content.type !== 'text') return PLAIN;
  const { format, link } = first.item.content;
  return { bold: format.bold, italic: format.italic, strike: format.strike, link: link !== undefined };
}

/** Markdown from elsewhere, with the markup around it there that is missing here. */
export function withOriginalMarkup(markdown: string, { content: [first] }: Insert, look: Look): string {
  if (first === undefined || !('look' in first) || first.look === undefined) return markdown;
  const signs = [
    first.look.bold && !look.bold ? '**' : '',
    first.look.italic && !look.italic ? '*' : '',
    first.look.strike && !look.strike ? '~~' : '',
  ];
  const { before, words, after } = apartFromSpace(markdown);
  if (words === '') return markdown;
  return before + signs.join('') + words + signs.reverse().join('') + after;
}

/** Whether Markdown from elsewhere would look different inside the markup around a place. */
export function looksDifferent(look: Look, wanted: Look, { content: [first] }: Insert): boolean {
  const isTaken = first !== undefined && 'look' in first;
  const adds = (['bold', 'italic', 'strike'] as const).some((style) => look[style] && !wanted[style]);
  return isTaken && (adds || look.link !== wanted.link);
}
