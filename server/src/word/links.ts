import { wellFormed } from './text';

/**
 * Schemes that run something or read the reader's own files when a link is followed. Everything that Office
 * registers for itself begins with `ms-`.
 */
const REFUSED =
  /^(?:javascript|vbscript|livescript|data|file|blob|filesystem|about|jar|mhtml|mk|its|res|shell|search|search-ms|view-source|ms-[a-z0-9.+-]*)$/;

const WEB = /^(?:https?|ftps?):/i;

/** What may stand in an address as it is (RFC 3986); anything else is written as its UTF-8 bytes in per cent form. */
const PLAIN = /[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%[\]]/;

export type Address = { readonly url: string } | { readonly refused: string };

/**
 * Makes an address that Word takes from a link target as written: the characters that an address may not have are
 * encoded, and what is dangerous or no address at all is refused with a reason in plain words.
 */
export function address(target: string): Address {
  // Browsers ignore white space and controls here, and so does Word: they must not hide a scheme.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const trimmed = target.replace(/[\u0000-\u001f\u007f]/g, '').trim();
  if (trimmed === '') return { refused: 'it has no address' };
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(trimmed)?.[1]?.toLowerCase();
  if (scheme !== undefined && (scheme.length === 1 || REFUSED.test(scheme))) {
    return { refused: `links to “${scheme}:” are not safe in a document that others open` };
  }
  if (trimmed.startsWith('\\\\')) return { refused: 'it leads to a network folder' };
  const url = encode(trimmed);
  if (WEB.test(url) && !URL.canParse(url)) return { refused: 'it is not a valid web address' };
  return { url };
}

function encode(text: string): string {
  let out = '';
  let hashes = 0;
  const characters = Array.from(wellFormed(text));
  for (const [at, character] of characters.entries()) {
    if (character === '%') {
      const hex = /^[0-9A-Fa-f]{2}$/.test(characters.slice(at + 1, at + 3).join(''));
      out += hex ? '%' : '%25';
    } else if (character === '#') {
      out += hashes++ === 0 ? '#' : '%23';
    } else out += PLAIN.test(character) ? character : encodeURIComponent(character);
  }
  // Square brackets are for IPv6 hosts alone; elsewhere Word's parser of addresses gives up on them.
  const host = /^[A-Za-z][A-Za-z0-9+.-]*:\/\/(?:[^/?#@]*@)?\[[0-9A-Fa-f:.]+\]/.exec(out)?.[0] ?? '';
  return host + out.slice(host.length).replace(/\[/g, '%5B').replace(/\]/g, '%5D');
}

/** The anchor that GitHub and VS Code give a heading, before they number those that are the same. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replace(/ /g, '-');
}
