import { getOrInsert } from '../../util/memoize';
import type { HtmlElement } from '../../word/html/tree';

/** CSS declarations, names in small letters. */
type Declarations = ReadonlyMap<string, string>;

const NONE: Declarations = new Map();

/** The styles of elements: their own, and those of their classes in the style sheet that Word adds. */
export class Styles {
  readonly #own = new WeakMap<HtmlElement, Declarations>();
  readonly #classes = new Map<string, Declarations>();
  /** Word's styles of list levels, by names such as `l0:level1`. */
  readonly #levels = new Map<string, Declarations>();

  constructor(html: string) {
    for (const { selectors, body } of rules(html)) {
      for (const selector of selectors.split(',')) {
        const level = /@list (l\d+:level\d+)\s*$/.exec(selector)?.[1];
        const name = /^\s*[a-z\d]*\.([\w-]+)\s*$/i.exec(selector)?.[1];
        if (level !== undefined) this.#levels.set(level, declarations(body));
        else if (name !== undefined) this.#classes.set(name.toLowerCase(), declarations(body));
      }
    }
  }

  /** The value of a property in the element's own style, in small letters; empty for none. */
  own(element: HtmlElement, name: string): string {
    const own = getOrInsert(this.#own, element, () => declarations(element.attributes.get('style') ?? ''));
    return own.get(name) ?? '';
  }

  /** The same, or else from the styles of its classes. */
  of(element: HtmlElement, name: string): string {
    const own = this.own(element, name);
    if (own !== '') return own;
    for (const one of classesOf(element)) {
      const value = this.#classes.get(one)?.get(name);
      if (value !== undefined) return value;
    }
    return '';
  }

  /** The number format of a level of a list of Word (`mso-level-number-format`); undefined for an unknown list. */
  format(list: string, level: number): string | undefined {
    const found = this.#levels.get(`${list}:level${level}`);
    return found && (found.get('mso-level-number-format') ?? 'decimal');
  }
}

/** The classes of an element, in small letters. */
export function classesOf({ attributes }: HtmlElement): readonly string[] {
  return (attributes.get('class') ?? '').toLowerCase().split(/\s/);
}

function* rules(html: string): Generator<{ readonly selectors: string; readonly body: string }> {
  for (let at = html.indexOf('<style'); at >= 0; ) {
    const start = html.indexOf('>', at) + 1;
    const end = html.indexOf('</style', start);
    if (start === 0 || end < 0) return;
    const sheet = withoutComments(html.slice(start, end));
    for (const rule of sheet.split('}')) {
      const open = rule.lastIndexOf('{');
      if (open >= 0) yield { selectors: rule.slice(0, open), body: rule.slice(open + 1) };
    }
    at = html.indexOf('<style', end);
  }
}

function withoutComments(sheet: string): string {
  const [first = '', ...rest] = sheet.replace(/<!--|-->/g, ' ').split('/*');
  return (
    first + rest.map((part) => (part.includes('*/') ? part.slice(part.indexOf('*/') + 2) : '')).join(' ')
  );
}

function declarations(css: string): Declarations {
  if (css === '') return NONE;
  const found = new Map<string, string>();
  for (const one of css.split(';')) {
    const colon = one.indexOf(':');
    if (colon > 0)
      found.set(
        one.slice(0, colon).trim().toLowerCase(),
        one
          .slice(colon + 1)
          .trim()
          .toLowerCase(),
      );
  }
  return found;
}
