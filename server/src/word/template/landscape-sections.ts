import { relationsPart, resolve } from '../../docx/part-names';
import { styleChain, stylesById } from '../../docx/style-chain';
import {
  descendants,
  elementIn,
  elementsIn,
  type Splice,
  spliced,
  valueIn,
  type XmlElement,
} from '../../docx/xml-tree';
import { getOrInsert } from '../../util/memoize';
import type { Parts } from '../package/parts';
import { placed } from '../package/schema-order';

/** The ids of the relations of headers and footers, by `default`, `first` or `even`. */
type HeaderFooterIds = ReadonlyMap<string, string>;

const REFERENCE = /^w:(?:header|footer)Reference$/;

/** The headers and footers of a section of the template, including those inherited from sections before. */
export function headersAndFootersOf(root: XmlElement, section: XmlElement): HeaderFooterIds {
  const edges = new Map<string, string>();
  for (const one of descendants(root, 'w:sectPr')) {
    for (const { name, attributes } of elementsIn(one))
      if (REFERENCE.test(name)) edges.set(`${name} ${attributes['w:type']}`, attributes['r:id'] ?? '');
    if (one.start === section.start) break;
  }
  return edges;
}

/** References to headers and footers, for the beginning of a section's properties. */
export function referencesTo(edges: HeaderFooterIds): string {
  return [...edges]
    .map(([key, id]) => {
      const [name, type] = key.split(' ');
      return `<${name} w:type="${type}" r:id="${id}"/>`;
    })
    .join('');
}

/**
 * Makes headers and footers for landscape pages from those of the template, with tab stops and tables for wider lines.
 *
 * @param factor how much wider the lines are
 */
export function landscapeHeadersAndFooters(
  parts: Parts,
  edges: HeaderFooterIds,
  factor: number,
): HeaderFooterIds {
  const byId = stylesById(parts.relatedRoot('styles'));
  const relations = parts.relations(parts.main);
  const made = new Map<string, string>();
  const turned = new Map<string, string>();
  for (const [key, id] of edges) {
    const own = (): string => {
      const target = relations.find((one) => one.attributes.Id === id)?.attributes.Target;
      return (target && copied(parts, target, key, byId, factor)) ?? id;
    };
    turned.set(key, getOrInsert(made, id, own));
  }
  return turned;
}

function copied(
  parts: Parts,
  target: string,
  key: string,
  styles: ReadonlyMap<string, XmlElement>,
  factor: number,
): string | undefined {
  const name = resolve(parts.main, target);
  const root = parts.root(name);
  if (root === undefined) return undefined;
  const copy = name.replace(/\.xml$/, '-turned.xml');
  const list = parts.text(relationsPart(name));
  if (list !== undefined) parts.set(relationsPart(copy), list);
  const kind = key.startsWith('w:header') ? 'header' : 'footer';
  return parts.make(kind, copy, widened(parts.text(name)!, root, styles, factor));
}

/** A header for wider lines: tab stops at the centre and on the right move, and tables grow. */
function widened(
  text: string,
  root: XmlElement,
  styles: ReadonlyMap<string, XmlElement>,
  factor: number,
): string {
  const splices: Splice[] = [];
  for (const paragraph of descendants(root, 'w:p')) {
    const properties = elementIn(paragraph, 'w:pPr');
    const own = elementIn(properties, 'w:tabs');
    const ofStyle = tabsOf(valueIn(properties, 'w:pStyle'), styles);
    const tabs = new Map(ofStyle);
    addTabs(tabs, own);
    const moved = [...tabs].filter(([, { kind }]) => /^(?:center|right|end)$/.test(kind));
    if (moved.length === 0) continue;
    const stops = [...tabs].map(([at, { kind, leader }]): [number, string] => {
      const to = moved.some(([from]) => from === at) ? Math.round(at * factor) : at;
      return [
        to,
        `<w:tab w:val="${kind}"${leader === undefined ? '' : ` w:leader="${leader}"`} w:pos="${to}"/>`,
      ];
    });
    const cleared = [...ofStyle.keys()]
      .filter((at) => !stops.some(([to]) => to === at))
      .map((at): [number, string] => [at, `<w:tab w:val="clear" w:pos="${at}"/>`]);
    const list = [...cleared, ...stops].sort(([a], [b]) => a - b).map(([, tab]) => tab);
    const xml = `<w:tabs>${list.join('')}</w:tabs>`;
    if (properties !== undefined) splices.push(placed(properties, 'w:tabs', xml));
    else if (paragraph.open < paragraph.end)
      splices.push(placed(paragraph, 'w:pPr', `<w:pPr>${xml}</w:pPr>`));
  }
  for (const width of descendants(root, 'w:gridCol', 'w:tblW', 'w:tcW')) {
    const { attributes, start, end } = width;
    if ((attributes['w:type'] ?? 'dxa') !== 'dxa') continue;
    const tag = text
      .slice(start, end)
      .replace(
        /(\sw:w=")(\d+)/,
        (_, begin: string, value: string) => `${begin}${Math.round(Number(value) * factor)}`,
      );
    splices.push({ start, end, text: tag });
  }
  return spliced(text, splices);
}

interface Tab {
  readonly kind: string;
  readonly leader: string | undefined;
}

/** The tab stops of a style by their positions in twips, including those of the styles that it is based on. */
export function tabsOf(id: string | undefined, styles: ReadonlyMap<string, XmlElement>): Map<number, Tab> {
  const tabs = new Map<number, Tab>();
  for (const style of styleChain(id, styles).reverse()) addTabs(tabs, elementIn(style, 'w:pPr', 'w:tabs'));
  return tabs;
}

/** Adds the tab stops of a `w:tabs` element, and removes those that it clears. */
function addTabs(tabs: Map<number, Tab>, element: XmlElement | undefined): void {
  for (const { attributes } of elementsIn(element, 'w:tab')) {
    const at = Number(attributes['w:pos']);
    if (attributes['w:val'] === 'clear') tabs.delete(at);
    else if (Number.isFinite(at))
      tabs.set(at, { kind: attributes['w:val'] ?? 'left', leader: attributes['w:leader'] });
  }
}
