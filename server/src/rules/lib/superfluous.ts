/** What makes a finding superfluous: what else is told where it stands. */

import { passagesOf } from '../../draft';
import { overlapping } from '../../draft/first-where';
import { lastIndex } from '../../draft/positions';
import type { Draft, Span } from '../../draft/types';
import { kept } from '../../kept-for';
import type { Finding } from '../types';

/**
 * Whether something is found in the passage that an offset of the draft stands in.
 *
 * @param places where it is found, as offsets in the draft
 */
export function isSaidOfPassage(draft: Draft, offset: number, places: readonly number[]): boolean {
  const placed = draft.blocks[lastIndex(draft, ({ start }) => start <= offset)];
  const isIn = ({ start, end }: { readonly start: number; readonly end: number }, at: number): boolean =>
    start <= at - placed!.start && at - placed!.start < end;
  const passage = placed && passagesOf(placed.block).find(({ span }) => isIn(span, offset));
  return passage !== undefined && places.some((at) => isIn(passage.span, at));
}

/** Whether a rule tells something above a hint that overlaps with a stretch of the draft. */
export function reportedIn(findings: readonly Finding[]): (rule: string, stretch: Span) => boolean {
  const byRule = new Map<string, (stretch: Span) => boolean>();
  return (rule, stretch) => {
    const overlaps = kept(byRule, rule, () => {
      const spans = findings
        .filter((finding) => finding.rule === rule && finding.severity !== 'hint')
        .map(({ span }) => span);
      return overlapping(spans.sort((a, b) => a.start - b.start));
    });
    return overlaps(stretch);
  };
}
