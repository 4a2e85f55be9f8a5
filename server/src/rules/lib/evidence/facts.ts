import { type Block, lowerCase, passagesOf, perBlockFor } from '../../../draft';
import { firstWhere } from '../../../draft/binary-search';
import type { Fact } from '../../../evidence';
import { measureOf } from '../../../evidence/library';
import type { Quantity } from '../../../evidence/types';
import { escapeRegExp } from '../../../text/escape-regexp';
import { addTo } from '../../../util/lists';
import { getOrInsert, memoized } from '../../../util/memoize';
import { startsWord } from '../../../words/starts-word';

/**
 * A test for facts: whether a sentence has the source and words of a fact and, if it has years, one of the fact's. A
 * library may have two thousand facts of one study, so each source and choice of words is sought once.
 *
 * @param notes the sentence's own footnotes, in small letters: what they say counts with a year of the fact, in the
 * sentence or else in them, and the publisher alone with its period and what is counted
 */
export function spokenOf(text: string, notes?: string): (fact: Fact) => boolean {
  const lower = forNames(text);
  const years = yearsIn(lower);
  const isNamed = once((source: Fact['source']) => namesSource(lower, source));
  const hasWords = once((about: Fact['about']) => hasAll(lower, about));
  const told = notes === undefined ? [] : years.length > 0 ? years : yearsIn(notes);
  const isNoted = once((source: Fact['source']) => notes !== undefined && namesSource(notes, source));
  const isPublished = once((source: Fact['source']) => {
    const words = notes === undefined ? '' : `${lower}\n${notes}`;
    return publishersOf(source).some((name) => isWordIn(words, name));
  });
  return ({ source, about, period = '', figure }) => {
    if (!hasWords(about)) return false;
    const when = `${period} ${source.title} ${source.date}`;
    if (isNamed(source)) return years.length === 0 || years.some((year) => when.includes(year));
    if (told.length === 0) return false;
    if (isNoted(source)) return told.some((year) => when.includes(year));
    // A department publishes much that is no fact here.
    const counted = figure && /^\p{L}{4,}/u.exec(figure.unit)?.[0];
    return (
      counted !== undefined &&
      !/^per ?cent/i.test(counted) &&
      startsWord(lower, counted) &&
      told.some((year) => period.includes(year)) &&
      isPublished(source)
    );
  };
}

const yearsIn = (lower: string): readonly string[] =>
  lower.match(/\b(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?\b/g) ?? [];

/**
 * A text in small letters, and below it once more so that “SLIC’s Library Data” names “SLIC Library Data”; names and
 * words that have an “’s” of their own are found in the first.
 */
function forNames(text: string): string {
  const lower = lowerCase(text);
  const bare = lower.replace(/[’']s(?=\s)/g, '');
  return bare === lower ? lower : `${lower}\n${bare}`;
}

/** The publisher of a source, and its initials, in small letters. */
export const publishersOf = memoized(({ publisher }: Fact['source']): readonly string[] => {
  const initials = publisher.match(/\p{Lu}(?=\p{Ll})/gu)?.join('') ?? '';
  return [publisher, ...(initials.length >= FEWEST_INITIALS ? [initials] : [])].map(lowerCase);
});
const FEWEST_INITIALS = 4;

function isWordIn(lower: string, name: string): boolean {
  for (let at = lower.indexOf(name); at !== -1; at = lower.indexOf(name, at + 1)) {
    const around = `${lower[at - 1] ?? ' '}${lower[at + name.length] ?? ' '}`;
    if (!/[\p{L}\d]/u.test(around)) return true;
  }
  return false;
}

/** The facts with a figure by measure, from the least figure to the greatest. */
const byFigure = memoized((facts: readonly Fact[]) => {
  const found = new Map<string, { readonly fact: Fact; readonly value: number; readonly at: number }[]>();
  facts.forEach((fact, at) => {
    if (fact.figure) addTo(found, measureOf(fact.figure), { fact, value: fact.figure.value, at });
  });
  for (const list of found.values()) list.sort((a, b) => a.value - b.value);
  return found;
});

/** The first fact that passes `test` and has a figure of the same measure and about the same value as a number. */
export function firstNear(
  facts: readonly Fact[],
  { value, measure }: Quantity,
  test: (fact: Fact) => boolean,
): Fact | undefined {
  const list = byFigure(facts).get(measure) ?? [];
  // For a number that is rounded or cut to one digit, the exact figure is up to twice as much, or a quarter less.
  const [least, most] = [value * 0.7, value * 2.1];
  let first: (typeof list)[number] | undefined;
  for (let i = firstWhere(list, (one) => one.value >= least); i < list.length && list[i]!.value <= most; i++)
    if ((first === undefined || list[i]!.at < first.at) && test(list[i]!.fact)) first = list[i];
  return first?.fact;
}

/** A predicate that calls `ask` once for each object, as the facts of a library share sources and words. */
export function once<K extends object>(ask: (of: K) => boolean): (of: K) => boolean {
  const known = new Map<K, boolean>();
  return (of) => getOrInsert(known, of, () => ask(of));
}

/** Patterns for the names of the facts' sources, and for those of who published them, in small letters. */
const anyNameOf = memoized((facts: readonly Fact[]) => {
  const sources = new Set(facts.map(({ source }) => source));
  // `(?!)` matches nothing.
  const anyOf = (names: readonly string[]): RegExp =>
    new RegExp([...new Set(names)].map(escapeRegExp).join('|') || '(?!)');
  const names = [...sources].flatMap((source) => inSmallLetters(source));
  return {
    names: anyOf(names),
    publishers: anyOf([...names, ...[...sources].flatMap((source) => publishersOf(source))]),
  };
});

/**
 * Whether a block names the source of a fact, or also who published it. Most blocks name none, and need not be read
 * sentence by sentence.
 */
export function namesAny(
  block: Block,
  facts: readonly Fact[],
  what: 'names' | 'publishers' = 'names',
): boolean {
  return (
    namesPublisher(block, facts) === true && (what === 'publishers' || isIn(block, anyNameOf(facts).names))
  );
}

/** Whether a block has any of the names, with those of the publishers; most have none, and are read once. */
const namesPublisher = perBlockFor(
  (block, facts: readonly Fact[]) => isIn(block, anyNameOf(facts).publishers) || undefined,
);

function isIn(block: Block, names: RegExp): boolean {
  return passagesOf(block).some(({ prose }) => names.test(forNames(prose.text)));
}

function namesSource(lower: string, source: Fact['source']): boolean {
  return inSmallLetters(source).some((name) => lower.includes(name));
}

/** Whether a sentence in small letters has the words that a sentence about a fact must have. */
export function hasAll(lower: string, about: Fact['about']): boolean {
  return about.length > 0 && about.every((choice) => choice.some((word) => startsWord(lower, word)));
}

/** The names of a source in small letters. */
export const inSmallLetters = memoized(({ names }: Fact['source']) => names.map((name) => lowerCase(name)));

/** Whether a number in a text is the figure of a fact. */
export function agrees(quantity: Quantity, { figure }: Fact, text: string): boolean {
  return (
    figure !== undefined &&
    quantity.measure === measureOf(figure) &&
    sameWhenRounded(quantity, figure.value, text)
  );
}

/** Whether a number in a text is `exact`, rounded or cut to as many digits as its author wrote: "700,000" for 699,208. */
export function sameWhenRounded(quantity: Quantity, exact: number, text: string): boolean {
  const { value } = quantity;
  if (value === exact) return true;
  const digits = getOrInsert(digitsOf, quantity, () =>
    digitsIn(text.slice(quantity.span.start, quantity.span.end)),
  );
  if (digits === 0) return false;
  const unit = 10 ** (Math.floor(Math.log10(exact)) + 1 - Math.max(digits, 1));
  return (
    Math.abs(Math.round(exact / unit) * unit - value) < unit / 1e6 ||
    Math.abs(Math.floor(exact / unit) * unit - value) < unit / 1e6
  );
}

/** How many significant digits a number is written with. Cached, as it is compared with many facts. */
const digitsOf = new WeakMap<Quantity, number>();

function digitsIn(written: string): number {
  return written
    .replace(/[^\d.]/g, '')
    .replace(/^0+/, '')
    .replace(/(?:\.0+|(?<![.0])0+)$/, '')
    .replace('.', '').length;
}
