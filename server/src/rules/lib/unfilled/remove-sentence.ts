import { blockAt, type Draft, type PlacedBlock, type Span } from '../../../draft';
import type { Fix } from '../../types';
import { sentencesOf } from '../blocks/prose';
import { removeBlock } from '../blocks/remove-block';
import { type LineUnit, lineUnitsIn } from '../lines/line-units';

/** Markup that may begin in one sentence and end in another: removing half of a pair would break it. */
const MARKS = /[*_~`<>]/;

/**
 * The fix that removes the sentence at a place of the draft; the line or the paragraph if that has no other sentence,
 * or begins with a letter or number and this one. None where that would break markup.
 */
export function removeSentence(draft: Draft, { start }: Span): readonly Fix[] {
  const placed = blockAt(draft, start);
  if (placed?.block.node.type !== 'paragraph') return [];
  const { block } = placed;
  const at = start - placed.start;
  const units = lineUnitsIn(block);
  const unit = units.findLast((one) => one.start <= at);
  const whole = unit ?? { start: 0, end: block.text.length };
  const all = sentencesOf(block)
    .map(({ passage, span }) => passage.prose.toSource(span.start, span.end))
    .filter((span) => span.start < whole.end && span.end > whole.start);
  const index = all.findIndex((span) => span.start <= at && at < span.end);
  if (index < 0) return [];
  const isAll = all.length === 1 || (index === 0 && unit?.isMarked === true);
  if (isAll && unit) return [removeLine(placed, units, unit)];
  if (isAll) return [{ title: 'Take this paragraph out', edits: [removeBlock(draft, placed)] }];
  const text = draft.source;
  const next = all[index + 1];
  const from = placed.start + Math.max(all[index]!.start, whole.start);
  const to = placed.start + (next?.start ?? unit?.wordsEnd ?? whole.end);
  if (MARKS.test(text.slice(from, to))) return [];
  const edit = { span: { start: next ? from : text.slice(0, from).trimEnd().length, end: to }, text: '' };
  return [{ title: 'Take this sentence out', edits: [edit] }];
}

/** Removes the lines of a unit, with the line end behind them, or before the last ones what ends the line above. */
function removeLine({ start }: PlacedBlock, units: readonly LineUnit[], unit: LineUnit): Fix {
  const [above, below] = [units[units.indexOf(unit) - 1], units[units.indexOf(unit) + 1]];
  const span = below
    ? { start: start + unit.start, end: start + below.start }
    : { start: start + (above?.wordsEnd ?? unit.start), end: start + unit.end };
  return { title: 'Take this line out', edits: [{ span, text: '' }] };
}
