import type { Draft } from '../../draft/types';
import type { Project } from '../../project/types';
import type { DraftContext } from '../types';

/** For rules that do not ask what a draft argues, where nobody else does: judging that takes longer than an export. */
export function contextWithoutCoverage(draft: Draft, project: Project): DraftContext {
  return {
    draft,
    project,
    get coverage(): never {
      throw new Error('None of these rules asks what a draft argues.');
    },
  };
}
