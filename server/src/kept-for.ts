/**
 * A function of an object that never changes, whose results are kept for as long as the object: asked again, it gives the
 * same.
 */
export function keptFor<K extends object, T>(read: (key: K) => T): (key: K) => T {
  const kept = new WeakMap<K, { readonly value: T }>();
  return (key) => {
    let found = kept.get(key);
    if (!found) {
      found = { value: read(key) };
      kept.set(key, found);
    }
    return found.value;
  };
}

/** What a map has for a key; where it has nothing, that is made, and kept in it. */
export function kept<K, V extends NonNullable<unknown>>(
  map: { get(key: K): V | undefined; set(key: K, value: V): unknown },
  key: K,
  make: () => V,
): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
