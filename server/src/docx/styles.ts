import { getOrInsert } from '../util/memoize';
import { type FormatChange, formatChange, isHidden } from './format';
import { defaultStyle, styleChain, stylesById } from './style-chain';
import { elementIn, valueIn, type XmlElement } from './xml-tree';

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

/** Names of styles of characters for what is code. */
const CODE =
  /^(?:html (?:code|sample|typewriter|keyboard)|verbatim char|source text|code|inline code|code char)$/;

/** Reads `w:styles`, each style when it is asked for. */
export class Styles {
  readonly #elements: ReadonlyMap<string, XmlElement>;
  readonly #known = new Map<string, Style>();
  /** Id of the default style of paragraphs. */
  readonly #default: string;
  /** The language of the document's defaults. */
  readonly language: string | undefined;

  constructor(root: XmlElement | undefined) {
    this.#elements = stylesById(root);
    this.#default = defaultStyle(root) ?? '';
    const defaults = elementIn(root, 'w:docDefaults', 'w:rPrDefault', 'w:rPr', 'w:lang');
    this.language = defaults?.attributes['w:val'];
  }

  /** Numbers of the lists (`w:numId`) that count headings. */
  headingLists(): ReadonlySet<string> {
    const lists = new Set<string>();
    for (const id of this.#elements.keys()) {
      const { outline = 9, numbering } = this.style(id);
      const list = valueIn(numbering, 'w:numId');
      if (outline < 9 && list !== undefined) lists.add(list);
    }
    return lists;
  }

  /** @param id without, the default style of paragraphs */
  style(id = this.#default): Style {
    return getOrInsert(this.#known, id, () => this.#read(id));
  }

  #read(id: string): Style {
    const chain = styleChain(id, this.#elements);
    // Word names its own styles in English whatever its language; a style that is not there is known by its id alone.
    const names =
      chain.length > 0
        ? chain.map((element) => (valueIn(element, 'w:name') ?? '').toLowerCase())
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
  const value = valueIn(properties, 'w:outlineLvl');
  return value !== undefined && /^\d$/.test(value) ? Number(value) : undefined;
}
