import { elementsIn, isOnValue, valueIn, type XmlElement } from './xml-tree';

/** Styles are based on each other no deeper; a circle ends there. */
const DEEPEST = 20;

/** The styles of a part by their ids; of two with one id, the first counts. */
export function stylesById(styles: XmlElement | undefined): ReadonlyMap<string, XmlElement> {
  const found = new Map<string, XmlElement>();
  for (const style of elementsIn(styles, 'w:style')) {
    const id = style.attributes['w:styleId'] ?? '';
    if (!found.has(id)) found.set(id, style);
  }
  return found;
}

/** The id of the default style of paragraphs: Normal where none says that it is, as Word and LibreOffice take it. */
export function defaultStyle(styles: XmlElement | undefined): string | undefined {
  const all = elementsIn(styles, 'w:style').filter(({ attributes }) => attributes['w:type'] === 'paragraph');
  const said = all.findLast(({ attributes }) => isOnValue(attributes['w:default']?.toLowerCase()));
  const normal = said ?? all.find((style) => valueIn(style, 'w:name')?.toLowerCase() === 'normal');
  return normal?.attributes['w:styleId'];
}

/** A style and those that it is based on, itself first. */
export function styleChain(id: string | undefined, styles: ReadonlyMap<string, XmlElement>): XmlElement[] {
  const chain: XmlElement[] = [];
  for (let style = styles.get(id ?? ''); style !== undefined && chain.length < DEEPEST; ) {
    chain.push(style);
    style = styles.get(valueIn(style, 'w:basedOn') ?? '');
  }
  return chain;
}
