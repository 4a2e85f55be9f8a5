/** The page set-up without a template: size, headers and footers. */
import type { By } from '../criticmarkup/types';
import { shortened } from '../text/shorten';
import { changedRuns } from './changes-since';
import type { Orientation } from './directive-names';
import { TextParagraph, type WordBlock } from './markup/blocks';
import { fieldParts } from './markup/fields';
import { run, runs, TAB } from './markup/runs';
import type { Tracker } from './package/tracked';
import type { Words } from './printed-strings';
import { STYLE } from './styles';

/** A4 with margins of 2.5 cm, in twips. */
const PAGE = { width: 11906, height: 16838, margin: 1418 } as const;

/** Width of the lines, in twips, in portrait and landscape. */
export const LINES = {
  upright: PAGE.width - 2 * PAGE.margin,
  turned: PAGE.height - 2 * PAGE.margin,
} as const;

export interface Section {
  readonly orientation: Orientation;
  readonly children: WordBlock[];
}

/** What headers and footers say. */
interface HeaderFooterText {
  readonly title: string | undefined;
  readonly organisation: string | undefined;
  readonly status: string | undefined;
}

/** The same in an earlier version, and who made the changes. */
export interface EarlierHeaderFooterText extends HeaderFooterText {
  readonly by: By;
}

/** The header and footer of a section, and those of a different first page. */
export interface HeadersAndFooters {
  readonly header?: string;
  readonly footer: string;
  readonly first?: { readonly header?: string; readonly footer: string };
}

/**
 * The headers and footers of a section.
 *
 * @param isFirst whether the document begins with it
 */
export function headersAndFooters(
  { orientation }: Section,
  edges: HeaderFooterText,
  before: EarlierHeaderFooterText | undefined,
  words: Words,
  { isFirst, isLetter }: { readonly isFirst: boolean; readonly isLetter: boolean },
  tracker: Tracker,
): HeadersAndFooters {
  const width = orientation === 'portrait' ? LINES.upright : LINES.turned;
  // The header has the organisation and the status, on every page but the first, which has them in its title block.
  const [left, right] = [detail('organisation', edges, before), detail('status', edges, before)];
  const edge = (style: string, left: string, right: string): string =>
    tracker.track(headerFooterLine(style, left, right, width));
  const header = left + right === '' ? {} : { header: edge(STYLE.header, left, right) };
  // The footer has the title, so that a stray page can be identified, and "Page 2 of 9".
  const footer = edge(STYLE.footer, detail('title', edges, before), pageNumber(words));
  // The first page needs no header, as it has the title block; that of a letter has neither.
  if (!isFirst || (!isLetter && left + right === '')) return { ...header, footer };
  const empty = (style: string): string => new TextParagraph({ style }).xml;
  const above = left + right === '' ? {} : { header: empty(STYLE.header) };
  return { ...header, footer, first: { ...above, footer: isLetter ? empty(STYLE.footer) : footer } };
}

/** "Page 2 of 9", with fields that Word updates. */
export function pageNumber({ page }: Pick<Words, 'page'>): string {
  const [current, total] = ['PAGE', 'NUMPAGES'].map((name) => fieldParts(name).join(''));
  return run(page.before) + current + run(page.between) + total;
}

/** A detail with what changed in it. */
function detail(
  name: keyof HeaderFooterText,
  now: HeaderFooterText,
  before: EarlierHeaderFooterText | undefined,
): string {
  const short = (text: string | undefined): string | undefined =>
    text === undefined || name === 'status' ? text : shortened(text, 70);
  return changedRuns(short(before?.[name]), short(now[name]), before?.by, (text) => runs(text));
}

/** A line with text at both ends. */
export function headerFooterLine(style: string, left: string, right: string, width: number): string {
  const tabs = [{ type: 'clear', at: 9070 } as const, { type: 'right', at: width } as const];
  return new TextParagraph({ style, tabs }, right === '' ? left : left + TAB + right).xml;
}

/** Space from the edge of the paper to the text, headers and footers, in twips. */
export interface Margins {
  readonly top: number;
  readonly bottom: number;
  readonly sides: number;
  readonly edges: number;
}

const MARGINS: Margins = { top: PAGE.margin, bottom: PAGE.margin, sides: PAGE.margin, edges: 709 };

/**
 * The properties of a section.
 *
 * @param references to its headers and footers
 */
export function sectionXml(
  orientation: Orientation,
  references = '',
  hasFirstPage = false,
  { top, bottom, sides, edges } = MARGINS,
): string {
  const size = orientation === 'portrait' ? [PAGE.width, PAGE.height] : [PAGE.height, PAGE.width];
  return (
    `<w:sectPr>${references}<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr><w:type w:val="nextPage"/>` +
    `<w:pgSz w:w="${size[0]}" w:h="${size[1]}" w:orient="${orientation}"/>` +
    `<w:pgMar w:top="${top}" w:right="${sides}" w:bottom="${bottom}" w:left="${sides}" w:header="${edges}" w:footer="${edges}" w:gutter="0"/>` +
    `${hasFirstPage ? '<w:titlePg/>' : ''}</w:sectPr>`
  );
}
