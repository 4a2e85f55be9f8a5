import { withoutNoBreakSpaces } from '../text/no-break-spaces';
import type { Inline, Text } from './model';

/** Separates texts that are not adjacent. */
const APART = '\uFFFC';

/**
 * Replaces no-break spaces in a paragraph by ordinary ones, where they only keep together what belongs together, also
 * across runs that Word has divided for a comment, a change or a spelling check. Applies to the text with changes
 * accepted and with changes rejected.
 */
export function restoreSpaces(inlines: Inline[]): void {
  for (const gone of ['deleted', 'inserted'] as const) {
    const isThere = (inline: Inline): inline is Text => inline.type === 'text' && inline[gone] === undefined;
    if (!inlines.some((inline) => isThere(inline) && inline.text.includes('\u00a0'))) continue;
    const parts = inlines.map((inline) =>
      isThere(inline) ? inline.text : /^(?:text|comment|bookmark)$/.test(inline.type) ? '' : APART,
    );
    const text = withoutNoBreakSpaces(parts.join(''));
    let at = 0;
    for (const [index, inline] of inlines.entries()) {
      const end = at + parts[index]!.length;
      if (isThere(inline) && inline.text !== text.slice(at, end))
        inlines[index] = { ...inline, text: text.slice(at, end) };
      at = end;
    }
  }
}
