import type { Html } from 'mdast';
import type { Draft } from '../draft/types';
import { spanOf } from '../mdast/tree';
import { type Leaf, type Place, placesOf } from './leaves';

/** A block of HTML, in which no mark can stand. */
export type HtmlPlace = Place & { readonly node: Html };

/** The blocks of HTML that a document shows, in the order of the source. */
export function htmlOf(draft: Draft): readonly HtmlPlace[] {
  return placesOf(draft).filter(
    (place): place is HtmlPlace => place.node.type === 'html' && !place.node.value.startsWith('<!--'),
  );
}

/** The first block of HTML behind a leaf, of those in one block of the draft. */
export function htmlBehind(inBlock: readonly HtmlPlace[], leaf: Leaf | undefined): HtmlPlace | undefined {
  const from = leaf !== undefined && leaf.block === inBlock[0]?.block ? startOf(leaf) : -1;
  return inBlock.find((place) => startOf(place) > from);
}

/** Where a part of a draft begins in it. */
export function startOf({ node, offset }: Place): number {
  return spanOf(node, offset).start;
}

/** What a comment below HTML calls it. */
export function nameOf({ node }: HtmlPlace): string {
  const tag = tagOf(node.value);
  if (tag === 'table') return 'the table above';
  return tag === 'ul' || tag === 'ol' ? 'the list above' : 'the HTML above';
}

/** Whether the element that HTML begins with ends in it. */
export function isClosed(html: string): boolean {
  const tag = tagOf(html);
  const count = (start: string): number => html.toLowerCase().split(start).length;
  return tag !== undefined && count(`<${tag}`) === count(`</${tag}`);
}

/** The name of the element that HTML begins with, in small letters. */
function tagOf(html: string): string | undefined {
  return /^\s*<([a-z][a-z\d]*)/i.exec(html)?.[1]?.toLowerCase();
}
