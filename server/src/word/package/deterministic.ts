import { strFromU8, strToU8 } from 'fflate';
import { relationsPart } from '../../docx/part-names';
import { signed } from './origin';
import { type Deflate, zip } from './zip';

/**
 * Packs a document without what differs from one run to the next: relation ids made at random, numbers that count on
 * from the last document, times. Its parts stay otherwise as they are, but for a check sum by which we know them again.
 */
export function deterministic(parts: Readonly<Record<string, Uint8Array>>, deflate?: Deflate): Uint8Array {
  const out = Object.keys(parts)
    .sort(byImportance)
    .map((name) => {
      const part = parts[name]!;
      return [
        name,
        /\.(?:xml|rels)$/.test(name) ? strToU8(renumber(strFromU8(part), relations(parts, name))) : part,
      ] as const;
    });
  return zip(signed(out), deflate);
}

/** The list of content types goes first, as readers of file types expect; the rest in the order of the alphabet. */
function byImportance(a: string, b: string): number {
  const weight = (name: string): number =>
    name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2;
  return weight(a) - weight(b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** Random relation id to a plain one, for a part or for its list of relations. */
function relations(parts: Readonly<Record<string, Uint8Array>>, name: string): ReadonlyMap<string, string> {
  const list = name.endsWith('.rels') ? name : relationsPart(name);
  const part = parts[list];
  if (part === undefined) return new Map();
  const found = [...strFromU8(part).matchAll(/\sId="([^"]+)"/g)].map((match) => match[1]!);
  const plain = new Set(found.filter((id) => /^rId\d+$/.test(id)));
  const ids = new Map<string, string>();
  let number = 0;
  for (const id of found) {
    // docx makes ids such as "rIdnxr48kt5oum-fy9s5qy41"; a template's own are left alone.
    if (!/^rId[\w-]{12,}$/.test(id) || plain.has(id)) continue;
    do number++;
    while (plain.has(`rId${number}`));
    ids.set(id, `rId${number}`);
  }
  return ids;
}

/** Numbers that docx counts on from one document to the next: of bookmarks, of pictures. */
const COUNTED =
  /(<Relationship\b[^<>]*?\sId|\sr:(?:id|embed|link))="([^"]+)"|(<w:bookmark(?:Start|End)\b[^<>]*?\sw:id)="(\d+)"|(<wp:docPr\b[^<>]*?\sid)="(\d+)"/g;

/** So many pieces are joined at a time: the engine keeps all that a replacing function gives until the end. */
const PIECES = 1_000;

function renumber(xml: string, ids: ReadonlyMap<string, string>): string {
  const bookmarks = new Map<string, number>();
  let drawings = 0;
  let done = '';
  let pieces: string[] = [];
  let from = 0;
  for (const { 0: whole, 1: relation, 2: id, 3: bookmark, 4: mark, 5: drawing, index } of xml.matchAll(
    COUNTED,
  )) {
    pieces.push(xml.slice(from, index));
    from = index + whole.length;
    if (relation !== undefined) pieces.push(`${relation}="${ids.get(id!) ?? id}"`);
    else if (drawing !== undefined) pieces.push(`${drawing}="${++drawings}"`);
    else pieces.push(`${bookmark}="${numberOf(mark!, bookmarks)}"`);
    if (pieces.length < PIECES) continue;
    done += pieces.join('');
    pieces = [];
  }
  return done + pieces.join('') + xml.slice(from);
}

function numberOf(key: string, numbers: Map<string, number>): number {
  const number = numbers.get(key) ?? numbers.size + 1;
  numbers.set(key, number);
  return number;
}
