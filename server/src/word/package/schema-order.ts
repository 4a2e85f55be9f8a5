import { appended, elementIn, elementsIn, type Splice, type XmlElement } from '../../docx/xml-tree';

/** The children of elements in the order of the schema (ECMA-376 part 1, annex A), up to the last one that is put there. */
const ORDER: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    'w:styles': 'w:docDefaults',
    'w:docDefaults': 'w:rPrDefault',
    'w:style':
      'w:name w:aliases w:basedOn w:next w:link w:autoRedefine w:hidden w:uiPriority w:semiHidden w:unhideWhenUsed w:qFormat w:locked w:personal w:personalCompose w:personalReply w:rsid w:pPr',
    'w:p': 'w:pPr',
    'w:pPr':
      'w:pStyle w:keepNext w:keepLines w:pageBreakBefore w:framePr w:widowControl w:numPr w:suppressLineNumbers w:pBdr w:shd w:tabs',
    'w:sectPr': 'w:headerReference w:footerReference w:footnotePr w:endnotePr w:type w:pgSz',
  }).map(([parent, names]) => [parent, names.split(' ')]),
);

/**
 * The change that puts an element into another: in place of the one with its name, or else where the schema has it; last
 * in elements that are not listed here.
 */
export function placed(parent: XmlElement, name: string, xml: string): Splice {
  const own = elementIn(parent, name);
  if (own !== undefined) return { start: own.start, end: own.end, text: xml };
  if (parent.open === parent.end) return appended(parent, xml);
  const order = ORDER.get(parent.name);
  const before = order?.slice(0, order.indexOf(name));
  const at = elementsIn(parent).findLast((one) => before?.includes(one.name) ?? true)?.end ?? parent.open;
  return { start: at, end: at, text: xml };
}
