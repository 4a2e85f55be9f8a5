import type { Heading } from 'mdast';
import { linkXml, type ParagraphLook, type TabStop, TextParagraph, type WordBlock } from '../markup/blocks';
import { field, fieldParts } from '../markup/fields';
import { run, TAB } from '../markup/runs';
import { headingStyle, STYLE } from '../styles';
import { escapeXml, plainText } from '../xml-text';
import type { Context } from './context';
import { HeadingCounter } from './headings';

/** A heading that the contents name. */
interface Entry {
  readonly heading: Heading;
  readonly text: string;
  /** 1 for sections, 2 and 3 for what is below them. */
  readonly level: number;
  /** "1." or "1.1", where its heading is numbered. */
  readonly number: string | undefined;
}

/** Room for the number before a section's title, in twips. */
const NUMBER = 568;

/** What a page's number is until the pages are counted. */
const UNCOUNTED = '1';

/** How many levels of headings our own contents name. */
export const CONTENTS_LEVELS = 2;

/** Entries of a table of contents: fifty pages of them. */
const MOST_ENTRIES = 2_000;

/**
 * The names of the bookmarks to which a table of contents leads, by heading.
 *
 * @param top depth of the headings that begin a section
 * @param linked bookmarks that headings have already
 * @param cut called where there are more than such a table has, with how many it has
 */
export function contentsBookmarks(
  headings: readonly Heading[],
  { top, levels }: { readonly top: number; readonly levels: number },
  linked: ReadonlyMap<Heading, string>,
  cut: (entries: number) => void,
): ReadonlyMap<Heading, string> {
  const names = new Map<Heading, string>();
  for (const heading of headings) {
    if (heading.depth < top || heading.depth >= top + levels) continue;
    if (plainText(heading).trim() === '') continue;
    if (names.size === MOST_ENTRIES) {
      cut(MOST_ENTRIES);
      break;
    }
    names.set(heading, linked.get(heading) ?? `_Toc${names.size + 1}`);
  }
  return names;
}

/** Writes a table of contents of our own; none where there are no headings. */
export function contentsBlocks(context: Context): WordBlock[] {
  const entries = contentsEntries(context);
  if (entries === '') return [];
  const { contents } = context.words;
  const { pageBreak } = context.next;
  context.next = { pageBreak: false, spaceBefore: 0 };
  const look = { style: STYLE.contentsHeading, ...(pageBreak && { pageBreakBefore: true }) };
  return [new TextParagraph(look, run(contents)), control(contents, entries)];
}

/**
 * Writes the entries of the table of contents, as Word would: nobody has to update it before it can be read. The numbers
 * of the pages are filled in when the document is finished.
 */
export function contentsEntries(context: Context): string {
  const entries = entriesOf(context);
  const { sectionDepth, raised } = context.layout;
  const top = sectionDepth - raised;
  const styles = [top, top + 1]
    .filter((depth) => depth <= 6)
    .map((depth, at) => `${context.styleName(headingStyle(depth))},${at + 1}`);
  const { instruction, tail } = context.contentsField ?? {};
  const [begin, end] = fieldParts(instruction ?? ` TOC \\h \\z \\t "${styles.join(',')}" `);
  const isNumbered = entries.some(({ number }) => number !== undefined);
  return entries
    .map((entry, at) => {
      const style = `TOC${entry.level}`;
      const look = { style, ...placesOf(entry, isNumbered, context) };
      const isLast = at === entries.length - 1 && tail === undefined;
      return new TextParagraph(look, (at === 0 ? begin : '') + link(entry, context) + (isLast ? end : ''))
        .xml;
    })
    .join('');
}

/** Where an entry's number, words and page stand: where the template's own style puts them, as far as it says so. */
function placesOf(
  { level, number }: Entry,
  isNumbered: boolean,
  { lines, tabsOf }: Context,
): Pick<ParagraphLook, 'indent' | 'tabs'> {
  const own = [...tabsOf(`TOC${level}`)].map(([at, { kind }]) => ({ at, kind }));
  const forNumbers = own.filter(({ kind }) => kind === 'left' || kind === 'start' || kind === 'num');
  const left = (level - 1) * NUMBER;
  const tabs: TabStop[] = [];
  // An entry without a number would have its page there.
  if (number === undefined) for (const { at } of forNumbers) tabs.push({ type: 'clear', at });
  else if (forNumbers.length === 0) tabs.push({ type: 'left', at: left + NUMBER * (left > 0 ? 1.25 : 1) });
  if (!own.some(({ kind }) => kind === 'right' || kind === 'end'))
    tabs.push({ type: 'right', at: lines.upright, dots: true });
  // Below the words of the section, not below its number.
  return { tabs, ...(isNumbered && left > 0 && forNumbers.length === 0 ? { indent: { left } } : {}) };
}

function entriesOf({ layout, contents, headingNumbers, appended }: Context): Entry[] {
  const counter = new HeadingCounter(headingNumbers);
  return [...contents.keys()].map((heading): Entry => {
    const level = heading.depth - layout.sectionDepth + 1;
    const number = appended.has(heading) ? undefined : counter.next(heading.depth - layout.raised);
    return { heading, text: plainText(heading).trim(), level, number };
  });
}

function link({ heading, text, number }: Entry, context: Context): string {
  const anchor = context.contents.get(heading)!;
  const label = number === undefined ? '' : run(number) + TAB;
  const page = field(` PAGEREF ${anchor} \\h `, UNCOUNTED);
  return linkXml({ anchor }, label + run(text) + TAB + page);
}

/** What tells Word that this is a table of contents, which it then offers to update. */
function control(name: string, entries: string): string {
  const gallery = '<w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>';
  const about = `<w:alias w:val="${escapeXml(name)}"/><w:docPartObj>${gallery}</w:docPartObj>`;
  return `<w:sdt><w:sdtPr>${about}</w:sdtPr><w:sdtContent>${entries}</w:sdtContent></w:sdt>`;
}

/** Writes the pages into the table of contents of a finished document. */
export function withPages(document: string, pages: ReadonlyMap<string, number>): string {
  return document.replace(
    /( PAGEREF (_(?:Toc|Heading)\d+) \\h <\/w:instrText>(?:(?!<w:t\b|PAGEREF)[\s\S])*?<w:t\b[^>]*>)[^<]*/g,
    (whole, before: string, name: string) => {
      const page = pages.get(name);
      return page === undefined ? whole : `${before}${page}`;
    },
  );
}
