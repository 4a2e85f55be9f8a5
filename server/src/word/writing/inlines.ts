import type { Link, LinkReference, PhrasingContent, Text } from 'mdast';
import { markAt } from '../../criticmarkup/marks';
import { withNoBreakSpaces } from '../../text/no-break-spaces';
import { shortened } from '../../text/shorten';
import { withReferences } from '../captions';
import { HIDDEN, htmlTokens, PLAIN_ELEMENTS, type Tag } from '../html/tokens';
import { address, withScheme } from '../links';
import { isLocal } from '../local-links';
import { bookmarkXml, linkXml } from '../markup/blocks';
import { BREAK, type Look, run, runs } from '../markup/runs';
import { DEEPEST } from '../nesting';
import { anchorOf } from '../source';
import { textLanguageOf } from '../text-language';
import { codeLine, oneLine, plainText } from '../xml-text';
import { type Context, type Place, relationsAt, warn } from './context';
import { UNSHOWN, warnOfUnshown } from './html-blocks';
import { withMarkedNotes } from './marked-notes';
import { noteReference } from './note-references';
import { PIXEL, pictureXml } from './pictures';
import { reviewed } from './review';

/** Writes the content of a paragraph. */
export function inlines(children: readonly PhrasingContent[], own: Look, place: Place): string {
  const { context } = place;
  const nodes = own.highlight ? children : withMarkedNotes(children, context.unfilled);
  let out = '';
  const look = { ...place.lang, ...own };
  const pairs = nodes.some((node) => node.type === 'html') ? pairTags(nodes) : undefined;
  for (let at = 0; at < nodes.length; at++) {
    const mark = markAt(nodes, at);
    if (mark !== undefined) {
      out += reviewed(mark, place, (children) => deeper(children, look, place));
      at = mark.next - 1;
      continue;
    }
    const node = afterBreak(nodes[at]!, nodes[at - 1]);
    const pair = pairs?.get(at);
    if (pair === undefined) {
      out += inline(node, look, place);
      continue;
    }
    const inside = nodes.slice(at + 1, pair.close);
    const { tag } = pair;
    if (tag.name === 'a' && inside.length > 0 && tag.attributes.has('href')) {
      const url = tag.attributes.get('href') ?? '';
      out += link({ type: 'link', url, children: inside as Link['children'] }, url, look, place);
    } else if (HIDDEN.has(tag.name)) {
      if (UNSHOWN.has(tag.name)) warnOfUnshown(tag.name, context, node);
    } else {
      const content = deeper(inside, { ...look, ...lookOf(tag, context, node) }, place);
      const [open, close] =
        tag.name === 'q' ? [text('“', look, context), text('”', look, context)] : ['', ''];
      out += anchor(tag, context) + open + content + close;
    }
    at = pair.close;
  }
  return out;
}

/** A line that begins after `<br>` has no space before its first word. */
function afterBreak(node: PhrasingContent, before: PhrasingContent | undefined): PhrasingContent {
  if (node.type !== 'text' || before?.type !== 'html' || !/^<br\b/i.test(before.value)) return node;
  return { ...node, value: node.value.trimStart() };
}

function inline(node: PhrasingContent, look: Look, place: Place): string {
  const { context } = place;
  switch (node.type) {
    case 'text':
      warnOfSigns(node, context);
      return prose(oneLine(node.value), look, place);
    case 'strong':
      return deeper(node.children, { ...look, bold: true }, place);
    case 'emphasis':
      return deeper(node.children, { ...look, italics: true }, place);
    case 'delete':
      return deeper(node.children, { ...look, strike: true }, place);
    case 'inlineCode':
      return text(codeLine(node.value), { ...look, code: true }, context);
    case 'break':
      return BREAK;
    case 'link':
      return link(node, node.url, look, place);
    case 'linkReference': {
      const definition = context.source.definitions.get(node.identifier);
      return definition === undefined
        ? deeper(node.children, look, place)
        : link(node, definition.url, look, place);
    }
    case 'image':
      return pictureXml(node, node, node.alt ?? '', look, place);
    case 'imageReference': {
      const definition = context.source.definitions.get(node.identifier);
      return definition === undefined
        ? text(node.alt ?? '', look, context)
        : pictureXml(node, definition, node.alt ?? '', look, place);
    }
    case 'footnoteReference':
      return noteReference(node, look, place);
    case 'html':
      return singleTag(node.value, node, look, place);
    default:
      // A node that no Markdown of ours makes: its words at least.
      return text(plainText(node), look, context);
  }
}

function deeper(nodes: readonly PhrasingContent[], look: Look, place: Place): string {
  const { context } = place;
  const depth = (look.depth ?? 0) + 1;
  if (depth <= DEEPEST) return inlines(nodes, { ...look, depth }, place);
  warn(context, 'Marks are nested too deeply here: the words are kept, their formatting is not', nodes[0]);
  return text(nodes.map(plainText).join(''), look, context);
}

/** Signs that other programs take for something, and that are printed here as they stand; what is between `$` is no money. */
const SIGNS: readonly (readonly [signs: RegExp, message: string])[] = [
  [/\[\^[^\]\s[]{1,100}\]/, 'refers to a footnote that there is not'],
  [/\^\[[^\]\n]{1,500}\]/, 'is no footnote here: write [^1] in the text, and [^1]: with the note below it'],
  [
    /(?<![\\$\w])\$(?=[^\s$])(?=[^$\n]{0,200}[\\^_={}])[^$\n]{1,200}\$(?![\d$])/,
    'is no formula in Word: it is printed with its signs',
  ],
];

function warnOfSigns(node: Text, context: Context): void {
  if (!/[$^]/.test(node.value)) return;
  for (const [signs, message] of SIGNS) {
    const found = signs.exec(node.value)?.[0];
    if (found !== undefined) warn(context, `“${shortened(found, 80)}” ${message}`, node, 'unread');
  }
}

function prose(value: string, look: Look, place: Place): string {
  const { context } = place;
  const { captions } = context.source;
  // Word has no cross-references in notes that it would keep up to date, and a link is one already.
  if (captions.of.size === 0 || look.link || place.part === 'note') return text(value, look, context);
  return withReferences(value, captions, look, (part) => text(part, look, context));
}

function text(value: string, look: Look, { unfilled }: Context): string {
  if (value === '') return '';
  return look.code ? run(value, look) : runs(value, look, unfilled, withNoBreakSpaces(value));
}

function link(node: Link | LinkReference, target: string, look: Look, place: Place): string {
  const { context } = place;
  const url = withScheme(target);
  // A link in a link (GFM's autolinks in a link's text) is one link in Word.
  if (look.link) return deeper(node.children, look, place);
  const content = (): string => deeper(node.children, { ...look, link: true }, place);
  const anchor = url.startsWith('#') ? context.source.bookmark(anchorOf(url)) : undefined;
  if (anchor !== undefined) return linkXml({ anchor }, content());
  const beside = isLocal(url) ? context.documentBeside(url) : undefined;
  if (isLocal(url) && beside === undefined) {
    const message = `The link to “${shortened(url, 80)}” leads to a file of yours, which readers of the document may not have`;
    warn(context, message, node, 'unread');
  }
  const to = url.startsWith('#') ? { refused: 'there is no such heading' } : address(beside ?? url);
  if ('refused' in to) {
    if (url !== '' && url !== '#')
      warn(context, `The link to “${shortened(url, 80)}” is written as plain text: ${to.refused}`, node);
    return deeper(node.children, look, place);
  }
  const xml = content();
  if (xml === '') return '';
  return linkXml({ relation: relationsAt(place).to('hyperlink', to.url) }, xml);
}

/** Which start tag goes with which end tag, among siblings. */
function pairTags(
  nodes: readonly PhrasingContent[],
): ReadonlyMap<number, { readonly tag: Tag; readonly close: number }> {
  const pairs = new Map<number, { readonly tag: Tag; readonly close: number }>();
  const open: { readonly tag: Tag; readonly at: number }[] = [];
  const waiting = new Map<string, number>();
  for (const [at, node] of nodes.entries()) {
    if (node.type !== 'html') continue;
    const token = htmlTokens(node.value)[0];
    if (token?.type === 'open' && !token.empty) {
      open.push({ tag: token, at });
      waiting.set(token.name, (waiting.get(token.name) ?? 0) + 1);
    } else if (token?.type === 'close' && (waiting.get(token.name) ?? 0) > 0) {
      for (let last = open.pop(); last !== undefined; last = open.pop()) {
        waiting.set(last.tag.name, (waiting.get(last.tag.name) ?? 1) - 1);
        if (last.tag.name !== token.name) continue;
        pairs.set(last.at, { tag: last.tag, close: at });
        break;
      }
    }
  }
  return pairs;
}

/** What elements of HTML make of the text in them. */
const LOOKS = new Map<string, Look>([
  ...['b', 'strong'].map((name) => [name, { bold: true }] as const),
  ...['i', 'em', 'cite', 'dfn', 'var'].map((name) => [name, { italics: true }] as const),
  ...['u', 'ins'].map((name) => [name, { underline: true }] as const),
  ...['s', 'del', 'strike'].map((name) => [name, { strike: true }] as const),
  ...['code', 'kbd', 'samp', 'tt'].map((name) => [name, { code: true }] as const),
  ['sup', { raised: 'superscript' }],
  ['sub', { raised: 'subscript' }],
  ['mark', { highlight: true }],
]);

function lookOf({ name, attributes }: Tag, context: Context, node: PhrasingContent): Look {
  if (!PLAIN_ELEMENTS.has(name))
    warn(
      context,
      `The HTML element <${shortened(name, 80)}> has no counterpart in Word: only its text is kept`,
      node,
    );
  return { ...textLanguageOf(attributes), ...LOOKS.get(name) };
}

function anchor(tag: Tag, context: Context): string {
  const id = tag.attributes.get('id') ?? tag.attributes.get('name');
  const name = id === undefined ? undefined : context.source.anchorBookmarks.get(id);
  return name === undefined ? '' : bookmarkXml(name, '', context.counts);
}

/** A tag without its partner, or a comment. */
function singleTag(html: string, node: PhrasingContent, look: Look, place: Place): string {
  const { context } = place;
  const token = htmlTokens(html)[0];
  if (token?.type !== 'open') return '';
  const { name, attributes } = token;
  if (name === 'br') return BREAK;
  if (name === 'img') {
    const url = attributes.get('src') ?? '';
    const alt = attributes.get('alt') ?? '';
    // An empty text that is written down says: mere decoration.
    const decorative = attributes.get('alt')?.trim() === '';
    const width = pixels(attributes.get('width')) ?? share(attributes.get('width'), place.width);
    const height = pixels(attributes.get('height'));
    const title = attributes.get('title') ?? null;
    return pictureXml(node, { url, title, width, height, decorative }, alt, look, place);
  }
  if (PLAIN_ELEMENTS.has(name)) return anchor(token, context);
  warnOfUnshown(name, context, node);
  return '';
}

/** `50%` of a line, given in twips, in CSS pixels. */
function share(value: string | undefined, line: number): number | undefined {
  const percent = Number(/^\s*(\d{1,3}(?:\.\d{1,3})?)%\s*$/.exec(value ?? '')?.[1]);
  return percent > 0 ? (Math.min(100, percent) / 100) * (line / PIXEL) : undefined;
}

function pixels(value: string | undefined): number | undefined {
  const number = /^\s*(\d{1,5})(?:px)?\s*$/.exec(value ?? '')?.[1];
  return number === undefined || Number(number) === 0 ? undefined : Number(number);
}
