import type { Clock } from './debouncer';

/**
 * Does a work that takes everything into account at once, at once when it is first asked for, and once more for all
 * that ask while it is being done: a thousand that ask one after the other would else be a thousand times all.
 */
export class OnceMore {
  #going = false;
  #asked = false;

  /** @param work must not reject */
  constructor(
    private readonly work: () => Promise<unknown>,
    private readonly clock: Pick<Clock, 'soon'>,
  ) {}

  ask(): void {
    this.#asked = true;
    if (!this.#going) void this.#go();
  }

  async #go(): Promise<void> {
    this.#going = true;
    while (this.#asked) {
      this.#asked = false;
      await this.work();
      // What is about to ask gets its turn before, and so do the messages of the client.
      await new Promise<void>((resolve) => this.clock.soon(resolve));
    }
    this.#going = false;
  }
}
