import type { Definition, FootnoteDefinition, Heading, Nodes, Paragraph, RootContent } from 'mdast';
import type { Draft } from '../draft/types';
import { decodedAddress } from '../text/addresses';
import { type Captions, findCaptions } from './captions';
import { tags } from './html/tokens';
import { slug } from './links';
import { type Separated, separatedIn } from './separate-lines';
import { plainText } from './xml-text';

/** A top-level block: its tree, its source and the line, counted from 0, on which it begins in the draft. */
export interface SourceBlock {
  readonly node: RootContent;
  readonly text: string;
  readonly line: number;
}

export interface SourceNote {
  readonly node: FootnoteDefinition;
  readonly block: SourceBlock;
}

/** What the whole draft defines, whichever block uses it. */
export interface Source {
  readonly blocks: readonly SourceBlock[];
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly notes: ReadonlyMap<string, SourceNote>;
  /** Notes to which the text refers more than once. */
  readonly citedAgain: ReadonlySet<string>;
  /** Bookmark of each heading that something links to. */
  readonly headingBookmarks: ReadonlyMap<Heading, string>;
  /** Bookmark of each anchor in HTML (`<a id="x">`) that something links to. */
  readonly anchorBookmarks: ReadonlyMap<string, string>;
  /** Bookmark that a link to `#anchor` leads to. */
  bookmark(anchor: string): string | undefined;
  readonly captions: Captions;
  /** Paragraphs whose lines are kept apart. */
  readonly separated: ReadonlyMap<Paragraph, Separated>;
  /** Addresses of all pictures, as written. */
  readonly pictures: ReadonlySet<string>;
  /** Whether a review left changes or comments in it. */
  readonly isReviewed: boolean;
}

/** Reads through a draft once, for what must be known before the first block is written. */
export function readSource(draft: Draft): Source {
  const written = new Set<RootContent>();
  const blocks = draft.blocks.map(({ block, line }) => {
    const { node, text } = block.review ?? block;
    // Blocks that say the same are one: here each is known by its node.
    const own = written.has(node) ? { ...node } : node;
    written.add(own);
    return { node: own, text, line };
  });
  const definitions = new Map<string, Definition>();
  const notes = new Map<string, SourceNote>();
  const cited = new Set<string>();
  const citedAgain = new Set<string>();
  const headings: Heading[] = [];
  const ids = new Set<string>();
  const targets = new Set<string>();
  const pictures = new Set<string>();

  for (const block of blocks) {
    for (const node of nodesOf(block.node)) {
      switch (node.type) {
        case 'definition':
          // The first of two definitions wins, in CommonMark.
          if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
          if (node.url.startsWith('#')) targets.add(anchorOf(node.url));
          pictures.add(node.url);
          break;
        case 'footnoteDefinition':
          if (!notes.has(node.identifier)) notes.set(node.identifier, { node, block });
          break;
        case 'footnoteReference':
          (cited.has(node.identifier) ? citedAgain : cited).add(node.identifier);
          break;
        case 'heading':
          headings.push(node);
          break;
        case 'link':
          if (node.url.startsWith('#')) targets.add(anchorOf(node.url));
          break;
        case 'image':
          pictures.add(node.url);
          break;
        case 'html':
          for (const tag of tags(node.value)) {
            const id = tag.attributes.get('id') ?? tag.attributes.get('name');
            if (id !== undefined) ids.add(id);
            const href = tag.attributes.get('href');
            if (href?.startsWith('#')) targets.add(anchorOf(href));
            const src = tag.attributes.get('src');
            if (tag.name === 'img' && src !== undefined) pictures.add(src);
          }
          break;
        default:
      }
    }
  }

  const byAnchor = new Map<string, string>();
  const headingBookmarks = new Map<Heading, string>();
  const anchorBookmarks = new Map<string, string>();
  const seen = new Map<string, number>();
  for (const heading of headings) {
    const base = slug(plainText(heading));
    let count = seen.get(base) ?? 0;
    const anchor = count === 0 ? base : `${base}-${count}`;
    seen.set(base, ++count);
    if (!targets.has(anchor)) continue;
    const name = `_Heading${headingBookmarks.size + 1}`;
    headingBookmarks.set(heading, name);
    if (!byAnchor.has(anchor)) byAnchor.set(anchor, name);
  }
  for (const id of ids) {
    if (!targets.has(id) || byAnchor.has(id)) continue;
    const name = `_Anchor${anchorBookmarks.size + 1}`;
    anchorBookmarks.set(id, name);
    byAnchor.set(id, name);
  }
  return {
    blocks,
    definitions,
    notes,
    citedAgain,
    headingBookmarks,
    anchorBookmarks,
    captions: findCaptions(blocks.map(({ node }) => node)),
    separated: new Map(blocks.flatMap(separatedIn)),
    pictures,
    isReviewed: draft.blocks.some(({ block }) => block.review !== undefined),
    bookmark: (anchor) => byAnchor.get(anchor) ?? byAnchor.get(anchor.toLowerCase()),
  };
}

/** `#caf%C3%A9` → `café`. */
export function anchorOf(url: string): string {
  return decodedAddress(url.slice(1));
}

/** A node and everything in it, in the order of the text, however deep it is nested. */
export function* nodesOf(root: Nodes): Generator<Nodes> {
  const open: Nodes[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    yield node;
    if ('children' in node) for (let at = node.children.length; at-- > 0; ) open.push(node.children[at]!);
  }
}
