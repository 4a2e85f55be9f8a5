import type {
  DidChangeTextDocumentParams,
  DidOpenTextDocumentParams,
  Position,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { changeBetween, type Draft, editDraft, offsetAt, parseDraft } from '../../draft';
import { MARKDOWN_ENDING } from '../../files/endings';

/** An open Markdown document. Immutable: each edit makes another one. */
export interface OpenDocument {
  readonly uri: string;
  readonly version: number;
  readonly draft: Draft;
  /** Whether it has changed since it was opened or last saved. */
  readonly edited: boolean;
}

/** Where one message has more changes than this, they are applied to the text first, and the draft is edited once. */
const FEW = 16;

const MARKDOWN_LANGUAGES: ReadonlySet<string> = new Set(['markdown', 'md', 'quarto', 'rmd']);

/** The open documents, as drafts that follow the client's edits. */
export class Documents {
  readonly #open = new Map<string, OpenDocument>();
  #latest: string | undefined;

  /**
   * @param failed called when an edit throws; the document is then parsed anew, so that it never differs from the
   *   client's
   * @param follow replaced in tests
   */
  constructor(
    private readonly failed: (uri: string, error: unknown) => void,
    private readonly follow: typeof edit = edit,
  ) {}

  /** Adds an opened document. Returns undefined where it is not Markdown. */
  open({
    textDocument: { uri, languageId, version, text },
  }: DidOpenTextDocumentParams): OpenDocument | undefined {
    if (!MARKDOWN_LANGUAGES.has(languageId) && !MARKDOWN_ENDING.test(uri)) return undefined;
    const draft = parseDraft(text);
    return this.#set({ uri, version, draft, edited: false });
  }

  /** Applies an edit. Returns undefined where the document is not open. */
  change({
    textDocument: { uri, version },
    contentChanges,
  }: DidChangeTextDocumentParams): OpenDocument | undefined {
    const document = this.#open.get(uri);
    if (!document) return undefined;
    let draft: Draft;
    try {
      draft = this.follow(document.draft, contentChanges);
    } catch (error) {
      draft = parseDraft(joined(document.draft.text, contentChanges));
      this.failed(uri, error);
    }
    return this.#set({ uri, version, draft, edited: true });
  }

  save(uri: string): OpenDocument | undefined {
    const document = this.#open.get(uri);
    return document && this.#set({ ...document, edited: false });
  }

  close(uri: string): boolean {
    return this.#open.delete(uri);
  }

  /** Notes that the user has just done something in a document. */
  touch(uri: string): void {
    const document = this.#open.get(uri);
    if (document) this.#set(document);
  }

  /** URI of the document that the user last did something in. */
  get latest(): string | undefined {
    return this.#latest !== undefined && this.#open.has(this.#latest) ? this.#latest : this.all().at(-1)?.uri;
  }

  get(uri: string): OpenDocument | undefined {
    return this.#open.get(uri);
  }

  all(): readonly OpenDocument[] {
    return [...this.#open.values()];
  }

  #set(document: OpenDocument): OpenDocument {
    this.#open.set(document.uri, document);
    this.#latest = document.uri;
    return document;
  }
}

/** The draft after the changes of one message. Each change counts in the text that the one before it made. */
export function edit(draft: Draft, changes: readonly TextDocumentContentChangeEvent[]): Draft {
  if (changes.length > FEW || changes.some((change) => !('range' in change))) {
    const text = joined(draft.text, changes);
    return text === draft.text ? draft : editDraft(draft, changeBetween(draft.text, text));
  }
  let result = draft;
  for (const change of changes) {
    if (!('range' in change)) continue;
    const a = offsetAt(result, change.range.start);
    const b = offsetAt(result, change.range.end);
    result = editDraft(result, { span: { start: Math.min(a, b), end: Math.max(a, b) }, text: change.text });
  }
  return result;
}

/** The text after many changes: cheaper than one draft for each. */
function joined(text: string, changes: readonly TextDocumentContentChangeEvent[]): string {
  let document = TextDocument.create('', 'markdown', 0, text);
  // The package miscounts positions after the last line.
  const inside = (position: Position): Position =>
    position.line < document.lineCount ? position : document.positionAt(document.getText().length);
  for (const change of changes) {
    const { text } = change;
    const range = 'range' in change && { start: inside(change.range.start), end: inside(change.range.end) };
    document = TextDocument.update(document, [range ? { range, text } : { text }], 0);
  }
  return document.getText();
}
