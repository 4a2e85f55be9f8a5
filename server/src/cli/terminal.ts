/** Colours, line breaks and progress on a terminal. */

import { harmless } from '../text/plain-output';

/** Functions that add colours to a text, or return it unchanged if there are none. */
export type Style = Readonly<ReturnType<typeof styleFor>>;

interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** There are colours on terminals, unless NO_COLOR (https://no-color.org) or TERM=dumb is set. */
export function styleFor(stream: Stream, environment: NodeJS.ProcessEnv) {
  const colour = stream.isTTY === true && !environment.NO_COLOR && environment.TERM !== 'dumb';
  const code = (on: number, off: number) => (text: string) =>
    colour && text !== '' ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  return {
    bold: code(1, 22),
    dim: code(2, 22),
    underline: code(4, 24),
    red: code(31, 39),
    green: code(32, 39),
    yellow: code(33, 39),
    blue: code(34, 39),
    /** The width of lines in columns; undefined if lines are not wrapped. */
    width: stream.isTTY ? Math.max(40, Math.min(stream.columns || 80, 110)) : undefined,
  };
}

/** Wraps a text at a width in columns. Each line begins at column `indent`. */
export function wrap(text: string, width: number | undefined, indent: number): string {
  if (width === undefined) return text;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const room = width - indent;
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines.join(`\n${' '.repeat(indent)}`);
}

/** When progress is shown first, and how often at most, in milliseconds. */
const PATIENCE = 500;
const REDRAW = 100;

/** A line on standard error that shows the progress of work, after half a second. */
export class Progress {
  private readonly started: number;
  private drawn: number | undefined;

  constructor(
    private readonly stream: Stream & { write(text: string): unknown },
    private readonly verb: string,
    private readonly clock: () => number = Date.now,
  ) {
    this.started = clock();
  }

  /** Shows the next item. `total` is undefined while it is not known. */
  step(done: number, total: number | undefined, what: string): void {
    const now = this.clock();
    if (!this.stream.isTTY || now - this.started < PATIENCE || now - (this.drawn ?? 0) < REDRAW) return;
    this.drawn = now;
    const text = `${this.verb} ${done + 1}${total === undefined ? '' : ` of ${total}`}: ${harmless(what)}`;
    this.stream.write(`\r\u001b[K${text.slice(0, (this.stream.columns || 80) - 1)}`);
  }

  /** Clears the line. To be called before anything else is written. */
  clear(): void {
    if (this.drawn !== undefined) this.stream.write('\r\u001b[K');
    this.drawn = undefined;
  }
}
