import { elementsIn, parseXml, textIn, type XmlElement } from '../docx/xml-tree';
import { crc32 } from './zip';

/** A block of a draft as a document shows it. */
export interface CarriedBlock {
  /** Position among the draft's blocks. */
  readonly index: number;
  /** In the source. */
  readonly start: number;
  readonly end: number;
}

/** A paragraph of a document as it was exported: what of it has changed since can be told from that. */
export interface CarriedParagraph {
  /** Position among the draft's blocks; undefined for what the export adds of its own. */
  readonly block: number | undefined;
  /** See `fingerprint`. */
  readonly print: string;
}

/** A draft in the document that was made of it. */
export interface Carried {
  readonly source: string;
  /** Of the source; in the names of the bookmarks. */
  readonly hash: string;
  readonly blocks: readonly CarriedBlock[];
  /** Those that show text, in the order of the document; those in notes are not among them. */
  readonly paragraphs: readonly CarriedParagraph[];
  /** What the paragraphs in notes are known by: see `fingerprint`. */
  readonly notes: ReadonlySet<string>;
}

/** Eight hexadecimal digits that tell one text from another, not against people who want to deceive. */
export function hashOf(text: string): string {
  return crc32(new TextEncoder().encode(text)).toString(16).padStart(8, '0');
}

/** Stands in a text for a picture. */
export const PICTURE = '\uFFFC';

/** A paragraph's text as it is compared: without white space, and without the boxes that people tick. */
export function fingerprint(text: string): string {
  return hashOf(text.replace(/[\s\u2610\u2612]+/gu, ''));
}

/** Position of the block that a bookmark goes round, where it is one of a draft with this hash. */
export function blockOfBookmark(name: string, hash: string): number | undefined {
  const match = /^_adv([0-9a-f]{8})_(\d{1,7})$/.exec(name);
  return match?.[1] === hash ? Number(match[2]) : undefined;
}

/**
<<<<<<< HEAD
=======
 * The part that holds a draft.
 *
 * @param document the finished main part, with the bookmarks in it
 */
export function carriedXml(draft: Draft, document: string): string {
  const hash = hashOf(draft.text);
  const paragraphs = paragraphsIn(document, hash);
  const marks = [...document.matchAll(/ w:name="(_adv[0-9a-f_]{1,30})"/g)];
  const shown = new Set(marks.map(([, name]) => blockOfBookmark(name!, hash)));
  const blocks = draft.blocks.flatMap(({ block, start }, index) =>
    shown.has(index) ? [`<block n="${index}" from="${start}" to="${start + block.text.length}"/>`] : [],
  );
  const prints: string[] = [];
  let before: number | undefined | null = null;
  for (const { block, print } of paragraphs) {
    if (block !== before) prints.push(block === undefined ? '-' : `${block}:`);
    before = block;
    prints.push(print);
  }
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    `<draft xmlns="${CARRIED}" hash="${hash}">` +
    `<source>${quoted(draft.text)}</source>` +
    `<blocks>${blocks.join('')}</blocks>` +
    `<paragraphs>${prints.join(' ')}</paragraphs></draft>`
  );
}

/** What the part's own properties are: its id, and its namespace by which programs find it. */
export function itemXml(hash: string): string {
  const id = `{${hash.toUpperCase()}-0000-4000-8000-0000${hash.toUpperCase()}}`;
  const ds = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>' +
    `<ds:datastoreItem xmlns:ds="${ds}" ds:itemID="${id}">` +
    `<ds:schemaRefs><ds:schemaRef ds:uri="${CARRIED}"/></ds:schemaRefs></ds:datastoreItem>`
  );
}

/** Any text as XML can hold it, and as no program changes it: with its line ends, controls and spaces escaped. */
function quoted(text: string): string {
  return escapeXml(
    JSON.stringify(text).replace(
      /[\u007f-\u009f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff]/g,
      (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );
}

const TOKENS =
  /<w:(?:t|delText)(?: [^<>]*)?>([^<]*)<|<w:fldChar [^<>]*?w:fldCharType="(begin|end)"|<w:bookmark(Start|End)\b([^<>]*)>|<\/w:p>/g;

/** The paragraphs of a main part of ours that show text. What a field shows is Word's to change, and does not count. */
function paragraphsIn(document: string, hash: string): CarriedParagraph[] {
  const out: CarriedParagraph[] = [];
  const open = new Map<string, number>();
  let fields = 0;
  let text = '';
  let block: number | undefined;
  for (const [token, shown, field, edge, attributes] of document.matchAll(TOKENS)) {
    if (shown !== undefined) {
      if (fields === 0) text += unescaped(shown);
    } else if (field !== undefined) fields += field === 'begin' ? 1 : -1;
    else if (edge !== undefined) {
      const id = / w:id="([^"]*)"/.exec(attributes!)?.[1] ?? '';
      const name = / w:name="([^"]*)"/.exec(attributes!)?.[1];
      const index = name === undefined ? undefined : blockOfBookmark(name, hash);
      if (edge === 'End') open.delete(id);
      else if (index !== undefined) {
        open.set(id, index);
        block = index;
      }
    } else if (token === '</w:p>') {
      if (text.trim() !== '') out.push({ block, print: fingerprint(text) });
      text = '';
      block = [...open.values()].at(-1);
    }
  }
  return out;
}

function unescaped(text: string): string {
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name]!);
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/**
>>>>>>> 6c61ccd (Check every regular expression for texts that keep it busy, by recheck, as that knows attack strings and proofs that no linter has, and mend the forty that it found where the first look could not)
 * The draft that a document carries.
 *
 * @param xml a part in the namespace `CARRIED`
 * @throws Error with the reason where it is damaged
 */
export function readCarried(xml: string | XmlElement): Carried {
  const root = typeof xml === 'string' ? parseXml(xml) : xml;
  const inside = (name: string): XmlElement | undefined =>
    elementsIn(root).find((child) => child.name.replace(/^.*:/, '') === name);
  const source = sourceIn(inside('source'));
  const hash = root.attributes.hash ?? '';
  if (source === undefined || hashOf(source) !== hash) throw new Error('the draft in it is damaged');
  const blocks = elementsIn(inside('blocks')).map(({ attributes }) => ({
    index: Number(attributes.n),
    start: Number(attributes.from),
    end: Number(attributes.to),
  }));
  const paragraphs: CarriedParagraph[] = [];
  let block: number | undefined;
  const words = (name: string): readonly string[] => {
    const element = inside(name);
    return element === undefined ? [] : textIn(element).split(' ');
  };
  for (const word of words('paragraphs')) {
    if (word === '-') block = undefined;
    else if (word.endsWith(':')) block = Number(word.slice(0, -1));
    else if (word !== '') paragraphs.push({ block, print: word });
  }
  return { source, hash, blocks, paragraphs, notes: new Set(words('notes')) };
}

function sourceIn(element: XmlElement | undefined): string | undefined {
  try {
    const source: unknown = element === undefined ? undefined : JSON.parse(textIn(element));
    return typeof source === 'string' ? source : undefined;
  } catch {
    return undefined;
  }
}
