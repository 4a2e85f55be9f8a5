import type { Box, ReadSection } from './read';

/** The height between the text and the notes of a page, in twips. */
const ABOVE_NOTES = 240;

/**
 * Fills pages as Word does: with widow and orphan control, headings kept with their text, unbroken table rows, and
 * footnotes on the page of their reference.
 *
 * @param added whether the spaces below a paragraph and above the next are added, instead of the larger one counting
 * @param noteHeight returns the height of a footnote, in twips
 * @returns the page number of each bookmark, as shown
 */
export function paginate(
  sections: readonly ReadSection[],
  noteHeight: (id: string, width: number) => number,
  added: boolean,
): Map<string, number> {
  const pages = new Map<string, number>();
  let page = 0;
  let used = 0;
  for (const [index, { boxes, paper }] of sections.entries()) {
    if (index === 0 || paper.apart) {
      page++;
      used = 0;
    }
    if (paper.start !== undefined) page = paper.start;
    const notesOf = (ids: readonly string[], first: boolean): number =>
      ids.length === 0
        ? 0
        : ids.reduce((sum, id) => sum + noteHeight(id, paper.width), first ? ABOVE_NOTES : 0);
    let notes = 0;
    const turn = (): void => {
      page++;
      used = 0;
      notes = 0;
    };
    const room = (): number => paper.height - used - notes;
    const joined = (a: Box | undefined, b: Box | undefined): boolean =>
      a !== undefined && b !== undefined && a.format.style === b.format.style;
    const spaceBelow = (at: number): number => {
      const format = boxes[at]?.format;
      if (format === undefined) return 0;
      return format.contextual && joined(boxes[at], boxes[at + 1]) ? 0 : format.after;
    };
    /** In addition to the space below the paragraph above. */
    const spaceAbove = (at: number): number => {
      const { format } = boxes[at]!;
      if (format.contextual && joined(boxes[at - 1], boxes[at])) return 0;
      return added ? format.before : Math.max(0, format.before - spaceBelow(at - 1));
    };
    const linesHeight = (at: number, from: number, to: number): number => {
      let sum = 0;
      const { lines } = boxes[at]!;
      for (let line = from; line < to; line++) {
        sum += lines[line]!.height + notesOf(lines[line]!.notes, notes === 0);
      }
      return sum;
    };
    /** The height of lines at the end of a page, where the last one needs no space below it. */
    const heightAtEnd = (at: number, from: number, to: number): number =>
      linesHeight(at, from, to) - (boxes[at]!.lines[to - 1]!.extra ?? 0);
    /**
     * The height that must fit on one page from a box on: its first lines, or the box with all that it is kept with.
     */
    const keptTogether = (from: number): number => {
      let sum = 0;
      for (let at = from; at < boxes.length && sum < paper.height; at++) {
        const { lines, format } = boxes[at]!;
        if (at > from) sum += spaceAbove(at);
        const whole = format.keepNext || format.keepLines || lines.length < 4;
        const count = whole ? lines.length : 2;
        if (!format.keepNext) return sum + heightAtEnd(at, 0, count);
        sum += linesHeight(at, 0, count) + spaceBelow(at);
      }
      return sum;
    };
    for (const [at, box] of boxes.entries()) {
      const { lines, format, marks } = box;
      if (format.breakBefore) {
        if (used > 0) turn();
        // Word drops the space above a paragraph at the top of a page, but not after an explicit page break.
        used += spaceAbove(at);
      }
      const glued = at > 0 && boxes[at - 1]!.format.keepNext;
      if (used > 0 && !format.breakBefore) {
        const above = spaceAbove(at);
        const kept = glued ? heightAtEnd(at, 0, 1) : keptTogether(at);
        // What does not fit on any page is broken anywhere.
        const least = kept > paper.height ? heightAtEnd(at, 0, 1) : kept;
        if (above + least > room()) turn();
        else used += above;
      }
      if (used === 0 && box.repeated !== undefined) used += box.repeated;
      for (let line = 0; line < lines.length; line++) {
        const { height, notes: ids, breakAfter } = lines[line]!;
        // The last two lines stay together.
        const left = lines.length - line;
        const next = heightAtEnd(at, line, left === 2 ? lines.length : line + 1);
        if (next > room() + 1 && used > 0 && line > 0) turn();
        used += height;
        notes += notesOf(ids, notes === 0);
        for (const [name, on] of marks) if (on === line) pages.set(name, page);
        if (breakAfter) turn();
      }
      used += spaceBelow(at);
    }
  }
  return pages;
}
