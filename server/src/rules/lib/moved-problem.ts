import { moved } from '../../draft';
import type { Fix, Problem } from '../types';

/** A problem whose spans, and those of its fixes, count from elsewhere: from the start of the draft instead of its block. */
export function movedProblem({ fixes, ...problem }: Problem, by: number): Problem {
  if (!fixes) return moved(problem, by);
  const placed = (all: readonly Fix[]): readonly Fix[] =>
    all.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => moved(edit, by)) }));
  return {
    ...moved(problem, by),
    fixes: typeof fixes === 'function' ? () => placed(fixes()) : placed(fixes),
  };
}
