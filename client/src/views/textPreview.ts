import {
  Disposable,
  EventEmitter,
  languages,
  Range,
  TabInputText,
  type TextDocumentContentProvider,
  TextEditorLineNumbersStyle,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';

const SCHEME = 'advocacy-preview';
/** A list at its full height covers so many lines of an editor: the text stands below them, where there is room. */
const UNDER_THE_LIST = 24;
/** Lines of a text that are brought into view. */
const IN_VIEW = 14;
let previews = 0;

/** Shows texts one after the other, read-only and beside the draft, until it is closed. */
export class TextPreview implements TextDocumentContentProvider {
  readonly #changed = new EventEmitter<Uri>();
  readonly #registered: Disposable;
  readonly onDidChange = this.#changed.event;
  // Of its own: VS Code keeps the document of a closed preview for a while.
  readonly #uri = Uri.from({ scheme: SCHEME, path: `/${++previews}/Preview.md` });
  #content = '';
  #opening: Promise<unknown> | undefined;

  constructor() {
    this.#registered = Disposable.from(
      workspace.registerTextDocumentContentProvider(SCHEME, this),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.toString() === this.#uri.toString()) this.#reveal();
      }),
    );
  }

  provideTextDocumentContent(): string {
    return this.#content;
  }

  async show(text: string): Promise<void> {
    this.#content = `${'\n'.repeat(UNDER_THE_LIST)}${text}\n`;
    this.#opening ??= this.#open();
    await this.#opening;
    // Only now: VS Code drops a change to a document that it is still opening.
    this.#changed.fire(this.#uri);
  }

  async #open(): Promise<void> {
    const document = await workspace.openTextDocument(this.#uri);
    await languages.setTextDocumentLanguage(document, 'markdown');
    const editor = await window.showTextDocument(document, {
      viewColumn: ViewColumn.Beside,
      preserveFocus: true,
      preview: true,
    });
    // They would count the lines below the list, which are empty.
    editor.options = { lineNumbers: TextEditorLineNumbersStyle.Off };
    this.#reveal();
  }

  /** Where an editor is low, its last lines are what a list leaves free. */
  #reveal(): void {
    const editor = window.visibleTextEditors.find(
      ({ document }) => document.uri.toString() === this.#uri.toString(),
    );
    const last = Math.min((editor?.document.lineCount ?? 1) - 1, UNDER_THE_LIST + IN_VIEW);
    editor?.revealRange(new Range(UNDER_THE_LIST, 0, last, 0));
  }

  async close(): Promise<void> {
    await this.#opening?.catch(() => undefined);
    const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
    const mine = tabs.filter(({ input }) => input instanceof TabInputText && input.uri.scheme === SCHEME);
    await window.tabGroups.close(mine, true);
    this.#registered.dispose();
    this.#changed.dispose();
  }
}
