import type { Nodes, PhrasingContent } from 'mdast';
import { type Change, type Draft, languagesOf, parseDraft, withChanges } from '../draft';
import { addAll } from '../lists';
import { printedQuotes } from '../text/printed-quotes';
import { eachNode, eachPiece } from '../tree';
import { isShown } from './properties';

/** Languages of these islands, whose quotation marks are those of English. */
const AS_IN_ENGLISH = /^(?:en|cy|gd|ga|gv|kw)\b/i;

/** Something of a paragraph: text, with where its source begins where each sign of it is one of the source. */
interface Stretch {
  readonly text: string;
  readonly from?: number;
}

/**
 * A draft with its quotation marks and apostrophes as they are printed, in its text and in what the document shows of
 * its front matter: each place is where it was. What stands behind a backslash stays as it is.
 */
export function typeset(draft: Draft): Draft {
  if (!/["']/.test(draft.text)) return draft;
  const { whole, at } = languagesOf(draft);
  if (whole !== undefined && !AS_IN_ENGLISH.test(whole)) return draft;
  const changes: Change[] = [];
  for (const { block, start } of draft.blocks) {
    const { node, text } = block.review ?? block;
    if (!/["']/.test(text) || !AS_IN_ENGLISH.test(at(start) ?? 'en')) continue;
    eachNode([node], (one) => {
      if (one.type !== 'paragraph' && one.type !== 'heading' && one.type !== 'tableCell') return;
      const isReviewed = block.review !== undefined;
      // What was deleted and what is added are each in a sentence of their own.
      addAll(changes, printed(one.children, start, isReviewed ? 'criticDeletion' : undefined));
      if (isReviewed) addAll(changes, printed(one.children, start, 'criticInsertion', 'criticDeletion'));
    });
  }
  const set = changes.length === 0 ? draft : parseDraft(withChanges(draft.text, changes));
  const { frontMatter } = draft;
  const shown = <T extends object>(keys: T): T =>
    Object.fromEntries(
      Object.entries(keys).map(([key, value]) => [key, isShown(key) ? printedIn(value) : value]),
    ) as T;
  return {
    text: set.text,
    source: set.source,
    blocks: set.blocks,
    lineCount: set.lineCount,
    frontMatter: { ...set.frontMatter, data: shown(frontMatter.data), raw: shown(frontMatter.raw) },
  };
}

function printedIn(value: unknown): unknown {
  if (typeof value === 'string') return printedQuotes(value);
  if (Array.isArray(value)) return value.map(printedIn);
  return value;
}

/**
 * The changes that a paragraph takes.
 *
 * @param without what is left out of it
 * @param only in what it is changed
 */
function printed(
  nodes: readonly PhrasingContent[],
  offset: number,
  without: Nodes['type'] | undefined,
  only?: Nodes['type'],
): readonly Change[] {
  const stretches = stretchesOf(nodes, without, only);
  const typed = stretches.map(({ text }) => text).join('');
  const set = printedQuotes(typed);
  const changes: Change[] = [];
  let start = 0;
  for (const { text, from } of stretches) {
    for (let at = 0; from !== undefined && at < text.length; at++) {
      const sign = set[start + at]!;
      if (sign === text[at]) continue;
      const place = offset + from + at;
      changes.push({ span: { start: place, end: place + 1 }, text: sign });
    }
    start += text.length;
  }
  return changes;
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
    else if (node.type === 'break') stretches.push({ text: '\n' });
    else if (node.type === 'inlineCode' || node.type === 'image' || node.type === 'imageReference')
      stretches.push({ text: 'x' });
    else if ('children' in node)
      for (const child of node.children.toReversed())
        open.push({ node: child, changes: changes && !isByItsWords(node) });
  }
  return stretches;
}

/** Whether what a link says is also where it leads, so that it must stay as it is. */
function isByItsWords(node: PhrasingContent): boolean {
  if (node.type === 'linkReference') return node.referenceType !== 'full';
  if (node.type !== 'link') return false;
  const [only] = node.children;
  return only?.type === 'text' && node.url.endsWith(only.value);
}
