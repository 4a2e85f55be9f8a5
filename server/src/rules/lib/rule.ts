import described from '../data/rules.json';
import type { Rule } from '../types';

/** What `data/rules.json` says of each rule: all that people read of it, and how serious it is. */
const DESCRIBED = described as Readonly<Record<keyof typeof described, Omit<Rule, 'id'>>>;

/** The rule with an id, which looks for what is described there. */
export function rule(
  id: keyof typeof described,
  looks: Pick<Rule, 'inBlock' | 'inDraft' | 'readAhead'>,
): Rule {
  return { id, ...DESCRIBED[id], ...looks };
}
