import type { Nodes } from 'mdast';
import { UNTRACKED } from '../criticmarkup/untracked';
import { formatOf } from '../docx/format';
import type { Format } from '../docx/model';
import type { Leaf } from './leaves';
import { lookOf, Places } from './places';
import type { Look, Reformat } from './types';

/** How a document shows text of a leaf. */
export interface SeenLook {
  readonly from: number;
  readonly to: number;
  readonly format: Format;
}

const STYLES = ['bold', 'italic', 'strike'] as const;

/**
 * The changes of format that nobody tracked: where text of a leaf looks different from what its Markdown says. What is
 * so in all of a heading or a cell is from its style, or from the program that saved the document.
 *
 * @param seq orders them behind all other edits of the leaf
 */
export function untrackedLooks(leaf: Leaf, seen: readonly SeenLook[], seq: number): Reformat[] {
  const places = new Places(leaf, '');
  const looks = new Map<Nodes, Look>();
  const changes: Reformat[] = [];
  const lookAt = (at: number): Look | undefined => {
    const node = places.piece(at)?.node;
    if (node?.type !== 'text') return undefined;
    const known = looks.get(node) ?? lookOf(places.path(at));
    looks.set(node, known);
    return known;
  };
  const isSaid = (at: number): boolean => leaf.text[at]!.trim() !== '';
  const texts = seen.flatMap(({ from, to, format }) =>
    Array.from({ length: to - from }, (_, at) => ({ at: from + at, format, look: lookAt(from + at) })),
  );
  const said = texts.filter(({ at, look }) => look !== undefined && isSaid(at));
  const isByStyle = leaf.node.type !== 'paragraph';
  const counted = STYLES.filter(
    (style) => !isByStyle || said.some(({ format, look }) => format[style] === look![style]),
  );
  const others = STYLES.filter((style) => !counted.includes(style));
  for (const { at, format, look } of said) {
    if (counted.every((style) => format[style] === look![style])) continue;
    const now = formatOf({ ...format, ...Object.fromEntries(others.map((style) => [style, look![style]])) });
    const last = changes.at(-1);
    const isNext = last !== undefined && leaf.text.slice(last.to, at).trim() === '';
    if (isNext && last.format === now && places.piece(last.from) === places.piece(at)) last.to = at + 1;
    else
      changes.push({
        kind: 'format',
        from: at,
        to: at + 1,
        format: now,
        by: UNTRACKED,
        seq,
        endSeq: seq + 1,
      });
  }
  return changes;
}
