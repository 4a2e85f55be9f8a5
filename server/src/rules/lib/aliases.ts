/**
 * Ids of rules whose work another has taken over. Ids are for ever: configurations, settings, front matter and comments
 * that name an old one mean the rule that does the work now.
 */
const ALIASES: ReadonlyMap<string, string> = new Map([['offer-renamed', 'name-changed']]);

/** Every id that is only another name for a rule. */
export const ALIAS_IDS: readonly string[] = [...ALIASES.keys()];

/** The rule that an id means today: itself, but for an alias. */
export function ruleMeant(id: string): string {
  return ALIASES.get(id) ?? id;
}

const none: readonly string[] = [];
const byRule = new Map<string, readonly string[]>();
for (const [alias, rule] of ALIASES) byRule.set(rule, [...(byRule.get(rule) ?? none), alias]);

/** The other names of a rule. */
export function aliasesOf(rule: string): readonly string[] {
  return byRule.get(rule) ?? none;
}
