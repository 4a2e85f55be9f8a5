import { parseXml, type Splice, spliced, type XmlBudget, type XmlElement } from '../../docx/xml-tree';
import { decode } from '../../files';
import { reasonOf } from '../../text/error-message';
import { Parts } from '../package/parts';
import { escapeXml } from '../xml-text';

/** What to do about a template, behind the reason why it cannot be used. */
const ADVICE = {
  anew: 'open it in Word, see whether all is there, and save it anew as .docx or .dotx',
  without: 'take that out in Word, and save it anew',
  smaller: 'in Word, take out large pictures and what it does not need, and save it anew',
} as const;

/**
 * A template cannot be used. The message is a reason that follows "The template … cannot be used: ", with what to do
 * about it.
 */
export class TemplateError extends Error {
  constructor(reason: string, advice?: keyof typeof ADVICE) {
    super(advice === undefined ? reason : `${reason}; ${ADVICE[advice]}`);
  }
}

/** Another encoding than UTF-8, in which Word could find other content than is checked here. */
const OTHER_ENCODING = /^<\?xml\b[^>]*?\bencoding\s*=\s*["'](?!(?:utf-?8|us-ascii)["'])/i;

/** The most elements and attributes of all parts; a template of a hundred pages has a quarter of that. */
const MOST_NODES = 400_000;

/** The most characters of all XML parts. */
const MOST_TEXT = 30_000_000;

/** Reads the XML parts of a template, each once and within limits for all together. */
export class PartReader {
  readonly #texts = new Map<string, string>();
  readonly #changed = new Set<string>();
  readonly #roots = new Map<string, XmlElement>();
  readonly #budget: XmlBudget = { nodes: MOST_NODES };
  /** The separate budget for drawings (SVG). */
  readonly drawings: XmlBudget = { nodes: MOST_NODES };
  /** Parts that were counted already, as removing something does not add to them. */
  readonly #read = new Set<string>();
  #text = MOST_TEXT;

  constructor(private readonly parts: Map<string, Uint8Array>) {}

  /** The text of a part without comments, processing instructions and CDATA sections. */
  text(name: string): string {
    const known = this.#texts.get(name);
    if (known !== undefined) return known;
    const part = this.parts.get(name);
    if (part === undefined) throw new TemplateError(`it is no Word document: “${name}” is missing`, 'anew');
    this.take(name, part.length);
    const text = decode(part);
    if (OTHER_ENCODING.test(text) || (text.includes('\uFFFD') && !isUtf8(part)))
      throw new TemplateError(`“${name}” in it is not written in UTF-8`, 'anew');
    const plain = plainXml(text);
    this.#texts.set(name, plain);
    if (plain !== text) this.#changed.add(name);
    return plain;
  }

  /** @throws TemplateError if it is missing, damaged, too large, or in another encoding than UTF-8 */
  root(name: string): XmlElement {
    let root = this.#roots.get(name);
    if (root !== undefined) return root;
    const text = this.text(name);
    try {
      root = parseXml(text, this.#read.has(name) ? undefined : this.#budget);
    } catch (error) {
      const reason = reasonOf(error);
      if (this.#budget.nodes < 0)
        throw new TemplateError(`it holds more elements than a template can need (“${name}”)`, 'smaller');
      throw new TemplateError(`“${name}” in it is damaged (${reason.replace(/\.$/, '')})`, 'anew');
    }
    this.#read.add(name);
    this.#roots.set(name, root);
    return root;
  }

  /** Counts text towards the limit. @throws TemplateError beyond it */
  take(name: string, length: number): void {
    this.#text -= length;
    if (this.#text < 0)
      throw new TemplateError(`it holds more text than a template can need (“${name}”)`, 'smaller');
  }

  /** Makes changes to a part's text. */
  splice(name: string, splices: readonly Splice[]): void {
    if (splices.length === 0) return;
    this.#texts.set(name, spliced(this.text(name), splices));
    this.#roots.delete(name);
    this.#changed.add(name);
  }

  /** The package with all that was changed. */
  finish(main: string): Parts {
    const roots = new Map<string, XmlElement>();
    for (const name of this.parts.keys()) {
      const text = this.#texts.get(name);
      if (text === undefined) continue;
      if (this.#changed.has(name)) this.parts.set(name, new TextEncoder().encode(text));
      roots.set(name, this.root(name));
    }
    return new Parts(this.parts, main, roots);
  }
}

/** XML without comments, processing instructions and CDATA sections, so that searches for tags find none in them. */
function plainXml(text: string): string {
  const start = text.startsWith('<?xml') ? text.indexOf('?>') + 2 : 0;
  let out = '';
  let from = 0;
  for (let at = text.indexOf('<', start); at !== -1; at = text.indexOf('<', at)) {
    const kind = KINDS.find(({ begin }) => text.startsWith(begin, at));
    if (kind === undefined) {
      at++;
      continue;
    }
    const content = at + kind.begin.length;
    const end = text.indexOf(kind.end, content);
    // The XML is damaged, which parsing it will report.
    if (end === -1) break;
    out += text.slice(from, at) + (kind.kept ? escapeXml(text.slice(content, end)) : '');
    from = end + kind.end.length;
    at = from;
  }
  return from === 0 ? text : out + text.slice(from);
}

const KINDS = [
  { begin: '<!--', end: '-->', kept: false },
  { begin: '<![CDATA[', end: ']]>', kept: true },
  { begin: '<?', end: '?>', kept: false },
];

/** Whether bytes are UTF-8 throughout. Other bytes would be copied, and Word does not open such a document. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
