/** Both ways to make two places of a paper agree: nobody but its author knows which of them is right. */
import { type Draft, positionAt, type Span } from '../../draft';
import type { Fix } from '../types';
import type { Placed } from './placed';
import { like } from './written';

/** A number, and where the paper has another for the same thing. */
export interface Pair {
  readonly here: Placed;
  /** All with one value. */
  readonly there: readonly [Placed, ...Placed[]];
  /** What stands there is part of a sum that comes out right, so that it is not to be changed. */
  readonly isSummed: boolean;
}

/** “Write “£68,000” here, as in line 12” and “Write “£86,000” in line 12, as here”. */
export function fixesOf({ here, there, isSummed }: Pair, draft: Draft): readonly Fix[] {
  const [first] = there;
  const where = wordsOf(there, draft);
  const own = change(here, first, draft);
  const ways: Fix[] = own ? [{ title: `Write “${own.text}” here, as ${where}`, edits: [own] }] : [];
  const edits = there.flatMap((one) => change(one, here, draft) ?? []);
  if (!isSummed && edits.length === there.length)
    ways.push({ title: `Write “${edits[0]!.text}” ${where}, as here`, edits });
  return ways;
}

/** One place gets the number of the other, written in its own manner; undefined where markup stands within it. */
function change(
  { mention, index }: Placed,
  other: Placed,
  draft: Draft,
): { readonly span: Span; readonly text: string } | undefined {
  const { block, start } = draft.blocks[index]!;
  const at = block.text.slice(mention.span.start, mention.span.end).indexOf(mention.words);
  if (at === -1) return undefined;
  const from = start + mention.span.start + at;
  return {
    span: { start: from, end: from + mention.words.length },
    text: like(mention, other.mention.value),
  };
}

function wordsOf(there: readonly Placed[], draft: Draft): string {
  const lines = there.map(
    ({ mention, index }) => positionAt(draft, draft.blocks[index]!.start + mention.span.start).line + 1,
  );
  const all = [...new Set(lines)];
  return `in line${all.length > 1 ? 's' : ''} ${all.join(', ').replace(/, (\d+)$/, ' and $1')}`;
}
