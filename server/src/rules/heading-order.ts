import { type Change, type Draft, type Heading, headings } from '../draft';
import { rule } from './lib/rule';
import type { Problem } from './types';

export const headingOrder = rule('heading-order', {
  inDraft({ draft }) {
    const all = headings(draft);
    let known: readonly number[] | undefined;
    const right = (): readonly number[] => (known ??= levels(all));
    const problems: Problem[] = [];
    let before = 1;
    all.forEach((heading, at) => {
      const level = before + 1;
      if (heading.depth > level) {
        problems.push({
          span: heading.span,
          message: `This heading is at level ${heading.depth}, and the one before it at level ${before}: people who listen to the paper will look for what is missing in between. Make it level ${level}.`,
          fixes: () => [
            {
              title: `Make this a heading of level ${right()[at]}, with those below it`,
              edits: edits(draft, all, right(), at),
              preferred: true,
              automatic: true,
            },
          ],
        });
      }
      before = heading.depth;
    });
    return problems;
  },
});

/** The level that each heading has when no level is left out: one more than the heading that it stands under. */
function levels(all: readonly Heading[]): readonly number[] {
  const open: { depth: number; level: number }[] = [];
  return all.map(({ depth }) => {
    while (open.length > 0 && open.at(-1)!.depth >= depth) open.pop();
    const level = open.length > 0 ? open.at(-1)!.level + 1 : Math.min(depth, 2);
    open.push({ depth, level });
    return level;
  });
}

/** Sets the heading at `at` right, and those after it up to the next one that has a finding (and a fix) of its own. */
function edits(
  draft: Draft,
  all: readonly Heading[],
  right: readonly number[],
  at: number,
): readonly Change[] {
  const found: Change[] = [];
  for (let index = at; index < all.length; index++) {
    const heading = all[index]!;
    if (index > at && heading.depth > all[index - 1]!.depth + 1) break;
    // Underlined headings are of the first two levels, which are never left out.
    const marks = /^#{1,6}/.exec(draft.source.slice(heading.span.start, heading.span.start + 6))?.[0];
    if (!marks || right[index] === heading.depth) continue;
    found.push({
      span: { start: heading.span.start, end: heading.span.start + marks.length },
      text: '#'.repeat(right[index]!),
    });
  }
  return found;
}
