import { BlockFinder, type Draft, headings, type PlacedBlock } from '../draft';
import type { DocumentKind } from '../framework/types';
import { tally } from '../util/lists';
import { lineInCapitals, presentParts } from './lib/parts/present';
import { rule } from './lib/rule';

/** Fewer may stand in any text for another reason. */
const FEWEST = 3;
/** The longest line that is a heading, in characters. */
const LONGEST = 80;

/** A line that may be a heading: by its capitals, or where paragraphs below it are numbered after it. */
interface Line {
  readonly capitals: boolean;
  /** “2”, as it is written. */
  readonly number: string | undefined;
}

const finder = new BlockFinder(({ node, text }): Line | undefined => {
  const isLine =
    node.type === 'paragraph' ||
    (node.type === 'list' && node.ordered === true && node.children.length === 1);
  const line = text.trim();
  // A sentence ends, a word of a few capitals is a name, a bracket a note, and a sum the end of a list.
  if (!isLine || line.length > LONGEST || /[\r\n]|^[[(]|[£€$]|[.,;:!]$/.test(line)) return undefined;
  const number = /^(\d{1,2})\.\s/.exec(line)?.[1];
  const capitals = lineInCapitals(line) !== undefined && /\p{Lu}{5}|\d\.?\s+\p{Lu}{4}/u.test(line);
  return capitals || (number !== undefined && node.type === 'list') ? { capitals, number } : undefined;
});

export const headingTyped = rule('heading-typed', {
  inDraft({ draft, project: { framework } }) {
    if (headings(draft).some(({ depth }) => depth > 1)) return [];
    const said = draft.frontMatter.data.kind;
    const lines = typed(draft, said === undefined ? undefined : framework.kindNamed(said));
    const [first] = lines;
    if (first === undefined || lines.length < FEWEST) return [];
    return [
      {
        span: { start: first.start, end: first.start + first.block.text.trimEnd().length },
        message: `This line and ${lines.length - 1} more look like headings, and are text: Word and screen readers know of no heading there. Begin each with ## and a space.`,
        fixes: [
          {
            title: `Make these ${lines.length} lines headings`,
            edits: lines.map(({ start }) => ({ span: { start, end: start }, text: '## ' })),
            preferred: true,
          },
        ],
      },
    ];
  },
});

/** The lines of a draft that look like headings, each with text below it; what stands first names the paper. */
function typed(draft: Draft, kind: DocumentKind | undefined): readonly PlacedBlock[] {
  const found = finder.in(draft, undefined);
  const all = new Set(found.map(({ index }) => index));
  const times = tally(found.map(({ placed }) => placed.block.text.trim()));
  // “ENDS” and “FOR IMMEDIATE RELEASE” head nothing.
  for (const { part, index } of kind === undefined ? [] : presentParts(draft, kind))
    if (part.sign === 'line') all.delete(index);
  const lines = found.flatMap(({ found: { capitals, number }, placed, index }) => {
    const next = draft.blocks[index + 1]?.block;
    if (index === 0 || next === undefined || !all.has(index) || all.has(index + 1)) return [];
    // What stood at the head or the foot of each page: “OFFICIAL”.
    if (times.get(placed.block.text.trim())! > 1) return [];
    return capitals || next.text.startsWith(`${number}.`) ? [placed] : [];
  });
  // Where those of a paper have numbers, a line without one is the name of the committee, or the like.
  const numbered = lines.filter(({ block }) => /^[*_]{0,3}\d/.test(block.text));
  return numbered.length < FEWEST ? lines : numbered;
}
