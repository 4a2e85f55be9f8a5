import { byHandIn, problemOf } from './lib/by-hand';
import { keptApart, parted } from './lib/single-lines';
import type { Rule } from './types';

export const paragraphsRunTogether: Rule = {
  id: 'paragraphs-run-together',
  group: 'accessibility',
  severity: 'warning',
  what: 'Paragraphs with a single line end between them, as they come from Word, each on one long line or with a number or letter before it: “(a)”, “1.1”. Running text whose lines are broken in the editor, at a width or after each sentence, has no finding.',
  why: 'Markdown takes a single line end for a space, so they are one paragraph in Word and in the preview.',
  example: {
    bad: 'The committee is asked to:\n(a) note the report;\n(b) keep the library open on Saturdays.\n',
    good: 'The committee is asked to:\n\n(a) note the report;\n\n(b) keep the library open on Saturdays.\n',
  },
  inBlock({ block }) {
    return byHandIn(block)
      .filter(({ as }) => as === 'paragraphs')
      .map((lines) =>
        problemOf(
          lines,
          'These paragraphs become one in Word and in the preview, where a single line end counts as a space. Leave an empty line between them.',
          () => [
            lines.mayBeParted
              ? { title: 'Leave an empty line between them', edits: parted(block, lines), preferred: true }
              : { title: 'Keep these lines apart', edits: keptApart(lines), preferred: true },
          ],
        ),
      );
  },
};
