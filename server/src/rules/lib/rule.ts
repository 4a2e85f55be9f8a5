import type described from '../data/rules.json';
import type { Check } from '../types';

/** The id of a rule that `data/rules.json` describes. */
export type RuleId = keyof typeof described;

/** The check of the rule with an id. What people read of it joins it in the list of rules, which alone needs that. */
export function rule(id: RuleId, looks: Omit<Check, 'id'>): Check & { readonly id: RuleId } {
  return { id, ...looks };
}
