import { type FormatChange, formatChange, isHidden } from './format';
import { elementIn, elementsIn, type XmlElement } from './xml-tree';

/** A style of paragraphs or characters with what it takes from those that it is based on. */
export interface Style {
  /** Its own name and theirs, in small letters. */
  readonly names: readonly string[];
  /** From 0 to 9, which is text; undefined where none of them says. */
  readonly outline: number | undefined;
  readonly format: FormatChange;
  readonly hidden: boolean;
  /** `w:numPr` of the nearest that has one, and whose it is. */
  readonly numbering: XmlElement | undefined;
  readonly numberingId: string | undefined;
}

/** Styles are based on each other no deeper; a circle ends there. */
const DEEPEST = 20;

/** Names of styles of characters for what is code. */
const CODE =
  /^(?:html (?:code|sample|typewriter|keyboard)|verbatim char|source text|code|inline code|code char)$/;

/** Reads `w:styles`, each style when it is asked for. */
export class Styles {
  readonly #elements = new Map<string, XmlElement>();
  readonly #known = new Map<string, Style>();
  /** Ids of the default styles by type. */
  readonly #defaults = new Map<string, string>();
  /** The language of the document's defaults. */
  readonly language: string | undefined;

  constructor(root: XmlElement | undefined) {
    for (const style of elementsIn(root, 'w:style')) {
      const id = style.attributes['w:styleId'];
      if (id === undefined) continue;
      if (!this.#elements.has(id)) this.#elements.set(id, style);
      const isDefault = /^(?:1|true|on)$/i.test(style.attributes['w:default'] ?? '');
      if (isDefault) this.#defaults.set(style.attributes['w:type'] ?? '', id);
    }
    const defaults = elementIn(root, 'w:docDefaults', 'w:rPrDefault', 'w:rPr', 'w:lang');
    this.language = defaults?.attributes['w:val'];
  }

  /** @param id undefined for the default style of paragraphs */
  paragraph(id: string | undefined): Style {
    return this.#style(id ?? this.#defaults.get('paragraph') ?? '');
  }

  /** Numbers of the lists (`w:numId`) that count headings. */
  headingLists(): ReadonlySet<string> {
    const lists = new Set<string>();
    for (const id of this.#elements.keys()) {
      const { outline = 9, numbering } = this.#style(id);
      const list = elementIn(numbering, 'w:numId')?.attributes['w:val'];
      if (outline < 9 && list !== undefined) lists.add(list);
    }
    return lists;
  }

  character(id: string): Style {
    return this.#style(id);
  }

  #style(id: string): Style {
    let style = this.#known.get(id);
    if (style === undefined) {
      style = this.#read(id);
      this.#known.set(id, style);
    }
    return style;
  }

  #read(id: string): Style {
    const chain: XmlElement[] = [];
    let next: string | undefined = id;
    while (next !== undefined && chain.length < DEEPEST) {
      const element = this.#elements.get(next);
      if (element === undefined) break;
      chain.push(element);
      next = elementIn(element, 'w:basedOn')?.attributes['w:val'];
    }
    // Word names its own styles in English whatever its language; a style that is not there is known by its id alone.
    const names =
      chain.length > 0
        ? chain.map((element) => (elementIn(element, 'w:name')?.attributes['w:val'] ?? '').toLowerCase())
        : [id.toLowerCase().replace(/^(heading)(\d)$/, '$1 $2')];
    const numbered = chain.find((element) => elementIn(element, 'w:pPr', 'w:numPr') !== undefined);
    const format: FormatChange = Object.assign(
      {},
      ...chain.map((element) => formatChange(elementIn(element, 'w:rPr'))).reverse(),
    );
    return {
      names,
      outline: outlineOf(chain, names),
      format: names.some((name) => CODE.test(name)) ? { ...format, code: true } : format,
      hidden: chain.some((element) => isHidden(elementIn(element, 'w:rPr'))),
      numbering: elementIn(numbered, 'w:pPr', 'w:numPr'),
      numberingId: numbered?.attributes['w:styleId'],
    };
  }
}

/** The outline level of the nearest style that has one, or is one of Word's own headings. */
function outlineOf(chain: readonly XmlElement[], names: readonly string[]): number | undefined {
  for (const [at, name] of names.entries()) {
    const heading = /^heading ([1-9])$/.exec(name)?.[1];
    if (heading !== undefined) return Number(heading) - 1;
    const level = outlineLevel(elementIn(chain[at], 'w:pPr'));
    if (level !== undefined) return level;
  }
  return undefined;
}

/** The outline level that properties of a paragraph name themselves: 9 is text. */
export function outlineLevel(properties: XmlElement | undefined): number | undefined {
  const value = elementIn(properties, 'w:outlineLvl')?.attributes['w:val'];
  return value !== undefined && /^\d$/.test(value) ? Number(value) : undefined;
}
