/** Whether a word of a text begins with `beginning`. */
export function startsWord(text: string, beginning: string): boolean {
  for (let at = text.indexOf(beginning); at !== -1; at = text.indexOf(beginning, at + 1)) {
    if (!/[A-Za-zÀ-ÖØ-ፚḀ-ỹ\d]/u.test(text[at - 1] ?? ' ')) return true;
  }
  return false;
}
