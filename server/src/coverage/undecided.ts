/**
 * Finds what a text leaves open: “we will look at whether a job club could help”, “could a homework club help children
 * catch up?”. It may come to nothing, so cues there make no case. A pilot that is run to find something out is
 * different: it exists and is used. What the writers have no figures on counts as open, too: “we do not know how many
 * lonely people come”.
 */
import { words } from '../util/lists';
import { stemOf, type Words } from '../words/tokenize';

function stems(list: string): ReadonlySet<string> {
  return new Set(list.split(' ').map(stemOf));
}

/** Words for what is not known or not settled, before “whether”. */
const OPEN = stems(
  'look consider explore decide decision undecided know say clear unclear ask discuss discussion debate wonder doubt ' +
    'question sure unsure uncertain investigate examine assess determine review',
);
/** The same before “if”, which mostly begins a condition. */
const OPEN_IF = stems('ask wonder unsure unclear uncertain doubt question');
/** The most words between such a word and “whether”, or “if”. */
const WITHIN = 5;
const WITHIN_IF = 4;
/** What is offered to the reader exists: “ask if you need help”. */
const READER = new Set(['you', 'your', "you're", "you'd"]);
/** Words that begin a new statement after a comma. */
const GOES_ON = words('and but so which who where as because since although though while');
const TURNS = new Set(['but', 'because', 'although', 'though']);
const ASKS = new Set(['could', 'should', 'might', 'would']);

/** Words for the writers, who must stand before the denial: other people who “have no data” are in need. */
const WRITERS = words('we i council library libraries service services officers team authority there');
const WRITERS_WITHIN = 4;
const HOLD = words('have has had hold holds held keep keeps kept collect are is');
const FIGURES = stems('count figure data number record statistic evidence estimate survey information');
const FIGURES_WITHIN = 3;
const OF = words('of on about for that how to');
const NOT = new Set(['not', "don't", "didn't", "haven't", 'cannot', "can't", 'never']);
const KNOW = words('know say tell count counted measure measured record recorded ask asked');
const EXTENT = words('many much often far long');

/** Where the part begins that the writers have no figures on, if the word at `i` denies that they have any; else 0. */
function unknownFrom({ lower, stem, breakAfter }: Words, i: number, start: number): number {
  const word = lower[i]!;
  if (word !== 'no' && !NOT.has(word)) return 0;
  if (!lower.slice(Math.max(start, i - WRITERS_WITHIN), i).some((one) => WRITERS.has(one))) return 0;
  if (word !== 'no') {
    const known = KNOW.has(lower[i + 1] ?? '') && lower[i + 2] === 'how' && EXTENT.has(lower[i + 3] ?? '');
    return known && !breakAfter[i] && !breakAfter[i + 1] && !breakAfter[i + 2] ? i + 4 : 0;
  }
  if (!HOLD.has(lower[i - 1] ?? '')) return 0;
  for (let k = i + 1; k <= i + FIGURES_WITHIN && k < lower.length && !breakAfter[k]; k++)
    if (FIGURES.has(stem[k]!) && OF.has(lower[k + 1] ?? '')) return k + 2;
  return 0;
}

/** Marks the words that stand in what a text leaves open. Linear time. */
export function undecided(text: string, words: Words): Uint8Array {
  const { lower, stem, breakAfter } = words;
  const found = new Uint8Array(lower.length);
  const has = (set: ReadonlySet<string>, of: readonly string[], from: number, to: number) => {
    for (let k = from; k < to; k++) if (set.has(of[k]!)) return true;
    return false;
  };
  let start = 0;
  for (let i = 0; i < lower.length; i++) {
    const word = lower[i]!;
    const next = lower[i + 1] ?? '';
    const open =
      word === 'whether'
        ? has(OPEN, stem, Math.max(start, i - WITHIN), i)
        : word === 'if' && has(OPEN_IF, stem, Math.max(start, i - WITHIN_IF), i);
    const unknown = unknownFrom(words, i, start);
    if (unknown > 0) found.fill(1, i - 1, endOfClause(text, words, unknown));
    if (open && !breakAfter[i] && !READER.has(next)) found.fill(1, i + 1, endOfClause(text, words, i + 1));
    else if (i === start && ASKS.has(word) && !READER.has(next)) {
      const end = endOfSentence(words, i);
      if (text.startsWith('?', words.end[end - 1]!)) found.fill(1, i, end);
    }
    if (breakAfter[i]) start = i + 1;
  }
  return found;
}

function endOfClause(text: string, { lower, breakAfter, start, end }: Words, from: number): number {
  for (let k = from; k < lower.length; k++) {
    if (k > from && TURNS.has(lower[k]!)) return k;
    if (k > from && GOES_ON.has(lower[k]!) && text.slice(end[k - 1]!, start[k]!).includes(',')) return k;
    if (breakAfter[k]) return k + 1;
  }
  return lower.length;
}

function endOfSentence({ lower, breakAfter }: Words, from: number): number {
  let k = from;
  while (k < lower.length && !breakAfter[k]) k++;
  return Math.min(k + 1, lower.length);
}
