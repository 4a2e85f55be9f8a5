import type { Span } from '../../draft';
import type { Fix, Problem } from '../types';

/** The fixes of a problem. */
export const fixesOf = ({ fixes = [] }: Problem): readonly Fix[] =>
  typeof fixes === 'function' ? fixes() : fixes;

/** The preferred fix of a problem: a text in place of what stands in a span. */
export const writing = (title: string, span: Span, text: string): Fix => ({
  title,
  edits: [{ span, text }],
  preferred: true,
});

/** The fix that changes a name to the one that was meant; none where nobody can say which. */
export const changeTo = (meant: string | undefined, span: Span): readonly Fix[] =>
  meant === undefined ? [] : [writing(`Change to “${meant}”`, span, meant)];
