/**
 * Lists of any length. `push(...items)` and `Math.max(...numbers)` make an argument of each item, and the engine has
 * room for some hundred thousand: a long draft, folder or configuration has more.
 */

/** Adds all items to the end of a list. */
export function addAll<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}

/** Adds an item to the list that a map has for a key. */
export function addTo<K, T>(lists: Map<K, T[]>, key: K, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

/** The items by their keys, in the order in which these first occur. */
export function groupBy<K, T>(items: Iterable<T>, keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) addTo(groups, keyOf(item), item);
  return groups;
}

/** How often each item occurs. */
export function tally<T>(items: Iterable<T>): ReadonlyMap<T, number> {
  const times = new Map<T, number>();
  for (const item of items) times.set(item, (times.get(item) ?? 0) + 1);
  return times;
}

/** The greatest of the numbers and `floor`; without a floor, -Infinity where there are none. */
export function greatest(numbers: Iterable<number>, floor = Number.NEGATIVE_INFINITY): number {
  let most = floor;
  for (const number of numbers) if (number > most) most = number;
  return most;
}

/** The least of the numbers and `ceiling`; without a ceiling, Infinity where there are none. */
export function least(numbers: Iterable<number>, ceiling = Number.POSITIVE_INFINITY): number {
  let fewest = ceiling;
  for (const number of numbers) if (number < fewest) fewest = number;
  return fewest;
}

/** The words of a list that is written in one line. */
export function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
