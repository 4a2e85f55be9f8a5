/** How serious findings can be, the most serious first. */
export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];
/** What a configuration, a setting or front matter can say of a rule. */
export type RuleSetting = Severity | 'off';
