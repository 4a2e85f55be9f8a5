import type { Draft } from '../../draft/types';
import type { Project } from '../../project/types';
import type { DraftContext } from '../types';

/** A context for rules that do not read the coverage, as judging it takes longer than an export. Reading it throws. */
export function contextWithoutCoverage(draft: Draft, project: Project): DraftContext {
  return {
    draft,
    project,
    get coverage(): never {
      throw new Error('None of these rules asks what a draft argues.');
    },
  };
}
