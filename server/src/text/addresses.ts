/** Which addresses a link may lead to: one judgement for documents, templates and what is put into a draft. */
import { shortened } from './shorten';

/**
 * Schemes of links that may stand in a document that others open. A list of the bad ones would never be whole: every
 * program that is installed may register its own, and be steered by them.
 */
const SAFE = new Set(['http', 'https', 'mailto', 'tel', 'sms']);

/**
 * A server and a room of an Internet Relay Chat, which browsers and GitHub lead to as well. More is refused: options in
 * such an address once had a chat program load settings from a network folder, which ran what they said.
 */
const CHAT = /^ircs?:\/\/[a-z0-9][a-z0-9.-]*(?::\d{1,5})?(?:\/[#&]?(?:[a-z0-9_][\w.-]*)?)?$/i;

/**
 * What comes before the path: a scheme, or the letter of a drive. Word takes a colon in per cent form for one, too. What
 * has a bracket or comma is part of a name: no program reads a scheme there.
 */
const BEFORE_COLON = /^([^/\\?#(),]*?)(?::|%3A)/i;

/** A network folder in either kind of slash: Windows sends the reader's password to its server, in scrambled form. */
const NETWORK = /^(?:[\\/]|%5C|%2F){2}/i;

/** The same behind steps up: where there are as many as folders above the document, nothing else is left of the path. */
const NETWORK_ABOVE = /(?:^|[\\/]|%5C|%2F)(?:\.|%2E){1,2}(?:[\\/]|%5C|%2F){2}/i;

/** The name that Windows itself has for a drive or a network folder, as in `\??\UNC\server`. */
const DEVICE = /^(?:[\\/]|%5C|%2F)(?:\?|%3F){2}(?:[\\/]|%5C|%2F)/i;

/** A file that programs for e-mail may add to what is sent, without a word. */
const ATTACHED = /[?&;]\s{0,9}attach(?:ment)?\s{0,9}=/i;

/** A step that is a drive of Windows: `/C:/x` is what `file:///C:/x` is. */
const DRIVE = /(?:[\\/]|%5C|%2F)[a-z](?:[:|]|%3A|%7C)(?:[\\/]|%5C|%2F)/i;

/**
 * Why a link must not stand in a document that others open. Safe are the web, e-mail, telephones, a plain chat room,
 * and what has no scheme: relative addresses and fragments.
 *
 * @param target as written
 * @returns the reason in plain words, or undefined where it is safe
 */
export function danger(target: string): string | undefined {
  const bare = withoutControls(target);
  const scheme = BEFORE_COLON.exec(bare)?.[1];
  if (/^ircs?$/i.test(scheme ?? '')) {
    return CHAT.test(bare) ? undefined : 'a link to a chat may name the server and the room alone';
  }
  if (scheme !== undefined && !SAFE.has(scheme.toLowerCase())) {
    return `links to “${shortened(scheme.toLowerCase(), 30)}:” are not safe in a document that others open, as those to the web, e-mail and telephones are`;
  }
  if (scheme?.toLowerCase() === 'mailto' && ATTACHED.test(decodedAddress(bare)))
    return 'a link to e-mail must not attach a file of whoever follows it';
  if (scheme !== undefined) return undefined;
  const path = bare.replace(/[?#].*$/s, '');
  if (DRIVE.test(path)) return 'it leads to a drive of whoever reads the document';
  return NETWORK.test(path) || NETWORK_ABOVE.test(path) || DEVICE.test(bare)
    ? 'it leads to a network folder'
    : undefined;
}

/** Browsers ignore white space and controls in an address, and so does Word: they must not hide a scheme. */
export function withoutControls(target: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return target.replace(/[\u0000-\u001f\u007f]/g, '').trim();
}

/** An address without its per cent signs (`%20`); as it is where they stand for nothing. */
export function decodedAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
