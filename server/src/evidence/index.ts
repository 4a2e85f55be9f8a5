/**
 * Figures in a draft, what they are worth, and where they come from.
 *
 * `figuresInDraft(draft)` judges every figure with what stands beside its block; it keeps what depends on a block
 * alone with the block, so that after a key it reads only the block that changed. `figuresIn(block)` is for what is
 * itself kept by block: it takes only the block's own words into account. A figure is evidence for a case when it is
 * no `plain` one and has a `source`.
 */
export { ENTRIES, type Entry } from '../english/phrases';
export { citationOf, factText, sentenceOf } from './citing';
export {
  figuresIn,
  figuresInDraft,
  figuresInRuns,
} from './figures';
export { builtInEvidence, evidenceOf, loadEvidence, mergeEvidence } from './library';
export { quantitiesIn } from './quantities';
export { quotesIn } from './quotations';
export { mentionsIn } from './sources';
export { isSignature, isSigned, personIn, speakerIn } from './speakers';
export type * from './types';
