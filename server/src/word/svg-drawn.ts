/** A part of a drawing that others may refer to, with all in it. */
interface Part {
  readonly within: Part | undefined;
  /** Elements in it that are in no part within. */
  elements: number;
  readonly parts: Part[];
  /** Ids of what it draws once more. */
  readonly references: string[];
  /** How many elements are drawn for it, once that is known; `counting` while it is worked out. */
  drawn?: number | 'counting';
}

/** No drawing refers to what refers to what refers … so often. */
const LONGEST = 500;

const REFERENCE = /url\(\s*["']?#([^"')\s]+)/g;

/**
 * Counts the elements that programs draw for an SVG. Ten lines that each use the one before ten times are ten billion
 * elements, and a program that shows them never ends.
 */
export class Drawn {
  readonly #root: Part = { within: undefined, elements: 0, parts: [], references: [] };
  readonly #byId = new Map<string, Part>();
  #open: Part = this.#root;
  /** For each open element, whether it is a part. */
  readonly #isPart: boolean[] = [];

  /** @param attributes of an element that is kept, which begins here */
  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const { id } = attributes;
    if (id !== undefined) {
      const part: Part = { within: this.#open, elements: 0, parts: [], references: [] };
      this.#open.parts.push(part);
      this.#open = part;
      // Of two with one id, programs take the first.
      if (!this.#byId.has(id)) this.#byId.set(id, part);
    }
    this.#isPart.push(id !== undefined);
    this.#open.elements++;
    for (const [key, value] of Object.entries(attributes)) {
      if (!/href$/.test(key)) for (const [, to] of value.matchAll(REFERENCE)) this.#open.references.push(to!);
      // A link leads there and draws nothing.
      else if (name !== 'a' && value.trim().startsWith('#'))
        this.#open.references.push(value.trim().slice(1));
    }
  }

  close(): void {
    if (this.#isPart.pop()) this.#open = this.#open.within!;
  }

  /** How many elements are drawn; infinite where something draws itself. */
  get count(): number {
    return this.#count(this.#root, 0);
  }

  #count(part: Part, depth: number): number {
    if (typeof part.drawn === 'number') return part.drawn;
    if (part.drawn === 'counting' || depth > LONGEST) return Infinity;
    part.drawn = 'counting';
    let drawn = part.elements;
    for (const inner of part.parts) drawn += this.#count(inner, depth + 1);
    for (const id of part.references) {
      const to = this.#byId.get(id);
      if (to !== undefined) drawn += this.#count(to, depth + 1);
    }
    part.drawn = drawn;
    return drawn;
  }
}
