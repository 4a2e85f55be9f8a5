import { moved } from '../../draft';
import type { Fix, Problem } from '../types';
import { fixesOf } from './fix';

/** A problem whose spans, and those of its fixes, count from elsewhere: from the start of the draft instead of its block. */
export function movedProblem(problem: Problem, by: number): Problem {
  const placed = (): readonly Fix[] =>
    fixesOf(problem).map((fix) => ({ ...fix, edits: fix.edits.map((edit) => moved(edit, by)) }));
  return { ...moved(problem, by), ...(problem.fixes && { fixes: placed }) };
}
