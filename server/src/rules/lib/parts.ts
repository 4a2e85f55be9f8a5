import type { Draft, Heading, Span } from '../../draft';
import { headings } from '../../draft';
import type { Block } from '../../draft/types';
import type { DocumentKind, Part } from '../../framework/types';

/** A part of the kind that the draft has. */
export interface PresentPart {
  readonly part: Part;
  /** Position in `draft.blocks` of its heading, or of the line that is its sign. */
  readonly index: number;
  /** Level of its heading; 7 for a line. */
  readonly depth: number;
  readonly span: Span;
}

/** Something that stands as a heading: a real one, or a paragraph that is one line in bold. */
interface Title {
  readonly text: string;
  readonly index: number;
  readonly depth: number;
  readonly span: Span;
}

const bold = new WeakMap<Block, string | undefined>();
const lines = new WeakMap<Block, readonly string[]>();

/** Comparable: small letters, no numbering, no punctuation, "&" as "and". */
export function normalised(text: string): string {
  return text
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:(?:section|part|item)\s+)?(?:[\divx]{1,4}\s+)+(?=\p{L})/u, '')
    .trim();
}

const namesOf = new WeakMap<Part, readonly string[]>();

function names(part: Part): readonly string[] {
  let known = namesOf.get(part);
  if (!known) {
    known = [...new Set([part.title, ...part.aliases].map(normalised))].filter((name) => name !== '');
    namesOf.set(part, known);
  }
  return known;
}

/** Goes on after the name of a part without making it another: "Recommendations for cabinet". */
const GOES_ON =
  /^ (?:for|of|to|from|in|on|at|by|and|or|considered|appraisal|sought|required|proposed|undertaken|summary|of the|\d)/;

/** Whether a heading announces the part: it is one of its names, begins with one, or is made of several. */
export function isPart(heading: string, part: Part): boolean {
  const text = normalised(heading);
  if (names(part).includes(text)) return true;
  if (names(part).some((name) => text.startsWith(name) && GOES_ON.test(text.slice(name.length)))) return true;
  const pieces = heading.split(/\s+and\s+|\s*[&,/:–—|]\s*|\s+-\s+/).map(normalised);
  return pieces.length > 1 && pieces.some((piece) => names(part).includes(piece));
}

function titles(draft: Draft): readonly Title[] {
  const real: Title[] = headings(draft).map(({ text, index, depth, span }: Heading) => ({
    text,
    index,
    depth,
    span,
  }));
  const found = [...real];
  draft.blocks.forEach(({ block, start }, index) => {
    const text = boldLine(block);
    if (text !== undefined)
      found.push({ text, index, depth: 7, span: { start, end: start + block.text.length } });
  });
  return found.sort((a, b) => a.index - b.index);
}

function boldLine(block: Block): string | undefined {
  if (block.node.type !== 'paragraph' || block.text.length > 200 || !/^\s*(?:\*\*|__)/.test(block.text))
    return undefined;
  if (!bold.has(block)) {
    const match = /^\s*(\*\*|__)([^*_\n]+)\1\s*:?\s*$/.exec(block.text);
    bold.set(block, match?.[2]);
  }
  return bold.get(block);
}

/** The first words of each line of a short paragraph, comparable. */
function linesOf(block: Block): readonly string[] {
  let known = lines.get(block);
  if (!known) {
    const text = block.node.type === 'paragraph' || block.node.type === 'heading' ? block.text : '';
    known = text.length > 20_000 ? [] : text.split(/[\r\n]+/).map((line) => normalised(line.slice(0, 200)));
    lines.set(block, known);
  }
  return known;
}

/** The parts of `kind` that stand in the draft, in the order of the kind; each where it first stands. */
export function presentParts(draft: Draft, kind: DocumentKind): readonly PresentPart[] {
  const all = titles(draft);
  const found: PresentPart[] = [];
  for (const part of kind.parts) {
    const title = all.find(
      ({ text, index, depth }) => isPart(text, part) && !(depth === 1 && index === 0 && all.length === 1),
    );
    if (title) {
      found.push({ part, index: title.index, depth: title.depth, span: title.span });
      continue;
    }
    const index = signOf(draft, part);
    if (index === -1) continue;
    const { block, start } = draft.blocks[index]!;
    found.push({ part, index, depth: 7, span: { start, end: start + block.text.length } });
  }
  return found;
}

/** Position of the block with a line that begins with the part's name ("Ends", "For immediate release"); -1 without. */
function signOf(draft: Draft, part: Part): number {
  const wanted = names(part);
  const strict = part.sign !== 'line';
  return draft.blocks.findIndex(({ block }) =>
    linesOf(block).some((line) =>
      wanted.some((name) => {
        // A section without a heading still counts when its first line says what it is: "Contact: …".
        if (strict)
          return (
            line.startsWith(name) &&
            new RegExp(`^[^\\p{L}]*[\\p{L}\\s'’]{${name.length},${name.length + 4}}\\**\\s*:`, 'u').test(
              block.text,
            )
          );
        return (
          line === name ||
          (name.includes(' ') ? line.includes(name) : line.startsWith(`${name} `) && name !== 'end')
        );
      }),
    ),
  );
}

/** Level of the draft's sections: that of most of its parts' headings, else below its title. */
export function sectionDepth(draft: Draft, present: readonly PresentPart[]): number {
  const counts = new Map<number, number>();
  for (const { depth } of present) if (depth <= 6) counts.set(depth, (counts.get(depth) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  if (most) return most[0];
  return headings(draft).some(({ depth }) => depth === 1) || draft.frontMatter.data.title ? 2 : 2;
}

/** Position in `draft.blocks` after the section that the heading at `index` opens. */
export function endOfSection(draft: Draft, index: number, depth: number): number {
  const next = headings(draft).find((heading) => heading.index > index && heading.depth <= depth);
  return next?.index ?? draft.blocks.length;
}
