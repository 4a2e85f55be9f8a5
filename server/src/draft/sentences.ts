import { words } from '../util/lists';
import type { Span } from './types';

/** Abbreviations whose full stop never ends a sentence. */
const GO_ON = words(
  'mr mrs ms mx dr prof rev hon rt st cllr messrs lt col sgt eg e.g ie i.e cf vs viz approx dept assoc tel incl excl ed eds',
);
/** Abbreviations of which this holds only with a capital letter: "the cat sat." ends a sentence. */
const GO_ON_IN_CAPITALS = words(
  'Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri Sat Sun Gen',
);
/** Words that are abbreviations only before a number. */
const GO_ON_BEFORE_NUMBERS = words(
  'no nos fig figs para paras p pp vol vols ch sec ref refs art app max min est ext',
);

/** Words that may be followed by a letter as a number: "set out in Appendix C." */
const LETTERED = /\b(?:Appendix|Annexe?|Schedule|Option|Section|Part|Table|Figure|Phase|Block|Lot)\s$/i;

/**
 * The sentences of prose, without the space between them. A line end in the text ends a sentence too.
 *
 * A full stop after an abbreviation, an initial or a number in a list, or before a small letter, ends none.
 */
export function sentences(text: string): Span[] {
  const found: Span[] = [];
  let start = skipSpace(text, 0);
  let at = start;
  while (at < text.length) {
    const char = text[at]!;
    if (char === '\n') {
      push(found, text, start, at);
      start = skipSpace(text, at + 1);
      at = start;
    } else if (char === '.' || char === '!' || char === '?' || char === '…') {
      const end = closing(text, at);
      const next = skipSpace(text, end);
      if (next > end && next < text.length && ends(text, start, at, next)) {
        push(found, text, start, end);
        start = next;
      }
      at = Math.max(end, at + 1);
    } else {
      at++;
    }
  }
  push(found, text, start, text.length);
  return found;
}

function push(found: Span[], text: string, start: number, end: number): void {
  let last = end;
  while (last > start && isSpace(text.charCodeAt(last - 1))) last--;
  if (last > start) found.push({ start, end: last });
}

/** The end of the marks that close a sentence: more full stops, quotation marks, brackets. */
function closing(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && '.!?…\'"’”)]»'.includes(text[end]!)) end++;
  return end;
}

function ends(text: string, start: number, at: number, next: number): boolean {
  let opening = next;
  while (opening < text.length && '\'"‘“([«'.includes(text[opening]!)) opening++;
  const follows = text[opening] ?? '';
  const small = follows !== follows.toUpperCase();
  const mark = text[at]!;
  if (mark === '!' || mark === '?') return !small;
  if (mark === '…' || text[at + 1] === '.') return !small;
  if (small) return false;
  let from = at;
  while (from > start && !isSpace(text.charCodeAt(from - 1)) && at - from < 20) from--;
  const word = text.slice(from, at).replace(/^[^A-Za-zÀ-ÖØ-ፚḀ-ỹ\d]+/u, '');
  const lower = word.toLowerCase();
  if (GO_ON.has(lower) || GO_ON_IN_CAPITALS.has(word)) return false;
  if (GO_ON_BEFORE_NUMBERS.has(lower)) return !/\d/u.test(follows);
  // Initials, and the numbers of list items at the start of the text.
  if (/^\p{Lu}$/u.test(word) && word !== 'I')
    return LETTERED.test(text.slice(Math.max(start, from - 10), from));
  if (/^(?:\p{Lu}\.)+\p{Lu}$/u.test(word)) return true;
  return !(from === start && /^\d{1,3}$/u.test(word));
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at)) && text[at] !== '\n') at++;
  return at;
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x202f || code === 0x2009;
}
