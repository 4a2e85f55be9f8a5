import { BlockFinder, type Draft } from '../draft';
import { isShort, letterEndsIn, nodesIn } from '../framework/letter-ends';
import type { Framework } from '../framework/types';
import { keptApart, parted } from './lib/lines/lined-paragraphs';
import { problemOf, typedStructuresIn } from './lib/lines/typed-structures';
import { movedProblem } from './lib/moved-problem';
import { rule } from './lib/rule';

const finder = new BlockFinder((block) => typedStructuresIn(block).filter(({ as }) => as === 'lines'));

export const linesRunTogether = rule('lines-run-together', {
  inDraft({ draft, project }) {
    const all = finder.in(draft, undefined);
    if (all.length === 0) return [];
    const isOfLetter = lettersLines(draft, project.framework);
    return all
      .filter(({ index }) => !isOfLetter(index))
      .flatMap(({ found, placed }) =>
        found.map((lines) =>
          movedProblem(
            problemOf(
              lines,
              'Word documents and the preview keep these lines apart, but on a website they become one, as Markdown takes a single line end for a space. End each with a backslash (\\), or leave an empty line between them.',
              () => [
                { title: 'Keep these lines apart', edits: keptApart(lines), preferred: true },
                ...(lines.mayBeParted
                  ? [{ title: 'Make each line a paragraph', edits: parted(placed.block, lines) }]
                  : []),
              ],
            ),
            placed.start,
          ),
        ),
      );
  },
});

/**
 * Whether a block of a draft is one of the addresses or the signature of a letter, whose lines the export keeps apart.
 *
 * @returns asks for the position of a block in `draft.blocks`
 */
function lettersLines(draft: Draft, framework: Framework): (index: number) => boolean {
  const ends = letterEndsIn(draft, framework);
  if (ends === undefined) return () => false;
  const nodes = nodesIn(draft);
  const { salutation, close = nodes.length } = ends;
  return (index) => {
    const node = nodes[index]!;
    if (index === close) return true;
    return (index < salutation || index > close) && node.type === 'paragraph' && isShort(node);
  };
}
