import { BlockFinder, type Draft, passagesOf, type Span } from '../../draft';
import { nodesOf, spanOf } from './nodes';

/** The text of a footnote. */
export interface Note {
  readonly label: string;
  /** As labels are compared. */
  readonly identifier: string;
  readonly text: string;
  /** In its block, which may be a list or a quotation. */
  readonly span: Span;
}

/** The footnotes that a draft defines, in the order of the text. */
export const notes = new BlockFinder((block): readonly Note[] | undefined => {
  if (!block.text.includes(']:')) return undefined;
  const found = nodesOf(block).flatMap((node): Note[] => {
    if (node.type !== 'footnoteDefinition') return [];
    const { label, identifier, children } = node;
    const span = spanOf(node);
    const source = children.length > 0 ? block.text.slice(spanOf(children[0]!).start, span.end) : '';
    // What stands there by itself is told as its reader sees it.
    const words =
      node === block.node ? passagesOf(block).map(({ prose }) => withoutGaps(prose.text)) : [source];
    return [
      { label: label ?? identifier, identifier, text: words.join(' ').replace(/\s+/g, ' ').trim(), span },
    ];
  });
  return found.length > 0 ? found : undefined;
});

/** Without the commas round an address that stood there, of which prose shows nothing. */
const withoutGaps = (text: string): string => text.replace(/,(?:\s*,)*\s*([.,])/g, '$1');

const references = new BlockFinder((block) => {
  if (!block.text.includes('[^')) return undefined;
  const found = nodesOf(block).filter((node) => node.type === 'footnoteReference');
  return found.length > 0 ? found : undefined;
});

/** The footnotes that are written out, those first that were referred to last before an offset, then the others. */
export function notesNear(draft: Draft, offset: number): readonly Note[] {
  const written = notes
    .in(draft, undefined)
    .flatMap(({ found }) => found)
    .filter(({ text }) => text !== '' && !text.includes('['));
  const places = new Map<string, number>();
  for (const { found, placed } of references.in(draft, undefined)) {
    for (const { identifier, position } of found) {
      const at = placed.start + position!.start.offset!;
      if (at < offset) places.set(identifier, at);
    }
  }
  const place = ({ identifier }: Note): number => places.get(identifier) ?? -1;
  return written.sort((one, other) => place(other) - place(one));
}
