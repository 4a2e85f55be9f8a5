import type { Draft } from '../../draft/types';
import type { Project } from '../../project/types';
import { type RuleSetting, SEVERITIES } from '../../severity';
import { aliasesOf } from './aliases';

/** Rule settings by rule id, as a configuration or an editor says them. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>;

/**
 * What a rule is set to for a draft: its front matter over the configuration over the editor. Undefined where none of
 * them says anything that is a setting; then the rule's own default holds. An id that the rule has taken over says it
 * too, where the same place does not name the rule itself.
 *
 * @param editor the settings of the editor, where there is one
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
      const said = Object.hasOwn(layer, id) ? layer[id] : undefined;
      if (isSetting(said)) return said;
    }
  }
  return undefined;
}

function isSetting(value: unknown): value is RuleSetting {
  return value === 'off' || SEVERITIES.some((severity) => severity === value);
}
