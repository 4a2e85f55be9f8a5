import {
  commands,
  type Disposable,
  EventEmitter,
  TabInputWebview,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { type CoverageResult, coverageRequest } from '../../../server/src/protocol';
import { isMarkdown, isOn } from '../editor/documents';
import { messageOf } from '../ui/error-message';
import type { Server } from './server';

/** What the Coverage view and the status bar show. */
export type Shown =
  | { readonly kind: 'none' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'reading'; readonly document: TextDocument }
  | {
      readonly kind: 'off' | 'notDraft';
      readonly document: TextDocument;
      readonly coverage: CoverageResult | null;
    }
  | { readonly kind: 'draft'; readonly document: TextDocument; readonly coverage: CoverageResult };

/** Tracks the active Markdown editor, and the coverage of its document. */
export class ActiveDraft implements Disposable {
  readonly #changed = new EventEmitter<Shown>();
  readonly #listening: Disposable[];
  #document: TextDocument | undefined;
  #shown: Shown = { kind: 'none' };
  #asking = false;
  #askAgain = false;

  readonly onDidChange = this.#changed.event;

  constructor(private readonly server: Server) {
    this.#listening = [
      this.#changed,
      window.onDidChangeActiveTextEditor(() => this.#follow()),
      window.onDidChangeVisibleTextEditors(() => this.#follow()),
      window.tabGroups.onDidChangeTabs(() => this.#follow()),
      window.tabGroups.onDidChangeTabGroups(() => this.#follow()),
      workspace.onDidOpenTextDocument((document) => {
        // The language of the document was changed: VS Code closes it and opens it again under the same URI.
        if (document.uri.toString() === window.activeTextEditor?.document.uri.toString()) this.#follow();
      }),
      server.onDidChangeState(() => void this.#ask()),
      server.onDidChangeCoverage(({ uri }) => {
        if (this.#document !== undefined && uri === server.uri(this.#document.uri)) void this.#ask();
      }),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('advocacy.check')) void this.#ask();
      }),
    ];
    this.#follow();
  }

  get shown(): Shown {
    return this.#shown;
  }

  dispose(): void {
    for (const listening of this.#listening) listening.dispose();
  }

  #follow(): void {
    const document = documentInFront(this.#document);
    if (document === this.#document) return;
    this.#document = document;
    void this.#ask();
  }

  /** Requests the coverage: one request at a time, and one more where something changed meanwhile. */
  async #ask(): Promise<void> {
    if (this.#asking) {
      this.#askAgain = true;
      return;
    }
    this.#asking = true;
    do {
      this.#askAgain = false;
      const document = this.#document;
      if (document !== undefined && shownDocument(this.#shown) !== document)
        this.#show({ kind: 'reading', document });
      const shown = await this.#read(document);
      if (document === this.#document) this.#show(shown);
      else this.#askAgain = true;
    } while (this.#askAgain);
    this.#asking = false;
  }

  async #read(document: TextDocument | undefined): Promise<Shown> {
    if (this.server.state === 'stopped') return { kind: 'stopped' };
    if (document === undefined) return { kind: 'none' };
    try {
      const textDocument = { uri: this.server.uri(document.uri) };
      const coverage = await this.server.request<CoverageResult | null>(coverageRequest, { textDocument });
      if (coverage?.draft) return { kind: 'draft', document, coverage };
      const off = workspace.getConfiguration('advocacy', document).get('check') === 'off';
      return { kind: off ? 'off' : 'notDraft', document, coverage };
    } catch (error) {
      // Requests fail while the server restarts; the next state change asks again.
      console.warn(`Library Advocacy: no coverage: ${messageOf(error)}`);
      return { kind: 'reading', document };
    }
  }

  #show(shown: Shown): void {
    this.#shown = shown;
    void commands.executeCommand('setContext', 'advocacy.shown', shown.kind);
    this.#changed.fire(shown);
  }
}

/** The Markdown document that `shown` is about. */
export function shownDocument(shown: Shown): TextDocument | undefined {
  return 'document' in shown ? shown.document : undefined;
}

/**
 * The document of the active Markdown editor. Where another kind of editor is active, `before` as long as it is open,
 * as a look at another file should not clear the view.
 */
function documentInFront(before: TextDocument | undefined): TextDocument | undefined {
  const active = window.activeTextEditor?.document;
  if (active !== undefined && isMarkdown(active)) return active;
  if (before === undefined || before.isClosed || !isMarkdown(before)) return undefined;
  const isOpen =
    window.visibleTextEditors.some(({ document }) => document === before) ||
    window.tabGroups.all.some(({ tabs }) => tabs.some((tab) => isOn(tab, before)));
  return isOpen || (active === undefined && isPreviewInFront()) ? before : undefined;
}

/** Whether VS Code's own preview of Markdown is in front of the user. Which document it shows, it does not tell. */
function isPreviewInFront(): boolean {
  const { input } = window.tabGroups.activeTabGroup.activeTab ?? {};
  return input instanceof TabInputWebview && input.viewType.endsWith('markdown.preview');
}
