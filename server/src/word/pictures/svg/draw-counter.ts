import { addTo } from '../../../lists';
import { PROPERTIES } from './names';
import { type Drawing, drawingIn, drawingsIn, idsOf } from './references';

/** An element that is kept. */
interface Part {
  parts: Part[] | undefined;
  /** The nearest around it that has an id. */
  readonly within: Part | undefined;
  /** What style sheets may call it. */
  readonly name: string;
  readonly id: string | undefined;
  readonly classes: string | undefined;
  /** What it draws once more by itself. */
  readonly own: readonly Drawing[];
  /** How many elements are drawn for it, once that is known; `counting` while it is worked out. */
  drawn: number | 'counting' | undefined;
}

/** Of hundreds of thousands of elements most draw nothing but themselves. */
const NOTHING: readonly never[] = [];

/** More elements make Word stall. */
export const MOST_ELEMENTS = 500_000;

/** No drawing refers to what refers to what refers … so often. */
const LONGEST = 500;

/**
 * Counts the elements that programs draw for an SVG. Ten lines that each use the one before ten times are ten billion
 * elements, and a program that shows them never ends.
 */
export class DrawCounter {
  readonly #root = partOf('', {}, NOTHING, undefined);
  readonly #byId = new Map<string, Part>();
  readonly #open: Part[] = [this.#root];
  readonly #sheets: Drawing[] = [];
  /** What the blocks of style sheets draw, by what they are for. */
  readonly #styles = new Map<string, Drawing[]>();

  /** @param attributes of an element that is kept, which begins here */
  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const own: Drawing[] = [];
    for (const key in attributes) {
      const value = attributes[key]!;
      if (key === 'style') own.push(drawingsIn(value)[0]);
      else if (PROPERTIES.has(key)) own.push(drawingIn(key, value));
      // A link leads there and draws nothing.
      else if (/href$/.test(key) && name !== 'a')
        own.push({ subjects: [], once: [...idsOf(value)], inherited: [] });
    }
    const around = this.#open.at(-1)!;
    const within = around.id === undefined ? around.within : around;
    const part = partOf(name, attributes, own.length > 0 ? own.filter(draws) : NOTHING, within);
    around.parts ??= [];
    around.parts.push(part);
    this.#open.push(part);
    // Of two with one id, programs take the first.
    if (part.id !== undefined && !this.#byId.has(part.id)) this.#byId.set(part.id, part);
  }

  close(): void {
    this.#open.pop();
  }

  /** @param css of a style sheet, as it is written */
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
    // What holds the outermost is none of them.
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
    // A rule for all paths is for the one of a marker, too, and no program draws that in itself.
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
