import type { XmlElement } from '../../docx/xml-tree';

/** An element of XML that we or a checked template have written: read fast, not checked again. */
class Scanned implements XmlElement {
  readonly children: (XmlElement | string)[] = [];
  close: number;
  end: number;
  #attributes: Readonly<Record<string, string>> | undefined;

  /** @param written its attributes as they stand in its start tag */
  constructor(
    readonly name: string,
    private readonly written: string,
    readonly start: number,
    readonly open: number,
  ) {
    this.close = open;
    this.end = open;
  }

  get attributes(): Readonly<Record<string, string>> {
    this.#attributes ??= Object.fromEntries(
      Array.from(this.written.matchAll(ATTRIBUTE), ([, name, value]) => [name!, decoded(value!)]),
    );
    return this.#attributes;
  }
}

const ATTRIBUTE = /\s([\w:.-]+)="([^"]*)"/g;

/**
 * Reads well-formed XML, of whose text only that of `w:t` is kept. Long documents are scanned in one go: a strict parser
 * takes longer than counting the pages.
 *
 * @param take given each element when it has been read, and those around it, the document first: where it answers true,
 *   the element is kept no longer
 * @returns the document, whose only element is the root
 */
export function scan(
  xml: string,
  take?: (element: XmlElement, around: readonly XmlElement[]) => boolean,
): XmlElement {
  const document = new Scanned('', '', 0, 0);
  const open = [document];
  let top = document;
  for (let at = xml.indexOf('<'); at !== -1; ) {
    const code = xml.charCodeAt(at + 1);
    const end = code === 33 && xml.startsWith('<!--', at) ? xml.indexOf('-->', at) + 2 : xml.indexOf('>', at);
    if (end < at) break;
    if (code === 47) {
      const read = open.pop() ?? document;
      read.close = at;
      read.end = end + 1;
      top = open.at(-1) ?? document;
      if (take?.(read, open)) top.children.pop();
    } else if (code !== 63 && code !== 33) {
      const empty = xml.charCodeAt(end - 1) === 47;
      const stop = empty ? end - 1 : end;
      let split = at + 1;
      while (split < stop && xml.charCodeAt(split) > 32) split++;
      const element = new Scanned(xml.slice(at + 1, split), xml.slice(split, stop), at, end + 1);
      top.children.push(element);
      if (!empty) {
        open.push(element);
        top = element;
      } else if (take?.(element, open)) top.children.pop();
    }
    const next = xml.indexOf('<', end);
    if (next > end + 1 && top.name === 'w:t') top.children.push(decoded(xml.slice(end + 1, next)));
    at = next;
  }
  return document;
}

/** The number in an attribute; undefined where there is none. */
export function numberIn(element: XmlElement | undefined, name: string): number | undefined {
  const number = Number.parseFloat(element?.attributes[name] ?? '');
  return Number.isFinite(number) ? number : undefined;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** A text of well-formed XML without character references. */
export function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,4}));/gi, (whole, dec, hex, name) =>
    name === undefined
      ? String.fromCodePoint(Math.min(0x10ffff, dec === undefined ? Number.parseInt(hex, 16) : Number(dec)))
      : (NAMED[name] ?? whole),
  );
}
