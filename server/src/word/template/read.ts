import { styleChain, stylesById } from '../../docx/style-chain';
import { outlineLevel } from '../../docx/styles';
import { descendants, elementIn, elementsIn, valueIn, type XmlElement } from '../../docx/xml-tree';
import { type DocumentLook, OUR_LOOK } from '../document-look';
import type { NoteCount } from '../markup/notes';
import type { Parts } from '../package/parts';
import { type Format, Formats, isTight, themeFonts } from '../pages/formats';
import { headingStyle, STYLE } from '../styles';
import { knownTypeface } from '../text-width';
import { tabsOf } from './landscape-sections';
import { openTemplate } from './open';
import { findSlot, lineWidths, type Slot } from './page';
import { TemplateError } from './part';
import { MOST_PLACEHOLDERS, placeholdersIn, tooManyPlaceholders } from './placeholders';
import { quotesHeadings } from './quoted-headings';
import { matchRoles, type Roles } from './roles';

/** A template that has been read and can be filled with a draft. */
export interface ReadyTemplate {
  readonly parts: Parts;
  readonly slot: Slot;
  readonly roles: Roles;
  /** Names of the placeholders that it prints, so that our title block omits them. */
  readonly printed: ReadonlySet<string>;
  /**
   * Whether it numbers headings, and whether it quotes them in headers or a table of contents, or prints the title
   * above them.
   */
  readonly headings: { readonly numbers: boolean; readonly quotes: boolean };
  readonly look: DocumentLook;
}

/** Space between paragraphs in twips for each point of the text's size, as in our own documents. */
const GAP = 160 / 12;

/** Factors for typefaces of which only the average width is known, or none. */
const ROOM = 1.05;
const ROOM_FOR_ANY = 1.08;

/**
 * Reads a template.
 *
 * @param mapping roles or names of our styles → names of styles in the template
 * @throws TemplateError with the reason if it cannot be used
 */
export function readTemplate(
  bytes: Uint8Array,
  mapping: Readonly<Record<string, string>>,
  warn: (message: string) => void,
): ReadyTemplate {
  const parts = openTemplate(bytes, warn);
  const main = parts.root(parts.main)!;
  const slot = findSlot(main);
  const root = parts.relatedRoot('styles');
  if (root === undefined) throw new TemplateError('it has no styles', 'anew');
  if (hasChanges(parts, slot))
    warn(
      'The template has tracked changes of its own, and so has the document: accept or reject them in the template (in Word, Review > Accept)',
    );
  const lines = lineWidths(slot.section) ?? OUR_LOOK.lines;
  const lists = parts.relatedRoot('numbering');
  const formats = new Formats(root, undefined, themeFonts(parts.relatedRoot('theme')));
  const text = formats.paragraph(undefined);
  const gap = isTight(text) ? Math.round(text.type.size * GAP) : 0;
  const room = { width: lines.upright, gap, size: text.type.size * 2 };
  const roles = matchRoles(root, lists, mapping, room, warn);
  const printed = new Set(slot.placeholders);
  for (const name of parts.textParts) {
    if (name === parts.main) continue;
    let count = 0;
    for (const paragraph of descendants(parts.root(name)!, 'w:p')) {
      // A title in a header only repeats the title, which the first page still needs.
      for (const placeholder of placeholdersIn(paragraph)) {
        if (++count > MOST_PLACEHOLDERS) throw tooManyPlaceholders();
        if (placeholder !== 'title') printed.add(placeholder);
      }
    }
  }
  const byId = stylesById(root);
  /** The format of its style for one of ours; undefined if our own style is added. */
  const formatOf = (style: string): Format | undefined => formats.ofStyle(roles.ids.get(style) ?? '');
  return {
    parts,
    slot,
    roles,
    printed,
    headings: {
      numbers: roles.headingNumbers.size > 0,
      quotes:
        slot.contents !== undefined ||
        quotesHeadings(parts, roles.names) ||
        titleIsNoHeading(main, slot, roles, byId),
    },
    look: {
      lines,
      typeFactor: (text.type.size / 12) * widthOf(text.type.font),
      lastRowLook: hasLastRow(styleChain(roles.ids.get(STYLE.table), byId)),
      styleName: (style) => roles.names.get(style)!,
      tabsOf: (style) => tabsOf(roles.ids.get(style), byId),
      spaceAbove: (style) => formatOf(style)?.before ?? OUR_LOOK.spaceAbove(style),
      keepsNext: (style) => formatOf(style)?.keepNext ?? true,
      gapBelow: (style) => {
        const format = style === undefined ? text : formatOf(style);
        return format !== undefined && isTight(format) ? gap : 0;
      },
      noteCount: (kind) => noteCount(kind, main, slot, parts.relatedRoot('settings')),
    },
  };
}

/** How the template counts notes of a kind: as its section says, or else its settings, or Word itself. */
function noteCount(
  kind: 'footnote' | 'endnote',
  main: XmlElement,
  { section, start }: Slot,
  settings: XmlElement | undefined,
): NoteCount {
  const said = (property: string): string | undefined =>
    valueIn(section, `w:${kind}Pr`, property) ?? valueIn(settings, `w:${kind}Pr`, property);
  const own = [...descendants(main, `w:${kind}Reference`)].filter((reference) => reference.start < start);
  const usual = kind === 'endnote' ? 'lowerRoman' : 'decimal';
  return { before: own.length + Number(said('w:numStart') ?? 1) - 1, format: said('w:numFmt') ?? usual };
}

/** Whether a style of tables, with those that it is based on, formats the last row; ours does where there is none. */
function hasLastRow(chain: readonly XmlElement[]): boolean {
  const looks = chain.flatMap((style) => elementsIn(style, 'w:tblStylePr'));
  return chain.length === 0 || looks.some(({ attributes }) => attributes['w:type'] === 'lastRow');
}

/** Elements of tracked changes. */
const CHANGES = ['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo', 'w:rPrChange', 'w:pPrChange', 'w:tblPrChange'];

/** Whether the parts that documents take from the template have tracked changes. */
function hasChanges(parts: Parts, slot: Slot): boolean {
  return parts.textParts.some((name) =>
    [...descendants(parts.root(name)!, ...CHANGES)].some(
      ({ start }) => name !== parts.main || start < slot.start || start >= slot.end,
    ),
  );
}

/** Whether it prints the title above the text in a paragraph that is no heading. Then sections are the top headings. */
function titleIsNoHeading(
  main: XmlElement,
  slot: Slot,
  { ids }: Roles,
  styles: ReadonlyMap<string, XmlElement>,
): boolean {
  const headings = new Set([1, 2, 3, 4, 5, 6].map((depth) => ids.get(headingStyle(depth))));
  const isHeading = (paragraph: XmlElement): boolean => {
    const properties = elementIn(paragraph, 'w:pPr');
    const chain = styleChain(valueIn(properties, 'w:pStyle'), styles);
    if (chain.some(({ attributes }) => headings.has(attributes['w:styleId']))) return true;
    const levels = [properties, ...chain.map((style) => elementIn(style, 'w:pPr'))].map(outlineLevel);
    return (levels.find((level) => level !== undefined) ?? TEXT_LEVEL) < TEXT_LEVEL;
  };
  const titles = [...descendants(main, 'w:p')].filter(
    (paragraph) => paragraph.start < slot.start && [...placeholdersIn(paragraph)].includes('title'),
  );
  return titles.length > 0 && !titles.some(isHeading);
}

/** The outline level of text that is no heading. */
const TEXT_LEVEL = 9;

/** The width of a typeface as a multiple of Arial's, with a margin if its exact widths are unknown. */
function widthOf(font: string): number {
  const face = knownTypeface(font);
  if (face === undefined) return ROOM_FOR_ANY;
  return face === knownTypeface('Arial')
    ? 1
    : ROOM * (face.fixed === undefined ? face.width : face.fixed / 500);
}
