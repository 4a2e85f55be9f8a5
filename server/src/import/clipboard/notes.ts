import { elementsIn, HTML_BLOCKS, type HtmlElement, htmlWords } from '../../word/html/tree';
import { classesOf } from './styles';

/** Footnotes and endnotes of HTML. */
export interface HtmlNotes {
  /** The key of the note, by the link that refers to it. */
  readonly references: ReadonlyMap<HtmlElement, string>;
  /** Links from notes back to their references. */
  readonly backs: ReadonlySet<HtmlElement>;
  /** The key of a note, by the element that holds its text. */
  readonly bodies: ReadonlyMap<HtmlElement, string>;
}

interface Anchor {
  readonly element: HtmlElement;
  /** The name of the place that it leads to. */
  readonly to: string;
  /** The block that it begins, and the block around that; undefined if text stands before it. */
  readonly begins?: readonly [HtmlElement, HtmlElement | undefined];
}

/** The text of a reference: “[1]”, “iv”, “*”. */
const SIGN = /^[[(]?[\p{L}\p{N}*†‡§]{1,8}[\])]?$/u;

/**
 * Finds notes, for which HTML has no element. They are pairs of links with short texts that lead to each other, the
 * second at the beginning of a block; or, on web pages, such links to a block with a link back.
 */
export function htmlNotes(root: HtmlElement): HtmlNotes {
  const byName = new Map<string, Anchor>();
  for (const anchor of anchorsIn(root))
    for (const name of namesOf(anchor.element)) if (!byName.has(name)) byName.set(name, anchor);
  const references = new Map<HtmlElement, string>();
  const backs = new Set<HtmlElement>();
  const bodies = new Map<HtmlElement, string>();
  const counts = new Map<HtmlElement, number>();
  const pairs: {
    readonly key: string;
    readonly from: Anchor;
    readonly begins: NonNullable<Anchor['begins']>;
  }[] = [];
  for (const from of new Set(byName.values())) {
    const back = byName.get(from.to);
    if (back?.begins === undefined || back === from || backs.has(from.element)) continue;
    if (!namesOf(from.element).includes(back.to) || backs.has(back.element)) continue;
    pairs.push({ key: from.to, from, begins: back.begins });
    backs.add(back.element);
    const around = back.begins[1];
    if (around !== undefined) counts.set(around, (counts.get(around) ?? 0) + 1);
  }
  for (const { key, from, begins } of pairs) {
    const [block, around] = begins;
    references.set(from.element, key);
    // A note of several paragraphs has an element of its own.
    const isOwn = around?.attributes.has('id') === true && counts.get(around) === 1;
    bodies.set(isOwn ? around : block, key);
  }
  for (const { key, from, back, body } of ledBack(root)) {
    if (backs.has(from) || backs.has(back) || (bodies.has(body) && bodies.get(body) !== key)) continue;
    references.set(from, key);
    backs.add(back);
    bodies.set(body, key);
  }
  return { references, backs, bodies };
}

function namesOf({ attributes }: HtmlElement): string[] {
  return ['name', 'id'].flatMap((key) => attributes.get(key) ?? []);
}

/** The fragment that a link leads to, in the document or on the page that it was copied from; empty for none. */
function placeIn({ name, attributes }: HtmlElement): string {
  return name === 'a' ? (/^(?:https?:\/\/[^#]*)?#(.+)$/i.exec(attributes.get('href') ?? '')?.[1] ?? '') : '';
}

function isSign(link: HtmlElement): boolean {
  return SIGN.test(htmlWords(link).trim()) && !classesOf(link).includes('msocomanchor');
}

/** A reference to a block with a link back. */
interface LedBack {
  readonly key: string;
  readonly from: HtmlElement;
  readonly back: HtmlElement;
  readonly body: HtmlElement;
}

/** References to blocks from which another link leads back to the reference, or to the element around it. */
function ledBack(root: HtmlElement): LedBack[] {
  const references = new Map<string, HtmlElement>();
  const find = (element: HtmlElement): void => {
    for (const child of elementsIn(element)) {
      if (placeIn(child) !== '' && isSign(child))
        for (const name of [...namesOf(child), ...namesOf(element)])
          if (!references.has(name)) references.set(name, child);
      find(child);
    }
  };
  find(root);
  const found: LedBack[] = [];
  const open = new Map<string, HtmlElement>();
  const look = (element: HtmlElement): void => {
    for (const child of elementsIn(element)) {
      const from = references.get(placeIn(child));
      const key = from && placeIn(from);
      const body = key && open.get(key);
      if (from && key && body && from !== child) found.push({ key, from, back: child, body });
      const names = HTML_BLOCKS.has(child.name) ? namesOf(child).filter((name) => !open.has(name)) : [];
      for (const name of names) open.set(name, child);
      look(child);
      for (const name of names) open.delete(name);
    }
  };
  look(root);
  return found;
}

/** Links with short texts to places in the document, in order. */
function anchorsIn(root: HtmlElement): Anchor[] {
  const anchors: Anchor[] = [];
  let begins: Anchor['begins'];
  const walk = (element: HtmlElement, around: HtmlElement | undefined): void => {
    for (const child of element.children) {
      if (typeof child === 'string') {
        if (child.trim() !== '') begins = undefined;
        continue;
      }
      const isBlock = HTML_BLOCKS.has(child.name);
      if (isBlock) begins = [child, around];
      const to = placeIn(child);
      if (to !== '' && isSign(child)) anchors.push({ element: child, to, ...(begins && { begins }) });
      walk(child, isBlock ? child : around);
      if (isBlock) begins = undefined;
    }
  };
  walk(root, undefined);
  return anchors;
}
