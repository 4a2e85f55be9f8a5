/** The text of a cell, for measuring. */
export interface CellText {
  readonly text: string;
  /** Whether some of it is in bold, which is wider. */
  readonly bold: boolean;
  /** How many notes it refers to. */
  readonly notes: number;
}

/** The text with a digit for each of its note references. */
export function withNotes({ text, notes }: CellText): string {
  return notes === 0 ? text : text + '0'.repeat(notes);
}

/** How many characters of a text are measured at most. */
export const LONGEST_TEXT = 2000;

/** The white space on both sides of a cell's text together, in twips. */
export const CELL_PADDING = 216;

/** The same with a little more room, as programs differ slightly in the width of a line. */
export const BESIDE_TEXT = CELL_PADDING + 60;
