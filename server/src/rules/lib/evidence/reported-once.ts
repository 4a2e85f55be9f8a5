import type { UnsourcedClaim } from '../../../support/unsourced';
import type { Problem } from '../../types';

/**
 * Drops the finding on a claim where the sentence has one on a missing footnote or on its wording, or one on a place to be
 * filled in that mends it. What comes back for a pound is asked for whatever else the sentence claims.
 *
 * @param others rules that report the same problem, too
 */
export const reportedOnce = (
  { sentence: { start, end }, isReturn }: UnsourcedClaim,
  isMendedByFillingIn: boolean,
  others: readonly string[] = [],
): Pick<Problem, 'unless'> => ({
  unless: {
    rules: [
      'footnote-missing',
      ...others,
      ...(isReturn ? [] : ['claim-too-strong']),
      ...(isMendedByFillingIn ? ['placeholder-unfilled'] : []),
    ],
    in: { start, end: end + 1 },
  },
});
