import { type Block, type PlacedBlock, passagesOf, RunMap, runsOf, type Span } from '../draft';
import { lineEnd } from '../draft/lines';
import { firstExcess } from '../draft/parser/long-lines';
import { isUnread } from '../draft/size-limit';
import { keptApart, parted } from './lib/lines/lined-paragraphs';
import { problemOf, typedStructuresIn } from './lib/lines/typed-structures';
import { rule } from './lib/rule';
import type { Problem } from './types';

/** What is not read of a block, as nobody writes so much without an empty line. */
function unreadIn(block: Block): readonly Span[] {
  const passages = passagesOf(block)
    .filter(({ isCut }) => isCut)
    .map(({ prose, span }) => ({ start: prose.toSource(0, prose.text.length).end, end: span.end }));
  if (passages.length > 0 || block.node.type === 'code' || block.node.type === 'html') return passages;
  const start = firstExcess(block.text, 0, block.text.length);
  return start === undefined ? [] : [{ start, end: lineEnd(block.text, start) }];
}

/** The last line of each block that may be cut, counted from 1 in the block; 0 for other blocks. */
const lastLines = new RunMap((blocks) =>
  blocks.map(({ node: { type, position } }) =>
    type === 'paragraph' || type === 'blockquote' ? position!.end.line : 0,
  ),
);

/** Whether a block is what follows where a text without an end was cut: else two such blocks have an empty line between them. */
function isRest(blocks: readonly PlacedBlock[], index: number): boolean {
  const before = blocks[index - 1];
  if (before === undefined) return false;
  const own = blocks[index]!;
  const { type } = own.block.node;
  return (
    (type === 'paragraph' || type === 'blockquote') &&
    before.block.node.type === type &&
    before.line + before.block.node.position!.end.line === own.line
  );
}

export const paragraphsRunTogether = rule('paragraphs-run-together', {
  inBlock({ block }) {
    if (isUnread(block))
      return [
        {
          span: { start: 0, end: lineEnd(block.text, 0) },
          message:
            'From here on, this draft is neither read as Markdown nor checked, and an export has it as it is typed: what stands above is as much as ten long papers have. Divide it into several drafts.',
        },
      ];
    const unread = unreadIn(block).map((span) => ({
      span,
      message:
        'From here on, this text is not checked, and bold text, links and other marks on so long a line stay as they are typed: nobody reads so much in one piece. Divide it into paragraphs, with an empty line between them.',
    }));
    const together = typedStructuresIn(block)
      .filter(({ as }) => as === 'paragraphs')
      .map((lines) => ({
        ...problemOf(
          lines,
          'Word documents and the preview keep these paragraphs apart, but on a website they become one, as Markdown takes a single line end for a space. Leave an empty line between them.',
          () => [
            lines.mayBeParted
              ? { title: 'Leave an empty line between them', edits: parted(block, lines), preferred: true }
              : { title: 'Keep these lines apart', edits: keptApart(lines), preferred: true },
          ],
        ),
        // An editor reads what is typed, where the lines are apart.
        severity: 'hint' as const,
      }));
    return [...unread, ...together];
  },
  inDraft({ draft }) {
    const { blocks } = draft;
    const problems: Problem[] = [];
    for (const { run, index } of runsOf(draft)) {
      const ends = lastLines.of(run, undefined);
      for (let at = 0; at < ends.length; at++) {
        const rest = blocks[index + at + 1];
        if (ends[at] === 0 || blocks[index + at]!.line + ends[at]! !== rest?.line) continue;
        if (!isRest(blocks, index + at + 1) || isRest(blocks, index + at)) continue;
        const { start, block } = rest;
        problems.push({
          span: { start, end: start + lineEnd(block.text, 0) },
          message:
            'From here on, this text is read as another paragraph, and is one in Word: nobody reads so much in one piece. Divide it into paragraphs, with an empty line between them.',
        });
      }
    }
    return problems;
  },
});
