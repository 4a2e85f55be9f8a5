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
