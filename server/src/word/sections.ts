import {
  Footer,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import { append, type WordBlock } from './blocks';
import type { Context, Place } from './context';
import { htmlTokens } from './html';
import { run } from './inlines';
import { STYLE } from './styles';
import type { TitleBlock } from './title-block';

/** A4 with margins of 2.5 cm, in twips. */
export const PAGE = { width: 11906, height: 16838, margin: 1418 } as const;

export type Orientation = 'portrait' | 'landscape';

/** What a comment in the draft tells the layout. */
export type Directive = 'pagebreak' | Orientation;

/** Reads `<!-- pagebreak -->`, `<!-- landscape -->` and `<!-- portrait -->`, which ends a landscape part. */
export function directivesIn(html: string): Directive[] {
  const out: Directive[] = [];
  for (const token of htmlTokens(html)) {
    if (token.type !== 'comment') continue;
    const word = token.value
      .trim()
      .toLowerCase()
      .replace(/[\s_-]+/g, '');
    if (word === 'pagebreak' || word === 'newpage') out.push('pagebreak');
    else if (word === 'landscape') out.push('landscape');
    else if (word === 'portrait' || word === '/landscape' || word === 'endlandscape') out.push('portrait');
  }
  return out;
}

export interface Section {
  readonly orientation: Orientation;
  readonly children: WordBlock[];
}

/**
 * Writes the draft's text in sections: a new one where the paper is turned.
 *
 * @param title the title block, and whether it stands below the first heading
 */
export function writeSections(title: TitleBlock, context: Context): Section[] {
  let current: Section = { orientation: 'portrait', children: [] };
  const out = [current];
  const { blocks } = context.source;
  if (!title.afterFirstHeading) current.children.push(...title.paragraphs);
  for (const [at, block] of blocks.entries()) {
    context.block = block;
    for (const directive of block.node.type === 'html' ? directivesIn(block.node.value) : []) {
      if (directive === 'pagebreak') {
        context.next = { pageBreak: current.children.length > 0, spaceBefore: 0 };
      } else if (directive !== current.orientation) {
        context.next = { pageBreak: false, spaceBefore: 0 };
        if (current.children.length === 0) out.pop();
        current = { orientation: directive, children: [] };
        out.push(current);
      }
    }
    append(current.children, block.node, blocks[at + 1]?.node, placeOn(current.orientation), context);
    if (at === 0 && title.afterFirstHeading) current.children.push(...title.paragraphs);
  }
  return out;
}

/** What docx makes a section from, with the page's size and its footer. */
export function sectionOptions(section: Section, title: string | undefined): ISectionOptions {
  const { orientation } = section;
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
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
    footers: { default: footer(title, placeOn(orientation).width) },
    children: section.children,
  };
}

/** The title on the left, so that a page that went astray is known, and "Page 2 of 9" on the right. */
function footer(title: string | undefined, width: number): Footer {
  const page = new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] });
  const left =
    title === undefined ? [] : [run(title.length > 70 ? `${title.slice(0, 69).trimEnd()}…` : title)];
  return new Footer({
    children: [
      new Paragraph({
        style: STYLE.footer,
        tabStops: [
          { type: TabStopType.CLEAR, position: 9070 },
          { type: TabStopType.RIGHT, position: width },
        ],
        children: [...left, new TextRun({ children: [new Tab()] }), page],
      }),
    ],
  });
}

function placeOn(orientation: Orientation): Place {
  const width = (orientation === 'portrait' ? PAGE.width : PAGE.height) - 2 * PAGE.margin;
  return { left: 0, width, quotes: 0, listInQuote: false, level: -1, part: 'body', depth: 0 };
}
