import described from '../data/rules.json';
import type { Check, Rule, RuleDescription } from '../types';
import type { RuleId } from './rule';

const descriptions = described as Readonly<Record<RuleId, RuleDescription>>;

/** A check with what people read of it. Apart from `rule`, so that who only runs a check loads none of these texts. */
export const withDescription = (check: Check & { readonly id: RuleId }): Rule => ({
  ...check,
  ...descriptions[check.id],
});
