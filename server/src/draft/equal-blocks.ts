import type { Block } from './types';

/** Whether two blocks are equal, with everything in them, positions and data too. Works at any depth of nesting. */
export function isSame(one: Block, other: Block): boolean {
  if (one.text !== other.text) return false;
  const rest: [unknown, unknown][] = [
    [one.node, other.node],
    [one.review, other.review],
  ];
  for (let pair = rest.pop(); pair !== undefined; pair = rest.pop()) {
    const [left, right] = pair;
    if (Object.is(left, right)) continue;
    if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null)
      return false;
    const keys = Object.keys(left);
    if (keys.length !== Object.keys(right).length) return false;
    for (const key of keys) {
      if (!Object.hasOwn(right, key)) return false;
      rest.push([(left as Record<string, unknown>)[key], (right as Record<string, unknown>)[key]]);
    }
  }
  return true;
}
