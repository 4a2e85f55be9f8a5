import { isOn } from './format';
import { type Block, type Cell, MOST_COLUMNS, type Review, type Row, type Table } from './model';
import { indentIn } from './numbering';
import { chosen, isMark, markOf, reviewed, type StoryReader } from './story-reader';
import { elementIn, valueIn, type XmlElement } from './xml-tree';

/** Reads `w:tbl`. */
export function readTable(table: XmlElement, review: Review, story: StoryReader): Table {
  const rows: Row[] = [];
  for (const { element, review: own } of within(table, 'w:tr', review, story))
    rows.push(readRow(element, own, story));
  const indent = indentIn(elementIn(table, 'w:tblPr'));
  return { type: 'table', ...(indent !== undefined && { indent }), rows };
}

function readRow(row: XmlElement, review: Review, story: StoryReader): Row {
  const properties = elementIn(row, 'w:trPr');
  const own = markOf(properties, review);
  const cells: Cell[] = [];
  const empty = (name: string): void => {
    const columns = count(valueIn(properties, name), 0);
    if (columns > 0) cells.push({ blocks: [], columns });
  };
  empty('w:gridBefore');
  for (const { element } of within(row, 'w:tc', own, story)) {
    const cell = readCell(element, story);
    const last = cells.at(-1);
    // Documents of old name cells one by one that are merged beside each other.
    if (cell === undefined && last !== undefined)
      cells[cells.length - 1] = { ...last, columns: last.columns + 1 };
    else if (cell !== undefined) cells.push(cell);
  }
  empty('w:gridAfter');
  return { cells, header: isOn(elementIn(properties, 'w:tblHeader')) === true, review: own };
}

/** Undefined for one that is merged with the cell before it. */
function readCell(cell: XmlElement, story: StoryReader): Cell | undefined {
  const properties = elementIn(cell, 'w:tcPr');
  const across = elementIn(properties, 'w:hMerge');
  if (across !== undefined && across.attributes['w:val'] !== 'restart') return undefined;
  const down = elementIn(properties, 'w:vMerge');
  const blocks: Block[] = story.inside(cell);
  return {
    blocks,
    columns: count(valueIn(properties, 'w:gridSpan'), 1),
    ...(down && { merged: down.attributes['w:val'] === 'restart' ? 'first' : 'next' }),
  };
}

/** The elements of a name in another, through what may stand round them, with their review. */
function* within(
  parent: XmlElement,
  name: string,
  review: Review,
  story: StoryReader,
): Generator<{ readonly element: XmlElement; readonly review: Review }> {
  for (const child of parent.children) {
    if (typeof child === 'string' || /Pr$/.test(child.name)) continue;
    if (child.name === name) yield { element: child, review };
    else if (isMark(child)) story.wait(child);
    else if (child.name === 'w:sdt')
      yield* within(elementIn(child, 'w:sdtContent') ?? child, name, review, story);
    else if (child.name === 'mc:AlternateContent') yield* within(chosen(child) ?? child, name, review, story);
    else yield* within(child, name, reviewed(child, review), story);
  }
}

function count(written: string | undefined, otherwise: number): number {
  const columns = /^\d{1,9}$/.test(written ?? '') ? Number(written) : otherwise;
  return Math.min(columns, MOST_COLUMNS);
}
