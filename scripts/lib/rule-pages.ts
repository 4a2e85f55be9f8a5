import { rules } from '../../server/src/rules';
import firstSight from '../../server/src/rules/data/measurements.json';
import { ALIAS_IDS, ruleMeant } from '../../server/src/rules/lib/settings/aliases';
import type { Rule, RuleGroup } from '../../server/src/rules/types';
import { listed } from '../../server/src/text/listed';

/** The headings of the groups of rules. */
export const GROUPS: Readonly<Record<RuleGroup, string>> = {
  coverage: 'What the paper argues',
  evidence: 'Figures, quotations and their sources',
  structure: 'Parts of the paper',
  accessibility: 'Accessibility',
  'plain-english': 'Plain English',
  files: 'The files themselves',
};

/** The pages of the rules in Markdown by file name, and `README.md`, which lists them. */
export function rulePages(): ReadonlyMap<string, string> {
  const pages = new Map<string, string>([['README.md', indexPage()]]);
  for (const rule of rules) pages.set(`${rule.id}.md`, pageFor(rule));
  for (const id of ALIAS_IDS) pages.set(`${id}.md`, aliasPage(id));
  return pages;
}

/** The page of a former id, for old links. */
function aliasPage(id: string): string {
  const rule = ruleMeant(id);
  return `<!-- Written by scripts/generate-docs.mts from server/src/rules/lib/settings/aliases.ts. -->

# ${id}

[${rule}](${rule}.md) does the work of this rule. Its id still counts where settings, front matter and comments name it.
`;
}

/** A rule's page: what it looks for, why, an example, and how to silence it. */
function pageFor(rule: Rule): string {
  return `<!-- Written by scripts/generate-docs.mts from server/src/rules/data/rules.json. -->

# ${rule.id}

${GROUPS[rule.group]} · default: ${defaultOf(rule)}

## What it looks for

${rule.what}

## Why

${rule.why}

## Example

${rule.id === 'configuration-invalid' ? 'This configuration has the finding:' : 'This has the finding:'}

${fenced(rule, rule.example.bad)}

And this has not:

${fenced(rule, rule.example.good)}

${atFirstSight(rule)}## How to change or silence it
${rule.id === 'configuration-invalid' ? ELSEWHERE : silencing(rule)}`;
}

const ELSEWHERE =
  '\nMend the file: its findings stand in a file that is no draft, so no comment can silence them.\n';

interface FirstSight {
  /** How many findings were right, and how many there were. */
  readonly right: number;
  readonly of: number;
  /** What the editors' marks that belong to the rule are about, how many were found, and how many there were. */
  readonly about?: string;
  readonly found?: number;
  readonly marked?: number;
}

/** How often a rule was right in drafts that nothing was fitted to (`npm run judge`); empty where that is not known. */
function atFirstSight({ id }: Rule): string {
  const figures = (firstSight.rules as Readonly<Record<string, FirstSight>>)[id];
  if (!figures) return '';
  const { right, of, about, found, marked } = figures;
  const missed =
    about === undefined
      ? ''
      : ` Of the ${marked} ${about} that both editors marked, ${found} had a finding of this rule or of one like it.`;
  return `## How often it is right

On ${firstSight.drafts} drafts that nothing was fitted to, ${right} of its ${of} findings above a hint stood where at least one of two editors had made a mark for that reason.${missed}

`;
}

/** The default severities of a rule, in words. */
function defaultOf({ severity, also = [], tellsAgain }: Rule): string {
  const all = listed(
    [severity, ...also].map((one) => `**${one}**`),
    'or',
  );
  if (also.length === 0) return all;
  return `${all}, by what it finds${tellsAgain ? '' : '; what you set holds for all its findings'}`;
}

function fenced({ id }: Rule, text: string): string {
  const language = id === 'configuration-invalid' ? 'jsonc' : 'markdown';
  return `\`\`\`\`${language}\n${text.trimEnd()}\n\`\`\`\``;
}

function silencing({ id, severity }: Rule): string {
  const other = severity === 'hint' ? 'off' : severity === 'error' ? 'warning' : 'hint';
  return `
In VS Code, \`Ctrl+.\` on the finding writes what stands below for you, under **More…**. For all your drafts, search for
\`${id}\` in the settings (\`Ctrl+,\`), and choose from its list.

By hand for the next line or block, with a comment before it in the draft:

\`\`\`\`markdown
<!-- advocacy-disable-next-line ${id} -->
\`\`\`\`

From one place on, with \`<!-- advocacy-disable ${id} -->\` and \`<!-- advocacy-enable ${id} -->\`, or in the whole
draft with \`<!-- advocacy-disable-file ${id} -->\`. For one draft also in its front matter:

\`\`\`\`yaml
rules:
  ${id}: off
\`\`\`\`

For every draft of a folder, in its \`.advocacy.json\` (\`off\`, \`hint\`, \`information\`, \`warning\` or \`error\`):

\`\`\`\`jsonc
{ "rules": { "${id}": "${other}" } }
\`\`\`\`
`;
}

function indexPage(): string {
  const sections = (Object.keys(GROUPS) as RuleGroup[])
    .map((group) => ({ group, members: rules.filter((rule) => rule.group === group) }))
    .filter(({ members }) => members.length > 0)
    .map(
      ({ group, members }) =>
        `## ${GROUPS[group]}\n\n| Rule | Default | What it looks for |\n| --- | --- | --- |\n${members
          .map(
            ({ id, severity, also = [], what }) =>
              `| [${id}](${id}.md) | ${listed([severity, ...also], 'or')} | ${firstSentence(what).replaceAll('|', '\\|')} |`,
          )
          .join('\n')}`,
    );
  return `<!-- Written by scripts/generate-docs.mts from the rules. -->

# Rules

What Library Advocacy checks in a draft. Each rule has a page that says why it matters and how to silence it.

${sections.join('\n\n')}
`;
}

/** Up to the first full stop that ends a sentence, outside quotations: a table cell or a menu has no room for more. */
export function firstSentence(text: string): string {
  return /^(?:“[^”]*”|[^“])*?[.](?=\s+[A-Z]|$)/.exec(text)?.[0] ?? text;
}
