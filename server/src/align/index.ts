import { diffArrays } from 'diff';
import { fillGaps } from './gaps';

/**
 * The most insertions and deletions that are searched for. Where sequences differ more, the part between their common
 * ends counts as replaced.
 */
const MOST_EDITS = 1_500;

/**
 * Aligns two sequences by a longest common subsequence (where they do not differ too much): for each element of `a` its
 * position in `b`, or -1. The positions rise.
 */
export function align(a: readonly string[], b: readonly string[]): Int32Array {
  const pairs = new Int32Array(a.length).fill(-1);
  let [from, other, to, end] = [0, 0, a.length, b.length];
  while (from < to && other < end && a[from] === b[other]) pairs[from++] = other++;
  while (from < to && other < end && a[to - 1] === b[end - 1]) pairs[--to] = --end;
  const changes = diffArrays(a.slice(from, to), b.slice(other, end), { maxEditLength: MOST_EDITS });
  for (const { added, removed, count } of changes ?? []) {
    if (!added && !removed) for (let at = 0; at < count; at++) pairs[from + at] = other + at;
    if (!added) from += count;
    if (!removed) other += count;
  }
  return pairs;
}

/**
 * Goes through two aligned sequences: calls back with each gap (`from` to `to` in the first, `other` to `end` in the
 * second) and the equal element after it, of which there is none at the end.
 */
export function eachChange(
  pairs: Int32Array,
  length: number,
  visit: (from: number, to: number, other: number, end: number) => void,
): void {
  for (let from = 0, other = 0; from <= pairs.length; ) {
    let to = from;
    while (to < pairs.length && pairs[to] === -1) to++;
    const end = pairs[to] ?? length;
    visit(from, to, other, end);
    [from, other] = [to + 1, end + 1];
  }
}

const WORDS = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|['’‐‑-](?=\p{L})|[.,](?=\p{N}))*|\s|./gsu;

/** Splits a text into words, white space and punctuation marks. */
export function wordsOf(text: string): string[] {
  return text.match(WORDS) ?? [];
}

/** A word for comparison: no-break spaces count as spaces. */
function compared(word: string): string {
  return /^\s$/u.test(word) && word !== '\n' ? ' ' : word;
}

/** Aligns the words first, and then what stands between them, as a space does not tell which word is which. */
function alignWords(a: readonly string[], b: readonly string[]): Int32Array {
  const words = (list: readonly string[]): number[] =>
    [...list.keys()].filter((at) => list[at] !== ' ' && list[at] !== '\n');
  const [inA, inB] = [words(a), words(b)];
  const found = align(
    inA.map((at) => a[at]!),
    inB.map((at) => b[at]!),
  );
  const pairs = new Int32Array(a.length).fill(-1);
  let [from, other] = [0, 0];
  const gap = (to: number, end: number): void => {
    for (const [at, pair] of align(a.slice(from, to), b.slice(other, end)).entries())
      if (pair !== -1) pairs[from + at] = other + pair;
  };
  for (const [at, pair] of found.entries()) {
    if (pair === -1) continue;
    const [to, end] = [inA[at]!, inB[pair]!];
    gap(to, end);
    pairs[to] = end;
    [from, other] = [to + 1, end + 1];
  }
  gap(a.length, b.length);
  return pairs;
}

/**
 * Aligns two texts word by word: for each UTF-16 code unit of `a` its position in `b`, or -1.
 *
 * @param cuts offsets in `b`, in order, at which words are divided: a word may consist of text on both sides of a
 *   change
 */
export function alignText(a: string, b: string, cuts: readonly number[] = []): Int32Array {
  const map = new Int32Array(a.length).fill(-1);
  if (a === b) return map.map((_, at) => at);
  const [inA, inB] = [wordsOf(a), cutAt(wordsOf(b), cuts)];
  const pairs = alignWords(inA.map(compared), inB.map(compared));
  const [startsA, startsB] = [startsOf(inA), startsOf(inB)];
  const put = (from: number, to: number, length: number): void => {
    for (let unit = 0; unit < length; unit++) map[from + unit] = to + unit;
  };
  for (const [at, word] of inA.entries())
    if (pairs[at] !== -1) put(startsA[at]!, startsB[pairs[at]!]!, word.length);
  // A note or the like in a word divides it in one text alone.
  fillGaps(pairs, inB.length, (from, to, other, end) => {
    const [start, first] = [startsA[from]!, startsB[other]!];
    const [inside, there] = [unitsIn(a, start, startsA[to]), unitsIn(b, first, startsB[end])];
    const isSame = inside.length === there.length && inside.every((at, one) => a[at] === b[there[one]!]);
    if (isSame) for (const [one, at] of inside.entries()) map[at] = there[one]!;
    return [];
  });
  if (cuts.length > 0) {
    fillGaps(pairs, inB.length, (from, to, other, end) => {
      let start = startsA[from]!;
      const whole = a.slice(start, startsA[to] ?? a.length);
      const parts = inB.slice(other, end);
      let made = madeOf(whole, parts);
      if (made.length === 0) {
        // A blank at an edge, such as the one in front of a note, may be in one of them alone.
        start += whole.length - whole.trimStart().length;
        made = madeOf(whole.trim(), parts);
      }
      for (const token of made) {
        const { length } = inB[other + token]!;
        put(start, startsB[other + token]!, length);
        start += length;
      }
      return [];
    });
  }
  return map;
}

/** The places of a stretch of a text that are of its words, and no object. */
function unitsIn(text: string, from: number, to = text.length): number[] {
  const all = Array.from({ length: to - from }, (_, at) => from + at);
  return all.filter((at) => !OBJECT.test(text[at]!));
}

/** What stands for a note or a picture. */
const OBJECT = /[\uFFFB\uFFFC]/;

function startsOf(words: readonly string[]): number[] {
  let start = 0;
  return words.map((word) => {
    start += word.length;
    return start - word.length;
  });
}

/** Divides words at offsets of their text, which are in order. */
function cutAt(words: readonly string[], cuts: readonly number[]): string[] {
  const out: string[] = [];
  let [start, next] = [0, 0];
  for (const word of words) {
    let from = 0;
    for (; next < cuts.length && cuts[next]! < start + word.length; next++) {
      const at = cuts[next]! - start;
      if (at > from) out.push(word.slice(from, at));
      from = Math.max(from, at);
    }
    out.push(word.slice(from));
    start += word.length;
  }
  return out;
}

/** Which of the parts, in order, make up a text; empty where there are too many to try. */
function madeOf(text: string, parts: readonly string[]): readonly number[] {
  if (text.length > 200 || parts.length > 60) return [];
  const failed = new Set<number>();
  const find = (part: number, at: number): readonly number[] | undefined => {
    if (at === text.length) return [];
    const tried = part * 256 + at;
    if (part === parts.length || failed.has(tried)) return undefined;
    const own = parts[part]!;
    const rest = text.startsWith(own, at) ? find(part + 1, at + own.length) : undefined;
    const found = rest === undefined ? find(part + 1, at) : [part, ...rest];
    if (found === undefined) failed.add(tried);
    return found;
  };
  return find(0, 0) ?? [];
}

/** The similarity of two texts by their words, from 0 to 1. */
export function likeness(a: string, b: string): number {
  const count = (text: string): Map<string, number> => {
    const words = new Map<string, number>();
    for (const word of text.match(/[\p{L}\p{N}]+/gu) ?? []) words.set(word, (words.get(word) ?? 0) + 1);
    return words;
  };
  const [one, two] = [count(a), count(b)];
  let common = 0;
  let all = 0;
  for (const [word, times] of one) {
    common += Math.min(times, two.get(word) ?? 0);
    all += times;
  }
  for (const times of two.values()) all += times;
  return all === 0 ? (a.trim() === b.trim() ? 1 : 0) : (2 * common) / all;
}
