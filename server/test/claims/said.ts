import { analyse } from '../../src/analysis';
import { parseDraft } from '../../src/draft';
import { builtInProject } from '../../src/project';

export const RULES = ['figure-unsourced', 'source-vague', 'claim-too-strong'];

/** The rules of what is said above a hint of the claims of a briefing with this text in it. */
export function said(text: string, heading = 'Why it matters', front = ''): readonly string[] {
  const draft = `---\nkind: briefing\n${front}---\n\n# Ashby libraries\n\n## ${heading}\n\n${text}\n`;
  return analyse(parseDraft(draft), builtInProject)
    .findings.filter(({ rule, severity }) => RULES.includes(rule) && severity !== 'hint')
    .map(({ rule }) => rule);
}
