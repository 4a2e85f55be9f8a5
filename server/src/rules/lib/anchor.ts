import type { Draft, Span } from '../../draft';
import { headings } from '../../draft/headings';

/**
 * Where to report what concerns a draft as a whole: the value of the first of `keys` that its front matter has,
 * else its title, else its first line. One short place, so that the text itself stays clean.
 */
export function anchorOf(draft: Draft, keys: readonly string[]): Span {
  for (const key of keys) {
    const place = draft.frontMatter.places.get(key);
    if (place) return place.value.start < place.value.end ? place.value : place.key;
  }
  return titleOf(draft);
}

/** The title of a draft, else its first line. */
export function titleOf(draft: Draft): Span {
  const [first] = headings(draft);
  if (first) return first.span;
  const start = draft.blocks[0]?.start ?? draft.frontMatter.span?.start ?? 0;
  const line = /^[^\r\n]*/.exec(draft.source.slice(start, start + 500));
  return { start, end: start + (line?.[0].length ?? 0) };
}

/** Where `word` stands in the value of a key of the front matter, else the whole value; undefined without the key. */
export function placeInValue(draft: Draft, key: string, word: string): Span | undefined {
  const place = draft.frontMatter.places.get(key);
  if (!place) return undefined;
  const { start, end } = place.value.start < place.value.end ? place.value : place.key;
  const value = draft.source.slice(start, end);
  for (let at = value.indexOf(word); at !== -1; at = value.indexOf(word, at + 1)) {
    const whole = !/[\w-]/.test(value[at - 1] ?? '') && !/[\w-]/.test(value[at + word.length] ?? '');
    if (whole) return { start: start + at, end: start + at + word.length };
  }
  return { start, end };
}
