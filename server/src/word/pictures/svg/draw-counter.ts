import { addTo } from '../../../util/lists';
import { PROPERTIES } from './names';
import { type Drawing, drawingIn, drawingsIn, idsOf } from './references';

/** An element that is kept. */
interface Part {
  parts: Part[] | undefined;
  /** The nearest element around it with an id. */
  readonly within: Part | undefined;
  /** Its name, id and classes, for selectors of style sheets. */
  readonly name: string;
  readonly id: string | undefined;
  readonly classes: string | undefined;
  /** The references of its own attributes. */
  readonly own: readonly Drawing[];
  /** How many elements are drawn for it, if known; `counting` while that is computed. */
  drawn: number | 'counting' | undefined;
}

/** Shared by the elements without references, which are most. */
const NOTHING: readonly never[] = [];

/** The most elements that are drawn; more make Word stall. */
export const MOST_ELEMENTS = 500_000;

/** The longest chain of references. */
const LONGEST = 500;

/**
 * Counts the elements that programs draw for an SVG. Ten elements that each use the one before ten times are ten billion
 * elements, which no program ever finishes drawing.
 */
export class DrawCounter {
  readonly #root = partOf('', {}, NOTHING, undefined);
  readonly #byId = new Map<string, Part>();
  readonly #open: Part[] = [this.#root];
  readonly #sheets: Drawing[] = [];
  /** The references of style sheets, by selector. */
  readonly #styles = new Map<string, Drawing[]>();

  /** Begins an element that is kept. */
  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const own: Drawing[] = [];
    for (const key in attributes) {
      const value = attributes[key]!;
      if (key === 'style') own.push(drawingsIn(value)[0]);
      else if (PROPERTIES.has(key)) own.push(drawingIn(key, value));
      else if (/href$/.test(key)) own.push({ subjects: [], once: [...idsOf(value)], inherited: [] });
    }
    const around = this.#open.at(-1)!;
    const within = around.id === undefined ? around.within : around;
    const part = partOf(name, attributes, own.length > 0 ? own.filter(draws) : NOTHING, within);
    around.parts ??= [];
    around.parts.push(part);
    this.#open.push(part);
    // Of two elements with the same id, programs take the first.
    if (part.id !== undefined && !this.#byId.has(part.id)) this.#byId.set(part.id, part);
  }

  close(): void {
    this.#open.pop();
  }

  /** @param css from `safeCss` */
  style(css: string): void {
    for (const drawing of drawingsIn(css)) if (draws(drawing)) this.#sheets.push(drawing);
  }

  /** Whether more elements are drawn than a document may have. */
  get isTooMuch(): boolean {
    const isThere = (id: string): boolean => this.#byId.has(id);
    for (const { subjects, once, inherited } of this.#sheets) {
      const known = { subjects, once: once.filter(isThere), inherited: inherited.filter(isThere) };
      if (!draws(known)) continue;
      for (const subject of new Set(subjects)) addTo(this.#styles, subject, known);
    }
    // The root above the outermost element does not count.
    return this.#count(this.#root, 0) - 1 > MOST_ELEMENTS;
  }

  #count(part: Part, depth: number): number {
    if (typeof part.drawn === 'number') return part.drawn;
    if (part.drawn === 'counting' || depth > LONGEST) return Infinity;
    part.drawn = 'counting';
    let drawn = 1;
    const add = (parts: readonly (Part | undefined)[], times = 1): void => {
      for (const one of parts)
        if (one !== undefined && drawn <= MOST_ELEMENTS) drawn += times * this.#count(one, depth + 1);
    };
    const to = (ids: readonly string[]): (Part | undefined)[] => ids.map((id) => this.#byId.get(id));
    // A rule for all paths also applies to the path of a marker, which no program draws in itself.
    const isOther = (one: Part | undefined): boolean => part.id !== undefined || one !== part.within;
    if (part.parts) add(part.parts);
    const styles = this.#stylesOf(part);
    for (const { once } of part.own) add(to(once));
    for (const { once } of styles) add(to(once).filter(isOther));
    const each = drawn;
    for (const { inherited } of part.own) add(to(inherited), each);
    for (const { inherited } of styles) add(to(inherited).filter(isOther), each);
    part.drawn = drawn;
    return drawn;
  }

  #stylesOf({ name, id, classes }: Part): readonly Drawing[] {
    if (this.#styles.size === 0) return [];
    const names = new Set(['*', name.toLowerCase()]);
    if (id !== undefined) names.add(`#${id.toLowerCase()}`);
    for (const one of classes?.toLowerCase().split(/\s+/) ?? []) names.add(`.${one}`);
    return [...names].flatMap((one) => this.#styles.get(one) ?? []);
  }
}

function partOf(
  name: string,
  { id, class: classes }: Readonly<Record<string, string>>,
  own: readonly Drawing[],
  within: Part | undefined,
): Part {
  return { parts: undefined, within, name, id, classes, own, drawn: undefined };
}

function draws({ once, inherited }: Drawing): boolean {
  return once.length + inherited.length > 0;
}
