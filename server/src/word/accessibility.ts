import { positionAt } from '../draft/positions';
import type { Draft } from '../draft/types';
import type { Project } from '../project/types';
import { altTextMissing } from '../rules/alt-text-missing';
import { charactersPasted } from '../rules/characters-pasted';
import { headingOrder } from '../rules/heading-order';
import { headingSingle } from '../rules/heading-single';
import { headingTyped } from '../rules/heading-typed';
import { contextWithoutCoverage } from '../rules/lib/context';
import { type RuleSettings, settingOf } from '../rules/lib/settings/setting';
import { suppressionOf } from '../rules/lib/settings/suppression';
import { linesRunTogether } from '../rules/lines-run-together';
import { linkTextVague } from '../rules/link-text-vague';
import { listTyped } from '../rules/list-typed';
import { paragraphsRunTogether } from '../rules/paragraphs-run-together';
import { tableHeaderMissing } from '../rules/table-header-missing';
import { tableTyped } from '../rules/table-typed';
import { titleMissing } from '../rules/title-missing';
import type { Check } from '../rules/types';
import type { Warning } from './writing/context';

/**
 * The rules of the group "accessibility". Taken one by one, since the list of all rules brings the index of every
 * phrase that they look for, which an export has no use for and would wait for.
 */
export const ACCESSIBILITY_RULES: readonly Check[] = [
  titleMissing,
  headingSingle,
  headingOrder,
  headingTyped,
  altTextMissing,
  linkTextVague,
  tableHeaderMissing,
  tableTyped,
  listTyped,
  paragraphsRunTogether,
  linesRunTogether,
  charactersPasted,
];

/** Something that keeps people from reading the document, with the rule's id where there is one. */
export interface AccessibilityIssue extends Warning {
  readonly rule?: string;
}

/**
 * What Word's accessibility checker would find in the document, as far as the draft decides it: the rules of the
 * group "accessibility", but for those that the author has switched off or silenced.
 *
 * @param settings the editor's, where there is one
 */
export function accessibilityOf(
  draft: Draft,
  project: Project,
  settings?: RuleSettings,
): AccessibilityIssue[] {
  const issues: AccessibilityIssue[] = [];
  const silenced = suppressionOf(draft);
  const add = (rule: string, start: number, message: string): void => {
    if (!silenced(rule, start)) issues.push({ rule, message, line: positionAt(draft, start).line });
  };
  const context = contextWithoutCoverage(draft, project);
  for (const rule of ACCESSIBILITY_RULES) {
    if (settingOf(rule.id, draft, project, settings) === 'off') continue;
    for (const { block, start } of draft.blocks) {
      for (const problem of rule.inBlock?.({ block, project }) ?? []) {
        add(rule.id, start + problem.span.start, problem.message);
      }
    }
    for (const problem of rule.inDraft?.(context) ?? []) add(rule.id, problem.span.start, problem.message);
  }
  return issues.sort((a, b) => a.line - b.line);
}
