/** A named row of a table, and the sentence that gives another number for it. */
import type { FoundIn } from '../../draft';
import { addAll } from '../../lists';
import type { Grid } from './grid';
import { contentOf, type Mention, type Mentions } from './mentions';
import { clash, isSaid, type Placed, startsWith } from './placed';
import { isTotal } from './totals';
import type { Clash } from './types';

/** What makes it a number of something else. */
const OTHER =
  /\b(?:another|further|other|new|more|fewer|extra|additional|about|first|last|next|target|aim|up\s+to|at\s+least|lost|gained|added|from|of\s+(?:the|its|their|our))\s*$/i;
const QUALIFIED =
  /^\s+[\p{L}-]+\s+(?:who|which|that|aged|under|over|per|each|every|a\s+(?:day|week|month)|more|fewer|in\s+(?:the|a|one)|on|at\s+(?:a|one))\b/iu;

/** Sentences that name one row and what a column counts, with a number that is not in the table. */
export function againstRows(all: readonly Placed[], found: readonly FoundIn<Mentions>[]): readonly Clash[] {
  const clashes: Clash[] = [];
  for (const {
    found: { grids },
  } of found) {
    for (const grid of grids) addAll(clashes, against(grid, all));
  }
  return clashes;
}

function against({ rows, width }: Grid, all: readonly Placed[]): readonly Clash[] {
  const clashes: Clash[] = [];
  const labels = rows
    .slice(1)
    .filter((row) => /^\p{Lu}[\p{L}’' -]{2,40}$/u.test(row[0]!.text) && !isTotal(row[0]!.text));
  if (labels.length < 2) return [];
  const values = new Set(rows.flatMap((row) => row.flatMap(({ number }) => (number ? [number.value] : []))));
  for (let column = 1; column < width; column++) {
    const head = rows[0]![column]!.text;
    const nouns = contentOf(head);
    if (nouns.length !== 1 || /[%\d]/.test(head)) continue;
    for (const one of all) {
      const { mention } = one;
      if (!isSaid(mention, 'count') || values.has(mention.value)) continue;
      if (!startsWith(mention, nouns[0]!) || !speaksOfNow(mention)) continue;
      const near = `${mention.lead.slice(-60)}${mention.after}`;
      const named = labels.filter((row) => mention.sentence.includes(row[0]!.text));
      const [row] = named;
      if (named.length !== 1 || !row || !near.includes(row[0]!.text)) continue;
      const cell = row[column]!;
      if (
        cell.number?.unit !== 'count' ||
        Math.abs(cell.number.value - mention.value) > cell.number.value / 3
      )
        continue;
      clashes.push(
        clash(
          one,
          `“${mention.words}” here, and in the table “${row[0]!.text}” has ${cell.number.words} under “${head}”. Give one number, or say why they differ.`,
        ),
      );
    }
  }
  return clashes;
}

function speaksOfNow({ times, lead, after }: Mention): boolean {
  return times.size === 0 && !OTHER.test(lead) && !QUALIFIED.test(after);
}
