import { wellFormed } from './text';

/**
 * Schemes that run something, read the reader's own files, open a share or a terminal, or steer an editor or a tool of
 * the system when a link is followed. Everything that Office registers for itself begins with `ms-`. What is left are
 * the web, post, telephones, and what an organisation has chosen for itself (meetings, calendars).
 */
const REFUSED = new RegExp(
  `^(?:${[
    '[a-z]|ms-.*|vscode.*|vsls|search.*',
    'javascript|vbscript|livescript|data|file|blob|filesystem|about|jar|mhtml|mk|its|res|shell|view-source|hcp|help|jnlps?',
    'smb|cifs|nfs|afp|dav|davs|webdavs?|ldaps?|ssh|sftp|scp|rsync|git|svn|tftp|gopher|finger',
    'telnet|rlogin|tn3270|rdp|vnc|onenote.*|steam|cmd|powershell|wscript|x-.*|chrome.*|edge|microsoft-edge.*|read|winget',
  ].join('|')})$`,
);

/** A scheme, or the letter of a drive; Word takes a colon in per cent form for one, too. */
const SCHEME = /^([A-Za-z][A-Za-z0-9+.-]*)(?::|%3A)/i;

/** A network folder in either kind of slash: Windows sends the reader's password to its server, in scrambled form. */
const NETWORK = /^(?:[\\/]|%5C|%2F){2}/i;

const WEB = /^(?:https?|ftps?):/i;

/** What may stand in an address as it is (RFC 3986); anything else is written as its UTF-8 bytes in per cent form. */
const PLAIN = /[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%[\]]/;

export type Address = { readonly url: string } | { readonly refused: string };

/**
 * Why a link must not stand in a document that others open.
 *
 * @param target as written
 * @returns the reason in plain words, or undefined where it is safe
 */
export function danger(target: string): string | undefined {
  const bare = withoutControls(target);
  const scheme = SCHEME.exec(bare)?.[1]?.toLowerCase();
  if (scheme !== undefined && REFUSED.test(scheme))
    return `links to “${scheme}:” are not safe in a document that others open`;
  return NETWORK.test(bare) ? 'it leads to a network folder' : undefined;
}

/**
 * Makes an address that Word takes from a link target as written: the characters that an address may not have are
 * encoded, and what is dangerous or no address at all is refused with a reason in plain words.
 */
export function address(target: string): Address {
  const trimmed = withoutControls(target);
  if (trimmed === '') return { refused: 'it has no address' };
  const refused = danger(trimmed);
  if (refused !== undefined) return { refused };
  const url = encode(trimmed);
  if (WEB.test(url) && !URL.canParse(url)) return { refused: 'it is not a valid web address' };
  return { url };
}

/** Browsers ignore white space and controls in an address, and so does Word: they must not hide a scheme. */
function withoutControls(target: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return target.replace(/[\u0000-\u001f\u007f]/g, '').trim();
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
