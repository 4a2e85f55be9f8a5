import { SaxesParser } from 'saxes';

/** Elements that show what lies elsewhere, in SVG or in the HTML that it may hold. */
const FETCHING = new Set(['iframe', 'object', 'embed', 'audio', 'video', 'link', 'frame', 'portal']);

/** Attributes whose value is an address that is fetched, not followed. */
const ADDRESSES = new Set(['href', 'src', 'srcset', 'data', 'poster', 'background']);

const ELSEWHERE = 'it is an SVG that takes something from elsewhere; save it as PNG';
const SCRIPT = 'it is an SVG that contains a script; save it as PNG';
const UNSAFE = 'it is an SVG with parts that are not safe';

/** What makes a check end. */
class Found extends Error {}

/**
 * Looks for what a program that shows an SVG would run or fetch: Word leaves it alone, but a document goes to readers
 * with other programs. Links that a reader follows are no concern.
 *
 * @returns the reason not to use it, in plain words; undefined where there is none
 */
export function unsafeInSvg(text: string): string | undefined {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let inStyle = 0;
  const style = (css: string): void => {
    if (fetches(css)) throw new Found(ELSEWHERE);
  };
  parser.on('error', () => {
    throw new Found('it is an SVG that is damaged');
  });
  parser.on('doctype', (declared) => {
    if (declared.includes('[')) throw new Found(UNSAFE);
  });
  parser.on('processinginstruction', ({ target }) => {
    if (/stylesheet/i.test(target)) throw new Found(ELSEWHERE);
  });
  parser.on('opentag', ({ name, attributes }) => {
    const tag = localName(name);
    if (tag === 'script') throw new Found(SCRIPT);
    if (FETCHING.has(tag)) throw new Found(ELSEWHERE);
    if (tag === 'style') inStyle++;
    for (const [key, value] of Object.entries(attributes)) {
      const attribute = localName(key);
      if (attribute.startsWith('on')) throw new Found(SCRIPT);
      if (ADDRESSES.has(attribute) && tag !== 'a' && !isWithin(value)) throw new Found(ELSEWHERE);
      if (tag === 'a' && /^\s*(?:javascript|vbscript|data|file):/i.test(value)) throw new Found(SCRIPT);
      // Any attribute can be a property with a url(…): fill, filter, mask, style itself.
      style(value);
    }
  });
  parser.on('closetag', ({ name }) => {
    if (localName(name) === 'style') inStyle--;
  });
  const content = (value: string): void => {
    if (inStyle > 0) style(value);
  };
  parser.on('text', content);
  parser.on('cdata', content);
  try {
    parser.write(text).close();
    return undefined;
  } catch (error) {
    if (error instanceof Found) return error.message;
    throw error;
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

/** Whether an address leads to a part of the drawing, or holds its picture itself. */
function isWithin(address: string): boolean {
  return /^\s*(?:#|data:image\/(?:png|jpe?g|gif|bmp|webp)[;,]|$)/i.test(address);
}

/** Whether CSS fetches something. */
function fetches(written: string): boolean {
  // An escape may stand for any letter: u\72l( is url(.
  const css = written.replace(
    /\\(?:([0-9a-f]{1,6})\s?|(.))/gi,
    (_, hex: string | undefined, character: string) =>
      hex === undefined ? character : String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff)),
  );
  if (/@import|\bexpression\s*\(|-moz-binding/i.test(css)) return true;
  for (const [, address] of css.matchAll(/\burl\(\s*["']?([^"')]*)/gi)) if (!isWithin(address!)) return true;
  return false;
}
