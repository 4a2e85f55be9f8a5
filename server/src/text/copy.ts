/** Copies a string, as engines let a part of a text keep the whole of it in memory. */
export function copy(text: string): string {
  return ` ${text}`.slice(1);
}
