/** Labels that are read without the parser: see `plain.ts`. */

import { CARET, CLOSE, EXCLAMATION, HYPHEN, OPEN, PARENTHESIS, SPACE } from './codes';
import type { Labels } from './labels';
import { isAlphanumeric } from './plain-characters';

/** Longer ones are left to the parser. */
const LONGEST_LABEL = 40;

/**
 * The label of the reference to a footnote whose bracket is at `at`; undefined where it may be anything else. Beside
 * brackets and behind an exclamation mark it may be a link or a picture.
 */
export function footnoteLabelAt(text: string, at: number, labels: Labels): string | undefined {
  if (text.charCodeAt(at - 1) === EXCLAMATION) return undefined;
  const label = labelIn(text, at);
  if (label === undefined) return undefined;
  const next = text.charCodeAt(at + label.length + 3);
  if (next === OPEN || next === PARENTHESIS) return undefined;
  return labels.has(`^${label.toUpperCase()}`) ? label : undefined;
}

/** The label in `[label]: `, which begins at `at`: plain letters, digits, hyphens and single spaces. */
export function labelledAt(text: string, at: number): string | undefined {
  if (text.charCodeAt(at) !== OPEN) return undefined;
  const begin = at + 1;
  let end = begin;
  while (isInLabel(text, end)) end++;
  if (end === begin || end - begin > LONGEST_LABEL || text.charCodeAt(end - 1) === SPACE) return undefined;
  return text.startsWith(']: ', end) ? text.slice(begin, end) : undefined;
}

function isInLabel(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === SPACE ? isAlphanumeric(text.charCodeAt(at - 1)) : isAlphanumeric(code) || code === HYPHEN;
}

/** The label in `[^label]`, which begins at `at`. */
export function labelIn(text: string, at: number): string | undefined {
  if (text.charCodeAt(at) !== OPEN || text.charCodeAt(at + 1) !== CARET) return undefined;
  const begin = at + 2;
  let end = begin;
  while (isAlphanumeric(text.charCodeAt(end)) || text.charCodeAt(end) === HYPHEN) end++;
  if (end === begin || end - begin > LONGEST_LABEL || text.charCodeAt(end) !== CLOSE) return undefined;
  return text.slice(begin, end);
}
