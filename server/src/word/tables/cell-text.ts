/** What a cell says, as far as it takes room. */
export interface CellText {
  readonly text: string;
  /** Whether some of it is in bold, which is wider. */
  readonly bold: boolean;
  /** How many notes it refers to. */
  readonly notes: number;
}

/** The text with about as much more as the small numbers of its notes take. */
export function withNotes({ text, notes }: CellText): string {
  return notes === 0 ? text : text + '0'.repeat(notes);
}

/** Of a longer text so many characters count. */
export const LONGEST_TEXT = 2000;

/** White space beside a cell's text, both sides together, in twips. */
export const CELL_PADDING = 216;

/** Programs differ by a hair in how wide a line is: room for it, so that it does not break. */
export const BESIDE_TEXT = CELL_PADDING + 60;
