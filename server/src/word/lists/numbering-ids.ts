import { elementsIn, type XmlElement } from '../../docx/xml-tree';

/** A part's numbering, by its ids: looked up for each style and list, and of any length. */
export class Numbers {
  readonly #nums = new Map<string, XmlElement>();
  readonly #abstracts = new Map<string, XmlElement>();

  constructor(numbering: XmlElement | undefined) {
    for (const one of elementsIn(numbering)) {
      const { 'w:numId': num, 'w:abstractNumId': abstract } = one.attributes;
      if (one.name === 'w:num' && num !== undefined && !this.#nums.has(num)) this.#nums.set(num, one);
      if (one.name === 'w:abstractNum' && abstract !== undefined && !this.#abstracts.has(abstract))
        this.#abstracts.set(abstract, one);
    }
  }

  /** The id of the definition that a list goes by. */
  abstractId(numId: string | undefined): string | undefined {
    const num = numId === undefined ? undefined : this.#nums.get(numId);
    return elementsIn(num, 'w:abstractNumId')[0]?.attributes['w:val'];
  }

  /** The levels of the definition that a list goes by. */
  levels(numId: string | undefined): readonly XmlElement[] {
    const id = this.abstractId(numId);
    return elementsIn(id === undefined ? undefined : this.#abstracts.get(id), 'w:lvl');
  }

  /** The level that a list style's paragraphs stand at. */
  level(numId: string | undefined, level: string): XmlElement | undefined {
    return this.levels(numId).find((one) => one.attributes['w:ilvl'] === level);
  }
}
