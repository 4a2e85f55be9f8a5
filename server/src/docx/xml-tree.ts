import { SaxesParser } from 'saxes';
import type { Naming } from './namespaces';

/** An XML element with its offsets, so that it can be changed without rewriting the rest. */
export interface XmlElement {
  /** With its prefix: `w:p`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
  /** Offsets in the text: of `<`, after the start tag, before the end tag, after the end tag. */
  readonly start: number;
  readonly open: number;
  readonly close: number;
  readonly end: number;
}

/** Office knows no other: XML 1.1 has control characters, which would make what is written from it unreadable. */
export const XML_1 = { defaultXMLVersion: '1.0', forceXMLVersion: true } as const;

/** The deepest nesting that is read; Word writes less. */
const DEEPEST = 500;

/** Shared by all elements without attributes. */
const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze({ __proto__: null as never });
const NO_CHILDREN: (XmlElement | string)[] = [];

/** How much may still be read of parts that count together. */
export interface XmlBudget {
  /** The number of elements and attributes. */
  nodes: number;
}

/**
 * Parses an XML text, without a byte order mark.
 *
 * @param budget reduced by what is read
 * @param naming converts names; by default they are as written
 * @throws Error with the reason where it is not well-formed, has a document type declaration (whose entities could
 *   expand without end), is nested too deeply, or exceeds `budget`
 */
export function parseXml(text: string, budget?: XmlBudget, naming?: Naming): XmlElement {
  type Open = { -readonly [Key in keyof XmlElement]: XmlElement[Key] } & {
    children: (XmlElement | string)[];
  };
  const parser = new SaxesParser({ xmlns: false, position: true, ...XML_1 });
  const open: Open[] = [];
  let root: XmlElement | undefined;
  let start = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('it declares a document type');
  });
  parser.on('opentagstart', () => {
    start = text.lastIndexOf('<', parser.position - 1);
  });
  parser.on('opentag', (tag) => {
    const at = parser.position;
    let count = 0;
    for (const _ in tag.attributes) count++;
    if (budget !== undefined) {
      budget.nodes -= 1 + count;
      if (budget.nodes < 0) throw new Error('it holds more than a document can need');
    }
    const written = count === 0 ? NO_ATTRIBUTES : tag.attributes;
    const named = naming?.open(tag.name, written);
    const element: Open = {
      name: named?.name ?? tag.name,
      attributes: named?.attributes ?? written,
      children: tag.isSelfClosing ? NO_CHILDREN : [],
      start,
      open: at,
      close: at,
      end: at,
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    if (open.push(element) > DEEPEST) throw new Error('it is nested too deeply');
  });
  parser.on('closetag', (tag) => {
    const element = open.pop()!;
    naming?.close();
    if (tag.isSelfClosing) return;
    element.end = parser.position;
    element.close = text.lastIndexOf('<', element.end - 1);
  });
  const addText = (value: string): void => {
    open.at(-1)?.children.push(value);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text).close();
  if (root === undefined) throw new Error('it is empty');
  return root;
}

/** The child elements with a name; without a name, all. */
export function elementsIn(element: XmlElement | undefined, name?: string): XmlElement[] {
  if (element === undefined) return [];
  return element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** The first element at a path of names, of each of which the first child counts. */
export function elementIn(
  element: XmlElement | undefined,
  ...path: readonly string[]
): XmlElement | undefined {
  let found = element;
  for (const name of path)
    found = found?.children.find(
      (child): child is XmlElement => typeof child !== 'string' && child.name === name,
    );
  return found;
}

/** The `w:val` of the element at the end of a path. */
export function valueIn(element: XmlElement | undefined, ...path: readonly string[]): string | undefined {
  return elementIn(element, ...path)?.attributes['w:val'];
}

/** Whether an attribute of on and off (`ST_OnOff`) says on. */
export function isOnValue(value: string | undefined): boolean {
  return /^(?:1|true|on)$/.test(value ?? '');
}

/** All descendants with one of the names, in the order of the text. */
export function* descendants(element: XmlElement, ...names: readonly string[]): Generator<XmlElement> {
  // Uses a stack of its own: nested generators would pass each element through all levels.
  const open: { readonly children: XmlElement['children']; at: number }[] = [
    { children: element.children, at: 0 },
  ];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const child = top.children[top.at++];
    if (child === undefined) open.pop();
    if (child === undefined || typeof child === 'string') continue;
    if (names.length === 0 || names.includes(child.name)) yield child;
    if (child.children.length > 0) open.push({ children: child.children, at: 0 });
  }
}

export function textIn(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
}

/** A change of an XML text: replaces `start` to `end` by `text`. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The change that removes an element. */
export function removal({ start, end }: XmlElement): Splice {
  return { start, end, text: '' };
}

/**
 * Makes changes, given in any order. Several at the same place are made in the order given. A change that begins inside
 * another is dropped with it.
 */
export function spliced(text: string, splices: readonly Splice[]): string {
  const sorted = splices
    .map((splice, order) => ({ ...splice, order }))
    .sort((a, b) => a.start - b.start || a.end - b.end || a.order - b.order);
  let out = '';
  let at = 0;
  for (const splice of sorted) {
    if (splice.start < at) continue;
    out += text.slice(at, splice.start) + splice.text;
    at = splice.end;
  }
  return out + text.slice(at);
}

/** The change that adds XML at the end of an element, empty or not. */
export function appended({ name, open, close, end }: XmlElement, xml: string): Splice {
  if (open < end) return { start: close, end: close, text: xml };
  // Replaces the slash of an empty-element tag.
  return { start: end - '/>'.length, end, text: `>${xml}</${name}>` };
}
