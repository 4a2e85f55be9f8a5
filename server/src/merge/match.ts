import { align, likeness } from '../align';
import { fillGaps } from '../align/gaps';
import { ALIKE, alignAlike } from '../align/pair-similar';
import { standsAbove } from '../import/front-matter';
import { addTo } from '../util/lists';
import { type EmbeddedParagraph, fingerprint } from '../word/embedded-draft/read';
import { before } from './groups';
import { type HtmlPlace, startOf } from './html';
import { labelWithPrint } from './labels';
import { type Leaf, NOTE } from './leaves';
import type { Added, Group } from './types';

/** A paragraph of a document and its place in the draft. */
export interface Placed {
  readonly group: Group | Added;
  /** Position of its leaf; undefined where it has none. */
  readonly leaf?: number;
  /** Whether its text is the same as when it was exported. */
  readonly same: boolean;
  /** Whether it was exported. If not, it was added without tracking. */
  readonly exported: boolean;
  /** For generated text that has changed: what it said. */
  readonly was?: string;
  /** Whether it is the label of an alert, which the leaf after it begins with. */
  readonly isLabel?: true;
}

interface Match {
  /** In the order of the document. */
  readonly placed: readonly Placed[];
  /** Leaves that were exported and are gone, as they were deleted without tracking. */
  readonly gone: Set<number>;
  /** Generated lines of the title block that are gone. */
  readonly lost: readonly string[];
  /** How many line breaks each leaf was exported with, by its position; those between its paragraphs count. */
  readonly breaks: ReadonlyMap<number, number>;
}

/**
 * Finds the leaf of each paragraph of a reviewed document.
 *
 * @param html what of the draft is in the document and no leaf
 */
export function match(
  leaves: readonly Leaf[],
  html: readonly HtmlPlace[],
  exported: readonly EmbeddedParagraph[],
  groups: readonly (Group | Added)[],
): Match {
  const own = groups.flatMap((group, at) =>
    'by' in group || before(group.parts).trim() === '' ? [] : [{ ...group, at }],
  );
  const texts = own.map(({ parts }) => before(parts));
  const prints = texts.map((text) => printOf(text));
  const labels = labelsOf(leaves, exported);
  const shownBy = leafOfEach(leaves, html, exported, labels);
  const leafText = (at: number): string => (shownBy[at] === undefined ? '' : leaves[shownBy[at]!]!.text);
  const exportedPrints = exported.map(({ print }) => print);
  const pairs = alignAlike(exportedPrints, prints, (a, b) => {
    const { block, paragraphs } = own[b]!;
    const { block: wanted, text: generated } = exported[a]!;
    if (block !== undefined && block !== wanted) return 0;
    const text = generated ?? leafText(a);
    const alike = text === '' ? 0 : likeness(text, texts[b]!);
    if (wanted === undefined) return standsAbove(paragraphs[0]!) ? Math.max(alike, ALIKE) : alike;
    return block === wanted ? Math.max(alike, ALIKE) + 0.5 : alike;
  });
  const byGroup = new Map<number, { readonly which: number; readonly print: string }>();
  for (const [which, pair] of pairs.entries())
    if (pair !== -1) byGroup.set(own[pair]!.at, { which, print: prints[pair]! });
  const seen = new Set<number>();
  // A leaf of which one paragraph is gone is not the same, even if the others are.
  const lacking = new Set(shownBy.filter((leaf, which) => leaf !== undefined && pairs[which] === -1));
  const placed = groups.map((group, at): Placed => {
    const found = byGroup.get(at);
    if (found === undefined) return { group, same: false, exported: false };
    const leaf = shownBy[found.which];
    if (leaf !== undefined) seen.add(leaf);
    const { print, text } = exported[found.which]!;
    const same = found.print === print && !lacking.has(leaf);
    const label = labels.get(found.which);
    const was = text ?? label;
    return {
      group,
      same,
      exported: true,
      ...(leaf !== undefined && { leaf }),
      ...(was !== undefined && !same && { was }),
      ...(label !== undefined && { isLabel: true }),
    };
  });
  const isTitle = (at: number): boolean => {
    const node = shownBy[at] === undefined ? undefined : leaves[shownBy[at]!]!.node;
    return node?.type === 'heading' && node.depth === 1;
  };
  const body = exported.findIndex(({ block }, at) => block !== undefined && !isTitle(at));
  const lost = exported
    .slice(0, body === -1 ? undefined : body)
    .flatMap(({ text }, at) => (text && pairs[at] === -1 ? [text] : []));
  const gone = new Set(shownBy.filter((leaf) => leaf !== undefined && !seen.has(leaf)) as number[]);
  return { placed, gone, lost, breaks: breaksOf(shownBy, exported) };
}

function breaksOf(
  shownBy: readonly (number | undefined)[],
  exported: readonly EmbeddedParagraph[],
): Map<number, number> {
  const found = new Map<number, number>();
  for (const [which, leaf] of shownBy.entries()) {
    if (leaf === undefined) continue;
    const before = found.get(leaf);
    found.set(leaf, (before === undefined ? 0 : before + 1) + (exported[which]!.breaks ?? 0));
  }
  return found;
}

/** The fingerprint of text as shown: see `fingerprint`. */
export function printOf(text: string): string {
  return fingerprint(text.replaceAll(NOTE, ''));
}

/** The exported paragraphs that are labels of alerts, each with what it says. */
function labelsOf(
  leaves: readonly Leaf[],
  exported: readonly EmbeddedParagraph[],
): ReadonlyMap<number, string> {
  const blocks = new Set(leaves.flatMap(({ block, label }) => (label === undefined ? [] : [block])));
  const found = new Map<number, string>();
  for (const [at, { block, print }] of exported.entries()) {
    const label = block !== undefined && blocks.has(block) ? labelWithPrint(print) : undefined;
    if (label !== undefined) found.set(at, label);
  }
  return found;
}

function leafOfEach(
  leaves: readonly Leaf[],
  html: readonly HtmlPlace[],
  exported: readonly EmbeddedParagraph[],
  labels: ReadonlyMap<number, string>,
): (number | undefined)[] {
  const found: (number | undefined)[] = new Array(exported.length);
  const ofBlock = new Map<number, number[]>();
  for (const [at, { block, note }] of leaves.entries()) if (note === undefined) addTo(ofBlock, block, at);
  const shown = new Map<number, number[]>();
  for (const [at, { block }] of exported.entries())
    if (block !== undefined && !labels.has(at)) addTo(shown, block, at);
  const htmlIn = new Map<number, number[]>();
  for (const place of html) addTo(htmlIn, place.block, startOf(place));
  for (const [block, paragraphs] of shown) {
    const own = (ofBlock.get(block) ?? []).filter((at) => printOf(leaves[at]!.text) !== EMPTY);
    if (own.length === 0) continue;
    const pairs = align(
      paragraphs.map((at) => exported[at]!.print),
      own.map((at) => printOf(leaves[at]!.text)),
    );
    // Between known pairs, in order; what is left over belongs to the one before it.
    fillGaps(pairs, own.length, (from, to, other, end) =>
      Array.from({ length: to - from }, (_, at) => (at < end - other ? at : -1)),
    );
    let last = pairs.find((pair) => pair !== -1) ?? 0;
    let from = -1;
    const starts = htmlIn.get(block) ?? [];
    const startAt = (at: number): number => (own[at] === undefined ? Infinity : startOf(leaves[own[at]]!));
    for (const [at, pair] of pairs.entries()) {
      if (pair !== -1) [last, from] = [pair, startAt(pair)];
      const to = startAt(from === -1 ? 0 : last + 1);
      // Unless it is of HTML that stands there.
      if (pair !== -1 || !starts.some((start) => from < start && start < to))
        found[paragraphs[at]!] = own[last];
    }
  }
  return found;
}

const EMPTY = fingerprint('');
