import type { CancellationToken, PublishDiagnosticsParams } from 'vscode-languageserver';
import type { WorkspaceCheck } from '../protocol';
import type { Client } from './client';
import { toDiagnostic } from './diagnostics';
import type { Unreadable, WorkspaceDrafts } from './workspaceDrafts';

/** Checks the drafts of the workspace, and shows what it finds in those that are not open. */
export class WorkspaceChecker {
  #shown = new Set<string>();

  constructor(
    private readonly drafts: WorkspaceDrafts,
    private readonly client: Pick<Client, 'showsRulePages'>,
    private readonly send: (params: PublishDiagnosticsParams) => void,
  ) {}

  /** Removes what was shown for a document: once it is open it has diagnostics of its own. */
  opened(uri: string): void {
    if (this.#shown.delete(uri)) this.send({ uri, diagnostics: [] });
  }

  /** `reading` is told each file. What was found before a cancellation is shown and counted. */
  async check(
    folders: readonly string[],
    token: CancellationToken,
    reading: (uri: string) => void,
  ): Promise<WorkspaceCheck> {
    const findings = { error: 0, warning: 0, information: 0, hint: 0 };
    const unreadable: Unreadable[] = [];
    const before = this.#shown;
    this.#shown = new Set();
    let drafts = 0;
    for await (const found of this.drafts.below(folders, token, reading)) {
      if (!('draft' in found)) {
        unreadable.push(found);
        continue;
      }
      drafts++;
      for (const { severity } of found.analysis.findings) findings[severity]++;
      if (found.open) continue;
      const { uri, draft } = found;
      this.#shown.add(uri);
      const diagnostics = found.analysis.findings.map((finding) => toDiagnostic(finding, draft, this.client));
      this.send({ uri, diagnostics });
    }
    const cancelled = token.isCancellationRequested;
    for (const uri of before) {
      if (this.#shown.has(uri)) continue;
      // What was found earlier in files that were not reached stays.
      if (cancelled) this.#shown.add(uri);
      else this.send({ uri, diagnostics: [] });
    }
    return { drafts, findings, unreadable, cancelled };
  }
}
