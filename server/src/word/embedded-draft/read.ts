import type { WordDocument } from '../../docx/model';
import { elementsIn, parseXml, textIn, type XmlElement } from '../../docx/xml-tree';
import { CARRIED } from '../package/origin';
import { crc32 } from '../package/zip';

/** A paragraph of a document as it was exported: what of it has changed since can be told from that. */
export interface EmbeddedParagraph {
  /** Position among the draft's blocks; undefined for what the export adds of its own. */
  readonly block: number | undefined;
  /** See `fingerprint`. */
  readonly print: string;
  /** What it says, where the export adds it of its own: the draft cannot tell. */
  readonly text?: string;
}

/** A draft in the document that was made of it. */
export interface EmbeddedDraft {
  readonly source: string;
  /** Of the source; in the names of the bookmarks. */
  readonly hash: string;
  /** Those that show text, in the order of the document; those in notes are not among them. */
  readonly paragraphs: readonly EmbeddedParagraph[];
  /** What the paragraphs in notes are known by: see `fingerprint`. */
  readonly notes: ReadonlySet<string>;
}

const utf8 = new TextEncoder();

/** Eight hexadecimal digits that tell one text from another, not against people who want to deceive. */
export function hashOf(text: string): string {
  return crc32(utf8.encode(text)).toString(16).padStart(8, '0');
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
 * The draft that a document carries.
 *
 * @param xml a part in the namespace `CARRIED`
 * @throws Error with the reason where it is damaged
 */
export function readEmbeddedDraft(xml: string | XmlElement): EmbeddedDraft {
  const root = typeof xml === 'string' ? parseXml(xml) : xml;
  const inside = (name: string): XmlElement | undefined =>
    elementsIn(root).find((child) => child.name.replace(/^.*:/, '') === name);
  const source = jsonIn(inside('source'));
  const hash = root.attributes.hash ?? '';
  if (typeof source !== 'string' || hashOf(source) !== hash) throw new Error('the draft in it is damaged');
  const words = (name: string): readonly string[] => {
    const element = inside(name);
    return element === undefined
      ? []
      : textIn(element)
          .split(' ')
          .filter((word) => word !== '');
  };
  const own = jsonIn(inside('own'));
  let next = 0;
  const paragraphs: EmbeddedParagraph[] = [];
  let block: number | undefined;
  let last = -1;
  for (const word of words('paragraphs')) {
    if (word === '-') block = undefined;
    else if (word === '+') block = ++last;
    else if (word.endsWith(':')) block = last = Number(word.slice(0, -1));
    else {
      const text: unknown = block === undefined && Array.isArray(own) ? own[next++] : undefined;
      paragraphs.push({ block, print: word, ...(typeof text === 'string' && { text }) });
    }
  }
  return { source, hash, paragraphs, notes: new Set(words('notes')) };
}

/** The drafts that a document carries, as they were when it was exported: more where two were put together. */
export function embeddedDraftsIn({ customXml }: Pick<WordDocument, 'customXml'>): EmbeddedDraft[] {
  return customXml(CARRIED).flatMap((part) => {
    try {
      return [readEmbeddedDraft(part)];
    } catch {
      // A part that somebody damaged carries nothing.
      return [];
    }
  });
}

function jsonIn(element: XmlElement | undefined): unknown {
  try {
    return element === undefined ? undefined : JSON.parse(textIn(element));
  } catch {
    return undefined;
  }
}
