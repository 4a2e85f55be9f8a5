import type { Block } from '../../draft/types';
import type { UnfilledPlace } from './unfilled-place';

/** Marks of emphasis round a label. */
const LABEL =
  /^[ \t]{0,3}(?:[-*+][ \t]+)?([*_]{0,3})(\p{Lu}[\p{L}\p{N}’'/&() -]{1,40}?)([*_]{0,3})[ \t]?([:–—])([*_]{0,3})[ \t\\]*$/u;
/** The next label, with or without something behind it. */
const NEXT = /^[ \t]{0,3}(?:[-*+][ \t]+)?[*_]{0,3}\p{Lu}[\p{L}\p{N}’'/&() -]{1,40}?[*_]{0,3}[ \t]?[:–—]/u;
/** What leads on to what comes next, or is signed by hand. */
const NO_LABEL =
  /\b(?:following|below|includes?|including|are|is|was|were|that|these|this|to|said|says|asks?|asked|sign(?:ed|ature)|yours|regards|dear|ends|approved|authorised|cleared|initials)\b|\b(?:by|with|from|for|on|of|and|or|in|at)$/i;
const MOST_WORDS = 4;

const NONE: readonly UnfilledPlace[] = [];

/** Labels with nothing behind them: "**Wards affected:**" in a line by itself, before the next label or at an end. */
export function emptyLabels({ text, node }: Block): readonly UnfilledPlace[] {
  if (node.type !== 'paragraph' && node.type !== 'list') return NONE;
  if (!/[:–—][*_]{0,3}[ \t\\]*(?:[\r\n]|$)/.test(text)) return NONE;
  const found: UnfilledPlace[] = [];
  const lines = [...text.matchAll(/[^\r\n]+/g)];
  for (const [at, { 0: line, index }] of lines.entries()) {
    const label = line.length < 80 ? LABEL.exec(line) : null;
    if (!label) continue;
    const [, opened, words, closed, mark, after] = label;
    const isBold = opened !== '' && (closed !== '' || after !== '');
    if (NO_LABEL.test(words!) || words!.trim().split(/\s+/).length > MOST_WORDS) continue;
    // Behind a dash, a line goes on; behind a label it does not.
    if (mark !== ':' && !isBold) continue;
    const next = lines[at + 1]?.[0];
    if (
      next === undefined
        ? lines.length > 1 && !NEXT.test(lines[at - 1]![0]) && node.type === 'list'
        : !NEXT.test(next)
    )
      continue;
    // In a list, items of other labels with something behind them show that this one lacks it.
    if (node.type === 'list' && !lines.some(({ 0: other }) => NEXT.test(other) && !LABEL.test(other)))
      continue;
    if (next !== undefined && LABEL.test(next) && !isBold) continue;
    const start = index + /^[ \t]*(?:[-*+][ \t]+)?/.exec(line)![0].length;
    found.push({
      start,
      end: index + line.trimEnd().length,
      lack: 'label',
      sure: true,
      fromTemplate: false,
      ...(next === undefined && { ifLast: true }),
      name: words!.trim(),
    });
  }
  return found;
}
