/** How many things that were left out a warning names. */
const MOST_NAMED = 5;

/** What is left out of a template because documents do not need it, for one warning in all. */
export class LeftOut {
  readonly #names = new Set<string>();
  readonly #others = new Set<string>();

  add(name: string): void {
    this.#names.add(name.length > 80 ? `${name.slice(0, 79)}…` : name);
  }

  /** Something that has a line of its own. */
  say(warning: string): void {
    this.#others.add(warning);
  }

  get warnings(): string[] {
    const names = [...this.#names];
    if (names.length === 0) return [...this.#others];
    const more = names.length - MOST_NAMED;
    const named = names.slice(0, MOST_NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
    return [
      ...this.#others,
      `The template brings something that documents do not need (${named}); it is left out`,
    ];
  }
}
