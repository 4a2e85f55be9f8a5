import { type Draft, headings, isDirective, type Span } from '../../draft';

/**
 * Where to report findings on a draft as a whole: the kind in its front matter, or else its title, or else its
 * first line. A short span, so that the text is not underlined.
 */
export function kindOrTitle(draft: Draft): Span {
  const place = draft.frontMatter.places.get('kind');
  if (!place) return titleOf(draft);
  return place.value.start < place.value.end ? place.value : place.key;
}

/** The span of the title of a draft, or else of its first line. */
export function titleOf(draft: Draft): Span {
  const [first] = headings(draft);
  if (first) return first.span;
  // What silences a rule from the next line on stands before the words that the finding is on.
  const said = draft.blocks.find(({ block }) => !isDirective(block)) ?? draft.blocks[0];
  const start = said?.start ?? draft.frontMatter.span?.start ?? 0;
  const line = /^[^\r\n]*/.exec(draft.source.slice(start, start + 500));
  return { start, end: start + (line?.[0].length ?? 0) };
}

/**
 * The span of `word` in the value of a front matter key; the whole value where it does not stand there; undefined
 * without the key.
 */
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
