/** What makes a finding superfluous: what else is told where it stands. */
import { passagesOf } from './draft';
import { firstWhere } from './draft/first-where';
import { lastIndex } from './draft/positions';
import type { Draft, Span } from './draft/types';
import type { Finding } from './rules/types';

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

/** What rules tell above a hint, found without looking through all of it. */
export class Told {
  readonly #spans = new Map<string, readonly Span[]>();

  constructor(private readonly findings: readonly Finding[]) {}

  /** Whether a rule tells something that overlaps with a stretch of the draft. */
  tells(rule: string, { start, end }: Span): boolean {
    const spans = this.#spansOf(rule);
    const last = spans[firstWhere(spans, (span) => span.start >= end) - 1];
    return last !== undefined && last.end > start;
  }

  /** By their start, each as far as those before it reach. */
  #spansOf(rule: string): readonly Span[] {
    let spans = this.#spans.get(rule);
    if (!spans) {
      let end = 0;
      spans = this.findings
        .filter((finding) => finding.rule === rule && finding.severity !== 'hint')
        .map(({ span }) => span)
        .sort((a, b) => a.start - b.start)
        .map((span) => {
          end = Math.max(end, span.end);
          return { start: span.start, end };
        });
      this.#spans.set(rule, spans);
    }
    return spans;
  }
}
