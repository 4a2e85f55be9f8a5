import type { FileProblem } from './problem';

/** Ranges of a text from offsets; lines end with LF, CR LF or CR, as in LSP. */
export function rangesIn(text: string): (offset: number, length: number) => FileProblem['range'] {
  let starts: number[] | undefined;
  const position = (offset: number): FileProblem['range']['start'] => {
    starts ??= lineStarts(text);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - starts[low]! };
  };
  return (offset, length) => ({ start: position(offset), end: position(offset + length) });
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}
