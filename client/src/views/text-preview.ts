import {
  Disposable,
  EventEmitter,
  languages,
  Range,
  TabInputText,
  type TextDocumentContentProvider,
  TextEditorLineNumbersStyle,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';

const SCHEME = 'advocacy-preview';
/** How many empty lines are above the text: more than an editor shows. */
const ABOVE = 150;
/** The share of an editor that a list of full height covers. The text begins below it. */
const COVERED = 0.52;
/** How many lines it covers at least, and how many lines of text are shown even in a low editor. */
const [AT_LEAST, LEFT] = [19, 4];
/** How many lines it covers if the height of the editor is unknown. */
const USUALLY = 24;
let previews = 0;

/** Shows one text at a time, read-only and beside the draft, until it is closed. */
export class TextPreview implements TextDocumentContentProvider {
  readonly #changed = new EventEmitter<Uri>();
  readonly #registered: Disposable;
  readonly onDidChange = this.#changed.event;
  // Each preview has its own URI, as VS Code keeps the document of a closed one for a while.
  readonly #uri = Uri.from({ scheme: SCHEME, path: `/${++previews}/Preview.md` });
  #content = '';
  #opening: Promise<unknown> | undefined;
  /** How many lines the editor shows; undefined while that is unknown. */
  #height: number | undefined;

  constructor() {
    this.#registered = Disposable.from(
      workspace.registerTextDocumentContentProvider(SCHEME, this),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.toString() === this.#uri.toString()) this.#reveal();
      }),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges }) => {
        if (textEditor.document.uri.toString() === this.#uri.toString()) this.#measure(visibleRanges);
      }),
    );
  }

  provideTextDocumentContent(): string {
    return this.#content;
  }

  async show(text: string): Promise<void> {
    this.#content = `${'\n'.repeat(ABOVE)}${text}\n`;
    this.#opening ??= this.#open();
    await this.#opening;
    // Not earlier, as VS Code ignores changes to a document that it is still opening.
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
    // Line numbers would count the empty lines.
    editor.options = { lineNumbers: TextEditorLineNumbersStyle.Off };
    this.#measure(editor.visibleRanges);
    this.#reveal();
  }

  /** Measures the height of the editor by its empty lines, which are never wrapped. */
  #measure([seen]: readonly Range[]): void {
    if (seen === undefined || seen.end.line >= ABOVE || seen.end.line <= seen.start.line) return;
    const height = seen.end.line - seen.start.line + 1;
    if (height === this.#height) return;
    this.#height = height;
    this.#reveal();
  }

  /** Scrolls so that the text begins below the list. */
  #reveal(): void {
    const editor = window.visibleTextEditors.find(
      ({ document }) => document.uri.toString() === this.#uri.toString(),
    );
    const height = this.#height;
    const covered =
      height === undefined
        ? USUALLY
        : Math.max(Math.ceil(height * COVERED), Math.min(AT_LEAST, height - LEFT));
    const top = Math.max(0, ABOVE - covered + this.#kept());
    editor?.revealRange(new Range(top, 0, top, 0), TextEditorRevealType.AtTop);
  }

  /** How many lines VS Code keeps free at the top for sticky headings. */
  #kept(): number {
    const settings = workspace.getConfiguration('editor.stickyScroll', this.#uri);
    return settings.get('enabled', true) ? settings.get('maxLineCount', 5) : 0;
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
