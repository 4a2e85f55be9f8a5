/** How the names of an XML text are given, element by element. */
export interface Naming {
  /** @returns the element's name and its attributes, by the names that count */
  open(
    name: string,
    attributes: Readonly<Record<string, string>>,
  ): { readonly name: string; readonly attributes: Readonly<Record<string, string>> };
  /** The innermost open element ends. */
  close(): void;
}

const ECMA = 'http://schemas.openxmlformats.org';
const STRICT = 'http://purl.oclc.org/ooxml';
const MICROSOFT = 'http://schemas.microsoft.com/office';

/**
 * The namespaces of Word documents (ECMA-376, transitional and strict, and Microsoft's own) with the prefixes that Word
 * itself writes; a document may have others.
 */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  [`${ECMA}/wordprocessingml/2006/main`, 'w'],
  [`${STRICT}/wordprocessingml/main`, 'w'],
  [`${ECMA}/officeDocument/2006/relationships`, 'r'],
  [`${STRICT}/officeDocument/relationships`, 'r'],
  [`${ECMA}/officeDocument/2006/math`, 'm'],
  [`${STRICT}/officeDocument/math`, 'm'],
  [`${ECMA}/drawingml/2006/main`, 'a'],
  [`${STRICT}/drawingml/main`, 'a'],
  [`${ECMA}/drawingml/2006/picture`, 'pic'],
  [`${STRICT}/drawingml/picture`, 'pic'],
  [`${ECMA}/drawingml/2006/wordprocessingDrawing`, 'wp'],
  [`${STRICT}/drawingml/wordprocessingDrawing`, 'wp'],
  [`${ECMA}/drawingml/2006/chart`, 'c'],
  [`${STRICT}/drawingml/chart`, 'c'],
  [`${ECMA}/drawingml/2006/diagram`, 'dgm'],
  [`${STRICT}/drawingml/diagram`, 'dgm'],
  [`${ECMA}/markup-compatibility/2006`, 'mc'],
  [`${ECMA}/package/2006/relationships`, ''],
  [`${ECMA}/package/2006/content-types`, ''],
  [`${ECMA}/package/2006/metadata/core-properties`, 'cp'],
  [`${ECMA}/officeDocument/2006/extended-properties`, ''],
  [`${STRICT}/officeDocument/extendedProperties`, ''],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  ['http://www.w3.org/2001/XMLSchema-instance', 'xsi'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
  [`${MICROSOFT}/word/2010/wordml`, 'w14'],
  [`${MICROSOFT}/word/2012/wordml`, 'w15'],
  [`${MICROSOFT}/word/2016/wordml/cid`, 'w16cid'],
  [`${MICROSOFT}/word/2018/wordml/cex`, 'w16cex'],
  [`${MICROSOFT}/word/2023/wordml/word16du`, 'w16du'],
  [`${MICROSOFT}/word/2010/wordprocessingShape`, 'wps'],
  [`${MICROSOFT}/word/2010/wordprocessingGroup`, 'wpg'],
  [`${MICROSOFT}/word/2010/wordprocessingCanvas`, 'wpc'],
  [`${MICROSOFT}/word/2010/wordprocessingDrawing`, 'wp14'],
  [`${MICROSOFT}/drawing/2017/decorative`, 'adec'],
]);

/** Prefixes as written to prefixes as they count, each level with those around it behind it. */
type Scope = Record<string, string>;

const OUTSIDE: Scope = Object.freeze({ __proto__: null as never, xml: 'xml' });

/**
 * Names by their namespaces: an element of WordprocessingML is `w:…`, whatever prefix it is written with and in which
 * of the two kinds of OOXML. Names of a namespace that is not known get a prefix that no known one has.
 */
export function knownNames(): Naming {
  const scopes: Scope[] = [];
  let scope = OUTSIDE;
  /** Whether all prefixes are those that Word writes, as they nearly always are. */
  let usual = true;
  const usuals: boolean[] = [];
  const renamed = (name: string, isAttribute: boolean): string => {
    const colon = name.indexOf(':');
    if (colon === -1) {
      const prefix = isAttribute ? undefined : scope[''];
      return prefix === undefined || prefix === '' ? name : `${prefix}:${name}`;
    }
    const written = name.slice(0, colon);
    const prefix = scope[written];
    if (prefix === undefined || prefix === written) return name;
    return prefix === '' ? name.slice(colon + 1) : `${prefix}:${name.slice(colon + 1)}`;
  };
  return {
    open(name, attributes) {
      scopes.push(scope);
      usuals.push(usual);
      let own: Scope | undefined;
      for (const key in attributes) {
        if (!key.startsWith('xmlns') || (key.length > 5 && key[5] !== ':')) continue;
        own ??= Object.create(scope) as Scope;
        const prefix = key.slice(6);
        const known = PREFIXES.get(attributes[key]!);
        own[prefix] = known ?? (prefix === '' ? '' : `?${prefix}`);
        if (known === undefined ? isTaken(prefix) : known !== prefix) usual = false;
      }
      if (own !== undefined) scope = own;
      if (usual) return { name, attributes };
      const known: Record<string, string> = { __proto__: null as never };
      for (const key in attributes) known[renamed(key, true)] = attributes[key]!;
      return { name: renamed(name, false), attributes: known };
    },
    close() {
      scope = scopes.pop()!;
      usual = usuals.pop()!;
    },
  };
}

const TAKEN = new Set(PREFIXES.values());

/** Whether an unknown namespace has a prefix that is another's. */
function isTaken(prefix: string): boolean {
  return prefix !== '' && TAKEN.has(prefix);
}

/** Prefixes of the namespaces of which `mc:AlternateContent` may require that they are understood. */
export const UNDERSTOOD: ReadonlySet<string> = new Set([
  'w14',
  'w15',
  'w16cid',
  'w16cex',
  'w16du',
  'wps',
  'wpg',
  'wpc',
  'wp14',
]);
