/**
 * What a text leaves open: “we will look at whether a job club could help”, “could a homework club help children catch
 * up?”. It may come to nothing, so words on it make no case. A pilot that is run to find something out is another
 * matter: it is there, and somebody uses it.
 */
import { stemOf, type Words } from '../words/words';

/** What is not known or not settled, in the words before “whether”. */
const OPEN = new Set(
  (
    'look consider explore decide decision undecided know say clear unclear ask discuss discussion debate wonder doubt ' +
    'question sure unsure uncertain investigate examine assess determine review'
  )
    .split(' ')
    .map(stemOf),
);
/** The same before “if”, which is mostly a condition. */
const OPEN_IF = new Set('ask wonder unsure unclear uncertain doubt question'.split(' ').map(stemOf));
/** How many words before “whether” one of them may stand, and before “if”. */
const WITHIN = 5;
const WITHIN_IF = 4;
/** What is offered to the reader is there: “ask if you need help”. */
const READER = new Set(['you', 'your', "you're", "you'd"]);
/** After a comma these begin what is said for itself. */
const GOES_ON = new Set([
  'and',
  'but',
  'so',
  'which',
  'who',
  'where',
  'as',
  'because',
  'since',
  'although',
  'though',
  'while',
]);
const TURNS = new Set(['but', 'because', 'although', 'though']);
const ASKS = new Set(['could', 'should', 'might', 'would']);

/** For each word whether it stands in what a text leaves open. In linear time. */
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
