import { getOrInsert } from '../util/memoize';
import type { ListPlace } from './model';
import type { Style } from './styles';
import { elementIn, elementsIn, valueIn, type XmlElement } from './xml-tree';

const LEVELS = 9;

interface Level {
  readonly format: string;
  readonly start: number;
  /** The level after which this one restarts, from 1; 0 for none. */
  readonly restart: number | undefined;
  /** Id of the paragraph style for this level. */
  readonly style: string | undefined;
  readonly indent: number | undefined;
}

interface List {
  /** Id of the abstract definition. Lists with the same one count together. */
  readonly definition: string;
  readonly levels: readonly (Level | undefined)[];
  /** Levels whose count restarts when the list first occurs, with their first number. */
  readonly overrides: ReadonlyMap<number, number>;
}

/** Reads `w:numbering`, and numbers the paragraphs in lists (ECMA-376 part 1, 17.9). */
export class Numbering {
  readonly #definitions = new Map<string, XmlElement>();
  /** Definitions by the numbering style that they define (`w:styleLink`). */
  readonly #styleLinks = new Map<string, string>();
  readonly #lists = new Map<string, List>();
  /** The current count of each level, by definition. */
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  /** Definitions that number headings. */
  #outlines: ReadonlySet<string> | undefined;

  /** The levels of those that headings have by themselves, as our appendices do. */
  readonly #headed = new Map<string, number>();

  /** @param headingLists ids of the lists that the styles of headings have */
  constructor(
    root: XmlElement | undefined,
    private readonly headingLists: () => ReadonlySet<string>,
  ) {
    for (const definition of elementsIn(root, 'w:abstractNum')) {
      const id = definition.attributes['w:abstractNumId'] ?? '';
      this.#definitions.set(id, definition);
      const link = valueIn(definition, 'w:styleLink');
      if (link !== undefined) this.#styleLinks.set(link, id);
    }
    for (const list of elementsIn(root, 'w:num')) {
      const id = list.attributes['w:numId'];
      if (id !== undefined) this.#lists.set(id, this.#list(list));
    }
  }

  #list(list: XmlElement): List {
    let definition = valueIn(list, 'w:abstractNumId') ?? '';
    const linked = valueIn(this.#definitions.get(definition), 'w:numStyleLink');
    if (linked !== undefined) definition = this.#styleLinks.get(linked) ?? definition;
    const levels = levelsOf(this.#definitions.get(definition));
    const overrides = new Map<number, number>();
    for (const override of elementsIn(list, 'w:lvlOverride')) {
      const at = levelNumber(override.attributes['w:ilvl']);
      const own = elementIn(override, 'w:lvl');
      if (own !== undefined) levels[at] = readLevel(own, levels[at]);
      const start = valueIn(override, 'w:startOverride');
      if (start !== undefined) overrides.set(at, whole(start, 1));
    }
    return { definition, levels, overrides };
  }

  /**
   * The list place of the next paragraph. To be called once for each paragraph of the document, in order.
   *
   * @param own `w:numPr` of the paragraph itself
   * @param isHeading whether the paragraph is a heading
   */
  place(own: XmlElement | undefined, style: Style, isHeading: boolean): ListPlace | undefined {
    const id = valueIn(own, 'w:numId') ?? valueIn(style.numbering, 'w:numId');
    if (id === undefined || id === '0') return undefined;
    const list = this.#lists.get(id);
    // A list item even so, in a document that has lost its numbering.
    if (list === undefined)
      return { id, level: levelNumber(valueIn(own, 'w:ilvl')), format: 'bullet', value: 1 };
    const ofStyle = list.levels.findIndex(
      (one) => one?.style !== undefined && one.style === style.numberingId,
    );
    const named =
      valueIn(own, 'w:ilvl') ?? (ofStyle >= 0 ? String(ofStyle) : valueIn(style.numbering, 'w:ilvl'));
    const level = levelNumber(named);
    const { format = 'decimal', indent } = list.levels[level] ?? {};
    // LibreOffice repeats the numbering of the style at each paragraph.
    const byStyle = id === valueIn(style.numbering, 'w:numId');
    if (isHeading && !this.#headed.has(list.definition)) this.#headed.set(list.definition, level);
    const isBelowHeading = level > (this.#headed.get(list.definition) ?? LEVELS);
    const isOutline = byStyle && (isBelowHeading || this.#countsHeadings(list));
    const value = this.#count(id, list, level);
    return {
      id,
      level,
      format,
      value,
      ...(indent !== undefined && { indent }),
      ...(byStyle && { styled: true }),
      ...(isOutline && { outline: true }),
    };
  }

  #countsHeadings({ definition }: List): boolean {
    this.#outlines ??= new Set(
      Array.from(this.headingLists(), (id) => this.#lists.get(id)?.definition ?? ''),
    );
    return this.#outlines.has(definition);
  }

  #count(id: string, { definition, levels, overrides }: List, level: number): number {
    const counts = getOrInsert(this.#counts, definition, () => []);
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
  const value = (name: string): string | undefined => valueIn(level, name);
  const restart = value('w:lvlRestart');
  // Newer formats stand in `mc:AlternateContent`.
  const format = value('w:numFmt') ?? valueIn(level, 'mc:AlternateContent', 'mc:Fallback', 'w:numFmt');
  return {
    format: format ?? before?.format ?? 'decimal',
    start: whole(value('w:start'), before?.start ?? 0),
    restart: restart === undefined ? undefined : whole(restart, 0),
    style: value('w:pStyle'),
    indent: indentIn(elementIn(level, 'w:pPr')) ?? before?.indent,
  };
}

/** How far properties set a paragraph or table in, in twips. */
export function indentIn(properties: XmlElement | undefined): number | undefined {
  const { attributes } = elementIn(properties, 'w:ind') ?? elementIn(properties, 'w:tblInd') ?? {};
  const written = attributes?.['w:left'] ?? attributes?.['w:start'] ?? attributes?.['w:w'];
  return written !== undefined && /^\d{1,9}$/.test(written) ? Number(written) : undefined;
}

function levelNumber(written: string | undefined): number {
  return Math.min(whole(written, 0), LEVELS - 1);
}

function whole(written: string | undefined, otherwise: number): number {
  return written !== undefined && /^\d{1,9}$/.test(written) ? Number(written) : otherwise;
}
