import type { Path } from './types';

/** A step of a validator's pointer, in which some characters are written as others. */
export function stepOf(written: string): string {
  return decodeURIComponent(written).replaceAll('~1', '/').replaceAll('~0', '~');
}

/** The steps of a validator's pointer (`#/topics/0/id`) into a value. */
export function pathOf(pointer: string, value: unknown): Path {
  const path: (string | number)[] = [];
  let current = value;
  for (const raw of pointer.split('/').slice(1)) {
    const step = stepOf(raw);
    path.push(Array.isArray(current) ? Number(step) : step);
    current = (current as Record<string, unknown> | undefined)?.[step];
  }
  return path;
}

/** What stands at a path in a value. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, step) => (inner as Record<string, unknown> | undefined)?.[step], value);
}
