/** What a draft is held against: the nearest configuration and the files that it names. */

export {
  CONFIGURATION_NAME,
  defaultConfiguration,
  plainRule,
  RULE_IDS,
  readConfiguration,
} from './configuration';
export { isDraft } from './drafts';
export { builtInProject, loadFolder } from './load';
export { LIMITS } from './loading';
export { ProjectStore } from './store';
export type * from './types';
