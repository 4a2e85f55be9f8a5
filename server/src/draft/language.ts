import { getOrInsert, memoized } from '../memoize';
import { firstWhere } from './first-where';
import { BlockFinder } from './runs';
import type { Block, Draft, Span } from './types';

/** A BCP 47 tag, as far as papers need it. */
const TAG = /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i;
/** What an author who knows no tags may write. */
const NAMED: Readonly<Record<string, string>> = { welsh: 'cy', cymraeg: 'cy', english: 'en' };

/** The tag of a language as an author gives it: "cy", "en-GB", "Welsh"; undefined where it is none. */
export function languageTag(said: string): string | undefined {
  const text = said.trim();
  return NAMED[text.toLowerCase()] ?? (TAG.test(text) ? text : undefined);
}

/**
 * A tag with the country where it says none, as Word names languages: “cy-GB” for “cy”. By itself “en” is American to
 * some programs, and others check no spelling in what has no country.
 */
export function withCountry(tag: string): string {
  if (tag.includes('-')) return tag;
  if (/^en$/i.test(tag)) return 'en-GB';
  return getOrInsert(countries, tag, () => {
    const { language, region } = new Intl.Locale(tag).maximize();
    return region === undefined ? tag : `${language}-${region}`;
  });
}

const countries = new Map<string, string>();

/** In which language a draft and its parts are written. */
export interface Languages {
  /** Tag of the language of the whole draft, where that is not English. */
  readonly whole: string | undefined;
  /** Whether a part of the draft is in another language than English. */
  readonly hasParts: boolean;
  /** Tag of the language of what stands at an offset, where that is not English. */
  at(offset: number): string | undefined;
}

const ENGLISH: Languages = { whole: undefined, hasParts: false, at: () => undefined };

/**
 * The languages of a draft: its front matter's `language` (or `lang`) for the whole, and for parts what stands between
 * `<div lang="cy">` and its `</div>`, each a block of its own. One that is not closed goes to the end.
 */
export const languagesOf = memoized(read);

function read(draft: Draft): Languages {
  const { data, raw } = draft.frontMatter;
  const said = data.language ?? (typeof raw.lang === 'string' ? raw.lang : undefined);
  const whole = said === undefined ? undefined : foreign(languageTag(said));
  if (whole !== undefined) return { whole, hasParts: false, at: () => whole };
  const parts = partsOf(draft);
  if (parts.length === 0) return ENGLISH;
  return {
    whole: undefined,
    hasParts: true,
    at: (offset) => {
      const part = parts[firstWhere(parts, ({ start }) => start > offset) - 1];
      return part && offset < part.end ? part.language : undefined;
    },
  };
}

/** The tag, where it is of another language than English. */
function foreign(tag: string | undefined): string | undefined {
  return tag === undefined || /^en(?:-|$)/i.test(tag) ? undefined : tag;
}

interface Part extends Span {
  readonly language: string;
}

function partsOf(draft: Draft): readonly Part[] {
  const parts: Part[] = [];
  /** Of each element that is open. */
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

/** A tag of a `div`, and where it stands in its block. */
interface DivTag {
  readonly at: number;
  readonly closes: boolean;
  /** As its `lang` has it. */
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
    const said = LANG.exec(match[2]!)?.[1];
    const language = said === undefined ? undefined : languageTag(said);
    tags.push({ at: match.index, closes: match[1] === '/', language });
  }
  return tags;
}
