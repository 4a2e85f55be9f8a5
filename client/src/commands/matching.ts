/** What a user may look for an item by: what its row says, and its text. */
export interface Sought {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly text: string;
}

/**
 * The items that have all words of `value` somewhere, in any order: VS Code's own lists look for them as one. All where
 * it is empty.
 */
export function matching<T extends Sought>(items: readonly T[], value: string): readonly T[] {
  const words = value
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return items.filter(({ label, description = '', detail = '', text }) => {
    const all = `${label}\n${description}\n${detail}\n${text}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
}
