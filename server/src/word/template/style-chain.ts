import { elementIn, elementsIn, type XmlElement } from '../../docx/xml-tree';

/** The styles of a part by their ids. */
export function stylesById(styles: XmlElement | undefined): ReadonlyMap<string, XmlElement> {
  return new Map(elementsIn(styles, 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style]));
}

/** A style and those that it is based on, itself first. */
export function styleChain(id: string | undefined, styles: ReadonlyMap<string, XmlElement>): XmlElement[] {
  const chain: XmlElement[] = [];
  for (let style = styles.get(id ?? ''); style !== undefined && !chain.includes(style); ) {
    chain.push(style);
    style = styles.get(elementIn(style, 'w:basedOn')?.attributes['w:val'] ?? '');
  }
  return chain;
}
