import type { Properties } from './model';
import type { DocxPackage } from './package';
import { elementIn, textIn, type XmlElement } from './xml-tree';

/** What the document says about itself (ECMA-376 part 2, 11.1). Properties that are damaged count as none. */
export function readProperties(pack: DocxPackage, language: string | undefined): Properties {
  const core = root(pack, 'core-properties') ?? root(pack, 'coreProperties');
  const more = root(pack, 'extended-properties') ?? root(pack, 'extendedProperties');
  const value = (from: XmlElement | undefined, name: string): string | undefined => {
    const element = elementIn(from, name);
    return (element && textIn(element).replace(/\s+/g, ' ').trim()) || undefined;
  };
  const found: Properties = {
    title: value(core, 'dc:title'),
    subject: value(core, 'dc:subject'),
    author: value(core, 'dc:creator'),
    organisation: value(more, 'Company'),
    keywords: value(core, 'cp:keywords'),
    description: value(core, 'dc:description'),
    status: value(core, 'cp:contentStatus'),
    created: value(core, 'dcterms:created'),
    modified: value(core, 'dcterms:modified'),
    language: value(core, 'dc:language') ?? language,
  } as Properties;
  return Object.fromEntries(Object.entries(found).filter(([, text]) => text !== undefined));
}

function root(pack: DocxPackage, type: string): XmlElement | undefined {
  return pack.optionalXml(pack.related('', type)[0]);
}
