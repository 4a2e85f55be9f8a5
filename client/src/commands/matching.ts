import { startsWord } from '../../../server/src/starts-word';

/** What a user may look for an item by: what its row says, and its text. */
export interface Sought {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly text: string;
}

const ENDINGS = 'iness ness ations ation ated ating ings ing ely ies ed es ly y s'.split(' ');
/** Fewer letters stand at the beginning of too many words. */
const LEAST = 4;

/** What the forms of a word begin with: "isol" of isolated and isolation, "lone" of lonely, "lonel" of loneliness. */
function root(word: string): string {
  const ending = ENDINGS.find((one) => word.endsWith(one) && word.length - one.length >= LEAST);
  return ending === undefined ? word : word.slice(0, -ending.length);
}

/**
 * The items that have all words of `value` somewhere, in any order: VS Code's own lists look for them as one. Behind
 * those that have them as they are stand those that have other forms of them. All where it is empty.
 */
export function matching<T extends Sought>(items: readonly T[], value: string): readonly T[] {
  const words = value
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const all = items.map((item) => {
    const { label, description = '', detail = '', text } = item;
    return { item, told: `${label}\n${description}\n${detail}\n${text}`.toLowerCase() };
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
