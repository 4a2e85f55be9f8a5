/** What turns a case into evidence: a figure with its source, a quotation by a named person with a role, a source. */
import type { Passage } from '../draft/types';

export interface Proof {
  readonly why: 'figure' | 'quotation' | 'source';
  /** In the passage's prose. */
  readonly start: number;
  readonly end: number;
}

const NUMBER_WORDS = new Set(
  'two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion half third quarter dozen dozens'.split(
    ' ',
  ),
);
const MONTHS = new Set(
  'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday'.split(
    ' ',
  ),
);
const SOURCE_PHRASES = [
  'according to',
  'research by',
  'survey by',
  'a survey of',
  'study by',
  'report by',
  'evaluation by',
  'evaluated by',
  'figures from',
  'data from',
  'statistics from',
  'published by',
  'findings from',
  'research from',
  'evidence from',
  'source:',
  'analysis by',
  'report from',
  'an evaluation',
  'independent evaluation',
  'independent study',
  'census',
  'our survey',
  'annual survey',
  'user survey',
  'customer survey',
  'research shows',
  'research has shown',
  'research found',
  'study found',
  'survey found',
  'report found',
  'evaluation found',
  'evaluation shows',
  'ons',
  'cipfa',
  'office for national statistics',
  'participation survey',
  'taking part survey',
  'index of multiple deprivation',
];
const SAYING = new Set(
  'said says saying explained explains added adds commented comments told writes wrote recalls reports reported'.split(
    ' ',
  ),
);
const ROLES = new Set(
  'manager director officer librarian councillor cllr coun leader mayor chair chairman chairwoman convener chief executive president head teacher headteacher principal coordinator co-ordinator volunteer participant customer member user reader founder owner artist author poet minister mp professor dr trustee adviser assistant lead learner student resident mother father parent grandmother carer pensioner doctor nurse worker entrepreneur designer musician producer patron graduate pupil'.split(
    ' ',
  ),
);

const known = new WeakMap<Passage, readonly Proof[]>();

/** The proof in a passage, or nothing where what there is does not amount to any. */
export function proofOf(passage: Passage): readonly Proof[] {
  let proof = known.get(passage);
  if (!proof) {
    proof = read(passage);
    known.set(passage, proof);
  }
  return proof;
}

function read(passage: Passage): readonly Proof[] {
  const { text } = passage.prose;
  const source = sourceIn(passage);
  const quotation = quotationIn(text);
  const figures = source ? figuresIn(text) : [];
  if (source) return [...figures.slice(0, 3), source];
  return quotation ? [quotation] : [];
}

function sourceIn(passage: Passage): Proof | undefined {
  const { text } = passage.prose;
  const lower = text.toLowerCase();
  if (lower.length === text.length) {
    for (const phrase of SOURCE_PHRASES) {
      for (let at = lower.indexOf(phrase); at >= 0; at = lower.indexOf(phrase, at + 1)) {
        if (isLetter(lower.charCodeAt(at - 1)) || isLetter(lower.charCodeAt(at + phrase.length))) continue;
        return { why: 'source', start: at, end: at + phrase.length };
      }
    }
  }
  // "(ONS, 2023)": a year in brackets after a name.
  for (let open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
    const close = text.indexOf(')', open);
    if (close < 0) break;
    const inside = text.slice(open + 1, close);
    if (
      inside.length < 120 &&
      hasYear(inside) &&
      isCapital(inside.charCodeAt(0)) &&
      !MONTHS.has(firstWord(inside))
    ) {
      return { why: 'source', start: open, end: close + 1 };
    }
  }
  const figures = figuresIn(text);
  const link = passage.links.find((l) => /^https?:/i.test(l.url));
  if (link && figures.length > 0 && link.prose.end > link.prose.start) {
    return { why: 'source', start: link.prose.start, end: link.prose.end };
  }
  const [last] = figures.slice(-1);
  if (passage.footnotes.length > 0 && last) return { why: 'source', start: last.start, end: last.end };
  return undefined;
}

function figuresIn(text: string): Proof[] {
  const found: Proof[] = [];
  for (let i = 0; i < text.length; ) {
    if (!isLetter(text.charCodeAt(i)) && !isDigit(text.charCodeAt(i))) {
      i++;
      continue;
    }
    let end = i;
    while (
      end < text.length &&
      (isLetter(text.charCodeAt(end)) || isDigit(text.charCodeAt(end)) || isInside(text, end))
    )
      end++;
    const word = text.slice(i, end);
    const digits = isDigit(word.charCodeAt(0));
    if (
      digits
        ? !isYear(word) && /^[\d,.]+(?:[a-z%]{0,2}|bn|m|k)$/i.test(word)
        : NUMBER_WORDS.has(word.toLowerCase())
    ) {
      const start = '£$€'.includes(text[i - 1] ?? ' ') ? i - 1 : i;
      found.push({ why: 'figure', start, end: text[end] === '%' ? end + 1 : end });
    }
    i = Math.max(end, i + 1);
  }
  return found;
}

function quotationIn(text: string): Proof | undefined {
  const open = text.search(/["“]/);
  if (open < 0) return undefined;
  const rest = text.slice(open + 1);
  const closing = rest.search(/["”]/);
  const close = closing < 0 ? text.length : open + 1 + closing + 1;
  if (text.slice(open, close).split(/\s+/).length < 6) return undefined;
  const outside = `${text.slice(0, open)} ${text.slice(close)}`;
  const words = outside.split(/[^\p{L}\p{N}'’-]+/u).filter(Boolean);
  const lower = words.map((w) => w.toLowerCase());
  const says = lower.findIndex((w) => SAYING.has(w));
  const role = lower.some((w) => ROLES.has(w));
  const named = words.some(
    (w, i) => i > 0 && isCapital(w.charCodeAt(0)) && isCapital(words[i - 1]!.charCodeAt(0)),
  );
  return says >= 0 && role && named ? { why: 'quotation', start: open, end: close } : undefined;
}

function firstWord(text: string): string {
  return text.split(/\s/, 1)[0]!.toLowerCase();
}

function hasYear(text: string): boolean {
  return text.split(/[^0-9]+/).some(isYear);
}

function isYear(word: string): boolean {
  return /^(?:18|19|20)\d\d$/.test(word);
}

function isInside(text: string, at: number): boolean {
  const c = text[at];
  return (c === ',' || c === '.') && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1));
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code > 0xbf;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}
