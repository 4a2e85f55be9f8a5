import { SaxesParser, type SaxesTagNS } from 'saxes';
import { XML_1, type XmlBudget } from '../../../docx/xml-tree';
import { danger } from '../../../text/addresses';
import { clean, escapeXml } from '../../xml-text';
import { checkValue, Fetching, isWithin, safeCss } from './css';
import { DrawCounter, MOST_ELEMENTS } from './draw-counter';
import { ADDRESSES, ATTRIBUTES, ELEMENTS, FETCHING, LEFT_OUT, PROPERTIES } from './names';

const SVG = 'http://www.w3.org/2000/svg';
const XLINK = 'http://www.w3.org/1999/xlink';
const XML = 'http://www.w3.org/XML/1998/namespace';
const XMLNS = 'http://www.w3.org/2000/xmlns/';
const XHTML = 'http://www.w3.org/1999/xhtml';

const ELSEWHERE = 'it is an SVG that takes something from elsewhere; save it as PNG';
const WEB_PAGE =
  'it is an SVG with a piece of a web page in it (foreignObject), which may take something from elsewhere, and which Word does not show; save it as PNG';
const SCRIPT = 'it is an SVG that contains a script; save it as PNG';
const TOO_MUCH = 'it is an SVG with too many parts for a document; save it as PNG';
const UNSAFE = 'it is an SVG with parts that are not safe';

/** How deep elements may be nested. */
const DEEPEST = 500;

/** How many characters of style take about as long as an element. */
const STYLE_NODE = 10;

/** The drawing must not be used; the message says why. */
class Found extends Error {}

/** An SVG with nothing but what draws. */
interface SafeSvg {
  readonly text: string;
  /** Attributes of its outermost element. */
  readonly root: Readonly<Record<string, string>>;
}

/**
 * Writes an SVG anew with what draws: known elements, attributes and styles, with references to parts of the drawing and
 * to pictures inside it. Word ignores the rest, but other programs may not. Data of editors and animations are left out.
 * A drawing that runs or fetches something, or may, is not used at all. What links hold is drawn, without the links.
 *
 * @param budget how much may still be read of the SVGs of a document; ten characters of style count as a node
 */
export function safeSvg(text: string, budget?: XmlBudget): SafeSvg | { readonly unusable: string } {
  const writer = new Writer(budget);
  const parser = new SaxesParser({ xmlns: true, position: false, ...XML_1 });
  parser.on('error', () => {
    throw new Found('it is an SVG that is damaged');
  });
  parser.on('doctype', (declared) => {
    if (declared.includes('[')) throw new Found(UNSAFE);
  });
  parser.on('processinginstruction', ({ target }) => {
    if (/stylesheet/i.test(target)) throw new Found(ELSEWHERE);
  });
  parser.on('opentag', (tag) => writer.open(tag));
  parser.on('closetag', () => writer.close());
  parser.on('text', (value) => writer.text(value));
  parser.on('cdata', (value) => writer.text(value));
  try {
    parser.write(text).close();
    if (writer.drawn.isTooMuch) throw new Found(TOO_MUCH);
    return { text: writer.written, root: writer.root };
  } catch (error) {
    if (error instanceof Found) return { unusable: error.message };
    if (error instanceof Fetching) return { unusable: ELSEWHERE };
    throw error;
  }
}

class Writer {
  written = '';
  root: Readonly<Record<string, string>> = {};
  /** Names of the open elements that are kept. */
  readonly #open: string[] = [];
  readonly drawn = new DrawCounter();
  #count = 0;
  /** The depth within an element that is left out; 0 outside. */
  #leftOut = 0;
  #css = '';
  /** Whether the last start tag still lacks its `>`, as it may become an empty element. */
  #isStarting = false;
  /** Empty for drawings made for HTML, which have no namespace. */
  #namespace: string | undefined;

  constructor(private readonly budget: XmlBudget = { nodes: Infinity }) {}

  open(tag: SaxesTagNS): void {
    if (++this.#count > MOST_ELEMENTS) throw new Found(TOO_MUCH);
    this.#take(1);
    if (this.#leftOut > 0) {
      this.#leftOut++;
      return;
    }
    if (this.#open.length >= DEEPEST) throw new Found(TOO_MUCH);
    this.#namespace ??= tag.uri;
    if (this.#isKept(tag)) this.#start(tag);
    else this.#leftOut = 1;
  }

  close(): void {
    if (this.#leftOut > 0) {
      this.#leftOut--;
      return;
    }
    const name = this.#open.pop()!;
    this.drawn.close();
    if (name === 'style') {
      // Programs read a style sheet as one text, even if sections, comments and elements split it.
      this.#take(this.#css.length / STYLE_NODE);
      const css = safeCss(clean(this.#css));
      this.drawn.style(css);
      this.#write(css);
      this.#css = '';
    }
    this.written += this.#isStarting ? '/>' : `</${name}>`;
    this.#isStarting = false;
  }

  text(value: string): void {
    if (this.#leftOut > 0 || this.#open.length === 0) return;
    if (this.#open.at(-1) === 'style') this.#css += value;
    else this.#write(value);
  }

  #take(nodes: number): void {
    this.budget.nodes -= nodes;
    if (this.budget.nodes < 0) throw new Found(TOO_MUCH);
  }

  #write(value: string): void {
    if (value === '') return;
    this.#begin();
    this.written += escapeXml(value);
  }

  #begin(): void {
    if (this.#isStarting) this.written += '>';
    this.#isStarting = false;
  }

  #isKept(tag: SaxesTagNS): boolean {
    const { local, uri } = tag;
    const parent = this.#open.at(-1);
    // In a style sheet, only text counts.
    if (parent === 'style') return false;
    if (uri === SVG || (uri === '' && this.#namespace === '')) {
      if (ELEMENTS.has(local)) return true;
      // The next alternative of the switch is for programs without HTML.
      if (local === 'foreignObject' && parent === 'switch') return false;
      if (!LEFT_OUT.has(local)) throw new Found(reasonFor(tag));
    } else if (uri === XHTML) throw new Found(reasonFor(tag));
    if (fetches(tag)) throw new Found(ELSEWHERE);
    return false;
  }

  #start(tag: SaxesTagNS): void {
    const kept: Record<string, string> = {};
    for (const { local, uri, value } of Object.values(tag.attributes)) {
      this.#take(1 + (local === 'style' || PROPERTIES.has(local) ? value.length / STYLE_NODE : 0));
      if (uri === XMLNS) continue;
      const attribute = uri === XLINK ? `xlink:${local}` : uri === XML ? `xml:${local}` : local;
      if (uri !== '' && !/^(?:xlink:href|xml:(?:space|lang))$/.test(attribute)) continue;
      const safe = attributeOf(tag.local, attribute, clean(value));
      if (safe !== undefined) kept[attribute] = safe;
    }
    const isRoot = this.#open.length === 0;
    if (isRoot) this.root = kept;
    this.#open.push(tag.local);
    this.drawn.open(tag.local, kept);
    this.#begin();
    this.written += `<${tag.local}${isRoot ? ` xmlns="${SVG}" xmlns:xlink="${XLINK}"` : ''}`;
    for (const [name, value] of Object.entries(kept)) this.written += ` ${name}="${escapeXml(value)}"`;
    this.#isStarting = true;
  }
}

/**
 * The safe value of an attribute of a known element; undefined to leave it out.
 *
 * @throws Found or Fetching if it runs or fetches something
 */
function attributeOf(tag: string, name: string, value: string): string | undefined {
  if (name === 'href' || name === 'xlink:href') {
    if (tag === 'a') return withoutLink(value);
    const holdsPicture = tag === 'image' || tag === 'feImage';
    if (!isWithin(value) || (!holdsPicture && !/^\s*(?:#|$)/.test(value))) throw new Found(ELSEWHERE);
    return value;
  }
  if (/^on/i.test(name)) throw new Found(SCRIPT);
  if (name === 'style') return safeCss(value);
  if (PROPERTIES.has(name)) {
    checkValue(value);
    return value;
  }
  if (ATTRIBUTES.has(name) || name.startsWith('xml:') || /^aria-[a-z]+$/.test(name)) return value;
  if (ADDRESSES.has(name.toLowerCase()) && !isWithin(value)) throw new Found(ELSEWHERE);
  return undefined;
}

/** A picture needs no links: what a link holds is drawn, and leads nowhere. @throws Found where it led somewhere bad */
function withoutLink(value: string): undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers pass over them
  if (/^(?:javascript|vbscript|data|file):/i.test(value.replace(/[\u0000-\u0020]/g, '')))
    throw new Found(SCRIPT);
  if (danger(value) !== undefined) throw new Found(UNSAFE);
  return undefined;
}

/** Why a drawing with an element is not used. */
function reasonFor(tag: SaxesTagNS): string {
  const name = tag.local.toLowerCase();
  if (name === 'script' || name === 'handler' || name === 'listener') return SCRIPT;
  if (name === 'foreignobject') return WEB_PAGE;
  return FETCHING.has(name) || fetches(tag) ? ELSEWHERE : UNSAFE;
}

/** Whether an element that is left out would fetch something, in which case the drawing is not used either. */
function fetches(tag: SaxesTagNS): boolean {
  const attributes = Object.values(tag.attributes);
  // An animation may change a reference.
  if (attributes.some(({ local, value }) => local === 'attributeName' && /href\s*$/i.test(value)))
    return true;
  for (const { local, uri, value } of attributes) {
    if (/^on/i.test(local) && uri === '') throw new Found(SCRIPT);
    if ((uri === '' || uri === XLINK) && ADDRESSES.has(local.toLowerCase()) && !isWithin(value)) return true;
    if (/^(?:to|from|by|values)$/.test(local)) checkValue(clean(value));
  }
  return false;
}
