/** An element of XML that we or a checked template have written: read fast, not checked again. */
export interface Scanned {
  /** With its prefix: `w:p`. */
  readonly name: string;
  /** The start tag's attributes as written. */
  readonly attributes: string;
  readonly children: Scanned[];
  /** The text directly in it, with its character references as they stand. */
  text: string;
}

/**
 * Reads well-formed XML. Long documents are scanned in one go: a strict parser takes longer than counting the pages.
 *
 * @param take given each element when it has been read, and those around it, the root first: where it answers true, the
 *   element is kept no longer
 */
export function scan(xml: string, take?: (element: Scanned, around: readonly Scanned[]) => boolean): Scanned {
  const root: Scanned = { name: '', attributes: '', children: [], text: '' };
  const open: Scanned[] = [root];
  let top = root;
  for (let at = xml.indexOf('<'); at !== -1; ) {
    const code = xml.charCodeAt(at + 1);
    const end = code === 33 && xml.startsWith('<!--', at) ? xml.indexOf('-->', at) + 2 : xml.indexOf('>', at);
    if (end < at) break;
    if (code === 47) {
      const read = open.pop() ?? root;
      top = open.at(-1) ?? root;
      if (take?.(read, open)) top.children.pop();
    } else if (code !== 63 && code !== 33) {
      const empty = xml.charCodeAt(end - 1) === 47;
      const stop = empty ? end - 1 : end;
      let split = at + 1;
      while (split < stop && xml.charCodeAt(split) > 32) split++;
      const element: Scanned = {
        name: xml.slice(at + 1, split),
        attributes: xml.slice(split, stop),
        children: [],
        text: '',
      };
      top.children.push(element);
      if (!empty) {
        open.push(element);
        top = element;
      } else if (take?.(element, open)) top.children.pop();
    }
    const next = xml.indexOf('<', end);
    if (next > end + 1 && top.name === 'w:t') top.text += xml.slice(end + 1, next);
    at = next;
  }
  return root;
}

/** The value of an attribute, with its character references as they stand. */
export function attribute(element: Scanned | undefined, name: string): string | undefined {
  if (element === undefined) return undefined;
  const start = element.attributes.indexOf(` ${name}="`);
  if (start === -1) return undefined;
  const from = start + name.length + 3;
  return element.attributes.slice(from, element.attributes.indexOf('"', from));
}

export function numberIn(element: Scanned | undefined, name: string): number | undefined {
  const value = attribute(element, name);
  const number = value === undefined ? Number.NaN : Number.parseFloat(value);
  return Number.isFinite(number) ? number : undefined;
}

export function child(element: Scanned | undefined, ...path: readonly string[]): Scanned | undefined {
  let found = element;
  for (const name of path) found = found?.children.find((one) => one.name === name);
  return found;
}

/** Whether a property that is on by being there is on; undefined where it is not there. */
export function isOn(properties: Scanned | undefined, name: string): boolean | undefined {
  const found = child(properties, name);
  if (found === undefined) return undefined;
  const value = attribute(found, 'w:val');
  return value === undefined || (value !== '0' && value !== 'false' && value !== 'none' && value !== 'off');
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,4}));/gi, (whole, dec, hex, name) =>
    name === undefined
      ? String.fromCodePoint(Math.min(0x10ffff, dec === undefined ? Number.parseInt(hex, 16) : Number(dec)))
      : (NAMED[name] ?? whole),
  );
}
