import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import type { FileProblem } from '../data-files/problem';
import type { Project } from '../project/types';
import { pageOf } from '../rules/lib/pages';
import type { RuleSetting, Severity } from '../severity';
import type { Client } from './client';
import { SEVERITY, SOURCE } from './diagnostics';
import type { Settings } from './settings';

const RULE = 'configuration-invalid';

/** Mistakes in files that are no drafts, shown on those files. They are not asked for, so they are always sent. */
export class FileDiagnostics {
  #shown: ReadonlySet<string> = new Set();
  #runs = 0;

  constructor(
    private readonly client: Pick<Client, 'showsRulePages'>,
    private readonly settingsOf: (uri: string) => Promise<Settings>,
    private readonly send: (params: PublishDiagnosticsParams) => void,
  ) {}

  /** Shows the mistakes in all files of these projects, and removes what was shown before. */
  async show(projects: readonly Project[]): Promise<void> {
    const run = ++this.#runs;
    const problems = await Promise.all(
      projects.flatMap((project) =>
        project.problems.map(async (problem) => ({
          problem,
          setting: severityOf(project, await this.settingsOf(problem.uri)),
        })),
      ),
    );
    // A later call knows more.
    if (run !== this.#runs) return;
    const byFile = new Map<string, Map<string, Diagnostic>>();
    for (const { problem, setting } of problems) {
      if (setting === 'off') continue;
      const known = byFile.get(problem.uri) ?? new Map<string, Diagnostic>();
      byFile.set(problem.uri, known);
      // Two projects can name one framework.
      const { start, end } = problem.range;
      const same = [start.line, start.character, end.line, end.character, problem.message].join(' ');
      if (!known.has(same)) known.set(same, this.#diagnostic(problem, setting));
    }
    for (const uri of this.#shown) if (!byFile.has(uri)) this.send({ uri, diagnostics: [] });
    for (const [uri, found] of byFile) this.send({ uri, diagnostics: [...found.values()] });
    this.#shown = new Set(byFile.keys());
  }

  #diagnostic({ range, message }: FileProblem, severity: Severity): Diagnostic {
    return {
      range,
      severity: SEVERITY[severity],
      source: SOURCE,
      code: RULE,
      ...(this.client.showsRulePages && { codeDescription: { href: pageOf(RULE) } }),
      message,
    };
  }
}

/** How serious the mistakes in a project's files are: its configuration over the settings, as for every rule. */
function severityOf({ configuration }: Project, { check, rules }: Settings): RuleSetting {
  if (check === 'off') return 'off';
  for (const said of [configuration.rules, rules]) if (Object.hasOwn(said, RULE)) return said[RULE]!;
  return 'error';
}
