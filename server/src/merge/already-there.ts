import type { By } from '../criticmarkup/types';
import type { Picture } from '../docx/model';
import type { Span } from '../draft/types';
import { typedQuotes } from '../text/printed-quotes';
import { textOf } from './edits';
import type { Leaf } from './leaves';
import type { Change } from './marks';
import type { Edit, Fragment } from './types';

/** Returns the address of a picture that a reviewer added. */
export type AddressOf = (picture: Picture) => string | undefined;

/** What a text says: the export prints typographic quotation marks, and a heading has the lines of a text in one. */
const said = (text: string): string => typedQuotes(text).replace(/\s+/g, ' ').trim();

/**
 * Whether a draft already has an insertion, because the same review was merged before.
 *
 * @param isNear whether an insertion of the draft is at the place of this one
 */
export function hasInserted(
  leaf: Leaf,
  content: readonly Fragment[],
  by: By,
  addressOf: AddressOf,
  isNear: (own: Span, text: string) => boolean = () => true,
): boolean {
  const text = said(textOf(content));
  return insertionsBy(leaf, by).some(({ text: span }) => {
    const own = leaf.text.slice(span.start, span.end);
    return said(own) === text && isNear(span, own) && hasPictures(leaf, span, content, addressOf);
  });
}

/** Whether a leaf of a draft has nothing but what was inserted, and no mark of that. */
export function isSettled(leaf: Leaf, content: readonly Fragment[], addressOf: AddressOf): boolean {
  return (
    leaf.changes.length === 0 &&
    said(leaf.text) === said(textOf(content)) &&
    hasPictures(leaf, { start: 0, end: leaf.text.length }, content, addressOf)
  );
}

function insertionsBy({ changes }: Leaf, { author }: By): readonly Change[] {
  return changes.filter(({ kind, by }) => kind === 'insertion' && by.author === author);
}

/** Compares pictures by address, because every picture is the same character in a text. */
function hasPictures(
  { pieces }: Leaf,
  { start, end }: Span,
  content: readonly Fragment[],
  addressOf: AddressOf,
): boolean {
  const own = pieces.flatMap((piece) =>
    piece.node.type === 'image' && piece.start >= start && piece.end <= end ? [piece.node.url] : [],
  );
  return content
    .flatMap((one) => ('item' in one && one.item.content.type === 'picture' ? [one.item.content] : []))
    .every((picture) => own.includes(addressOf(picture) ?? ''));
}

/** Whether a draft already has an edit, because the same review was merged before. */
export function isThere(edit: Edit, ours: Leaf, addressOf: AddressOf): boolean {
  switch (edit.kind) {
    case 'delete': {
      // Across changes of others, it has several marks, with what the person put beside these.
      const changes = ours.changes.filter(({ by }) => by.author === edit.by.author);
      return isMarked(edit.from, edit.to, { changes });
    }
    case 'insert': {
      // Between them stands what was marked there since, and in LibreOffice what it takes the place of.
      const isNear = ({ start, end }: Span, { length }: string): boolean => {
        const [from, to] = start < edit.at ? [end, edit.at] : [edit.at, start];
        return to - from <= length || isMarked(from, to, ours);
      };
      return hasInserted(ours, edit.content, edit.by, addressOf, isNear);
    }
    case 'format': {
      const words = ours.text.slice(edit.from, edit.to);
      return insertionsBy(ours, edit.by).some(
        ({ text: { start, end } }) => ours.text.slice(start, end) === words,
      );
    }
    default:
      return false;
  }
}

/** Whether all of a range is in open changes. */
export function isMarked(from: number, to: number, { changes }: Pick<Leaf, 'changes'>): boolean {
  let at = from;
  for (const { text } of changes) if (text.start <= at) at = Math.max(at, text.end);
  return at >= to;
}
