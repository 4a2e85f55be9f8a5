/** What a user may look for an item by: what its row says, and its text. */
export interface Sought {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly text: string;
}

/** Letters of a word that its other forms have: "lone" of lonely and loneliness, "isola" of isolated and isolation. */
function root(word: string): string {
  const { length } = word;
  const ending = length < 5 ? 0 : length < 6 ? 1 : length < 8 ? 2 : 3;
  return word.slice(0, length - ending);
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
  const holds = (forms: readonly string[], { label, description = '', detail = '', text }: T): boolean => {
    const all = `${label}\n${description}\n${detail}\n${text}`.toLowerCase();
    return forms.every((word) => all.includes(word));
  };
  const exact = items.filter((item) => holds(words, item));
  const roots = words.map(root);
  return [...exact, ...items.filter((item) => !exact.includes(item) && holds(roots, item))];
}
