/** Replaces typed quotation marks and apostrophes with those printed in the United Kingdom. */

/** Characters before an opening mark: white space, brackets, dashes, and other opening marks. */
const OPENS_BEHIND = /[\s([{<‐-―/“‘-]/;
const SPACE = /\s/;
const WORD = /[A-Za-zÀ-ÖØ-ፚḀ-ỹ\d]/;
/** What has lost its beginning: ’90s, ’tis, rock ’n’ roll. */
const CUT_SHORT = /^(?:\d\ds|tis|twas|twere|til|em|n|cos)(?![A-Za-zÀ-ÖØ-ፚḀ-ỹ\d])/i;
const LONGEST_CUT = 6;

/**
 * A paragraph with “quotation marks” and apostrophes for "typed" ones; as long as before. Those behind a number that
 * close nothing are feet and inches, and stay.
 */
export function printedQuotes(text: string): string {
  if (!/["']/.test(text)) return text;
  const lastClosing = lastClosingOf(text);
  let last = { at: -2, sign: '' };
  let [isOpen, hasOpened] = [false, false];
  return text.replace(/["']/g, (typed, at: number) => {
    const before = last.at === at - 1 ? last.sign : (text[at - 1] ?? ' ');
    const next = text[at + 1] ?? ' ';
    const opens = OPENS_BEHIND.test(before) && !SPACE.test(next);
    let sign = typed;
    if (SPACE.test(before) && SPACE.test(next)) return typed;
    if (typed === '"') {
      if (opens || isOpen || !/\d/.test(before)) sign = opens ? '“' : '”';
      isOpen = opens;
    } else if (opens) {
      const isQuote = lastClosing > at && !CUT_SHORT.test(text.slice(at + 1, at + 1 + LONGEST_CUT));
      hasOpened ||= isQuote;
      sign = isQuote ? '‘' : '’';
    } else if (hasOpened || !/\d/.test(before) || WORD.test(next)) sign = '’';
    last = { at, sign };
    return sign;
  });
}

/** Where the last single mark is that may close what an earlier one has opened; -1 where none is. */
function lastClosingOf(text: string): number {
  for (let at = text.lastIndexOf("'"); at > 0; at = text.lastIndexOf("'", at - 1))
    if (!SPACE.test(text[at - 1]!) && !WORD.test(text[at + 1] ?? ' ')) return at;
  return -1;
}

/** The same sign for each, by which to compare texts of which one may have been printed; as long as before. */
export const typedQuotes = (text: string): string => text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
