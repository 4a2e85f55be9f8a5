import { elementsIn, textIn, type XmlElement } from '../../docx/xml-tree';
import { escapeXml } from '../xml-text';
import type { LeftOut } from './left-out';
import { BOOKKEEPING, LABELS, PROPERTY_VALUES } from './part-kinds';
import { attributeText } from './sanitize';

/** The content type of the list of custom properties. */
export const CUSTOM_PROPERTIES = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';

const NAMESPACE = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties';
const VALUES = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes';
/** The set of properties that people see and fill in. */
const OWN = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';

/** Names by which Office loads an add-in, finds a template, or begins links from elsewhere; not even a field keeps them. */
const STEERING = /^(?![\p{L}\p{N}])|^(?:xd_|(?:solution|template) ?(?:id|name|ur[il])$)/iu;

/**
 * The list of custom properties written anew, with sensitivity labels and what fields show. Others may make Word load an
 * add-in from an address.
 *
 * @param shown names of properties that fields of the template show, in small letters
 */
export function safeProperties(root: XmlElement, shown: ReadonlySet<string>, leftOut: LeftOut): string {
  let kept = '';
  let id = 2;
  for (const property of elementsIn(root)) {
    const { name = '', linkTarget } = property.attributes;
    const value = linkTarget === undefined && isWanted(name, shown) ? plainValue(property) : undefined;
    if (value !== undefined)
      kept += `<property fmtid="${OWN}" pid="${id++}" name="${attributeText(name)}">${value}</property>`;
    else if (!BOOKKEEPING.has(name)) leftOut.add(`the property ${name || property.name}`);
  }
  return `<Properties xmlns="${NAMESPACE}" xmlns:vt="${VALUES}">${kept}</Properties>`;
}

function isWanted(name: string, shown: ReadonlySet<string>): boolean {
  return !STEERING.test(name) && (LABELS.test(name) || shown.has(name.toLowerCase()));
}

/** The value of a property, if it is plain: a text, number, date, or yes or no. */
function plainValue(property: XmlElement): string | undefined {
  const [value, ...more] = elementsIn(property);
  const kind = value?.name.replace(/^.*:/, '') ?? '';
  if (value === undefined || more.length > 0 || !PROPERTY_VALUES.has(kind)) return undefined;
  return `<vt:${kind}>${escapeXml(textIn(value))}</vt:${kind}>`;
}
