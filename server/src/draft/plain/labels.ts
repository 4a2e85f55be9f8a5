/** Reads labels without the parser (see `plain/index.ts`). */

import { CARET, CLOSE, EXCLAMATION, HYPHEN, OPEN, PARENTHESIS, SPACE } from '../codes';
import type { Labels } from '../labels';
import { isAlphanumeric } from './characters';

/** Longer labels are left to the parser. */
const LONGEST_LABEL = 200;

/**
 * The label of the footnote reference whose bracket is at `at`; undefined where it may be anything else. Next to
 * brackets and after an exclamation mark it may be a link or an image.
 */
export function footnoteLabelAt(text: string, at: number, labels: Labels): string | undefined {
  if (text.charCodeAt(at - 1) === EXCLAMATION) return undefined;
  const label = labelIn(text, at);
  if (label === undefined) return undefined;
  const next = text.charCodeAt(at + label.length + 3);
  if (next === OPEN || next === PARENTHESIS) return undefined;
  return labels.has(`^${label.toUpperCase()}`) ? label : undefined;
}

/** The label in `[label]: ` at `at`: letters, digits, hyphens and single spaces. */
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

export function labelIn(text: string, at: number): string | undefined {
  if (text.charCodeAt(at) !== OPEN || text.charCodeAt(at + 1) !== CARET) return undefined;
  const begin = at + 2;
  let end = begin;
  while (isAlphanumeric(text.charCodeAt(end)) || text.charCodeAt(end) === HYPHEN) end++;
  if (end === begin || end - begin > LONGEST_LABEL || text.charCodeAt(end) !== CLOSE) return undefined;
  return text.slice(begin, end);
}
