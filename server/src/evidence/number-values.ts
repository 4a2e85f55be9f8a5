/** What numbers come to that are written in digits or in words. */
import { MAGNITUDES, SMALL, TENS } from './number-patterns';

export const YEAR = /^(?:1[5-9]|20)\d\d$/;

/** The number that digits or words come to; NaN where they come to none. */
export function numberOf(text: string): number {
  const lower = text
    .toLowerCase()
    .replace(/[£$€,]/g, ' ')
    .trim();
  const digits =
    /^(\d+(?:\s\d{3})*(?:\.\d+)?|\.\d+)\s*(million|billion|trillion|thousand|hundred|mn?|bn|k)?\b/.exec(
      lower,
    );
  if (digits) return Number(digits[1]!.replace(/\s/g, '')) * (MAGNITUDES[digits[2] ?? ''] ?? 1);
  let total = 0;
  let part = 0;
  let known = false;
  for (const word of lower.split(/[\s-]+/)) {
    const value = SMALL[word] ?? TENS[word];
    if (value !== undefined) part += value;
    else if (word === 'a' || word === 'an') part += part === 0 && !/\band\b|\bhalf\b/.test(lower) ? 1 : 0;
    else if (word === 'half') part += 0.5;
    else if (word === 'dozen') part = (part || 1) * 12;
    else if (word === 'hundred') part = (part || 1) * 100;
    else if (MAGNITUDES[word]) {
      total += (part || 1) * MAGNITUDES[word];
      part = 0;
    } else if (word !== 'and') continue;
    known = true;
  }
  return known ? total + part : Number.NaN;
}

/** "Four out of ten" as a part of one; what is in words alone ("a third") is not worked out: NaN. */
export function shareOf(text: string): number {
  const sides = sidesOf(text, /\s(?:in|of|out\s+of)\s/gi, /^/);
  return sides ? numberOf(sides[0]) / numberOf(sides[1]) : Number.NaN;
}

/**
 * What stands before and behind a word that joins them, without what may come after it: the first such word in a text
 * that else stands on one line.
 */
export function sidesOf(text: string, joins: RegExp, after: RegExp): readonly [string, string] | undefined {
  for (const { 0: words, index } of text.matchAll(joins)) {
    const before = text.slice(0, index).trimEnd();
    if (LINE_END.test(before)) return undefined;
    const behind = text
      .slice(index + words.length)
      .trimStart()
      .replace(after, '');
    if (!LINE_END.test(behind)) return [before, behind];
  }
  return undefined;
}

const LINE_END = /[\n\r\u2028\u2029]/;

/** What “dozens” and “thousands of” come to at least, more or less. */
export function vagueValue(text: string): number {
  const lower = text.toLowerCase();
  if (/billion/.test(lower)) return 2e9;
  if (/million/.test(lower)) return 2e6;
  if (/thousand/.test(lower))
    return /tens of/.test(lower) ? 20000 : /hundreds of/.test(lower) ? 200000 : 2000;
  if (/hundred/.test(lower)) return 200;
  return /dozen|score/.test(lower) ? 30 : 20;
}
