/** The most characters of a source that a fix quotes. */
const EXCERPT = 70;

/** The beginning of a source, as the title of a fix quotes it. */
export function beginning(text: string): string {
  return text.length > EXCERPT
    ? `${text
        .slice(0, EXCERPT)
        .replace(/\s\S*$/, '')
        .replace(/[,;:]$/, '')}…`
    : text;
}
