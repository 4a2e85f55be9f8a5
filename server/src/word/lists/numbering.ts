import type { List } from 'mdast';
import { getOrInsert } from '../../util/memoize';
import { W } from '../namespaces';
import { escapeXml, XML } from '../xml-text';
import { delimiterFor, formatAt, hasLetters, widestLabel } from './labels';

/** The indent of each list level in twips (0.75 cm): room for "99." in 12 point type. */
const LIST_STEP = 425;

/** Word has levels 0 to 8. */
export const DEEPEST_LEVEL = 8;

/** A paragraph's place in a list: the id of a `w:num`, and a level from 0. */
export interface ListNumber {
  readonly num: number;
  readonly level: number;
}

/** How an item is numbered. */
export interface ListShape {
  /** Undefined where the paragraph's style has the numbering. */
  readonly number: ListNumber | undefined;
  /** Where the text of items begins, in twips from where the list stands. */
  readonly step: number;
  /** Where the definition puts the text of items, in twips from the margin. */
  readonly left: number;
}

/** What the first paragraph of a list item has. */
export interface Marker {
  readonly shape: ListShape;
  /** The state of its checkbox; undefined without one. */
  readonly checked?: boolean | undefined;
  /** Whether there is space between the items. */
  readonly loose?: boolean;
  /** The paragraph's style, where it is not that of list items. */
  readonly style?: string;
  /** Where its text begins, in twips from the margin, where that is not the paragraph's place. */
  readonly left?: number;
}

export interface ListLevel {
  readonly kind: 'bullets' | 'tasks' | 'numbers';
  /** As in `ListShape`. */
  readonly step: number;
  /** The first number, 0 to 999999999. */
  readonly start: number;
  /** The delimiter after its numbers: `.` or `)`. */
  readonly delimiter: string;
  /** How many numbered lists it is nested in, without those outside a quotation. */
  readonly counted: number;
}

/** A Markdown list, with the nested lists that share its numbering. */
export interface PlannedList {
  readonly lists: ReadonlySet<List>;
  /** How its items at a level are numbered. Items of another kind than the level's have a numbering of their own. */
  shape(level: number, kind: ListLevel['kind']): ListShape;
}

const BULLETS = ['•', '–'];

/** The indent of numbered paragraphs in twips (1.25 cm): room for "12.34". */
export const SECTION_STEP = 709;

export function unnumbered(kind: 'bullets' | 'tasks'): ListLevel {
  return { kind, step: LIST_STEP, start: 1, delimiter: '', counted: -1 };
}

/**
 * A level of numbers.
 *
 * @param level how many lists it stands in; `depth`: how many of those are numbered
 * @param count number of items, for the width of the widest number
 */
export function numbered(
  level: number,
  depth: number,
  start: number,
  delimiter: string,
  count: number,
): ListLevel {
  const last = start + Math.max(0, count - 1);
  const counted = hasLetters(start, last) ? Math.min(depth, level, DEEPEST_LEVEL) : 0;
  const own = formatAt(counted);
  const step = Math.max(LIST_STEP, widestLabel(own, start, last, delimiterFor(own, delimiter)) + 90);
  return { kind: 'numbers', step, start, delimiter, counted };
}

/**
 * Collects the numberings of a document: `word/numbering.xml`.
 *
 * A list has one `w:num` for all its levels, so that an item can be moved to another level in Word. Lists of the same
 * look share a definition, in which each numbered list restarts. Lists in footnotes have numberings of their own, so
 * that they do not affect the count of the text.
 */
export class Numbering {
  /** Ids of definitions by their XML, in order. */
  readonly #definitions = new Map<string, number>();
  readonly #nums: string[] = [];
  /** The `w:num` of unnumbered definitions, which need only one. */
  readonly #shared = new Map<number, number>();
  /** The `w:num` of items that count as paragraphs: that of the style would make them paragraphs. */
  readonly #items = new Map<number, number>();

  /**
   * Adds a list.
   *
   * @param levels of the list, from the one that it stands at
   * @param first that level
   * @param left where the list stands, in twips from the margin
   */
  list(
    lists: ReadonlySet<List>,
    levels: readonly ListLevel[],
    first: number,
    left: number,
    inNote: boolean,
  ): PlannedList {
    const lefts = levels.map((_, at) => levels.slice(0, at + 1).reduce((sum, { step }) => sum + step, left));
    const counts = levels.some(({ kind }) => kind === 'numbers');
    const definition = this.#define(levelsXml(levels, first, left), counts && inNote);
    const start = levels[0]!.kind === 'numbers' ? { level: first, at: levels[0]!.start } : undefined;
    const num = counts ? this.#number(definition, start) : this.#unnumbered(definition);
    return {
      lists,
      shape: (level, kind) => {
        const at = Math.min(level, DEEPEST_LEVEL) - first;
        const own = levels[at]!;
        if (own.kind === kind || kind === 'numbers')
          return { number: { num, level: first + at }, step: own.step, left: lefts[at]! };
        return this.list(
          lists,
          [unnumbered(kind === 'tasks' ? 'tasks' : 'bullets')],
          first + at,
          lefts[at]! - own.step,
          inNote,
        ).shape(level, kind);
      },
    };
  }

  /**
   * The numbering of sections ("1.") and the paragraphs in them ("1.1"): one list through the whole document, linked to
   * their styles.
   *
   * @param styles of the headings, and of the paragraphs where these are numbered
   */
  sections(styles: readonly string[]): ListShape {
    this.#unnumbered(this.#define(sectionLevels(styles), false));
    return { number: undefined, step: SECTION_STEP, left: SECTION_STEP };
  }

  /**
   * The items of a list that count as paragraphs of a section (“1.1”), in one count with those that have their number by
   * their style.
   *
   * @param styles as for `sections`
   */
  sectionItems(list: List, styles: readonly string[]): PlannedList {
    const definition = this.#define(sectionLevels(styles), false);
    const num = getOrInsert(this.#items, definition, () => this.#number(definition, undefined));
    const shape = { number: { num, level: 1 }, step: SECTION_STEP, left: SECTION_STEP };
    return { lists: new Set([list]), shape: () => shape };
  }

  /** The numbering of appendices, whose headings have their letter as text, and of the paragraphs in them ("A.1"). */
  appendices(level: 0 | 1, style: string): ListShape {
    const heading = { format: 'upperLetter', text: '', left: 0, step: 0, nothingBehind: true };
    const levels = Array.from({ length: DEEPEST_LEVEL + 1 }, (_, at) =>
      levelXml(at, at === 0 ? heading : sectionLevel(at, at === 1 ? style : undefined)),
    ).join('');
    const num = this.#unnumbered(this.#define(levels, false));
    if (level === 0) return { number: { num, level: 0 }, step: 0, left: 0 };
    return { number: undefined, step: SECTION_STEP, left: SECTION_STEP };
  }

  /** `word/numbering.xml`. */
  get xml(): string {
    const definitions = [...this.#definitions].map(
      ([key, id]) =>
        `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${key.slice(1)}</w:abstractNum>`,
    );
    return `${XML}<w:numbering xmlns:w="${W}">${definitions.join('')}${this.#nums.join('')}</w:numbering>`;
  }

  #define(levels: string, apart: boolean): number {
    const all = this.#definitions;
    return getOrInsert(all, `${apart ? '1' : '0'}${levels}`, () => all.size + 1);
  }

  #unnumbered(definition: number): number {
    return getOrInsert(this.#shared, definition, () => this.#number(definition, undefined));
  }

  #number(definition: number, start: { readonly level: number; readonly at: number } | undefined): number {
    const id = this.#nums.length + 1;
    const afresh =
      start === undefined
        ? ''
        : `<w:lvlOverride w:ilvl="${start.level}"><w:startOverride w:val="${start.at}"/></w:lvlOverride>`;
    this.#nums.push(`<w:num w:numId="${id}"><w:abstractNumId w:val="${definition}"/>${afresh}</w:num>`);
    return id;
  }
}

/** All nine levels of a definition. Levels that the list does not have are for items that are moved in Word. */
function levelsXml(levels: readonly ListLevel[], first: number, left: number): string {
  let xml = '';
  let edge = left;
  for (let at = 0; at <= DEEPEST_LEVEL; at++) {
    const own = at < first ? undefined : levels[Math.min(at - first, levels.length - 1)]!;
    const beyond = Math.max(0, at - first - levels.length + 1);
    const level = own ?? levels[0]!;
    const step = own === undefined || beyond > 0 ? LIST_STEP : own.step;
    if (own !== undefined) edge += step;
    const shape = { step, left: own === undefined ? LIST_STEP * (at + 1) : edge };
    if (level.kind === 'numbers') {
      const format = formatAt(own === undefined ? 0 : level.counted + beyond);
      const text = `%${at + 1}${delimiterFor(format, level.delimiter)}`;
      xml += levelXml(at, { ...shape, format, text, start: beyond > 0 ? 1 : level.start });
    } else if (level.kind === 'tasks') {
      // The marker is invisible, as the checkbox takes its place. pandoc reads an item with an empty marker as a
      // continuation, hence the no-break space.
      xml += levelXml(at, { ...shape, format: 'bullet', text: '\u00a0', nothingBehind: true });
    } else xml += levelXml(at, { ...shape, format: 'bullet', text: BULLETS[at % BULLETS.length]! });
  }
  return xml;
}

function sectionLevels(styles: readonly string[]): string {
  return Array.from({ length: DEEPEST_LEVEL + 1 }, (_, level) =>
    levelXml(level, sectionLevel(level, styles[level])),
  ).join('');
}

function sectionLevel(level: number, style: string | undefined): LevelLook {
  const counts = Array.from({ length: level + 1 }, (_, at) => `%${at + 1}`);
  const text = level === 0 ? '%1.' : counts.join('.');
  return { format: 'decimal', text, style, left: SECTION_STEP, step: SECTION_STEP };
}

interface LevelLook {
  readonly format: string;
  readonly text: string;
  readonly start?: number;
  readonly style?: string | undefined;
  readonly left: number;
  readonly step: number;
  readonly nothingBehind?: boolean;
}

function levelXml(level: number, look: LevelLook): string {
  return (
    `<w:lvl w:ilvl="${level}"><w:start w:val="${look.start ?? 1}"/><w:numFmt w:val="${look.format}"/>` +
    (look.style === undefined ? '' : `<w:pStyle w:val="${look.style}"/>`) +
    (look.nothingBehind ? '<w:suff w:val="nothing"/>' : '') +
    `<w:lvlText w:val="${escapeXml(look.text)}"/><w:lvlJc w:val="left"/>` +
    `<w:pPr><w:ind w:left="${look.left}" w:hanging="${look.step}"/></w:pPr></w:lvl>`
  );
}
