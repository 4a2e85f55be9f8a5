/**
 * A workspace made by somebody who wishes its reader ill: each trick in a folder of its own, made when the test runs
 * (links, pipes and the like cannot lie in a repository), with what must be said of it.
 */
import { CONFIGURATIONS } from './configurations';
import { DRAFTS } from './drafts';
import { PICTURES } from './pictures';
import type { Trick } from './place';
import { WORD_TEMPLATES } from './word-templates';

export { Place } from './place';

export const TRICKS: readonly Trick[] = [...CONFIGURATIONS, ...WORD_TEMPLATES, ...PICTURES, ...DRAFTS];
