import { danger, withoutControls } from '../addresses';

const WEB = /^https?:/i;

/** What may stand in an address as it is (RFC 3986); anything else is written as its UTF-8 bytes in per cent form. */
const PLAIN = /[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%[\]]/;

/** The name of a web site as people write it, with what stands behind it. */
const BARE = /^\s*(www\.[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[:/?#].*)?)$/is;
/** A host with a port, which would be read as a scheme. */
const WITH_PORT = /^(?:localhost|[a-z0-9-]+(?:\.[a-z0-9-]+)+):\d{1,5}(?:[/?#]|$)/i;

/** A link target with the scheme that `www.example.org` lacks, as GitHub and Word add it. */
export function withScheme(target: string): string {
  return target.replace(BARE, 'http://$1');
}

type Address = { readonly url: string } | { readonly refused: string };

/**
 * Makes an address that Word takes from a link target as written: the characters that an address may not have are
 * encoded, and what is dangerous or no address at all is refused with a reason in plain words.
 */
export function address(target: string): Address {
  const trimmed = withoutControls(target);
  if (trimmed === '') return { refused: 'it has no address' };
  const refused = WITH_PORT.test(trimmed) ? 'it lacks “https://” before it' : danger(trimmed);
  if (refused !== undefined) return { refused };
  const url = encode(trimmed);
  if (WEB.test(url) && !URL.canParse(url)) return { refused: 'it is not a valid web address' };
  return { url };
}

function encode(text: string): string {
  let out = '';
  let hashes = 0;
  const characters = Array.from(text.toWellFormed());
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
