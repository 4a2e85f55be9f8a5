import type { UnsourcedClaim } from '../../../support/unsourced';
import type { Problem } from '../../types';

/** Drops the finding on a claim where the sentence has one on a missing footnote or on its wording. */
export const reportedOnce = ({ sentence: { start, end } }: UnsourcedClaim): Pick<Problem, 'unless'> => ({
  unless: { rules: ['footnote-missing', 'claim-too-strong'], in: { start, end: end + 1 } },
});
