import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { RootContent } from 'mdast';
import { words } from '../../util/lists';
import elements from './elements.json';

/** A start, end or self-closing tag. */
export interface Tag {
  readonly type: 'open' | 'close';
  /** In lower case. */
  readonly name: string;
  /** Names in lower case, values with their character references decoded. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Whether it ends in `/>` or is an element that never has content. */
  readonly empty: boolean;
}

type HtmlToken =
  | Tag
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'comment'; readonly value: string };

/** Inline elements that make no difference in print, and are ignored without a warning. */
export const PLAIN_ELEMENTS = words(elements.plain);

const VOID = words(elements.void);

/** Elements whose content readers do not see. */
export const HIDDEN = words(elements.hidden);

const NAME = /[a-z][^\s/>]*/iy;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/y;
const BETWEEN = /[\s/]*/y;

/**
 * Splits HTML into tags, texts and comments. Never fails: what is not markup is text. The content of scripts and other
 * hidden elements is left out.
 */
export function htmlTokens(html: string): HtmlToken[] {
  const tokens: HtmlToken[] = [];
  let hidden: string | undefined;
  let from = 0;
  const push = (token: HtmlToken): void => {
    if (hidden !== undefined && !(token.type === 'close' && token.name === hidden)) return;
    tokens.push(token);
    hidden = token.type === 'open' && HIDDEN.has(token.name) && !token.empty ? token.name : undefined;
  };
  const textUpTo = (end: number): void => {
    if (end > from) push({ type: 'text', value: decodeReferences(html.slice(from, end)) });
  };
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at)) {
    const found = markupAt(html, at);
    if (found === undefined) {
      at++;
      continue;
    }
    textUpTo(at);
    if (found.token !== undefined) push(found.token);
    at = from = found.end;
  }
  textUpTo(html.length);
  return tokens;
}

export function tags(html: string): Tag[] {
  return htmlTokens(html).filter((token): token is Tag => token.type === 'open' || token.type === 'close');
}

/** Whether HTML shows words, a picture or a line, and not only comments and tags. */
export function showsAnything(html: string): boolean {
  return htmlTokens(html).some((token) =>
    token.type === 'text'
      ? token.value.trim() !== ''
      : token.type === 'open' && (token.name === 'img' || token.name === 'hr'),
  );
}

function markupAt(
  html: string,
  at: number,
): { readonly token?: HtmlToken; readonly end: number } | undefined {
  if (html.startsWith('<!--', at)) {
    const end = html.indexOf('-->', at + 4);
    const value = html.slice(at + 4, end === -1 ? undefined : end);
    return { token: { type: 'comment', value }, end: end === -1 ? html.length : end + 3 };
  }
  if (html.startsWith('<![CDATA[', at)) {
    const end = html.indexOf(']]>', at);
    const value = html.slice(at + 9, end === -1 ? undefined : end);
    return { token: { type: 'text', value }, end: end === -1 ? html.length : end + 3 };
  }
  if (html[at + 1] === '!' || html[at + 1] === '?') {
    const close = html[at + 1] === '!' ? '>' : '?>';
    const end = html.indexOf(close, at);
    return { end: end === -1 ? html.length : end + close.length };
  }
  const type = html[at + 1] === '/' ? 'close' : 'open';
  NAME.lastIndex = at + (type === 'close' ? 2 : 1);
  const name = NAME.exec(html)?.[0].toLowerCase();
  if (name === undefined) return undefined;
  const attributes = new Map<string, string>();
  let place = NAME.lastIndex;
  for (;;) {
    BETWEEN.lastIndex = place;
    const between = BETWEEN.exec(html)?.[0] ?? '';
    place += between.length;
    if (html[place] === '>') {
      const empty = VOID.has(name) || between.endsWith('/');
      return { token: { type, name, attributes, empty }, end: place + 1 };
    }
    ATTRIBUTE.lastIndex = place;
    const attribute = ATTRIBUTE.exec(html);
    if (attribute === null) return undefined;
    const key = attribute[1]!.toLowerCase();
    if (!attributes.has(key)) {
      attributes.set(key, decodeReferences(attribute[2] ?? attribute[3] ?? attribute[4] ?? ''));
    }
    place = ATTRIBUTE.lastIndex;
  }
}

/** Replaces character references such as `&amp;`, `&#38;` and `&#x26;`. */
function decodeReferences(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([A-Za-z][A-Za-z0-9]{0,31}));/g,
    (whole, dec, hex, name) => {
      if (name !== undefined) return decodeNamedCharacterReference(name) || whole;
      const code = dec === undefined ? Number.parseInt(hex, 16) : Number.parseInt(dec, 10);
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
        ? String.fromCodePoint(code)
        : '\ufffd';
    },
  );
}

/** Whether a node is HTML that shows nothing. */
export function isComment(node: RootContent): boolean {
  return (
    node.type === 'html' &&
    htmlTokens(node.value).every(
      (token) => token.type === 'comment' || (token.type === 'text' && token.value.trim() === ''),
    )
  );
}
