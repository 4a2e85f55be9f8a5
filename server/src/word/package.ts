import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** The earliest time that a ZIP file can hold: the same document has the same bytes, whenever it is written. */
const TIME = new Date(1980, 0, 1, 12);

/**
 * Takes out of a package what differs from one run to the next: relation ids made at random, numbers that count on
 * from the last document, times. The package stays otherwise as it is.
 */
export function deterministic(bytes: Uint8Array, replacements: Readonly<Record<string, string>>): Uint8Array {
  const parts = unzipSync(bytes);
  const out: Zippable = {};
  const names = Object.keys(parts).sort(byImportance);
  for (const name of names) {
    const replaced = replacements[name];
    if (replaced !== undefined) out[name] = strToU8(replaced);
    else if (/\.(?:xml|rels)$/.test(name)) {
      out[name] = strToU8(renumber(strFromU8(parts[name]!), relations(parts, name)));
    } else out[name] = parts[name]!;
  }
  return zipSync(out, { mtime: TIME, level: 6 });
}

/** The list of content types goes first, as readers of file types expect; the rest in the order of the alphabet. */
function byImportance(a: string, b: string): number {
  const weight = (name: string): number =>
    name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2;
  return weight(a) - weight(b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** Old relation id to new one, for a part or for its list of relations. */
function relations(parts: Readonly<Record<string, Uint8Array>>, name: string): ReadonlyMap<string, string> {
  const list = name.endsWith('.rels') ? name : name.replace(/([^/]+)$/, '_rels/$1.rels');
  const ids = new Map<string, string>();
  const part = parts[list];
  if (part === undefined) return ids;
  for (const found of strFromU8(part).matchAll(/<Relationship Id="([^"]+)"/g))
    ids.set(found[1]!, `rId${ids.size + 1}`);
  return ids;
}

function renumber(xml: string, ids: ReadonlyMap<string, string>): string {
  const bookmarks = new Map<string, number>();
  let drawings = 0;
  return xml.replace(
    /(<Relationship Id|\sr:(?:id|embed|link))="([^"]+)"|(<w:bookmark(?:Start|End)\b[^>]*?\sw:id)="(\d+)"|(<wp:docPr\b[^>]*?\sid)="(\d+)"/g,
    (whole, relation, id, bookmark, mark, drawing) => {
      if (relation !== undefined) return `${relation}="${ids.get(id) ?? id}"`;
      if (drawing !== undefined) return `${drawing}="${++drawings}"`;
      if (bookmark === undefined) return whole;
      const number = bookmarks.get(mark) ?? bookmarks.size + 1;
      bookmarks.set(mark, number);
      return `${bookmark}="${number}"`;
    },
  );
}
