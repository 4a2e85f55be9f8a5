/** Finds what is still to be filled in: in texts, tables, links, labels and comments. */

import type { Nodes } from 'mdast';
import { asidesIn } from '../../../asides';
import { type Block, overlapping, type Span, shifted } from '../../../draft';
import { afterMost, MOST_IN_LINE } from '../../../draft/parser/long-lines';
import { HIDDEN, MARK, mayBeUnfilled, type Surroundings, unfilledIn } from '../../../draft/unfilled';
import { addAll } from '../../../util/lists';
import { nodesOf, spanOf } from '../blocks/nodes';
import { brokenOff } from './broken-off';
import { commentNotes } from './comment-notes';
import { emptyCells } from './empty-cells';
import { emptyItems } from './empty-items';
import { emptyLabels } from './empty-labels';
import type { UnfilledPlace } from './types';

/** From which probability a bracket is a note, whatever its form leaves open. */
const IS_FOR_COLLEAGUES = 0.8;

const NONE_HERE: readonly never[] = [];

/** The places to fill in of a block, in order. */
export function placesIn(block: Block): readonly UnfilledPlace[] {
  const found: UnfilledPlace[] = [
    ...emptyCells(block),
    ...emptyItems(block),
    ...emptyLabels(block),
    ...brokenOff(block),
    ...commentNotes(block),
  ];
  const links = block.text.includes('](');
  const may = mayBeUnfilled(block.text);
  if (links || may) {
    for (const node of nodesOf(block)) {
      if (node.type === 'link') addAll(found, withoutAddress(block, node));
      else if (node.type === 'html') addAll(found, tagToFillIn(node));
    }
  }
  const form = may && FORM.test(block.text);
  for (const { span, place, text } of textsOf(block)) {
    const here = may ? unfilledIn(text, form ? { ...place, form } : place) : NONE_HERE;
    const asides = asidesIn(text, place);
    if (here.length === 0 && asides.length === 0) continue;
    const isAside = overlapping(
      asides
        .filter(({ kind, probability }) => kind === 'square' && probability > IS_FOR_COLLEAGUES)
        .sort((a, b) => a.start - b.start),
    );
    for (const one of here) {
      const { kind } = one;
      const sure = one.sure || isAside(one);
      const fromTemplate = kind.name === 'insert' || kind.name === 'field';
      found.push({ ...shifted(one, span.start), lack: kind.lack, sure, fromTemplate });
    }
    const isFound = overlapping([...here].sort((a, b) => a.start - b.start));
    for (const aside of asides) {
      if (isFound(aside)) continue;
      found.push({ ...shifted(aside, span.start), lack: 'note', sure: true });
    }
  }
  if (found.length === 0) return [];
  found.sort((a, b) => a.start - b.start);
  return block.node.type === 'table' ? byRow(block, found) : found;
}

/** Joins places in neighbouring cells of a row into one. */
function byRow({ text }: Block, found: readonly UnfilledPlace[]): readonly UnfilledPlace[] {
  const all: UnfilledPlace[] = [];
  for (const one of found) {
    const last = all.at(-1);
    const touches =
      last?.sure &&
      !last.fromTemplate &&
      !one.fromTemplate &&
      one.sure &&
      last.lack !== 'cell' &&
      one.lack !== 'cell' &&
      one.start - last.end < 80 &&
      /^[ \t*_]*\|[ \t*_]*$/.test(text.slice(last.end, one.start));
    if (touches) all[all.length - 1] = { ...last, end: one.end };
    else all.push(one);
  }
  return all;
}

/** Words of a form, whose lines are filled in by hand on the printed page. */
const FORM =
  /\b(?:sign(?:ed|ature|ing)?|llofnod(?:wyd)?|please (?:circle|tick|delete)|delete as (?:applicable|appropriate))\b/i;

/** A link without an address yet. Only a hint, as what its words lack is found by itself. */
function withoutAddress(block: Block, node: Extract<Nodes, { type: 'link' }>): readonly UnfilledPlace[] {
  if (!/^(?:#|https?:\/{0,2}|tb[ac]|url|link|x{2,}|todo|insert.{0,40}|)$/i.test(node.url)) return [];
  const { start, end } = spanOf(node);
  if (/^\[insert\s/i.test(block.text.slice(start, start + 8))) return [];
  return [{ start, end, lack: 'address', sure: false }];
}

/** `<name>`, `<insert date>`: Markdown reads such placeholders as HTML tags. */
const TAG =
  /^<(?:insert|add|amount|name|names|date|dates|number|figure|figures|venue|place|author|contact|quote|tbc|council|organisation|partner|funder|library|year|month|xx+)\b[^<>="]{0,60}>$/i;

function tagToFillIn(node: Extract<Nodes, { type: 'html' }>): readonly UnfilledPlace[] {
  return TAG.test(node.value) ? [{ ...spanOf(node), lack: 'blank', sure: true }] : [];
}

interface Text {
  /** In the block. */
  readonly span: Span;
  /** Its source, with a replacement for each character that a reader does not see. */
  readonly text: string;
  readonly place: Surroundings;
}

/** The texts of a block: its paragraphs, headings and cells. */
export function* textsOf(block: Block): Generator<Text> {
  const { node } = block;
  const rest: { readonly node: Nodes; readonly place: Surroundings }[] = [{ node, place: {} }];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const { node, place } = next;
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      const text = textOf(block, node, place);
      if (text) yield text;
    } else if ('children' in node) {
      const inside = placeWithin(node, place);
      for (let index = node.children.length - 1; index >= 0; index--) {
        const child = node.children[index]!;
        const isHead = node.type === 'table' && index === 0;
        rest.push({
          node: child,
          place: isHead ? HEAD : node.type === 'tableRow' && index > 0 && place !== HEAD ? CELL : inside,
        });
      }
    }
  }
}

const HEAD: Surroundings = {};
const CELL: Surroundings = { alone: 'cell' };

function placeWithin(node: Nodes, place: Surroundings): Surroundings {
  if (node.type === 'blockquote') return { ...place, quoted: true };
  if (node.type === 'listItem' && !place.item) return { ...place, item: true };
  if (node.type === 'footnoteDefinition' && node.children.length === 1) return { ...place, alone: 'note' };
  return place;
}

function textOf(
  block: Block,
  node: Extract<Nodes, { children: unknown }>,
  place: Surroundings,
): Text | undefined {
  const first = node.children[0];
  const last = node.children.at(-1);
  if (!first || !last) return undefined;
  const { start } = spanOf(first);
  const span = { start, end: afterMost(block.text, start, spanOf(last).end, MOST_IN_LINE).end };
  const source = block.text.slice(span.start, span.end);
  return { span, place, text: visibleText(source, span.start, node) };
}

/** A piece of source with code, pictures, addresses and marks of Markdown replaced, character by character. */
function visibleText(source: string, offset: number, node: Nodes): string {
  const text = hasMarkup(node) ? withoutMarkup(source, offset, node) : source;
  const plain = text.includes('\\') ? text.replace(/\\(?=[!-/:-@[-`{-~])/g, MARK) : text;
  return /[\r\n]/.test(plain)
    ? plain.replace(/(?<=[\r\n])[ \t]*(?:>[ \t]?)+/g, (prefix) => ' '.repeat(prefix.length))
    : plain;
}

const hasMarkup = (node: Nodes): boolean =>
  'children' in node && node.children.some(({ type }) => type !== 'text');

function withoutMarkup(source: string, offset: number, node: Nodes): string {
  const pieces: string[] = [];
  let at = 0;
  const replace = (start: number, end: number, by: string): void => {
    const from = Math.max(at, start - offset);
    const to = Math.min(end - offset, source.length);
    if (to <= from) return;
    pieces.push(source.slice(at, from), by.repeat(to - from));
    at = to;
  };
  // Functions replace the closing marks of a node after its children.
  const rest: (Nodes | (() => void))[] = 'children' in node ? [...node.children].reverse() : [];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (typeof next === 'function') next();
    else if (HIDES.has(next.type) && !isNoteInCode(next)) {
      const { start, end } = spanOf(next);
      replace(start, end, HIDDEN);
    } else if ('children' in next && next.type !== 'delete' && next.children.length > 0) {
      const { start, end } = spanOf(next);
      const from = spanOf(next.children[0]!).start;
      const to = spanOf(next.children.at(-1)!).end;
      replace(start, from, MARK);
      const isLink = next.type === 'link' || next.type === 'linkReference';
      rest.push(() => {
        replace(to, Math.min(end, to + 1), MARK);
        replace(to, end, isLink ? HIDDEN : MARK);
      });
      for (let index = next.children.length - 1; index >= 0; index--) rest.push(next.children[index]!);
    } else if ('children' in next) {
      for (let index = next.children.length - 1; index >= 0; index--) rest.push(next.children[index]!);
    }
  }
  return pieces.length > 0 ? pieces.join('') + source.slice(at) : source;
}

/** `[[figure – Ann has it?]]`: a question in brackets is a note, even in code. */
const isNoteInCode = (node: Nodes): boolean =>
  node.type === 'inlineCode' && node.value.includes(' ') && /^\[\[?[^\][?]+\?{1,4}\]\]?$/.test(node.value);

const HIDES: ReadonlySet<string> = new Set([
  'code',
  'inlineCode',
  'html',
  'image',
  'imageReference',
  'footnoteReference',
]);
