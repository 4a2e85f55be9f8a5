import { BlockFinder, type Change, type Draft, headingAbove, headings, perBlock, shifted } from '../draft';
import type { Project } from '../project/types';
import { addTo } from '../util/lists';
import { getOrInsert, memoized } from '../util/memoize';
import { writtenIn, yearOf } from './lib/dates/months';
import { type FormerName, inItsWords } from './lib/names/former-names';
import { namingAbove, namings, type Use } from './lib/names/uses';
import { countriesOf, countryOf } from './lib/nation';
import { rule } from './lib/rule';
import { suppressionOf } from './lib/settings/suppression';
import { articleFor } from './lib/wording/article';
import type { Fix, Problem } from './types';

const ID = 'name-changed';

export const nameChanged = rule('name-changed', {
  readAhead: (run, { framework }) => namings.readAhead(run, framework),
  inDraft(context) {
    const { draft, project } = context;
    const found = namings.in(draft, project.framework);
    const above = namingAbove(draft, project.framework);
    if (found.length + above.inFull.length + above.uses.length === 0) return [];
    const inFull = new Set(above.inFull);
    for (const { found: naming } of found) for (const name of naming.inFull) inFull.add(name);
    const { about } = project.configuration;
    const date = writtenIn(context);
    const silenced = suppressionOf(draft);
    let countries: ReadonlySet<string> | undefined;
    let country: string | undefined;
    /** Whether a draft may not have a name, wherever it stands. */
    const isOut = (name: FormerName, old: string): boolean => {
      const { letters, stillIn, elsewhere, nowIn } = name.written;
      if (elsewhere || nowIn) country ??= countryOf(draft, about) ?? '';
      if (elsewhere && !Object.hasOwn(elsewhere, country!)) return false;
      if (name.since !== undefined && date !== undefined && date < name.since) return false;
      if (isExplained(old, name, project)) return false;
      if (letters?.includes(old) && !inFull.has(name)) return false;
      if (isOfAnother(draft, old, name)) return false;
      if (!stillIn) return true;
      countries ??= countriesOf(draft, about);
      return !stillIn.some((one) => countries!.has(one));
    };
    const known = new Map<FormerName, Map<string, boolean>>();
    const places = new Map<FormerName, Place[]>();
    const add = (use: Use, start: number): void => {
      const { name, old } = use;
      const isOld = getOrInsert(known, name, () => new Map<string, boolean>());
      if (getOrInsert(isOld, old, () => isOut(name, old)) && !silenced(ID, start + use.span.start))
        addTo(places, name, { use, start });
    };
    for (const use of above.uses) add(use, 0);
    for (const { found: naming, placed, index } of found) {
      if (naming.uses.length === 0 || isAmongSources(draft, index)) continue;
      for (const use of naming.uses) add(use, placed.start);
    }
    return Array.from(places.values(), (all) => problem(all, country));
  },
});

/** A use, and where in the draft its span counts from. */
interface Place {
  readonly use: Use;
  readonly start: number;
}

/** Whether a workspace's own list says what the letters are short for. */
function isExplained(old: string, { written }: FormerName, { configuration }: Project): boolean {
  const meaning = Object.hasOwn(configuration.acronyms, old) ? configuration.acronyms[old] : undefined;
  return meaning !== undefined && !written.old.includes(meaning);
}

/** Whether letters are written out as something else: “Suffolk County Libraries (SCL)”. */
function isOfAnother(draft: Draft, letters: string, { written }: FormerName): boolean {
  const before = namesBefore(draft).get(letters)?.trimEnd().toLowerCase();
  return before !== undefined && !written.old.some((old) => before.endsWith(old.toLowerCase()));
}

/** Letters in brackets, each with what stands in front of it. */
const bracketed = new BlockFinder(
  perBlock(({ text }) =>
    Array.from(text.matchAll(/\(([A-Z]{2,6})\)/g), ({ 1: letters, index }) => ({
      letters: letters!,
      before: text.slice(Math.max(0, index - LONGEST_NAME), index),
    })),
  ),
);

/** What stands in front of the first of all letters in brackets, by these. */
const namesBefore = memoized((draft: Draft): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  bracketed.each(draft, undefined, (found) => {
    for (const { letters, before } of found) if (!names.has(letters)) names.set(letters, before);
  });
  return names;
});

/** In front of the letters for it, no name is longer, in characters. */
const LONGEST_NAME = 100;

const SOURCES =
  /^[\W\d]*(?:(?:key\s+|our\s+)?(?:sources?|(?:end|foot)notes|references|bibliography|further\s+reading|works\s+cited|publications|background\s+papers)\b|(?:our\s+|a\s+(?:short\s+|brief\s+)?)?(?:history|timeline)\b)/i;

/** Whether a block stands under a heading for sources, or for how things came to be. */
function isAmongSources(draft: Draft, index: number): boolean {
  const all = headings(draft);
  const heading = all[headingAbove(all, index - 1)];
  return heading !== undefined && SOURCES.test(heading.text);
}

function problem(places: readonly Place[], country = ''): Problem {
  const { use, start } = places[0]!;
  const { name, old, words, span } = use;
  const { source, note, closed, misnomer, elsewhere } = name.written;
  const today = todayOf(name, old, country);
  const since = name.since === undefined ? '' : ` since ${yearOf(name.since)}`;
  // Who has to show it to a colleague needs no encyclopaedia for it, nor what was written before; the list has its address.
  const isShown =
    source &&
    !source.publisher.includes('Wikipedia') &&
    (name.since === undefined || source.year >= yearOf(name.since));
  const from = isShown ? ` (${source.publisher}, ${source.year})` : '';
  const first = elsewhere
    ? `“${words}” is a law of England and Wales. ${elsewhere[country]}`
    : misnomer
      ? `The right name of “${words}” is “${today}”.`
      : note === undefined && today !== undefined
        ? `“${words}” has been called “${today}”${since}${from}. Use that name.`
        : `“${words}” has been ${closed ? 'closed' : 'out of use'}${since}${from}.`;
  const more = places.length - 1;
  const again = more === 0 ? '' : ` It stands in ${more} more place${more === 1 ? '' : 's'}.`;
  return {
    span: shifted(span, start),
    message: `${first}${note === undefined ? '' : ` ${inCountry(note, name, country)}`}${again}`,
    fixes: () =>
      fixes(
        places.map(({ use, start }) => ({ ...use, span: shifted(use.span, start) })),
        country,
      ),
    ...(!name.isSure && { severity: 'hint' as const }),
  };
}

/** A note with the name that the country has in place of the one that it speaks of. */
function inCountry(note: string, { written: { now, nowIn } }: FormerName, country: string): string {
  const own = nowIn?.[country];
  return now === undefined || own === undefined ? note : note.replace(now, own);
}

/** What takes the place of an old name; undefined where nothing simply does. */
function todayOf({ written }: FormerName, old: string, country: string): string | undefined {
  const { forms, now, nowIn } = written;
  if (nowIn && Object.hasOwn(nowIn, country)) return nowIn[country];
  return forms && Object.hasOwn(forms, old) ? forms[old] : now;
}

function fixes(uses: readonly Use[], country: string): readonly Fix[] {
  const { name, old } = uses[0]!;
  if (name.choices) {
    return name.choices.flatMap((topic) =>
      fix(uses, inItsWords(old, topic), (use) => inItsWords(use.old, topic)),
    );
  }
  const today = todayOf(name, old, country);
  if (today === undefined) return [];
  return fix(uses, today, (use) => todayOf(name, use.old, country)).map((one) => ({
    ...one,
    preferred: true,
  }));
}

/** One that changes all uses, as far as they stand without markup in them; none where none does. */
function fix(uses: readonly Use[], title: string, today: (use: Use) => string | undefined): readonly Fix[] {
  const edits = uses.flatMap((use) => {
    const text = today(use);
    return text === undefined || !use.isPlain ? [] : [change(use, text)];
  });
  if (edits.length === 0) return [];
  return [{ title: `Change to “${title}”${uses.length > 1 ? ' everywhere' : ''}`, edits }];
}

/**
 * The new name for the old one, with the article that it has (“a CRB check”, “the Society of Chief Librarians”), its
 * last word once, and the s that it needs behind an apostrophe.
 */
function change(use: Use, today: string): Change {
  const { span, words, behind } = use;
  const { start, text } = withArticle(use, today);
  const last = today.slice(today.lastIndexOf(' ') + 1);
  // At the end of a line, too.
  const next = /^(?:\r\n|[\s-])(\w+)\b/.exec(behind);
  if (next && next[1]!.toLowerCase() === last.toLowerCase())
    return { span: { start, end: span.end + next[0].length }, text };
  const apostrophe = /s$/i.test(words) && !/s$/i.test(text) ? /^[’'](?!\w)/.exec(behind) : null;
  return apostrophe
    ? { span: { start, end: span.end + 1 }, text: `${text}${apostrophe[0]}s` }
    : { span: { start, end: span.end }, text };
}

/** What is one thing and has an article, where the old name, of several, had none: “under Six Steps”. */
const SINGLE = /\bPromise$/;
/** An article or whose it is, or a word that says more of it. */
const HELD = /(?:\b(?:the|an?|this|our|their|its|your|each|every|new|\w+[’']s?)|[*_([“"])\s?$/i;

/** The new name with its article, and where that begins. */
function withArticle(
  { name, span, article, words, before }: Use,
  text: string,
): { readonly start: number; readonly text: string } {
  const word = article.trimEnd();
  const start = span.start - article.length;
  if (/^the$/i.test(word) && name.written.article === false) return { start, text };
  if (/^an?$/i.test(word)) {
    return { start, text: `${articleFor(word, text)}${article.slice(word.length)}${text}` };
  }
  if (SINGLE.test(text) && /s$/.test(words) && !HELD.test(before))
    return { start: span.start, text: `${/(?:^|[.!?]\s)$/.test(before) ? 'The' : 'the'} ${text}` };
  return { start: span.start, text };
}
