import type { CancellationToken, PublishDiagnosticsParams } from 'vscode-languageserver';
import { FolderIndex } from '../../project/folder-index';
import { normalise } from '../../project/paths';
import type { WorkspaceCheck } from '../../protocol';
import { openReviews } from '../../reviews';
import type { Client } from '../client/client';
import type { Unreadable, WorkspaceDraft, WorkspaceDrafts } from '../workspace/workspace-drafts';
import { toDiagnostic } from './diagnostics';

/**
 * Checks the drafts of the workspace, and publishes diagnostics for those that are not open, until they are opened or
 * deleted. A draft is checked again when it changes, and all are when what they are judged by does.
 */
export class WorkspaceChecker {
  /** Drafts with published findings: normalised URI → the URI that they were published for. */
  readonly #shown = new Map<string, string>();
  /** Resolves with the last check: two at once would each clear the findings of the other. */
  #last: Promise<unknown> = Promise.resolve();
  /** The next check of all shown drafts, if it has not begun. */
  #next: Promise<void> | undefined;

  constructor(
    private readonly drafts: Pick<WorkspaceDrafts, 'below' | 'read'>,
    private readonly client: Pick<Client, 'showsRulePages' | 'showsOtherPlaces'>,
    private readonly send: (params: PublishDiagnosticsParams) => void,
  ) {}

  /** Clears the findings of a document that is opened. */
  opened(uri: string): void {
    this.#remove(uri);
  }

  /** Checks shown drafts again whose files were changed or deleted. */
  filesChanged(uris: readonly string[]): Promise<void> {
    // Deleting a folder deletes its files.
    const changed = new FolderIndex(uris);
    const concerned = [...this.#shown.values()].filter((shown) => changed.has(shown));
    if (concerned.length === 0) return Promise.resolve();
    return this.#afterLast(async () => {
      for (const uri of concerned) await this.#checkAgain(uri);
    });
  }

  /** Checks all shown drafts again, once for several calls. */
  judgeAgain(): Promise<void> {
    this.#next ??= this.#afterLast(async () => {
      this.#next = undefined;
      for (const uri of [...this.#shown.values()]) await this.#checkAgain(uri);
    });
    return this.#next;
  }

  /** Clears the findings in folders that left the workspace. */
  foldersChanged(folders: readonly string[]): void {
    const index = new FolderIndex(folders);
    for (const uri of [...this.#shown.values()]) if (!index.has(uri)) this.#remove(uri);
  }

  /**
   * Checks the drafts in folders, after the checks that were asked for before. After a cancellation, what was found so
   * far is shown and counted.
   *
   * @param reading called with the URI of each file
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
    const reviews: WorkspaceCheck['reviews'][number][] = [];
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
      const open = openReviews(one.draft).length;
      if (open > 0) reviews.push({ uri: one.uri, open });
      if (one.open) continue;
      found.add(normalise(one.uri));
      this.#show(one);
    }
    const cancelled = token.isCancellationRequested;
    // Earlier findings in files that were not reached stay.
    if (!cancelled) {
      const index = new FolderIndex(folders);
      for (const uri of before) if (index.has(uri) && !found.has(normalise(uri))) this.#remove(uri);
    }
    return { drafts, findings, reviews, unreadable, cancelled };
  }

  async #checkAgain(uri: string): Promise<void> {
    // The file may have been opened meanwhile.
    if (!this.#shown.has(normalise(uri))) return;
    const draft = await this.drafts.read(uri).catch(() => undefined);
    if (!draft) this.#remove(uri);
    else if (this.#shown.has(normalise(uri))) this.#show(draft);
  }

  #show({ uri, draft, analysis }: WorkspaceDraft): void {
    this.#shown.set(normalise(uri), uri);
    const diagnostics = analysis.findings.map((finding) =>
      toDiagnostic(finding, { uri, draft }, this.client),
    );
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
