import type { CancellationToken, PublishDiagnosticsParams } from 'vscode-languageserver';
import { normalise, relativePath } from '../project/paths';
import type { WorkspaceCheck } from '../protocol';
import type { Client } from './client';
import { toDiagnostic } from './diagnostics';
import type { Unreadable, WorkspaceDraft, WorkspaceDrafts } from './workspaceDrafts';

/**
 * Checks the drafts of the workspace, and shows what it finds in those that are not open, until they are opened or are
 * gone. One that changes is checked again, and all of them are when what they are judged against does.
 */
export class WorkspaceChecker {
  /** Drafts with findings from here: normalised URI -> the URI that they were shown for. */
  readonly #shown = new Map<string, string>();
  /** Ends with the last piece of work: two at once would each take back what the other one shows. */
  #last: Promise<unknown> = Promise.resolve();
  /** A look at all that is shown which has not begun yet. */
  #next: Promise<void> | undefined;

  constructor(
    private readonly drafts: Pick<WorkspaceDrafts, 'below' | 'read'>,
    private readonly client: Pick<Client, 'showsRulePages'>,
    private readonly send: (params: PublishDiagnosticsParams) => void,
  ) {}

  /** Removes what was shown for a document: once it is open it has diagnostics of its own. */
  opened(uri: string): void {
    this.#remove(uri);
  }

  /** Files were made, changed or deleted: what was shown for them is checked again. */
  filesChanged(uris: readonly string[]): Promise<void> {
    // A folder that goes takes its files with it.
    const concerned = [...this.#shown.values()].filter((shown) =>
      uris.some((uri) => relativePath(uri, shown) !== undefined),
    );
    if (concerned.length === 0) return Promise.resolve();
    return this.#afterLast(async () => {
      for (const uri of concerned) await this.#checkAgain(uri);
    });
  }

  /** What drafts are judged against changed: all that are shown are checked again, once for many changes at once. */
  judgeAgain(): Promise<void> {
    this.#next ??= this.#afterLast(async () => {
      this.#next = undefined;
      for (const uri of [...this.#shown.values()]) await this.#checkAgain(uri);
    });
    return this.#next;
  }

  /** Folders left the workspace: nothing is shown any more for what is in none of those that are still there. */
  foldersChanged(folders: readonly string[]): void {
    for (const uri of [...this.#shown.values()]) if (!isIn(folders, uri)) this.#remove(uri);
  }

  /**
   * Checks what is below the folders, after the checks that were asked for before. `reading` is told each file. What
   * was found before a cancellation is shown and counted.
   */
  check(
    folders: readonly string[],
    token: CancellationToken,
    reading: (uri: string) => void,
  ): Promise<WorkspaceCheck> {
    return this.#afterLast(() => this.#check(folders, token, reading));
  }

  async #check(
    folders: readonly string[],
    token: CancellationToken,
    reading: (uri: string) => void,
  ): Promise<WorkspaceCheck> {
    const findings = { error: 0, warning: 0, information: 0, hint: 0 };
    const unreadable: Unreadable[] = [];
    const before = [...this.#shown.values()];
    const found = new Set<string>();
    let drafts = 0;
    for await (const one of this.drafts.below(folders, token, reading)) {
      if (!('draft' in one)) {
        unreadable.push(one);
        continue;
      }
      drafts++;
      for (const { severity } of one.analysis.findings) findings[severity]++;
      if (one.open) continue;
      found.add(normalise(one.uri));
      this.#show(one);
    }
    const cancelled = token.isCancellationRequested;
    // What was found earlier in files that were not reached stays.
    if (!cancelled) {
      for (const uri of before) if (isIn(folders, uri) && !found.has(normalise(uri))) this.#remove(uri);
    }
    return { drafts, findings, unreadable, cancelled };
  }

  async #checkAgain(uri: string): Promise<void> {
    // It may have been opened while this waited.
    if (!this.#shown.has(normalise(uri))) return;
    const draft = await this.drafts.read(uri).catch(() => undefined);
    if (!draft) this.#remove(uri);
    else if (this.#shown.has(normalise(uri))) this.#show(draft);
  }

  #show({ uri, draft, analysis }: WorkspaceDraft): void {
    this.#shown.set(normalise(uri), uri);
    const diagnostics = analysis.findings.map((finding) => toDiagnostic(finding, draft, this.client));
    this.send({ uri, diagnostics });
  }

  #remove(uri: string): void {
    const key = normalise(uri);
    const shown = this.#shown.get(key);
    if (shown === undefined) return;
    this.#shown.delete(key);
    this.send({ uri: shown, diagnostics: [] });
  }

  #afterLast<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => {});
    return done;
  }
}

function isIn(folders: readonly string[], uri: string): boolean {
  return folders.some((folder) => relativePath(folder, uri) !== undefined);
}
