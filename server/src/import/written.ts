/** A text that is written piece by piece. Its last characters are known without joining the pieces. */
export class Written {
  readonly #pieces: string[] = [];
  /** Its last three characters. */
  end: string;

  /** @param before the text before it in its block */
  constructor(before: string) {
    this.end = before.slice(-3);
  }

  /** Its last character; empty at the start of a block. */
  get last(): string {
    return this.end.at(-1) ?? '';
  }

  add(text: string): void {
    if (text === '') return;
    this.#pieces.push(text);
    this.end = text.length < 3 ? (this.end + text).slice(-3) : text.slice(-3);
  }

  toString(): string {
    return this.#pieces.join('');
  }
}
