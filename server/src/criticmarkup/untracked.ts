import type { By } from './types';

/** Who made changes without tracking them: those are found by comparing. */
export const UNTRACKED: By = { author: 'Word' };

/** Whether nobody tracked a change: of a tracked one there is a day, whatever the name. */
export function isUntracked({ author, date }: By): boolean {
  return author === UNTRACKED.author && date === undefined;
}
