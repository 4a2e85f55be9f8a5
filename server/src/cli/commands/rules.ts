import { didYouMean } from '../../data-files/nearest';
import { RULE_IDS } from '../../project/configuration';
import { rules as allRules } from '../../rules';
import { pageOf } from '../../rules/lib/pages';
import { ruleMeant } from '../../rules/lib/settings/aliases';
import { RULE_GROUPS, type Rule, type RuleGroup } from '../../rules/types';
import { type Arguments, UsageError } from '../arguments';
import { type CommandIo, CommandRun } from '../command-run';
import { type Style, wrap } from '../terminal';

const TITLES: Readonly<Record<RuleGroup, string>> = {
  coverage: 'Coverage',
  evidence: 'Evidence',
  structure: 'Structure',
  accessibility: 'Accessibility',
  'plain-english': 'Plain English',
  files: 'The files themselves',
};

/** `advocacy rules`: every rule with its default severity, by group. */
export async function rules(given: Arguments, io: CommandIo): Promise<number> {
  if (given.paths.length > 0) throw new UsageError('“advocacy rules” takes no paths.');
  const run = new CommandRun(io);
  const { style } = run;
  const width = Math.max(...allRules.map(({ id }) => id.length));
  for (const group of RULE_GROUPS) {
    const members = allRules.filter((rule) => rule.group === group);
    if (members.length === 0) continue;
    const lines = members.map(({ id, severity, what }) => {
      const head = `  ${id.padEnd(width)}  ${severity.padEnd(11)}  `;
      return `  ${style.bold(id.padEnd(width))}  ${severity.padEnd(11)}  ${wrap(what, style.width, head.length)}`;
    });
    await run.print(`${style.underline(TITLES[group])}\n${lines.join('\n')}\n\n`);
  }
  await run.print('“advocacy explain RULE” says why a rule matters, with an example.\n');
  return 0;
}

/** `advocacy explain RULE`: what a rule looks for, why, an example, and how to silence it. */
export async function explain(given: Arguments, io: CommandIo): Promise<number> {
  const [id, ...more] = given.paths;
  const passage = given.text('passage');
  if (passage !== undefined) {
    if (id !== undefined) throw new UsageError('Name a rule or --passage FILE:LINE, not both.');
    return (await import('./explain-passage')).explainPassage(passage, io);
  }
  if (id === undefined || more.length > 0) {
    throw new UsageError('Name one rule: advocacy explain RULE. “advocacy rules” lists them.');
  }
  const rule = allRules.find((candidate) => candidate.id === ruleMeant(id.toLowerCase()));
  if (!rule) {
    const suggestion = didYouMean(id, RULE_IDS) || ' “advocacy rules” lists them.';
    throw new UsageError(`There is no rule “${id}”.${suggestion}`);
  }
  const run = new CommandRun(io);
  await run.print(pageFor(rule, run.style));
  return 0;
}

/** The page of a rule for a terminal. */
export function pageFor({ id, group, severity, what, why, example }: Rule, style: Style): string {
  const text = (paragraph: string): string => wrap(paragraph, style.width, 0);
  const piece = (draft: string): string =>
    draft
      .trimEnd()
      .split('\n')
      .map((line) => `    ${line}`.trimEnd())
      .join('\n');
  const title = (words: string): string => style.bold(words);
  return `${title(id)} (${TITLES[group]}, ${severity} by default)

${text(what)}

${title('Why')}
${text(why)}

${title('Instead of')}
${piece(example.bad)}

${title('Better')}
${piece(example.good)}

${title('To silence it')}
For what follows a line:  <!-- advocacy-disable-next-line ${id} -->
In one draft, in its front matter:  rules: { ${id}: off }
Everywhere, in .advocacy.json:  "rules": { "${id}": "off" }

${pageOf(id)}
`;
}
