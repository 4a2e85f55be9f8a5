import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import type { RuleSetting } from '../../project/severity';
import type { Project } from '../../project/types';
import { configurationInvalid } from '../../rules/configuration-invalid';
import type { Client } from '../client/client';
import type { Settings } from '../workspace/settings';
import { diagnosticAt } from './diagnostics';

const RULE = configurationInvalid.id;

/** Mistakes in files that are no drafts, shown on those files. They are not asked for, so they are always sent. */
export class FileDiagnostics {
  #shown: ReadonlySet<string> = new Set();

  constructor(
    private readonly client: Pick<Client, 'showsRulePages'>,
    private readonly settingsOf: (uri: string) => Promise<Settings>,
    private readonly send: (params: PublishDiagnosticsParams) => void,
  ) {}

  /** Shows the mistakes in all files of these projects, and removes what was shown before. Not called twice at a time. */
  async show(projects: readonly Project[]): Promise<void> {
    const problems = await Promise.all(
      projects.flatMap((project) =>
        project.problems.map(async (problem) => ({
          problem,
          setting: severityOf(project, await this.settingsOf(problem.uri)),
        })),
      ),
    );
    const byFile = new Map<string, Map<string, Diagnostic>>();
    for (const { problem, setting } of problems) {
      if (setting === 'off') continue;
      const known = byFile.get(problem.uri) ?? new Map<string, Diagnostic>();
      byFile.set(problem.uri, known);
      // Two projects can name one framework.
      const { message, range } = problem;
      const finding = { rule: RULE, severity: setting, message };
      const same = JSON.stringify([range, message]);
      if (!known.has(same)) known.set(same, diagnosticAt(range, finding, this.client));
    }
    for (const uri of this.#shown) if (!byFile.has(uri)) this.send({ uri, diagnostics: [] });
    for (const [uri, found] of byFile) this.send({ uri, diagnostics: [...found.values()] });
    this.#shown = new Set(byFile.keys());
  }
}

/** How serious the mistakes in a project's files are: its configuration over the settings, as for every rule. */
function severityOf({ configuration }: Project, { check, rules }: Settings): RuleSetting {
  if (check === 'off') return 'off';
  for (const said of [configuration.rules, rules]) if (Object.hasOwn(said, RULE)) return said[RULE]!;
  return 'error';
}
