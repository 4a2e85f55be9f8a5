/** Every check, in the order in which findings at one place are listed. A new rule is one file and one line here. */
import { altTextMissing } from './alt-text-missing';
import { areaMentioned } from './area-mentioned';
import { areaMissing } from './area-missing';
import { areaUnevidenced } from './area-unevidenced';
import { configurationInvalid } from './configuration-invalid';
import { directiveUnknown } from './directive-unknown';
import { figureUnsourced } from './figure-unsourced';
import { frontMatterInvalid } from './front-matter-invalid';
import { headingOrder } from './heading-order';
import { linkTextVague } from './link-text-vague';
import { offerMentioned } from './offer-mentioned';
import { offerMissing } from './offer-missing';
import { offerRenamed } from './offer-renamed';
import { placeholderUnfilled } from './placeholder-unfilled';
import { sectionMissing } from './section-missing';
import { titleMissing } from './title-missing';
import type { Rule } from './types';

export { pageOf } from './pages';
export type * from './types';

export const rules: readonly Rule[] = [
  frontMatterInvalid,
  configurationInvalid,
  directiveUnknown,
  areaMissing,
  areaMentioned,
  areaUnevidenced,
  offerMissing,
  offerMentioned,
  offerRenamed,
  figureUnsourced,
  sectionMissing,
  placeholderUnfilled,
  titleMissing,
  headingOrder,
  altTextMissing,
  linkTextVague,
];
