/** The name of a language: "Welsh" for "cy", or the tag itself if it is unknown. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(['en-GB'], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** The sentence in place of a verdict on a text that is not in English. */
export function notJudged(tag: string, what = 'paper'): string {
  return `This ${what} is in ${languageName(tag)}, which is not judged for what it argues.`;
}
