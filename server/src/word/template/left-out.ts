/** The most things that a warning names. */
const MOST_NAMED = 5;

/** Collects what is left out of a template, for one warning. */
export class LeftOut {
  readonly #names = new Set<string>();
  readonly #missing = new Set<string>();
  readonly #others = new Set<string>();
  /** Whether comments on the template are left out, so that references to them need no warning. */
  hasRemarks = false;

  add(name: string): void {
    this.#names.add(shortened(name));
  }

  /** Adds something that the template refers to and does not have. */
  missing(name: string): void {
    this.#missing.add(shortened(name));
  }

  /** Adds the comments on the template itself. */
  remarks(): void {
    this.hasRemarks = true;
    this.say('The template has comments of its own, or says who made them; they are left out');
  }

  /** Adds a warning of its own. */
  say(warning: string): void {
    this.#others.add(warning);
  }

  get warnings(): string[] {
    const warnings = [...this.#others];
    if (this.#missing.size > 0)
      warnings.push(
        `The template refers to something that it does not have (${listed(this.#missing)}); that reference is left out`,
      );
    if (this.#names.size > 0)
      warnings.push(
        `The template brings something that documents do not need (${listed(this.#names)}); it is left out`,
      );
    return warnings;
  }
}

function shortened(name: string): string {
  return name.length > 80 ? `${name.slice(0, 79)}…` : name;
}

function listed(names: ReadonlySet<string>): string {
  const more = names.size - MOST_NAMED;
  return [...names].slice(0, MOST_NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
