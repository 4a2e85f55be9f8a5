import { styleChain } from '../../docx/style-chain';
import { elementIn, elementsIn, type XmlElement } from '../../docx/xml-tree';

export interface Tab {
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
export function addTabs(tabs: Map<number, Tab>, element: XmlElement | undefined): void {
  for (const { attributes } of elementsIn(element, 'w:tab')) {
    const at = Number(attributes['w:pos']);
    if (attributes['w:val'] === 'clear') tabs.delete(at);
    else if (Number.isFinite(at))
      tabs.set(at, { kind: attributes['w:val'] ?? 'left', leader: attributes['w:leader'] });
  }
}
