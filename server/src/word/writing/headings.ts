import type { Heading, RootContent } from 'mdast';
import type { Layout } from '../layout';
import type { LetterRole } from '../letter';
import { type HeadingNumber, spelt } from '../lists/labels';
import type { Marker } from '../lists/numbering';
import { bookmarkXml, type TextParagraph } from '../markup/blocks';
import { run } from '../markup/runs';
import { headingStyle, STYLE } from '../styles';
import { plainText } from '../xml-text';
import type { Context, Place } from './context';
import { inlines } from './inlines';
import { placedParagraph } from './placed-paragraphs';

/** The numbers that we give to sections, which are headings of a level. */
export function ownNumbers(level: number): ReadonlyMap<number, HeadingNumber> {
  return new Map([[level, { text: `%${level}.`, format: 'decimal' }]]);
}

const APPENDIX = /^(?:Appendix|Annexe?|Atodiad)\b\s*([A-Z](?![\p{L}\p{N}])|\d{1,2}\b)?/u;

/** Whether a heading begins an appendix, which has a letter of its own instead of a section's number. */
export function isAppendix(node: RootContent, layout: Layout): boolean {
  return node.type === 'heading' && node.depth === layout.sectionDepth && APPENDIX.test(plainText(node));
}

/**
 * The headings of appendices and those below them: no section's number counts there.
 *
 * @param sources our heading of the list of sources, which is no section behind the appendices either
 */
export function headingsOfAppendices(
  nodes: readonly RootContent[],
  layout: Layout,
  sources: Heading,
): ReadonlySet<RootContent> {
  const found = new Set<RootContent>();
  let isInside = false;
  for (const node of nodes) {
    if (node.type !== 'heading') continue;
    if (node.depth <= layout.sectionDepth && node !== sources) isInside = isAppendix(node, layout);
    if (isInside) found.add(node);
  }
  return found;
}

/** What closes a report and is no step of its argument. */
const CLOSING =
  /^(?:(?:list of )?(?:appendices|annexes|background (?:papers|documents))|(?:report author|lead officer)|contacts?(?: (?:details|officers?|persons?))?|officer contact|atodiadau|papurau cefndir|cyswllt)$/i;

/** Whether a line lists an appendix or a contact (“Appendix 1: Survey”), which is no step of the argument either. */
export function isClosingLine(node: RootContent): boolean {
  const label = plainText(node)
    .split(/[:–—]|\s-\s/, 1)[0]!
    .trim();
  return CLOSING.test(label) || APPENDIX.exec(label)?.[0] === label;
}

/** The last sections of a paper that have no number: its appendices, background papers and contact. */
export function closingHeadings(
  nodes: readonly RootContent[],
  layout: Layout,
  sources: Heading,
): ReadonlySet<RootContent> {
  const found = new Set<RootContent>();
  for (const node of [...nodes].reverse()) {
    if (node.type !== 'heading' || node.depth > layout.sectionDepth) continue;
    if (isAppendix(node, layout)) continue;
    if (node !== sources && !CLOSING.test(plainText(node).trim())) break;
    found.add(node);
  }
  // Sources by themselves, behind the argument, go on counting.
  if (found.size === 1) found.delete(sources);
  return found;
}

/**
 * The letter that an appendix has where appendices count A, B, C; undefined where its author numbers it otherwise.
 *
 * @param count how many appendices have had one before
 */
export function appendixLetter(node: Heading, count: number): string | undefined {
  const written = APPENDIX.exec(plainText(node))?.[1];
  const letter = String.fromCharCode(65 + count);
  return count < 26 && (written === undefined || written === letter) ? letter : undefined;
}

/** The style of a heading. If a template numbers or quotes headings, sections are Heading 1, below the title. */
function styleOfHeading(node: Heading, { layout, title }: Context): string {
  return node === title ? STYLE.title : headingStyle(Math.max(1, node.depth - layout.raised));
}

/** Counts headings as Word does. */
export class HeadingCounter {
  readonly #counts: number[] = [];

  constructor(private readonly numbers: ReadonlyMap<number, HeadingNumber>) {}

  /** The number of the next heading of a level from 1; undefined where that level has none. */
  next(level: number): string | undefined {
    const own = this.numbers.get(level);
    if (own === undefined) return undefined;
    this.#counts.length = Math.max(this.#counts.length, level);
    this.#counts[level - 1] = (this.#counts[level - 1] ?? 0) + 1;
    this.#counts.length = level;
    return own.text.replace(/%(\d)/g, (_, at: string) =>
      spelt(this.numbers.get(Number(at))?.format ?? own.format, this.#counts[Number(at) - 1] ?? 1),
    );
  }
}

/** A signature is no larger, in twips: 6 by 2 cm. */
const SIGNATURE = { width: 3402, height: 1134 } as const;

/**
 * A paragraph of a letter that is no running text, or one that is the title.
 *
 * @param isTop whether it is the first heading of the outline
 */
export function roleParagraph(
  node: RootContent,
  role: LetterRole | 'title',
  around: Place,
  isTop = false,
): TextParagraph {
  const isSigned = role === 'signature' || role === 'figure';
  const place = isSigned ? { ...around, pictures: SIGNATURE } : around;
  // Close, signature and name stand on one page.
  const look = {
    style: STYLE[role],
    ...(role === 'figure' ? { keepNext: true } : {}),
    ...(isTop ? { outlineLevel: 0 } : {}),
  };
  const content =
    node.type === 'heading'
      ? headingText(node, place)
      : node.type === 'paragraph'
        ? inlines(node.children, {}, place)
        : run(plainText(node));
  return placedParagraph(content, look, place);
}

/** Writes a heading; nothing where it says nothing. */
export function heading(node: Heading, place: Place, marker: Marker | undefined): TextParagraph[] {
  const { context } = place;
  const content = headingText(node, place);
  // An empty heading would be an empty line in the navigation pane.
  if (content === '' && marker === undefined) return [];
  const style = styleOfHeading(node, context);
  // A heading has white space of its own above it: what the block above asks for counts where that is less.
  if (context.spaceAbove(style) >= context.next.spaceBefore) context.next.spaceBefore = 0;
  const plain =
    marker === undefined && !isNumbered(node, place)
      ? { numbering: false as const, indent: { left: place.left, firstLine: 0 } }
      : {};
  // A template's heading may not do so, and would stand alone at the foot of a page.
  const keep = context.keepsNext(style) ? {} : { keepNext: true };
  return [placedParagraph(content, { style, ...keep, ...plain }, place, marker)];
}

/** Whether a heading may have the number that its style would give it, or its style gives none. */
function isNumbered(node: Heading, place: Place): boolean {
  const { layout, title, numberedLevels, appended } = place.context;
  if (node === title || !numberedLevels.has(Math.max(1, node.depth - layout.raised))) return true;
  // A section that we number has come with its marker.
  if (layout.numbering !== 'none' || layout.byHand || appended.has(node)) return false;
  return place.part === 'body' && place.quotes === 0 && place.level < 0;
}

/** A heading's words, with the bookmark that links and the table of contents lead to. */
function headingText(node: Heading, place: Place): string {
  const { context } = place;
  const content = inlines(node.children, {}, place);
  const bookmark = context.source.headingBookmarks.get(node) ?? context.contents.get(node);
  if (bookmark === undefined || content === '') return content;
  return bookmarkXml(bookmark, content, context.counts);
}
