import namespaces from './namespaces.json';

type Attributes = Readonly<Record<string, string>>;

/** How the names of an XML text are given, element by element. */
export type Naming = ReturnType<typeof knownNames>;

/**
 * The namespaces of Word documents (ECMA-376, transitional and strict, and Microsoft's own) with the prefixes that Word
 * itself writes; a document may have others.
 */
const PREFIXES: ReadonlyMap<string, string> = new Map(Object.entries(namespaces));

/** Prefixes as written to prefixes as they count, each level with those around it behind it. */
type Scope = Record<string, string>;

const OUTSIDE: Scope = Object.freeze({ __proto__: null as never, xml: 'xml' });

/**
 * Names by their namespaces: an element of WordprocessingML is `w:…`, whatever prefix it is written with and in which
 * of the two kinds of OOXML. Names of a namespace that is not known get a prefix that no known one has.
 */
export function knownNames() {
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
    /** @returns the element's name and its attributes, by the names that count */
    open(name: string, attributes: Attributes): { readonly name: string; readonly attributes: Attributes } {
      scopes.push(scope);
      usuals.push(usual);
      let own: Scope | undefined;
      for (const key in attributes) {
        if (!key.startsWith('xmlns') || (key.length > 5 && key[5] !== ':')) continue;
        own ??= Object.create(scope) as Scope;
        const prefix = key.slice(6);
        const known = PREFIXES.get(attributes[key]!);
        own[prefix] = known ?? (prefix === '' ? '' : `?${prefix}`);
        if (known === undefined ? prefix !== '' && TAKEN.has(prefix) : known !== prefix) usual = false;
      }
      if (own !== undefined) scope = own;
      if (usual) return { name, attributes };
      const known: Record<string, string> = { __proto__: null as never };
      for (const key in attributes) known[renamed(key, true)] = attributes[key]!;
      return { name: renamed(name, false), attributes: known };
    },
    /** The innermost open element ends. */
    close(): void {
      scope = scopes.pop()!;
      usual = usuals.pop()!;
    },
  };
}

/** An unknown namespace may have one of these, which is another's. */
const TAKEN = new Set(PREFIXES.values());

/** Prefixes of the namespaces of which `mc:AlternateContent` may require that they are understood. */
export const UNDERSTOOD: ReadonlySet<string> = new Set(
  'w14 w15 w16cid w16cex w16du wps wpg wpc wp14'.split(' '),
);
