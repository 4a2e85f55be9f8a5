import { startsWord } from '../../../server/src/words/starts-word';

/** What a user may look for an item by: what its row says, its text, and words that stand in neither. */
export interface Sought {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly text: string;
  readonly keywords?: readonly string[];
}

/** Words that hold others together: nobody looks for them, and what is looked for may be said without them. */
const LITTLE = new Set(
  'a about an and are as at by for from how in into is it its many of on or our per than that the their they this to us was we were what when which who why with'.split(
    ' ',
  ),
);

const ENDINGS = 'iness ness ations ation ated ating ate ings ing ely ies ed es ly e y s'.split(' ');
/** Fewer letters stand at the beginning of too many words. */
const LEAST = 4;

/** What the forms of a word begin with: "isol" of isolated and isolation, "lone" of lonely, "lonel" of loneliness. */
function root(word: string): string {
  const ending = ENDINGS.find((one) => word.endsWith(one) && word.length - one.length >= LEAST);
  return ending === undefined ? word : word.slice(0, -ending.length);
}

/** So that “wifi” is found in Wi-Fi and “ebooks” in e-books, and an apostrophe is one however it is typed. */
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

/**
 * The items that have all words of `value` somewhere, in any order: VS Code's own lists look for them as one. Behind
 * those that have them as they are stand those that have other forms of them. All where it is empty.
 */
export function matching<T extends Sought>(items: readonly T[], value: string): readonly T[] {
  const words = soughtWords(value);
  const all = items.map((item) => {
    const { label, description = '', detail = '', text, keywords = [] } = item;
    return { item, told: plain([label, description, detail, text, ...keywords].join('\n')) };
  });
  const roots = words.map(root);
  const exact = all.filter(({ told }) => words.every((word) => told.includes(word)));
  const near = all.filter(
    ({ told }) =>
      !words.every((word) => told.includes(word)) &&
      words.every((word, at) => told.includes(word) || startsWord(told, roots[at]!)),
  );
  return [...exact, ...near].map(({ item }) => item);
}
