import { toString as textOf } from 'mdast-util-to-string';
import { type Block, BlockFinder, type Draft, headings, perBlockFor, type Span } from '../../../draft';
import type { DocumentKind, Part } from '../../../framework/types';
import { tally } from '../../../util/lists';
import { getOrInsert, memoized } from '../../../util/memoize';
import { isNameOf, names, normalised, partsLabelled, partsNamed } from './names';

/** A part of its kind that a draft has. */
export interface PresentPart {
  readonly part: Part;
  /** Position in `draft.blocks` of its heading or line. */
  readonly index: number;
  /** Level of its heading; 7 for a line. */
  readonly depth: number;
  readonly span: Span;
}

/** A part that a block announces: as a heading; as a line in bold, in capitals or with just its name; or by a label. */
interface Sign {
  readonly part: Part;
  /** Level of the heading; 7 for a line. */
  readonly depth: number;
}

const finder = new BlockFinder(perBlockFor(readSigns));

function readSigns(block: Block, kind: DocumentKind): readonly Sign[] {
  const { node, text } = block;
  if (node.type === 'heading') {
    return partsNamed(textOf(node), kind.parts).map((part) => ({ part, depth: node.depth }));
  }
  if (text.length > LONGEST_LINE * 8) return [];
  // To Markdown, “2. RECOMMENDATIONS” is a list of one item.
  if (node.type !== 'paragraph' && !(node.type === 'list' && node.children.length === 1)) return [];
  const heading = boldLine(text) ?? lineInCapitals(text) ?? lineThatNames(text, kind);
  const lines = kind.parts.some(({ sign }) => sign === 'line')
    ? text.split(/[\r\n]+/).map((line) => normalised(line.slice(0, LONGEST_LINE)))
    : [];
  const written = /^[^:\r\n]{1,60}(?=:)/.exec(text)?.[0];
  const labels = [...(written === undefined ? [] : [written]), ...boldLabels(text)];
  if (heading === undefined && labels.length === 0 && lines.length === 0) return [];
  const labelled = labels.flatMap((label) => partsLabelled(label, kind.parts));
  const named = heading === undefined ? undefined : partsNamed(heading, kind.parts);
  const found = kind.parts.filter(
    (part) =>
      named?.includes(part) ||
      (part.sign === 'line' ? lines.some((line) => isLine(line, part)) : labelled.includes(part)),
  );
  return found.map((part) => ({ part, depth: 7 }));
}

/** The longest line that may announce a part, in characters. */
const LONGEST_LINE = 200;

/** Labels in bold with a colon, anywhere in a text: "Please protect the fund. **Contact:** Jo Lee". */
function boldLabels(text: string): readonly string[] {
  return [...text.matchAll(/(\*\*|__)([^*_:\r\n]{1,60})(?::\1|\1:)/g)].map(([, , label]) => label!);
}

function boldLine(text: string): string | undefined {
  return /^(\*\*|__)([^*_\n]+)\1\s*:?$/.exec(text.trim())?.[2];
}

/** A heading of pasted text: a block that is one line in capitals. */
export function lineInCapitals(text: string): string | undefined {
  const line = text.trim();
  if (line.length > LONGEST_SIGN || /[\p{Ll}\r\n]/u.test(line)) return undefined;
  return /\p{Lu}{2}/u.test(line) ? line : undefined;
}

/** A heading of pasted text: a block that is exactly the name of a part. */
function lineThatNames(text: string, { parts }: DocumentKind): string | undefined {
  const line = text.trim();
  if (line.length > LONGEST_SIGN || /[\r\n]|[.,;!]$/.test(line)) return undefined;
  return isNameOf(normalised(line), parts) ? line : undefined;
}

/** The longest line that announces a part by words in it, in characters; a longer one is a sentence. */
const LONGEST_SIGN = 100;

/**
 * Whether a line announces a part. "Ends" must stand alone; "For immediate release" may have a date beside it, and
 * "Yours sincerely" a name behind it.
 */
function isLine(line: string, part: Part): boolean {
  return names(part).some((name) => {
    if (line === name) return true;
    if (line.length > LONGEST_SIGN || name === 'end') return false;
    return name.includes(' ') && part.id !== 'sign-off' ? line.includes(name) : line.startsWith(`${name} `);
  });
}

const partsByKind = memoized((_: Draft) => new Map<DocumentKind, readonly PresentPart[]>());

/** The parts of `kind` that the draft has, in the order of the kind; each where it first occurs. */
export function presentParts(draft: Draft, kind: DocumentKind): readonly PresentPart[] {
  return getOrInsert(partsByKind(draft), kind, () => findParts(draft, kind));
}

/** Position of the title of the paper, which announces no part; -1 for none, or if all headings are of level 1. */
function titleOf(draft: Draft): number {
  const all = headings(draft);
  return all[0]?.depth === 1 && all.some(({ depth }) => depth > 1) ? all[0].index : -1;
}

/** All sections of a part, as positions in `draft.blocks`: from its heading or line to the block after its last. */
export function sectionsOf(
  draft: Draft,
  kind: DocumentKind,
  part: Part,
): readonly { readonly index: number; readonly end: number }[] {
  const title = titleOf(draft);
  const all = finder.in(draft, kind);
  return all.flatMap(({ found: signs, index }) => {
    const sign = signs.find((candidate) => candidate.part === part);
    if (!sign || index === title) return [];
    const end = endOfSection(draft, index, sign.depth);
    // A part that begins with a line ends at the next part.
    const next = sign.depth > 6 ? all.find((other) => other.index > index)?.index : undefined;
    return [{ index, end: Math.min(end, next ?? end) }];
  });
}

function findParts(draft: Draft, kind: DocumentKind): readonly PresentPart[] {
  const title = titleOf(draft);
  const found = new Map<Part, PresentPart>();
  for (const { found: signs, placed, index } of finder.in(draft, kind)) {
    const { block, start } = placed;
    for (const { part, depth } of signs) {
      const before = found.get(part);
      if (index === title && part.sign !== 'line') continue;
      // A heading is a better sign than a line.
      if (before && !(before.depth > 6 && depth <= 6)) continue;
      found.set(part, { part, index, depth, span: { start, end: start + block.text.length } });
    }
  }
  return kind.parts.flatMap((part) => found.get(part) ?? []);
}

/** The section of the part of a kind with an id, where that has a heading: from it to the block after its last. */
export function sectionOf(
  draft: Draft,
  kind: DocumentKind,
  id: string,
): (PresentPart & { readonly end: number }) | undefined {
  const found = presentParts(draft, kind).find(({ part, depth }) => part.id === id && depth <= 6);
  return found && { ...found, end: endOfSection(draft, found.index, found.depth) };
}

/** Level of the draft's sections: that of most of its parts' headings, or else 2. */
export function sectionDepth(present: readonly PresentPart[]): number {
  const counts = tally(present.flatMap(({ depth }) => (depth <= 6 ? [depth] : [])));
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return most?.[0] ?? 2;
}

/**
 * The level of the heading of a section that is inserted before the block at `index`: that of most parts, or a lower one
 * among parts that are sections of another. A higher one would take those below it from the part that they belong to.
 */
export function sectionDepthAt(draft: Draft, present: readonly PresentPart[], index: number): number {
  const depth = sectionDepth(present);
  const all = headings(draft);
  const next = all.find((heading) => heading.index >= index);
  if (next !== undefined && next.depth > depth) return next.depth;
  const parent = all.findLast((heading) => heading.index < index && heading.depth <= depth);
  const siblings = present.filter(
    (part) =>
      part.depth > depth && part.depth <= 6 && part.index < index && part.index > (parent?.index ?? index),
  );
  return siblings.length > 1 ? siblings.at(-1)!.depth : depth;
}

/** Position in `draft.blocks` after the section that the heading at `index` opens. */
export function endOfSection(draft: Draft, index: number, depth: number): number {
  const next = headings(draft).find((heading) => heading.index > index && heading.depth <= depth);
  return next?.index ?? draft.blocks.length;
}
