/**
 * Finds the figures in a draft, what they are worth as evidence, and where they come from.
 *
 * `figuresInDraft(draft)` judges every figure together with the blocks around its own. It caches what depends on a
 * block alone with the block, so that after a key it reads only the block that changed. `figuresIn(block)` is for
 * results that are themselves cached by block: it considers only the block's own words. A figure is evidence for a case
 * when it is not `plain` and has a `source`.
 */
export { ENTRIES, type Entry } from '../words/phrases';
export { citationOf, factText, sentenceOf, sourceText } from './citing';
export {
  figuresIn,
  figuresInDraft,
  figuresInRuns,
} from './figures';
export { builtInEvidence, evidenceOf, loadEvidence, mergeEvidence } from './library';
export { quantitiesIn } from './quantities';
export { quotesIn } from './quotations';
export { furtherFigures } from './restated-figures';
export { mentionsIn } from './sources';
export { isSignature, isSigned, personIn, speakerIn } from './speakers';
export type * from './types';
