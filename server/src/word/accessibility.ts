import { cover } from '../coverage';
import type { Coverage } from '../coverage/types';
import { positionAt } from '../draft';
import type { Draft } from '../draft/types';
import type { Project } from '../project/types';
import { rules } from '../rules';
import { suppressionOf } from '../suppression';
import type { Warning } from './context';

/** Something that keeps people from reading the document, with the rule's id where there is one. */
export interface AccessibilityIssue extends Warning {
  readonly rule?: string;
}

/**
 * What Word's accessibility checker would find in the document, as far as the draft decides it: the rules of the
 * group "accessibility", but for those that the author has switched off or silenced.
 */
export function accessibilityOf(draft: Draft, project: Project): AccessibilityIssue[] {
  const issues: AccessibilityIssue[] = [];
  const silenced = suppressionOf(draft);
  const add = (rule: string, start: number, message: string): void => {
    if (!silenced(rule, start)) issues.push({ rule, message, line: positionAt(draft, start).line });
  };
  let coverage: Coverage | undefined;
  const context = {
    draft,
    project,
    // None of these rules asks what the draft argues; one that did would get its answer.
    get coverage(): Coverage {
      coverage ??= cover(draft, project);
      return coverage;
    },
  };
  for (const rule of rules) {
    const setting = draft.frontMatter.data.rules?.[rule.id] ?? project.configuration.rules[rule.id];
    if (rule.group !== 'accessibility' || setting === 'off') continue;
    for (const { block, start } of draft.blocks) {
      for (const problem of rule.inBlock?.({ block, project }) ?? []) {
        add(rule.id, start + problem.span.start, problem.message);
      }
    }
    for (const problem of rule.inDraft?.(context) ?? []) add(rule.id, problem.span.start, problem.message);
  }
  return issues.sort((a, b) => a.line - b.line);
}
