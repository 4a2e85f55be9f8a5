/** The settings of VS Code for the severity of each rule. */
import { findingSetting } from '../../server/src/features/workspace/settings';
import { plainRule } from '../../server/src/project';
import type { RuleSetting } from '../../server/src/project/severity';
import { rules } from '../../server/src/rules';
import type { Rule, RuleGroup } from '../../server/src/rules/types';
import { listed } from '../../server/src/text/listed';
import { GROUPS } from './rule-pages';

const LEVELS: Readonly<Record<RuleSetting, string>> = {
  off: 'Off',
  hint: 'Hint: three dots under the text',
  information: 'Information: a blue line',
  warning: 'Warning: a yellow line',
  error: 'Error: a red line',
};
/** The order of the first section, behind the general settings. */
const FIRST = 10;

/** A section of settings for each group of rules, for `contributes.configuration`. */
function findingSections(): readonly object[] {
  return (Object.keys(GROUPS) as RuleGroup[]).map((group, at) => ({
    title: GROUPS[group],
    order: FIRST + at,
    properties: Object.fromEntries(
      rules
        .filter((rule) => rule.group === group)
        .map((rule, order) => [`advocacy.findings.${findingSetting(rule.id)}`, settingFor(rule, order + 1)]),
    ),
  }));
}

/** Keywords for searching settings, as VS Code does not search for the name of the extension. */
const KEYWORDS = ['Library Advocacy'];

/** The text of a manifest with the current sections. The first one is written by hand, except for its keywords. */
export function withFindings(text: string): string {
  const manifest = JSON.parse(text) as { contributes: { configuration: readonly object[] } };
  const { contributes } = manifest;
  const [general] = contributes.configuration as readonly { readonly properties: Record<string, object> }[];
  const properties = Object.entries(general!.properties).map(([key, value]) => [
    key,
    { ...value, keywords: KEYWORDS },
  ]);
  contributes.configuration = [
    { ...general, properties: Object.fromEntries(properties) },
    ...findingSections(),
  ];
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function settingFor({ id, severity, also = [] }: Rule, order: number): object {
  const found = plainRule(id);
  return {
    type: 'string',
    enum: ['default', ...Object.keys(LEVELS)],
    enumItemLabels: [`As it comes (${listed([severity, ...also], 'or')})`, ...Object.values(LEVELS)],
    default: 'default',
    scope: 'resource',
    order,
    keywords: KEYWORDS,
    description: `${found.charAt(0).toUpperCase()}${found.slice(1)}.`,
  };
}
