/** Layout instructions in comments of a draft, and where they put the table of contents and the list of sources. */
import type { Heading, Nodes } from 'mdast';
import { type Directive, directiveNamed } from '../directive-names';
import { htmlTokens } from '../html/tokens';
import type { Layout } from '../layout';
import type { SourceBlock } from '../source';
import type { Context } from './context';

/**
 * Reads `<!-- pagebreak -->`, `<!-- landscape -->`, `<!-- portrait -->` (ends a landscape part), `<!-- contents -->`
 * and `<!-- sources -->`.
 */
export function directivesIn(html: string): Directive[] {
  const out: Directive[] = [];
  for (const token of htmlTokens(html)) {
    const directive = token.type === 'comment' ? directiveNamed(token.value) : undefined;
    if (directive !== undefined) out.push(directive);
  }
  return out;
}

/** Whether a comment in the draft says where the table of contents goes. */
export function placesContents(blocks: readonly SourceBlock[]): boolean {
  return blocks.some(({ node }) => node.type === 'html' && directivesIn(node.value).includes('contents'));
}

/**
 * The headings that a table of contents can name, in the order in which they are written: those of the draft below its
 * title, and that of the list of sources where there will be one.
 *
 * @param title which block is the title
 */
export function headingsWritten(
  { blocks, notes }: Context['source'],
  title: number | undefined,
  { sources }: Layout,
  sourcesHeading: Heading,
): readonly Heading[] {
  const found: Heading[] = [];
  let cites = false;
  let isPlaced = false;
  for (const [at, { node }] of blocks.entries()) {
    if (node.type === 'heading' && at !== title) found.push(node);
    if (node.type === 'html' && directivesIn(node.value).includes('sources')) {
      if (cites && !isPlaced) found.push(sourcesHeading);
      isPlaced = true;
    }
    cites ||= citesOneOf(notes, node);
  }
  if (sources && cites && !isPlaced) found.push(sourcesHeading);
  return found;
}

function citesOneOf(notes: Context['source']['notes'], node: Nodes): boolean {
  if (node.type === 'footnoteReference') return notes.has(node.identifier);
  return 'children' in node && node.children.some((child) => citesOneOf(notes, child));
}
