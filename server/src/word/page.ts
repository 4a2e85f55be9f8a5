/** The page that sections stand on where no template has one: its size, its header and its footer. */
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
import type { By } from '../criticmarkup/types';
import { shortened } from '../text/shorten';
import type { WordBlock } from './blocks';
import type { Orientation } from './directives';
import { Blocks, TextParagraph } from './markup';
import type { Properties } from './properties';
import { runs } from './runs';
import { changedRuns } from './since';
import { STYLE } from './styles';
import { type Words, wordsIn } from './words';

/** A4 with margins of 2.5 cm, in twips. */
const PAGE = { width: 11906, height: 16838, margin: 1418 } as const;

/** Width of the lines on such a page, upright and turned. */
export const LINES = {
  upright: PAGE.width - 2 * PAGE.margin,
  turned: PAGE.height - 2 * PAGE.margin,
} as const;

export interface Section {
  readonly orientation: Orientation;
  readonly children: WordBlock[];
}

/**
 * The blocks of a section as docx gets them: all of them as one, but for the last. docx puts the section's properties
 * into it, and it must be a paragraph of docx's own for that.
 */
function forDocx(blocks: WordBlock[]): readonly FileChild[] {
  const last = blocks.pop();
  if (last === undefined) return [];
  const parts = [
    ...(blocks.length > 0 ? [new Blocks(blocks)] : []),
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

/** What headers and footers say of a paper. */
export interface Edges {
  readonly title: string | undefined;
  readonly organisation: string | undefined;
  readonly status: string | undefined;
}

/** The same in an earlier version, with whose the changes are. */
export interface EdgesBefore extends Edges {
  readonly by: By;
}

/** What docx makes a section from, with the page's size, its header and its footer. */
export function sectionOptions(
  section: Section,
  { language, ...edges }: Edges & Pick<Properties, 'language'>,
  before: EdgesBefore | undefined,
  { isFirst, isLetter, inTemplate: isPlain }: SectionRole,
): ISectionOptions {
  const { orientation } = section;
  const width = orientation === 'portrait' ? LINES.upright : LINES.turned;
  const head = isPlain ? undefined : header(edges, before, width);
  const words = wordsIn(language);
  const foot = (): Footer => footer(edges, before, width, words);
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
            default: foot(),
            ...(apart ? { first: isLetter ? emptyFooter() : foot() } : {}),
          },
        }),
    children: forDocx(section.children),
  };
}

/** Whose paper it is, and that it is a draft, on every page but the first, which says so itself. */
function header(now: Edges, before: EdgesBefore | undefined, width: number): Header | undefined {
  const [left, right] = [said('organisation', now, before), said('status', now, before)];
  return left.length + right.length === 0
    ? undefined
    : new Header({ children: [edge(STYLE.header, left, width, right)] });
}

/** The title on the left, so that a page that went astray is known, and "Page 2 of 9" on the right. */
function footer(
  now: Edges,
  before: EdgesBefore | undefined,
  width: number,
  { page: [from, of] }: Words,
): Footer {
  const page = new TextRun({ children: [from, PageNumber.CURRENT, of, PageNumber.TOTAL_PAGES] });
  return new Footer({ children: [edge(STYLE.footer, said('title', now, before), width, [page])] });
}

/** A detail as it is, with what changed in it. */
function said(name: keyof Edges, now: Edges, before: EdgesBefore | undefined): readonly ParagraphChild[] {
  const short = (text: string | undefined): string | undefined =>
    text === undefined || name === 'status' ? text : shortened(text, 70);
  return changedRuns(short(before?.[name]), short(now[name]), before?.by, (text) => runs(text));
}

function emptyFooter(): Footer {
  return new Footer({ children: [new Paragraph({ style: STYLE.footer })] });
}

function edge(
  style: string,
  left: readonly ParagraphChild[],
  width: number,
  right: readonly ParagraphChild[],
): Paragraph {
  return new Paragraph({
    style,
    tabStops: [
      { type: TabStopType.CLEAR, position: 9070 },
      { type: TabStopType.RIGHT, position: width },
    ],
    children: right.length === 0 ? left : [...left, new TextRun({ children: [new Tab()] }), ...right],
  });
}
