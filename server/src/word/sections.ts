import {
  type FileChild,
  Footer,
  Header,
  type ISectionOptions,
  NumberFormat,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  SectionType,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import type { Heading, List, ListItem, Nodes, RootContent } from 'mdast';
import { addAll } from '../lists';
import { append, type WordBlock } from './blocks';
import { isPicture } from './captions';
import { contentsBlocks } from './contents';
import type { Context, Place } from './context';
import { definitionOf } from './definitions';
import { roleParagraph } from './heading-blocks';
import { appendixLetter, isAppendix } from './headings';
import { htmlTokens } from './html';
import type { Layout } from './layout';
import type { LetterPiece } from './letter';
import type { Marker } from './lists';
import { asChild, Content, TextParagraph } from './markup';
import { type ListShape, SECTION_STEP } from './numbering';
import type { Properties } from './properties';
import { runs } from './runs';
import type { SourceBlock } from './source';
import { Listener } from './speech';
import { headingStyle, STYLE } from './styles';
import type { TitleBlock } from './title-block';
import { type Words, wordsIn } from './words';

/** A4 with margins of 2.5 cm, in twips. */
const PAGE = { width: 11906, height: 16838, margin: 1418 } as const;

/** Width of the lines on such a page, upright and turned. */
export const LINES = {
  upright: PAGE.width - 2 * PAGE.margin,
  turned: PAGE.height - 2 * PAGE.margin,
} as const;

type Orientation = 'portrait' | 'landscape';

/** What a comment in the draft tells the layout. */
type Directive = 'pagebreak' | 'contents' | 'sources' | Orientation;

const DIRECTIVES: Readonly<Record<string, Directive>> = {
  pagebreak: 'pagebreak',
  newpage: 'pagebreak',
  landscape: 'landscape',
  portrait: 'portrait',
  '/landscape': 'portrait',
  contents: 'contents',
  toc: 'contents',
  sources: 'sources',
};

/**
 * Reads `<!-- pagebreak -->`, `<!-- landscape -->` and `<!-- portrait -->`, which ends a landscape part,
 * `<!-- contents -->` and `<!-- sources -->`.
 */
function directivesIn(html: string): Directive[] {
  const out: Directive[] = [];
  for (const token of htmlTokens(html)) {
    if (token.type !== 'comment' || token.value.length > 40) continue;
    const directive = DIRECTIVES[token.value.toLowerCase().replace(/[\s_-]+/g, '')];
    if (directive !== undefined) out.push(directive);
  }
  return out;
}

export interface Section {
  readonly orientation: Orientation;
  readonly children: WordBlock[];
}

/** Whether a draft says where its contents stand. */
export function placesContents(blocks: readonly SourceBlock[]): boolean {
  return blocks.some(({ node }) => node.type === 'html' && directivesIn(node.value).includes('contents'));
}

/**
 * The headings that a table of contents can name, in the order in which they are written: those of the draft below its
 * title, and that of the list of sources where there will be one.
 *
 * @param title which block is the title
 */
export function headingsWritten(
  { blocks, notes }: Context['source'],
  title: number | undefined,
  { sources }: Layout,
  sourcesHeading: Heading,
): readonly Heading[] {
  const found: Heading[] = [];
  let cites = false;
  let isPlaced = false;
  for (const [at, { node }] of blocks.entries()) {
    if (node.type === 'heading' && at !== title) found.push(node);
    if (node.type === 'html' && directivesIn(node.value).includes('sources')) {
      if (cites && !isPlaced) found.push(sourcesHeading);
      isPlaced = true;
    }
    cites ||= citesOneOf(notes, node);
  }
  if (sources && cites && !isPlaced) found.push(sourcesHeading);
  return found;
}

function citesOneOf(notes: Context['source']['notes'], node: Nodes): boolean {
  if (node.type === 'footnoteReference') return notes.has(node.identifier);
  return 'children' in node && node.children.some((child) => citesOneOf(notes, child));
}

/**
 * Writes the draft's text in sections: a new one where the paper is turned.
 *
 * @param title the title block, and whether it stands below the first heading
 */
export function writeSections(title: TitleBlock, context: Context): Section[] {
  const writer = new SectionWriter(context);
  const blocks: readonly LetterPiece[] =
    context.letter?.pieces ?? context.source.blocks.map((block) => ({ node: block.node, block }));
  const directives = blocks.map(({ node }) => (node.type === 'html' ? directivesIn(node.value) : []));
  const placed = directives.flat();
  const head = (): void => {
    writer.add(title.paragraphs);
    const { layout, contentsInTemplate } = context;
    if (contentsInTemplate) writer.add(contentsBlocks(context));
    else if (layout.contents && !placed.includes('contents')) writer.contents();
  };
  if (title.heading === undefined) head();
  const positions = new Map(context.source.blocks.map((block, index) => [block.node, index]));
  for (const [at, { node, block, role }] of blocks.entries()) {
    context.block = block;
    for (const directive of directives[at]!) writer.obey(directive);
    const before = writer.written.length;
    const isTitle = at === title.heading;
    if (role !== undefined) writer.add([roleParagraph(node, role, writer.place, context)]);
    else if (isTitle && !title.withoutHeading && !isTop(node))
      writer.add([roleParagraph(node, 'title', writer.place, context)]);
    else if (!isTitle || !title.withoutHeading) writer.write(node, blocks[at + 1]?.node, isTitle);
    const position = positions.get(node);
    if (position !== undefined) context.marks?.of(position).around(writer.written.slice(before));
    writer.hear(node);
    if (isTitle) head();
  }
  if (context.layout.sources && !placed.includes('sources')) writer.sources();
  return writer.sections;
}

/** A heading of the first level. */
function isTop(node: RootContent): boolean {
  return node.type === 'heading' && node.depth === 1;
}

class SectionWriter {
  readonly sections: Section[] = [{ orientation: 'portrait', children: [] }];
  readonly #context: Context;
  readonly #listener = new Listener();
  /** Whether the sources were listed. */
  #listed = false;
  /** Whether a numbered section has begun. */
  #inSection = false;
  /** Whether it is an appendix, and how many of those had a letter. */
  #inAppendix = false;
  #appendices = 0;

  constructor(context: Context) {
    this.#context = context;
  }

  get #current(): Section {
    return this.sections.at(-1)!;
  }

  /** What the section has that is being written. */
  get written(): readonly WordBlock[] {
    return this.#current.children;
  }

  add(blocks: readonly WordBlock[]): void {
    addAll(this.#current.children, blocks);
  }

  obey(directive: Directive): void {
    const context = this.#context;
    const current = this.#current;
    if (directive === 'pagebreak') {
      context.next = { pageBreak: current.children.length > 0, spaceBefore: 0 };
    } else if (directive === 'contents') this.contents();
    else if (directive === 'sources') this.sources();
    else if (directive !== current.orientation) {
      context.next = { pageBreak: false, spaceBefore: 0 };
      if (current.children.length === 0) this.sections.pop();
      this.sections.push({ orientation: directive, children: [] });
    }
  }

  get place(): Place {
    const { speech } = this.#listener;
    return { ...placeOn(this.#current.orientation, this.#context.lines), speech };
  }

  /** Takes note of an element that begins or ends around what follows. */
  hear(node: RootContent): void {
    this.#listener.hear(node);
  }

  write(node: RootContent, next: RootContent | undefined, isTitle: boolean): void {
    const { children } = this.#current;
    const { place } = this;
    const numbered = isTitle ? undefined : this.#number(node);
    const set = numbered?.shape.step ?? (this.#inSection && isIndented(node) ? SECTION_STEP : 0);
    append(children, node, next, { ...place, left: set, width: place.width - set }, this.#context, numbered);
  }

  /** The number of a section's heading, or of a paragraph in a section, where the paper has such. */
  #number(node: RootContent): Marker | undefined {
    const { layout, source } = this.#context;
    if (layout.numbering === 'none') return undefined;
    if (node.type === 'heading' && node.depth === layout.sectionDepth && node.children.length > 0) {
      this.#inSection = layout.numbering === 'paragraphs';
      this.#inAppendix = isAppendix(node, layout);
      if (!this.#inAppendix) return { shape: this.#sections(), checked: undefined, loose: false };
      this.#inSection &&= appendixLetter(node, this.#appendices) !== undefined;
      if (!this.#inSection) return undefined;
      this.#appendices++;
      return { shape: this.#appendix(0), checked: undefined, loose: false };
    }
    const counts =
      node.type === 'paragraph' &&
      !isPicture(node) &&
      definitionOf(node) === undefined &&
      source.captions.of(node) === undefined;
    if (!this.#inSection || !counts) return undefined;
    return this.#inAppendix
      ? { shape: this.#appendix(1), checked: undefined, loose: false, style: STYLE.appendixParagraph }
      : { shape: this.#sections(), checked: undefined, loose: false, style: STYLE.numbered };
  }

  #appendix(level: 0 | 1): ListShape {
    return this.#context.numbering.appendices(level, STYLE.appendixParagraph);
  }

  #sections(): ListShape {
    const { layout, numbering } = this.#context;
    const heading = headingStyle(layout.sectionDepth - layout.raised);
    return numbering.sections(layout.numbering === 'paragraphs' ? [heading, STYLE.numbered] : [heading]);
  }

  contents(): void {
    if (!this.#context.contentsInTemplate) this.add(contentsBlocks(this.#context));
  }

  /** All sources of the paper in one list: the footnotes, each once. */
  sources(): void {
    const { notes, source, sourcesHeading } = this.#context;
    const items = notes.used.flatMap((identifier): ListItem[] => {
      const note = source.notes.get(identifier);
      return note === undefined ? [] : [{ type: 'listItem', spread: false, children: note.node.children }];
    });
    if (items.length === 0) return;
    // A second list is no place that the contents lead to.
    const heading = this.#listed ? { ...sourcesHeading } : sourcesHeading;
    this.#listed = true;
    const list: List = { type: 'list', ordered: true, start: 1, spread: false, children: items };
    for (const node of [heading, list]) this.write(node, undefined, false);
  }
}

/** What stands below the text of numbered paragraphs, not below their numbers. */
function isIndented(node: RootContent): boolean {
  return (
    node.type === 'list' ||
    node.type === 'blockquote' ||
    node.type === 'code' ||
    (node.type === 'paragraph' && definitionOf(node) !== undefined)
  );
}

/**
 * The blocks of a section as docx gets them: all of them as one, but for the last. docx puts the section's properties
 * into it, and it must be a paragraph of docx's own for that.
 */
function forDocx(blocks: readonly WordBlock[]): readonly FileChild[] {
  const last = blocks.at(-1);
  if (last === undefined) return [];
  const parts = [
    ...(blocks.length > 1 ? [new Content(blocks.slice(0, -1).map(asChild))] : []),
    last instanceof TextParagraph ? last.asDocx() : last,
  ];
  return parts as unknown as readonly FileChild[];
}

interface SectionRole {
  readonly isFirst: boolean;
  readonly isLetter: boolean;
  /** A template has its own headers and footers. */
  readonly inTemplate: boolean;
}

/** What docx makes a section from, with the page's size, its header and its footer. */
export function sectionOptions(
  section: Section,
  title: string | undefined,
  properties: Properties,
  { isFirst, isLetter, inTemplate: isPlain }: SectionRole,
): ISectionOptions {
  const { orientation } = section;
  const width = orientation === 'portrait' ? LINES.upright : LINES.turned;
  const head = isPlain ? undefined : header(properties, width);
  const words = wordsIn(properties.language);
  // The first page has its title for a header; that of a letter is plain.
  const apart = isFirst && !isPlain && (isLetter || head !== undefined);
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      ...(apart ? { titlePage: true } : {}),
      endnoteProperties: { numberFormat: { type: NumberFormat.DECIMAL } },
      page: {
        // docx swaps width and height by itself where the paper is turned.
        size: {
          width: PAGE.width,
          height: PAGE.height,
          orientation: orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: PAGE.margin,
          right: PAGE.margin,
          bottom: PAGE.margin,
          left: PAGE.margin,
          header: 709,
          footer: 709,
        },
      },
    },
    ...(head === undefined
      ? {}
      : {
          headers: {
            default: head,
            ...(apart ? { first: new Header({ children: [new Paragraph({ style: STYLE.header })] }) } : {}),
          },
        }),
    ...(isPlain
      ? {}
      : {
          footers: {
            default: footer(title, width, words),
            ...(apart ? { first: isLetter ? emptyFooter() : footer(title, width, words) } : {}),
          },
        }),
    children: forDocx(section.children),
  };
}

/** Whose paper it is, and that it is a draft, on every page but the first, which says so itself. */
function header({ organisation, status }: Properties, width: number): Header | undefined {
  if (organisation === undefined && status === undefined) return undefined;
  return new Header({
    children: [edge(STYLE.header, organisation, width, status === undefined ? [] : runs(status))],
  });
}

/** The title on the left, so that a page that went astray is known, and "Page 2 of 9" on the right. */
function footer(title: string | undefined, width: number, { page: [before, of] }: Words): Footer {
  const page = new TextRun({ children: [before, PageNumber.CURRENT, of, PageNumber.TOTAL_PAGES] });
  return new Footer({ children: [edge(STYLE.footer, title, width, [page])] });
}

function emptyFooter(): Footer {
  return new Footer({ children: [new Paragraph({ style: STYLE.footer })] });
}

function edge(
  style: string,
  left: string | undefined,
  width: number,
  right: readonly ParagraphChild[],
): Paragraph {
  const words = left === undefined ? [] : runs(left.length > 70 ? `${left.slice(0, 69).trimEnd()}…` : left);
  return new Paragraph({
    style,
    tabStops: [
      { type: TabStopType.CLEAR, position: 9070 },
      { type: TabStopType.RIGHT, position: width },
    ],
    children: right.length === 0 ? words : [...words, new TextRun({ children: [new Tab()] }), ...right],
  });
}

function placeOn(orientation: Orientation, lines: Context['lines']): Place {
  const width = orientation === 'portrait' ? lines.upright : lines.turned;
  return { left: 0, width, quotes: 0, listInQuote: false, level: -1, numbered: 0, part: 'body', depth: 0 };
}
