import type { WordDocument } from '../../docx/model';
import { elementsIn, parseXml, textIn, type XmlElement } from '../../docx/xml-tree';
import { typedQuotes } from '../../text/printed-quotes';
import { CARRIED } from '../package/origin';
import { crc32 } from '../package/zip';

/** A paragraph of a document as it was exported, from which changes since then can be found. */
export interface EmbeddedParagraph {
  /** Position of its block in the draft; undefined for what the export adds. */
  readonly block: number | undefined;
  /** Its `fingerprint`. */
  readonly print: string;
  /** Its text, where the export added it, so that it is not in the draft. */
  readonly text?: string;
  /** How many line breaks it has, where there are any; unknown in documents of version 0.2. */
  readonly breaks?: number;
}

/** A draft that is embedded in the document that was made of it. */
export interface EmbeddedDraft {
  readonly source: string;
  /** Hash of the source; part of the names of the bookmarks. */
  readonly hash: string;
  /** The paragraphs with text in the order of the document, without those in notes. */
  readonly paragraphs: readonly EmbeddedParagraph[];
  /** The `fingerprint` of each paragraph in notes. */
  readonly notes: ReadonlySet<string>;
  /** The `edgePrint` of each line in headers and footers; none in documents of version 0.2. */
  readonly edges: ReadonlySet<string>;
}

const utf8 = new TextEncoder();

/** A hash of eight hexadecimal digits. Not secure against deliberate collisions. */
export function hashOf(text: string): string {
  return crc32(utf8.encode(text)).toString(16).padStart(8, '0');
}

/** Stands for a picture in a text. */
export const PICTURE = '\uFFFC';

/**
 * A paragraph's text for comparison: without white space, checkboxes and what nobody sees but a picture, and with typed
 * quotation marks.
 */
export function fingerprint(text: string): string {
  return hashOf(typedQuotes(text).replace(/[\s\u00AD\u200B\u2060\u2610\u2612]+/gu, ''));
}

/** A line of a header or footer for comparison: its letters, as page numbers change with every save. */
export function edgePrint(line: string): string {
  return hashOf(line.replace(/\P{L}+/gu, ''));
}

/** Position of the block that a bookmark encloses, where it is one of a draft with this hash. */
export function blockOfBookmark(name: string, hash: string): number | undefined {
  const match = /^_adv([0-9a-f]{8})_(\d{1,7})$/.exec(name);
  return match?.[1] === hash ? Number(match[2]) : undefined;
}

/**
 * Reads an embedded draft.
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
  const breaks = new Map(words('breaks').map((word) => word.split(':').map(Number) as [number, number]));
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
      const broken = breaks.get(paragraphs.length);
      paragraphs.push({
        block,
        print: word,
        ...(typeof text === 'string' && { text }),
        ...(broken !== undefined && { breaks: broken }),
      });
    }
  }
  return { source, hash, paragraphs, notes: new Set(words('notes')), edges: new Set(words('edges')) };
}

/** The drafts that are embedded in a document, as they were exported: several, where documents were put together. */
export function embeddedDraftsIn({ customXml }: Pick<WordDocument, 'customXml'>): EmbeddedDraft[] {
  return customXml(CARRIED).flatMap((part) => {
    try {
      return [readEmbeddedDraft(part)];
    } catch {
      // Damaged parts count as none.
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
