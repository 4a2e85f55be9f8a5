import type { By } from '../../criticmarkup/types';
import { styleChain, stylesById } from '../../docx/style-chain';
import {
  descendants,
  elementIn,
  elementsIn,
  parseXml,
  placed,
  type Splice,
  textIn,
  valueIn,
  type XmlElement,
} from '../../docx/xml-tree';
import { withCountry } from '../../draft/language';
import { words } from '../../util/lists';
import { NAME } from '../../util/version';
import { inserted, type Parts, PROPERTIES, WORD } from '../package/parts';
import { type Format, Formats, isTight, themeFonts } from '../pages/formats';
import { headingStyle, STYLE } from '../styles';
import { knownTypeface } from '../text-width';
import type { DocumentXml } from '../writing/document-xml';
import { escapeXml } from '../xml-text';
import { numberCitedNotes } from './cited-notes';
import { type Tab, tabsOf } from './landscape-sections';
import { merge } from './merge';
import { openTemplate } from './open';
import { findSlot, lineWidths, type Slot } from './page';
import { TemplateError } from './part';
import {
  changedValue,
  fillPlaceholders,
  MOST_PLACEHOLDERS,
  placeholdersIn,
  tooManyPlaceholders,
} from './placeholders';
import { quotesHeadings, quoteTitle } from './quoted-headings';
import { matchRoles, type Roles } from './roles';

export { templateIssues } from './accessibility';
export { TemplateError } from './part';

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
  /** Width of its lines in twips, in portrait and landscape; undefined if it gives none. */
  readonly lines: { readonly upright: number; readonly turned: number } | undefined;
  /** The width of its typeface, as a multiple of ours. */
  readonly typeFactor: number;
  /** Whether the style of tables has a look for the last row: its own, or else ours. */
  readonly lastRowLook: boolean;
  /** The tab stops of its style for one of ours; empty if our own style is added. */
  tabsOf(style: string): ReadonlyMap<number, Tab>;
  /** Space that keeps paragraphs apart, in twips, if its running text has none above or below; else 0. */
  readonly gap: number;
  /** The format of its style for one of ours, or of its running text; undefined if our own style is added. */
  formatOf(style: string | undefined): Format | undefined;
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
  const styles = parts.related('styles');
  if (styles === undefined || !parts.has(styles)) throw new TemplateError('it has no styles', 'anew');
  if (hasChanges(parts, slot))
    warn(
      'The template has tracked changes of its own, and so has the document: accept or reject them in the template (in Word, Review > Accept)',
    );
  const lines = lineWidths(slot.section);
  const lists = parts.root(parts.related('numbering') ?? '');
  const fonts = themeFonts(parts.root(parts.related('theme') ?? ''));
  const formats = new Formats(parts.root(styles), undefined, fonts);
  const text = formats.paragraph(undefined);
  const gap = isTight(text) ? Math.round(text.type.size * GAP) : 0;
  const roles = matchRoles(parts.root(styles), lists, mapping, { width: lines?.upright ?? 9070, gap }, warn);
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
  const byId = stylesById(parts.root(styles));
  return {
    parts,
    slot,
    roles,
    lines,
    printed,
    headings: {
      numbers: roles.headingNumbers.size > 0,
      quotes:
        slot.contents !== undefined ||
        quotesHeadings(parts, roles.names) ||
        titleIsNoHeading(main, slot, roles, byId),
    },
    typeFactor: (roles.size / 24) * widthOf(text.type.font),
    lastRowLook: hasLastRow(styleChain(roles.ids.get(STYLE.table), byId)),
    tabsOf: (style) => tabsOf(roles.ids.get(style), byId),
    gap,
    formatOf: (style) => (style === undefined ? text : formats.ofStyle(roles.ids.get(style) ?? '')),
  };
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
    const levels = [properties, ...chain.map((style) => elementIn(style, 'w:pPr'))];
    const level = levels.map((one) => valueIn(one, 'w:outlineLvl')).find((one) => one !== undefined);
    return level !== undefined && Number(level) <= LOWEST_LEVEL;
  };
  const titles = [...descendants(main, 'w:p')].filter(
    (paragraph) => paragraph.start < slot.start && [...placeholdersIn(paragraph)].includes('title'),
  );
  return titles.length > 0 && !titles.some(isHeading);
}

/** The lowest outline level; 9 is body text. */
const LOWEST_LEVEL = 8;

/** The width of a typeface as a multiple of Arial's, with a margin if its exact widths are unknown. */
function widthOf(font: string): number {
  const face = knownTypeface(font);
  if (face === undefined) return ROOM_FOR_ANY;
  return face === knownTypeface('Arial')
    ? 1
    : ROOM * (face.fixed === undefined ? face.width : face.fixed / 500);
}

interface Filling {
  readonly language: string;
  /** The properties of the document: `docProps/core.xml` and `docProps/app.xml`. */
  readonly core: string;
  readonly app: string;
  /** Returns the text for a placeholder, by its name in lower case. */
  value(name: string): string | undefined;
  /** If changes are shown: the texts in the earlier version, and the author of the changes. */
  readonly before?: { readonly by: By; value(name: string): string | undefined } | undefined;
  warn(message: string): void;
}

/** Adds a document to the content of the template, and fills in the template's placeholders. */
export function applyTemplate(ready: ReadyTemplate, ours: DocumentXml, filling: Filling): Parts {
  const parts = ready.parts.copy();
  const missing = new Set<string>();
  // Before the draft's text is inserted, because that may mention placeholders itself.
  for (const name of parts.textParts)
    parts.splice(name, placeholderSplices(parts.root(name)!, parts.text(name)!, filling, missing));
  for (const name of missing) {
    filling.warn(`The template asks for {{${name}}}, which the details at the top of the draft do not give`);
  }
  const slot = findSlot(parts.root(parts.main)!, ready.slot.placeholders);
  merge(parts, ours, slot, ready.roles);
  numberCitedNotes(parts, slot.section, filling.before !== undefined);
  quoteTitle(parts, filling.value('title') ?? '');
  setLanguage(parts, filling.language);
  setProperties(parts, filling);
  settle(parts);
  return parts;
}

function placeholderSplices(
  root: XmlElement,
  source: string,
  filling: Filling,
  missing: Set<string>,
): Splice[] {
  const { before } = filling;
  const value = (name: string): string | undefined => {
    if (name === 'body') return undefined;
    const found = filling.value(name);
    if (found === undefined) missing.add(name);
    const now = found ?? `[insert ${name}]`;
    return before === undefined ? now : changedValue(before.value(name) ?? `[insert ${name}]`, now);
  };
  return fillPlaceholders(root, source, value, before?.by);
}

/** Sets the language of the document to that of the draft, a tag such as `cy`. */
function setLanguage(parts: Parts, tag: string): void {
  const language = withCountry(tag);
  const name = parts.related('styles')!;
  const text = parts.text(name)!;
  const root = parseXml(text);
  const splices: Splice[] = [];
  for (const lang of descendants(root, 'w:lang')) {
    if (lang.attributes['w:val'] === undefined) continue;
    const element = text.slice(lang.start, lang.end).replace(/(\sw:val=)"[^"]*"/, `$1"${language}"`);
    splices.push({ start: lang.start, end: lang.end, text: element });
  }
  const lang = `<w:lang w:val="${language}"/>`;
  const defaults = elementIn(root, 'w:docDefaults');
  const run = elementIn(defaults, 'w:rPrDefault', 'w:rPr');
  const inRun = `<w:rPrDefault><w:rPr>${lang}</w:rPr></w:rPrDefault>`;
  if (defaults === undefined)
    splices.push(placed(root, 'w:docDefaults', `<w:docDefaults>${inRun}</w:docDefaults>`, new Set()));
  else if (run === undefined) splices.push(placed(defaults, 'w:rPrDefault', inRun, new Set()));
  else if (elementIn(run, 'w:lang') === undefined) splices.push(placed(run, 'w:lang', lang));
  parts.splice(name, splices);
}

/** Sets the properties of the document. Those of the template stay if the draft has none, except for dates. */
function setProperties(parts: Parts, { core, app }: Filling): void {
  const own = parseXml(core);
  const theirs = parts.root(PROPERTIES.core.name);
  const added = [...KEPT]
    .filter((name) => elementIn(own, name) === undefined)
    .flatMap((name) => {
      const kept = elementIn(theirs, name);
      const value = kept === undefined ? '' : textIn(kept);
      return value === '' ? [] : [`<${name}>${escapeXml(value)}</${name}>`];
    })
    .join('');
  parts.setProperties('core', inserted(core, own, added));
  const { name } = PROPERTIES.extended;
  const root = parts.root(name);
  if (root === undefined || root.open === root.end) {
    parts.setProperties('extended', app);
    return;
  }
  const removed = elementsIn(root)
    .filter((one) => STALE.test(one.name.replace(/^.*:/, '')))
    .map(({ start, end }) => ({ start, end, text: '' }));
  const prefix = root.name.includes(':') ? `${root.name.split(':')[0]}:` : '';
  const mark = `<${prefix}Application>${NAME}</${prefix}Application>`;
  parts.splice(name, [...removed, { start: root.open, end: root.open, text: mark }]);
}

/** Properties of the template that stay if the draft has none. */
const KEPT = words('dc:subject dc:creator cp:keywords dc:description cp:category dc:title cp:contentStatus');

/** Properties of the template that are wrong for the document: counts of pages, the base of relative links. */
const STALE =
  /^(?:Application|AppVersion|Pages|Words|Characters|CharactersWithSpaces|Lines|Paragraphs|TotalTime|HeadingPairs|TitlesOfParts|Template|HyperlinkBase|HLinks)$/;

/** Turns the template into a document, and prevents Word from asking whether to update fields. */
function settle(parts: Parts): void {
  parts.declare(parts.main, `${WORD}.document.main+xml`);
  const settings = parts.related('settings') ?? '';
  const asks = elementsIn(parts.root(settings), 'w:updateFields');
  parts.splice(
    settings,
    asks.map(({ start, end }) => ({ start, end, text: '' })),
  );
}
