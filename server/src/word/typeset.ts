import type { Nodes, PhrasingContent, Text } from 'mdast';
import {
  type Block,
  type Change,
  type Draft,
  languagesOf,
  type PlacedBlock,
  type Reviewed,
  withChanges,
} from '../draft';
import { Source } from '../draft/source';
import { eachNode, eachPiece } from '../mdast/tree';
import { printedQuotes } from '../text/printed-quotes';
import { addAll } from '../util/lists';
import { isShown } from './properties';

/** English and the other languages of Britain and Ireland that use the same quotation marks. */
const AS_IN_ENGLISH = /^(?:en|cy|gd|ga|gv|kw)\b/i;

/** A line end in HTML. */
const LINE_END = /^<br\b[^>]*>$/i;

/** Part of a paragraph's text; `from`, only where marks may change, is its offset in the source, equal in length. */
interface Stretch {
  readonly text: string;
  readonly from?: number;
}

/**
 * A draft with typographic quotation marks and apostrophes, in its text and in the front matter that the document shows.
 * Positions do not change. Marks after a backslash stay as they are.
 */
export function typeset(draft: Draft): Draft {
  if (!/["']/.test(draft.text)) return draft;
  const { whole, at } = languagesOf(draft);
  if (whole !== undefined && !AS_IN_ENGLISH.test(whole)) return draft;
  const all: Change[] = [];
  const blocks = draft.blocks.map((placed): PlacedBlock => {
    const { block, start } = placed;
    if (!/["']/.test((block.review ?? block).text) || !AS_IN_ENGLISH.test(at(start) ?? 'en')) return placed;
    const signs = signsIn(block);
    if (signs.size === 0) return placed;
    for (const [place, text] of signs)
      all.push({ span: { start: start + place, end: start + place + 1 }, text });
    const { review } = block;
    return {
      ...placed,
      block: { ...withSigns(block, signs), ...(review && { review: withSigns(review, signs) }) },
    };
  });
  const text = withChanges(draft.text, all);
  const { frontMatter } = draft;
  const shown = <T extends object>(keys: T): T =>
    Object.fromEntries(
      Object.entries(keys).map(([key, value]) => [key, isShown(key) ? printedIn(value) : value]),
    ) as T;
  return {
    text,
    source: Source.of(text),
    blocks,
    lineCount: draft.lineCount,
    frontMatter: { ...frontMatter, data: shown(frontMatter.data), raw: shown(frontMatter.raw) },
  };
}

function printedIn(value: unknown): unknown {
  if (typeof value === 'string') return printedQuotes(value);
  if (Array.isArray(value)) return value.map(printedIn);
  return value;
}

/** Typographic marks by their position in the block. */
type Signs = Map<number, string>;

function signsIn(block: Block): Signs {
  const signs: Signs = new Map();
  eachNode([(block.review ?? block).node], (one) => {
    if (one.type !== 'paragraph' && one.type !== 'heading' && one.type !== 'tableCell') return;
    const isReviewed = block.review !== undefined;
    // The marks of the sentence without the deletions, then those of the sentence without the insertions.
    print(signs, one.children, isReviewed ? 'criticDeletion' : undefined);
    if (isReviewed) print(signs, one.children, 'criticInsertion', 'criticDeletion');
  });
  return signs;
}

/**
 * Adds the typographic marks of a paragraph.
 *
 * @param without nodes of this type are left out of the text
 * @param only if given, only marks inside nodes of this type are added
 */
function print(
  signs: Signs,
  nodes: readonly PhrasingContent[],
  without: Nodes['type'] | undefined,
  only?: Nodes['type'],
): void {
  const stretches = stretchesOf(nodes, without, only);
  const typed = stretches.map(({ text }) => text).join('');
  const set = printedQuotes(typed);
  let start = 0;
  for (const { text, from } of stretches) {
    for (let at = 0; from !== undefined && at < text.length; at++) {
      const sign = set[start + at]!;
      if (sign !== text[at]) signs.set(from + at, sign);
    }
    start += text.length;
  }
}

/**
 * A copy of a block with its marks. Parsing the changed text again could give another tree: a bare web address would
 * include a typographic mark that follows it.
 */
function withSigns({ text, node }: Reviewed, signs: Signs): Reviewed {
  const set = (typed: string, from: number): string =>
    typed.replace(/["']/g, (mark, at: number) => signs.get(from + at) ?? mark);
  const copy = copyOf(node, (one) => {
    let value = '';
    eachPiece(one, (piece, from, to) => {
      value += to - from === piece.length ? set(piece, from) : piece;
    });
    one.value = value;
  });
  return { text: set(text, 0), node: copy };
}

/** A copy of a tree, with each copied text changed. Without recursion: quotes can be nested a thousand deep. */
function copyOf<T extends Nodes>(root: T, change: (text: Text) => void): T {
  const copy = { ...root };
  const open: Nodes[] = [copy];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'text') change(node);
    if (!('children' in node)) continue;
    const children: Nodes[] = node.children.map((child) => ({ ...child }));
    (node as { children: Nodes[] }).children = children;
    addAll(open, children);
  }
  return copy;
}

/** Without recursion: marks can be nested a thousand deep. */
function stretchesOf(
  nodes: readonly PhrasingContent[],
  without: Nodes['type'] | undefined,
  only: Nodes['type'] | undefined,
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  const open = nodes.toReversed().map((node) => ({ node, changes: only === undefined }));
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const { node } = one;
    if (node.type === without) continue;
    const changes = one.changes || node.type === only;
    if (node.type === 'text')
      eachPiece(node, (text, from, to) =>
        stretches.push({ text, ...(changes && to - from === text.length && { from }) }),
      );
    else if (node.type === 'break' || (node.type === 'html' && LINE_END.test(node.value)))
      stretches.push({ text: '\n' });
    else if (node.type === 'inlineCode' || node.type === 'image' || node.type === 'imageReference')
      stretches.push({ text: 'x' });
    else if ('children' in node)
      for (const child of node.children.toReversed())
        open.push({ node: child, changes: changes && !isByItsWords(node) });
  }
  return stretches;
}

/** Whether the text of a link is also its target, so that it must not change. */
function isByItsWords(node: PhrasingContent): boolean {
  if (node.type === 'linkReference') return node.referenceType !== 'full';
  if (node.type !== 'link') return false;
  const [only] = node.children;
  return only?.type === 'text' && node.url.endsWith(only.value);
}
