import { BlockFinder, type Draft } from '../draft';
import { isShort, letterEnds, nodesIn } from '../framework/letter-ends';
import { meantKind } from '../framework/meant-kind';
import type { Framework } from '../framework/types';
import { keptApart, parted } from './lib/single-lines';
import { problemOf, typedStructuresIn } from './lib/typed-structures';
import type { Rule } from './types';

const finder = new BlockFinder((block) => typedStructuresIn(block).filter(({ as }) => as === 'lines'));

export const linesRunTogether: Rule = {
  id: 'lines-run-together',
  group: 'accessibility',
  severity: 'hint',
  what: 'Lines that are evidently meant to be apart, with a single line end between them: an address, a signature, a verse, labels with what they say. In a letter, what stands above the salutation and below the close is kept apart anyway, and so is who said it below a quotation (`> — Derek, 67`). Running text whose lines are broken in the editor has no finding.',
  why: 'Markdown takes a single line end for a space. What looks right in the editor is one line in Word and in the preview: “Ann Moss Head of Libraries Ashby Library”.',
  example: {
    bad: 'Ann Moss\nHead of Libraries\nAshby Library, High Street\n',
    good: 'Ann Moss\\\nHead of Libraries\\\nAshby Library, High Street\n',
  },
  inDraft({ draft, project }) {
    const all = finder.in(draft, undefined);
    if (all.length === 0) return [];
    const isOfLetter = lettersLines(draft, project.framework);
    return all
      .filter(({ index }) => !isOfLetter(index))
      .flatMap(({ found, placed }) =>
        found.map((lines) =>
          problemOf(
            lines,
            'These lines become one in Word and in the preview, where a single line end counts as a space. End each with a backslash (\\), or leave an empty line between them.',
            () => [
              { title: 'Keep these lines apart', edits: keptApart(lines), preferred: true },
              ...(lines.mayBeParted
                ? [{ title: 'Make each line a paragraph', edits: parted(placed.block, lines) }]
                : []),
            ],
            placed.start,
          ),
        ),
      );
  },
};

/**
 * Whether a block of a draft is one of the addresses or the signature of a letter, whose lines the export keeps apart.
 *
 * @returns asks for the position of a block in `draft.blocks`
 */
function lettersLines(draft: Draft, framework: Framework): (index: number) => boolean {
  const { kind } = draft.frontMatter.data;
  if (kind !== undefined && meantKind(kind, framework)?.id !== 'letter') return () => false;
  const nodes = nodesIn(draft);
  const ends = letterEnds(nodes, framework, kind !== undefined);
  if (ends === undefined) return () => false;
  const { salutation, close = nodes.length } = ends;
  return (index) => {
    const node = nodes[index]!;
    if (index === close) return true;
    return (index < salutation || index > close) && node.type === 'paragraph' && isShort(node);
  };
}
