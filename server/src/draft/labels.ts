import { eachNode } from '../mdast/tree';
import { perBlock } from './block-map';
import type { Block, PlacedBlock } from './types';

/**
 * Labels of link definitions (`=` before them) and of footnotes (`^` before them), normalised as micromark
 * compares them, with the number of definitions of each.
 */
export type Labels = ReadonlyMap<string, number>;

const none: readonly string[] = [];
/** The labels that a block defines, in order, repetitions included. */
export const labelsOf = perBlock((block: Block): readonly string[] => {
  const { text, node } = block.review ?? block;
  if (!text.includes(']:')) return none;
  const labels: string[] = [];
  eachNode([node], (one) => {
    if (one.type === 'definition') labels.push(`=${one.identifier.toUpperCase()}`);
    if (one.type === 'footnoteDefinition') labels.push(`^${one.identifier.toUpperCase()}`);
  });
  return labels;
});

/** Counts the labels that blocks define, each as often as `by` says. */
export function countLabels(counts: Map<string, number>, blocks: readonly PlacedBlock[], by = 1): void {
  for (const { block } of blocks)
    for (const label of labelsOf(block)) counts.set(label, (counts.get(label) ?? 0) + by);
}

/**
 * A test for blocks that may have a reference to one of `labels` (as `labelsOf` gives them). It has no misses,
 * but hits that are none: references are compared without the spaces, line ends and quotation prefixes in them.
 */
export function mayRefer(labels: readonly string[]): (block: Block) => boolean {
  // In its brackets: “2” stands in every text with a year.
  const squeezed = labels.map((label) =>
    squeeze(label.startsWith('^') ? `[${label}]` : `[${label.slice(1)}]`),
  );
  return (block) => {
    const { text } = block.review ?? block;
    if (!text.includes('[')) return false;
    const source = squeeze(text);
    return squeezed.some((label) => source.includes(label));
  };
}

function squeeze(text: string): string {
  return text
    .replace(/[\s>]+/g, '')
    .replaceAll('\0', '\uFFFD')
    .toLowerCase()
    .toUpperCase();
}
