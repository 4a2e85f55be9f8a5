import type { ListPlace } from '../../docx/model';
import { getOrInsert } from '../../util/memoize';
import { elementsIn, type HtmlElement, htmlWords } from '../../word/html/tree';
import { classesOf, type Styles } from './styles';

/** Number formats of Word, by their names in CSS and in Word's HTML. */
const FORMATS: Readonly<Record<string, string>> = {
  'lower-alpha': 'lowerLetter',
  'lower-latin': 'lowerLetter',
  'alpha-lower': 'lowerLetter',
  a: 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'upper-latin': 'upperLetter',
  'alpha-upper': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'roman-lower': 'lowerRoman',
  i: 'lowerRoman',
  'upper-roman': 'upperRoman',
  'roman-upper': 'upperRoman',
};

/** Whether an element holds the bullet or number of a paragraph in Word's HTML. */
export function isMarker(element: HtmlElement, styles: Styles): boolean {
  return styles.own(element, 'mso-list') === 'ignore';
}

/** Lists in Word's HTML, whose items are paragraphs with their bullet or number in a span. */
export class WordLists {
  readonly #counts = new Map<string, number[]>();

  constructor(private readonly styles: Styles) {}

  /** The place of a paragraph in its list; undefined for none. Counts the paragraph. */
  place(paragraph: HtmlElement): ListPlace | undefined {
    if (!/^(?:p|h[1-6])$/.test(paragraph.name)) return undefined;
    const style = this.styles.of(paragraph, 'mso-list');
    if (style === 'none') return undefined;
    const marker = markerOf(paragraph, this.styles);
    const [, id, number] = /^(l\d+) level([1-9])/.exec(style) ?? [];
    if (marker === undefined) return undefined;
    const name = classesOf(paragraph).find((one) => /^mso(?:list(?:bullet|number)|heading)\d?$/.test(one));
    const level = Number(number ?? /[1-9]$/.exec(name ?? '')?.[0] ?? 1) - 1;
    const list = id ?? name ?? '';
    const known = id === undefined ? undefined : this.styles.format(id, level + 1);
    const isBullet = known === 'bullet' || (known === undefined && !NUMBER.test(marker));
    const counts = getOrInsert(this.#counts, list, () => []);
    counts.length = Math.min(counts.length, level + 1);
    const format = isBullet ? 'bullet' : (FORMATS[known ?? formatOf(marker)] ?? 'decimal');
    counts[level] = format === 'decimal' ? lastNumber(marker) : (counts[level] ?? 0) + 1;
    return { id: list, level, format, value: counts[level] };
  }
}

/** A number of Word: “2.”, “(iv)”, “1.2”. The letter “o” alone is a bullet. */
const NUMBER = /^\(?(?:\d{1,9}\.)*(?:\d{1,9}|[a-z]|[ivxlc]{1,9})[.):]|^\d{1,9}(?:\.\d{1,9})*$/i;

function formatOf(marker: string): string {
  const sign = /(?<![a-z])[a-z]{1,9}(?=[.):]?$)/i.exec(marker)?.[0] ?? '';
  if (sign === '') return 'decimal';
  const kind = /^[ivx]/i.test(sign) ? 'roman' : 'alpha';
  return `${kind}-${sign === sign.toLowerCase() ? 'lower' : 'upper'}`;
}

function lastNumber(marker: string): number {
  const all = marker.match(/\d{1,9}/g);
  return Number(all?.at(-1) ?? 1);
}

function markerOf(element: HtmlElement, styles: Styles): string | undefined {
  for (const child of elementsIn(element)) {
    if (isMarker(child, styles)) return htmlWords(child).replace(/[\s\u00a0]+/g, '');
    const inner = markerOf(child, styles);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

/** A list of HTML that is being read. */
export interface OpenList {
  readonly id: string;
  /** From 0. */
  readonly level: number;
  readonly format: string;
  /** The number of the next item. */
  value: number;
}

/** Begins a list. Items of Google Docs and Word for the web have levels of their own: see `itemPlace`. */
export function openList(
  element: HtmlElement,
  around: OpenList | undefined,
  id: string,
  styles: Styles,
): OpenList {
  const start = Number(/^\d{1,9}$/.exec(element.attributes.get('start') ?? '')?.[0] ?? 1);
  const type = styles.of(element, 'list-style-type') || (element.attributes.get('type') ?? '');
  return {
    id,
    level: around === undefined ? 0 : around.level + 1,
    format: element.name === 'ol' ? (FORMATS[type] ?? 'decimal') : 'bullet',
    value: start,
  };
}

/** The place of an item in its list. Counts the item. */
export function itemPlace(item: HtmlElement, list: OpenList, styles: Styles): ListPlace {
  const own = item.attributes.get('value') ?? '';
  if (/^\d{1,9}$/.test(own)) list.value = Number(own);
  const level = item.attributes.get('aria-level') ?? item.attributes.get('data-aria-level') ?? '';
  const type = styles.own(item, 'list-style-type');
  return {
    id: list.id,
    level: /^[1-9]$/.test(level) ? Number(level) - 1 : list.level,
    format: list.format === 'bullet' ? 'bullet' : (FORMATS[type] ?? list.format),
    value: list.value++,
  };
}
