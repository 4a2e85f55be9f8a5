/** An element of the structure of a tagged PDF (ISO 32000-1, 14.7). */
export interface Tagged {
  /** Its standard type: P, H1, L, Table, TH, Figure. */
  readonly type: string;
  readonly alt?: string;
  /** As in `cy-GB`. */
  readonly language?: string;
  readonly children: readonly Tagged[];
}

/**
 * Reads the structure of a PDF by LibreOffice, in which elements are separate objects without compression.
 *
 * @throws Error if there is none
 */
export function structureOf(pdf: Uint8Array): Tagged {
  const text = Buffer.from(pdf).toString('latin1');
  const objects = new Map<string, string>();
  for (const [, id, body] of text.matchAll(/(?:^|\n)(\d+) 0 obj\s([\s\S]*?)\nendobj/g))
    objects.set(id!, body!);
  const roles = new Map<string, string>();
  const map = /\/RoleMap\s?<<([\s\S]*?)>>/.exec(text)?.[1] ?? '';
  for (const [, own, standard] of map.matchAll(/\/([^\s/]+)\s?\/([^\s/]+)/g)) roles.set(own!, standard!);
  const read = (body: string): Tagged => {
    const type = /\/S\s?\/([^\s/<>[\]]+)/.exec(body)?.[1] ?? '';
    const alt = stringIn(body, 'Alt');
    const language = stringIn(body, 'Lang');
    const kids = /\/K\s?\[([^\]]*)\]/.exec(body)?.[1] ?? /\/K (\d+ 0 R)/.exec(body)?.[1] ?? '';
    const children = Array.from(kids.matchAll(/(\d+) 0 R/g), ([, id]) => objects.get(id!) ?? '')
      .filter((kid) => kid.includes('/StructElem'))
      .map(read);
    return {
      type: roles.get(type) ?? type,
      ...(alt !== undefined && { alt }),
      ...(language !== undefined && { language }),
      children,
    };
  };
  const root = Array.from(objects.values()).find(
    (body) => body.includes('/StructTreeRoot') && body.includes('/K'),
  );
  if (root === undefined) throw new Error('the PDF is not tagged');
  return { ...read(root), type: 'Root', ...languageOf(text) };
}

function languageOf(text: string): { readonly language?: string } {
  const catalog = /\/Type\/Catalog[\s\S]*?\nendobj/.exec(text)?.[0] ?? '';
  const language = stringIn(catalog, 'Lang');
  return language === undefined ? {} : { language };
}

/** A string in a dictionary, in either of its notations. */
function stringIn(body: string, key: string): string | undefined {
  const hex = new RegExp(`/${key}\\s?<(?:FEFF)?([0-9A-Fa-f]*)>`).exec(body)?.[1];
  if (hex !== undefined) return Buffer.from(hex, 'hex').swap16().toString('utf16le');
  return new RegExp(`/${key}\\s?\\(([^)]*)\\)`).exec(body)?.[1];
}

export function* all(element: Tagged): Generator<Tagged> {
  yield element;
  for (const child of element.children) yield* all(child);
}

/** The tree as indented lines. Equal elements in succession are counted. */
export function* linesOf(element: Tagged, depth = 0): Generator<string> {
  const { type, alt, language, children } = element;
  const said = [type, language && `[${language}]`, alt !== undefined && `“${alt}”`].filter(Boolean).join(' ');
  yield `${'  '.repeat(depth)}${said}`;
  for (const child of children) yield* linesOf(child, depth + 1);
}

/** What the structure lacks for readers with screen readers, in words. */
export function lacks(root: Tagged): readonly string[] {
  const elements = [...all(root)];
  const out: string[] = [];
  if (root.language === undefined) out.push('the document has no language');
  for (const figure of elements.filter(({ type }) => type === 'Figure')) {
    if (figure.alt === undefined || figure.alt === '') out.push('a figure has no alternate text');
  }
  for (const table of elements.filter(({ type }) => type === 'Table')) {
    if (![...all(table)].some(({ type }) => type === 'TH')) out.push('a table has no header cell');
  }
  if (!elements.some(({ type }) => /^H\d?$/.test(type))) out.push('there is no heading');
  return out;
}

/** How deep lists are nested. */
export function depthOfLists(element: Tagged): number {
  const below = Math.max(0, ...element.children.map(depthOfLists));
  return element.type === 'L' ? below + 1 : below;
}
