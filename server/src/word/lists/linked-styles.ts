import {
  descendants,
  elementIn,
  elementsIn,
  parseXml,
  type Splice,
  spliced,
  valueIn,
  type XmlElement,
} from '../../docx/xml-tree';
import { placed } from '../package/schema-order';
import { headingStyle, STYLE } from '../styles';
import { Numbers } from './numbering-ids';

/** A style whose paragraphs are numbered. */
export interface StyleLink {
  readonly style: string;
  readonly num: string;
  readonly level: string;
}

/**
 * The styles that the levels of a numbering name as theirs (`w:pStyle`), with the list that each belongs to: the first, as
 * items that count with them have a list of their own.
 */
export function linksOf(numbering: XmlElement): StyleLink[] {
  const links: StyleLink[] = [];
  const lists = new Numbers(numbering);
  for (const num of elementsIn(numbering, 'w:num')) {
    const id = num.attributes['w:numId']!;
    for (const level of lists.levels(id)) {
      const style = valueIn(level, 'w:pStyle');
      if (style !== undefined && links.every((link) => link.style !== style))
        links.push({ style, num: id, level: level.attributes['w:ilvl']! });
    }
  }
  return links;
}

/** What keeps a paragraph from the number that its style would give it. */
const NONE = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>';

/**
 * Keeps a template's own paragraphs as they are where their style is numbered from now on: "Contents" is no section.
 *
 * @param body of the template
 * @param styles ids of those styles
 */
export function withoutNumbers(body: XmlElement, styles: ReadonlySet<string>): Splice[] {
  return [...descendants(body, 'w:p')].flatMap((paragraph) => {
    const style = valueIn(paragraph, 'w:pPr', 'w:pStyle') ?? '';
    const own = elementIn(paragraph, 'w:pPr', 'w:numPr');
    return styles.has(style) && own === undefined ? [numbering(paragraph, NONE)] : [];
  });
}

/**
 * Gives styles their numbers, so that whoever gives a paragraph the style gets the number with it; where paragraphs are
 * numbered, one follows a heading.
 *
 * @param styles `word/styles.xml`
 * @param named the id there of one of our styles
 */
export function withLinks(
  styles: string,
  links: readonly StyleLink[],
  named: (style: string) => string = (style) => style,
): string {
  if (links.length === 0) return styles;
  const paragraph = links.find(({ style }) => style === STYLE.numbered)?.style;
  const numbers = new Map(links.map((link) => [named(link.style), link]));
  const depths = [1, 2, 3, 4, 5, 6];
  const top = depths.findIndex((depth) => links.some(({ style }) => style === headingStyle(depth)));
  const headings = new Set(depths.slice(Math.max(0, top)).map((depth) => named(headingStyle(depth))));
  const splices: Splice[] = [];
  for (const style of elementsIn(parseXml(styles), 'w:style')) {
    const id = style.attributes['w:styleId'] ?? '';
    if (paragraph !== undefined && headings.has(id))
      splices.push(placed(style, 'w:next', `<w:next w:val="${named(paragraph)}"/>`));
    const link = numbers.get(id);
    if (link === undefined) {
      // One that is based on it had no number so far.
      const basedOn = valueIn(style, 'w:basedOn') ?? '';
      const own = elementIn(style, 'w:pPr', 'w:numPr');
      if (numbers.has(basedOn) && own === undefined) splices.push(numbering(style, NONE));
      continue;
    }
    const number = `<w:numPr><w:ilvl w:val="${link.level}"/><w:numId w:val="${link.num}"/></w:numPr>`;
    splices.push(numbering(style, number));
  }
  return spliced(styles, splices);
}

/** Gives a style or a paragraph a number. */
function numbering(element: XmlElement, number: string): Splice {
  const properties = elementIn(element, 'w:pPr');
  return properties === undefined
    ? placed(element, 'w:pPr', `<w:pPr>${number}</w:pPr>`)
    : placed(properties, 'w:numPr', number);
}
