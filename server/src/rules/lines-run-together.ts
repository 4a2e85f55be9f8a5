import { BlockFinder, type Draft } from '../draft';
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

const SALUTATION = /^(?:dear|annwyl|to whom it may concern)\b/i;
/** In the address of a letter no line is longer, in characters. */
const LONGEST = 72;

/**
 * Whether a block of a draft is one of the addresses or the signature of a letter, whose lines the export keeps apart. A
 * draft that says no kind is a letter where it has both, salutation and close.
 *
 * @returns asks for the position of a block in `draft.blocks`
 */
function lettersLines(draft: Draft, framework: Framework): (index: number) => boolean {
  const { kind } = draft.frontMatter.data;
  if (kind !== undefined && meantKind(kind, framework)?.id !== 'letter') return () => false;
  const { blocks } = draft;
  const begins = (index: number, test: (line: string) => boolean): boolean => {
    const { node, text } = blocks[index]!.block;
    return node.type === 'paragraph' && test(/^.{0,80}/.exec(text)![0]);
  };
  let salutation = 0;
  while (salutation < blocks.length && !begins(salutation, (line) => SALUTATION.test(line))) salutation++;
  if (salutation === blocks.length) return () => false;
  const part = framework.kind('letter')?.parts.find(({ id }) => id === 'sign-off');
  const closes = part ? [part.title, ...part.aliases].map((close) => close.toLowerCase()) : [];
  const isClose = (line: string): boolean =>
    closes.includes(line.replace(/[,.!]?\s{0,80}\\?$/, '').toLowerCase());
  let close = blocks.length - 1;
  while (close > salutation && !begins(close, isClose)) close--;
  if (kind === undefined && close === salutation) return () => false;
  return (index) =>
    (index <= salutation || (close > salutation && index >= close)) &&
    blocks[index]!.block.text.split(/[\r\n]+/).every((line) => line.length <= LONGEST);
}
