import { memoized } from '../../../server/src/util/memoize';
import { startsWord } from '../../../server/src/words/starts-word';

/** An item that can be searched for by its row, its text and its keywords. */
export interface Sought {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly text: string;
  readonly keywords?: readonly string[];
}

/** Function words, which are ignored in a search. */
const LITTLE = new Set(
  'a about an and are as at by for from how in into is it its many of on or our per than that the their they this to us was we were what when which who why with'.split(
    ' ',
  ),
);

const ENDINGS = 'iness ness ations ation ated ating ate ings ing ely ies ed es ly e y s'.split(' ');
/** The shortest root of a word, in letters; a shorter one would match too many words. */
const LEAST = 4;

/** The beginning that forms of a word share: "isol" for isolated and isolation, "lone" for lonely, "lonel" for loneliness. */
function root(word: string): string {
  const ending = ENDINGS.find((one) => word.endsWith(one) && word.length - one.length >= LEAST);
  return ending === undefined ? word : word.slice(0, -ending.length);
}

/** A text for searching: “wifi” for Wi-Fi, “ebooks” for e-books, and one kind of apostrophe. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/(?<=\p{L})[-\u2010\u2011](?=\p{L})/gu, '')
    .replaceAll('’', "'");
}

function soughtWords(value: string): readonly string[] {
  const words = plain(value)
    .split(/[^\p{L}\p{N}'£%-]+/u)
    .filter((word) => word !== '');
  const telling = words.filter((word) => !LITTLE.has(word));
  return telling.length > 0 ? telling : words;
}

/** Whether the row of an item has a word for each word of `value`, and not only its text: “table” for “Options”. */
export function isNamed({ label, description = '', detail = '' }: Sought, value: string): boolean {
  const words = soughtWords(value);
  const row = plain([label, description, detail].join('\n'));
  return words.length > 0 && words.every((word) => startsWord(row, word));
}

/**
 * The items that have all words of `value`, in any order (VS Code's own lists search for the whole text): first those with
 * these words, then those with other forms of them. All items for an empty value.
 */
export function matching<T extends Sought>(items: readonly T[], value: string): readonly T[] {
  const words = soughtWords(value);
  const all = items.map((item) => ({ item, text: textOf(item) }));
  const roots = words.map(root);
  const isExact = (text: string): boolean => words.every((word) => startsWord(text, word));
  const exact = all.filter(({ text }) => isExact(text));
  const near = all.filter(({ text }) => !isExact(text) && roots.every((one) => startsWord(text, one)));
  return [...exact, ...near].map(({ item }) => item);
}

/** The items that have some of the words of `value` in any form: first those that have the most of them. */
export function withSome<T extends Sought>(items: readonly T[], value: string): readonly T[] {
  const roots = soughtWords(value).map(root);
  return items
    .map((item) => {
      const text = textOf(item);
      return { item, has: roots.filter((one) => startsWord(text, one)).length };
    })
    .filter(({ has }) => has > 0)
    .sort((a, b) => b.has - a.has)
    .map(({ item }) => item);
}

/** All that an item is found by: put together once, and not again with each key. */
const textOf = memoized(({ label, description = '', detail = '', text, keywords = [] }: Sought) =>
  plain([label, description, detail, text, ...keywords].join('\n')),
);
