/** Fixes for two numbers that disagree: change either one, since only the author knows which is right. */
import { type Change, type Draft, positionAt } from '../../../draft';
import type { Fix } from '../../types';
import { like } from '../amounts/number-format';
import type { Placed } from './placed-numbers';

/** A number, and the places where the draft gives another number for the same thing. */
export interface Pair {
  readonly here: Placed;
  /** These all have the same value. */
  readonly there: readonly [Placed, ...Placed[]];
  /** Whether the number stands in a table that adds up, so that no fix may change it. */
  readonly isHereSummed: boolean;
  /** The same of any of `there`. */
  readonly isThereSummed: boolean;
}

/** “Write “£68,000” here, as in line 12” and “Write “£86,000” in line 12, as here”. */
export function fixesOf({ here, there, isHereSummed, isThereSummed }: Pair, draft: Draft): readonly Fix[] {
  const [first] = there;
  const where = wordsOf(there, draft);
  const own = change(here, first.mention.value, draft);
  const ways: Fix[] =
    own && !isHereSummed ? [{ title: `Write “${own.text}” here, as ${where}`, edits: [own] }] : [];
  const edits = there.flatMap((one) => change(one, here.mention.value, draft) ?? []);
  if (!isThereSummed && edits.length === there.length)
    ways.push({ title: `Write “${edits[0]!.text}” ${where}, as here`, edits });
  return ways;
}

/** Replaces a number by another value, in its own notation; undefined if there is markup inside the number. */
export function change({ mention, index }: Placed, value: number, draft: Draft): Change | undefined {
  const { block, start } = draft.blocks[index]!;
  const at = block.text.slice(mention.span.start, mention.span.end).indexOf(mention.words);
  if (at === -1) return undefined;
  const from = start + mention.span.start + at;
  return { span: { start: from, end: from + mention.words.length }, text: like(mention, value) };
}

/** “in lines 3 and 12” */
export function wordsOf(there: readonly Placed[], draft: Draft): string {
  const lines = there.map(
    ({ mention, index }) => positionAt(draft, draft.blocks[index]!.start + mention.span.start).line + 1,
  );
  const all = [...new Set(lines)];
  return `in line${all.length > 1 ? 's' : ''} ${all.join(', ').replace(/, (\d+)$/, ' and $1')}`;
}
