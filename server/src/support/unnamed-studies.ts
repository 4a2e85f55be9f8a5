/** Whether a sentence rests on research of which it says nothing at all: “A recent study found”, “studies show”. */
import { wordsOf } from '../words/tokenize';

const RESEARCH = new Set(
  'research study studies survey surveys poll polls report reports evidence statistics experts'.split(' '),
);
/** Most sentences have none of these words, and are not read word by word. */
const SOME_RESEARCH = new RegExp([...RESEARCH].join('|'), 'i');
const SAYS = new Set(
  'show shows shown showed find finds found suggest suggests suggested prove proves proved proven demonstrate demonstrates demonstrated indicate indicates indicated say says estimate estimates estimated confirm confirms confirmed'.split(
    ' ',
  ),
);
const BEFORE_SAYS = new Set('has have also now consistently clearly repeatedly'.split(' '));
const MOST_BEFORE_SAYS = 2;
/** What may stand before the noun, and says nothing of whose it is. */
const QUALITIES = new Set(
  'recent new national leading major independent academic international uk scientific further growing other latest'.split(
    ' ',
  ),
);
/** What makes it one of many. Behind “the” or “their” it was named before. */
const INDEFINITE = new Set('a an one another some several many most numerous'.split(' '));
/** Nouns that need no such word, as they are of many by themselves. */
const OF_MANY = new Set('research studies surveys polls reports evidence statistics experts'.split(' '));
/** What may stand before “studies show” inside a sentence. */
const JOINTS = new Set('and but as because since that although while where when so yet'.split(' '));

/**
 * A name, an abbreviation, a year or an address, which would lead a reader on; or the author’s own. The first word has a
 * capital anyway.
 */
const LEADS_ON = /(?<!^\W{0,3})(?:[A-Z][a-z]{2}|[A-Z]{2}|\b(?:19|20)\d\d\b|https?:|\bour\b)/;
const NEXT_SENTENCE = /^[^.?!]{0,300}/;

/**
 * Whether a sentence appeals to research and neither it nor the next names anything by which it could be found. Of 55 such
 * sentences in drafts with marks, editors asked of 53 which research that is.
 *
 * @param behind the text behind the sentence
 */
export function restsOnUnnamedStudy(saying: string, behind: string): boolean {
  if (
    !SOME_RESEARCH.test(saying) ||
    LEADS_ON.test(saying) ||
    LEADS_ON.test(NEXT_SENTENCE.exec(behind.trimStart())![0])
  )
    return false;
  const { lower, start, end } = wordsOf(saying);
  return lower.some((word, at) => {
    if (!RESEARCH.has(word)) return false;
    let first = at;
    while (first > 0 && QUALITIES.has(lower[first - 1]!)) first--;
    const before = lower[first - 1];
    const isOneOfMany = before !== undefined && INDEFINITE.has(before);
    if (isOneOfMany) first--;
    if (lower[first - 1] === 'to' && lower[first - 2] === 'according') return isOneOfMany || first < at;
    const isBegun =
      before === undefined ||
      JOINTS.has(before) ||
      /[,;:–—]/.test(saying.slice(end[first - 1], start[first]));
    if (!isOneOfMany && !(isBegun && OF_MANY.has(word))) return false;
    let next = at + 1;
    while (next - at <= MOST_BEFORE_SAYS && BEFORE_SAYS.has(lower[next]!)) next++;
    return SAYS.has(lower[next]!);
  });
}
