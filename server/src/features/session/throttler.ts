import type { Clock } from '../diagnostics/debouncer';

/**
 * Does a piece of work at once when it is first asked for, and once more for all that ask while it is being done. Where
 * the work takes everything into account, a thousand that ask one after the other would else be a thousand times all.
 */
export class Throttler {
  #going = false;
  #asked = false;

  /** @param failed called with the error where the work rejects or throws; it is done again when next asked for */
  constructor(
    private readonly work: () => Promise<unknown>,
    private readonly failed: (error: unknown) => void,
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
      try {
        await this.work();
      } catch (error) {
        this.failed(error);
      }
      // What is about to ask gets its turn before, and so do the messages of the client.
      await new Promise<void>((resolve) => this.clock.soon(resolve));
    }
    this.#going = false;
  }
}
