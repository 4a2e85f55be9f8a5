/** Memoizes a function of an immutable object. A result is computed once, and is freed with its object (WeakMap). */
export function memoized<K extends object, T>(read: (key: K) => T): (key: K) => T {
  const results = new WeakMap<K, { readonly value: T }>();
  return (key) => {
    let found = results.get(key);
    if (!found) {
      found = { value: read(key) };
      results.set(key, found);
    }
    return found.value;
  };
}

/** Returns the value that a map has for a key; where it has none, makes one and stores it under the key. */
export function getOrInsert<K, V extends NonNullable<unknown>>(
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
