import type { Paragraph, PhrasingContent } from 'mdast';

/** A term with what it means, written on lines below it that begin with a colon. */
export interface DefinitionGroup {
  readonly term: readonly PhrasingContent[];
  readonly meanings: readonly (readonly PhrasingContent[])[];
}

const LONGEST_TERM = 120;

/**
 * Reads
 *
 *     Term
 *     : What it means
 *
 * which Markdown itself takes for a paragraph, and people for a definition.
 */
export function definitionOf(node: Paragraph): DefinitionGroup | undefined {
  if (!node.children.some((child) => child.type === 'text' && /\n: /.test(child.value))) return undefined;
  const parts: PhrasingContent[][] = [[]];
  for (const child of node.children) {
    if (child.type !== 'text') {
      parts.at(-1)!.push(child);
      continue;
    }
    for (const [at, value] of child.value.split(/\n: +/).entries()) {
      if (at > 0) parts.push([]);
      if (value !== '') parts.at(-1)!.push({ ...child, value });
    }
  }
  const [term = [], ...meanings] = parts;
  const oneLine = term.every(
    (child) => child.type !== 'break' && !(child.type === 'text' && child.value.includes('\n')),
  );
  const first = term[0];
  if (first?.type === 'text' && first.value.startsWith(':')) return undefined;
  const length = term.reduce((sum, child) => sum + ('value' in child ? child.value.length : 20), 0);
  if (!oneLine || term.length === 0 || length > LONGEST_TERM || meanings.some((one) => one.length === 0))
    return undefined;
  return { term, meanings };
}
