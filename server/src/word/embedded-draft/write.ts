import { elementsIn, textIn, type XmlElement } from '../../docx/xml-tree';
import type { Draft } from '../../draft/types';
import { CARRIED } from '../package/origin';
import { decoded } from '../pages/scan';
import { escapeXml, XML } from '../xml-text';
import { blockOfBookmark, type EmbeddedParagraph, edgePrint, fingerprint, hashOf, PICTURE } from './read';

/**
 * Returns the name of the bookmark around a block, by position. Word hides bookmarks whose name begins with an
 * underscore.
 */
export function markNames({ text }: Draft): (block: number) => string {
  const hash = hashOf(text);
  return (block) => `_adv${hash}_${block}`;
}

/**
 * The custom XML part with a draft.
 *
 * @param document the finished main part, with its bookmarks
 * @param notes the finished parts with notes
 * @param edges the finished headers and footers
 */
export function embeddedDraftXml(
  draft: Draft,
  document: string,
  notes: readonly string[] = [],
  edges: readonly XmlElement[] = [],
): string {
  const hash = hashOf(draft.text);
  const paragraphs = paragraphsIn(document, hash);
  const prints: string[] = [];
  // Where blocks follow each other, their numbers are left out: long drafts have thousands.
  let before: number | undefined | null = null;
  let last = -1;
  // Word recreates the lines of the table of contents.
  const own = paragraphs.flatMap(({ text }) => text ?? []);
  for (const { block, print } of paragraphs) {
    if (block !== before) prints.push(block === undefined ? '-' : block === last + 1 ? '+' : `${block}:`);
    before = block;
    last = block ?? last;
    prints.push(print);
  }
  return (
    XML +
    `<draft xmlns="${CARRIED}" hash="${hash}">` +
    `<source>${quoted(draft.text)}</source>` +
    `<paragraphs>${prints.join(' ')}</paragraphs>` +
    `<breaks>${paragraphs.flatMap(({ breaks }, at) => (breaks ? [`${at}:${breaks}`] : [])).join(' ')}</breaks>` +
    `<own>${quoted(own)}</own>` +
    `<notes>${notes.flatMap((part) => paragraphsIn(part, hash).map(({ print }) => print)).join(' ')}</notes>` +
    `<edges>${[...new Set(edges.flatMap(linesIn).map(edgePrint))].join(' ')}</edges></draft>`
  );
}

/** The properties of the part: its id, and the namespace by which programs find it. */
export function itemXml(hash: string): string {
  const id = `{${hash.toUpperCase()}-0000-4000-8000-0000${hash.toUpperCase()}}`;
  const ds = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>' +
    `<ds:datastoreItem xmlns:ds="${ds}" ds:itemID="${id}">` +
    `<ds:schemaRefs><ds:schemaRef ds:uri="${CARRIED}"/></ds:schemaRefs></ds:datastoreItem>`
  );
}

/** Encodes texts for XML so that no program changes them: line ends, controls and spaces are escaped. */
function quoted(value: string | readonly string[]): string {
  return escapeXml(
    JSON.stringify(value).replace(
      /[\u007f-\u009f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff]/g,
      (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );
}

/** The text of each paragraph in a header or footer, as an import reads it. */
function linesIn(part: XmlElement): string[] {
  const lines: string[] = [];
  const textOf = (element: XmlElement): string =>
    elementsIn(element)
      .map((child) => {
        if (child.name === 'mc:Fallback' || child.name === 'w:del') return '';
        const text = child.name === 'w:t' ? textIn(child) : textOf(child);
        // In a text box, another paragraph stands in one.
        return child.name === 'w:p' ? lines.push(text) && '' : text;
      })
      .join('');
  textOf(part);
  return lines;
}

const TOKENS =
  /<w:(?:t|delText)(?: [^<>]*)?>([^<]*)<|<w:(?:tab|br)\/>|<w:pStyle w:val="TOC\d"\/>|<w:drawing>|<w:bookmark(Start|End)\b([^<>]*)>|<\/w:p>/g;

/** The paragraphs with text in a part that we wrote. */
function paragraphsIn(document: string, hash: string): EmbeddedParagraph[] {
  const out: EmbeddedParagraph[] = [];
  const open = new Map<string, number>();
  let text = '';
  let breaks = 0;
  let block: number | undefined;
  /** Whether the paragraph is a line of the table of contents. */
  let isListed = false;
  for (const [token, shown, edge, attributes] of document.matchAll(TOKENS)) {
    if (shown !== undefined) text += decoded(shown);
    else if (token === '<w:drawing>') text += PICTURE;
    else if (token.startsWith('<w:pStyle')) isListed = true;
    else if (token === '<w:tab/>' || token === '<w:br/>') {
      text += '\t';
      if (token === '<w:br/>') breaks++;
    } else if (edge !== undefined) {
      const id = / w:id="([^"]*)"/.exec(attributes!)?.[1] ?? '';
      const name = / w:name="([^"]*)"/.exec(attributes!)?.[1];
      const index = name === undefined ? undefined : blockOfBookmark(name, hash);
      if (edge === 'End') open.delete(id);
      else if (index !== undefined) {
        open.set(id, index);
        block = index;
      }
    } else if (token === '</w:p>') {
      const own = block === undefined ? { text: isListed ? '' : text } : {};
      if (text.trim() !== '') out.push({ block, print: fingerprint(text), ...own, breaks });
      text = '';
      breaks = 0;
      isListed = false;
      block = [...open.values()].at(-1);
    }
  }
  return out;
}
