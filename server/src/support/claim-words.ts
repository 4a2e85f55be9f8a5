/** The words of a claim that are marked and quoted, so that a reader sees at once what is meant. */
import type { Span } from '../draft';

/** Text around a place inside a word or a figure (“2025/26”, “12.5”): from the character before it on, and up to it. */
const GOES_ON = /^[A-Za-zÀ-ÖØ-ፚḀ-ỹ\d](?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ\d%]|[-/][A-Za-zÀ-ÖØ-ፚḀ-ỹ\d]|[.,:–]\d)/u;
const BEGAN = /^(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ\d][-/]|\d[.,:–])[A-Za-zÀ-ÖØ-ፚḀ-ỹ\d]$/u;
/** How far a span is extended at most, in characters. */
const LONGEST_WORD = 30;

function isInside(text: string, at: number): boolean {
  return at > 0 && (GOES_ON.test(text.slice(at - 1, at + 2)) || BEGAN.test(text.slice(at - 2, at + 1)));
}

/** The span, extended so that it neither begins nor ends inside a word or figure: “2025” becomes “2025/26”. */
export function wholeWords(text: string, { start, end }: Span): Span {
  const first = Math.max(0, start - LONGEST_WORD);
  const last = Math.min(text.length, end + LONGEST_WORD);
  while (start > first && isInside(text, start)) start--;
  while (end < last && isInside(text, end)) end++;
  return { start, end };
}

/** Words that need others behind them: a quotation does not end with one. */
const LEADS_ON = new Set(
  'a about and are as at be between by for from get gets got had has have in into is its of on or our over per than that the their to under was we were when where which who whose will with'.split(
    ' ',
  ),
);

/** The span of a clause without the word that joins it to the one before, or that says who speaks (“said: “”). */
export function withoutJoint(text: string, { start, end }: Span): Span {
  const joint =
    /^(?:(?:and|because|but|or|so|that(?!\s(?:is|was|makes|means)\s)|which|while)\s+|(?:said|says|added|adds|explained),?:?\s*["“‘'])/i.exec(
      text.slice(start, end),
    )?.[0].length ?? 0;
  return { start: start + joint, end };
}

const MOST_WORDS = 10;

/** Words as `firstWords` quotes them, without the sign that there are more. */
export const withoutEllipsis = (quoted: string): string =>
  quoted.endsWith(' …') ? quoted.slice(0, -2) : quoted;

/** The first ten words of a clause at most, without the punctuation at its end; “…” shows that there are more. */
export function firstWords(clause: string): string {
  const words = clause.trim().split(/\s+/);
  const isAll = words.length <= MOST_WORDS;
  const quoted = (isAll ? words : withoutLead(words.slice(0, MOST_WORDS)))
    .join(' ')
    .replace(/(?<![.,;:!?])[.,;:!?]{1,5}$/, '');
  return isAll ? quoted : `${quoted} …`;
}

/** Without the words at the end that need others behind them. */
function withoutLead(words: readonly string[]): readonly string[] {
  return words.slice(0, words.findLastIndex((word) => !LEADS_ON.has(word.toLowerCase())) + 1);
}

/**
 * A figure with the words behind it that show what it counts: all up to the next punctuation mark where there are few,
 * or else the first ones.
 *
 * @param text begins with the figure, and may go on in other cells, each on a line
 * @param length of the figure
 */
export function withWordsBehind(text: string, length: number): string {
  const cell = text.slice(length, length + 100).split('\n', 1)[0]!;
  const behind =
    /^(?: +[A-Za-zÀ-ÖØ-ፚḀ-ỹ\d](?:(?:[’'/–-]|[.,](?=\d))?[A-Za-zÀ-ÖØ-ፚḀ-ỹ\d])*%?){1,8}/u.exec(cell)?.[0] ?? '';
  const rest = cell.slice(behind.length);
  // “£4 for every £1” is one figure.
  const pound = /(?: for (?:every|each)| per)$/.test(behind) ? /^ +[£€$]\d+/.exec(rest)?.[0] : undefined;
  if (pound !== undefined) return `${text.slice(0, length)}${behind}${pound}`.replace(/\s+/g, ' ');
  const goesOn = /^ +[A-Za-zÀ-ÖØ-ፚḀ-ỹ\d]/u.test(rest);
  const all = behind.split(/ +/).slice(1);
  const clause = withoutNext(all, rest);
  const words = rest.startsWith(' ') ? withoutLead(goesOn ? all.slice(0, 3) : clause) : clause;
  const figure = text.slice(0, length).replace(/\s+/g, ' ');
  return [figure, ...words, ...(goesOn ? ['…'] : [])].join(' ');
}

/** Without an “and” or “since” at the end, and the verb behind it where a sum follows (“400 jobs and put £6 million”). */
function withoutNext(words: readonly string[], rest: string): readonly string[] {
  const joint = words.findLastIndex((word) => /^(?:and|but|or|since)$/i.test(word));
  const last = words.length - (/^ +[£€$]/.test(rest) ? 2 : 1);
  return joint !== -1 && joint >= last ? words.slice(0, joint) : words;
}
