/** Finds places that are still to be filled in. */
import { memoized } from '../../util/memoize';
import { firstWhere } from '../binary-search';
import type { Span } from '../types';
import { KINDS } from './kinds';
import { quotationsIn } from './quotations';
import type { Found, Kind, Surroundings, Unfilled } from './types';
import { MARK } from './vocabulary';

export { CITED, isEditorial, isInstruction } from './brackets';
export { KINDS } from './kinds';
export { quotationsIn } from './quotations';
export type { Lack, Surroundings, Unfilled } from './types';
export { HIDDEN, hasInsert, MARK } from './vocabulary';

/** Matches every text with a place to fill in that may be anywhere, of any kind. */
const SIGN = new RegExp(
  [...new Set(KINDS.filter(({ where }) => where === undefined).map(({ sign }) => sign.source))].join('|'),
);

/** Whether a text may have a place to fill in: `unfilledIn` takes longer. */
export function mayBeUnfilled(text: string): boolean {
  return SIGN.test(text);
}

const NONE: readonly Unfilled[] = [];

/**
 * Finds the places to fill in of a text ("[date]", "TBC", "£XX", "EqIA to follow"), in order, joined if they touch.
 * `sure` is false for those that may be something else.
 *
 * @param text as readers see it, with `MARK` for marks of Markdown and `HIDDEN` for anything that is not text
 */
export function unfilledIn(text: string, place: Surroundings = {}): readonly Unfilled[] {
  if (place.alone === undefined && !mayBeUnfilled(text)) return NONE;
  let quotations: readonly Span[] | undefined;
  const isQuoted = (at: number): boolean => {
    if (place.quoted) return true;
    quotations ??= quotationsIn(text);
    const next = firstWhere(quotations, ({ end }) => end > at);
    return (quotations[next]?.start ?? at) < at;
  };
  const found: Unfilled[] = [];
  let sign: RegExp | undefined;
  let hasSign = false;
  for (const kind of KINDS) {
    if (!standsIn(kind, place)) continue;
    // Kinds with the same sign are neighbours, so each sign is tested once.
    if (kind.sign !== sign) {
      sign = kind.sign;
      hasSign = sign.test(text);
    }
    if (!hasSign) continue;
    for (const { 0: words, index: start } of text.matchAll(looksOf(kind))) {
      const end = start + words.length;
      const at: Found = { words, text, start, end, place, quoted: () => isQuoted(start) };
      const verdict = kind.judge ? kind.judge(at) : true;
      if (verdict === false) continue;
      const span = trimmed(text, kind.extent?.(text, at) ?? at);
      if (span.start < span.end) found.push({ ...span, kind, sure: verdict === true });
    }
  }
  return joined(text, found);
}

const looksOf = memoized((kind: Kind) => kind.looks());

function standsIn({ where }: Kind, { alone }: Surroundings): boolean {
  return where === undefined || where === alone || (where === 'alone' && alone !== undefined);
}

/** A span without the spaces and marks at its ends. */
function trimmed(text: string, { start, end }: Span): Span {
  let from = start;
  while (from < end && isBlank(text[from]!)) from++;
  let to = end;
  while (to > from && isBlank(text[to - 1]!)) to--;
  return { start: from, end: to };
}

const isBlank = (char: string): boolean => char === MARK || /\s/.test(char);

/** Joins places that overlap or touch. The result is in order, with the kind that comes first in `KINDS`. */
function joined(text: string, found: readonly Unfilled[]): readonly Unfilled[] {
  if (found.length < 2) return found;
  const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
  const all: Unfilled[] = [];
  for (const one of sorted) {
    const last = all.at(-1);
    if (last && (one.start < last.end || touches(text, last, one))) {
      const first = KINDS.indexOf(one.kind) < KINDS.indexOf(last.kind) && one.start < last.end ? one : last;
      all[all.length - 1] = {
        start: last.start,
        end: Math.max(last.end, one.end),
        kind: first.kind,
        sure: last.sure || one.sure,
      };
    } else all.push(one);
  }
  return all;
}

const BETWEEN = new RegExp(`^[ \\t${MARK}]*$`);

/** Whether two places touch. Placeholders of a template never do, because they are filled in one by one. */
function touches(text: string, a: Unfilled, b: Unfilled): boolean {
  if (a.kind.name === 'insert' || b.kind.name === 'insert') return false;
  return b.start - a.end <= 6 && BETWEEN.test(text.slice(a.end, b.start));
}
