import type { Block, By, Inline, Paragraph, Review, Row, Table } from './model';

/**
 * What is made of tracked changes: they are shown, or taken as if somebody had accepted or rejected all of them.
 */
export type Changes = 'show' | 'accept' | 'reject';

/**
 * Blocks in which paragraph marks and rows have no review of their own any more. Where changes are shown, every piece
 * is unchanged, inserted or deleted: a paragraph that was split off is deleted in the one before and inserted as its
 * own, and one that was joined the other way round, so that accepting and rejecting all pieces gives the right text.
 * Where they are accepted or rejected, no piece has a review.
 */
export function reviewedBlocks(blocks: readonly Block[], changes: Changes): Block[] {
  return changes === 'show' ? shown(blocks, {}) : settled(blocks, changes);
}

type Open = { -readonly [Key in keyof Paragraph]: Paragraph[Key] } & { inlines: Inline[] };

function settled(blocks: readonly Block[], changes: 'accept' | 'reject'): Block[] {
  const gone = (review: Review): boolean =>
    (changes === 'accept' ? review.deleted : review.inserted) !== undefined ||
    (review.deleted !== undefined && review.inserted !== undefined);
  const out: Block[] = [];
  /** A paragraph whose end is gone. */
  let open: Open | undefined;
  for (const block of blocks) {
    if (block.type === 'table') {
      if (open !== undefined) out.push(open);
      open = undefined;
      const rows = block.rows.filter(({ review }) => !gone(review)).map((row) => plainRow(row, changes));
      if (rows.length > 0) out.push({ ...block, rows });
      continue;
    }
    const inlines = block.inlines.flatMap((inline) => settledInline(inline, gone, changes));
    if (open === undefined) open = { ...block, inlines };
    else {
      // The first that says something gives its style to what is joined.
      if (!open.inlines.some(hasContent)) open = { ...block, inlines: open.inlines };
      for (const inline of inlines) open.inlines.push(inline);
    }
    if (gone(block.mark)) continue;
    out.push({ ...open, mark: {} });
    open = undefined;
  }
  if (open !== undefined) out.push({ ...open, mark: {} });
  return out;
}

function plainRow(row: Row, changes: 'accept' | 'reject'): Row {
  const cells = row.cells.map((cell) => ({ ...cell, blocks: settled(cell.blocks, changes) }));
  return { ...row, cells, review: {} };
}

function settledInline(
  inline: Inline,
  gone: (review: Review) => boolean,
  changes: 'accept' | 'reject',
): Inline[] {
  if (inline.type === 'comment' || inline.type === 'bookmark') return [inline];
  if (gone(inline)) return [];
  const { inserted: _, deleted: __, ...rest } = inline;
  if (rest.type === 'box') return [{ ...rest, blocks: settled(rest.blocks, changes) }];
  if (rest.type !== 'text' || rest.formerly === undefined) return [rest];
  const { formerly, ...text } = rest;
  return [changes === 'accept' ? text : { ...text, format: formerly.format }];
}

/** A paragraph whose end is inserted or deleted, with what comes behind it in one of the two readings. */
interface Head {
  readonly inlines: Inline[];
  readonly by: By;
}

/** @param review of the row that the blocks stand in */
function shown(blocks: readonly Block[], review: Review): Block[] {
  const out: Block[] = [];
  /** What the next paragraph is joined to once all is accepted; and once all is rejected. */
  let accepted: Head | undefined;
  let rejected: Head | undefined;
  for (const block of blocks) {
    if (block.type === 'table') {
      accepted = undefined;
      rejected = undefined;
      const table = shownTable(block, review);
      if (table.rows.length > 0) out.push(table);
      continue;
    }
    let inlines = block.inlines.flatMap((inline) => shownInline(inline, review));
    const isAccepted = inlines.some((inline) => hasContent(inline) && !isDeleted(inline));
    const isRejected = inlines.some((inline) => hasContent(inline) && !isInserted(inline));
    if (accepted !== undefined && isAccepted) inlines = moved(inlines, accepted, 'inserted');
    if (rejected !== undefined && isRejected) inlines = moved(inlines, rejected, 'deleted');
    const { deleted, inserted } = block.mark;
    const own = (by: By): Head => ({ inlines, by });
    if (deleted === undefined || inserted !== undefined) accepted = undefined;
    else if (accepted === undefined) accepted = isAccepted ? own(deleted) : undefined;
    if (inserted === undefined || deleted !== undefined) rejected = undefined;
    else if (rejected === undefined) rejected = isRejected ? own(inserted) : undefined;
    out.push({ ...block, inlines, mark: {} });
  }
  return out;
}

/** Shows what stands in a paragraph as joined to another one in one of the readings; returns what is left here. */
function moved(
  inlines: readonly Inline[],
  { inlines: head, by }: Head,
  how: 'inserted' | 'deleted',
): Inline[] {
  return inlines.flatMap((inline): Inline[] => {
    if (inline.type === 'comment' || inline.type === 'bookmark') return [inline];
    const { inserted, deleted } = inline;
    if (inserted === undefined && deleted === undefined) {
      head.push({ ...inline, [how]: by });
      return [{ ...inline, [how === 'inserted' ? 'deleted' : 'inserted']: by }];
    }
    if ((how === 'inserted' ? inserted : deleted) === undefined) return [inline];
    head.push(inline);
    return [];
  });
}

function shownTable(table: Table, around: Review): Table {
  const rows = table.rows.flatMap((row): Row[] => {
    const review = { ...around, ...row.review };
    if (review.inserted !== undefined && review.deleted !== undefined) return [];
    const cells = row.cells.map((cell) => ({ ...cell, blocks: shown(cell.blocks, review) }));
    return [{ ...row, cells, review: {} }];
  });
  return { ...table, rows };
}

function shownInline(inline: Inline, around: Review): Inline[] {
  if (inline.type === 'comment' || inline.type === 'bookmark') return [inline];
  const piece = { ...around, ...inline };
  // Deleted after it had been inserted: neither reading has it.
  if (piece.inserted !== undefined && piece.deleted !== undefined) return [];
  if (piece.type !== 'box') return [piece];
  const { inserted, deleted } = piece;
  const review: Review = { ...(inserted && { inserted }), ...(deleted && { deleted }) };
  return [{ type: 'box', blocks: shown(piece.blocks, review) }];
}

function isInserted(inline: Inline): boolean {
  return 'inserted' in inline && inline.inserted !== undefined;
}

function isDeleted(inline: Inline): boolean {
  return 'deleted' in inline && inline.deleted !== undefined;
}

/** Whether a piece is something to be read or looked at. */
export function hasContent(inline: Inline): boolean {
  return inline.type === 'text'
    ? inline.text.trim() !== ''
    : inline.type === 'picture' || inline.type === 'note' || inline.type === 'box';
}
