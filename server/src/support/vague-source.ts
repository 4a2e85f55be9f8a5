/** Which words name a source that nobody can look up: “Studies show”, “The RNIB has said”. */
import { saidBy } from '../claims/features';
import type { Span } from '../draft';
import { mentionsIn } from '../evidence';
import { greatest, least } from '../util/lists';
import { type Words, wordsOf } from '../words/tokenize';

/** What is appealed to without a study or a body: “Evidence suggests”, “experts agree”, “the data are clear that”. */
const HEARSAY =
  /\b(?:evidence|experts?|figures|data|statistics|stats|numbers|estimates)\s(?:also\s|clearly\s|often\s|consistently\s)?(?:shows?|suggests?|says?|agrees?|tells?|indicates?|proves?|demonstrates?|finds?|confirms?)\b/i;
/** A name in brackets: “(Welsh Government)”. */
const IN_BRACKETS =
  /\(((?:the )?[A-Z][A-Za-z&’'.-]*(?: (?:(?:and|for|of|the|&) )?[A-Z][A-Za-z&’'.-]*){0,6})\)/;
/** Words before the name of a source that belong to it. */
const LEADS = new Set(
  'a an the another our its their this that some many most several recent new latest own national independent local academic separate further of for and by'.split(
    ' ',
  ),
);
/** The most words that a source has before the one by which it is recognised. */
const MOST = 7;

/**
 * The words that name the source of a sentence, counted in it; undefined where it names none.
 *
 * @param saying the sentence
 */
export function sourceNamedIn(saying: string): Span | undefined {
  const words = wordsOf(saying);
  const said = saidBy(words);
  const found = said && !isInterrupted(saying, words, said) ? phraseOf(saying, words, said) : undefined;
  const mentions = mentionsIn(saying)
    .filter(({ kind }) => kind === 'attribution' || kind === 'study')
    .map(({ span }) => span);
  const [first = found] = mentions;
  if (!first) return matched(HEARSAY.exec(saying)) ?? inBrackets(saying);
  // A study and what says so overlap: “The Reading Agency reports”.
  const all = [...mentions, ...(found ? [found] : [])].filter(
    ({ start, end }) => start <= first.end && end >= first.start,
  );
  return {
    start: least(all.map(({ start }) => start)),
    end: greatest(all.map(({ end }) => end)),
  };
}

interface Positions {
  readonly first: number;
  readonly last: number;
}

/** Whether a number or the end of a clause stands between two words: “in the survey, 40% of readers say”. */
const isInterrupted = (text: string, { start, end }: Words, { first, last }: Positions): boolean =>
  /[\d,;:]/.test(text.slice(start[first], end[last]));

/** The words from the beginning of a source’s name to the end of one: “The Ashby Trust has found”, “by Sport England”. */
function phraseOf(text: string, { form, lower, start, end }: Words, { first, last }: Positions): Span {
  const isName = (at: number): boolean => /^[A-Z]/.test(form[at] ?? '');
  const isApart = (at: number): boolean => !/^(?:[’']s?)? $/.test(text.slice(end[at], start[at + 1]));
  let from = first;
  while (
    from > 0 &&
    first - from < MOST &&
    !isApart(from - 1) &&
    (isName(from - 1) || LEADS.has(lower[from - 1]!))
  )
    from--;
  let to = last;
  while (to - last < MOST && isName(to + 1) && isName(to) && !isApart(to)) to++;
  return { start: start[from]!, end: end[to]! };
}

const matched = (match: RegExpExecArray | null): Span | undefined =>
  match ? { start: match.index, end: match.index + match[0].length } : undefined;

function inBrackets(text: string): Span | undefined {
  const match = IN_BRACKETS.exec(text);
  return match ? { start: match.index + 1, end: match.index + match[0].length - 1 } : undefined;
}
