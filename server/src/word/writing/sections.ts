import type { Heading, List, ListItem, RootContent } from 'mdast';
import { addAll } from '../../util/lists';
import { type Captions, isPicture } from '../captions';
import { markAsChanged } from '../changes-since';
import { definitionOf } from '../definitions';
import { type Directive, SOURCES_BOOKMARK } from '../directive-names';
import { withWholeTables } from '../html/whole-tables';
import type { Layout } from '../layout';
import { type LetterPiece, staysWithNext } from '../letter';
import type { Marker } from '../lists/numbering';
import { type ListShape, SECTION_STEP } from '../lists/numbering';
import { markBlocks, TextParagraph, type WordBlock } from '../markup/blocks';
import type { Section } from '../page';
import { headingStyle, STYLE } from '../styles';
import { LanguageTracker } from '../text-language';
import { plainText } from '../xml-text';
import { append, seenBehind } from './blocks';
import { contentsBlocks } from './contents';
import { type Context, type Place, placeIn, setIn } from './context';
import { directivesIn } from './directives';
import { appendixLetter, isAppendix, isClosingLine, roleParagraph } from './headings';
import { labelByHand } from './paragraphs';
import { type TitleBlock, titleParagraphs } from './title-block';

/**
 * Writes the draft's text in sections. Each change between portrait and landscape begins a new one.
 *
 * @param titles the title block, which may stand below the first heading; also that of the other version, where it
 *   stands elsewhere
 */
export function writeSections(titles: readonly TitleBlock[], context: Context): Section[] {
  const writer = new SectionWriter(context);
  const blocks: readonly LetterPiece[] =
    context.letter?.pieces ?? context.source.blocks.map((block) => ({ node: block.node, block }));
  const directives = blocks.map(({ node }) => (node.type === 'html' ? directivesIn(node.value) : []));
  const headings = new Set(titles.map(({ heading }) => heading));
  turnHeadings(blocks, directives, headings, context.source.captions);
  const placed = directives.flat();
  const head = (title: TitleBlock): void => {
    writer.add(titleParagraphs(title, context.unfilled, context.since?.by));
    if (title === titles[0] && context.layout.contents && !placed.includes('contents')) writer.contents();
  };
  for (const title of titles) if (title.heading === undefined) head(title);
  const positions = new Map(context.source.blocks.map((block, index) => [block.node, index]));
  const nodes = withWholeTables(blocks.map(({ node }) => node));
  for (const [at, { node, block, isAll, role }] of blocks.entries()) {
    context.block = block;
    for (const directive of directives[at]!) writer.follow(directive);
    const before = writer.written.length;
    const position = positions.get(node);
    const title = titles.find(({ heading }) => heading === at);
    const change = title?.headingChange ?? context.since?.blocks.get(position ?? -1);
    if (typeof change === 'string') context.change = change;
    const isTitle = title !== undefined;
    if (role !== undefined) writer.add([roleParagraph(node, role, writer.place)]);
    else if (isTitle && !title.withoutHeading && !isTop(node))
      writer.add([roleParagraph(node, 'title', writer.place, title.isTop)]);
    else if (!title?.withoutHeading) writer.write(nodes[at]!, seenBehind(nodes, at), isTitle);
    const written = writer.written.slice(before);
    if (staysWithNext(blocks[at]!, blocks[at + 1])) keepLast(written);
    const marked = isAll ? positions.get(block.node) : position;
    if (marked !== undefined && context.markOf) markBlocks(context.markOf(marked), written, context.counts);
    if (typeof change === 'string') markAsChanged(written, change, context.since!.by);
    context.change = '';
    writer.note(node);
    if (isTitle) head(title);
  }
  if (context.layout.sources && !placed.includes('sources')) writer.sources();
  const { sections } = writer;
  // What nothing follows would be an empty page.
  if (sections.length > 1 && sections.at(-1)!.children.length === 0) sections.pop();
  return sections;
}

/** Puts a change of orientation above the headings, and the caption, right before it, which would stand alone on a page. */
function turnHeadings(
  blocks: readonly LetterPiece[],
  directives: Directive[][],
  titles: ReadonlySet<number | undefined>,
  captions: Captions,
): void {
  const belongs = (at: number): boolean => {
    const { node } = blocks[at]!;
    return (node.type === 'heading' && !titles.has(at)) || captions.of.get(node)?.to === 'below';
  };
  let first = 0;
  for (const [at, own] of directives.entries()) {
    const turn = own.find((directive) => directive === 'landscape' || directive === 'portrait');
    if (at === 0 || !belongs(at - 1)) first = at;
    if (turn === undefined || first === at) continue;
    own.splice(own.indexOf(turn), 1);
    directives[first]!.push(turn);
  }
}

function keepLast(written: readonly WordBlock[]): void {
  const last = written.at(-1);
  if (last instanceof TextParagraph) last.keepWithNext();
}

/** Whether a node is a heading of level 1. */
function isTop(node: RootContent): boolean {
  return node.type === 'heading' && node.depth === 1;
}

class SectionWriter {
  readonly sections: Section[] = [{ orientation: 'portrait', children: [] }];
  readonly #language = new LanguageTracker();
  /** How often the list of sources, and whether the table of contents, has been written. */
  #listed = 0;
  #hasContents = false;
  /** Whether a numbered section has begun. */
  #inSection = false;
  #belowHeading = false;
  /** Whether items are referred to by their numbers, which then stay as they are. */
  readonly #areItemsCited: boolean;
  /** Whether the paragraph above has a number that its author typed, or belongs to such a paragraph. */
  #belowNumber = false;
  /** Whether the section is an appendix, and how many appendices have had a letter. */
  #inAppendix = false;
  #appendices = 0;

  constructor(private readonly context: Context) {
    this.#areItemsCited = context.source.blocks.some(({ text }) => ITEM_CITED.test(text));
  }

  get #current(): Section {
    return this.sections.at(-1)!;
  }

  /** The blocks of the current section. */
  get written(): readonly WordBlock[] {
    return this.#current.children;
  }

  add(blocks: readonly WordBlock[]): void {
    addAll(this.#current.children, blocks);
  }

  follow(directive: Directive): void {
    const context = this.context;
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
    const { lang } = this.#language;
    const { upright, turned } = this.context.lines;
    const width = this.#current.orientation === 'portrait' ? upright : turned;
    return { ...placeIn(this.context, 'body', width), lang };
  }

  /** Notes an HTML element that begins or ends around the blocks that follow. */
  note(node: RootContent): void {
    this.#language.note(node);
  }

  write(node: RootContent, next: RootContent | undefined, isTitle: boolean): void {
    const { children } = this.#current;
    const { place } = this;
    const numbered = isTitle ? undefined : this.#number(node);
    const step = numbered?.shape.step ?? (this.#isBelowNumber(node) ? SECTION_STEP : 0);
    if (this.#counts(node)) {
      // With space between them, as paragraphs have.
      const loose: List = { ...node, spread: true };
      const list = this.context.numbering.sectionItems(loose, this.#sectionStyles);
      append(children, loose, next, { ...place, list });
    } else append(children, node, next, setIn(place, step), numbered);
    if (node.type !== 'html') this.#belowHeading = node.type === 'heading';
  }

  /** Whether a list right below a heading is the paragraphs of its section, whose numbers an author has typed. */
  #counts(node: RootContent): node is List {
    const isPlace = this.#belowHeading && this.#inSection && !this.#inAppendix;
    return isPlace && !this.#areItemsCited && isOfSentences(node);
  }

  /** Whether a block is indented below the text of a numbered paragraph: “(a)” belongs to that, too. */
  #isBelowNumber(node: RootContent): boolean {
    if (node.type === 'html') return false;
    const label = labelByHand(node);
    const belongs = isIndented(node) || label === 'letter';
    this.#belowNumber = label === 'number' || (this.#belowNumber && belongs);
    return belongs && (this.#inSection || this.#belowNumber);
  }

  /** The number of a section heading, or of a paragraph in a section, where the paper has such numbers. */
  #number(node: RootContent): Marker | undefined {
    const { layout, source, appended } = this.context;
    if (layout.numbering === 'none') return undefined;
    if (isSection(node, layout) && appended.has(node) && !isAppendix(node, layout)) {
      this.#inSection = false;
      return undefined;
    }
    if (isSection(node, layout) && node.children.length > 0) {
      this.#inSection = layout.numbering === 'paragraphs';
      this.#inAppendix = isAppendix(node, layout);
      if (!this.#inAppendix) return { shape: this.#sections() };
      this.#inSection &&= appendixLetter(node, this.#appendices) !== undefined;
      if (!this.#inSection) return undefined;
      this.#appendices++;
      return { shape: this.#appendix(0) };
    }
    const counts =
      node.type === 'paragraph' &&
      !isPicture(node) &&
      definitionOf(node) === undefined &&
      labelByHand(node) !== 'letter' &&
      !isClosingLine(node) &&
      source.captions.of.get(node) === undefined &&
      !source.captions.sourceLines.has(node);
    if (!this.#inSection || !counts) return undefined;
    return this.#inAppendix
      ? { shape: this.#appendix(1), style: STYLE.appendixParagraph }
      : { shape: this.#sections(), style: STYLE.numbered };
  }

  #appendix(level: 0 | 1): ListShape {
    return this.context.numbering.appendices(level, STYLE.appendixParagraph);
  }

  #sections(): ListShape {
    return this.context.numbering.sections(this.#sectionStyles);
  }

  get #sectionStyles(): readonly string[] {
    const { layout } = this.context;
    const heading = headingStyle(layout.sectionDepth - layout.raised);
    return layout.numbering === 'paragraphs' ? [heading, STYLE.numbered] : [heading];
  }

  contents(): void {
    if (this.#hasContents || this.context.contentsField) return;
    this.#hasContents = true;
    this.add(contentsBlocks(this.context));
  }

  /** Writes the list of sources: all footnotes, each once. */
  sources(): void {
    const { notes, source, sourcesHeading } = this.context;
    const items = notes.used.flatMap((identifier): ListItem[] => {
      const note = source.notes.get(identifier);
      return note === undefined ? [] : [{ type: 'listItem', spread: false, children: note.node.children }];
    });
    if (items.length === 0) return;
    // The table of contents leads to the first list only.
    const heading = this.#listed > 0 ? { ...sourcesHeading } : sourcesHeading;
    const list: List = { type: 'list', ordered: true, start: 1, spread: false, children: items };
    const before = this.written.length;
    for (const node of [heading, list]) this.write(node, undefined, false);
    markBlocks(`${SOURCES_BOOKMARK}${++this.#listed}`, this.written.slice(before), this.context.counts);
  }
}

const isSection = (node: RootContent, { sectionDepth }: Layout): node is Heading =>
  node.type === 'heading' && node.depth === sectionDepth;

/** “recommendation 2”, as in no paper whose paragraphs are 2.1 and 2.2. */
const ITEM_CITED = /\b(?:recommendation|paragraph|point|item|option|reason|step)s? \d{1,2}\b(?!\.\d)/i;

/** Whether a node is a list from 1 whose items are a paragraph of whole sentences each. */
const isOfSentences = (node: RootContent): boolean =>
  node.type === 'list' &&
  node.ordered === true &&
  node.start === 1 &&
  node.children.every(
    ({ checked, children: [first, ...rest] }) =>
      checked == null && first?.type === 'paragraph' && rest.length === 0 && /[.!?]$/.test(plainText(first)),
  );

/** Whether a node is set below the text of numbered paragraphs, not below their numbers. */
function isIndented(node: RootContent): boolean {
  return (
    node.type === 'list' ||
    node.type === 'blockquote' ||
    node.type === 'code' ||
    (node.type === 'paragraph' && definitionOf(node) !== undefined)
  );
}
