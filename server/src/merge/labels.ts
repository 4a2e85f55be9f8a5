import type { Paragraph, Parents } from 'mdast';
import { fingerprint } from '../word/embedded-draft/read';
import { wordsIn } from '../word/printed-strings';
import { alertOf } from '../word/writing/quotations';

/** Labels that the export writes above alerts, in each language, by their fingerprints. */
const LABELS: ReadonlyMap<string, string> = new Map(
  ['en', 'cy'].flatMap((language) =>
    Object.values(wordsIn(language).alerts).map((label) => [fingerprint(label), label]),
  ),
);

/** The label above an alert that has a fingerprint; undefined if it is none of a label. */
export function labelWithPrint(print: string): string | undefined {
  return LABELS.get(print);
}

/**
 * What makes a paragraph the beginning of an alert, with the line end behind it: a document shows it as a label of its
 * own. Empty if it begins none.
 *
 * @param parents the nodes that it stands in, outermost first
 */
export function labelIn(node: Paragraph, parents: readonly Parents[]): string {
  const quotation = parents.at(-1);
  if (quotation?.type !== 'blockquote' || quotation.children[0] !== node) return '';
  const around = parents.slice(0, -1);
  // The export writes these as plain quotations.
  if (around.some(({ type }) => type === 'blockquote' || type === 'footnoteDefinition')) return '';
  const item = around.at(-1);
  if (item?.type === 'listItem' && item.children[0] === quotation) return '';
  const [start] = node.children;
  if (start?.type !== 'text' || alertOf(quotation, wordsIn('en')) === undefined) return '';
  return /^[^\n]*\n?/.exec(start.value)![0];
}
