import { withoutNoBreakSpaces } from '../text/no-break-spaces';
import type { Inline, Text } from './model';

/** What stands between texts that do not touch. */
const APART = '\uFFFC';

/**
 * Puts ordinary spaces into a paragraph for no-break spaces that only hold together what belongs together, also where
 * Word has divided it for a comment, a change or a check of spelling. As it reads when changes are accepted, and rejected.
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
