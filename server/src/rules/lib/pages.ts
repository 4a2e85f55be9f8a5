import { REPOSITORY } from '../../util/version';

/** Where the pages of the rules are published: one folder of generated Markdown. */
const PAGES = `${REPOSITORY}/blob/main/docs/rules/`;

/** Address of a rule's documentation page. */
export function pageOf(ruleId: string): string {
  return `${PAGES}${ruleId}.md`;
}
