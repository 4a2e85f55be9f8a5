/**
 * Splits a text into words, with their stems: what cues are matched on.
 *
 * A word is a run of letters and digits. A hyphen, slash or dash separates words; an apostrophe does not (a possessive
 * ending is dropped); "&" counts as the word "and". One pass, without regular expressions.
 */

import { copy } from '../text/copy';
import irregular from './irregular.json';
import { RecentTexts } from './recent-texts';
import { WordMemory } from './word-memory';

export interface Words {
  /** Offsets in the text, in UTF-16 code units. */
  readonly start: Uint32Array | readonly number[];
  readonly end: Uint32Array | readonly number[];
  readonly word: readonly Word[];
  /** The words as written, without possessive endings. */
  readonly form: readonly string[];
  /** The words in lower case. */
  readonly lower: readonly string[];
  readonly stem: readonly string[];
  /** Whether a sentence, or a clause that a cue may not cross, ends after the word. */
  readonly breakAfter: readonly boolean[];
}

/** Several rules ask for the words of the same passage, so those of recent texts are cached. */
const recent = new RecentTexts<Words>();

/** The words of a text. For recent texts, the same object each time. */
export function wordsOf(text: string): Words {
  return recent.get(text, () => read(text));
}

/** The words of a part of a text, which must not cut a word. */
export function wordsWithin(words: Words, from: number, to: number): Words {
  const first = firstFrom(words.start, from);
  const last = firstFrom(words.start, to);
  const moved = (offsets: ArrayLike<number>): number[] => {
    const of: number[] = [];
    for (let i = first; i < last; i++) of.push(offsets[i]! - from);
    return of;
  };
  return {
    start: moved(words.start),
    end: moved(words.end),
    word: words.word.slice(first, last),
    form: words.form.slice(first, last),
    lower: words.lower.slice(first, last),
    stem: words.stem.slice(first, last),
    breakAfter: words.breakAfter.slice(first, last),
  };
}

/** The position of the first offset that is not less than `offset`, in a rising list. */
function firstFrom(offsets: ArrayLike<number>, offset: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function read(text: string): Words {
  const start: number[] = [];
  const end: number[] = [];
  const all: Word[] = [];
  const form: string[] = [];
  const lower: string[] = [];
  const stem: string[] = [];
  const breakAfter: boolean[] = [];
  for (let i = 0; i < text.length; ) {
    const from = i;
    const code = text.charCodeAt(i);
    let word = 'and';
    if (isWordCode(code)) {
      i = wordEnd(text, i);
      word = withoutPossessive(text.slice(from, i));
    } else {
      i++;
      if (breakAfter.length > 0 && isBreak(code, codeAt(text, i))) breakAfter[breakAfter.length - 1] = true;
      if (code !== 38) continue;
    }
    const known = knownWord(word);
    start.push(from);
    end.push(i);
    all.push(known);
    form.push(known.form);
    lower.push(known.lower);
    stem.push(known.stem);
    breakAfter.push(false);
  }
  return { start, end, word: all, form, lower, stem, breakAfter };
}

/** Behind the end of a text, 0: the engine compiles a function again that has asked for a character there. */
function codeAt(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) : 0;
}

function wordEnd(text: string, start: number): number {
  let at = start + 1;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isWordCode(code)) continue;
    // “1,500” and “3.4” are one word.
    const isInNumber = (code === 44 || code === 46) && isDigit(text.charCodeAt(at - 1));
    const next = codeAt(text, at + 1);
    if (!(isApostrophe(code) ? isWordCode(next) : isInNumber && isDigit(next))) break;
  }
  return at;
}

function withoutPossessive(word: string): string {
  const isPossessive =
    word.length > 2 &&
    isApostrophe(word.charCodeAt(word.length - 2)) &&
    (word.endsWith('s') || word.endsWith('S'));
  const form = isPossessive ? word.slice(0, -2) : word;
  return form.includes('’') ? form.replaceAll('’', "'") : form;
}

/** Its number is that of no other word among the recent ones: see `perWord`. */
export interface Word {
  readonly number: number;
  readonly form: string;
  readonly lower: string;
  readonly stem: string;
}

/** Caches words, so that equal words of texts are one object. */
const known = new WordMemory<Word>(6000);
let count = 0;

function knownWord(word: string): Word {
  let found = known.get(word);
  if (!found) {
    const form = copy(word);
    const lower = form.toLowerCase();
    found = { number: count++, form, lower, stem: stemOf(lower) };
    known.set(form, found);
  }
  return found;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isWordCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7)
  );
}

function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019;
}

/**
 * Whether a character ends what a phrase may span: full stops, question and exclamation marks, semicolons, colons and
 * brackets.
 */
function isBreak(code: number, next: number): boolean {
  if (code === 46) return !isWordCode(next);
  return (
    code === 33 ||
    code === 63 ||
    code === 59 ||
    code === 58 ||
    code === 40 ||
    code === 41 ||
    code === 10 ||
    code === 124
  );
}

const IRREGULAR: Readonly<Record<string, string>> = Object.assign(Object.create(null), irregular);

/**
 * The word without its inflection (plural, -ed, -ing, silent e). Not a dictionary form, only the same for all
 * inflections of a word. Derivations (lonely, loneliness) have different stems.
 */
export function stemOf(word: string): string {
  const irregular = IRREGULAR[word];
  if (irregular !== undefined) return irregular;
  if (word.length < 4) return word;
  let w = word;
  if (w.endsWith('s')) {
    if (w.endsWith('ies') && w.length > 4) return `${w.slice(0, -3)}y`;
    if (w.endsWith('sses') || w.endsWith('ches') || w.endsWith('shes') || w.endsWith('xes'))
      w = w.slice(0, -2);
    else if (!w.endsWith('ss') && !w.endsWith('us') && !w.endsWith('is')) w = w.slice(0, -1);
  }
  if (w.endsWith('ing') && w.length > 4 && hasVowel(w, w.length - 3)) return base(w.slice(0, -3));
  if (w.endsWith('ied') && w.length > 4) return `${w.slice(0, -3)}y`;
  if (w.endsWith('ed') && w.length > 3 && !w.endsWith('eed') && hasVowel(w, w.length - 2))
    return base(w.slice(0, -2));
  return w.length > 4 && w.endsWith('e') ? w.slice(0, -1) : w;
}

/** The stem of a word whose -ed or -ing was removed: "lend", "run" (from "runn"), "code" (from "cod"), "provid". */
function base(word: string): string {
  const n = word.length;
  const last = word[n - 1]!;
  if (n > 3 && last === word[n - 2] && !'lsz'.includes(last)) return word.slice(0, -1);
  const short = n === 2 || (n === 3 && isVowel(word[1]!) && !isVowel(word[0]!));
  if (short && !isVowel(last) && !'wxy'.includes(last)) return `${word}e`;
  return n > 4 && last === 'e' ? word.slice(0, -1) : word;
}

function isVowel(letter: string): boolean {
  return 'aeiouy'.includes(letter);
}

function hasVowel(word: string, before: number): boolean {
  for (let i = 0; i < before; i++) {
    if (isVowel(word[i]!)) return true;
  }
  return false;
}
