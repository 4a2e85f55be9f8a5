import type { UnsourcedClaim } from '../../../support/unsourced';
import type { Problem } from '../../types';

/**
 * Drops the finding on a claim where the sentence has one on a missing footnote or on its wording, or one on a place to be
 * filled in that mends it.
 */
export const reportedOnce = (
  { sentence: { start, end } }: UnsourcedClaim,
  isMendedByFillingIn: boolean,
): Pick<Problem, 'unless'> => ({
  unless: {
    rules: [
      'footnote-missing',
      'claim-too-strong',
      ...(isMendedByFillingIn ? ['placeholder-unfilled' as const] : []),
    ],
    in: { start, end: end + 1 },
  },
});
