/** Finds where an old name is right, as a publication that is cited came out under it. */

/**
 * Up to the date on which somebody looked at a page, which tells nothing of when it came out. It may be a sentence of its
 * own.
 */
const ACCESSED =
  /^(?:(?!\.\s)[^;]){0,200}(?:\.\s)?\(?(?:last\s)?(?:accessed|retrieved|viewed|consulted|seen|checked)\b[^.;]{0,30}\b20\d\d\b/i;
const PUBLICATION =
  '(?:report|study|review|guide|guidance|paper|survey|evaluation|research|strategy|toolkit)';
const OPENS = '(?:\\*(?!\\*)|_|[“"])\\p{Lu}';
/** “’s report on parks, *State of UK Public Parks*”, “published *Libraries Deliver*” */
const ITS_TITLE = new RegExp(
  `^(?:[’']s)?(?:,|\\s\\([A-Z]{2,6}\\),?)?\\s(?:(?:had\\s|has\\s)?(?:brought\\sout|published|issued|released)\\s|(?:[a-z-]{1,20}\\s){0,2}${PUBLICATION}(?:\\s(?:on|of|about|into)\\s(?:[a-z-]{1,20}\\s){0,3}[a-z-]{1,20})?,?\\s(?:called\\s|entitled\\s)?)?${OPENS}`,
  'u',
);
/** “*Libraries Deliver* by the ” */
const TITLE_BY = /\p{L}(?:\*|_|[”"]),?\s(?:\((?:19|20)\d\d\),?\s)?(?:by|of|from)\s(?:the\s)?$/u;

/**
 * Whether a name is that of whose publication is cited.
 *
 * @param before the source before it, and `behind` that behind it, as far as the sentence goes
 * @param rest the text behind it, in which a date of access may stand
 */
export const isCited = (before: string, behind: string, rest: string): boolean =>
  ITS_TITLE.test(behind) || TITLE_BY.test(before) || ACCESSED.test(rest);

/** How much text before and behind a name is looked at, in characters. */
export const REACH = 120;
