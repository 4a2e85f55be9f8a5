/**
 * All rules, in the order in which findings at the same place are listed. A new rule needs its file and one line here.
 */

import { acronymUnexpanded } from './acronym-unexpanded';
import { altTextMissing } from './alt-text-missing';
import { areaUnevidenced } from './area-unevidenced';
import { askMissing } from './ask-missing';
import { askVague } from './ask-vague';
import { charactersPasted } from './characters-pasted';
import { claimTooStrong } from './claim-too-strong';
import { configurationInvalid } from './configuration-invalid';
import { coverageSummary } from './coverage-summary';
import { directiveUnknown } from './directive-unknown';
import { evidenceMismatch } from './evidence-mismatch';
import { evidenceUnknown } from './evidence-unknown';
import { figureUnsourced } from './figure-unsourced';
import { footnoteMissing } from './footnote-missing';
import { frontMatterInvalid } from './front-matter-invalid';
import { fullStopDoubled } from './full-stop-doubled';
import { headingOrder } from './heading-order';
import { headingSingle } from './heading-single';
import { headingTyped } from './heading-typed';
import { imageMissing } from './image-missing';
import { inclusiveLanguage } from './inclusive-language';
import { withDescription } from './lib/described';
import { linesRunTogether } from './lines-run-together';
import { linkTextVague } from './link-text-vague';
import { listTyped } from './list-typed';
import { nameChanged } from './name-changed';
import { numbersDisagree } from './numbers-disagree';
import { optionsTooFew } from './options-too-few';
import { paragraphsRunTogether } from './paragraphs-run-together';
import { placeholderUnfilled } from './placeholder-unfilled';
import { plainEnglish } from './plain-english';
import { quoteUnattributed } from './quote-unattributed';
import { readingAge } from './reading-age';
import { referenceMissing } from './reference-missing';
import { sectionEmpty } from './section-empty';
import { sectionMissing } from './section-missing';
import { sentenceLong } from './sentence-long';
import { sourceStale } from './source-stale';
import { sourceVague } from './source-vague';
import { summaryLong } from './summary-long';
import { tableHeaderMissing } from './table-header-missing';
import { tableTyped } from './table-typed';
import { titleMissing } from './title-missing';
import { areaMentioned, areaMissing, offerMentioned, offerMissing } from './topics';
import type { Rule } from './types';

export { pageOf } from './lib/pages';
export type * from './types';

const checks = [
  frontMatterInvalid,
  configurationInvalid,
  directiveUnknown,
  coverageSummary,
  areaMissing,
  areaMentioned,
  areaUnevidenced,
  offerMissing,
  offerMentioned,
  figureUnsourced,
  sourceVague,
  claimTooStrong,
  footnoteMissing,
  quoteUnattributed,
  sourceStale,
  evidenceUnknown,
  evidenceMismatch,
  numbersDisagree,
  nameChanged,
  sectionMissing,
  referenceMissing,
  sectionEmpty,
  askMissing,
  askVague,
  optionsTooFew,
  placeholderUnfilled,
  summaryLong,
  titleMissing,
  headingOrder,
  headingSingle,
  headingTyped,
  altTextMissing,
  linkTextVague,
  tableHeaderMissing,
  tableTyped,
  listTyped,
  paragraphsRunTogether,
  linesRunTogether,
  charactersPasted,
  imageMissing,
  sentenceLong,
  acronymUnexpanded,
  plainEnglish,
  fullStopDoubled,
  inclusiveLanguage,
  readingAge,
];

export const rules: readonly Rule[] = checks.map(withDescription);
