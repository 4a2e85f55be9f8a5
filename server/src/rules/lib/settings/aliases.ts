/**
 * Former ids of rules that were merged into others. Ids stay valid for ever: configurations, settings, front matter and
 * comments that use a former id mean the rule that replaced it.
 */
const ALIASES: ReadonlyMap<string, string> = new Map([['offer-renamed', 'name-changed']]);

/** All former ids. */
export const ALIAS_IDS: readonly string[] = [...ALIASES.keys()];

/** The current id of the rule that an id means. */
export function ruleMeant(id: string): string {
  return ALIASES.get(id) ?? id;
}

/** The former ids of a rule. */
export function aliasesOf(rule: string): readonly string[] {
  return ALIAS_IDS.filter((id) => ruleMeant(id) === rule);
}
