import type { Draft } from '../draft/types';
import type { Project } from '../project/types';
import { type RuleSettings, settingOf } from './lib/settings/setting';
import { placeholderUnfilled, unfilled } from './placeholder-unfilled';

/**
 * What is still to be filled in, as it is written in a document; nothing where the author has switched that rule off.
 *
 * @param settings the editor's, where there is one
 */
export function unfilledWords(draft: Draft, project: Project, settings?: RuleSettings): ReadonlySet<string> {
  if (settingOf(placeholderUnfilled.id, draft, project, settings) === 'off') return new Set();
  // As a reader sees them: "\[date\]" is "[date]", and cells that are one finding are written one by one.
  return new Set(
    unfilled(draft, project).flatMap(({ span }) =>
      draft.text
        .slice(span.start, span.end)
        .replace(/\\(?=[[\]_*])/g, '')
        .split(/(?:(?<![ *_])[ *_]+)?\|[ *_]*/),
    ),
  );
}
