/** Whether what an editor sends is cut into messages as the Language Server Protocol says. */
import type { Readable } from 'node:stream';

/** The longest header that is read, in bytes: one has some thirty. */
const LONGEST_HEADER = 4096;
/** The longest message: the longest draft, with every character of it escaped. */
const LONGEST_MESSAGE = 2 ** 29;
const END = '\r\n\r\n';

/**
 * Watches an input. The library that reads it waits for ever behind a header that it cannot read, and so does whatever
 * comes after.
 *
 * @param broken is called once where no message can begin
 */
export function watchFraming(input: Readable, broken: () => void): void {
  let header = '';
  let left = 0;
  const watch = (chunk: Buffer): void => {
    for (let at = 0; at < chunk.length; ) {
      if (left > 0) {
        const read = Math.min(left, chunk.length - at);
        left -= read;
        at += read;
        continue;
      }
      header += String.fromCharCode(chunk[at++]!);
      if (header.endsWith(END)) {
        left = lengthIn(header);
        header = '';
      } else if (header.length > LONGEST_HEADER) left = Number.NaN;
      if (left >= 0 && left <= LONGEST_MESSAGE) continue;
      input.off('data', watch);
      broken();
      return;
    }
  };
  input.on('data', watch);
}

/** How many bytes the message behind a header has; NaN where it does not say so. */
function lengthIn(header: string): number {
  let length = Number.NaN;
  for (const line of header.slice(0, -END.length).split('\r\n')) {
    const [, name, value] = /^([\w-]+):([^\n]*)$/.exec(line) ?? [];
    if (name === undefined) return Number.NaN;
    if (name.toLowerCase() === 'content-length')
      length = /^\d+$/.test(value!.trim()) ? Number(value) : Number.NaN;
  }
  return length;
}
