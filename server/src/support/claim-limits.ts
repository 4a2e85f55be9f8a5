/** From which probability on a claim is told. */
import type { Claim } from '../claims';

/** The least probability of a claim for which a finding is sure, measured on drafts that the model was not fitted to. */
export const SURE = 0.25;
/** The same in an item of a list, where editors marked one in three of those below it. */
const SURE_IN_ITEM = 0.4;
/** The same where the claim has no figure, which editors ask about less often. */
const SURE_WITHOUT_FIGURE = 0.4;
/** The same in a row of a table, where editors marked one in two of those below it. */
const SURE_IN_TABLE = 0.5;

/** A return for each pound. Editors marked 73 of 74, whatever else the sentence said. */
const RETURNS = /\b(?:every|each)\s+(?:£1(?![\d,.]*\d)|pound\b)/i;

export const isReturnOfPound = (saying: string): boolean => RETURNS.test(saying);

/** The least probability for which a finding on a claim is sure. */
export function limitFor({ passage, namesSource }: Claim, hasFigure: boolean): number {
  if (passage.kind === 'table-row') return SURE_IN_TABLE;
  if (namesSource) return SURE;
  if (!hasFigure) return SURE_WITHOUT_FIGURE;
  return passage.kind === 'list-item' ? SURE_IN_ITEM : SURE;
}

/**
 * The least probability for which a hint is worth a look. Measured on drafts that the model was not fitted to, editors
 * marked one in 27 of the sentences below it, and one in nine of those above.
 */
const HINT = 0.12;
/** The same in a row of a table, where they marked one in two hundred of those below it. */
const HINT_IN_TABLE = 0.3;

/** The least probability for which a claim that is not sure is a hint. */
export const hintLimitFor = ({ passage }: Claim): number =>
  passage.kind === 'table-row' ? HINT_IN_TABLE : HINT;
