import type { ListPlace } from './model';
import type { Style } from './styles';
import { elementIn, elementsIn, type XmlElement } from './xml-tree';

const LEVELS = 9;

interface Level {
  readonly format: string;
  readonly start: number;
  /** After which level this one begins anew, from 1; 0 for none. */
  readonly restart: number | undefined;
  /** Id of the style of paragraphs that stand on this level. */
  readonly style: string | undefined;
}

interface List {
  /** Lists of one definition count together. */
  readonly definition: string;
  readonly levels: readonly (Level | undefined)[];
  /** Levels at which this list begins anew when it is first met, with what it begins at. */
  readonly overrides: ReadonlyMap<number, number>;
}

/** Reads `w:numbering`, and counts what stands in lists (ECMA-376 part 1, 17.9). */
export class Numbering {
  readonly #definitions = new Map<string, XmlElement>();
  /** Definitions by the numbering style that they define (`w:styleLink`). */
  readonly #styleLinks = new Map<string, string>();
  readonly #lists = new Map<string, List>();
  /** By definition, what each level has counted to. */
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  /** Definitions by which headings are counted. */
  #outlines: ReadonlySet<string> | undefined;

  /** @param headingLists numbers of the lists that count headings */
  constructor(
    root: XmlElement | undefined,
    private readonly headingLists: () => ReadonlySet<string>,
  ) {
    for (const definition of elementsIn(root, 'w:abstractNum')) {
      const id = definition.attributes['w:abstractNumId'] ?? '';
      this.#definitions.set(id, definition);
      const link = elementIn(definition, 'w:styleLink')?.attributes['w:val'];
      if (link !== undefined) this.#styleLinks.set(link, id);
    }
    for (const list of elementsIn(root, 'w:num')) {
      const id = list.attributes['w:numId'];
      if (id !== undefined) this.#lists.set(id, this.#list(list));
    }
  }

  #list(list: XmlElement): List {
    let definition = elementIn(list, 'w:abstractNumId')?.attributes['w:val'] ?? '';
    const linked = elementIn(this.#definitions.get(definition), 'w:numStyleLink')?.attributes['w:val'];
    if (linked !== undefined) definition = this.#styleLinks.get(linked) ?? definition;
    const levels = levelsOf(this.#definitions.get(definition));
    const overrides = new Map<number, number>();
    for (const override of elementsIn(list, 'w:lvlOverride')) {
      const at = levelNumber(override.attributes['w:ilvl']);
      const own = elementIn(override, 'w:lvl');
      if (own !== undefined) levels[at] = readLevel(own, levels[at]);
      const start = elementIn(override, 'w:startOverride')?.attributes['w:val'];
      if (start !== undefined) overrides.set(at, whole(start, 1));
    }
    return { definition, levels, overrides };
  }

  /**
   * The next paragraph's place in a list: to be asked for each paragraph of the document once, in their order.
   *
   * @param own `w:numPr` of the paragraph itself
   */
  place(own: XmlElement | undefined, style: Style): ListPlace | undefined {
    const value = (properties: XmlElement | undefined, name: string) =>
      elementIn(properties, name)?.attributes['w:val'];
    const id = value(own, 'w:numId') ?? value(style.numbering, 'w:numId');
    if (id === undefined || id === '0') return undefined;
    const list = this.#lists.get(id);
    // An item all the same, in a document that has lost its numbering.
    if (list === undefined)
      return { id, level: levelNumber(value(own, 'w:ilvl')), format: 'bullet', value: 1 };
    const ofStyle = list.levels.findIndex(
      (one) => one?.style !== undefined && one.style === style.numberingId,
    );
    const named = value(own, 'w:ilvl') ?? (ofStyle >= 0 ? String(ofStyle) : value(style.numbering, 'w:ilvl'));
    const level = levelNumber(named);
    const { format = 'decimal' } = list.levels[level] ?? {};
    // LibreOffice repeats at each paragraph what its style says.
    const byStyle = id === value(style.numbering, 'w:numId');
    const isOutline = byStyle && this.#countsHeadings(list);
    return { id, level, format, value: this.#count(id, list, level), ...(isOutline && { outline: true }) };
  }

  #countsHeadings({ definition }: List): boolean {
    this.#outlines ??= new Set(
      Array.from(this.headingLists(), (id) => this.#lists.get(id)?.definition ?? ''),
    );
    return this.#outlines.has(definition);
  }

  #count(id: string, { definition, levels, overrides }: List, level: number): number {
    const counts = this.#counts.get(definition) ?? [];
    this.#counts.set(definition, counts);
    const override = this.#begun.has(`${id} ${level}`) ? undefined : overrides.get(level);
    this.#begun.add(`${id} ${level}`);
    const before = counts[level];
    counts[level] =
      override ?? (before === undefined ? (levels[level]?.start ?? 1) : Math.min(before + 1, 999_999_999));
    for (let below = level + 1; below < LEVELS; below++) {
      const restart = levels[below]?.restart;
      if (restart === undefined || (restart > 0 && level < restart)) counts[below] = undefined;
    }
    return counts[level];
  }
}

function levelsOf(definition: XmlElement | undefined): (Level | undefined)[] {
  const levels: (Level | undefined)[] = [];
  for (const level of elementsIn(definition, 'w:lvl'))
    levels[levelNumber(level.attributes['w:ilvl'])] = readLevel(level);
  return levels;
}

function readLevel(level: XmlElement, before?: Level): Level {
  const value = (name: string): string | undefined => elementIn(level, name)?.attributes['w:val'];
  const restart = value('w:lvlRestart');
  // Newer formats stand in an alternative to what older programs know.
  const format =
    value('w:numFmt') ??
    elementIn(level, 'mc:AlternateContent', 'mc:Fallback', 'w:numFmt')?.attributes['w:val'];
  return {
    format: format ?? before?.format ?? 'decimal',
    start: whole(value('w:start'), before?.start ?? 0),
    restart: restart === undefined ? undefined : whole(restart, 0),
    style: value('w:pStyle'),
  };
}

function levelNumber(written: string | undefined): number {
  return Math.min(whole(written, 0), LEVELS - 1);
}

function whole(written: string | undefined, otherwise: number): number {
  return written !== undefined && /^\d{1,9}$/.test(written) ? Number(written) : otherwise;
}
