import type { By } from './types';

/** The author of changes that were not tracked, but found by comparing. */
export const UNTRACKED: By = { author: 'Word' };

/** Whether a change was not tracked. A tracked one has a date, even if its author is called “Word”. */
export function isUntracked({ author, date }: By): boolean {
  return author === UNTRACKED.author && date === undefined;
}
