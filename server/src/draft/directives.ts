import { eachNode } from '../mdast/tree';
import { perBlock } from './block-map';
import type { Block, Span } from './types';

export const DIRECTIVES = ['disable', 'enable', 'disable-next-line', 'disable-file', 'covers'] as const;
export type DirectiveName = (typeof DIRECTIVES)[number];

/**
 * A comment that speaks to us: `<!-- advocacy-disable sentence-long -->`. What follows ` -- ` in it is the author's
 * reason, for whoever reads the draft. Spans are in the block's source.
 */
export interface Directive {
  /** What it asks for; `unknown` for an `advocacy-…` that does not exist. */
  readonly name: DirectiveName | 'unknown';
  /** The whole comment. */
  readonly span: Span;
  /** Its first word as written, with `advocacy-`. */
  readonly word: { readonly text: string; readonly span: Span };
  /** Rules, or topics for `covers`, as written. */
  readonly values: readonly DirectiveValue[];
}

/** A rule, or a topic; with words of the draft, “claim-too-strong “nobody else offers””, it speaks of those alone. */
interface DirectiveValue {
  readonly text: string;
  readonly span: Span;
  /** Never empty. */
  readonly words?: readonly { readonly text: string; readonly span: Span }[];
}

/** The directives in a block, in order; comments inside a paragraph, a list or a quotation count as well. */
export const directivesOf = perBlock((block: Block): readonly Directive[] =>
  block.text.includes('advocacy-') ? read(block) : [],
);

/** Whether a block is a comment that speaks to us, and nothing else. */
export function isDirective(block: Block): boolean {
  const [first] = directivesOf(block);
  return first !== undefined && block.text.trim() === block.text.slice(first.span.start, first.span.end);
}

function read(block: Block): readonly Directive[] {
  const found: Directive[] = [];
  eachNode([block.node], ({ type, position }) => {
    if (type === 'html') readComments(block.text, position!.start.offset!, position!.end.offset!, found);
  });
  return found;
}

function readComments(source: string, start: number, end: number, found: Directive[]): void {
  for (let open = source.indexOf('<!--', start); open !== -1; ) {
    const close = source.indexOf('-->', open + 4);
    if (close === -1 || close + 3 > end) return;
    const words = wordsIn(source, open + 4, close);
    const [word, ...values] = words;
    if (word?.text.startsWith('advocacy-')) {
      const name = word.text.slice('advocacy-'.length);
      found.push({
        name: DIRECTIVES.find((known) => known === name) ?? 'unknown',
        span: { start: open, end: close + 3 },
        word,
        values: withWords(values),
      });
    }
    open = source.indexOf('<!--', close + 3);
  }
}

/** The most quoted words of a comment that are read: each may be looked for in a line as long as a block. */
const MOST_QUOTED = 1000;

/** Quoted words belong to what stands before them. */
function withWords(all: readonly { text: string; span: Span }[]): readonly DirectiveValue[] {
  let quoted = 0;
  const values: (DirectiveValue & { words?: { text: string; span: Span }[] })[] = [];
  for (const one of all) {
    const last = values.at(-1);
    if (last && QUOTED.test(one.text)) {
      last.words ??= [];
      if (quoted++ < MOST_QUOTED) last.words.push({ ...one, text: one.text.slice(1, -1) });
    } else values.push({ ...one });
  }
  return values;
}

const QUOTED = /^“[^”]+”$/;

/** What a reason begins with, as it is typed and as word processors turn that into a dash. */
const REASON = /\s(?:--|[–—])(?=\s|$)/;

/** Words between spaces and commas, up to the reason that may follow: ` -- the year is in the line above`. */
function wordsIn(source: string, start: number, end: number): { text: string; span: Span }[] {
  const words: { text: string; span: Span }[] = [];
  const text = source.slice(start, end);
  const reason = text.search(REASON);
  for (const match of (reason === -1 ? text : text.slice(0, reason)).matchAll(/“[^“”]{1,200}”|[^\s,]+/g)) {
    const at = start + match.index;
    words.push({ text: match[0], span: { start: at, end: at + match[0].length } });
  }
  return words;
}
