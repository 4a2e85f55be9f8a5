/** A text on one line: white space of any kind is one space, and none stands at its ends. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A text of at most so many letters, which says with its last one where it was cut. */
export function shortened(text: string, most: number): string {
  // No half of a letter that takes two units of UTF-16.
  return text.length > most
    ? `${text
        .slice(0, most - 1)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trimEnd()}…`
    : text;
}
