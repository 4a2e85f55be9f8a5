import { danger, withoutControls } from '../text/addresses';

const WEB = /^https?:/i;

/** Characters that an address may contain (RFC 3986); all others are percent-encoded as UTF-8. */
const PLAIN = /[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%[\]]/;

/** An address that starts with `www.` instead of a scheme. */
const BARE = /^\s*(www\.[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[:/?#].*)?)$/is;
/** A host with a port, which would otherwise look like a scheme. */
const WITH_PORT = /^(?:localhost|[a-z0-9-]+(?:\.[a-z0-9-]+)+):\d{1,5}(?:[/?#]|$)/i;

/** A link target with the scheme that `www.example.org` lacks, as GitHub and Word add it. */
export function withScheme(target: string): string {
  return target.replace(BARE, 'http://$1');
}

type Address = { readonly url: string } | { readonly refused: string };

/**
 * Turns a link target as written into an address that Word accepts, with invalid characters encoded. Refuses dangerous
 * targets and those that are not addresses, with a reason for the user.
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
  // Word rejects addresses with square brackets, except around an IPv6 host.
  const host = /^[A-Za-z][A-Za-z0-9+.-]*:\/\/(?:[^/?#@]*@)?\[[0-9A-Fa-f:.]+\]/.exec(out)?.[0] ?? '';
  return host + out.slice(host.length).replace(/\[/g, '%5B').replace(/\]/g, '%5D');
}

/** The anchor that GitHub and VS Code give a heading, before they add numbers to duplicates. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replace(/ /g, '-');
}
