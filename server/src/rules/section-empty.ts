import { type Draft, type Heading, headings } from '../draft';
import { addAll } from '../util/lists';
import { emptySectionFixes } from './lib/parts/empty-section';
import { equalityInName } from './lib/parts/equality-in-name';
import { rule } from './lib/rule';
import { inNameOnly, readInName } from './lib/wording/in-name-only';
import type { Problem } from './types';

/** Blocks that are no text of a section. */
const NOTHING = new Set(['html', 'definition', 'footnoteDefinition', 'thematicBreak']);

/** Whether there is no text from one block of a draft to another. */
function hasNothing({ blocks }: Draft, from: number, to: number): boolean {
  let at = from;
  while (at < to && NOTHING.has(blocks[at]!.block.node.type)) at++;
  return at >= to;
}

export const sectionEmpty = rule('section-empty', {
  readAhead: readInName,
  inDraft({ draft, coverage: { kind }, project: { framework, configuration } }) {
    const all = headings(draft);
    const problems: Problem[] = [];
    all.forEach((heading, at) => {
      const next = all[at + 1];
      if (next && next.depth > heading.depth) return;
      const end = next?.index ?? draft.blocks.length;
      // A title alone, while the draft is being begun, is no fault yet.
      if (all.length === 1 || !hasNothing(draft, heading.index + 1, end)) return;
      if (
        isSubtitle(draft, all, at) ||
        isAboveTitle(all, at) ||
        RELEASE_LINES[kind.id === 'press-release' ? 'release' : 'any'].test(heading.text)
      )
        return;
      problems.push({
        span: heading.span,
        message: `There is nothing below “${heading.text}”, so the reader will think that something is missing. Write the section, or take the heading out.`,
        // “Annex B (to follow)” says why.
        unless: { rules: ['placeholder-unfilled'], in: heading.span },
        fixes: () => emptySectionFixes(draft, heading, kind, configuration.about),
      });
    });
    addAll(problems, equalityInName(draft, kind.id, framework));
    addAll(problems, inNameOnly(draft, kind.id));
    return problems;
  },
});

/** A committee and its date above the title, of its level or a lower one. */
const isAboveTitle = ([first, second, third]: readonly Heading[], at: number): boolean =>
  at === 0 && second?.depth === 1 && (first!.depth > 1 || (third !== undefined && third.depth > 1));

/** Lines that no text belongs to: where a press release ends and, where it is one, from when it may be printed. */
const RELEASE_LINES = {
  any: /^\W*(?:ends?\W*$|(?:under (?:strict )?)?embargo|(?:for )?immediate release\W*$)/i,
  release:
    /^\W*(?:ends?\W*$|(?:under (?:strict )?)?embargo|(?:for )?immediate release|(?:press|news|media) release\b)/i,
};

/** A line right below the title, of a lower level than the first section: it says more of the title, and has no text. */
function isSubtitle(draft: Draft, all: readonly Heading[], at: number): boolean {
  const [title, subtitle, section] = all;
  return (
    at === 1 &&
    section !== undefined &&
    title!.depth < section.depth &&
    section.depth < subtitle!.depth &&
    hasNothing(draft, title!.index + 1, subtitle!.index)
  );
}
