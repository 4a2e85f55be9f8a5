import { stylesById } from '../../docx/style-chain';
import { elementIn, elementsIn, valueIn, type XmlElement } from '../../docx/xml-tree';
import type { HeadingNumber } from '../lists/labels';
import { Numbers } from '../lists/numbering-ids';
import { headingStyle, STYLE, STYLES, type Style, styleXml } from '../styles';
import { escapeXml } from '../xml-text';
import names from './roles.json';

/** Maps our styles to those of the template. */
export interface Roles {
  /** Id of our style → id of the style to use, for all our styles. */
  readonly ids: ReadonlyMap<string, string>;
  /** Definitions of our styles that the template lacks. */
  readonly added: string;
  /** Id of our style → name of the style to use. */
  readonly names: ReadonlyMap<string, string>;
  /** How the template numbers its headings, by level. */
  readonly headingNumbers: ReadonlyMap<number, HeadingNumber>;
  /** Styles of bullets and of numbers by level, if the template has its own. */
  readonly bullets: readonly TemplateList[];
  readonly numbers: readonly TemplateList[];
}

/** Lengths of a template. */
interface Room {
  /** The width of its lines, in twips. */
  readonly width: number;
  /** Space that its text needs between paragraphs, as it has none itself, in twips; else 0. */
  readonly gap: number;
  /** The size of its running text, in half points. */
  readonly size: number;
}

/** A list style of the template, with its numbering. */
interface TemplateList {
  readonly style: string;
  readonly numId: string;
  readonly level: string;
}

/** Further names of styles, the best first, including Welsh ones. They are tried after Word's names and ours. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = names.otherNames;

/** Names of roles for mappings in the front matter or configuration, besides the names of our styles. */
const ROLE_NAMES: Readonly<Record<string, string>> = names.roles;

/**
 * Finds the template's style for each of ours: by the author's mapping, by its name, or by further names. Styles
 * that the template lacks are added in a plain form with the template's fonts.
 *
 * @param numbering the template's lists
 * @param mapping role or name of our style → name of a style in the template
 * @param warn called for a style in the mapping that the template does not have
 */
export function matchRoles(
  styles: XmlElement | undefined,
  numbering: XmlElement | undefined,
  mapping: Readonly<Record<string, string>>,
  room: Room,
  warn: (message: string) => void,
): Roles {
  const theirs = new Map<string, string>();
  const taken = new Set<string>();
  const elements = elementsIn(styles, 'w:style');
  for (const style of elements) {
    const id = style.attributes['w:styleId'] ?? '';
    taken.add(id);
    const kind = style.attributes['w:type'] ?? 'paragraph';
    const key = keyOf(kind, nameOf(style));
    if (!theirs.has(key)) theirs.set(key, id);
    if (style.attributes['w:default'] !== undefined) theirs.set(keyOf(kind, DEFAULT), id);
  }
  const wanted = readMapping(mapping);
  const ids = new Map<string, string>();
  const added: Style[] = [];
  for (const original of STYLES) {
    // For example, a template's "Author" may be centred, but ours has a label and a tab.
    const own = OWN_NAMES[original.id];
    const style = own === undefined ? original : { ...original, name: own, custom: true };
    const type = style.type ?? 'paragraph';
    const asked = wanted.get(style.id);
    const names = [style.name, ...(OTHER_NAMES[style.id] ?? [])];
    if (asked !== undefined) {
      if (theirs.has(keyOf(type, asked))) names.unshift(asked);
      else warn(`The template has no ${type} style “${asked}”`);
    }
    const found = style.isDefault
      ? (theirs.get(keyOf(type, DEFAULT)) ?? theirs.get(keyOf(type, style.name)))
      : names.map((name) => theirs.get(keyOf(type, name))).find((id) => id !== undefined);
    ids.set(style.id, found ?? (taken.has(style.id) ? `${style.id}Advocacy` : style.id));
    if (found === undefined) added.push(style);
  }
  const byId = stylesById(styles);
  const numbers = numbering && new Numbers(numbering);
  const heading = (depth: number): XmlElement | undefined => byId.get(ids.get(headingStyle(depth))!);
  const look = headingLook([2, 1].map(heading), [6, 5, 4, 3, 2, 1].map(heading));
  return {
    ids,
    added: added.map((style) => styleXml(adapted(style, ids, room, look))).join(''),
    names: new Map(
      STYLES.map(({ id, name }) => {
        const own = byId.get(ids.get(id)!);
        return [id, own === undefined ? (OWN_NAMES[id] ?? name) : nameOf(own)];
      }),
    ),
    headingNumbers: new Map(
      [1, 2, 3, 4, 5, 6].flatMap((depth) => {
        const own = heading(depth);
        const number = own && numberShown(own, numbers);
        return number === undefined ? [] : [[depth, number] as const];
      }),
    ),
    bullets: lists(elements, 'list bullet'),
    numbers: lists(elements, 'list number'),
  };
}

/** The visible number of paragraphs in a style. LibreOffice gives headings an empty one. */
function numberShown(style: XmlElement, numbers: Numbers | undefined): HeadingNumber | undefined {
  const own = elementIn(style, 'w:pPr', 'w:numPr');
  if (own === undefined) return undefined;
  const id = valueIn(own, 'w:numId');
  const styleId = style.attributes['w:styleId'];
  const ilvl = valueIn(own, 'w:ilvl') ?? '0';
  const levels = numbers?.levels(id) ?? [];
  const level =
    levels.find((one) => valueIn(one, 'w:pStyle') === styleId) ??
    levels.find((one) => one.attributes['w:ilvl'] === ilvl);
  if (level === undefined)
    return id !== undefined && id !== '0' && numbers === undefined ? { text: '', format: 'none' } : undefined;
  const format = valueIn(level, 'w:numFmt') ?? 'decimal';
  const text = valueIn(level, 'w:lvlText') ?? '';
  return format === 'none' || text === '' ? undefined : { text, format };
}

/** Our styles that keep their own formatting, with names that no template has. */
const OWN_NAMES: Readonly<Record<string, string>> = {
  [STYLE.author]: 'Document Details',
  [STYLE.date]: 'Document Date',
};

const DEFAULT = '\0default';

function keyOf(type: string, name: string): string {
  return `${type} ${name.toLowerCase()}`;
}

function nameOf(style: XmlElement): string {
  return valueIn(style, 'w:name') ?? '';
}

function readMapping(mapping: Readonly<Record<string, string>>): Map<string, string> {
  const byName = new Map(STYLES.map((style) => [style.name.toLowerCase(), style.id]));
  const out = new Map<string, string>();
  for (const [role, name] of Object.entries(mapping)) {
    const id = ROLE_NAMES[role.toLowerCase()] ?? byName.get(role.toLowerCase());
    if (id !== undefined) out.set(id, name);
  }
  return out;
}

/** Our styles that look like the template's headings, if it has no style of that name. */
const HEADINGS: ReadonlySet<string> = new Set([
  STYLE.title,
  STYLE.contentsHeading,
  ...[1, 2, 3, 4, 5, 6].map((depth) => headingStyle(depth)),
]);

/** The look of the template's headings. */
interface HeadingLook {
  readonly fonts: string;
  readonly color: string;
  /** White space above its lowest headings, in twips. */
  readonly before: number | undefined;
}

/**
 * @param styles styles of its headings, the preferred one first
 * @param fromBelow styles of all its headings, the lowest level first
 */
function headingLook(
  styles: readonly (XmlElement | undefined)[],
  fromBelow: readonly (XmlElement | undefined)[],
): HeadingLook {
  const [run] = styles.flatMap((style) => elementIn(style, 'w:rPr') ?? []);
  const asIs = (name: string): string => {
    const own = Object.entries(elementIn(run, name)?.attributes ?? {});
    return own.length === 0
      ? ''
      : `<${name}${own.map(([key, value]) => ` ${key}="${escapeXml(value)}"`).join('')}/>`;
  };
  const [before] = fromBelow.flatMap(
    (style) => elementIn(style, 'w:pPr', 'w:spacing')?.attributes['w:before'] ?? [],
  );
  return {
    fonts: asIs('w:rFonts'),
    color: asIs('w:color'),
    before: before === undefined ? undefined : Number(before),
  };
}

/** Our style of running text. */
const TEXT = 'Normal';

/** Whether a style of ours has its space below from the text that it is based on, and the template's has none. */
function needsGap({ type, based, paragraph = '' }: Style, gap: number): boolean {
  return gap > 0 && type === undefined && based === TEXT && !paragraph.includes('w:after=');
}

/** Properties of a paragraph with space below it, in the order that Word asks for. */
function withGap(paragraph: string, gap: number): string {
  if (paragraph.includes('<w:spacing '))
    return paragraph.replace('<w:spacing ', `<w:spacing w:after="${gap}" `);
  const behind = /<w:(?:ind|contextualSpacing|jc|outlineLvl)\b|$/.exec(paragraph)!.index;
  return `${paragraph.slice(0, behind)}<w:spacing w:after="${gap}"/>${paragraph.slice(behind)}`;
}

/** Adapts our style to the template: its base style, colours and proportional sizes. */
function adapted(
  style: Style,
  ids: ReadonlyMap<string, string>,
  { width, gap, size }: Room,
  look: HeadingLook,
): Style {
  const isHeading = HEADINGS.has(style.id);
  const scale = (xml: string | undefined): string | undefined =>
    xml
      ?.replace(/<w:color w:val="(?:1F3864|262626|404040)"\/>/g, isHeading ? look.color : '')
      .replace(/<w:(sz|szCs) w:val="(\d+)"\/>/g, (_, name: string, value: string) => {
        return `<w:${name} w:val="${Math.max(12, Math.round((Number(value) * size) / 24))}"/>`;
      });
  const run = isHeading ? look.fonts + (scale(style.run) ?? '') : scale(style.run);
  const paragraph = (needsGap(style, gap) ? withGap(style.paragraph ?? '', gap) : style.paragraph)
    // Moves the tab at our right margin to that of the template.
    ?.replace(/w:pos="9070"/g, `w:pos="${width}"`)
    // Headings have no more space above than the template's lowest headings.
    .replace(/(?<=w:before=["'])\d+/, (own) =>
      isHeading && look.before !== undefined ? String(Math.min(Number(own), look.before)) : own,
    );
  return {
    ...style,
    id: ids.get(style.id)!,
    isDefault: false,
    ...(style.based === undefined ? {} : { based: ids.get(style.based)! }),
    ...(style.next === undefined ? {} : { next: ids.get(style.next)! }),
    ...(run === undefined ? {} : { run }),
    ...(paragraph === undefined ? {} : { paragraph }),
  };
}

function lists(elements: readonly XmlElement[], name: string): TemplateList[] {
  const out: TemplateList[] = [];
  for (let level = 0; level < 5; level++) {
    const wanted = level === 0 ? name : `${name} ${level + 1}`;
    const style = elements.find((one) => nameOf(one).toLowerCase() === wanted);
    const numbering = elementIn(style, 'w:pPr', 'w:numPr');
    const numId = valueIn(numbering, 'w:numId');
    if (style === undefined || numId === undefined || numId === '0') break;
    out.push({
      style: style.attributes['w:styleId'] ?? '',
      numId,
      level: valueIn(numbering, 'w:ilvl') ?? '0',
    });
  }
  return out;
}
