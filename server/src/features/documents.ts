import type {
  DidChangeTextDocumentParams,
  DidOpenTextDocumentParams,
  Position,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { changeBetween, type Draft, editDraft, offsetAt, parseDraft } from '../draft';
import { MARKDOWN_ENDING } from '../files/endings';

/** A Markdown document that the client has open. Never changes; each edit makes another one. */
export interface OpenDocument {
  readonly uri: string;
  readonly version: number;
  readonly draft: Draft;
  /** Whether it was edited since it was opened or last saved. */
  readonly edited: boolean;
}

/** With more changes than this in one message, they are joined before the draft is edited. */
const FEW = 16;

const MARKDOWN_LANGUAGES: ReadonlySet<string> = new Set(['markdown', 'md', 'quarto', 'rmd']);

/** The documents that the client has open, as drafts that follow its edits. */
export class Documents {
  readonly #open = new Map<string, OpenDocument>();
  #latest: string | undefined;

  /**
   * @param failed Called when an edit could not be followed: the document is read anew instead, so that it never
   * differs from what the client has.
   * @param follow For tests.
   */
  constructor(
    private readonly failed: (uri: string, error: unknown) => void,
    private readonly follow: typeof edit = edit,
  ) {}

  /** Takes a document that was opened; undefined where it is no Markdown. */
  open({
    textDocument: { uri, languageId, version, text },
  }: DidOpenTextDocumentParams): OpenDocument | undefined {
    if (!MARKDOWN_LANGUAGES.has(languageId) && !MARKDOWN_ENDING.test(uri)) return undefined;
    const draft = parseDraft(text);
    return this.#set({ uri, version, draft, edited: false });
  }

  /** Follows an edit; undefined where the document is not open. */
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

  /** The user does something in a document: it is the latest. */
  touch(uri: string): void {
    const document = this.#open.get(uri);
    if (document) this.#set(document);
  }

  /** URI of the document that something was done in last. */
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

/** The draft after the changes of one message, each of which counts in the text that the one before it made. */
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

/** The text after many changes: cheaper than as many drafts. */
function joined(text: string, changes: readonly TextDocumentContentChangeEvent[]): string {
  let document = TextDocument.create('', 'markdown', 0, text);
  // Lines behind the last one are its end; the package would lose count of them.
  const inside = (position: Position): Position =>
    position.line < document.lineCount ? position : document.positionAt(document.getText().length);
  for (const change of changes) {
    const { text } = change;
    const range = 'range' in change && { start: inside(change.range.start), end: inside(change.range.end) };
    document = TextDocument.update(document, [range ? { range, text } : { text }], 0);
  }
  return document.getText();
}
