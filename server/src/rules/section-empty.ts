import { BlockFinder, type Draft, headings } from '../draft';
import { equalityInName } from './lib/equality-in-name';
import type { Problem, Rule } from './types';

/** A label in bold with what announces its text, and no text: "**Equalities** –". */
const LABEL = /^\s*(?:[-*+]\s+|\d+[.)]\s+)?(\*\*|__)([^*_\r\n]{1,60}?)(?:\s*[:–—-]\1|\1\s*[:–—-])\s*$/;
/** What begins something else: another label, or an item of a list. */
const NEXT = /^\s*(?:[-*+]\s|\d+[.)]\s|\*\*|__)/;

const labels = new BlockFinder((block) => {
  const { type } = block.node;
  if ((type !== 'paragraph' && type !== 'list') || !/[*_]\s*[:–—-]|[:–—-](?:\*\*|__)/.test(block.text))
    return undefined;
  const lines = block.text.split('\n');
  const found: {
    readonly label: string;
    readonly start: number;
    readonly end: number;
    readonly isLast: boolean;
  }[] = [];
  let start = 0;
  lines.forEach((line, at) => {
    const label = LABEL.exec(line)?.[2];
    const next = lines[at + 1];
    if (label !== undefined && (next === undefined || (NEXT.test(next) && !/^\s{2,}/.test(next))))
      found.push({
        label,
        start,
        end: start + line.trimEnd().length,
        isLast: next === undefined && type === 'paragraph',
      });
    start += line.length + 1;
  });
  return found.length > 0 ? found : undefined;
});

/** Labels that stand alone, and are no heading for the block behind them. */
function blankLabels(draft: Draft): readonly Problem[] {
  return labels.in(draft, undefined).flatMap(({ found, placed, index }) =>
    found
      .filter(({ isLast }) => !isLast || !isText(draft, index + 1))
      .map(({ label, start, end }) => ({
        span: { start: placed.start + start, end: placed.start + end },
        message: `Nothing follows “${label.trim()}”, so the reader will think that something is missing. Write it, or take the label out.`,
      })),
  );
}

/** Whether a block is text of its own, and so what a label before it announces. */
function isText(draft: Draft, index: number): boolean {
  const block = draft.blocks[index]?.block;
  return (
    block !== undefined &&
    !NOTHING.has(block.node.type) &&
    block.node.type !== 'heading' &&
    !/^\s*(?:\*\*|__)/.test(block.text)
  );
}

/** Blocks that are no text of a section. */
const NOTHING = new Set(['html', 'definition', 'footnoteDefinition', 'thematicBreak']);

export const sectionEmpty: Rule = {
  id: 'section-empty',
  group: 'structure',
  severity: 'warning',
  what: 'A heading with nothing below it: no text, and no heading of a lower level; and a label that nothing follows (“**Equalities** –”). A part on equality in name only (“EIA done. Neutral.”), and in a report or a strategy an equality assessment that is still to come.',
  why: 'A heading promises an answer. A reader who finds none thinks that a page is missing.',
  example: {
    bad: '# Ashby library\n\n## Background\n\n## Next steps\n\nWe open in May.\n',
    good: '# Ashby library\n\n## Background\n\nThe library opened in 1968.\n\n## Next steps\n\nWe open in May.\n',
  },
  inDraft({ draft, coverage: { kind }, project: { framework } }) {
    const all = headings(draft);
    const problems: Problem[] = [];
    all.forEach((heading, at) => {
      const next = all[at + 1];
      if (next && next.depth > heading.depth) return;
      const end = next?.index ?? draft.blocks.length;
      for (let index = heading.index + 1; index < end; index++) {
        if (!NOTHING.has(draft.blocks[index]!.block.node.type)) return;
      }
      // A title alone, while the draft is being begun, is no fault yet.
      if (all.length === 1) return;
      problems.push({
        span: heading.span,
        message: `There is nothing below “${heading.text}”, so the reader will think that something is missing. Write the section, or take the heading out.`,
      });
    });
    return [...problems, ...blankLabels(draft), ...equalityInName(draft, kind.id, framework)];
  },
};
