import type { Block, By, Inline, Paragraph, Review, Row, Table } from './model';

/** What becomes of tracked changes: they are shown, or all accepted or rejected. */
export type Changes = 'show' | 'accept' | 'reject';

/**
 * Resolves the review of paragraph marks and rows. Where changes are shown, each piece is then unchanged, inserted or
 * deleted: a paragraph that was split off is deleted from the one before and inserted as its own (and the reverse for a
 * joined one), so that accepting or rejecting all pieces gives the right text. Where changes are accepted or rejected,
 * no piece has a review.
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
  /** A paragraph whose end was deleted. */
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
      // The first paragraph with content gives its style to the joined one.
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

/** A paragraph whose end is inserted or deleted, with the content that follows it in one of the two readings. */
interface Head {
  readonly inlines: Inline[];
  readonly by: By;
}

/** @param review that of the row with the blocks */
function shown(blocks: readonly Block[], review: Review): Block[] {
  const out: Block[] = [];
  /** The paragraph that the next one is joined to with all changes accepted, and with all rejected. */
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

/** Shows the content of a paragraph as joined to another one in one of the readings. Returns what stays. */
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
  // Inserted and then deleted: it stands in neither reading.
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

/** Whether a piece is visible content. */
export function hasContent(inline: Inline): boolean {
  return inline.type === 'text'
    ? inline.text.trim() !== ''
    : inline.type === 'picture' || inline.type === 'note' || inline.type === 'box';
}
