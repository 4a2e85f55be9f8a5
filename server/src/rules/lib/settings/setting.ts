import type { Draft } from '../../../draft/types';
import { type RuleSetting, SEVERITIES } from '../../../project/severity';
import type { Project } from '../../../project/types';
import type { Problem, Rule } from '../../types';
import { aliasesOf } from './aliases';

/** Rule settings by id of the rule, from a configuration or an editor. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>;

/**
 * The setting of a rule for a draft: the front matter overrides the configuration, which overrides the editor.
 * Undefined where none has a valid setting; then the rule's default applies. An alias of the rule counts where the same
 * source does not name the rule itself.
 *
 * @param editor rule settings of the editor, where there is one
 */
export function settingOf(
  rule: string,
  draft: Draft,
  project: Project,
  editor?: RuleSettings,
): RuleSetting | undefined {
  const ids = [rule, ...aliasesOf(rule)];
  for (const layer of [draft.frontMatter.data.rules, project.configuration.rules, editor]) {
    if (!layer) continue;
    for (const id of ids) {
      const value = Object.hasOwn(layer, id) ? layer[id] : undefined;
      if (isSetting(value)) return value;
    }
  }
  return undefined;
}

/** The severity of a problem. What somebody set for its rule holds for all its problems. */
export function severityOf(problem: Problem, rule: Rule, set: RuleSetting | undefined): RuleSetting {
  if (problem.isToldAlready && set !== 'off') return 'hint';
  return set ?? problem.severity ?? rule.severity;
}

/** Whether an export names a problem: it is more than a hint, or somebody set its rule to more than a hint. */
export function isForExport({ isToldAlready, severity }: Problem, set: RuleSetting | undefined): boolean {
  return !isToldAlready && (severity !== 'hint' || (set !== undefined && set !== 'hint'));
}

function isSetting(value: unknown): value is RuleSetting {
  return value === 'off' || SEVERITIES.some((severity) => severity === value);
}
