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
/** Empty lines above the text: more than an editor shows. */
const ABOVE = 150;
/** What a list at its full height covers of an editor that is as high as the window: the text begins below it. */
const COVERED = 0.52;
/** What it covers at least, in lines, and what is left of a text in a low editor all the same. */
const [AT_LEAST, LEFT] = [19, 4];
/** What it covers of an editor of which nothing is known, in lines. */
const USUALLY = 24;
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
  /** Lines that the editor shows. */
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
    this.#measure(editor.visibleRanges);
    this.#reveal();
  }

  /** Only the empty lines are one line each on the screen: they tell how many there is room for. */
  #measure([seen]: readonly Range[]): void {
    if (seen === undefined || seen.end.line >= ABOVE || seen.end.line <= seen.start.line) return;
    const height = seen.end.line - seen.start.line + 1;
    if (height === this.#height) return;
    this.#height = height;
    this.#reveal();
  }

  /** Shows the text from its beginning, below what the list covers. */
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

  /** Lines that VS Code keeps free for the headings that stick to the top, above what is to be at the top. */
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
