import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { isComment } from './html/tokens';
import { bookmarkXml, type Counts } from './markup/blocks';
import { field } from './markup/fields';
import { type Look, run } from './markup/runs';
import { plainText } from './xml-text';

/**
 * A caption before or after a picture or table: "Figure 2", or "Ffigur 2". In Word its number is a field, which text
 * can refer to.
 */
interface Caption {
  readonly label: string;
  readonly number: string;
  readonly bookmark: string;
  /** Whether the number is the one that Word would count. Otherwise it stays as typed. */
  readonly counted: boolean;
  /** Whether it belongs to what is above or below it. */
  readonly to: 'above' | 'below';
}

export interface Captions {
  readonly of: ReadonlyMap<RootContent, Caption>;
  /** Bookmarks by the text that refers to them: "Figure 2". */
  readonly bookmarks: ReadonlyMap<string, string>;
  /** The paragraphs below a picture or table that say where it is from, or explain it: “Source: door counters”. */
  readonly sourceLines: ReadonlySet<RootContent>;
}

const START = /^(Figure|Table|Chart|Map|Ffigur|Tabl|Siart)[ \u00a0](\d{1,4})(?=[\s:.–—-]|$)/;
const SOURCE_LINE = /^(?:Sources?|Notes?|Ffynonellau|Ffynhonnell|Nodyn|Nodiadau)[ \u00a0]?:/i;
/** A sentence, and no caption: "Figure 1 shows that visits rose." */
const SENTENCE = /^\S+\s\d+\s+\p{Ll}.*[.!?]\s*$/su;
const REFERENCE = /\b(Figure|Table|Chart|Map|Ffigur|Tabl|Siart)([ \u00a0])(\d{1,4})\b/g;

/** Finds the captions among the top-level blocks of a draft. A comment may stand beside them, such as one that turns the page. */
export function findCaptions(blocks: readonly RootContent[]): Captions {
  const nodes = blocks.filter((node) => !isComment(node));
  const captions = new Map<RootContent, Caption>();
  const bookmarks = new Map<string, string>();
  const sourceLines = new Set<RootContent>();
  const counts = new Map<string, number>();
  for (const [at, node] of nodes.entries()) {
    const before = nodes[at - 1];
    if (node.type === 'paragraph' && SOURCE_LINE.test(firstWords(node).text) && before !== undefined) {
      const isBelow = captioned(before) || captions.get(before)?.to === 'above' || sourceLines.has(before);
      if (isBelow) sourceLines.add(node);
    }
    const start = node.type === 'paragraph' ? START.exec(firstWords(node).text) : null;
    if (start === null || SENTENCE.test(plainText(node))) continue;
    const above = captioned(nodes[at - 1]) && captions.get(nodes[at - 2] ?? node)?.to !== 'below';
    if (!above && !captioned(nodes[at + 1])) continue;
    const label = start[1]!;
    const number = start[2]!;
    const expected = (counts.get(label) ?? 0) + 1;
    const counted = Number(number) === expected;
    if (counted) counts.set(label, expected);
    const bookmark = `_Caption${captions.size + 1}`;
    captions.set(node, { label, number, bookmark, counted, to: above ? 'above' : 'below' });
    const key = `${label} ${number}`;
    if (!bookmarks.has(key)) bookmarks.set(key, bookmark);
  }
  return { of: captions, bookmarks, sourceLines };
}

function captioned(node: RootContent | undefined): boolean {
  if (node?.type === 'html') return /^\s*<(?:img|picture|table)\b/i.test(node.value);
  return node?.type === 'table' || (node !== undefined && isPicture(node));
}

/** Whether a node is a paragraph of only pictures. */
export function isPicture(node: RootContent): node is Paragraph {
  const picture = (child: PhrasingContent): boolean =>
    child.type === 'image' ||
    child.type === 'imageReference' ||
    (child.type === 'html' && /^<img\b/i.test(child.value)) ||
    ((child.type === 'link' ||
      child.type === 'linkReference' ||
      child.type === 'criticInsertion' ||
      child.type === 'criticDeletion') &&
      child.children.length > 0 &&
      child.children.every(picture));
  const blank = (child: PhrasingContent): boolean =>
    child.type === 'criticComment' ||
    child.type === 'break' ||
    (child.type === 'text' && child.value.trim() === '');
  return (
    node.type === 'paragraph' &&
    node.children.some(picture) &&
    node.children.every((child) => picture(child) || blank(child))
  );
}

/** The first text of a paragraph, with its formatting. */
function firstWords(node: Paragraph): { readonly text: string; readonly look: Look } {
  let look: Look = {};
  let first: PhrasingContent | undefined = node.children[0];
  for (; first?.type === 'strong' || first?.type === 'emphasis'; first = first.children[0])
    look = { ...look, ...(first.type === 'strong' ? { bold: true } : { italics: true }) };
  return { text: first?.type === 'text' ? first.value : '', look };
}

/** The content of a caption without its "Figure 2". */
export function withoutLabel(node: Paragraph): PhrasingContent[] {
  const strip = (children: readonly PhrasingContent[]): PhrasingContent[] => {
    const [first, ...rest] = children;
    if (first?.type === 'text') return [{ ...first, value: first.value.replace(START, '') }, ...rest];
    if (first?.type === 'strong' || first?.type === 'emphasis') {
      return [{ ...first, children: strip(first.children) } as PhrasingContent, ...rest];
    }
    return [...children];
  };
  return strip(node.children);
}

/** "Figure 2" as a field. */
export function captionLabel(
  node: Paragraph,
  { label, number, bookmark, counted }: Caption,
  counts: Counts,
): string {
  const { look } = firstWords(node);
  const count = counted ? field(` SEQ ${label} \\* ARABIC `, number, look) : run(number, look);
  return bookmarkXml(bookmark, run(`${label} `, look) + count, counts);
}

/** Text in which "Figure 2" is a cross-reference to the figure. */
export function withReferences(
  value: string,
  captions: Captions,
  look: Look,
  write: (text: string) => string,
): string {
  let out = '';
  let from = 0;
  for (const found of value.matchAll(REFERENCE)) {
    const bookmark = captions.bookmarks.get(`${found[1]} ${found[3]}`);
    if (bookmark === undefined) continue;
    if (found.index > from) out += write(value.slice(from, found.index));
    // The reference keeps its formatting when it is updated, instead of taking that of the caption.
    out += field(` REF ${bookmark} \\h \\* MERGEFORMAT `, found[0], look);
    from = found.index + found[0].length;
  }
  return from < value.length ? out + write(value.slice(from)) : out;
}
