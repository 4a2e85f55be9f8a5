import { type FunctionWords, functionWords, isWelsh } from '../text/welsh';
import { memoized } from '../util/memoize';
import { firstWhere } from './binary-search';
import { perBlock } from './block-map';
import { languageTag } from './language-tags';
import { BlockFinder } from './runs';
import type { Block, Draft, Span } from './types';

/** The languages of a draft and of its parts. */
export interface Languages {
  /** Tag of the draft's language; undefined for English. */
  readonly whole: string | undefined;
  /** Whether part of the draft is in a language other than English. */
  readonly hasParts: boolean;
  /** Tag of the language at an offset; undefined for English. */
  at(offset: number): string | undefined;
}

const ENGLISH: Languages = { whole: undefined, hasParts: false, at: () => undefined };

/**
 * The languages of a draft: `language` (or `lang`) in the front matter for the whole, and for parts `<div lang="cy">`
 * and `</div>`, each a separate block. An unclosed `<div>` extends to the end. A draft that says nothing and is in
 * Welsh from beginning to end is read as Welsh.
 */
export const languagesOf = memoized(read);

function read(draft: Draft): Languages {
  const { data, raw } = draft.frontMatter;
  const written = data.language ?? (typeof raw.lang === 'string' ? raw.lang : undefined);
  const whole = written === undefined ? undefined : foreign(languageTag(written));
  if (whole !== undefined) return { whole, hasParts: false, at: () => whole };
  const parts = partsOf(draft);
  if (parts.length === 0)
    return written === undefined && isWelsh(wordsIn(draft))
      ? { ...ENGLISH, whole: 'cy', at: () => 'cy' }
      : ENGLISH;
  return {
    whole: undefined,
    hasParts: true,
    at: (offset) => {
      const part = parts[firstWhere(parts, ({ start }) => start > offset) - 1];
      return part && offset < part.end ? part.language : undefined;
    },
  };
}

const functionWordsOf = perBlock(({ text }: Block) => functionWords(text));

function* wordsIn({ blocks }: Draft): Generator<FunctionWords> {
  for (const { block } of blocks) yield functionWordsOf(block);
}

/** The tag; undefined for English. */
function foreign(tag: string | undefined): string | undefined {
  return tag === undefined || /^en(?:-|$)/i.test(tag) ? undefined : tag;
}

interface Part extends Span {
  readonly language: string;
}

function partsOf(draft: Draft): readonly Part[] {
  const parts: Part[] = [];
  /** Language of each open element. */
  const open: (string | undefined)[] = [];
  let begun: { readonly start: number; readonly language: string } | undefined;
  const goOn = (offset: number): void => {
    const language = open.at(-1);
    if (begun?.language === language) return;
    if (begun) parts.push({ ...begun, end: offset });
    begun = language === undefined ? undefined : { start: offset, language };
  };
  for (const { found, placed } of finder.in(draft, undefined)) {
    for (const { at, language, closes } of found) {
      if (closes) open.pop();
      else open.push(language === undefined ? open.at(-1) : foreign(language));
      goOn(placed.start + at);
    }
  }
  if (begun) parts.push({ ...begun, end: draft.source.length + 1 });
  return parts;
}

/** A start or end tag of a `div`, and its offset in its block. */
interface DivTag {
  readonly at: number;
  readonly closes: boolean;
  /** From its `lang` attribute. */
  readonly language: string | undefined;
}

const finder = new BlockFinder((block) => (block.node.type === 'html' ? divTags(block) : []));

const DIV = /<!--|<(\/?)div(?=[\s/>])([^<>]*)>/gi;
const LANG = /(?<=^|\s)lang\s*=\s*["']?([a-z0-9-]+)/i;

function divTags({ text }: Block): readonly DivTag[] {
  const tags: DivTag[] = [];
  DIV.lastIndex = 0;
  for (let match = DIV.exec(text); match; match = DIV.exec(text)) {
    if (match[0] === '<!--') {
      const end = text.indexOf('-->', match.index + 4);
      if (end === -1) break;
      DIV.lastIndex = end;
      continue;
    }
    const written = LANG.exec(match[2]!)?.[1];
    const language = written === undefined ? undefined : languageTag(written);
    tags.push({ at: match.index, closes: match[1] === '/', language });
  }
  return tags;
}
